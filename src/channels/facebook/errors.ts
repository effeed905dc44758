// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { ChannelError, ChannelErrorKind } from '../port.ts';
import { DEFAULT_BACKOFF_SECONDS, SLOW_DOWN_AT_PERCENT, STOP_READING_AT_PERCENT } from './limits.ts';
import type { GraphAnswer } from './wire.ts';

/** The body of every refusal of the Graph API. */
export const GraphErrorBody = z.object({
  error: z.object({
    message: z.string().optional(),
    code: z.number().int(),
    error_subcode: z.number().int().optional(),
    is_transient: z.boolean().optional(),
    fbtrace_id: z.string().optional(),
  }),
});
export type GraphError = z.infer<typeof GraphErrorBody>['error'];

const MESSAGES: Readonly<Record<ChannelErrorKind, string>> = {
  'token-expired': "L'accesso alla Pagina è scaduto: va collegata di nuovo.",
  'reauth-needed':
    "Facebook non riconosce più l'autorizzazione: una persona con un ruolo sulla Pagina deve rinnovarla.",
  'role-lost': "Chi ha collegato la Pagina non ha più il ruolo necessario: l'ente deve restituirglielo su Facebook.",
  'rate-limited': 'Facebook chiede di rallentare: si riprova più tardi.',
  'not-found': 'Su Facebook non esiste più, oppure non è più visibile alla Pagina.',
  'blocked-by-platform': 'Facebook ha bloccato le azioni della Pagina: sospendere gli invii e controllare la Pagina.',
  'rejected-content': 'Facebook non ha accettato la richiesta così com’è scritta.',
  'not-possible': 'Facebook non consente questa azione: va fatta a mano, dove possibile.',
  transient: 'Facebook non risponde regolarmente in questo momento.',
};

const REAUTHORISE = new Set([458, 459, 460, 464]);
const RATE_CODES = new Set([4, 17, 32, 613, 80001, 80002]);
const SPAM_LIMIT_SUBCODE = 2207051;
const SENDING_STOPPED_SUBCODE = 1893063;

/** Which of our kinds a Graph refusal is; unknown codes are refusals of the content, never silently «try again». */
export function kindOf({ code, error_subcode: subcode, is_transient: passing }: GraphError): ChannelErrorKind {
  if (code === 190 || code === 102) {
    if (subcode === 492) return 'role-lost';
    return subcode !== undefined && REAUTHORISE.has(subcode) ? 'reauth-needed' : 'token-expired';
  }
  if (code === 368 || subcode === SPAM_LIMIT_SUBCODE || subcode === SENDING_STOPPED_SUBCODE)
    return 'blocked-by-platform';
  if (RATE_CODES.has(code)) return 'rate-limited';
  if (code === 1 || code === 2 || passing === true) return 'transient';
  if (code === 10) return 'reauth-needed';
  if (code === 1705) return 'reauth-needed';
  if (code >= 200 && code <= 299) return 'role-lost';
  if (code === 100 && subcode === 33) return 'not-found';
  if (code === 3 || code === 12 || (code === 100 && subcode === 200)) return 'not-possible';
  return 'rejected-content';
}

/** A refusal of the network in our words; `headers` tell how long to wait. */
export function refusal(error: GraphError, headers: Headers): ChannelError {
  const kind = kindOf(error);
  const number = error.error_subcode === undefined ? `${error.code}` : `${error.code}/${error.error_subcode}`;
  const code = error.fbtrace_id === undefined ? number : `${number} ${error.fbtrace_id}`;
  const known = { kind, code, message: messageOf(error, kind) };
  if (kind !== 'rate-limited') return known;
  return { ...known, retryAfterSeconds: usageOf(headers).regainSeconds ?? DEFAULT_BACKOFF_SECONDS };
}

function messageOf({ code }: GraphError, kind: ChannelErrorKind): string {
  if (code === 1705) return ACTING_AS_PERSON;
  if (code === 10) return "Manca un permesso dell'app, o è decaduto dopo 90 giorni senza uso: va concesso di nuovo.";
  return MESSAGES[kind];
}

/** An answer that is not the Graph API's, or none at all: `code` says what was seen, in English, for support. */
export const unclear = (code: string): ChannelError => ({ kind: 'transient', code, message: MESSAGES.transient });

/** Why a call gave no answer. */
export const faultOf = (failed: Exclude<GraphAnswer, { kind: 'answer' }>): ChannelError =>
  failed.kind === 'refused' ? refusal(failed.error, failed.headers) : unclear(failed.code);

const ACTING_AS_PERSON = 'Il collegamento agisce come persona e non come Pagina: va rifatto scegliendo la Pagina.';
export const notActingAsPage: ChannelError = { kind: 'reauth-needed', code: 'not-the-page', message: ACTING_AS_PERSON };

export const notPossible = (code: string): ChannelError => ({
  kind: 'not-possible',
  code,
  message: MESSAGES['not-possible'],
});

export const foreignDelivery: ChannelError = {
  kind: 'rejected-content',
  code: 'foreign-delivery',
  message: 'È arrivato un avviso che non ha la forma di quelli di Facebook.',
};

export const corruptedReply: ChannelError = {
  kind: 'transient',
  code: 'reply-without-new-id',
  message:
    'Facebook ha detto di sì senza dare il numero della nuova risposta: controllare che il commento del cittadino sia intatto.',
};

const Percent = z.object({
  call_count: z.number().optional(),
  total_cputime: z.number().optional(),
  total_time: z.number().optional(),
});
const BusinessUse = z.record(
  z.string(),
  z.array(Percent.extend({ estimated_time_to_regain_access: z.number().optional() })),
);

interface Usage {
  /** The most used of the allowances, 0 to 100 and beyond. */
  readonly percent: number;
  /** How long the access is closed, when it is. */
  readonly regainSeconds?: number;
}

/** What the two usage headers say; they come with each answer, and an unreadable one counts as absent. */
export function usageOf(headers: Headers): Usage {
  const app = headerAs(headers, 'x-app-usage', Percent);
  const business = headerAs(headers, 'x-business-use-case-usage', BusinessUse);
  const entries = Object.values(business ?? {}).flat();
  const percent = Math.max(0, ...[app ?? {}, ...entries].map(highest));
  const minutes = Math.max(0, ...entries.map((entry) => entry.estimated_time_to_regain_access ?? 0));
  return minutes > 0 ? { percent, regainSeconds: minutes * 60 } : { percent };
}

const highest = (use: z.infer<typeof Percent>): number =>
  Math.max(use.call_count ?? 0, use.total_cputime ?? 0, use.total_time ?? 0);

/** Seconds the next reading should wait for, given how much of the allowance is gone; undefined: no need. */
export function waitAfter({ percent, regainSeconds }: Usage): number | undefined {
  if (regainSeconds !== undefined) return regainSeconds;
  if (percent >= STOP_READING_AT_PERCENT) return DEFAULT_BACKOFF_SECONDS;
  return percent >= SLOW_DOWN_AT_PERCENT ? DEFAULT_BACKOFF_SECONDS / 3 : undefined;
}

function headerAs<Shape>(headers: Headers, name: string, shape: z.ZodType<Shape>): Shape | null {
  const value = headers.get(name);
  if (value === null) return null;
  try {
    return shape.parse(JSON.parse(value));
  } catch {
    return null;
  }
}
