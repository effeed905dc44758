// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseFields, type Selected } from '../facebook/fields.ts';
import type { Stage } from '../town/network.ts';
import type { Parameters } from './edges.ts';

// How the Graph API shows nodes: only the fields that are asked for, edges among them, lists in pages.

export type Selection = readonly Selected[] | null;
export const select = (fields: string | undefined): Selection => (fields ? parseFields(fields) : null);

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

export interface Asked {
  readonly parameters: Parameters;
  readonly selection: Selection;
  readonly stage: Stage;
}

export interface Listed {
  readonly data: readonly object[];
  readonly paging?: object;
}

/** What a kind of node has by name, whatever it holds. */
interface Named {
  readonly node: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly inside?: Readonly<Record<string, { readonly of: () => Named }>>;
}

/** A kind of node: its fields, and the edges that may be asked for inside it. */
export interface Kind<Subject> extends Named {
  /** Fields given where none are asked for. */
  readonly usual: string;
  readonly fields: Readonly<Record<string, (subject: Subject, stage: Stage) => unknown>>;
  readonly inside?: Readonly<
    Record<string, { readonly of: () => Named; list(subject: Subject, asked: Asked): Listed }>
  >;
}

/** Meta's own way of writing a moment: an offset without colon. */
export const moment = (at: string): string => `${at.slice(0, 19)}+0000`;

/** Whether there are such fields at all, also where there is nothing to show them of. Throws `UnknownField`. */
function assertKnown({ node, fields, inside = {} }: Named, selection: Selection): void {
  for (const { name, inner } of selection ?? []) {
    const edge = Object.hasOwn(inside, name) ? inside[name] : undefined;
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
  const shown: [string, unknown][] = [['id', subject.id]];
  for (const { name, parameters, inner } of selection ?? parseFields(kind.usual)) {
    const found = kind.inside?.[name]?.list(subject, { parameters, selection: inner, stage });
    // An empty edge is left out of a node, though asked for on its own it answers an empty list.
    if (found === undefined) shown.push([name, kind.fields[name]?.(subject, stage)]);
    else if (found.data.length > 0) shown.push([name, found]);
  }
  return Object.fromEntries(shown.filter(([, value]) => value !== undefined));
}

/** A page of an edge with its cursors; `next` is there only when there is more. `path`: of the edge, version included. */
export function listed<Subject extends { readonly id: string }>(
  kind: Kind<Subject>,
  subjects: readonly Subject[],
  { parameters, selection, stage, path, most }: Asked & { readonly path: string; readonly most: number },
): Listed {
  assertKnown(kind, selection);
  const { after } = parameters;
  const from = after === undefined ? 0 : subjects.findIndex(({ id }) => cursorOf(id) === after) + 1;
  const page = subjects.slice(from, from + Math.min(Number(parameters.limit ?? 25), most));
  const last = page.at(-1);
  if (last === undefined) return { data: [] };
  const cursors = { before: cursorOf(page[0]?.id ?? ''), after: cursorOf(last.id) };
  const isMore = from + page.length < subjects.length;
  const next = `${stage.baseUrl}/${path}?${new URLSearchParams({ ...parameters, after: cursors.after })}`;
  return {
    data: page.map((subject) => render(kind, subject, { selection, stage })),
    paging: { cursors, ...(isMore ? { next } : {}) },
  };
}

const cursorOf = (id: string): string => Buffer.from(`cursore:${id}`).toString('base64url');
