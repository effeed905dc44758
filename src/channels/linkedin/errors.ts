// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Failed, failedWrite, retryAfter } from '../core/call.ts';
import { messagesFor } from '../core/state.ts';
import type { ChannelError, ChannelErrorKind, WriteOutcome } from '../port.ts';
import { THROTTLED_SECONDS } from './limits.ts';

const MESSAGES = messagesFor('LinkedIn', {
  'token-expired':
    'L’accesso a LinkedIn è scaduto: va rinnovato, e se non basta un amministratore della pagina lo ridà.',
  'role-lost': 'Chi ha collegato la pagina non ne è più amministratore: l’ente deve restituirgli il ruolo su LinkedIn.',
  'not-found': 'Su LinkedIn non esiste più, oppure non è più visibile alla pagina.',
  'not-possible': 'LinkedIn non consente questa azione da qui: va fatta a mano, dove possibile.',
});

const Refusal = z.object({
  message: z.string().optional(),
  serviceErrorCode: z.coerce.string().optional(),
  code: z.string().optional(),
});
type Refusal = z.infer<typeof Refusal>;

/** Which of our kinds a refusal is: the status first, then what LinkedIn says of it. */
function kindOf(status: number, { message = '', code = '', serviceErrorCode = '' }: Refusal): ChannelErrorKind {
  if (status === 401)
    return /REVOKED/i.test(`${code} ${message}`) || serviceErrorCode === '65601' ? 'reauth-needed' : 'token-expired';
  if (status === 429) return 'rate-limited';
  if (status === 404) return 'not-found';
  if (status === 426) return 'not-possible';
  if (status >= 500) return 'transient';
  if (
    /comments? (is|are|have been)? ?(closed|disabled|turned off)|COMMENTS_(CLOSED|DISABLED)/i.test(`${code} ${message}`)
  ) {
    return 'comments-disabled';
  }
  if (status === 403) return /restricted|suspend/i.test(message) ? 'blocked-by-platform' : 'role-lost';
  return 'rejected-content';
}

const RETIRED = 'Il desk parla con LinkedIn in una versione che non risponde più: va aggiornato il programma.';
const DUPLICATE = 'LinkedIn dice che la pagina ha già pubblicato lo stesso testo: controllare prima di ripetere.';

/** What went wrong, in our words; `code` keeps LinkedIn's own. */
export function errorOf(failed: Failed, now: Date): ChannelError {
  if (failed.kind === 'unclear') return unclear(failed.code);
  const refusal = Refusal.safeParse(failed.body).data ?? {};
  const kind = kindOf(failed.status, refusal);
  const code = [failed.status, refusal.code ?? refusal.serviceErrorCode].filter(Boolean).join(' ');
  const trace = failed.headers.get('x-li-uuid') ?? failed.headers.get('x-li-request-id');
  const told = {
    kind,
    code: trace === null ? code : `${code} ${trace}`,
    message: messageOf(failed.status, refusal, kind),
  };
  if (kind !== 'rate-limited') return told;
  return { ...told, retryAfterSeconds: retryAfter(failed.headers, now) ?? waitFor(refusal, now) };
}

function messageOf(status: number, { code = '' }: Refusal, kind: ChannelErrorKind): string {
  if (status === 426) return RETIRED;
  return /DUPLICATE/i.test(code) ? DUPLICATE : MESSAGES[kind];
}

/** The allowance of the day comes back at midnight UTC; the throttle on comments, within the minute. */
function waitFor({ message = '' }: Refusal, now: Date): number {
  if (/throttle/i.test(message)) return THROTTLED_SECONDS;
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
  return Math.max(THROTTLED_SECONDS, Math.ceil((midnight - now.getTime()) / 1000));
}

export const unclear = (code: string): ChannelError => ({ kind: 'transient', code, message: MESSAGES.transient });

export const notPossible = (code: string, message: string = MESSAGES['not-possible']): ChannelError => ({
  kind: 'not-possible',
  code,
  message,
});

export const refused = (error: ChannelError): WriteOutcome => ({ state: 'refused', error });

export const outcomeOf = (failed: Failed, now: Date): WriteOutcome => failedWrite(failed, errorOf(failed, now));

/** Whether a page may delete what a member wrote under its post, LinkedIn tells only by refusing. */
export const removeRefused = (error: ChannelError): ChannelError =>
  notPossible(
    error.code,
    'LinkedIn non lascia eliminare da qui il commento di un altro: va eliminato a mano dalla pagina.',
  );

export const tooLong = (written: number, allowed: number): ChannelError =>
  rejected(
    'too-long',
    `Il testo è di ${written} caratteri e LinkedIn ne mostra al massimo ${allowed}: il resto verrebbe tagliato senza avviso.`,
  );

export const rejected = (code: string, message: string): ChannelError => ({ kind: 'rejected-content', code, message });

export const notReading: ChannelError = {
  kind: 'role-lost',
  code: 'role-reads-nothing',
  message:
    'Chi ha collegato la pagina ha un ruolo che non può leggere i commenti: serve un amministratore della pagina.',
};

export const notAdministrator: ChannelError = {
  kind: 'role-lost',
  code: 'not-administrator',
  message: 'Gli avvisi di LinkedIn li può chiedere solo un amministratore della pagina: chi l’ha collegata non lo è.',
};

export const foreignDelivery: ChannelError = rejected(
  'foreign-delivery',
  'È arrivato un avviso che non ha la forma di quelli di LinkedIn.',
);
