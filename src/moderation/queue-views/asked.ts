// SPDX-License-Identifier: AGPL-3.0-or-later
import { Temporal } from 'temporal-polyfill';
import type { ViewSearch } from './contract.ts';

/** What `queue_page` is asked; its marks are those of `case_marks`. */
export interface Asked {
  readonly state: ViewSearch['state'];
  readonly marks: readonly string[];
  readonly words: readonly string[];
  readonly look?: true;
  readonly held?: true;
  readonly unclaimed?: true;
  readonly claimedBy?: string;
  readonly dueFrom?: Date;
  readonly dueBefore?: Date;
}

/** Who asks, and when. */
export interface Asking {
  readonly person: string;
  readonly now: Date;
}

const NEVER = new Date('9999-12-31T00:00:00Z');
const TIME_ZONE = 'Europe/Rome';
/** More say nothing more. */
const MOST_WORDS = 8;

export function askedOf(search: ViewSearch, { person, now }: Asking): Asked {
  const { state, look, held, claimed, due, words = '' } = search;
  const marks = (['network', 'kind', 'clause', 'category', 'author'] as const).flatMap((name) =>
    search[name] === undefined ? [] : [`=${name}:${search[name]}`],
  );
  return {
    ...{ state, marks, words: wordsOf(words) },
    ...(look !== undefined && { look: true as const }),
    ...(held !== undefined && { held: true as const }),
    ...(claimed === 'nobody' && { unclaimed: true as const }),
    ...(claimed === 'me' && { claimedBy: person }),
    ...(due !== undefined && boundsOf(due, now)),
  };
}

/** As they stand in the index: without accents, without signs. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);

/** Days and weeks as they are in Italy; a week ends on Sunday. */
export function boundsOf(due: NonNullable<ViewSearch['due']>, now: Date): Pick<Asked, 'dueFrom' | 'dueBefore'> {
  if (due === 'none') return { dueFrom: NEVER };
  if (due === 'overdue') return { dueBefore: now };
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(TIME_ZONE).startOfDay();
  const end = today.add({ days: due === 'today' ? 1 : 8 - today.dayOfWeek });
  return { dueFrom: now, dueBefore: new Date(end.epochMilliseconds) };
}
