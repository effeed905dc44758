// SPDX-License-Identifier: AGPL-3.0-or-later
import { analyse } from '#triage';
import { covered } from '../masking.ts';

/** Categories of triage whose words are somebody's data. */
export const OF_PEOPLE = ['personal-data', 'sensitive-data', 'private-facts'];
const COVER = '▮▮▮';
const COVERING = { categories: OF_PEOPLE, cover: COVER };
/** What is covered may show something else beside it. */
const ROUNDS = 4;

/** The text with people's data covered where triage notices them, and who is named with @. Covering twice changes nothing. */
export function masked(text: string): string {
  let seen = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = covered(seen, analyse(seen), COVERING);
    if (next === seen) break;
    seen = next;
  }
  return seen;
}

/** The same in every text of a value, however deep, and without the names of people whom the desk knows. */
export const maskedIn = <Value>(value: Value, names: readonly string[] = []): Value =>
  deep(value, (text) => masked(names.reduce((left, name) => left.replaceAll(name, COVER), text))) as Value;

function deep(value: unknown, cover: (text: string) => string): unknown {
  if (typeof value === 'string') return cover(value);
  if (Array.isArray(value)) return value.map((one) => deep(one, cover));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deep(one, cover)]));
}
