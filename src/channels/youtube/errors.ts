// SPDX-License-Identifier: AGPL-3.0-or-later
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Failed, retryAfter } from '../core/call.ts';
import { messagesFor } from '../core/state.ts';
import { type ChannelError, type ChannelErrorKind, ChannelFault } from '../port.ts';
import { DEFAULT_BACKOFF_SECONDS, QUOTA_ZONE } from './limits.ts';

const Refusal = z.object({
  error: z.object({ errors: z.array(z.object({ reason: z.string() })).default([]), status: z.string().optional() }),
});
/** Of the address that gives tokens. */
const TokenRefusal = z.object({ error: z.string() });

const MESSAGES = messagesFor('YouTube', {
  'token-expired': 'L’accesso al canale YouTube è scaduto: va rinnovato.',
  'reauth-needed': 'Google non riconosce più l’autorizzazione: chi possiede il canale deve collegarlo di nuovo.',
  'role-lost': 'Chi ha collegato il canale non ne ha più la gestione: l’ente deve restituirgliela su YouTube.',
  'comments-disabled': 'Sotto questo video i commenti sono chiusi.',
  'allowance-spent':
    'Le chiamate che YouTube concede per oggi sono finite o tenute da parte; tornano alla mezzanotte della California, le 9 in Italia.',
});

const KIND_OF_REASON: Readonly<Record<string, ChannelErrorKind>> = {
  authError: 'token-expired',
  unauthorized: 'token-expired',
  invalid_grant: 'reauth-needed',
  invalid_client: 'reauth-needed',
  insufficientPermissions: 'reauth-needed',
  forbidden: 'role-lost',
  ineligibleAccount: 'role-lost',
  youtubeSignupRequired: 'role-lost',
  channelClosed: 'blocked-by-platform',
  channelSuspended: 'blocked-by-platform',
  accountDelegationForbidden: 'role-lost',
  quotaExceeded: 'allowance-spent',
  dailyLimitExceeded: 'allowance-spent',
  uploadLimitExceeded: 'allowance-spent',
  rateLimitExceeded: 'rate-limited',
  userRateLimitExceeded: 'rate-limited',
  commentsDisabled: 'comments-disabled',
  operationNotSupported: 'not-possible',
  parentCommentIsPrivate: 'not-possible',
  banWithoutReject: 'not-possible',
  // Nearly always something in what was sent: repeating it would go on for ever.
  processingFailure: 'rejected-content',
  backendError: 'transient',
  internalError: 'transient',
};

/** Unknown reasons are judged by their status; what is left is a refusal of the content, never silently «try again». */
function kindOf(status: number, reason: string): ChannelErrorKind {
  const named = KIND_OF_REASON[reason];
  if (named !== undefined) return named;
  if (status >= 500) return 'transient';
  if (status === 404 || status === 410 || reason.endsWith('NotFound')) return 'not-found';
  if (status === 401) return 'token-expired';
  if (status === 403) return 'role-lost';
  return status === 429 ? 'rate-limited' : 'rejected-content';
}

export const reasonIn = (body: unknown): string => {
  const token = TokenRefusal.safeParse(body);
  if (token.success) return token.data.error;
  const refusal = Refusal.safeParse(body).data?.error;
  return refusal?.errors[0]?.reason ?? refusal?.status ?? '';
};

/** Why a call gave no answer, in our kinds. */
export function errorOf(failed: Failed, now: Date): ChannelError {
  if (failed.kind === 'unclear') return unclear(failed.code);
  const reason = reasonIn(failed.body);
  const kind = kindOf(failed.status, reason);
  const error = { kind, code: `${failed.status} ${reason}`.trim(), message: MESSAGES[kind] };
  if (kind === 'allowance-spent') return { ...error, retryAfterSeconds: secondsToNewAllowance(now) };
  if (kind !== 'rate-limited') return error;
  return { ...error, retryAfterSeconds: retryAfter(failed.headers, now) ?? DEFAULT_BACKOFF_SECONDS };
}

/** Units come back at midnight in California, whatever the time of the year. */
export function secondsToNewAllowance(now: Date): number {
  const there = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(QUOTA_ZONE);
  const midnight = there.startOfDay().add({ days: 1 });
  return Math.max(1, Math.ceil((midnight.epochMilliseconds - now.getTime()) / 1000));
}

export const unclear = (code: string): ChannelError => ({ kind: 'transient', code, message: MESSAGES.transient });

export const notPossible = (code: string, message = MESSAGES['not-possible']): ChannelError => ({
  kind: 'not-possible',
  code,
  message,
});

export const notFound = (code: string): ChannelError => ({ kind: 'not-found', code, message: MESSAGES['not-found'] });

export const rejected = (code: string, message: string): ChannelError => ({ kind: 'rejected-content', code, message });

export const allowanceSpent = (now: Date): ChannelError => ({
  kind: 'allowance-spent',
  code: 'units-kept',
  message: MESSAGES['allowance-spent'],
  retryAfterSeconds: secondsToNewAllowance(now),
});

export const notTheChannel: ChannelError = {
  kind: 'reauth-needed',
  code: 'not-the-channel',
  message: 'Il collegamento agisce per un altro canale: va rifatto scegliendo quello dell’ente.',
};

export const noChannel: ChannelError = {
  kind: 'role-lost',
  code: 'no-channel',
  message: 'Chi ha dato l’autorizzazione non possiede alcun canale YouTube: va rifatta scegliendo il canale dell’ente.',
};

export const scopesLacking: ChannelError = {
  kind: 'reauth-needed',
  code: 'scopes-lacking',
  message: 'Manca uno dei permessi chiesti: ripetere il collegamento e lasciare spuntate tutte le voci.',
};

export const replyHeld: ChannelError = {
  kind: 'not-possible',
  code: 'reply-held',
  message: 'YouTube ha accettato la risposta ma la trattiene: va approvata a mano in YouTube Studio.',
};

export const videoPrivate: ChannelError = {
  kind: 'not-possible',
  code: 'video-private',
  message:
    'YouTube ha caricato il video ma lo tiene privato: l’applicazione dell’ente va fatta verificare da Google; intanto si rende pubblico a mano.',
};

export const foreignDelivery: ChannelError = {
  kind: 'rejected-content',
  code: 'foreign-delivery',
  message: 'È arrivato un avviso che non ha la forma di quelli di YouTube.',
};

/** What the hub says is for whoever reads a log: a status is all that can be told of it. */
export const hubRefused = (status: number): ChannelError => ({
  kind: 'not-possible',
  code: `hub ${status}`,
  message: 'YouTube non ha accettato l’indirizzo degli avvisi: controllare che il desk sia raggiungibile da Internet.',
});

export const fault = (error: ChannelError, cause?: unknown): ChannelFault =>
  new ChannelFault(error, cause === undefined ? {} : { cause });
