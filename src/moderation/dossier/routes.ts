// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Actor, allow, type Guard, headersOf } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import { answerAuthorities, authoritiesTold } from './authorities.ts';
import { chooseTerms } from './choose.ts';
import {
  AuthorityAnswer,
  AuthorityFiled,
  CsamDestruction,
  CsamDismissal,
  CsamRequest,
  DossierCase,
  DossierPage,
  DossierRequest,
  EvidenceTermRequest,
  EvidenceTerms,
  HoldRequest,
} from './contract.ts';
import { raiseCsam } from './csam.ts';
import { destroyWithheld, dismissCsam } from './csam-ending.ts';
import { endHold, setHold } from './hold.ts';
import { dossierFile, makeDossier } from './make.ts';
import { dossierCase, dossierPage, termsView } from './view.ts';

const InBody = z.object({ body: z.string() });
const One = InBody.extend({ id: z.uuid() });
const BODY = '/api/bodies/:body';
const CASE = `${BODY}/cases/:id`;

type Act = 'read' | 'decide' | 'lead';
interface OnCase {
  readonly body: string;
  readonly caseId: string;
  readonly actor: Actor;
}

/** Evidence, authorities and holds: read by every role, done by who decides; holds and whole files by the head. */
export function dossierRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const may = (request: FastifyRequest, body: string, act: Act) => ports.guard.actor(headersOf(request), body, act);

  server.get(
    `${CASE}/dossier`,
    { ...allow('monitor'), schema: { params: One, response: { 200: DossierCase } } },
    async (request) => {
      const { body, id } = request.params;
      return dossierCase(ports, { body, id, actor: await may(request, body, 'read') });
    },
  );

  /** One act on a case; answers with the case's room as it is afterwards. */
  const act = <Shape extends z.ZodType>(
    path: string,
    { shape, needs, work }: { shape: Shape; needs: Act; work: (on: OnCase, asked: z.infer<Shape>) => Promise<unknown> },
  ) =>
    server.post(
      `${CASE}/${path}`,
      { ...allow(needs), schema: { params: One, body: shape, response: { 200: DossierCase } } },
      async (request) => {
        const { body, id } = request.params as z.infer<typeof One>;
        const actor = await may(request, body, needs);
        await work({ body, caseId: id, actor }, request.body as z.infer<Shape>);
        return dossierCase(ports, { body, id, actor });
      },
    );

  act('dossiers', {
    ...{ shape: DossierRequest, needs: 'decide' },
    work: (on, request) => makeDossier(ports, { ...on, request }),
  });
  act('hold', { shape: HoldRequest, needs: 'lead', work: (on, request) => setHold(ports, { ...on, request }) });
  act('hold/lift', { shape: HoldRequest, needs: 'lead', work: (on, request) => endHold(ports, { ...on, request }) });
  act('authorities', {
    ...{ shape: AuthorityAnswer, needs: 'decide' },
    work: (on, request) => answerAuthorities(ports, { ...on, request }),
  });
  act('authorities/filed', {
    ...{ shape: AuthorityFiled, needs: 'decide' },
    work: (on, request) => authoritiesTold(ports, { ...on, request }),
  });
  act('csam', { shape: CsamRequest, needs: 'decide', work: (on, request) => raiseCsam(ports, { ...on, request }) });
  act('csam/dismiss', {
    ...{ shape: CsamDismissal, needs: 'lead' },
    work: (on, { reasons }) => dismissCsam(ports, { ...on, reasons }),
  });
  act('csam/destroy', { shape: CsamDestruction, needs: 'lead', work: (on) => destroyWithheld(ports, on) });

  server.get(
    `${BODY}/dossiers`,
    { ...allow('monitor'), schema: { params: InBody, response: { 200: DossierPage } } },
    async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      return dossierPage(ports, body);
    },
  );

  // A masked file is for whoever works here, auditors too; a whole one for the head.
  server.get(
    `${BODY}/dossiers/:id/file`,
    { ...allow('monitor', { machines: 'never' }), schema: { params: One } },
    async (request, reply) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'read');
      const { name, file } = await dossierFile(ports, { body, id, actor });
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('x-content-type-options', 'nosniff')
        .send(file);
    },
  );

  const choosing = { params: InBody, body: EvidenceTermRequest, response: { 200: EvidenceTerms } };
  server.post(`${BODY}/evidence-terms`, { ...allow('lead'), schema: choosing }, async (request) => {
    const { body } = request.params;
    const actor = await may(request, body, 'lead');
    await chooseTerms(ports, { body, actor, request: request.body });
    return ports.database.inBody(body, (tx) => termsView(tx, body));
  });
}
