// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { adapters } from '#channels';
import { allow, type Guard, headersOf } from '#governance';
import type { Clock } from '#kernel';
import { BegunAgain, type RehearsalView, TellRequest, ToldStory, RehearsalView as View } from '../contract.ts';
import { rehearsalError } from '../errors.ts';
import { controlOf } from './controls.ts';
import type { World } from './world.ts';

export interface RehearsalPorts {
  readonly guard: Guard;
  readonly clock: Clock;
  /** When the demonstration stands. */
  world(): Promise<World>;
  /** Brings the simulated world back to its beginning and connects its accounts again; how many. */
  beginAgain(): Promise<number>;
}

const ROOT = '/api/bodies/:body/rehearsal';
const InBody = z.object({ body: z.string() });
const OneStory = InBody.extend({ name: z.string().regex(/^[a-z-]{1,60}$/) });

const Stories = z.object({ stories: View.shape.stories });
const Accounts = z.object({
  accounts: z.array(z.object({ handle: z.string(), name: z.string(), body: z.string() })),
});
const Told = z.object({ done: z.number(), waiting: z.number(), hindered: z.array(z.string()) });

/** Where people rehearse: stories told on the simulated networks of a body. Only in the demonstration. */
export function rehearsalRoutes(root: FastifyInstance, ports: RehearsalPorts): void {
  const { guard, clock } = ports;
  const lastTold = new Map<string, NonNullable<RehearsalView['told']>>();
  let beginning: Promise<number> | null = null;
  const server = root.withTypeProvider<ZodTypeProvider>();

  server.get(ROOT, { ...allow('read'), schema: { params: InBody, response: { 200: View } } }, async (request) => {
    const { body } = request.params;
    await guard.actor(headersOf(request), body, 'read');
    const world = await ports.world();
    const { stories } = await controlOf(world)(Stories, { name: 'stories' });
    return { world: world.url, stories, screens: await screensOf(world, body), told: lastTold.get(body) ?? null };
  });

  const telling = { params: OneStory, body: TellRequest, response: { 201: ToldStory } };
  server.post(`${ROOT}/stories/:name`, { ...allow('decide'), schema: telling }, async (request, reply) => {
    const { body, name } = request.params;
    const { pace } = request.body;
    const by = await guard.actor(headersOf(request), body, 'decide');
    if (beginning !== null) throw rehearsalError('REHEARSAL_BEGINNING');
    const world = await ports.world();
    const { stories } = await controlOf(world)(Stories, { name: 'stories' });
    if (!stories.some((story) => story.name === name)) throw rehearsalError('STORY_UNKNOWN', name);
    // A telling of its own: told twice, each finds what it wrote itself.
    const order = { method: 'POST', name: `stories/${name}`, body: { body, pace, telling: randomUUID() } };
    const { done, waiting, hindered } = await controlOf(world)(Told, order);
    lastTold.set(body, { story: name, pace, at: clock.now().toISOString(), by: by.name });
    return reply.code(201).send({ done, waiting, hindered: hindered.length });
  });

  server.post(
    `${ROOT}/beginning`,
    { ...allow('decide'), schema: { params: InBody, response: { 200: BegunAgain } } },
    async (request) => {
      await guard.actor(headersOf(request), request.params.body, 'decide');
      beginning ??= ports.beginAgain().finally(() => {
        beginning = null;
        lastTold.clear();
      });
      return { accounts: await beginning };
    },
  );
}

/** In the order in which the desk lists the networks. */
async function screensOf(world: World, body: string): Promise<RehearsalView['screens']> {
  const simulated = adapters.filter(({ network }) => network in world.networks);
  const found = await Promise.all(
    simulated.map(async ({ network }) => {
      const { accounts } = await controlOf(world, network)(Accounts, { name: 'accounts' });
      const ours = accounts.filter((one) => one.body === body);
      return ours.map(({ handle, name }) => ({
        network,
        name,
        url: `${world.url}/${network}/${encodeURIComponent(handle)}`,
      }));
    }),
  );
  return found.flat();
}
