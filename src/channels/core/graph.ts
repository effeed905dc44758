// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { ChannelFault } from '../port.ts';
import { type Answer, call, dateOf, isPathSafe, TIMEOUT_MILLISECONDS } from './call.ts';
import { type GraphError, GraphErrorBody, type GraphErrors, usageOf, waitAfter } from './graph-errors.ts';
import { hmac } from './signing.ts';

// The Graph API as Facebook, Instagram and Threads speak it, each from its own host.

export const Id = z.union([z.string(), z.number().int().transform(String)]);
/** Meta writes `2026-11-22T08:00:00+0000` (no colon in the offset) or Unix seconds, depending on the edge. */
export const Moment = z.union([z.number(), z.string()]).transform((value, context) => {
  const text = typeof value === 'string' ? value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2') : '';
  const moment = typeof value === 'number' ? new Date(value * 1000) : new Date(text);
  if (!Number.isNaN(moment.getTime())) return moment;
  context.addIssue('not a moment');
  return z.NEVER;
});
export const Written = z.object({ id: Id });
export const Success = z.object({ success: z.literal(true) });

/** A page of an edge: there are more when `next` is there, and `after` leads to them. */
export interface Listing<Node> {
  readonly data: readonly Node[];
  readonly paging?: { cursors?: { after?: string | undefined } | undefined; next?: string | undefined } | undefined;
}
export const listOf = <Node extends z.ZodType>(node: Node) =>
  z.object({
    data: z.array(node),
    paging: z
      .object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() })
      .optional(),
  });

/** A node that had not its shape: what it is called, where that much could be read. */
export class Unreadable {
  readonly id: string | null;
  constructor(id: string | null) {
    this.id = id;
  }
}

/** As `listOf`, but one node that cannot be read does not take the others with it. */
export const readableListOf = <Node extends z.ZodType>(node: Node) =>
  listOf(
    z.unknown().transform((value): z.output<Node> | Unreadable => {
      const read = node.safeParse(value);
      return read.success ? read.data : new Unreadable(Written.safeParse(value).data?.id ?? null);
    }),
  );

/** What a Graph call came to. `unclear`: neither its answer nor its refusal, and `sent` unless no connection was made. */
export type GraphAnswer =
  | { readonly kind: 'answer'; readonly body: unknown; readonly headers: Headers }
  | { readonly kind: 'refused'; readonly error: GraphError; readonly status: number; readonly headers: Headers }
  | { readonly kind: 'unclear'; readonly sent: boolean; readonly code: string };

/** Parameters that are not text are sent as JSON, as the Graph API takes lists and objects. */
export type Parameters = Readonly<Record<string, string | number | boolean | object>>;

export type Graph = (method: 'GET' | 'POST' | 'DELETE', path: string, parameters?: Parameters) => Promise<GraphAnswer>;

export interface GraphHost {
  /** No trailing slash, without the version. */
  readonly baseUrl: string;
  readonly version: string;
  readonly token: string;
  /** Proves that the caller has the application's secret; absent where the host takes no proof (Threads). */
  readonly appSecret?: string;
}

/** A Graph API as one account sees it: the token goes in a header, so that no address carries it. */
export function graphAt(host: GraphHost, timeoutMilliseconds = TIMEOUT_MILLISECONDS): Graph {
  const { baseUrl, version, token, appSecret } = host;
  const proof = appSecret === undefined ? {} : { appsecret_proof: hmac('sha256', appSecret, token).toString('hex') };
  return async (method, path, parameters = {}) => {
    if (!isPathSafe(path)) return { kind: 'unclear', sent: false, code: 'malformed-id' };
    const form = new URLSearchParams({ ...written(parameters), ...proof });
    const address = `${baseUrl}/${version}/${path}`;
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    const answer = await call(
      method === 'POST'
        ? { method, url: address, headers, body: form }
        : { method, url: `${address}${form.size === 0 ? '' : `?${form}`}`, headers },
      timeoutMilliseconds,
    );
    return asGraph(answer);
  };
}

