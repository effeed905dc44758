// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AfterRefusal } from '#accounts';
import type { ChannelError, ReadBack } from '#channels';
import type { StoredCommand } from './store.ts';
import type { DeliveryState } from './tables.ts';

/** What comes after a write or a look at the network: settled, or once more after so many seconds. */
export type Step =
  | { readonly settle: DeliveryState; readonly error?: ChannelError; readonly proof?: Proof }
  | {
      readonly again: 'queued' | 'unknown' | 'under-way';
      readonly seconds: number;
      readonly error?: ChannelError;
      /** Nothing reached the network: the attempt does not count. */
      readonly unsent?: true;
      /** Nor was the network asked what it shows: the look does not count. */
      readonly unasked?: true;
      /** A step of several is done: where to go on from. */
      readonly progress?: string;
    };
type Proof = Readonly<Record<string, unknown>>;

/** After a write of unknown fate, until its effect is looked for: what is still on its way should have landed by then. */
export const QUIET_SECONDS = 30;
const MOST_SENDINGS = 5;
const MOST_READINGS = 40;
/** Of a publication: a video that is not ready after so many looks will not be. */
const MOST_STEPS = 120;
const LONGEST_WAIT_SECONDS = 300;

/** A step of several: nothing shows yet, and the next call goes on from there. */
export const nextStep = (
  { progress, waitSeconds }: { readonly progress: string; readonly waitSeconds: number },
  { readings }: StoredCommand,
): Step =>
  readings >= MOST_STEPS
    ? { settle: 'by-hand', error: NEVER_READY }
    : { again: 'under-way', seconds: waitSeconds, progress };

export const unknownFate = (error: ChannelError): Step => ({ again: 'unknown', seconds: QUIET_SECONDS, error });

/** From what the network shows now. `accepted`: it had said yes, so what is missing will not appear by itself. */
export function fromReading(found: ReadBack, command: StoredCommand, accepted: boolean): Step {
  if (found.state === 'confirmed') return { settle: 'confirmed', proof: found.proof };
  if (found.state === 'pending') return pending(found.error, command.readings + 1);
  if (command.withdrawn) return { settle: 'cancelled', proof: found.proof };
  // What was accepted and does not show may have been set aside by the network: sending it again could make two.
  const repeatable = !SPEAKS.has(command.type) || !accepted;
  if (repeatable && command.sendings < MOST_SENDINGS) return { again: 'queued', seconds: 2 ** command.sendings };
  return { settle: 'by-hand', error: NO_EFFECT, proof: found.proof };
}

function pending(error: ChannelError | undefined, readings: number): Step {
  // A network that does not answer has not been asked: however long it is away, its answer is waited for.
  const isAway = error !== undefined && isPassing(error);
  if (readings >= MOST_READINGS && !isAway) return { settle: 'by-hand', error: error ?? NOT_TOLD };
  const seconds = error?.retryAfterSeconds ?? Math.min(2 ** readings, LONGEST_WAIT_SECONDS);
  return { again: 'unknown', seconds, ...(error && { error }) };
}

const isPassing = ({ kind }: ChannelError): boolean => kind === 'rate-limited' || kind === 'transient';

/** From a refusal: the network said that it did nothing. */
export function fromRefusal(error: ChannelError, command: StoredCommand): Step {
  if (command.withdrawn) return { settle: 'cancelled', error };
  // Attempts that do not count cannot be told apart: each waits as long as the first, and none hammers at the door.
  if (isPassing(error))
    return { again: 'queued', seconds: error.retryAfterSeconds ?? TURNED_AWAY_SECONDS, error, unsent: true };
  // The day's units come back by themselves: the write is not refused, it is early.
  if (error.kind === 'allowance-spent')
    return { again: 'queued', seconds: error.retryAfterSeconds ?? ALLOWANCE_SECONDS, error, unsent: true };
  return { settle: BY_HAND.has(error.kind) ? 'by-hand' : 'failed', error };
}

const TURNED_AWAY_SECONDS = 30;
const ALLOWANCE_SECONDS = 3600;
/** What an interface does not let through, and a person on the network may: an answer too late for a program is not for her. */
const BY_HAND: ReadonlySet<ChannelError['kind']> = new Set(['not-possible', 'window-closed']);

/** How long what a person must mend is let be before it is tried again: connected anew, it goes on by itself. */
const UNCONNECTED_SECONDS = 300;
/** Longer than a renewal that another process is at. */
const RENEWING_SECONDS = 10;

/**
 * Secrets refused are no refusal of the write: it waits, for as long as it takes, in the state it was in. What may have
 * landed is looked for again; what surely did not is sent again, and the attempt does not count.
 */
export function afterMending(after: Exclude<AfterRefusal, 'other'>, step: Step, command: StoredCommand): Step {
  const seconds = { 'go-on': 0, wait: RENEWING_SECONDS, lost: UNCONNECTED_SECONDS }[after];
  const told = after === 'lost' && step.error !== undefined ? { error: step.error } : {};
  if ('again' in step && step.again === 'unknown') return { again: 'unknown', seconds, unasked: true, ...told };
  if (command.withdrawn) return step;
  if (command.progress !== null) return { again: 'under-way', seconds, ...told };
  return { again: 'queued', seconds, unsent: true, ...told };
}

/** Before it was sent at all: nothing may be asked of the network now. */
export function unconnected(error: ChannelError, command: StoredCommand): Exclude<Step, { settle: unknown }> {
  const again = command.state === 'queued' || command.state === 'under-way' ? command.state : 'unknown';
  return { again, seconds: UNCONNECTED_SECONDS, unasked: true, error };
}

/** Writes that leave something of ours to be read; a second one would be read too. */
const SPEAKS: ReadonlySet<StoredCommand['type']> = new Set(['reply', 'publish', 'answer-message', 'report']);

const NEVER_READY: ChannelError = {
  kind: 'not-possible',
  code: 'never-ready',
  message: 'Il social non finisce di preparare quanto è stato caricato: guardare sul social e pubblicare a mano.',
};

const NOT_TOLD: ChannelError = {
  kind: 'not-possible',
  code: 'not-told',
  message: 'Il social non lascia vedere se è andato a buon fine: guardare sul social e, se manca, fare a mano.',
};

const NO_EFFECT: ChannelError = {
  kind: 'not-possible',
  code: 'no-effect',
  message: 'Il social ha risposto di sì ma l’effetto non c’è: guardare sul social e fare a mano.',
};
