// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  compile,
  evaluate,
  type ItemFacts,
  type PolicyChoices,
  REGULATED_CATEGORIES,
  type Signal,
  VOCABULARY,
} from './index.ts';
import { clauseText, comment, policyIn, policyOf, signal } from './testing/sample.ts';

const rule = (number: number, modality: string, categories: string, more = ''): string =>
  clauseText(number, `regola\nmodalità: ${modality}\nse: ${categories}${more === '' ? '' : `\n${more}`}`);

const judge = (
  clauses: readonly string[],
  signals: readonly Signal[],
  facts: Partial<ItemFacts> = {},
  choices: PolicyChoices = {},
) => {
  const item = comment(facts);
  return evaluate(policyOf(clauses, choices), item, signals, item.at);
};

const said = (reasons: readonly { readonly text: string }[]): string => reasons.map(({ text }) => text).join(' ');

const MIXED = [
  rule(10, 'protetto', 'critica'),
  rule(11, 'si chiede', 'insulti o pubblicità'),
  rule(12, 'può essere rimosso', 'spam o insulti'),
  rule(13, 'da rimuovere', 'dati-personali'),
  rule(14, 'senza risposta', 'propaganda-politica'),
  rule(15, 'si instrada', 'reclamo', 'verso: URP'),
];

test('nothing noticed: no clause, no action, low priority', () => {
  const judgement = judge(MIXED, []);
  assert.deepEqual(judgement.clauses, []);
  assert.equal(judgement.proposal.action, 'none');
  assert.equal(judgement.priority, 3);
  assert.deepEqual(judgement.policy.version, '3');
});

test('each modality alone leads to its own action', () => {
  const action = (slug: string) => judge(MIXED, [signal(slug)]).proposal.action;
  assert.deepEqual(
    ['criticism', 'commercial', 'spam', 'personal-data', 'political', 'complaint', 'question', 'thanks'].map(action),
    ['none', 'none', 'hide', 'remove', 'none', 'route', 'answer', 'none'],
  );
});

test('the strictest clause decides and every touched one is cited, strictest first', () => {
  const judgement = judge(MIXED, [signal('criticism'), signal('insult'), signal('personal-data'), signal('complaint')]);
  assert.equal(judgement.proposal.action, 'remove');
  assert.deepEqual(
    judgement.clauses.map(({ id }) => id),
    ['ESE-013', 'ESE-012', 'ESE-015', 'ESE-011', 'ESE-010'],
  );
  assert.deepEqual(
    judgement.clauses.map(({ signals }) => signals),
    [[2], [1], [3], [1], [0]],
  );
});

test('a weak signal, or one that is not a number, never matches', () => {
  assert.equal(judge(MIXED, [signal('personal-data', 0.49)]).clauses.length, 0);
  assert.equal(judge(MIXED, [signal('personal-data', Number.NaN)]).clauses.length, 0);
  assert.equal(judge([rule(10, 'da rimuovere', 'spam', 'forza minima: 0,9')], [signal('spam', 0.8)]).clauses.length, 0);
  assert.equal(
    judge([rule(10, 'da rimuovere', 'spam', 'forza minima: 0,2')], [signal('spam', 0.2)]).proposal.action,
    'remove',
  );
});

test('a rule keeps to its channels and kinds', () => {
  const clauses = [
    rule(10, 'da rimuovere', 'spam', 'canali: Facebook'),
    rule(11, 'da rimuovere', 'insulti', 'interventi: post di visitatori'),
  ];
  assert.equal(judge(clauses, [signal('spam')], { channel: 'x' }).clauses.length, 0);
  assert.equal(judge(clauses, [signal('insult')]).clauses.length, 0);
  assert.equal(judge(clauses, [signal('insult')], { kind: 'visitor-post' }).clauses.length, 1);
});

test('nothing private is taken down', () => {
  const clauses = [rule(10, 'da rimuovere', 'dati-sensibili', 'interventi: commenti e messaggi diretti')];
  const judgement = judge(clauses, [signal('sensitive-data')], { kind: 'message' });
  assert.equal(judgement.proposal.action, 'none');
  assert.match(said(judgement.proposal.reasons), /messaggio privato/);
});

