// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChannelError, ReadBack } from '#channels';
import type { StoredCommand } from './store.ts';
import type { DeliveryState } from './tables.ts';

/** What comes after a write or a look at the network: settled, or once more after so many seconds. */
export type Step =
  | { readonly settle: DeliveryState; readonly error?: ChannelError; readonly proof?: Proof }
  | {
      readonly again: 'queued' | 'unknown';
      readonly seconds: number;
      readonly error?: ChannelError;
      /** Nothing reached the network: the attempt does not count. */
      readonly unsent?: true;
    };
type Proof = Readonly<Record<string, unknown>>;

/** After a write of unknown fate, until its effect is looked for: what is still on its way should have landed by then. */
export const QUIET_SECONDS = 30;
const MOST_SENDINGS = 5;
const MOST_READINGS = 40;
const LONGEST_WAIT_SECONDS = 300;

export const unknownFate = (error: ChannelError): Step => ({ again: 'unknown', seconds: QUIET_SECONDS, error });

/** From what the network shows now. `accepted`: it had said yes, so what is missing will not appear by itself. */
export function fromReading(found: ReadBack, command: StoredCommand, accepted: boolean): Step {
  if (found.state === 'confirmed') return { settle: 'confirmed', proof: found.proof };
  if (found.state === 'pending') return pending(found.error, command.readings + 1);
  if (command.withdrawn) return { settle: 'cancelled', proof: found.proof };
  // An accepted reply that does not show may have been set aside by the network: sending it again could make two.
  const repeatable = command.type !== 'reply' || !accepted;
  if (repeatable && command.sendings < MOST_SENDINGS) return { again: 'queued', seconds: 2 ** command.sendings };
  return { settle: 'by-hand', error: NO_EFFECT, proof: found.proof };
}

function pending(error: ChannelError | undefined, readings: number): Step {
  const told = error === undefined ? {} : { error };
  if (readings >= MOST_READINGS) return { settle: 'by-hand', ...told };
  const seconds = error?.retryAfterSeconds ?? Math.min(2 ** readings, LONGEST_WAIT_SECONDS);
  return { again: 'unknown', seconds, ...told };
}

/** From a refusal: the network said that it did nothing. */
export function fromRefusal(error: ChannelError, command: StoredCommand): Step {
  if (command.withdrawn) return { settle: 'cancelled', error };
  if (error.kind === 'rate-limited' || error.kind === 'transient') {
    const seconds = error.retryAfterSeconds ?? Math.min(2 ** command.sendings, LONGEST_WAIT_SECONDS);
    return { again: 'queued', seconds, error, unsent: true };
  }
  return { settle: error.kind === 'not-possible' ? 'by-hand' : 'failed', error };
}

const NO_EFFECT: ChannelError = {
  kind: 'not-possible',
  code: 'no-effect',
  message: 'Il social ha risposto di sì ma l’effetto non c’è: guardare sul social e fare a mano.',
};
