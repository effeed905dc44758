// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { allow } from '#governance';
import { ContentDetail, DoneThere, Firing, OutingList, WithReasons } from './contract.ts';
import type { Desk } from './desk.ts';
import { doneThere, sendAgain } from './publishing/by-hand.ts';
import { beginCorrection } from './publishing/correct.ts';
import { fire } from './publishing/fire.ts';
import { takeBack, takeBackOne } from './publishing/take-back.ts';
import { openOutingViews } from './publishing/view.ts';

const InBody = z.object({ body: z.string() });
const One = InBody.extend({ id: z.uuid() });
const ROOT = '/api/bodies/:body/editorial';

/** Going out, and what becomes of what is out: done by who works at the desk, seen by every mandate. */
export function publishingRoutes({ server, ports, may }: Desk): void {
  const answer = { params: One, response: { 200: ContentDetail } };

  server.post(
    `${ROOT}/drafts/:id/firing`,
    { ...allow('decide'), schema: { ...answer, body: Firing } },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      return fire(ports, { body, actor, id }, request.body);
    },
  );

  server.post(
    `${ROOT}/drafts/:id/removal`,
    { ...allow('decide'), schema: { ...answer, body: WithReasons } },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      return takeBack(ports, { body, actor, id, reasons: request.body.reasons });
    },
  );

  server.post(
    `${ROOT}/drafts/:id/correction`,
    { ...allow('decide'), schema: { ...answer, body: WithReasons } },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      return beginCorrection(ports, { body, actor, id, reasons: request.body.reasons });
    },
  );

  const open = { params: InBody, response: { 200: OutingList } };
  server.get(`${ROOT}/outings`, { ...allow('read'), schema: open }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return { items: await openOutingViews(ports, body) };
  });

  server.post(
    `${ROOT}/outings/:id/removal`,
    { ...allow('decide'), schema: { ...answer, body: WithReasons } },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      return takeBackOne(ports, { body, actor, id, reasons: request.body.reasons });
    },
  );

  server.post(
    `${ROOT}/outings/:id/done`,
    { ...allow('decide'), schema: { ...answer, body: DoneThere } },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      return doneThere(ports, { body, actor, id, link: request.body.link });
    },
  );

  server.post(`${ROOT}/outings/:id/retry`, { ...allow('decide'), schema: answer }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'decide');
    return sendAgain(ports, { body, actor, id });
  });
}
