// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Modality, VOCABULARY } from '#policy';
import type { FoundChannel } from './meaning/channels.ts';
import type { FoundContact } from './meaning/contacts.ts';
import type { FoundHours, TimeRange } from './meaning/hours.ts';
import { type Area, KIND_OF, type Kind } from './meaning/nature.ts';
import type { FoundReference } from './meaning/references.ts';
import type { Meaning } from './meaning/understand.ts';

/** One clause of the draft, as `portavoce policy import --json` tells it. */
export interface ImportedClause {
  readonly id: string;
  readonly title: string;
  /** Titles above it, from the highest, joined by ` › `. */
  readonly section: string;
  /** Sentences of the source, verbatim. */
  readonly source: string;
  /** Line where it begins, from 1: of the file, or of the text taken out of a PDF. */
  readonly sourceLine: number;
  readonly area: Area;
  readonly kind: Kind;
  readonly audience: 'external' | 'internal';
  /** Slugs of the vocabulary; empty where it is no rule on contents. */
  readonly categories: readonly string[];
  readonly modality: Modality | null;
  readonly strength?: 'remove' | 'moderate' | 'netiquette' | 'no-reply';
  /** The sentence that opens the list it stands in. */
  readonly leadIn?: string;
  readonly hours?: readonly TellableHours[];
  readonly reply?: NonNullable<Meaning['reply']>;
  readonly contacts?: readonly FoundContact[];
  readonly channels?: readonly FoundChannel[];
  readonly references?: readonly FoundReference[];
  readonly ladder?: readonly TellableRung[];
  /** Repetitions that the ladder asks for; null where it asks for some and gives no number. */
  readonly threshold?: number | null;
  readonly warning?: 'due' | 'if-possible' | 'none';
  /** What is said of how the channels work. */
  readonly regime?: Meaning['regime'];
  readonly licence?: string;
  readonly minors?: NonNullable<Meaning['minors']>;
  /** From 0 to 1: below 0.5 a person must look. */
  readonly confidence: number;
}

interface TellableHours {
  readonly of: FoundHours['of'];
  /** 1 Monday … 7 Sunday; absent where the source does not say. */
  readonly days?: readonly number[];
  readonly ranges?: readonly { readonly from: string; readonly to: string }[];
  readonly holidays?: 'excluded' | 'included';
  readonly text: string;
}

interface TellableRung {
  readonly measure: string;
  readonly force: 'must' | 'may';
  readonly condition?: string;
}

const STRENGTHS = {
  'must-remove': 'remove',
  'may-remove': 'moderate',
  asked: 'netiquette',
  'no-reply': 'no-reply',
} as const;

/** Under this a clause is marked to be looked at. */
export const LOOK_BELOW = 0.5;

/** How sure the reading is: what was found, and whether it had to be carried from elsewhere. */
export function confidenceOf(meaning: Meaning): number {
  if (!meaning.told) return 0.2;
  const facts = [
    meaning.hours.some(({ ranges }) => ranges !== undefined),
    meaning.ladder,
    meaning.reply,
    meaning.licence,
    meaning.minors,
  ].filter(Boolean).length;
  let confidence = 0.6;
  if (meaning.modality !== undefined && meaning.categories.length > 0) confidence = meaning.carried ? 0.8 : 0.85;
  else if (meaning.covers !== undefined) confidence = 0.8;
  else if (facts > 0 || meaning.contacts.length > 0 || meaning.references.length > 0) confidence = 0.75;
  if (meaning.modality !== undefined && meaning.categories.length === 0) confidence = 0.35;
  if (meaning.categories.length > 6) confidence -= 0.1;
  if (meaning.unit.words.length > 700) confidence -= 0.15;
  if (meaning.unit.words.length < 12 && meaning.categories.length === 0) confidence -= 0.25;
  return Math.round(confidence * 100) / 100;
}

