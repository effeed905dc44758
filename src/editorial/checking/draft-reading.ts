// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OwnTerms, Signal, Span } from '#policy';
import { analyse, sentencesOf } from '#triage';
import { type ChildSigns, childSignsIn } from './child-words.ts';
import { describedIn, onePersonIn } from './described.ts';
import type { DraftToCheck, PostLimits } from './draft.ts';
import type { LawRule } from './law.ts';
import { neighbourhood, overlap, sentenceAt } from './passages.ts';
import { type Person, peopleIn, withoutBasis } from './people.ts';
import { allPictured, type Pictured } from './pictured.ts';

/** A draft with what several checks ask of it. */
export interface DraftReading {
  readonly draft: DraftToCheck;
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly people: readonly Person[];
  /** Named, and nothing says on which ground. */
  readonly named: readonly Span[];
  /** Whether an alternative text, which goes out too, names somebody so. */
  readonly namesInAlt: boolean;
  /** Told without a name, so that some would know them. */
  readonly described: readonly Span[];
  /** One person, whoever it is. */
  readonly onePerson: readonly Span[];
  readonly child: ChildSigns;
  readonly pictured: readonly Pictured[];
  readonly signals: readonly Signal[];
  readonly limits?: PostLimits;
}

/** Something that a check noticed. */
export interface Noticed {
  readonly spans: readonly Span[];
  /** One Italian sentence; it never repeats what was found. */
  readonly reason: string;
  /** In place of the check's usual one. */
  readonly law?: LawRule;
}

export type Look = (reading: DraftReading) => readonly Noticed[];

const altsOf = ({ alt = [], images = [] }: DraftToCheck): readonly string[] =>
  [...alt, ...images.map((image) => image.alt ?? '')].filter((words) => words !== '');

export function readDraft(draft: DraftToCheck, own?: OwnTerms, limits?: PostLimits): DraftReading {
  const { text } = draft;
  const sentences = sentencesOf(text);
  const people = peopleIn(draft, sentences);
  return {
    draft,
    text,
    sentences,
    people,
    named: withoutBasis(people).map(({ span }) => span),
    namesInAlt: altsOf(draft).some(
      (alt) => withoutBasis(peopleIn({ ...draft, text: alt }, sentencesOf(alt))).length > 0,
    ),
    described: describedIn(text),
    onePerson: onePersonIn(text),
    child: childSignsIn(text),
    pictured: allPictured(draft),
    signals: analyse(text, { kind: 'visitor-post', ...own }),
    ...(limits !== undefined && { limits }),
  };
}

/** Everybody private whom a draft singles out, with or without a name. */
export const individuals = ({ named, described, onePerson, child }: DraftReading): readonly Span[] => [
  ...named,
  ...described,
  ...onePerson,
  ...child.certain,
];

/** Of these words, those that stand beside somebody: in the same sentence or in the next. */
export const beside = (
  { sentences }: DraftReading,
  words: readonly Span[],
  somebody: readonly Span[],
): readonly Span[] =>
  somebody.length === 0
    ? []
    : words.filter((word) => {
        const around = neighbourhood(sentences, word);
        return somebody.some((one) => overlap(one, around));
      });

/** Of these words, those in whose own sentence somebody stands. */
export const inSentence = (
  { sentences }: DraftReading,
  words: readonly Span[],
  somebody: readonly Span[],
): readonly Span[] =>
  words.filter((word) => {
    const bounds = sentenceAt(sentences, word);
    return somebody.some((one) => overlap(one, bounds));
  });

/** One finding for all its words, or none. */
export const one = (spans: readonly Span[], reason: string): readonly Noticed[] =>
  spans.length === 0 ? [] : [{ spans, reason }];
