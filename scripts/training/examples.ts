// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledPolicy, compile, examplesOf, type PolicyExample, parse, REGULATED_CATEGORIES } from '#policy';
import type { TriageContext } from '#triage';
import { type LabelledComment, readCorpus } from '../../corpus/corpus.ts';

const POLICIES = join(import.meta.dirname, '../../policies');

/** A text to learn from: what it shows, and what nobody said of it. */
export interface Lesson {
  readonly text: string;
  readonly family: string;
  readonly shown: ReadonlySet<string>;
  readonly isKnown: (category: string) => boolean;
  /** How many others it counts for. */
  readonly worth: number;
  /** What the rules are told besides. */
  readonly context: TriageContext;
  /** No word list was written with it in view. */
  readonly isApart: boolean;
  /** Of the suite of what must be left alone. */
  readonly isLawful: boolean;
}

const REGULATED: ReadonlySet<string> = new Set(REGULATED_CATEGORIES.map(({ slug }) => slug));

/** A clause's own examples are promises, and what must be left alone is learned before what must be found. */
const WORTH = { example: 16, lawful: 4, other: 1 };
const LAWFUL = 'lawful-harsh.txt';
const WORTH_OF: Readonly<Record<string, number>> = { [LAWFUL]: WORTH.lawful, 'promises.txt': WORTH.example };

const ofComment = ({ file, text, family, labels, doubts, post, isApart }: LabelledComment): Lesson => ({
  isApart,
  isLawful: file === LAWFUL,
  worth: WORTH_OF[file] ?? WORTH.other,
  text,
  family,
  shown: labels,
  isKnown: (label) => !doubts.has(label),
  context: post === undefined ? {} : { post: { text: post } },
});

/** An example of a policy says what its own clause is about, and nothing of the rest; one left intact shows nothing regulated. */
function ofExample(policy: CompiledPolicy, example: PolicyExample): Lesson | undefined {
  const { about, expected, item, signals } = example;
  // Signals given by hand are of what the text does not show.
  if (signals !== undefined) return undefined;
  const family = `${policy.body} ${example.clause}`;
  const context = { kind: item.kind };
  const worth = WORTH.example;
  const [isApart, isLawful] = [false, false];
  if (expected === 'intact')
    return {
      text: item.text,
      family,
      context,
      worth,
      isApart,
      isLawful,
      shown: new Set(),
      isKnown: (category) => REGULATED.has(category),
    };
  const rules = policy.rules.filter(({ clause }) => clause.id === about);
  const [category, ...others] = new Set(rules.flatMap(({ categories }) => categories));
  if (category === undefined || others.length > 0) return undefined;
  return {
    text: item.text,
    family,
    context,
    worth,
    isApart,
    isLawful,
    shown: new Set([category]),
    isKnown: (asked) => asked === category,
  };
}

function policyLessons(): Lesson[] {
  const files = readdirSync(POLICIES).filter((name) => name.endsWith('.policy.md'));
  return files.sort().flatMap((file) => {
    const { policy: document } = parse(readFileSync(join(POLICIES, file), 'utf8'), file);
    if (document === undefined) throw new Error(`${file} has mistakes`);
    const policy = compile(document);
    return examplesOf(policy).flatMap((example) => ofExample(policy, example) ?? []);
  });
}

export interface Material {
  /** Comments of the corpus for training, then the policies' examples. */
  readonly lessons: readonly Lesson[];
  /** Comments of families kept apart: never learned from, only reported on. */
  readonly test: readonly LabelledComment[];
}

export function readMaterial(): Material {
  const corpus = readCorpus();
  const lessons = corpus.filter(({ split }) => split === 'train').map(ofComment);
  return { lessons: [...lessons, ...policyLessons()], test: corpus.filter(({ split }) => split === 'test') };
}
