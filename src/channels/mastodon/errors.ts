// SPDX-License-Identifier: AGPL-3.0-or-later
import { dateOf, type Failed, failedWrite as failed, retryAfter } from '../core/call.ts';
import { messagesFor } from '../core/state.ts';
import type { ChannelError, ChannelErrorKind, WriteOutcome } from '../port.ts';

const MESSAGES = messagesFor('Mastodon', {
  'token-expired': 'L’accesso all’account su Mastodon è scaduto: va collegato di nuovo.',
  'role-lost': 'Il collegamento non ha il permesso di farlo su Mastodon: l’account va collegato di nuovo.',
  'not-found': 'Su Mastodon non esiste più, oppure non è più visibile all’ente.',
  'not-possible': 'Su Mastodon questa operazione non è possibile.',
});

/** Calls left, as the instance tells. */
export interface Quota {
  readonly left: number;
  readonly of: number;
  readonly resetsAt: Date | null;
}

/** Null where the instance tells nothing (snac2). */
export function quotaOf(headers: Headers): Quota | null {
  const [left, of] = [headers.get('x-ratelimit-remaining'), headers.get('x-ratelimit-limit')].map((text) =>
    text === null || text === '' ? Number.NaN : Number(text),
  );
  if (!Number.isFinite(left) || !Number.isFinite(of)) return null;
  const resets = new Date(headers.get('x-ratelimit-reset') ?? '');
  return { left: left as number, of: of as number, resetsAt: Number.isNaN(resets.getTime()) ? null : resets };
}

/** When an instance says «enough» without saying for how long: its window is five minutes. */
const DEFAULT_BACKOFF_SECONDS = 300;

/** From the instance's own time to when it counts anew. */
export const secondsTo = (resetsAt: Date, now: Date): number =>
  Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / 1000));

/** What a 403 is about stands only in its words. */
const SUSPENDED = /suspend|disabled|limited|pending|unconfirmed/i;
const EXPIRED = /expired/i;

function kindOf(status: number, words: string): ChannelErrorKind {
  if (status === 401) return EXPIRED.test(words) ? 'token-expired' : 'reauth-needed';
  if (status === 403) return SUSPENDED.test(words) ? 'blocked-by-platform' : 'role-lost';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status === 501) return 'not-possible';
  if (status >= 500) return 'transient';
  return 'rejected-content';
}

/** Why a call gave no answer. An error that is not JSON (snac2) counts by its status. */
export function errorOf(answer: Failed, now: Date): ChannelError {
  if (answer.kind === 'unclear') return unclear(answer.code);
  const { status, body, headers } = answer;
  const words = (body as { readonly error?: unknown } | null | undefined)?.error;
  const kind = kindOf(status, typeof words === 'string' ? words : '');
  const told = { kind, code: `http-${status}`, message: MESSAGES[kind] };
  if (kind !== 'rate-limited') return told;
  const at = dateOf(headers) ?? now;
  const resetsAt = quotaOf(headers)?.resetsAt;
  const wait = retryAfter(headers, at) ?? (resetsAt ? secondsTo(resetsAt, at) : DEFAULT_BACKOFF_SECONDS);
  return { ...told, retryAfterSeconds: wait };
}

export const failedWrite = (answer: Failed, now: Date): WriteOutcome => failed(answer, errorOf(answer, now));

/** An answer that is not the interface's, or none at all. */
export const unclear = (code: string): ChannelError => ({ kind: 'transient', code, message: MESSAGES.transient });

export const told = (kind: ChannelErrorKind, code: string, message: string = MESSAGES[kind]): ChannelError => ({
  kind,
  code,
  message,
});

export const refused = (error: ChannelError): WriteOutcome => ({ state: 'refused', error });

export const tooLong = (what: string, written: number, allowed: number): ChannelError =>
  told(
    'rejected-content',
    `too-long-${written}`,
    `${what} ha ${written} caratteri: l’istanza ne accetta ${allowed}. Va accorciato.`,
  );

export const emptyPost = told(
  'rejected-content',
  'empty-post',
  'Il post è vuoto: serve un testo, un’immagine o un video.',
);

export const mixedMedia = told(
  'rejected-content',
  'mixed-media',
  'Su Mastodon un post porta immagini oppure un solo video, non entrambi.',
);

export const tooManyImages = (allowed: number): ChannelError =>
  told('rejected-content', 'too-many-images', `In un post di questa istanza vanno al massimo ${allowed} immagini.`);

export const unknownType = (type: string): ChannelError =>
  told('rejected-content', `media-type-${type}`, `L’istanza non accetta file di questo tipo: ${type}.`);

export const mediaUnread = (code: string): ChannelError =>
  told('rejected-content', code, 'Il file da allegare non si può leggere, o è troppo grande per l’istanza.');

export const mediaFailed = told(
  'rejected-content',
  'media-failed',
  'L’istanza non è riuscita a elaborare il file: controllarlo e ripetere la pubblicazione.',
);

export const mentionsOthers = told(
  'rejected-content',
  'mentions-others',
  'Il testo nomina altri account con la chiocciola: il messaggio arriverebbe anche a loro. Va scritto senza.',
);

export const notOurs = told('not-possible', 'not-ours', 'Non è un post dell’ente: le parole di altri non si toccano.');

export const hasPoll = told(
  'not-possible',
  'has-poll',
  'Il post contiene un sondaggio: modificandolo da qui i voti andrebbero perduti.',
);

export const otherAccount = told(
  'role-lost',
  'other-account',
  'Il token è di un altro account, non di quello dell’ente: va collegato di nuovo.',
);

/** What stands on Mastodon is not what was sent: nothing is repeated, a person compares. */
export const otherwiseThere = told(
  'transient',
  'other-text',
  'Su Mastodon c’è qualcosa di diverso da ciò che è stato inviato: una persona deve confrontare.',
);

export const reportsNotListed = told(
  'not-possible',
  'reports-not-listed',
  'Mastodon non mostra le segnalazioni fatte: non si può sapere se questa è arrivata.',
);
