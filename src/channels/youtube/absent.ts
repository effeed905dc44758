// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Cursor, Watched } from './cursor.ts';
import type { Found, Gathered } from './gather.ts';
import { IDS_AT_ONCE } from './limits.ts';
import type { Reading } from './reading.ts';
import { commentsById } from './threads.ts';
import { type Comment, topOf } from './wire.ts';

export interface Absent {
  /** Asked for by their id, whatever came of it. */
  readonly asked: readonly string[];
  /** Still there, with the text they have now. */
  readonly reread: readonly Pick<Found, 'comment' | 'video' | 'post'>[];
  readonly deleted: readonly string[];
  /** There, and in no list although one should have them: somebody hid them. */
  readonly hidden: readonly Comment[];
}

const UNITS_FOR_TITLES = 1;

type Known = readonly [string, Watched];

/**
 * Comments that this reading did not meet are asked for by their id, fifty for a unit: first those that it should have met, then
 * in turn those that lie deeper than it went. At a deep reading all, at the others fifty.
 */
export async function lookForAbsent(reading: Reading, previous: Cursor, gathered: Gathered): Promise<Absent> {
  const missing = previous.watched.filter(([id]) => !gathered.found.has(id));
  const expected = missing.filter((one) => isExpected(one, gathered));
  const others = missing.filter((one) => !expected.includes(one));
  const line = [...expected, ...others];
  const asked: string[] = [];
  const reread: Absent['reread'][number][] = [];
  const deleted: string[] = [];
  const hidden: Comment[] = [];
  for (let from = 0; from < line.length && reading.afford(1 + UNITS_FOR_TITLES); from += IDS_AT_ONCE) {
    const some = line.slice(from, from + IDS_AT_ONCE);
    const read = await reading.further(() =>
      commentsById(
        reading.acting,
        some.map(([id]) => id),
        'read',
      ),
    );
    if (read === null) break;
    reading.passOver(read.unreadable);
    const there = new Map(read.comments.map((comment) => [comment.id, comment]));
    const illegible = new Set(read.unreadable.map(({ id }) => id));
    for (const one of some) {
      const [id, { standing, video, post }] = one;
      asked.push(id);
      const comment = there.get(id);
      if (comment !== undefined) {
        reread.push({ comment, video, post });
        if (standing !== 'hidden' && expected.includes(one)) hidden.push(comment);
        // Without the name of the one that cannot be read, none of the missing may be called gone.
      } else if (!illegible.has(id) && !illegible.has(null)) deleted.push(id);
    }
    if (!reading.deep) break;
  }
  return { asked, reread, deleted, hidden };
}

/** Whether a list that was read should have shown it. */
function isExpected([id, { at, standing }]: Known, { covers, whole, found }: Gathered): boolean {
  if (standing === 'hidden') return false;
  const top = topOf(id);
  return top === id ? at > covers : whole.has(top) && found.has(top);
}