const RESERVATION = clauseText(20, 'discrezione\nnorme: tutte\neffetto: può essere rimosso');

test('what is only asked is hidden under a reservation, which is cited, and not otherwise', () => {
  const asked = [rule(10, 'si chiede', 'insulti')];
  assert.equal(judge(asked, [signal('insult')]).proposal.action, 'none');
  const { proposal } = judge([...asked, RESERVATION], [signal('insult')]);
  assert.equal(proposal.action, 'hide');
  assert.deepEqual(
    proposal.reasons.map(({ clause }) => clause),
    ['ESE-010', 'ESE-020', undefined],
  );
  assert.match(said(proposal.reasons), /decide una persona/);
  const must = clauseText(20, 'discrezione\nnorme: ESE-010\neffetto: da rimuovere\ncanali: X');
  assert.equal(judge([...asked, must], [signal('insult')], { channel: 'x' }).proposal.action, 'remove');
  assert.equal(judge([...asked, must], [signal('insult')]).proposal.action, 'none');
});

test('a reservation gives way where the policy says whom it belongs to; an obligation does not', () => {
  const routed = clauseText(30, 'instradamento\nse: caso-personale\nverso: URP\nindirizzo: dato mancante');
  const soft = judge(
    [rule(10, 'si chiede', 'caso-personale'), RESERVATION, routed],
    [signal('personal-case'), signal('criticism')],
  );
  assert.equal(soft.proposal.action, 'route');
  assert.equal(soft.route?.office, 'URP');
  assert.deepEqual(
    soft.missing.filter(({ what }) => what === 'route').map(({ clause }) => clause),
    ['ESE-030'],
  );
  assert.equal(
    judge([rule(10, 'da rimuovere', 'caso-personale'), routed], [signal('personal-case')]).proposal.action,
    'remove',
  );
});

test('criticism never shields what must be removed, and the reasons say that it did not count', () => {
  const { proposal } = judge(MIXED, [signal('criticism'), signal('personal-data')]);
  assert.equal(proposal.action, 'remove');
  assert.match(said(proposal.reasons), /critica che c’è nel testo è lecita/);
});

test('a document that skipped the checks cannot take criticism down either', () => {
  const { document } = policyOf([rule(10, 'da rimuovere', 'spam')]);
  // Node by node, as a document built by hand would be.
  const unchecked = JSON.parse(JSON.stringify(document).replaceAll('"spam"', '"criticism"')) as typeof document;
  const judgement = evaluate(compile(unchecked), comment(), [signal('criticism')], comment().at);
  assert.deepEqual([judgement.proposal.action, judgement.clauses], ['none', []]);
});

test('an emergency comes first in the queue and in the reasons', () => {
  for (const others of [[], [signal('personal-data')], [signal('political')]]) {
    const judgement = judge(MIXED, [...others, signal('emergency')]);
    assert.equal(judgement.priority, 0);
    assert.match(judgement.proposal.reasons[0]?.text ?? '', /112/);
  }
  assert.equal(judge(MIXED, [signal('emergency')]).proposal.action, 'answer');
});

test('a grave thing the policy does not speak of is still on top, and said', () => {
  const judgement = judge(MIXED, [signal('threat')]);
  assert.equal(judgement.priority, 0);
  assert.equal(judgement.proposal.action, 'none');
  assert.match(said(judgement.proposal.reasons), /Minacce e toni violenti: la policy non ne parla/);
});

test('a sleeping clause is cited and grounds nothing, until an act wakes it', () => {
  const sleeping = [rule(10, 'da rimuovere', 'spam', 'dormiente: fino ad atto')];
  const asleep = judge(sleeping, [signal('spam')]);
  assert.deepEqual([asleep.clauses[0]?.dormant, asleep.proposal.action], [true, 'none']);
  const choices = { acts: [{ clause: 'ESE-010', act: 'delibera n. 2' }] };
  assert.equal(judge(sleeping, [signal('spam')], {}, choices).proposal.action, 'remove');
});

