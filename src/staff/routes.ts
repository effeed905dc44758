// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import {
  conductReports,
  confirmConduct,
  dismissConduct,
  handOverConduct,
  reportConduct,
  type StaffPorts,
} from './conduct.ts';
import { ConductReportRequest, ConductReports, ConfirmRequest, HandOverRequest } from './contract.ts';

const InBody = z.object({ body: z.string() });
const One = InBody.extend({ id: z.uuid() });
const PATH = '/api/bodies/:body/conduct-reports';

/** For the head of the desk alone, reading too: these are about people who work there. */
export function staffRoutes(root: FastifyInstance, ports: StaffPorts & { readonly guard: Guard }): void {
  root.register(async (scope) => {
    const server = scope.withTypeProvider<ZodTypeProvider>();
    const leads = (request: FastifyRequest, body: string) => ports.guard.actor(headersOf(request), body, 'lead');
    const answer = { response: { 200: ConductReports } };
    server.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    server.get(PATH, { ...allow('lead'), schema: { params: InBody, ...answer } }, async (request) => {
      const { body } = request.params;
      await leads(request, body);
      return conductReports(ports, body);
    });
    server.post(
      PATH,
      { ...allow('lead'), schema: { params: InBody, body: ConductReportRequest, ...answer } },
      async (request) => {
        const { body } = request.params;
        await reportConduct(ports, { body, actor: await leads(request, body) }, request.body.what);
        return conductReports(ports, body);
      },
    );
    server.post(
      `${PATH}/:id/confirm`,
      { ...allow('lead'), schema: { params: One, body: ConfirmRequest, ...answer } },
      async (request) => {
        const { body, id: report } = request.params;
        await confirmConduct(ports, { body, report, actor: await leads(request, body) }, request.body.gravity);
        return conductReports(ports, body);
      },
    );
    const handing = { params: One, body: HandOverRequest, ...answer };
    server.post(`${PATH}/:id/hand-over`, { ...allow('lead'), schema: handing }, async (request) => {
      const { body, id: report } = request.params;
      await handOverConduct(ports, { body, report, actor: await leads(request, body) }, request.body);
      return conductReports(ports, body);
    });
    server.post(`${PATH}/:id/dismiss`, { ...allow('lead'), schema: { params: One, ...answer } }, async (request) => {
      const { body, id: report } = request.params;
      await dismissConduct(ports, { body, report, actor: await leads(request, body) });
      return conductReports(ports, body);
    });
  });
}
