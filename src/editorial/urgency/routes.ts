// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { allow } from '#governance';
import type { Desk } from '../desk.ts';
import { ContentDetail } from '../drafting/view-contract.ts';
import { WithReasons } from '../publishing/contract.ts';
import { allowUrgency, endUrgencyChoice } from './allow.ts';
import { Ratification, UrgencyChoice, UrgencyView, UrgentCorrection } from './contract.ts';
import { correctNow, undoUrgent } from './correct-now.ts';
import { ratify } from './ratify.ts';
import { urgencyView } from './view.ts';

const ROOT = '/api/bodies/:body/editorial';
const InBody = z.object({ body: z.string() });
const OneDraft = InBody.extend({ id: z.uuid() });

/** Corrections that cannot wait: allowed by whoever leads, made by who works at the desk, ratified by somebody else who leads. */
export function urgencyRoutes({ server, ports, may }: Desk): void {
  const whole = { params: InBody, response: { 200: UrgencyView } };
  const one = { params: OneDraft, response: { 200: ContentDetail } };

  server.get(`${ROOT}/urgency`, { ...allow('read'), schema: whole }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return urgencyView(ports, body);
  });

  server.post(`${ROOT}/urgency`, { ...allow('lead'), schema: { ...whole, body: UrgencyChoice } }, async (request) => {
    const { body } = request.params;
    return allowUrgency(ports, { body, actor: await may(request, body, 'lead'), ...request.body });
  });

  server.post(`${ROOT}/urgency/end`, { ...allow('lead'), schema: whole }, async (request) => {
    const { body } = request.params;
    return endUrgencyChoice(ports, { body, actor: await may(request, body, 'lead') });
  });

  server.post(
    `${ROOT}/drafts/:id/urgent-correction`,
    { ...allow('decide'), schema: { ...one, body: UrgentCorrection } },
    async (request) => {
      const { body, id } = request.params;
      return correctNow(ports, { body, actor: await may(request, body, 'decide'), id }, request.body);
    },
  );

  server.post(
    `${ROOT}/drafts/:id/urgent-undoing`,
    { ...allow('decide'), schema: { ...one, body: WithReasons } },
    async (request) => {
      const { body, id } = request.params;
      return undoUrgent(ports, { body, actor: await may(request, body, 'decide'), id, ...request.body });
    },
  );

  server.post(
    `${ROOT}/drafts/:id/ratification`,
    { ...allow('lead'), schema: { ...one, body: Ratification } },
    async (request) => {
      const { body, id } = request.params;
      return ratify(ports, { body, actor: await may(request, body, 'lead'), id }, request.body);
    },
  );
}
