// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Graph, Listing, Parameters } from '../core/graph.ts';
import type { ChannelError } from '../port.ts';
import { errors } from './errors.ts';

// Reads after a write: what cannot be read leaves the question open, what is gone is an answer.

/** What could not be read leaves the question open. */
export class Undecided extends Error {
  readonly error: ChannelError;
  constructor(error: ChannelError) {
    super(error.code);
    this.error = error;
  }
}

export const get = <Shape>(graph: Graph, shape: z.ZodType<Shape>, id: string, fields: string) =>
  read(graph, shape, { path: encodeURIComponent(id), query: { fields } });

export async function read<Shape>(
  graph: Graph,
  shape: z.ZodType<Shape>,
  { path, query }: { readonly path: string; readonly query: Parameters },
): Promise<Shape | 'gone'> {
  const answer = await graph('GET', path, query);
  if (answer.kind !== 'answer') {
    const error = errors.faultOf(answer);
    if (error.kind === 'not-found') return 'gone';
    throw new Undecided(error);
  }
  const body = shape.safeParse(answer.body);
  if (!body.success) throw new Undecided(errors.unclear('unexpected-shape'));
  return body.data;
}

export interface Search<Node> {
  readonly path: string;
  readonly query: Parameters;
  readonly wanted: (node: Node) => boolean;
  /** Of lists in order: nothing wanted comes after such a one. */
  readonly isPast?: (node: Node) => boolean;
}

/** The first wanted node of an edge, page after page; null where there is none. */
export async function find<Node>(
  graph: Graph,
  shape: z.ZodType<Listing<Node>>,
  { path, query, wanted, isPast = () => false }: Search<Node>,
): Promise<Node | null> {
  let after: string | undefined;
  do {
    const page = await read(graph, shape, { path, query: after === undefined ? query : { ...query, after } });
    if (page === 'gone') return null;
    const found = page.data.find(wanted);
    if (found !== undefined) return found;
    if (page.data.some(isPast)) return null;
    const next = page.paging?.next === undefined ? undefined : page.paging.cursors?.after;
    after = next === after ? undefined : next;
  } while (after !== undefined);
  return null;
}

/** Facebook's clock and ours may differ, and its times are whole seconds. */
const CLOCK_SKEW_MILLISECONDS = 30_000;

export const isSince = (at: Date, since: Date | undefined): boolean =>
  since === undefined || at.getTime() >= since.getTime() - CLOCK_SKEW_MILLISECONDS;
