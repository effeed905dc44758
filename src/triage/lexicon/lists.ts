// SPDX-License-Identifier: AGPL-3.0-or-later
import { AFFAIRS } from './affairs.ts';
import { CITIZENS } from './citizens.ts';
import type { Entry } from './entry.ts';
import { GRAMMAR } from './grammar.ts';
import { GROUPS } from './groups.ts';
import { INSULTS } from './insults.ts';
import { VIOLENCE } from './violence.ts';
import { INNOCENT, VULGARITY } from './vulgarity.ts';

/** Every list that the reader knows. Order means nothing here: longer expressions win over the words inside them. */
export const LEXICON: readonly Entry[] = [
  ...INNOCENT,
  ...GRAMMAR,
  ...INSULTS,
  ...VULGARITY,
  ...VIOLENCE,
  ...GROUPS,
  ...AFFAIRS,
  ...CITIZENS,
];
