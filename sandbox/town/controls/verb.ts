// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { type Answer, type Call, json } from '../call.ts';
import type { Exchanged } from '../exchange.ts';
import type { Faults } from '../faults.ts';
import type { NetworkDefinition, Stage } from '../network.ts';
import type { Arrivals } from '../staging.ts';
import type { WebhookSender } from '../webhooks.ts';

/** What the controls of one network can reach. */
export interface ControlPorts {
  readonly definition: NetworkDefinition;
  readonly stage: Stage;
  readonly faults: Faults;
  readonly sender: WebhookSender;
  readonly arrivals: Arrivals;
  readonly exchanged: () => readonly Exchanged[];
  readonly setUsage: (percent: number) => void;
}

/** One order or question; throws ZodError or SyntaxError for a body it does not understand. */
export type Verb = (call: Call, ports: ControlPorts) => Answer | Promise<Answer>;

/** By method and name: `POST writings`. */
export type Verbs = Readonly<Record<string, Verb>>;

export const read = <Schema extends z.ZodType>(schema: Schema, { body }: Call): z.output<Schema> =>
  schema.parse(JSON.parse(body === '' ? '{}' : body));

export const done: Answer = json({ ok: true });
export const missing: Answer = json({ error: 'no such account, writing or person' }, 404);
