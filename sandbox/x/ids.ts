// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ids } from '../town/network.ts';
import type { World } from '../town/world.ts';
import type { Writing } from '../town/writing.ts';

/** An edit is a new post with a new id: the last three digits tell the edits of one post apart. */
const VERSIONS = 1000n;
const NAME_LENGTH = 11;

const EPOCH = 1_288_834_974_657;
const MOMENT_BITS = 22n;
/** Room within a millisecond, after the digits for edits. */
const OF_ONE_MOMENT = 4000n;

/** An id tells its moment, as X's do, then which of that moment it is, then its edit. */
const numberAt = (moment: Date, number: bigint): bigint =>
  ((BigInt(moment.getTime() - EPOCH) << MOMENT_BITS) / VERSIONS) * VERSIONS + (number % OF_ONE_MOMENT) * VERSIONS;

export const ids: Ids = {
  first: 2_060_000_000_000_000n,
  post: (number, { at }) => `${numberAt(at, number)}`,
  comment: (number, { at }) => `${numberAt(at, number)}`,
  author: (number) => `${number}`,
  /** At most fifteen letters, digits and underscores. */
  handle: (name, number) => {
    const plain = name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '_');
    return `${plain.slice(0, NAME_LENGTH)}_${number % 1000n}`;
  },
  message: (number) => `${number * VERSIONS}`,
  conversation: (_number, { account, person }) =>
    BigInt(account.id) < BigInt(person.id) ? `${account.id}-${person.id}` : `${person.id}-${account.id}`,
};

/** The id of a post as it now is. */
export function latestId({ id, at, edited }: Writing): string {
  if (edited === null) return id;
  const seconds = Math.floor((Date.parse(edited) - Date.parse(at)) / 1000);
  return `${BigInt(id) + 1n + BigInt(Math.min(998, Math.max(0, seconds)))}`;
}

export const historyOf = (writing: Writing): string[] =>
  writing.edited === null ? [writing.id] : [writing.id, latestId(writing)];

/** The post that an id names, whichever of its edits it is of; undefined where there is none any more. */
export function postNamed(id: string, world: World): Writing | undefined {
  if (!/^\d{1,19}$/.test(id)) return undefined;
  const writing = world.writings.get(`${(BigInt(id) / VERSIONS) * VERSIONS}`);
  if (writing === undefined || writing.deleted || BigInt(id) > BigInt(latestId(writing))) return undefined;
  return writing;
}

/** When a post, as it now is, was written. */
export const writtenAt = ({ at, edited }: Writing): string => edited ?? at;

/** The first id of a moment. */
export const idOfMoment = (moment: Date): string => `${BigInt(moment.getTime() - EPOCH) << MOMENT_BITS}`;
