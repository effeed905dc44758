// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChannelError, ChannelFault } from '../port.ts';
import type { GraphReader } from './graph.ts';
import { waitAfter } from './graph-errors.ts';

/** What a Graph network answers at 70 % of the allowance: go on, but come back later. */
const SLOW_DOWN_SECONDS = waitAfter({ percent: 70 }) ?? 0;

/** Whether the last answers ask to stop reading at once, and not only to come back later. */
export const asksToStop = (reader: GraphReader): boolean => (reader.waitSeconds() ?? 0) > SLOW_DOWN_SECONDS;

/**
 * What one part of a pull came to. `stopped`: the network wants nothing more for now; what was read before is kept, and the
 * next pull goes on.
 */
export type Attempt<Found> =
  | { readonly state: 'read'; readonly found: Found }
  | { readonly state: 'stopped'; readonly waitSeconds: number }
  /** That part is closed to this account: the rest goes on without it, and `check` says what is lacking. */
  | { readonly state: 'closed'; readonly error: ChannelError };

const CLOSED = new Set<ChannelError['kind']>(['not-found', 'not-possible', 'rejected-content', 'role-lost']);
/** Code 10, a permission that was not granted, is also what a lost authorisation looks like; here the account was just read. */
const isClosed = ({ kind, code }: ChannelError): boolean => CLOSED.has(kind) || /^10( |$)/.test(code);

/** Reads a part that the rest of the pull can do without. Faults that concern everything are thrown. */
export async function attempt<Found>(reader: GraphReader, work: () => Promise<Found>): Promise<Attempt<Found>> {
  if (asksToStop(reader)) return { state: 'stopped', waitSeconds: reader.waitSeconds() ?? 0 };
  try {
    return { state: 'read', found: await work() };
  } catch (fault) {
    if (!(fault instanceof ChannelFault)) throw fault;
    if (fault.error.kind === 'rate-limited')
      return { state: 'stopped', waitSeconds: fault.error.retryAfterSeconds ?? SLOW_DOWN_SECONDS };
    if (isClosed(fault.error)) return { state: 'closed', error: fault.error };
    throw fault;
  }
}

/** Null where that part is closed to this account; every other fault is thrown. */
export async function unlessClosed<Found>(work: () => Promise<Found>): Promise<Found | null> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof ChannelFault && isClosed(fault.error)) return null;
    throw fault;
  }
}
