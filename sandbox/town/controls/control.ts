// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, type Call, json } from '../call.ts';
import { PEOPLE_VERBS } from './people.ts';
import type { ControlPorts, Verbs } from './verb.ts';
import { WEATHER_VERBS } from './weather.ts';
import { WRITING_VERBS } from './writings.ts';

const VERBS: Verbs = { ...WRITING_VERBS, ...PEOPLE_VERBS, ...WEATHER_VERBS };

/**
 * A page open in the same browser may send requests here without being able to read the answers: what it can send
 * without asking first has a plain content type, and it must say where it comes from.
 */
export function foreign({ method, headers }: Call, url: string): Answer | null {
  if (headers.origin !== undefined && headers.origin !== url) return json({ error: 'not from another site' }, 403);
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (method === 'GET' || type.trim().toLowerCase() === 'application/json') return null;
  return json({ error: 'say `content-type: application/json`' }, 415);
}

/** `/_sandbox/<network>/…`: what citizens do, what goes wrong, and what really happened. For tests and for the demo. */
export async function control(call: Call, ports: ControlPorts): Promise<Answer> {
  const verb = VERBS[`${call.method} ${call.path[0]}`];
  if (verb === undefined) return json({ error: 'no such control', known: Object.keys(VERBS) }, 404);
  return understood(() => verb(call, ports));
}

/** An order that cannot be understood is answered so. */
export async function understood(work: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof z.ZodError) return json({ error: z.prettifyError(fault) }, 400);
    if (fault instanceof SyntaxError) return json({ error: 'the body is not JSON' }, 400);
    throw fault;
  }
}
