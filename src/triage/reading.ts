// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { buildAutomaton, scan } from './automaton.ts';
import { undisguise } from './evasion.ts';
import { fold, spell, type Word } from './folding.ts';
import type { Tag } from './lexicon/entry.ts';
import { LEXICON } from './lexicon/lists.ts';
import { MASKED } from './lexicon/vulgarity.ts';

/** A word or expression of the lexicon found in the text: indexes of its first and last word. */
export interface Hit {
  readonly tag: Tag;
  readonly degree: number;
  readonly first: number;
  readonly last: number;
}

/** A text as the rules see it. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  /** Links, and @mentions that were left out of the words. */
  readonly links: readonly Span[];
  readonly mentions: readonly Span[];
  readonly quotes: readonly Span[];
  hits(tag: Tag): readonly Hit[];
  /** The hits with this tag that begin at a word. */
  at(index: number, tag: Tag): readonly Hit[];
}

interface Role {
  readonly tag: Tag;
  readonly degree: number;
}

const compile = () => {
  const roles = new Map<string, { words: readonly Word[]; roles: Role[] }>();
  for (const entry of LEXICON)
    for (const form of entry.forms) {
      const folded = fold(form);
      if (folded.length === 0) continue;
      const key = folded.map(spell).join(' ');
      const known = roles.get(key) ?? { words: folded, roles: [] };
      if (!known.roles.some((role) => role.tag === entry.tag))
        known.roles.push({ tag: entry.tag, degree: entry.degree ?? 2 });
      roles.set(key, known);
    }
  const patterns = [...roles.values()];
  return {
    automaton: buildAutomaton(patterns.map((pattern) => pattern.words)),
    roles: patterns.map((pattern) => pattern.roles),
    known: { all: new Set(patterns.flatMap((pattern) => pattern.words.map(spell))), masked: MASKED },
  };
};

let compiled: ReturnType<typeof compile> | undefined;
/** Built at the first text, not at import: a page that never triages pays nothing. */
const lexicon = (): ReturnType<typeof compile> => {
  compiled ??= compile();
  return compiled;
};

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"»]+|\b[a-z0-9-]+\.(?:it|com|org|net|eu|info|me|ly|io)(?:\/[^\s<>"»]*)?(?![\p{L}\p{N}@])/giu;
const MENTION = /(?<![\p{L}\p{N}._])@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu;
const QUOTE = /«[^»]{1,400}»|“[^”]{1,400}”|"[^"]{1,400}"/gu;
const EMAIL_AHEAD = /[a-z0-9_%+-]@[a-z0-9]/i;

const spansOf = (pattern: RegExp, text: string): Span[] =>
  Array.from(text.matchAll(pattern), (match) => [match.index, match.index + match[0].length] as const);

const linksOf = (text: string): Span[] => {
  if (!text.includes('.')) return [];
  const addresses = EMAIL_AHEAD.test(text);
  const links = spansOf(LINK, text);
  return addresses
    ? links.filter(([start]) => text.charAt(start - 1) !== '@' && text.charAt(start - 1) !== '.')
    : links;
};

interface Match {
  readonly roles: readonly Role[];
  readonly first: number;
  readonly last: number;
}

/** An expression hides the words inside it: «cesso pubblico» is not «cesso». */
const withoutContained = (matches: readonly Match[]): readonly Match[] => {
  const long = matches.filter((match) => match.last > match.first);
  if (long.length === 0) return matches;
  return matches.filter(
    (match) =>
      !long.some(
        (other) =>
          other.first <= match.first && other.last >= match.last && other.last - other.first > match.last - match.first,
      ),
  );
};

const NONE: readonly Hit[] = [];

/** Reads a text once; every rule then works on words and their roles. */
export const read = (text: string): Reading => {
  const links = linksOf(text);
  const mentions = text.includes('@') ? spansOf(MENTION, text) : [];
  const blanks = [...links, ...mentions].sort((a, b) => a[0] - b[0]);
  const { automaton, roles, known } = lexicon();
  const words = undisguise(text, fold(text, blanks), known);
  const matches: Match[] = [];
  scan(automaton, words, (pattern, first, last) => {
    matches.push({ roles: roles[pattern] ?? [], first, last });
  });
  const byTag = new Map<Tag, Hit[]>();
  for (const match of withoutContained(matches))
    for (const { tag, degree } of match.roles) {
      const list = byTag.get(tag);
      const hit = { tag, degree, first: match.first, last: match.last };
      if (list === undefined) byTag.set(tag, [hit]);
      else list.push(hit);
    }
  return {
    text,
    words,
    links,
    mentions,
    quotes: /["«“]/.test(text) ? spansOf(QUOTE, text) : [],
    hits: (tag) => byTag.get(tag) ?? NONE,
    at: (index, tag) => (byTag.get(tag) ?? NONE).filter((hit) => hit.first === index),
  };
};
