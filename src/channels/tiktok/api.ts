// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, call, failedWrite, TIMEOUT_MILLISECONDS } from '../core/call.ts';
import { type ChannelError, ChannelFault, type ConnectedAccount, type WriteOutcome } from '../port.ts';
import { errorOf, type Refusal, unclear } from './errors.ts';
import { BUSINESS_VERSION } from './limits.ts';

// TikTok's two interfaces: one for posting (`open.tiktokapis.com`), one for comments (`business-api.tiktok.com`).

export const OPEN_ORIGIN = 'https://open.tiktokapis.com';
const BUSINESS_ORIGIN = 'https://business-api.tiktok.com';

type Place = Pick<ConnectedAccount, 'baseUrl' | 'credentials'>;

/** Where comments are: beside TikTok's own address for posting, or where the account says; a simulated one has both. */
export function businessUrl({ baseUrl, credentials }: Place): string {
  const { businessUrl: given = '' } = credentials;
  if (given !== '') return given.replace(/\/+$/, '');
  return baseUrl === OPEN_ORIGIN ? BUSINESS_ORIGIN : baseUrl;
}

/** `refused`: TikTok spelled it out, whatever the status. `unclear`: neither an answer nor a refusal of TikTok's. */
export type TiktokAnswer =
  | { readonly kind: 'answer'; readonly data: unknown; readonly headers: Headers }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unclear'; readonly sent: boolean; readonly code: string };

export type Asked =
  | { readonly method: 'GET'; readonly path: string; readonly query: Readonly<Record<string, string>> }
  | { readonly method: 'POST'; readonly path: string; readonly body: object };
export type Api = (asked: Asked) => Promise<TiktokAnswer>;

/** The interface of comments. */
export function businessApi(place: Place, timeoutMilliseconds = TIMEOUT_MILLISECONDS): Api {
  const { accessToken = '' } = place.credentials;
  return async (asked) => {
    const url = `${businessUrl(place)}/open_api/${BUSINESS_VERSION}/${asked.path}`;
    const headers = { accept: 'application/json', 'access-token': accessToken };
    return businessAnswer(await call(requestOf(asked, url, headers), timeoutMilliseconds));
  };
}

/** The interface for posting. */
export function postingApi({ baseUrl, credentials }: Place, timeoutMilliseconds = TIMEOUT_MILLISECONDS): Api {
  const { postingToken = '' } = credentials;
  return async (asked) => {
    const headers = { accept: 'application/json', authorization: `Bearer ${postingToken}` };
    return postingAnswer(await call(requestOf(asked, `${baseUrl}/v2/${asked.path}`, headers), timeoutMilliseconds));
  };
}

function requestOf(asked: Asked, url: string, headers: Readonly<Record<string, string>>) {
  if (asked.method === 'GET')
    return { method: asked.method, url: `${url}?${new URLSearchParams(asked.query)}`, headers };
  const json = { ...headers, 'content-type': 'application/json; charset=UTF-8' };
  return { method: asked.method, url, headers: json, body: JSON.stringify(asked.body) };
}

const Code = z.union([z.number().int(), z.string()]).transform(String);
const BusinessBody = z.object({
  code: Code,
  message: z.string().default(''),
  request_id: z.string().default(''),
  data: z.unknown().optional(),
});
const PostingBody = z.object({
  data: z.unknown().optional(),
  error: z.object({ code: Code, message: z.string().default(''), log_id: z.string().default('') }),
});

/** A refusal comes with a status of 200 and a code that is not 0. */
function businessAnswer(answer: Answer): TiktokAnswer {
  if (answer.kind === 'unclear') return answer;
  const body = BusinessBody.safeParse(answer.body).data;
  if (body === undefined) return strange(answer);
  if (body.code === '0' && answer.kind === 'answer')
    return { kind: 'answer', data: body.data, headers: answer.headers };
  return refusal(answer, { code: body.code, says: body.message, trace: body.request_id });
}

function postingAnswer(answer: Answer): TiktokAnswer {
  if (answer.kind === 'unclear') return answer;
  const body = PostingBody.safeParse(answer.body).data;
  if (body === undefined) return strange(answer);
  if (body.error.code === 'ok' && answer.kind === 'answer') {
    return { kind: 'answer', data: body.data, headers: answer.headers };
  }
  return refusal(answer, { code: body.error.code, says: body.error.message, trace: body.error.log_id });
}

type Heard = Exclude<Answer, { kind: 'unclear' }>;

const refusal = ({ status, headers }: Heard, told: Pick<Refusal, 'code' | 'says' | 'trace'>): TiktokAnswer => ({
  kind: 'refused',
  refusal: { ...told, status, headers },
});

/** A gateway's words, not TikTok's: only «not so fast» can be understood of them. */
const strange = (answer: Heard): TiktokAnswer =>
  answer.status === 429
    ? refusal(answer, { code: 'http-429', says: '', trace: '' })
    : { kind: 'unclear', sent: true, code: `http-${answer.status}` };

/** Everything that one act needs. */
export interface Acting {
  readonly business: Api;
  readonly posting: Api;
  readonly account: ConnectedAccount;
  readonly now: Date;
}

export type Failed = Exclude<TiktokAnswer, { kind: 'answer' }>;

export const faultOf = (failed: Failed, now: Date): ChannelError =>
  failed.kind === 'refused' ? errorOf(failed.refusal, now) : unclear(failed.code);

/** What a failed write came to. A refusal in TikTok's own words is one, also when its status says that all is well. */
export function outcomeOf(failed: Failed, now: Date): WriteOutcome {
  const error = faultOf(failed, now);
  if (failed.kind === 'unclear') return failedWrite(failed, error);
  const { status, headers } = failed.refusal;
  return failedWrite({ kind: 'refused', status, headers, body: undefined }, error);
}

/** Reads one thing; `gone` where TikTok does not know it. Throws `ChannelFault`. */
export async function read<Shape>(
  api: Api,
  shape: z.ZodType<Shape>,
  { asked, now }: { readonly asked: Asked; readonly now: Date },
): Promise<{ readonly found: Shape; readonly headers: Headers } | 'gone'> {
  const answer = await api(asked);
  if (answer.kind !== 'answer') {
    const error = faultOf(answer, now);
    if (error.kind === 'not-found') return 'gone';
    throw new ChannelFault(error);
  }
  const found = shape.safeParse(answer.data);
  if (!found.success) throw new ChannelFault(unclear('unexpected-shape'), { cause: found.error });
  return { found: found.data, headers: answer.headers };
}
