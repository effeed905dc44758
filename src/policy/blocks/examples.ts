// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AuthorKind, ItemKind, NetworkName } from '../facts.ts';
import type { Modality } from '../judgement.ts';
import { nearest } from '../nearest.ts';
import { oneAuthor } from '../values/authors.ts';
import { nameOf, slugOf } from '../values/categories.ts';
import { isClauseId } from '../values/clause-ids.ts';
import { oneKind } from '../values/kinds.ts';
import { moment } from '../values/moment.ts';
import { oneNetwork } from '../values/networks.ts';
import { strength } from '../values/number.ts';
import { oneOf } from '../values/one-of.ts';
import { bad, good, type Reading, type ValueKind } from '../values/value.ts';
import { joined, placedWords } from '../values/words.ts';
import { listBlock, type NodeOf } from './block.ts';
import { MODALITY_LABELS } from './rule.ts';

/** What an example expects: a modality of its clause, nothing at all, or a clause that sleeps. */
export type ExpectedOutcome = Modality | 'intact' | 'dormant';

export const OUTCOME_LABELS = { ...MODALITY_LABELS, intact: 'intatto', dormant: 'dormiente' } as const;

/** A category shown by hand, for what a text cannot show. */
export interface ShownSignal {
  readonly category: string;
  readonly strength: number;
}

/** One test of the policy, written inside it. */
export interface Example {
  readonly expected: ExpectedOutcome;
  readonly text: string;
  readonly shown?: readonly ShownSignal[];
  readonly channel?: NetworkName;
  readonly kind?: ItemKind;
  readonly author?: AuthorKind;
  /** Local time in Rome, `2026-11-21T22:30`. */
  readonly at?: string;
  readonly clause?: string;
}

const shownSignals: ValueKind<readonly ShownSignal[]> = {
  expected: 'categorie unite da `e`, con la forza se serve',
  read: (raw) => {
    const signals: ShownSignal[] = [];
    // A decimal comma is not a separator: it stands between digits.
    for (const { word, offset } of placedWords(raw, /(?<=\s)(?:e|ed)(?=\s)|,(?=\s)/g)) {
      const [, name = word, number] = /^(\S+)(?:\s+([\d.,]+))?$/.exec(word) ?? [];
      const given = number === undefined ? good(1) : strength.read(number);
      if (!given.ok) return bad(given.remark, offset + name.length + 1);
      signals.push(Object.freeze({ category: slugOf(name), strength: given.value }));
    }
    return good(Object.freeze(signals));
  },
  print: (signals) =>
    joined(
      signals.map(
        ({ category, strength: given }) => nameOf(category) + (given === 1 ? '' : ` ${strength.print(given)}`),
      ),
      'e',
    ),
};

const clauseId: ValueKind<string> = {
  expected: 'un numero di punto',
  read: (raw) => (isClauseId(raw) ? good(raw) : bad({ code: 'POL-E035', found: raw, expected: 'un numero di punto' })),
  print: (value) => value,
};

/** What may follow the text, in the order the formatter writes it. */
const CIRCUMSTANCES = {
  shown: { name: 'rilevato', value: shownSignals },
  channel: { name: 'su', value: oneNetwork },
  kind: { name: 'come', value: oneKind },
  author: { name: 'da', value: oneAuthor },
  at: { name: 'quando', value: moment },
  clause: { name: 'punto', value: clauseId },
} as const satisfies Record<string, { readonly name: string; readonly value: ValueKind<unknown> }>;
type Circumstance = keyof typeof CIRCUMSTANCES;

const outcome = oneOf(OUTCOME_LABELS);
const SHAPE = /^([^:«»]+):\s*«([^«»]+)»(.*)$/;

function readCircumstances(rest: string, start: number): Reading<Partial<Record<Circumstance, unknown>>> {
  const found: Partial<Record<Circumstance, unknown>> = {};
  for (const { word, offset } of placedWords(rest, /·/g)) {
    const [, name = word, raw = ''] = (/^([^:]+):(.*)$/.exec(word) ?? []).map((part) => part.trim());
    const field = (Object.keys(CIRCUMSTANCES) as Circumstance[]).find((each) => CIRCUMSTANCES[each].name === name);
    if (field === undefined || field in found) {
      const names = Object.values(CIRCUMSTANCES).map((each) => each.name);
      return bad(
        { code: 'POL-E034', found: word, expected: names.join(', '), meant: nearest(name, names) },
        start + offset,
      );
    }
    const value: Reading<unknown> = CIRCUMSTANCES[field].value.read(raw);
    if (!value.ok) return bad(value.remark, start + offset + word.lastIndexOf(raw) + value.offset);
    found[field] = value.value;
  }
  return good(found);
}

function readExample(raw: string): Reading<Example> {
  const match = SHAPE.exec(raw);
  if (match === null) return bad({ code: 'POL-E034', found: raw });
  const [, words = '', text = '', rest = ''] = match;
  const expected = outcome.read(words.trim());
  if (!expected.ok) return bad(expected.remark);
  if (rest !== '' && !/^\s*·/.test(rest))
    return bad({ code: 'POL-E034', found: rest.trim() }, raw.length - rest.length);
  const circumstances = readCircumstances(rest, raw.length - rest.length);
  if (!circumstances.ok) return circumstances;
  return good(Object.freeze({ expected: expected.value, text: text.trim(), ...circumstances.value }) as Example);
}

function printExample(example: Example): string {
  const parts = [`${OUTCOME_LABELS[example.expected]}: «${example.text}»`];
  for (const [field, { name, value }] of Object.entries(CIRCUMSTANCES)) {
    const given = example[field as Circumstance];
    if (given !== undefined) parts.push(`${name}: ${(value as ValueKind<unknown>).print(given)}`);
  }
  return parts.join(' · ');
}

/** The tests of the policy, inside the policy. */
export const examplesBlock = listBlock({
  kind: 'examples',
  name: 'esempi',
  keys: {},
  items: { read: readExample, print: printExample },
});
export type ExamplesNode = NodeOf<typeof examplesBlock>;
