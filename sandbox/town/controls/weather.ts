// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { json } from '../call.ts';
import { FaultOrder, faultsOf } from '../faults.ts';
import { WebhookTrouble } from '../webhooks.ts';
import type { Entry } from '../writing.ts';
import { done, read, type Verbs } from './verb.ts';

const Webhook = z.strictObject({
  url: z.url().nullable(),
  verifyToken: z.string().optional(),
  /** Without the handshake: for who only wants to see what would be told. */
  trusted: z.boolean().default(false),
});
const Usage = z.strictObject({ percent: z.number().nonnegative() });
const Units = z.strictObject({ day: z.string(), units: z.number() });
const World = z.object({ entries: z.array(z.object({ type: z.string() }).loose()) });

/** What goes wrong, what is told and to whom, what was asked and answered, and the world as a whole. */
export const WEATHER_VERBS: Verbs = {
  'GET nature': (_call, { definition: { name, label, screen, habits, webhook } }) =>
    json({ name, label, can: screen.can, ...habits, webhook: webhook !== null }),
  'POST arrivals': (_call, { arrivals }) => json({ arrived: arrivals.next() }),
  'GET faults': (_call, { definition, faults }) =>
    json({
      possible: faultsOf(definition),
      own: Object.fromEntries(Object.entries(definition.ownFaults).map(([name, { says }]) => [name, says])),
      down: faults.isDown(),
    }),
  'POST faults': (call, { definition, faults }) =>
    faults.order(read(FaultOrder, call))
      ? done
      : json({ error: `${definition.label} cannot have this fault`, possible: faultsOf(definition) }, 400),
  'DELETE faults': (_call, { faults, sender }) => {
    faults.clear();
    sender.resume();
    return done;
  },
  'PUT usage': (call, { setUsage }) => {
    setUsage(read(Usage, call).percent);
    return done;
  },
  'GET units': ({ query }, { stage }) => json({ spent: stage.world.spent(query.get('day') ?? '') }),
  'POST units': (call, { stage }) => {
    const { day, units } = read(Units, call);
    stage.world.spend(day, units);
    return done;
  },
  'PUT webhook': async (call, { sender }) => {
    const { url, verifyToken: word, trusted } = read(Webhook, call);
    const failure = await sender.register({ url, word, trusted });
    return failure === null ? done : json({ error: failure }, 400);
  },
  'POST handshakes': async (call, { sender, stage }) => {
    const { verifyToken: word } = read(Webhook.pick({ verifyToken: true }), call);
    const url = stage.world.webhook();
    return json({
      failure: url === null ? 'nobody is registered' : await sender.register({ url, word, trusted: false }),
    });
  },
  'PUT webhook-trouble': (call, { sender }) => {
    sender.setTrouble(read(WebhookTrouble, call));
    return done;
  },
  'GET deliveries': (_call, { sender }) => json({ deliveries: sender.deliveries }),
  'GET writes': (_call, { stage }) => json({ writes: stage.world.calls }),
  'GET calls': (_call, { exchanged }) => json({ calls: exchanged() }),
  'GET own': ({ query }, { stage: { world } }) =>
    json({ own: Object.fromEntries(world.ownKeys(query.get('prefix') ?? '').map((key) => [key, world.own(key)])) }),
  'GET state': (_call, { stage }) => json({ entries: stage.world.entries() }),
  // The secrets stay those of the world that runs: the desk is configured with them.
  'PUT state': (call, { stage }) => {
    const { entries } = read(World, call);
    const { world, secrets } = stage;
    const others = (entries as unknown as Entry[]).filter(({ type }) => type !== 'secrets');
    world.replace([{ type: 'secrets', secrets }, ...others]);
    return done;
  },
};
