// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  type CompiledPolicy,
  compile,
  evaluate,
  ITEM_KINDS,
  type ItemFacts,
  type Judgement,
  MODALITIES,
  NETWORKS,
  type Signal,
  type TouchedClause,
  VOCABULARY,
} from '../index.ts';
import { clauseText, comment, policyIn, policyOf, signal } from '../testing/sample.ts';

const FOLDER = join(import.meta.dirname, '../../../policies');
const rule = (modality: string, categories: string, more = ''): string =>
  `regola\nmodalità: ${modality}\nse: ${categories}${more}`;

/** Rules that share clauses, strengths, places and reservations in every way that may go wrong. */
const TANGLED = policyOf([
  clauseText(
    10,
    rule('da rimuovere', 'spam o insulti'),
    rule('da rimuovere', 'insulti o minacce', '\nforza minima: 0,8'),
    rule('protetto', 'insulti'),
  ),
  clauseText(11, rule('si chiede', 'insulti o spam o caso-personale', '\ncanali: tutti tranne X')),
  clauseText(12, rule('si chiede', 'spam', '\ninterventi: menzioni e messaggi diretti')),
  clauseText(
    13,
    rule('può essere rimosso', 'minacce', '\nforza minima: 0,1'),
    rule('si instrada', 'spam', '\nverso: URP'),
  ),
  clauseText(14, rule('da rimuovere', 'volgarità o spam', '\ndormiente: fino ad atto')),
  clauseText(15, 'discrezione\nnorme: tutte\neffetto: può essere rimosso\ncanali: Facebook'),
  clauseText(16, 'canale\nrete: Instagram\ncommenti: chiusi fino ad atto'),
]);
const POLICIES: readonly CompiledPolicy[] = [
  TANGLED,
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith('.policy.md'))
    .map((name) => policyIn(readFileSync(join(FOLDER, name), 'utf8'))),
];

/** The slow way: every rule is asked of every signal. */
function slowlyTouched(policy: CompiledPolicy, item: ItemFacts, signals: readonly Signal[]): readonly TouchedClause[] {
  const closed = policy.channels.get(item.channel)?.comments;
  const isClosed = closed?.what === 'closed-until-act' && (item.kind === 'comment' || item.kind === 'reply');
  const entries = MODALITIES.flatMap((modality) =>
    [...policy.clauses.values()].flatMap((clause): TouchedClause[] => {
      const rules = policy.rules.filter(
        ({ clause: { id }, modality: own, kinds, channels }) =>
          id === clause.id &&
          own === modality &&
          kinds.includes(item.kind) &&
          (channels === undefined || channels.networks.includes(item.channel) !== channels.except),
      );
      const by = (categories: readonly string[], minimum: number): readonly number[] =>
        signals.flatMap(({ category, strength }, index) =>
          categories.includes(category) && strength >= minimum ? [index] : [],
        );
      const indexes = new Set(rules.flatMap(({ categories, minimum }) => by(categories, minimum)));
      if (indexes.size === 0) return [];
      const matched = rules.flatMap(({ categories, minimum }) =>
        categories.filter((slug) => by([slug], minimum).length > 0),
      );
      return [
        {
          id: clause.id,
          title: clause.title,
          modality,
          categories: [...new Set(matched)],
          signals: [...indexes].toSorted((left, right) => left - right),
          dormant: clause.dormant || isClosed,
        },
      ];
    }),
  );
  return [...entries.filter(({ dormant }) => !dormant), ...entries.filter(({ dormant }) => dormant)];
}

// The same sequence at every run: a failure can be looked at again.
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SLUGS: readonly string[] = [...VOCABULARY.map(({ slug }) => slug), 'spam', 'insult', 'threat', 'sconosciuta'];

interface Drawn {
  readonly item: ItemFacts;
  readonly signals: readonly Signal[];
}

function drawnItems(count: number, seed: number): readonly Drawn[] {
  const draw = draws(seed);
  return Array.from({ length: count }, () => {
    const signals = Array.from({ length: draw(7) }, () =>
      signal(SLUGS[draw(SLUGS.length)] ?? 'spam', draw(20) === 0 ? Number.NaN : draw(11) / 10),
    );
    const kind = ITEM_KINDS[draw(ITEM_KINDS.length)] ?? 'comment';
    const channel = NETWORKS[draw(NETWORKS.length)] ?? 'facebook';
    return { item: comment({ kind, channel, hasMedia: draw(9) === 0 }), signals };
  });
}

test('the clauses touched are those that the slow way finds', () => {
  for (const policy of POLICIES)
    for (const { item, signals } of drawnItems(800, 5)) {
      const heard = signals.filter(({ category }) => item.hasMedia !== true || category !== 'nothing-to-do');
      const { clauses } = evaluate(policy, item, heard, item.at);
      assert.deepEqual(clauses, slowlyTouched(policy, item, heard), JSON.stringify([item, heard]));
    }
});

test('what was judged before changes nothing: a policy compiled anew judges alike', () => {
  const items = drawnItems(60, 9);
  for (const used of POLICIES)
    for (const { item, signals } of items) {
      const fresh = compile(used.document, { choices: used.choices });
      assert.deepEqual(evaluate(used, item, signals, item.at), evaluate(fresh, item, signals, item.at));
    }
});

/** Every reason and datum of a judgement. */
const told = ({ proposal, due, route, missing }: Judgement): readonly object[] => [
  ...proposal.reasons,
  ...missing,
  ...(due === undefined ? [] : [due.reason]),
  ...(route === undefined ? [] : [route.reason]),
];

test('what judgements share cannot be changed through one of them', () => {
  for (const policy of POLICIES)
    for (const { item, signals } of drawnItems(200, 3)) {
      const one = evaluate(policy, item, signals, item.at);
      const shared = new Set(told(evaluate(policy, item, signals, item.at)));
      for (const piece of told(one)) if (shared.has(piece)) assert.ok(Object.isFrozen(piece), JSON.stringify(piece));
      assert.ok(Object.isFrozen(one.policy));
      assert.equal(one.due === undefined || one.due.at !== evaluate(policy, item, [], item.at).due?.at, true);
    }
});
