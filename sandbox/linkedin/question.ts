// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, type Call, json, type Reply } from '../town/call.ts';
import type { Asked, Stage } from '../town/network.ts';
import { Refused } from '../town/network.ts';
import { stranger } from '../town/parameters.ts';
import type { Account } from '../town/writing.ts';
import { refuseParameter } from './refusals.ts';

/** A call that a page may make, with what it says. */
export interface Question {
  readonly call: Call;
  readonly page: Account;
  readonly stage: Stage;
  /** What stands after `/rest/`. */
  readonly path: readonly string[];
}
export type Answered = Reply | Asked | Promise<Reply | Asked>;

/** Throws `Refused` on a parameter that is not known there. */
export function only(call: Call, known: readonly string[]): URLSearchParams {
  const unknown = stranger(call.query, known);
  if (unknown !== null) throw new Refused(refuseParameter(`Query parameter '${unknown}' is unknown`));
  return call.query;
}

/** One page of a list, as Rest.li pages: `start` and `count`. */
export function paged<Item>(items: readonly Item[], query: URLSearchParams, show: (item: Item) => object): Answer {
  const [start, count] = [Number(query.get('start') ?? '0'), Number(query.get('count') ?? '10')];
  if (!Number.isInteger(start) || start < 0 || !Number.isInteger(count) || count < 1 || count > 100) {
    throw new Refused(refuseParameter('start and count must be whole numbers, count at most 100'));
  }
  const elements = items.slice(start, start + count).map(show);
  return json({ paging: { start, count, links: [], total: items.length }, elements });
}

/** A change that is answered with a status alone. */
export const changing = (status: number, change: () => void): Asked => ({
  unchanged: () => ({ status, body: '' }),
  effect() {
    change();
    return { status, body: '' };
  },
});
