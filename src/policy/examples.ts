// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ExpectedOutcome, OUTCOME_LABELS, type ShownSignal } from './blocks/examples.ts';
import type { Analyse } from './comparing/own-terms.ts';
import type { CompiledPolicy } from './compiled.ts';
import { ownTerms } from './contacts.ts';
import { blocksOf, clausesOf, type PolicyDocument } from './document.ts';
import { evaluate } from './evaluate.ts';
import { ITEM_KINDS, type ItemFacts, NETWORKS } from './facts.ts';
import { MODALITIES } from './judgement.ts';
import { cardOf } from './judging/card.ts';
import type { Signal } from './signal.ts';
import { instantOf } from './values/moment.ts';
import { covers } from './values/networks.ts';

/** An example of a policy, ready to be judged. */
export interface PolicyExample {
  /** The clause that holds it. */
  readonly clause: string;
  /** The clause it speaks of. */
  readonly about: string;
  readonly expected: ExpectedOutcome;
  readonly item: ItemFacts;
  /** Given by hand for what a text cannot show; absent: triage reads the text. */
  readonly signals?: readonly Signal[];
}

/** A working Tuesday without holidays around it. */
const DEFAULT_MOMENT = '2026-01-13T10:00';

const byHand = ({ category, strength }: ShownSignal): Signal => ({
  category,
  strength,
  spans: [],
  source: 'example',
  reason: 'Indicato a mano nell’esempio.',
});

/** Where the clause is in force: the first channel with open comments among those it covers, else the first it covers. */
function usualChannel(policy: CompiledPolicy, id: string): ItemFacts['channel'] {
  const rules = policy.rules.filter(({ clause }) => clause.id === id);
  const possible = NETWORKS.filter((name) => policy.channels.has(name)).filter(
    (name) => rules.length === 0 || rules.some(({ channels }) => covers(channels, name)),
  );
  const open = possible.find((name) => {
    const comments = cardOf(policy, name).comments?.what;
    return comments === undefined || comments === 'open';
  });
  return open ?? possible[0] ?? 'facebook';
}

/** What kind of item the clause speaks of: a comment where it covers comments. */
function usualKind(policy: CompiledPolicy, id: string): ItemFacts['kind'] {
  const kinds = new Set(policy.rules.filter(({ clause }) => clause.id === id).flatMap((rule) => rule.kinds));
  return ITEM_KINDS.find((kind) => kinds.has(kind)) ?? 'comment';
}

/** Every example of the policy, in the order of the file. */
export function examplesOf(policy: CompiledPolicy): readonly PolicyExample[] {
  const document: PolicyDocument = policy.document;
  return clausesOf(document).flatMap(({ clause }) =>
    blocksOf(clause, 'examples').flatMap(({ items }) =>
      items.map((example): PolicyExample => {
        const about = example.clause ?? clause.id;
        const item = {
          channel: example.channel ?? usualChannel(policy, about),
          kind: example.kind ?? usualKind(policy, about),
          text: example.text,
          at: instantOf(example.at ?? DEFAULT_MOMENT),
        };
        const author = example.author === undefined ? {} : { author: example.author };
        const signals = example.shown === undefined ? {} : { signals: example.shown.map(byHand) };
        return { clause: clause.id, about, expected: example.expected, item: { ...item, ...author }, ...signals };
      }),
    ),
  );
}

export type ExampleResult = 'passed' | 'failed' | 'pending';

export interface JudgedExample {
  /** Italian, as the file writes them. */
  readonly expected: string;
  readonly got: string;
  /** `pending`: triage cannot see such a thing yet, which is not the policy's fault. */
  readonly result: ExampleResult;
}

/** Proposals against the item or its author. Waiting for approval is none: it falls on every item alike. */
const TAKEN_DOWN: readonly string[] = ['hide', 'remove', 'warn', 'report'];

/** Judges one example with the signals that triage gave, or with its own. */
export function judgeExample(
  policy: CompiledPolicy,
  example: PolicyExample,
  noticed: readonly Signal[],
): JudgedExample {
  const signals = example.signals ?? noticed;
  const { clauses, proposal } = evaluate(policy, example.item, signals, example.item.at);
  const awake = clauses.filter(({ dormant }) => !dormant);
  const about = clauses.filter(({ id }) => id === example.about);
  const intact = !TAKEN_DOWN.includes(proposal.action);
  const strictest = MODALITIES.find((modality) => awake.some((clause) => clause.modality === modality));
  const touched = about.find(({ modality, dormant }) => !dormant && modality === example.expected);
  const passed =
    example.expected === 'intact'
      ? intact
      : example.expected === 'dormant'
        ? about.some(({ dormant }) => dormant)
        : touched !== undefined;
  const expected = OUTCOME_LABELS[example.expected];
  if (passed) return { expected, got: expected, result: 'passed' };
  const got = strictest === undefined ? (clauses.length > 0 ? 'dormant' : 'intact') : strictest;
  const wanted = policy.rules.filter(({ clause }) => clause.id === example.about).flatMap((rule) => rule.categories);
  const unseen = example.expected !== 'intact' && !signals.some(({ category }) => wanted.includes(category));
  return {
    expected,
    got: gotWords(got, awake),
    result: unseen && example.signals === undefined ? 'pending' : 'failed',
  };
}

/** How an example goes where triage reads its text. */
export interface ExampleRun extends JudgedExample {
  readonly example: PolicyExample;
  /** The example's own, or what triage noticed. */
  readonly signals: readonly Signal[];
}

/** Runs every example of the policy, in the order of the file; each is judged only when it is asked for. */
export function* runExamples(policy: CompiledPolicy, analyse: Analyse): Generator<ExampleRun, void> {
  const own = ownTerms(policy);
  for (const example of examplesOf(policy)) {
    const { text, kind } = example.item;
    const signals = example.signals ?? analyse(text, { kind, ...own });
    yield { example, signals, ...judgeExample(policy, example, signals) };
  }
}

const gotWords = (
  got: ExpectedOutcome,
  awake: readonly { readonly id: string; readonly modality: string }[],
): string => {
  const ids = awake.filter(({ modality }) => modality === got).map(({ id }) => id);
  return ids.length === 0 ? OUTCOME_LABELS[got] : `${OUTCOME_LABELS[got]} (${ids.join(', ')})`;
};
