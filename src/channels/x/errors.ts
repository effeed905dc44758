// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { CommandType } from '../contract.ts';
import { type Failed, failedWrite, retryAfter } from '../core/call.ts';
import { messagesFor } from '../core/state.ts';
import type { ChannelError, ChannelErrorKind, WriteOutcome } from '../port.ts';

const MESSAGES = messagesFor('X', {
  'token-expired': 'L’accesso a X è scaduto: vale due ore e va rinnovato.',
  'role-lost': 'X non lascia più agire l’app dell’ente per questo account: controllare il contratto e i permessi su X.',
  'window-closed': 'X non lascia scrivere in privato a questa persona: la risposta va data per altra via.',
  'comments-disabled': 'Chi ha scritto il post su X ha limitato chi può rispondere, e l’ente non è tra questi.',
  'allowance-spent': 'Le letture comprese nel contratto con X sono finite: si riprende al prossimo periodo.',
});

/** What a person is told where the plain kind would not help. */
const NOT_SUMMONED =
  'X non accetta la risposta da qui, di solito perché l’autore non ha menzionato né citato l’account: va data a mano.';
const NO_BLOCKING = 'X non lascia bloccare da qui senza contratto Enterprise: il blocco va messo o tolto a mano.';
const NO_EDITING = 'X non lascia modificare questo post: il tempo è passato o manca l’abbonamento.';

/** X refuses with a problem (RFC 9457), or in its older way with numbered errors; both have been seen side by side. */
const Problem = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  message: z.string().optional(),
  code: z.number().optional(),
  reason: z.string().optional(),
  status: z.number().optional(),
  resource_id: z.string().optional(),
  value: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

const Several = z.object({ errors: z.array(Problem).min(1) });

/** The problems of an answer, the outer one first. */
export function problemsOf(body: unknown): readonly Problem[] {
  const inner = Several.safeParse(body).data?.errors ?? [];
  const outer = Problem.safeParse(body).data;
  return outer?.type === undefined && outer?.title === undefined ? inner : [outer, ...inner];
}

/** The last word of a problem's type: `https://api.x.com/2/problems/resource-not-found`. */
export const problemName = ({ type }: Problem): string => type?.split('/').at(-1) ?? '';

const KIND_OF_PROBLEM: Readonly<Record<string, ChannelErrorKind>> = {
  'invalid-request': 'rejected-content',
  'resource-not-found': 'not-found',
  'resource-unavailable': 'not-found',
  'not-authorized-for-resource': 'not-found',
  'unsupported-authentication': 'reauth-needed',
  'usage-capped': 'allowance-spent',
  'rate-limit-exceeded': 'rate-limited',
  'internal-error': 'transient',
};

const KIND_OF_CODE: Readonly<Record<number, ChannelErrorKind>> = {
  32: 'token-expired',
  34: 'not-found',
  64: 'blocked-by-platform',
  88: 'rate-limited',
  89: 'token-expired',
  130: 'transient',
  131: 'transient',
  144: 'not-found',
  150: 'window-closed',
  186: 'rejected-content',
  187: 'rejected-content',
  226: 'blocked-by-platform',
  326: 'blocked-by-platform',
  349: 'window-closed',
  433: 'comments-disabled',
};

/** What is being asked: the same 403 means another thing for each. */
export type Asked = CommandType | 'read' | 'renew';

const FORBIDDEN: readonly (readonly [RegExp, ChannelErrorKind])[] = [
  [/suspend|locked/i, 'blocked-by-platform'],
  [/spam|automated/i, 'blocked-by-platform'],
  [/duplicate|too long|too short/i, 'rejected-content'],
  [/deleted or not visible/i, 'not-found'],
];
const REPLIES_LIMITED = /who can reply|reply settings|restricted.*repl|repl.*restricted/i;
/** Acts that some contracts do not have: a person can always do them on X. */
const OF_SOME_CONTRACTS: ReadonlySet<Asked> = new Set(['ban', 'unban', 'edit-post']);

