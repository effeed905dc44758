// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tag } from './entry.ts';

/** Grounds on which policies forbid to discriminate, as they write them after `motivi:`. */
export const GROUNDS: ReadonlyMap<Tag, string> = new Map([
  ['ground-orientation', 'orientamento sessuale'],
  ['ground-identity', 'identità di genere'],
  ['ground-gender', 'genere'],
  ['ground-ethnicity', 'etnia'],
  ['ground-race', 'razza'],
  ['ground-language', 'lingua'],
  ['ground-religion', 'religione'],
  ['ground-politics', 'opinioni politiche'],
  ['ground-disability', 'disabilità'],
  ['ground-age', 'età'],
  ['ground-social', 'condizioni sociali'],
  ['ground-personal', 'condizioni personali'],
  ['ground-origin', 'origini etniche'],
]);
