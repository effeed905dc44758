// SPDX-License-Identifier: AGPL-3.0-or-later
import { AUTHOR_KINDS, type AuthorKind } from '../facts.ts';
import { nearest } from '../nearest.ts';
import { bad, good, type Reading, type ValueKind } from './value.ts';
import { BETWEEN_NAMES, joined, placedWords } from './words.ts';

/** How a policy file and the desk write each kind of author: one, many. */
export const AUTHOR_LABELS: Readonly<Record<AuthorKind, readonly [one: string, many: string]>> = {
  citizen: ['cittadino', 'cittadini'],
  staff: ['dipendente', 'dipendenti'],
  minor: ['minore', 'minori'],
};

const EXPECTED = AUTHOR_KINDS.map((kind) => `\`${AUTHOR_LABELS[kind][1]}\``).join(', ');

function authorOf(word: string, offset: number): Reading<AuthorKind> {
  const found = AUTHOR_KINDS.find((kind) => AUTHOR_LABELS[kind].some((label) => label === word.toLowerCase()));
  if (found !== undefined) return good(found);
  const meant = nearest(word, Object.values(AUTHOR_LABELS).flat());
  return bad({ code: 'POL-E019', found: word, expected: EXPECTED, meant }, offset);
}

export const oneAuthor: ValueKind<AuthorKind> = {
  expected: EXPECTED,
  read: (raw) => authorOf(raw, 0),
  print: (value) => AUTHOR_LABELS[value][0],
};

export const authorKinds: ValueKind<readonly AuthorKind[]> = {
  expected: EXPECTED,
  read: (raw) => {
    const found = new Set<AuthorKind>();
    for (const { word, offset } of placedWords(raw, BETWEEN_NAMES)) {
      const author = authorOf(word, offset);
      if (!author.ok) return author;
      found.add(author.value);
    }
    return good(Object.freeze(AUTHOR_KINDS.filter((kind) => found.has(kind))));
  },
  print: (value) =>
    joined(
      value.map((kind) => AUTHOR_LABELS[kind][1]),
      'e',
    ),
};
