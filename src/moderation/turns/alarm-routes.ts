// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import { alarmsIn, alarmView } from './alarm-view.ts';
import { Alarms, AlarmView, CallRequest } from './contract.ts';
import { recordCall, takeAlarm } from './take.ts';

const InBody = z.object({ body: z.string() });
const OneAlarm = InBody.extend({ id: z.uuid() });
const Keyed = z.object({ 'idempotency-key': z.string().min(8).max(100) });
const PATH = '/api/bodies/:body/alarms';

/** What cannot wait: seen by every role, taken by who decides. */
export function alarmRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const answer = { params: OneAlarm, response: { 200: AlarmView } };

  server.get(PATH, { ...allow('read'), schema: { params: InBody, response: { 200: Alarms } } }, async (request) => {
    const { body } = request.params;
    await ports.guard.actor(headersOf(request), body, 'read');
    return alarmsIn(ports, body);
  });

  server.get(`${PATH}/:id`, { ...allow('monitor'), schema: answer }, async (request) => {
    const { body, id } = request.params;
    const { id: person } = await ports.guard.actor(headersOf(request), body, 'read');
    return alarmView(ports, { body, person }, id);
  });

  server.post(`${PATH}/:id/take`, { ...allow('decide'), schema: answer }, async (request) => {
    const { body, id: alarm } = request.params;
    const actor = await ports.guard.actor(headersOf(request), body, 'decide');
    await takeAlarm(ports, { body, alarm, actor });
    return alarmView(ports, { body, person: actor.id }, alarm);
  });

  const calling = { ...answer, headers: Keyed, body: CallRequest };
  server.post(`${PATH}/:id/calls`, { ...allow('decide'), schema: calling }, async (request) => {
    const { body, id: alarm } = request.params;
    const actor = await ports.guard.actor(headersOf(request), body, 'decide');
    const key = request.headers['idempotency-key'];
    await recordCall(ports, { body, alarm, actor }, { ...request.body, key });
    return alarmView(ports, { body, person: actor.id }, alarm);
  });
}
