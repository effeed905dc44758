// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { allow } from '#governance';
import {
  ActEnd,
  ActList,
  BodyCalendar,
  HoursChoices,
  NewAct,
  NewCover,
  NewHoursChoice,
  NewPatron,
} from './contract.ts';
import { type Desk, ROOT } from './desk.ts';
import { actList, recordAct, recordActEnd } from './recording/acts.ts';
import { calendarOf, choosePatron, recordCover, recordCoverEnd } from './recording/calendar.ts';
import { chooseHours, hoursChoices } from './recording/hours.ts';

const InBody = z.object({ body: z.string() });
const OneAct = InBody.extend({ id: z.uuid() });

/** What is recorded beside the policy: acts that wake its clauses, hours where it gives none, the body's own days. */
export function recordingRoutes({ server, ports, may }: Desk): void {
  server.get(
    `${ROOT}/acts`,
    { ...allow('read'), schema: { params: InBody, response: { 200: ActList } } },
    async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      return actList(ports, body);
    },
  );

  server.post(
    `${ROOT}/acts`,
    { ...allow('approve-policy'), schema: { params: InBody, body: NewAct, response: { 201: ActList } } },
    async (request, reply) => {
      const { body } = request.params;
      const actor = await may(request, body, 'approve-policy');
      return reply.code(201).send(await recordAct(ports, { body, actor }, request.body));
    },
  );

  server.post(
    `${ROOT}/acts/:id/end`,
    { ...allow('approve-policy'), schema: { params: OneAct, body: ActEnd, response: { 200: ActList } } },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'approve-policy');
      return recordActEnd(ports, { body, actor, id }, request.body);
    },
  );

  server.get(
    `${ROOT}/hours-choice`,
    { ...allow('read'), schema: { params: InBody, response: { 200: HoursChoices } } },
    async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      return hoursChoices(ports, body);
    },
  );

  server.post(
    `${ROOT}/hours-choice`,
    { ...allow('approve-policy'), schema: { params: InBody, body: NewHoursChoice, response: { 201: HoursChoices } } },
    async (request, reply) => {
      const { body } = request.params;
      const actor = await may(request, body, 'approve-policy');
      return reply.code(201).send(await chooseHours(ports, { body, actor }, request.body));
    },
  );
  calendarRoutes({ server, ports, may });
}

function calendarRoutes({ server, ports, may }: Desk): void {
  const answer = { params: InBody, response: { 200: BodyCalendar } };
  server.get(`${ROOT}/calendar`, { ...allow('read'), schema: answer }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return calendarOf(ports, body);
  });

  server.post(
    `${ROOT}/patron`,
    { ...allow('approve-policy'), schema: { ...answer, body: NewPatron } },
    async (request) => {
      const { body } = request.params;
      const actor = await may(request, body, 'approve-policy');
      return choosePatron(ports, { body, actor }, request.body);
    },
  );

  server.post(
    `${ROOT}/cover`,
    { ...allow('approve-policy'), schema: { ...answer, body: NewCover } },
    async (request) => {
      const { body } = request.params;
      const actor = await may(request, body, 'approve-policy');
      return recordCover(ports, { body, actor }, request.body);
    },
  );

  server.post(
    `${ROOT}/cover/:id/end`,
    { ...allow('approve-policy'), schema: { ...answer, params: OneAct, body: ActEnd } },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'approve-policy');
      return recordCoverEnd(ports, { body, actor, id }, request.body);
    },
  );
}