const AREA_TITLES: Readonly<Partial<Record<Area, string>>> = {
  'moderation-hours': 'Orario',
  sanction: 'Misure per chi viola le regole',
  licence: 'Riuso dei contenuti',
  minors: 'Minori',
  'legal-refs': 'Riferimenti normativi',
  contacts: 'Contatti',
  'direct-messages': 'Messaggi diretti',
};
const LONGEST_TITLE = 64;

function firstWords(source: string): string {
  const words = source.replace(/^[^\p{L}\p{N}@«“"(]+/u, '').replace(/\s+/g, ' ');
  if (words.length <= LONGEST_TITLE) return words.replace(/[.;:,]+$/, '');
  const cut = words.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '');
  return `${cut.replace(/[\s.;:,]+$/, '')}…`;
}

function titleOf({ area, categories, unit }: Meaning): string {
  const labels = categories.map((slug) => VOCABULARY.find((each) => each.slug === slug)?.label ?? slug);
  if (labels.length > 0 && labels.length <= 3) return labels.join('; ');
  const words = unit.words;
  const title = AREA_TITLES[area] ?? firstWords(words);
  return title === '' ? 'Punto senza parole' : title.charAt(0).toUpperCase() + title.slice(1);
}

const two = (part: number): string => String(part).padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const clocks = (ranges: readonly TimeRange[]): readonly { from: string; to: string }[] =>
  ranges.map(({ from, to }) => ({ from: clock(from), to: clock(to) }));

const tellHours = (source: string, { of, days, ranges, holidays, place }: FoundHours): TellableHours => ({
  of,
  ...(days === undefined ? {} : { days }),
  ...(ranges === undefined ? {} : { ranges: clocks(ranges) }),
  ...(holidays === undefined ? {} : { holidays }),
  text: source.slice(...place).trim(),
});

const unlessEmpty = <Key extends string, Value>(
  key: Key,
  values: readonly Value[],
): Partial<Record<Key, readonly Value[]>> =>
  values.length === 0 ? {} : ({ [key]: values } as Partial<Record<Key, readonly Value[]>>);

/** Tells a meaning as a record. */
export function clauseOf(meaning: Meaning, id: string): ImportedClause {
  const { unit, area, modality, categories, hours, contacts, channels, references, ladder, licence, minors, reply } =
    meaning;
  const leadIn = unit.leadIns.at(-1);
  const rungs = ladder?.rungs.map(
    ({ measure, force, condition }): TellableRung => ({
      measure,
      force,
      ...(condition === undefined ? {} : { condition: unit.source.slice(...condition) }),
    }),
  );
  const strength =
    modality === undefined || modality === 'route' || modality === 'protected' ? undefined : STRENGTHS[modality];
  return {
    id,
    title: titleOf(meaning),
    section: unit.section.path.join(' › '),
    source: unit.source,
    sourceLine: unit.line,
    area,
    kind: KIND_OF[area],
    audience: unit.section.audience,
    categories,
    modality: modality ?? null,
    ...(strength === undefined ? {} : { strength }),
    ...(leadIn === undefined ? {} : { leadIn }),
    ...unlessEmpty(
      'hours',
      hours.map((each) => tellHours(unit.source, each)),
    ),
    ...(reply === undefined ? {} : { reply }),
    ...unlessEmpty('contacts', contacts),
    ...unlessEmpty('channels', channels),
    ...unlessEmpty('references', references),
    ...unlessEmpty('ladder', rungs ?? []),
    ...(ladder?.threshold === undefined ? {} : { threshold: ladder.threshold }),
    ...(ladder?.warning === undefined ? {} : { warning: ladder.warning }),
    ...(Object.keys(meaning.regime).length === 0 ? {} : { regime: meaning.regime }),
    ...(licence?.name === undefined ? {} : { licence: unit.words.slice(...licence.name) }),
    ...(minors === undefined ? {} : { minors }),
    confidence: confidenceOf(meaning),
  };
}
