// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { VOCABULARY } from '#policy';
import { calibrate, type Held } from '../../src/triage/learned/calibration.ts';
import { type Example, fit } from '../../src/triage/learned/fit.ts';
import { bucketsOf, type LinearModel, linearOf, stored } from '../../src/triage/learned/linear.ts';
import type { TrainedModel } from '../../src/triage/learned/trained.ts';
import { type Lesson, type Material, readMaterial } from './examples.ts';
import { figuresOf, rankingOf } from './figures.ts';

/** Chosen on families held out of the training split; the test split had no part in it. */
const SETTINGS = { passes: 10, rate: 4, decay: 0.02, shrink: 0.06, families: 14 };

/** A label needs so many examples, of so many families, and must tell held-out families apart so well. */
const FEWEST_EXAMPLES = 30;
const FEWEST_FAMILIES = 7;
const POOREST_RANKING = 0.7;
export const PARTS = 3;

const SHOWN_BY_TEXT: ReadonlySet<string> = new Set(
  VOCABULARY.filter(({ textCanShow }) => textCanShow).map(({ slug }) => slug),
);

/** The whole training: the same files, the same model. */
export function train(material: Material = readMaterial()): TrainedModel {
  // What only orders learns enough from the rest, and stays small.
  const lessons = material.lessons.filter(({ isApart }) => !isApart);
  const candidates = labelsOf(lessons);
  const tried = heldOut(lessons, candidates);
  const isGood = candidates.map((_, label) => rankingOf(tried[label] ?? []) >= POOREST_RANKING);
  const labels = candidates.filter((_, label) => isGood[label]);
  const held = tried.filter((_, label) => isGood[label]);
  const model = fit(examplesFor(lessons, labels), { ...SETTINGS, labels });
  const calibrations = held.map(calibrate);
  const corpus = materialDigest(material.lessons);
  const lines = stored(model);
  return {
    digest: digestOf([corpus, lines, calibrations]),
    corpus,
    examples: lessons.length,
    ...figuresOf({ model, calibrations }, material.test),
    leftOut: candidates.filter((label) => !labels.includes(label)),
    calibrations,
    lines,
  };
}

/** Of what there is to learn from: the same for the same files. */
export const materialDigest = (lessons: readonly Lesson[]): string =>
  digestOf(lessons.map(({ text, family, shown }) => [text, family, [...shown].sort()]));

const digestOf = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');

function labelsOf(lessons: readonly Lesson[]): string[] {
  const families = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const { shown, family } of lessons)
    for (const label of shown) {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      families.set(label, (families.get(label) ?? new Set()).add(family));
    }
  return [...counts]
    .filter(([label]) => SHOWN_BY_TEXT.has(label))
    .filter(([label, count]) => count >= FEWEST_EXAMPLES && (families.get(label)?.size ?? 0) >= FEWEST_FAMILIES)
    .map(([label]) => label)
    .sort();
}

const examplesFor = (lessons: readonly Lesson[], labels: readonly string[]): Example[] =>
  lessons.map(({ text, family, shown, isKnown }) => ({
    text,
    family,
    shown: Int8Array.from(labels, (label) => (shown.has(label) ? 1 : isKnown(label) ? 0 : -1)),
  }));

/** The third that a family belongs to. */
export const partOf = (family: string): number => createHash('sha256').update(family).digest().readUInt32BE(0) % PARTS;

/**
 * By label, what lines fitted on two thirds of the families say of the last third, each third in turn: every family is held
 * out once.
 */
function heldOut(lessons: readonly Lesson[], labels: readonly string[]): Held[][] {
  const held: Held[][] = labels.map(() => []);
  for (let part = 0; part < PARTS; part++) {
    const kept = lessons.filter(({ family }) => partOf(family) !== part);
    const model: LinearModel = fit(examplesFor(kept, labels), { ...SETTINGS, labels });
    for (const { text, family, shown, isKnown } of lessons) {
      if (partOf(family) !== part) continue;
      const odds = linearOf(model, bucketsOf(text));
      for (const [index, label] of labels.entries())
        if (isKnown(label)) held[index]?.push({ odds: odds[index] ?? 0, shown: shown.has(label) });
    }
  }
  return held;
}
