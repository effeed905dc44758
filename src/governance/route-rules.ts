// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Act } from './acts.ts';
import type { Guard } from './authorise.ts';
import type { Place } from './standing.ts';

type Machines = 'drafts' | 'never';

/** Who may ask what a route does; said beside the route, and kept before anything of the request is read. */
export type RouteRule =
  /** Whoever has a mandate for the act in the body that the address names. */
  | {
      readonly act: Act;
      /** The handler keeps to some channels by itself. */
      readonly narrowed?: true;
      /** Absent: machines with a token for it read here, and write nothing. `drafts`: they write drafts; `never`: it is for people. */
      readonly machines?: Machines;
    }
  | { readonly who: 'signed-in' | 'anyone'; readonly why: string };

declare module 'fastify' {
  interface FastifyContextConfig {
    rule?: RouteRule;
  }
}

interface Ruled {
  readonly config: { readonly rule: RouteRule };
}

/** `server.get(path, { ...allow('read'), schema }, …)` */
export const allow = (act: Act, how: { readonly narrowed?: true; readonly machines?: Machines } = {}): Ruled => ({
  config: { rule: { act, ...how } },
});
/** For whoever is signed in, whatever their mandates; with the reason, in Italian. */
export const signedIn = (why: string): Ruled => ({ config: { rule: { who: 'signed-in', why } } });
/** For everyone; with the reason, in Italian. */
export const open = (why: string): Ruled => ({ config: { rule: { who: 'anyone', why } } });

/** Which account or network a piece of a body is of; undefined for what has none or is not known. */
export type PlaceOf = (piece: {
  readonly body: string;
  /** What the address calls it: `cases`, `accounts`… */
  readonly kind: string;
  readonly id: string;
}) => Promise<Place | undefined>;

export interface KeptRoute {
  readonly method: string;
  readonly url: string;
  /** Undefined: nobody said who may. */
  readonly rule: RouteRule | undefined;
}

/**
 * Keeps the rule of every route registered from now on, before its request is parsed. Gives what was registered, as a table;
 * what answers `HEAD` because it answers `GET` has the same rule and no line of its own.
 */
export function keepRules(
  server: FastifyInstance,
  { guard, placeOf }: { readonly guard: Guard; readonly placeOf: PlaceOf },
): () => readonly KeptRoute[] {
  const seen: RouteOptions[] = [];
  const keep = async (request: FastifyRequest): Promise<void> => {
    const { rule } = request.routeOptions.config;
    if (rule === undefined || ('who' in rule && rule.who === 'anyone')) return;
    const headers = headersOf(request);
    if ('who' in rule) return void (await guard.signedIn(headers));
    const { act, narrowed = false, machines } = rule;
    const { body } = request.params as { readonly body: string };
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const machine = machines ?? (reads ? 'reads' : 'never');
    await guard.admit(headers, { body, act, narrowed, machine, place: () => placeIn(request, body, placeOf) });
  };
  server.addHook('onRoute', (route) => {
    seen.push(route);
    // After the limit of requests, which costs less than asking who is there.
    route.onRequest = [route.onRequest ?? [], keep].flat();
  });
  return () =>
    seen.flatMap(({ method, url, config }) =>
      [method]
        .flat()
        .filter((one) => one !== 'HEAD')
        .map((one) => ({ method: one, url, rule: config?.rule })),
    );
}

const PIECE = /^\/api\/bodies\/:body\/(?<kind>[a-z/-]+)\/:(?<name>id|account)(?:\/|$)/;

async function placeIn(request: FastifyRequest, body: string, placeOf: PlaceOf): Promise<Place | undefined> {
  const { kind, name } = PIECE.exec(request.routeOptions.url ?? '')?.groups ?? {};
  const id = name === undefined ? undefined : (request.params as Readonly<Record<string, string>>)[name];
  return kind === undefined || id === undefined ? undefined : placeOf({ body, kind, id });
}

/** As the sign-in library hears of a request: from the connection's own address or its proxy's word, never one a client may write. */
export function relayedHeaders(request: FastifyRequest): Headers {
  const headers = new Headers(headersOf(request));
  for (const name of ['content-length', 'transfer-encoding', 'host']) headers.delete(name);
  headers.set('x-portavoce-address', request.ip);
  return headers;
}

// One request has one set of headers: what was found out about who sent it is known by them.
const made = new WeakMap<FastifyRequest, Headers>();

export function headersOf(request: FastifyRequest): Headers {
  const known = made.get(request);
  if (known !== undefined) return known;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  made.set(request, headers);
  return headers;
}
