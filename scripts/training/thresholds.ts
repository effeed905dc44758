// SPDX-License-Identifier: AGPL-3.0-or-later
import { ONLY_SORTS } from '../../src/triage/settling/table.ts';
import { fit, oddsOf } from './fit-lines.ts';
import { CATEGORIES, IS_OFFENCE, type Read } from './read-lessons.ts';
import { PARTS, partOf } from './train.ts';

/** How often a proposal must be right on texts that no list was written from, half of which only look like what they are not. */
const PRECISION = { offence: 0.9, sorts: 0.88 };

/** Of harsh and lawful texts, how many a category may touch. */
const LAWFUL_TOUCHED = 0.002;
/** A coarse word makes a complaint louder and is still coarse: policies ask for it to be mended, however just the complaint. */
const LOUD_ANYWAY = 'vulgar';

export interface Chosen {
  /** From where on a proposal may rest on it, and from where on it is worth noticing. */
  readonly proposing: number;
  readonly noticing: number;
  readonly precision: number;
  readonly recall: number;
  /** At the noticing threshold. */
  readonly f1: number;
}

export interface Held {
  readonly isApart: boolean;
  readonly isLawful: boolean;
  readonly odds: Float64Array;
  readonly shown: Int8Array;
}

/** What lines fitted without their families say of texts. */
export function heldOutOf(texts: readonly Read[]): readonly Held[] {
  return Array.from({ length: PARTS }).flatMap((_, part) => {
    const lines = fit(texts.filter(({ lesson }) => partOf(lesson.family) !== part));
    return texts
      .filter(({ lesson }) => partOf(lesson.family) === part)
      .map((text) => {
        const { isApart, isLawful } = text.lesson;
        return { odds: oddsOf(lines, text), shown: text.shown, isApart, isLawful };
      });
  });
}

/** Where proposals are right often enough, and where most is told right of what is there. */
export function thresholdsFor(held: readonly Held[], place: number): Chosen {
  const all = sorted(held, place);
  const apart = sorted(
    held.filter(({ isApart }) => isApart),
    place,
  );
  const wanted = ONLY_SORTS.includes(CATEGORIES[place] ?? '') ? PRECISION.sorts : PRECISION.offence;
  const { odds: sure, precision, recall } = surest(apart.length === 0 ? all : apart, wanted);
  const { odds, f1 } = fullest(
    sorted(
      held.filter(({ isApart }) => !isApart),
      place,
    ),
  );
  const isRestrained = IS_OFFENCE[place] === true && CATEGORIES[place] !== LOUD_ANYWAY;
  const proposing = isRestrained ? Math.max(sure, restrained(held, place)) : sure;
  return { proposing, noticing: Math.min(odds, proposing), precision, recall, f1 };
}

/** The odds that so few harsh and lawful texts pass, whatever they are labelled. */
function restrained(held: readonly Held[], place: number): number {
  const lawful = held.filter(({ isLawful }) => isLawful).map(({ odds }) => odds[place] ?? 0);
  lawful.sort((one, other) => other - one);
  return lawful[Math.floor(lawful.length * LAWFUL_TOUCHED)] ?? Number.NEGATIVE_INFINITY;
}

interface Ranked {
  readonly odds: number;
  readonly is: boolean;
}

/** The likeliest first, without those of which nobody knows. */
const sorted = (held: readonly Held[], place: number): readonly Ranked[] =>
  held
    .filter(({ shown }) => shown[place] !== -1)
    .map(({ odds, shown }) => ({ odds: odds[place] ?? 0, is: shown[place] === 1 }))
    .toSorted((one, other) => other.odds - one.odds);

/** The lowest odds from which on enough are right. */
function surest(ranked: readonly Ranked[], wanted: number) {
  const all = Math.max(1, ranked.filter(({ is }) => is).length);
  let best = { odds: ranked[0]?.odds ?? 0, precision: 0, recall: 0 };
  let right = 0;
  for (const [index, { odds, is }] of ranked.entries()) {
    if (is) right += 1;
    const precision = right / (index + 1);
    if (precision >= wanted) best = { odds, precision, recall: right / all };
  }
  return best;
}

/** The odds from which on F1 is highest. */
function fullest(ranked: readonly Ranked[]) {
  const all = ranked.filter(({ is }) => is).length;
  let best = { odds: ranked[0]?.odds ?? 0, f1: -1 };
  let right = 0;
  for (const [index, { odds, is }] of ranked.entries()) {
    if (is) right += 1;
    const f1 = (2 * right) / (index + 1 + all);
    if (f1 > best.f1) best = { odds, f1 };
  }
  return best;
}
