// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Stage } from '../town/network.ts';
import { parseFields, type Selected } from './fields.ts';

export type Parameters = Readonly<Record<string, string>>;
export type Selection = readonly Selected[] | null;

/** A parameter is not what that edge takes: its own sentence, as Meta writes it. */
export class WrongParameter extends Error {}

export class UnknownField extends Error {
  readonly field: string;
  readonly node: string;
  constructor(field: string, node: string) {
    super(`no field ${field} on ${node}`);
    this.field = field;
    this.node = node;
  }
}

/** What a kind of node has by name, whatever it holds. */
export interface Named {
  readonly node: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly edges?: Readonly<Record<string, { readonly of: () => Named }>>;
}

/** A kind of node: its fields, and the edges that may be asked for with it. */
export interface Kind<Subject> extends Named {
  /** Fields given where none are asked for. */
  readonly usual: string;
  readonly fields: Readonly<Record<string, (subject: Subject, stage: Stage) => unknown>>;
  readonly edges?: Readonly<Record<string, NodeEdge<Subject>>>;
}

export interface NodeEdge<Subject> {
  /** The kind of its nodes. */
  readonly of: () => Named;
  list(subject: Subject, asked: Asked): Listed;
}

/** How a node or an edge is asked for. */
export interface Asked {
  readonly parameters: Parameters;
  readonly selection: Selection;
  readonly stage: Stage;
}

export interface Listed {
  readonly data: readonly object[];
  readonly paging?: object;
}

/** Meta's own way of writing a moment: an offset without colon. */
export const moment = (at: string): string => `${at.slice(0, 19)}+0000`;

export const select = (fields: string | undefined): Selection => (fields ? parseFields(fields) : null);

/** Whether there are such fields at all, also where there is nothing to show them of. Throws `UnknownField`. */
function assertKnown({ node, fields, edges = {} }: Named, selection: Selection): void {
  for (const { name, inner } of selection ?? []) {
    const edge = Object.hasOwn(edges, name) ? edges[name] : undefined;
    if (edge !== undefined) assertKnown(edge.of(), inner);
    else if (!Object.hasOwn(fields, name)) throw new UnknownField(name, node);
  }
}

export function render<Subject extends { readonly id: string }>(
  kind: Kind<Subject>,
  subject: Subject,
  { selection, stage }: Pick<Asked, 'selection' | 'stage'>,
): object {
  assertKnown(kind, selection);
  const rendered: [string, unknown][] = [['id', subject.id]];
  for (const { name, parameters, inner } of selection ?? parseFields(kind.usual)) {
    const edge = kind.edges?.[name];
    const found = edge?.list(subject, { parameters, selection: inner, stage });
    // An empty edge is left out of a node, though asked for on its own it answers an empty list.
    if (found === undefined) rendered.push([name, kind.fields[name]?.(subject, stage)]);
    else if (found.data.length > 0) rendered.push([name, found]);
  }
  return Object.fromEntries(rendered.filter(([, value]) => value !== undefined));
}

const LARGEST_PAGE = 100;

/** A page of an edge, `limit` nodes `after` a cursor; like Meta's, `next` is there only when there is more. */
export function listNodes<Node extends { readonly id: string }>(
  kind: Kind<Node>,
  nodes: readonly Node[],
  { address, ...asked }: Asked & { readonly address: string },
): Listed {
  assertKnown(kind, asked.selection);
  return paged(nodes, asked.parameters, {
    address: `${asked.stage.baseUrl}/v26.0/${address}`,
    one: (node) => render(kind, node, asked),
  });
}

export function paged<Item extends { readonly id: string }>(
  items: readonly Item[],
  parameters: Parameters,
  { address, one }: { address: string; one: (item: Item) => object },
): Listed {
  const { after } = parameters;
  const from = after === undefined ? 0 : items.findIndex(({ id }) => cursorOf(id) === after) + 1;
  const limit = Math.min(Number(parameters.limit ?? 25), LARGEST_PAGE);
  const page = items.slice(from, from + limit);
  const last = page.at(-1);
  if (last === undefined) return { data: [] };
  const cursors = { before: cursorOf(page[0]?.id ?? ''), after: cursorOf(last.id) };
  const next = `${address}?${new URLSearchParams({ ...parameters, after: cursors.after })}`;
  return { data: page.map(one), paging: { cursors, ...(from + limit < items.length ? { next } : {}) } };
}

const cursorOf = (id: string): string => Buffer.from(`cursore:${id}`).toString('base64url');