test('while comments are closed their rules sleep, on comments and replies only', () => {
  const clauses = [clauseText(9, 'canale\nrete: Instagram\ncommenti: chiusi fino ad atto'), ...MIXED];
  const on = (facts: Partial<ItemFacts>, choices = {}) => judge(clauses, [signal('personal-data')], facts, choices);
  for (const kind of ['comment', 'reply'] as const) {
    const { clauses: touched, proposal } = on({ channel: 'instagram', kind });
    assert.deepEqual([touched[0]?.dormant, proposal.action], [true, 'none']);
    assert.match(said(proposal.reasons), /chiusi fino a un nuovo atto/);
  }
  assert.equal(on({ channel: 'instagram', kind: 'visitor-post' }).proposal.action, 'remove');
  assert.equal(on({ channel: 'facebook' }).proposal.action, 'remove');
  assert.equal(
    on({ channel: 'instagram' }, { acts: [{ clause: 'ESE-009', act: 'decreto' }] }).proposal.action,
    'remove',
  );
});

test('a list cut off in the source is told when something regulated is touched', () => {
  const clauses = [rule(10, 'da rimuovere', 'dato mancante'), rule(11, 'si chiede', 'insulti')];
  assert.deepEqual(
    judge(clauses, [signal('insult')])
      .missing.filter(({ what }) => what === 'removal-list')
      .map(({ clause }) => clause),
    ['ESE-010'],
  );
  assert.deepEqual(
    judge(clauses, [signal('thanks')]).missing.filter(({ what }) => what === 'removal-list'),
    [],
  );
});

// The same sequence at every run: a failure can be looked at again.
function* draws(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const POLICIES = ['asl-roma-1.policy.md', 'comune-di-esempio.policy.md'].map((name) =>
  policyIn(readFileSync(new URL(`../../policies/${name}`, import.meta.url), 'utf8')),
);
const someSignals = (random: Generator<number, never>): Signal[] =>
  VOCABULARY.filter(() => random.next().value < 0.15).map(({ slug }) => signal(slug, random.next().value));

test('the order of the signals changes nothing but their indexes', () => {
  const random = draws(7);
  for (let round = 0; round < 300; round++) {
    const signals = someSignals(random);
    const item = comment();
    for (const policy of POLICIES) {
      const one = evaluate(policy, item, signals, item.at);
      const other = evaluate(policy, item, signals.toReversed(), item.at);
      const turned = other.clauses.map((clause) => ({
        ...clause,
        signals: clause.signals.map((index) => signals.length - 1 - index).toSorted((a, b) => a - b),
      }));
      assert.deepEqual({ ...other, clauses: turned }, one);
    }
  }
});

test('one more signal never makes the proposal milder', () => {
  const random = draws(11);
  for (let round = 0; round < 300; round++) {
    const signals = someSignals(random);
    for (const policy of POLICIES) {
      const removes = evaluate(policy, comment(), signals, comment().at).proposal.action === 'remove';
      const more = evaluate(policy, comment(), [...signals, signal('criticism'), signal('thanks')], comment().at)
        .proposal.action;
      if (removes) assert.equal(more, 'remove');
    }
  }
});

test('no policy, on no channel, proposes a measure for criticism, questions, complaints or thanks', () => {
  const lawful = ['criticism', 'question', 'complaint', 'thanks', 'nothing-to-do'].map((slug) => signal(slug));
  for (const policy of POLICIES)
    for (const channel of ['facebook', 'instagram', 'x', 'youtube', 'bluesky'] as const)
      for (const signals of [...lawful.map((one) => [one]), lawful]) {
        const { proposal } = evaluate(policy, comment({ channel }), signals, comment().at);
        assert.ok(['none', 'answer', 'route'].includes(proposal.action), proposal.action);
      }
});

test('every measure cites a clause that does not sleep', () => {
  for (const policy of POLICIES)
    for (const { slug } of REGULATED_CATEGORIES) {
      const judgement = evaluate(policy, comment(), [signal(slug)], comment().at);
      if (!['hide', 'remove'].includes(judgement.proposal.action)) continue;
      const awake = judgement.clauses.filter(({ dormant }) => !dormant).map(({ id }) => id);
      assert.ok(
        judgement.proposal.reasons.some(({ clause }) => clause !== undefined && awake.includes(clause)),
        slug,
      );
    }
});
