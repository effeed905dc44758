// SPDX-License-Identifier: AGPL-3.0-or-later
import { ITEM_KINDS, type ItemKind } from '../facts.ts';
import { nearest } from '../nearest.ts';
import { bad, good, type Reading, type ValueKind } from './value.ts';
import { BETWEEN_NAMES, joined, placedWords } from './words.ts';

/** How a policy file and the desk write each kind: singular, plural. */
export const KIND_LABELS: Readonly<Record<ItemKind, readonly [one: string, many: string]>> = {
  comment: ['commento', 'commenti'],
  'visitor-post': ['post di visitatore', 'post di visitatori'],
  mention: ['menzione', 'menzioni'],
  message: ['messaggio diretto', 'messaggi diretti'],
  reply: ['risposta', 'risposte'],
};

function kindOf(word: string, offset: number): Reading<ItemKind> {
  const found = ITEM_KINDS.find((kind) => KIND_LABELS[kind].some((label) => label === word.toLowerCase()));
  if (found !== undefined) return good(found);
  return bad({ code: 'POL-E023', found: word, meant: nearest(word, Object.values(KIND_LABELS).flat()) }, offset);
}

export const oneKind: ValueKind<ItemKind> = {
  expected: 'un tipo d’intervento',
  read: (raw) => kindOf(raw, 0),
  print: (value) => KIND_LABELS[value][0],
};

export const itemKinds: ValueKind<readonly ItemKind[]> = {
  expected: 'tipi d’intervento',
  read: (raw) => {
    const found = new Set<ItemKind>();
    for (const { word, offset } of placedWords(raw, BETWEEN_NAMES)) {
      const kind = kindOf(word, offset);
      if (!kind.ok) return kind;
      found.add(kind.value);
    }
    return good(Object.freeze(ITEM_KINDS.filter((kind) => found.has(kind))));
  },
  print: (value) =>
    joined(
      value.map((kind) => KIND_LABELS[kind][1]),
      'e',
    ),
};
