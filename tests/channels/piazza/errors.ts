// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChannelError, type ChannelErrorKind, ChannelFault } from '#channels';
import { type Failed, retryAfter } from '../../../src/channels/core/call.ts';
import { messagesFor } from '../../../src/channels/core/state.ts';

const MESSAGES = messagesFor('Piazza');
const BREATH_SECONDS = 60;

export const told = (kind: ChannelErrorKind, code: string): ChannelError => ({ kind, code, message: MESSAGES[kind] });

/** A dead token says why: only one that is old can be renewed. */
const kindOf = (status: number, why: string): ChannelErrorKind => {
  if (status === 401) return why === 'expired' ? 'token-expired' : 'reauth-needed';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'transient' : 'rejected-content';
};

export function errorOf(failed: Failed, now: Date): ChannelError {
  if (failed.kind === 'unclear') return told('transient', failed.code);
  const { why = '' } = failed.body as { why?: string };
  const error = told(kindOf(failed.status, why), `${failed.status} ${why}`);
  if (error.kind !== 'rate-limited') return error;
  return { ...error, retryAfterSeconds: retryAfter(failed.headers, now) ?? BREATH_SECONDS };
}

export const fault = (error: ChannelError): ChannelFault => new ChannelFault(error);
