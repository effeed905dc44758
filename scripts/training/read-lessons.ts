// SPDX-License-Identifier: AGPL-3.0-or-later
import { VOCABULARY } from '#policy';
import { noticedIn } from '../../src/triage/analyse.ts';
import type { Tag } from '../../src/triage/lexicon/entry.ts';
import { lexicon } from '../../src/triage/lexicon/lists.ts';
import { read } from '../../src/triage/reading.ts';
import { Features } from '../../src/triage/settling/features.ts';
import { ONLY_SORTS } from '../../src/triage/settling/table.ts';
import { newParts, partsOf } from '../../src/triage/settling/word-parts.ts';
import type { Lesson } from './examples.ts';

/** Categories that accuse nobody. */
export const NO_OFFENCE = [...ONLY_SORTS, 'personal-case'];

/** A text as the engine sees it. */
export interface Read {
  readonly buckets: Int32Array;
  /** In tenths, as the engine has them. */
  readonly values: Int8Array;
  readonly groups: Uint8Array;
  readonly tags: ReadonlySet<Tag>;
  readonly lesson: Lesson;
  /** By category: 1 shown, 0 not, -1 not known. */
  readonly shown: Int8Array;
}

export const CATEGORIES = VOCABULARY.filter(({ textCanShow }) => textCanShow).map(({ slug }) => slug);
export const WIDTH = CATEGORIES.length;

/** What must be left alone weighs more only where leaving it alone is at stake. */
export const IS_OFFENCE = CATEGORIES.map((category) => !NO_OFFENCE.includes(category));

/** Every text as the engine sees it, without what only one family has: it says nothing of others. */
export function readAll(lessons: readonly Lesson[]): readonly Read[] {
  const features = new Features();
  const tags = [...new Set(lexicon().map(({ tag }) => tag))];
  const families = new Map<number, string | true>();
  const all = lessons.map((lesson) => {
    const reading = read(lesson.text);
    features.read(reading, noticedIn(reading, lesson.context));
    const pieces = piecesOf(features, lesson.text);
    for (const bucket of pieces.buckets) {
      const known = families.get(bucket);
      if (known === undefined) families.set(bucket, lesson.family);
      else if (known !== lesson.family) families.set(bucket, true);
    }
    return { lesson, ...pieces, tags: new Set(tags.filter((tag) => reading.hits(tag).length > 0)) };
  });
  return all.map(({ lesson, buckets, values, groups, tags }) => {
    const kept = [...buckets.keys()].filter((at) => families.get(buckets[at] ?? 0) === true);
    return {
      ...{ lesson, tags },
      buckets: Int32Array.from(kept, (at) => buckets[at] ?? 0),
      values: Int8Array.from(kept, (at) => values[at] ?? 0),
      groups: Uint8Array.from(kept, (at) => groups[at] ?? 0),
      shown: Int8Array.from(CATEGORIES, (category) =>
        lesson.shown.has(category) ? 1 : lesson.isKnown(category) ? 0 : -1,
      ),
    };
  });
}

/** The parts of its words, then the rest. */
function piecesOf(features: Features, text: string): Pick<Read, 'buckets' | 'values' | 'groups'> {
  const parts = newParts();
  const buckets: number[] = [];
  const values: number[] = [];
  for (let word = 0; word < features.words; word++) {
    const count = partsOf(text, [features.starts[word] ?? 0, features.ends[word] ?? 0], parts);
    buckets.push(...parts.buckets.subarray(0, count));
    values.push(...parts.values.subarray(0, count));
  }
  const groups = new Uint8Array(buckets.length + features.count);
  groups.set(features.groups.subarray(0, features.count), buckets.length);
  buckets.push(...features.buckets.subarray(0, features.count));
  values.push(...features.values.subarray(0, features.count));
  return { buckets: Int32Array.from(buckets), values: Int8Array.from(values), groups };
}
