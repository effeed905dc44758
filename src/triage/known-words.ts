// SPDX-License-Identifier: AGPL-3.0-or-later
import COMPILED from './compiled-words.json' with { type: 'json' };
import { type Expressions, expressionsOf } from './expressions.ts';
import { GRAMMAR } from './lexicon/kept-inside.ts';
import { LOOSE } from './lexicon/loose.ts';
import { type Offences, offencesOf } from './offences.ts';
import { spellingsOf } from './spellings.ts';
import { numberOfTag, type TagSet, tagSet } from './tag-set.ts';
import { type Role, unpackWords } from './word-tables.ts';

/** A role with the number of its tag, by which it is looked up. */
export interface NumberedRole extends Role {
  readonly number: number;
}

/** All that an expression can be. */
export interface Meaning {
  readonly roles: readonly NumberedRole[];
  readonly tags: TagSet;
  /** Its words go on being in the sentence what they are alone. */
  readonly loose: boolean;
  /** What it goes on being inside a loose expression. */
  readonly grammar: readonly NumberedRole[];
}

/** The lexicon, ready to be looked up. */
export interface KnownWords {
  readonly expressions: Expressions;
  /** By their number in the expressions. */
  readonly meanings: readonly Meaning[];
  /** Words that people write in disguise. */
  readonly offences: Offences;
}

/** Of roles with one tag, the first. */
const meaningOf = (roles: readonly NumberedRole[]): Meaning => {
  const distinct = roles.filter(({ tag }, place) => roles.findIndex((role) => role.tag === tag) === place);
  return {
    roles: distinct,
    tags: tagSet(distinct.map(({ tag }) => tag)),
    loose: distinct.some(({ tag }) => LOOSE.has(tag)),
    grammar: distinct.filter(({ tag }) => GRAMMAR.has(tag)),
  };
};

const open = (): KnownWords => {
  const { spellings, expressions: tables, roles: plain, offences } = unpackWords(COMPILED);
  const roles = plain.map((role): NumberedRole => ({ ...role, number: numberOfTag(role.tag) }));
  const expressions = expressionsOf(tables, spellingsOf(spellings));
  return {
    expressions,
    meanings: expressions.meanings.map((said) => meaningOf(said.flatMap((number) => roles[number] ?? []))),
    offences: offencesOf(offences),
  };
};

let opened: KnownWords | undefined;

/** Opened at the first text, not at import: a page that never triages pays nothing. */
export const knownWords = (): KnownWords => {
  opened ??= open();
  return opened;
};
