// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import type { ModerationPorts } from '../../ports.ts';
import { PushDeviceRequest, PushTrial, PushView } from './contract.ts';
import { pushView, turnOff, turnOn } from './devices.ts';
import { tryDevice } from './trial.ts';

const InBody = z.object({ body: z.string() });
const OneDevice = InBody.extend({ id: z.uuid() });
const PATH = '/api/bodies/:body/push';
/** Nobody turns devices on and off all day. */
const config = { ...allow('decide').config, rateLimit: { max: 60, timeWindow: 60_000 } };

/** Notices on one's own devices: for who decides, because only they are called. */
export function pushRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const may = (request: FastifyRequest, body: string, act: 'read' | 'decide') =>
    ports.guard.actor(headersOf(request), body, act);
  const answer = { response: { 200: PushView } };

  server.get(PATH, { ...allow('read'), schema: { params: InBody, ...answer } }, async (request) => {
    const { body } = request.params;
    return pushView(ports, { body, person: (await may(request, body, 'read')).id });
  });

  const adding = { params: InBody, body: PushDeviceRequest, ...answer };
  server.post(`${PATH}/devices`, { config, schema: adding }, async (request) => {
    const { body } = request.params;
    const actor = await may(request, body, 'decide');
    await turnOn(ports, { body, actor }, request.body);
    return pushView(ports, { body, person: actor.id });
  });

  const removing = { params: OneDevice, ...answer };
  server.post(`${PATH}/devices/:id/removal`, { config, schema: removing }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'decide');
    await turnOff(ports, { body, actor }, id);
    return pushView(ports, { body, person: actor.id });
  });

  const trying = { params: OneDevice, response: { 200: PushTrial } };
  server.post(`${PATH}/devices/:id/trial`, { config, schema: trying }, async (request) => {
    const { body, id } = request.params;
    return tryDevice(ports, { body, actor: await may(request, body, 'decide') }, id);
  });
}
