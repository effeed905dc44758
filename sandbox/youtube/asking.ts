// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answer, Call, Reply } from '../town/call.ts';
import { type Asked, Refused, type Stage } from '../town/network.ts';
import { stranger } from '../town/parameters.ts';
import type { Account } from '../town/writing.ts';
import { refuse, refuseParameter } from './refusals.ts';

/** A call that a channel may make. */
export interface Question {
  readonly call: Call;
  readonly stage: Stage;
  readonly channel: Account;
  readonly query: URLSearchParams;
}

export type Answered = Reply | Asked | Promise<Reply | Asked>;

/** One method: what it costs, what may be said, and what comes of it. */
export interface Method {
  readonly units: number;
  /** By name; true where it must be there. */
  readonly parameters: Readonly<Record<string, boolean>>;
  answer(question: Question): Answered;
}

/** Any method may be asked with these. */
const COMMON = ['alt', 'fields', 'key', 'prettyPrint', 'quotaUser', 'access_token', 'oauth_token'];

export function checkParameters({ query }: Question, { parameters }: Method): void {
  const unknown = stranger(query, [...Object.keys(parameters), ...COMMON]);
  if (unknown !== null) throw new Refused(refuseParameter(`Unknown name "${unknown}"`));
  const missing = Object.entries(parameters).find(([name, needed]) => needed && !query.has(name));
  if (missing !== undefined) throw new Refused(refuseParameter(`Required parameter: ${missing[0]}`));
}

/** Lists may be repeated, and each may hold several with commas. */
export const listed = (query: URLSearchParams, name: string): string[] =>
  query.getAll(name).flatMap((value) => value.split(',').filter(Boolean));

/** The parts asked for; refuses those that the resource does not have. */
export function partsOf(query: URLSearchParams, known: readonly string[]): ReadonlySet<string> {
  const parts = listed(query, 'part');
  const unknown = parts.find((part) => !known.includes(part));
  if (unknown !== undefined) throw new Refused(refuseParameter(`'${unknown}'`));
  return new Set(parts);
}

export function oneOf<Value extends string>(
  query: URLSearchParams,
  name: string,
  values: readonly [Value, ...Value[]],
) {
  const given = query.get(name) ?? values[0];
  const value = values.find((known) => known === given);
  if (value === undefined) throw new Refused(refuseParameter(`Invalid value at '${name}': "${given}"`));
  return value;
}

/** At most one of them, at least one. */
export function onlyFilter(query: URLSearchParams, names: readonly string[]): string {
  const given = names.filter((name) => query.has(name));
  const [name] = given;
  if (name === undefined || given.length > 1) {
    throw new Refused(refuseParameter(`Expected exactly one filter of ${names.join(', ')}`));
  }
  return name;
}

interface Paging {
  readonly kind: string;
  readonly usual: number;
  readonly most: number;
}

/** A page of a list. A page's name is that of the last thing on the page before, and dies with it. */
export function paged<Item extends { readonly id: string }>(
  items: readonly Item[],
  query: URLSearchParams,
  { kind, usual, most, one }: Paging & { one: (item: Item) => object },
): Answer {
  const wanted = Number(query.get('maxResults') ?? usual);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > most) {
    throw new Refused(refuseParameter(`Invalid value at 'maxResults': ${wanted}`));
  }
  const token = query.get('pageToken');
  const before = token === null ? -1 : items.findIndex(({ id }) => tokenOf(id) === token);
  if (token !== null && before < 0) throw new Refused(refuse('invalidPageToken'));
  const page = items.slice(before + 1, before + 1 + wanted);
  const last = page.at(-1);
  const isMore = before + 1 + wanted < items.length && last !== undefined;
  return {
    status: 200,
    body: {
      kind,
      etag: 'simulato',
      ...(isMore ? { nextPageToken: tokenOf(last.id) } : {}),
      pageInfo: { totalResults: items.length, resultsPerPage: wanted },
      items: page.map(one),
    },
  };
}

const tokenOf = (id: string): string => Buffer.from(`dopo:${id}`).toString('base64url');