const written = (parameters: Parameters): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : `${value}`,
    ]),
  );

/** The Graph API refuses with its own body, whatever the status; anything else that is not an answer is unclear. */
function asGraph(answer: Answer): GraphAnswer {
  if (answer.kind === 'unclear') return answer;
  const refused = GraphErrorBody.safeParse(answer.body);
  const { status, headers, body } = answer;
  if (refused.success) return { kind: 'refused', error: refused.data.error, status, headers };
  if (answer.kind === 'answer' && body !== undefined) return { kind: 'answer', body, headers };
  return { kind: 'unclear', sent: true, code: `http-${status}` };
}

export interface Sifted<Node> {
  readonly nodes: readonly Node[];
  readonly unreadable: readonly Unreadable[];
}

/** Reads for one pull, and what is learnt on the way. */
export interface GraphReader {
  read<Shape>(shape: z.ZodType<Shape>, path: string, query: Parameters): Promise<Shape>;
  /** Follows the pages to the end, or until there is enough. */
  list<Node>(
    shape: z.ZodType<Listing<Node | Unreadable>>,
    path: string,
    query: Parameters,
    enough?: (nodes: readonly Node[]) => boolean,
  ): Promise<Sifted<Node>>;
  /** Puts aside, and counts, what cannot be read. */
  sift<Node>(nodes: readonly (Node | Unreadable)[]): Sifted<Node>;
  /** The network's time at the first answer. */
  startedAt(): Date | null;
  /** How long the network asks to wait before the next reading. */
  waitSeconds(): number | undefined;
  unreadable(): number;
}

export function graphReader(graph: Graph, errors: GraphErrors): GraphReader {
  let started: Date | null = null;
  let wait: number | undefined;
  const unreadable = new Set<string | Unreadable>();
  const read: GraphReader['read'] = async (shape, path, query) => {
    const answer = await graph('GET', path, query);
    if (answer.kind !== 'answer') throw new ChannelFault(errors.faultOf(answer));
    started ??= dateOf(answer.headers);
    wait = waitAfter(usageOf(answer.headers)) ?? wait;
    const body = shape.safeParse(answer.body);
    if (!body.success) throw new ChannelFault(errors.unclear('unexpected-shape'), { cause: body.error });
    return body.data;
  };
  const sift = <Node>(nodes: readonly (Node | Unreadable)[]): Sifted<Node> => {
    const [kept, aside]: [Node[], Unreadable[]] = [[], []];
    for (const node of nodes) {
      if (node instanceof Unreadable) aside.push(node);
      else kept.push(node);
    }
    for (const node of aside) unreadable.add(node.id ?? node);
    return { nodes: kept, unreadable: aside };
  };
  const list = async <Node>(
    shape: z.ZodType<Listing<Node | Unreadable>>,
    path: string,
    query: Parameters,
    enough: (nodes: readonly Node[]) => boolean = () => false,
  ): Promise<Sifted<Node>> => {
    const nodes: Node[] = [];
    const aside: Unreadable[] = [];
    const visited = new Set<string>();
    let after: string | undefined;
    do {
      const page = await read(shape, path, after === undefined ? query : { ...query, after });
      const found = sift(page.data);
      nodes.push(...found.nodes);
      aside.push(...found.unreadable);
      // Only the cursor is taken from `next`: its address carries the token, and need not be the network's.
      after = page.paging?.next === undefined ? undefined : page.paging.cursors?.after;
      if (after !== undefined && visited.has(after)) throw new ChannelFault(errors.unclear('paging-loop'));
      if (after !== undefined) visited.add(after);
    } while (after !== undefined && !enough(nodes));
    return { nodes, unreadable: aside };
  };
  return { read, list, sift, startedAt: () => started, waitSeconds: () => wait, unreadable: () => unreadable.size };
}
