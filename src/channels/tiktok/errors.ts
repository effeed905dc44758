// SPDX-License-Identifier: AGPL-3.0-or-later
import { retryAfter } from '../core/call.ts';
import { messagesFor } from '../core/state.ts';
import type { ChannelError, ChannelErrorKind, WriteOutcome } from '../port.ts';
import { THROTTLED_SECONDS } from './limits.ts';

/** TikTok's refusal: most come with a status of 200. `code` is a number of the business interface or a word of the other. */
export interface Refusal {
  readonly code: string;
  readonly says: string;
  readonly trace: string;
  readonly status: number;
  readonly headers: Headers;
}

const MESSAGES = messagesFor('TikTok', {
  'not-possible': 'TikTok non consente questa azione da qui: va fatta a mano, dall’applicazione.',
  'role-lost': 'L’account non ha concesso questo permesso, o lo ha ritirato: va collegato di nuovo.',
});

const KIND_OF_CODE: Readonly<Record<string, ChannelErrorKind>> = {
  '40001': 'role-lost',
  '40100': 'rate-limited',
  '40101': 'token-expired',
  '40102': 'token-expired',
  '40103': 'reauth-needed',
  '40104': 'token-expired',
  '40105': 'token-expired',
  '40110': 'reauth-needed',
  '50000': 'transient',
  '50002': 'transient',
  access_token_invalid: 'token-expired',
  scope_not_authorized: 'role-lost',
  scope_permission_missed: 'role-lost',
  rate_limit_exceeded: 'rate-limited',
  reached_active_user_cap: 'rate-limited',
  unaudited_client_can_only_post_to_private_accounts: 'not-possible',
  url_ownership_unverified: 'not-possible',
  privacy_level_option_mismatch: 'rejected-content',
  invalid_param: 'rejected-content',
  invalid_params: 'rejected-content',
  internal_error: 'transient',
  invalid_grant: 'reauth-needed',
  auth_removed: 'reauth-needed',
};

const SPECIAL: Readonly<Record<string, string>> = {
  unaudited_client_can_only_post_to_private_accounts:
    'TikTok non ha ancora verificato l’applicazione dell’ente, che può pubblicare solo in privato: il video va pubblicato a mano.',
  url_ownership_unverified:
    'TikTok prende i file solo da un dominio che l’ente ha dimostrato suo: va verificato nell’applicazione, oppure si pubblica a mano.',
  reached_active_user_cap: 'Per oggi TikTok non lascia pubblicare altri account con questa applicazione.',
  privacy_level_option_mismatch: 'L’account non può pubblicare per tutti: controllare che su TikTok non sia privato.',
};

function kindOf({ code, says, status }: Refusal): ChannelErrorKind {
  // One code for a field that is wrong and for a thing that is not there.
  if (code === '40002')
    return /not (exist|found)|no longer|deleted|unavailable/i.test(says) ? 'not-found' : 'rejected-content';
  if (code.startsWith('spam_risk')) return 'blocked-by-platform';
  const known = KIND_OF_CODE[code];
  if (known !== undefined) return known;
  if (status === 429) return 'rate-limited';
  if (status === 401) return 'token-expired';
  return status >= 500 || /^5\d{4}$/.test(code) ? 'transient' : 'rejected-content';
}

export function errorOf(refusal: Refusal, now: Date): ChannelError {
  const { code, trace, headers } = refusal;
  const kind = kindOf(refusal);
  const told = { kind, code: trace === '' ? code : `${code} ${trace}`, message: SPECIAL[code] ?? MESSAGES[kind] };
  if (kind !== 'rate-limited') return told;
  return { ...told, retryAfterSeconds: retryAfter(headers, now) ?? waitFor(refusal, now) };
}

/** What was allowed for the day comes back at midnight UTC; what for the minute, after five. */
function waitFor({ code, says }: Refusal, now: Date): number {
  if (code !== 'reached_active_user_cap' && !/per[- ]day|daily/i.test(says)) return THROTTLED_SECONDS;
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
  return Math.max(THROTTLED_SECONDS, Math.ceil((midnight - now.getTime()) / 1000));
}

export const unclear = (code: string): ChannelError => ({ kind: 'transient', code, message: MESSAGES.transient });

export const notFound = (code: string): ChannelError => ({ kind: 'not-found', code, message: MESSAGES['not-found'] });

export const notPossible = (code: string, message: string = MESSAGES['not-possible']): ChannelError => ({
  kind: 'not-possible',
  code,
  message,
});

export const rejected = (code: string, message: string): ChannelError => ({ kind: 'rejected-content', code, message });

export const refused = (error: ChannelError): WriteOutcome => ({ state: 'refused', error });

export const tooLong = (written: number, allowed: number): ChannelError =>
  rejected('too-long', `Il testo è di ${written} caratteri e TikTok ne accetta al massimo ${allowed}.`);

/** Why a publication that TikTok had taken did not come out. */
export function publishFailed(reason: string): ChannelError {
  if (reason.startsWith('spam_risk'))
    return { kind: 'blocked-by-platform', code: reason, message: MESSAGES['blocked-by-platform'] };
  if (reason === 'auth_removed') return { kind: 'reauth-needed', code: reason, message: MESSAGES['reauth-needed'] };
  const message = /pull_failed/.test(reason)
    ? 'TikTok non è riuscito a prendere il file dall’indirizzo dato: deve essere pubblico e rispondere.'
    : 'TikTok non ha potuto pubblicare: controllare formato, durata e dimensioni del file.';
  return rejected(reason, message);
}

export const setAside: ChannelError = {
  kind: 'blocked-by-platform',
  code: 'reply-not-shown',
  message:
    'TikTok ha accettato la risposta e non la mostra: di solito l’ha presa per spam. Guardare il video prima di rispondere ancora.',
};

export const noPosting: ChannelError = {
  kind: 'reauth-needed',
  code: 'no-posting-token',
  message: 'L’account non è collegato per pubblicare: va collegato, oppure si pubblica a mano.',
};

export const foreignDelivery: ChannelError = rejected(
  'foreign-delivery',
  'È arrivato un avviso che non ha la forma di quelli di TikTok.',
);