function forbidden(problem: Problem | undefined, asked: Asked): ChannelErrorKind {
  const said = [problem?.title, problem?.detail, problem?.message].join(' ');
  const known = FORBIDDEN.find(([sign]) => sign.test(said))?.[1];
  if (known !== undefined) return known;
  if (OF_SOME_CONTRACTS.has(asked)) return 'not-possible';
  const name = problem === undefined ? '' : problemName(problem);
  if (name === 'client-forbidden' || name === 'oauth1-permissions') return 'role-lost';
  if (name === 'unsupported-authentication') return 'reauth-needed';
  if (asked === 'answer-message') return 'window-closed';
  if (asked === 'reply') return REPLIES_LIMITED.test(said) ? 'comments-disabled' : 'not-possible';
  const isOfOthers = asked !== 'read' && /conversation|author|authorized/i.test(said);
  return isOfOthers ? 'not-possible' : 'role-lost';
}

function kindOf(failed: Failed, problem: Problem | undefined, asked: Asked): ChannelErrorKind {
  if (failed.kind === 'unclear') return 'transient';
  const { status } = failed;
  if (asked === 'renew' && (status === 400 || status === 401)) return 'reauth-needed';
  if (status === 403) return forbidden(problem, asked);
  const named = problem === undefined ? undefined : KIND_OF_PROBLEM[problemName(problem)];
  const numbered = problem?.code === undefined ? undefined : KIND_OF_CODE[problem.code];
  if (named !== undefined || numbered !== undefined) return named ?? numbered ?? 'transient';
  if (status === 401) return 'token-expired';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'transient' : 'rejected-content';
}

function messageOf(kind: ChannelErrorKind, asked: Asked): string {
  if (kind !== 'not-possible') return MESSAGES[kind];
  if (asked === 'reply') return NOT_SUMMONED;
  if (asked === 'ban' || asked === 'unban') return NO_BLOCKING;
  return asked === 'edit-post' ? NO_EDITING : MESSAGES[kind];
}

/** What a failed call means, in the words of the port. */
export function errorOf(failed: Failed, asked: Asked, now: Date): ChannelError {
  if (failed.kind === 'unclear') return { kind: 'transient', code: failed.code, message: MESSAGES.transient };
  const [problem] = problemsOf(failed.body);
  const kind = kindOf(failed, problem, asked);
  const named = problem?.code ?? (problem === undefined ? '' : problemName(problem));
  const trace = failed.headers.get('x-transaction-id') ?? '';
  const wait = kind === 'rate-limited' ? (waitOf(failed.headers, now) ?? DEFAULT_WAIT_SECONDS) : undefined;
  return {
    kind,
    code: [failed.status, named, trace].filter((part) => part !== '').join(' '),
    message: messageOf(kind, asked),
    ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
  };
}

export const failedWriteOf = (failed: Failed, asked: CommandType, now: Date): WriteOutcome =>
  failedWrite(failed, errorOf(failed, asked, now));

/** X counts by quarters of an hour. */
const DEFAULT_WAIT_SECONDS = 900;

/** Seconds until X counts anew, from its own headers. */
export function waitOf(headers: Headers, now: Date): number | undefined {
  const reset = Number(headers.get('x-rate-limit-reset') ?? Number.NaN);
  if (!Number.isFinite(reset)) return retryAfter(headers, now);
  return Math.max(1, Math.ceil(reset - now.getTime() / 1000));
}

/** A fault of our own making, before or instead of a call. */
export const fault = (kind: ChannelErrorKind, code: string, message = MESSAGES[kind]): ChannelError => ({
  kind,
  code,
  message,
});

export const unclear = (code: string): ChannelError => fault('transient', code);
export const notPossible = (asked: Asked, code: string): ChannelError =>
  fault('not-possible', code, messageOf('not-possible', asked));

export const foreignDelivery = fault(
  'rejected-content',
  'foreign-delivery',
  'È arrivato un avviso che non ha la forma di quelli di X.',
);
export const otherAccount = fault(
  'reauth-needed',
  'other-account',
  'Il collegamento è di un altro account di X: va rifatto con quello dell’ente.',
);
