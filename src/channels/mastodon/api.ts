// SPDX-License-Identifier: AGPL-3.0-or-later
import type { mastodon } from 'masto';
import { HttpActionDispatcherHookMastodon } from 'masto/adapters/action/dispatcher-http-hook-mastodon.js';
import { createActionProxy, HttpActionDispatcher } from 'masto/adapters/action/index.js';
import { BaseHttp } from 'masto/adapters/http/base-http.js';
import { SerializerNativeImpl } from 'masto/adapters/serializers/index.js';
import type { HttpRequestParams, HttpResponse, Serializer } from 'masto/interfaces/index.js';
import { call, dateOf, type Failed, isPathSafe } from '../core/call.ts';
import type { Request } from '../core/exchange.ts';
import { type Quota, quotaOf } from './errors.ts';

/** A call that gave no answer of its own. */
export class Unanswered extends Error {
  readonly failed: Failed;
  constructor(failed: Failed) {
    super(failed.kind === 'refused' ? `http-${failed.status}` : failed.code);
    this.name = 'Unanswered';
    this.failed = failed;
  }
}

/** What was learnt of the instance on the way. */
export interface Seen {
  /** Its time at the first answer. */
  startedAt: Date | null;
  quota: Quota | null;
}

export interface Api {
  readonly client: mastodon.rest.Client;
  readonly seen: Seen;
}

export interface Instance {
  readonly baseUrl: string;
  readonly token: string;
  readonly timeoutMilliseconds?: number | undefined;
}

/**
 * The library's names and parameters over our own exchange. By itself the library forgets the status of a refusal that is not
 * JSON (snac2 answers text/html), follows redirects with the token, and waits for media inside a call.
 */
export function apiOf(instance: Instance): Api {
  const seen: Seen = { startedAt: null, quota: null };
  const http = new Transport(instance, seen);
  const dispatcher = new HttpActionDispatcher(http, new HttpActionDispatcherHookMastodon(http));
  return { client: createActionProxy<mastodon.rest.Client>(dispatcher as Dispatcher, { context: ['api'] }), seen };
}

type Dispatcher = Parameters<typeof createActionProxy>[0];

const serializer: Serializer = new SerializerNativeImpl();

class Transport extends BaseHttp {
  readonly #instance: Instance;
  readonly #seen: Seen;

  constructor(instance: Instance, seen: Seen) {
    super();
    this.#instance = instance;
    this.#seen = seen;
  }

  override async request<Data>(params: HttpRequestParams): Promise<HttpResponse<Data>> {
    if (!isPathSafe(params.path)) throw new Unanswered({ kind: 'unclear', sent: false, code: 'malformed-id' });
    const answer = await call(this.#requestOf(params), this.#instance.timeoutMilliseconds);
    if (answer.kind !== 'unclear') {
      this.#seen.startedAt ??= dateOf(answer.headers);
      this.#seen.quota = quotaOf(answer.headers) ?? this.#seen.quota;
    }
    if (answer.kind !== 'answer') throw new Unanswered(answer);
    return { headers: answer.headers, data: camelCased(answer.body) as Data };
  }

  #requestOf({ method, path, search, body, encoding, requestInit }: HttpRequestParams): Request {
    const query = typeof search === 'string' ? search : serializer.serialize('querystring', search ?? {});
    const headers = new Headers(requestInit?.headers);
    headers.set('accept', 'application/json');
    headers.set('authorization', `Bearer ${this.#instance.token}`);
    const said = bodyOf(body, encoding);
    if (typeof said === 'string') headers.set('content-type', 'application/json');
    return {
      method: method as Request['method'],
      url: `${this.#instance.baseUrl}${path}${query === '' ? '' : `?${query}`}`,
      headers: Object.fromEntries(headers),
      ...(said !== undefined && { body: said }),
    };
  }
}

function bodyOf(
  body: HttpRequestParams['body'],
  encoding: HttpRequestParams['encoding'],
): string | FormData | undefined {
  if (body === undefined) return undefined;
  if (encoding !== 'multipart-form') return serializer.serialize('json', body);
  // An order to the library, which it would send on as a field of the form.
  const { skipPolling: _, ...fields } = body;
  return serializer.serialize('multipart-form', fields) as FormData;
}

const camelCased = (body: unknown): unknown =>
  body === undefined ? undefined : serializer.deserialize('json', JSON.stringify(body));
