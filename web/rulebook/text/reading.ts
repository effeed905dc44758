// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type Complaint,
  compare,
  compile,
  evaluate,
  type PolicyComparison,
  type PolicyDocument,
  type PublicPage,
  parse,
  publicPage,
  runExamples,
} from '#policy';
import { analyse } from '#triage';

/** An example of the policy, as it goes with this text. */
export interface TriedExample {
  /** Its place among all the examples, in the order of the file. */
  readonly index: number;
  readonly clause: string;
  readonly text: string;
  readonly expected: string;
  readonly got: string;
  readonly result: 'passed' | 'failed' | 'pending';
  /** What the judgement rests on, in Italian. */
  readonly reasons: readonly string[];
}

/** What a text says, once it has no mistakes. */
export interface Meaning {
  readonly page: PublicPage;
  readonly examples: readonly TriedExample[];
  /** Against the version in force; null where there is none, or it cannot be read any more. */
  readonly comparison: PolicyComparison | null;
}

const read = (text: string): PolicyDocument | undefined => parse(text, '').policy;

export const mistakesIn = (text: string): readonly Complaint[] => parse(text, '').complaints;

export function meaningOf(text: string, against: string | null): Meaning | null {
  const document = read(text);
  if (document === undefined) return null;
  const earlier = against === null ? undefined : read(against);
  return {
    page: publicPage(document),
    examples: triedExamples(document),
    comparison: earlier === undefined ? null : compare(earlier, document),
  };
}

/** Two texts compared; null where one of them cannot be read. */
export function comparisonOf(before: string, after: string): PolicyComparison | null {
  const [earlier, later] = [read(before), read(after)];
  return earlier === undefined || later === undefined ? null : compare(earlier, later);
}

function triedExamples(document: PolicyDocument): readonly TriedExample[] {
  const policy = compile(document);
  return [...runExamples(policy, analyse)].map(({ example, signals, expected, got, result }, index): TriedExample => {
    const { item, clause } = example;
    const { proposal } = evaluate(policy, item, signals, item.at);
    const reasons = proposal.reasons.map((reason) => reason.text);
    return { index, clause, text: item.text, expected, got, result, reasons };
  });
}
