// SPDX-License-Identifier: AGPL-3.0-or-later
import { ChannelFault, wellFormed } from '#channels';
import { CodedError } from '#kernel';

/**
 * Why a reading failed, in Italian, for who must see to it. INVARIANT: only words of ours and codes: the message of an
 * unforeseen error may quote what a citizen wrote.
 */
export function inWords(fault: unknown): string {
  if (fault instanceof ChannelFault) return wellFormed(`${fault.error.message} (${fault.error.code})`);
  if (fault instanceof CodedError) return fault.message;
  return `La lettura si è interrotta per un errore del programma (${nameOf(fault)})`;
}

function nameOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  return /^\w{1,40}$/.test(code) ? code : fault.name;
}

export const unreadableInWords = (count: number): string =>
  count === 1
    ? 'Un intervento non si è potuto leggere: è arrivato in una forma sconosciuta. Va guardato sul social'
    : `${count} interventi non si sono potuti leggere: sono arrivati in una forma sconosciuta. Vanno guardati sul social`;

/** What the network asked for when it refused; 0: nothing. */
export const askedSeconds = (fault: unknown): number =>
  fault instanceof ChannelFault ? (fault.error.retryAfterSeconds ?? 0) : 0;

const LONGEST_BACK_OFF_SECONDS = 900;

/** Twice as long at each failure in a row, up to a quarter of an hour, and never sooner than the network asked for. */
export function backOffSeconds(failed: {
  readonly pollSeconds: number;
  readonly failures: number;
  readonly askedSeconds: number;
}): number {
  const { pollSeconds, failures, askedSeconds: asked } = failed;
  return Math.max(pollSeconds, asked, Math.min(pollSeconds * 2 ** failures, LONGEST_BACK_OFF_SECONDS));
}
