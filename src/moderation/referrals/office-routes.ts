// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, changeOffice, closeOffice, type Guard, headersOf, openOffice } from '#governance';
import { OfficeRequest } from '#governance/contract';
import type { ModerationPorts } from '../ports.ts';
import { OfficesPage, ReferralTermsRequest } from './contract.ts';
import { officesPage } from './offices-page.ts';
import { chooseTerms } from './terms.ts';

const InBody = z.object({ body: z.string() });
const One = InBody.extend({ id: z.uuid() });
const PATH = '/api/bodies/:body/offices';

/** The offices of a body and the times of what is handed to them: read by every role, kept by the head. */
export function officeRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const leads = (request: FastifyRequest, body: string) => ports.guard.actor(headersOf(request), body, 'lead');
  const answer = { response: { 200: OfficesPage } };

  server.get(PATH, { ...allow('read'), schema: { params: InBody, ...answer } }, async (request) => {
    const { body } = request.params;
    await ports.guard.actor(headersOf(request), body, 'read');
    return officesPage(ports, body);
  });

  server.post(
    PATH,
    { ...allow('lead'), schema: { params: InBody, body: OfficeRequest, ...answer } },
    async (request) => {
      const { body } = request.params;
      await openOffice(ports, { body, actor: await leads(request, body) }, request.body);
      return officesPage(ports, body);
    },
  );

  server.put(
    `${PATH}/:id`,
    { ...allow('lead'), schema: { params: One, body: OfficeRequest, ...answer } },
    async (request) => {
      const { body, id } = request.params;
      await changeOffice(ports, { body, id, actor: await leads(request, body) }, request.body);
      return officesPage(ports, body);
    },
  );

  server.post(`${PATH}/:id/close`, { ...allow('lead'), schema: { params: One, ...answer } }, async (request) => {
    const { body, id } = request.params;
    await closeOffice(ports, { body, id, actor: await leads(request, body) });
    return officesPage(ports, body);
  });

  const choosing = { params: InBody, body: ReferralTermsRequest, ...answer };
  server.post('/api/bodies/:body/referral-choices', { ...allow('lead'), schema: choosing }, async (request) => {
    const { body } = request.params;
    await chooseTerms(ports, { body, actor: await leads(request, body), request: request.body });
    return officesPage(ports, body);
  });
}
