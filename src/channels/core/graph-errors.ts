// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { ChannelError, ChannelErrorKind, WriteOutcome } from '../port.ts';
import type { GraphAnswer } from './graph.ts';

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

const REAUTHORISE = new Set([458, 459, 460, 464]);
const RATE_CODES = new Set([4, 17, 32, 613, 80001, 80002]);
const SPAM_LIMIT_SUBCODE = 2207051;
const SENDING_STOPPED_SUBCODE = 1893063;
/** Of private messages: Messenger's, Instagram's. */
const WINDOW_CLOSED_SUBCODES = new Set([2018278, 2534022]);

/** Which of our kinds a Graph refusal is; unknown codes are refusals of the content, never silently «try again». */
export function kindOf({ code, error_subcode: subcode, is_transient: passing }: GraphError): ChannelErrorKind {
  if (code === 190 || code === 102) {
    if (subcode === 492) return 'role-lost';
    return subcode !== undefined && REAUTHORISE.has(subcode) ? 'reauth-needed' : 'token-expired';
  }
  if (subcode !== undefined && WINDOW_CLOSED_SUBCODES.has(subcode)) return 'window-closed';
  if (code === 368 || subcode === SPAM_LIMIT_SUBCODE || subcode === SENDING_STOPPED_SUBCODE)
    return 'blocked-by-platform';
  if (RATE_CODES.has(code)) return 'rate-limited';
  if (code === 1 || code === 2 || passing === true) return 'transient';
  if (code === 10) return 'reauth-needed';
  if (code === 1705) return 'reauth-needed';
  if (code >= 200 && code <= 299) return 'role-lost';
  if (code === 100 && subcode === 33) return 'not-found';
  if (code === 100 && subcode === 200) return 'comments-disabled';
  if (code === 3 || code === 12) return 'not-possible';
  return 'rejected-content';
}

/** When Meta says «enough» without saying for how long; calling while limited lengthens the ban. */
const DEFAULT_BACKOFF_SECONDS = 900;
/** Share of the allowance, in percent, at which polling slows down and at which it stops for a while. */
const SLOW_DOWN_AT_PERCENT = 70;
const STOP_READING_AT_PERCENT = 90;

/** Refusals of one of Meta's networks in its own words. */
export interface GraphErrors {
  /** A refusal of the network; `headers` tell how long to wait. */
  refusal(error: GraphError, headers: Headers): ChannelError;
  /** An answer that is not the Graph API's, or none at all: `code` says what was seen, in English, for support. */
  unclear(code: string): ChannelError;
  /** Why a call gave no answer. */
  faultOf(failed: Exclude<GraphAnswer, { kind: 'answer' }>): ChannelError;
  notPossible(code: string): ChannelError;
  /** What a failed write came to. */
  failedWrite(failed: Exclude<GraphAnswer, { kind: 'answer' }>): WriteOutcome;
}

/**
 * `messages` say each kind; `special` the codes, or `code/subcode`, that deserve other words, `kinds` those that mean another of our
 * kinds on this network.
 */
export function graphErrors(
  messages: Readonly<Record<ChannelErrorKind, string>>,
  {
    special = {},
    kinds = {},
  }: {
    readonly special?: Readonly<Record<string, string>>;
    readonly kinds?: Readonly<Record<string, ChannelErrorKind>>;
  } = {},
): GraphErrors {
  const refusal: GraphErrors['refusal'] = (error, headers) => {
    const number = error.error_subcode === undefined ? `${error.code}` : `${error.code}/${error.error_subcode}`;
    const kind = kinds[number] ?? kindOf(error);
    const code = error.fbtrace_id === undefined ? number : `${number} ${error.fbtrace_id}`;
    const told = { kind, code, message: special[number] ?? special[`${error.code}`] ?? messages[kind] };
    if (kind !== 'rate-limited') return told;
    return { ...told, retryAfterSeconds: usageOf(headers).regainSeconds ?? DEFAULT_BACKOFF_SECONDS };
  };
  const unclear: GraphErrors['unclear'] = (code) => ({ kind: 'transient', code, message: messages.transient });
  const faultOf: GraphErrors['faultOf'] = (failed) =>
    failed.kind === 'refused' ? refusal(failed.error, failed.headers) : unclear(failed.code);
  return {
    refusal,
    unclear,
    faultOf,
    notPossible: (code) => ({ kind: 'not-possible', code, message: messages['not-possible'] }),
    failedWrite(failed) {
      const error = faultOf(failed);
      // Only a refusal that was spelled out, or a connection never made, proves that nothing was done.
      const nothingDone =
        failed.kind === 'refused' ? failed.status < 500 && error.kind !== 'transient' : failed.sent === false;
      return { state: nothingDone ? 'refused' : 'unknown', error };
    },
  };
}

const Percent = z.object({
  call_count: z.number().optional(),
  total_cputime: z.number().optional(),
  total_time: z.number().optional(),
});
const BusinessUse = z.record(
  z.string(),
  z.array(Percent.extend({ estimated_time_to_regain_access: z.number().optional() })),
);

export interface Usage {
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
