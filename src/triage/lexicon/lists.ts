// SPDX-License-Identifier: AGPL-3.0-or-later
import { affairs } from './affairs.ts';
import { citizens } from './citizens.ts';
import type { Entry } from './entry.ts';
import { grammar } from './grammar.ts';
import { groups } from './groups.ts';
import { insults } from './insults.ts';
import { violence } from './violence.ts';
import { innocent, vulgarity } from './vulgarity.ts';

/**
 * Every list that the reader knows. Order means nothing here: longer expressions win over the words inside them.
 * A function, so that the thousands of sentences are let go once the reader is built.
 */
export const lexicon = (): readonly Entry[] => [
  ...innocent(),
  ...grammar(),
  ...insults(),
  ...vulgarity(),
  ...violence(),
  ...groups(),
  ...affairs(),
  ...citizens(),
];
