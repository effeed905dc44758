// SPDX-License-Identifier: AGPL-3.0-or-later
import { XRPCError } from '@atproto/api';
import { messagesFor } from '../core/state.ts';
import { type ChannelError, type ChannelErrorKind, ChannelFault, type WriteOutcome } from '../port.ts';

const MESSAGES = messagesFor('Bluesky', {
  'token-expired': 'La sessione su Bluesky è scaduta: va rinnovata.',
  'reauth-needed': 'Bluesky non accetta le credenziali dell’account: vanno inserite di nuovo.',
  'role-lost': 'L’account non ha il permesso di farlo su Bluesky.',
  'not-found': 'Su Bluesky non esiste più.',
  'blocked-by-platform': 'Bluesky ha sospeso l’account o impedisce l’operazione: controllare l’account.',
  'not-possible': 'Su Bluesky questa operazione non è possibile.',
});

/** Error names of the lexicons, whatever the status they come with. */
const KIND_OF_NAME: Readonly<Record<string, ChannelErrorKind>> = {
  ExpiredToken: 'token-expired',
  InvalidToken: 'token-expired',
  AuthenticationRequired: 'reauth-needed',
  AuthMissing: 'reauth-needed',
  AuthFactorTokenRequired: 'reauth-needed',
  AccountTakedown: 'blocked-by-platform',
  AccountSuspended: 'blocked-by-platform',
  AccountDeactivated: 'blocked-by-platform',
  RepoTakendown: 'blocked-by-platform',
  BlockedActor: 'blocked-by-platform',
  BlockedByActor: 'blocked-by-platform',
  RateLimitExceeded: 'rate-limited',
  MessagesDisabled: 'window-closed',
  ConvoLocked: 'window-closed',
  InvalidConvo: 'not-found',
  RecordNotFound: 'not-found',
  NotFound: 'not-found',
  RepoNotFound: 'not-found',
  InvalidSwap: 'transient',
  UpstreamFailure: 'transient',
  UpstreamTimeout: 'transient',
};

/** Below 100 the library's own: 1 no answer, 2 an answer that is not what the lexicon promises. */
function kindOf(status: number, name: string): ChannelErrorKind {
  const named = KIND_OF_NAME[name];
  if (named !== undefined) return named;
  if (status < 100 || status >= 500) return status === 501 ? 'not-possible' : 'transient';
  if (status === 401) return 'reauth-needed';
  if (status === 403) return 'role-lost';
  if (status === 404) return 'not-possible';
  if (status === 429) return 'rate-limited';
  return 'rejected-content';
}

/** Seconds to wait as the answer says: `retry-after`, otherwise the moment in `ratelimit-reset`. */
function retryAfter(headers: Readonly<Record<string, string | undefined>>, now: Date): number | undefined {
  const after = Number(headers['retry-after']);
  if (Number.isFinite(after) && after > 0) return Math.ceil(after);
  const reset = Number(headers['ratelimit-reset']);
  if (Number.isFinite(reset) && reset > 0) return Math.max(1, Math.ceil(reset - now.getTime() / 1000));
  return undefined;
}

/** A fault of our own making, before or instead of a call. */
export function fault(kind: ChannelErrorKind, code: string, message = MESSAGES[kind]): ChannelFault {
  return new ChannelFault({ kind, code, message });
}

/** Anything thrown by the library or by us, in the words of the port. */
export function channelError(cause: unknown, now: Date): ChannelError {
  if (cause instanceof ChannelFault) return cause.error;
  if (cause instanceof Doubt) return channelError(cause.cause, now);
  const error = XRPCError.from(cause);
  const kind = kindOf(error.status, error.error);
  const wait = kind === 'rate-limited' ? retryAfter(error.headers ?? {}, now) : undefined;
  return {
    kind,
    code: `${error.status} ${error.error}`,
    message: MESSAGES[kind],
    ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
  };
}

export const isNamed = (cause: unknown, name: string): boolean => cause instanceof XRPCError && cause.error === name;

/** The token was refused even after the library renewed it: only a new login may help. */
export const isSessionRefused = (cause: unknown): boolean =>
  cause instanceof XRPCError &&
  (cause.status === 401 || cause.error === 'ExpiredToken' || cause.error === 'InvalidToken');

/** A write that may have happened: the network was reached and gave no clear answer. */
export class Doubt extends Error {
  constructor(cause: unknown) {
    super('the outcome of the write is not known', { cause });
    this.name = 'Doubt';
  }
}

/** Failures that come before a connection exists: nothing of the write can have arrived. */
const NEVER_CONNECTED: readonly unknown[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/** The library wraps the system's error, at times more than once. */
function neverLeft(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return NEVER_CONNECTED.includes('code' in cause ? cause.code : undefined) || neverLeft(cause.cause);
}

/** Sends the one call that changes the network, and tells a refusal from a doubt. */
export async function send<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (cause) {
    const isRefusal = cause instanceof XRPCError && cause.status >= 100 && cause.status < 500;
    throw isRefusal || neverLeft(cause) ? cause : new Doubt(cause);
  }
}

export function outcomeOf(cause: unknown, now: Date): WriteOutcome {
  return { state: cause instanceof Doubt ? 'unknown' : 'refused', error: channelError(cause, now) };
}
