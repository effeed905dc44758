// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  type CompiledPolicy,
  evaluate,
  type GroundedAction,
  groundsFor,
  ITEM_KINDS,
  type ItemFacts,
  NETWORKS,
  type Signal,
} from './index.ts';
import { clauseText, comment, policyIn, policyOf, signal } from './testing/sample.ts';

const FOLDER = join(import.meta.dirname, '../../policies');
const POLICIES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.policy.md'))
  .map((file) => policyIn(readFileSync(join(FOLDER, file), 'utf8')));
const roma = POLICIES.find(({ body }) => body === 'asl-roma-1');

const grounds = (
  policy: CompiledPolicy,
  action: GroundedAction,
  signals: readonly Signal[],
  facts: Partial<ItemFacts> = {},
) => {
  const item = comment(facts);
  const judgement = evaluate(policy, item, signals, item.at);
  return groundsFor(policy, action, { item, judgement }).map(({ clause, proposed }) =>
    proposed ? `${clause.id}*` : clause.id,
  );
};

test('the proposed clause comes first, then whatever else could ground the act, each once', () => {
  assert.ok(roma !== undefined);
  const found = grounds(roma, 'remove', [signal('personal-data')]);
  assert.deepEqual(found.slice(0, 2), ['RM1-128*', 'RM1-125*']);
  assert.ok(found.includes('RM1-129') && found.includes('RM1-029*'));
  assert.equal(new Set(found).size, found.length);
});

test('what is only asked grounds a removal only under a reservation', () => {
  const asked = clauseText(10, 'regola\nmodalità: si chiede\nse: insulti');
  const reservation = clauseText(11, 'discrezione\nnorme: tutte\neffetto: può essere rimosso');
  assert.deepEqual(grounds(policyOf([asked]), 'hide', [signal('insult')]), []);
  assert.deepEqual(grounds(policyOf([asked, reservation]), 'hide', [signal('insult')]), ['ESE-010*', 'ESE-011*']);
});

test('sleeping clauses ground nothing', () => {
  const rule = clauseText(10, 'regola\nmodalità: da rimuovere\nse: spam\ndormiente: fino ad atto');
  assert.deepEqual(grounds(policyOf([rule]), 'remove', [signal('spam')]), []);
  const closed =
    clauseText(10, 'canale\nrete: X\ncommenti: chiusi fino ad atto') +
    '\n\n' +
    clauseText(11, 'regola\nmodalità: da rimuovere\nse: spam');
  assert.deepEqual(grounds(policyOf([closed]), 'remove', [signal('spam')], { channel: 'x' }), []);
  assert.deepEqual(grounds(policyOf([closed]), 'remove', [signal('spam')], { channel: 'facebook' }), ['ESE-011*']);
});

test('a sleeping clause that only tells how to answer grounds no answer', () => {
  const answers = 'risposta\ntipo: del personale\ncome: link a documenti';
  const policy = policyOf([clauseText(10, answers), clauseText(11, `${answers}\ndormiente: fino ad atto`)]);
  assert.deepEqual(grounds(policy, 'reply', [signal('question')]), ['ESE-010*']);
});

test('criticism stays on the ground of the clause that welcomes it', () => {
  assert.ok(roma !== undefined);
  assert.equal(grounds(roma, 'no-action', [signal('criticism')])[0], 'RM1-010*');
  assert.equal(grounds(roma, 'publish', [signal('criticism')])[0], 'RM1-010*');
});

test('no reply is grounded where private messages are not for replying', () => {
  assert.ok(roma !== undefined);
  assert.deepEqual(grounds(roma, 'reply', [signal('question')], { channel: 'x', kind: 'message' }), []);
  assert.ok(grounds(roma, 'reply', [signal('question')], { channel: 'facebook', kind: 'message' }).includes('RM1-056'));
  assert.equal(grounds(roma, 'reply', [signal('complaint')])[0], 'RM1-024*');
});

test('leaving something where it is always has a ground, in every policy, on every channel', () => {
  for (const policy of POLICIES)
    for (const channel of NETWORKS)
      for (const kind of ITEM_KINDS)
        for (const action of ['publish', 'no-action'] as const)
          assert.ok(
            grounds(policy, action, [], { channel, kind }).length > 0,
            `${policy.body} ${channel} ${kind} ${action}`,
          );
});

test('every clause that the judgement proposes to act on is among the grounds', () => {
  for (const policy of POLICIES)
    for (const slug of ['insult', 'personal-data', 'spam', 'threat', 'sensitive-data', 'commercial']) {
      const item = comment();
      const judgement = evaluate(policy, item, [signal(slug)], item.at);
      if (judgement.proposal.action !== 'hide' && judgement.proposal.action !== 'remove') continue;
      const [first] = groundsFor(policy, judgement.proposal.action, { item, judgement });
      assert.ok(first?.proposed, `${policy.body} ${slug}`);
    }
});

test('how an item is received is said of its own network and kind', () => {
  const policy = policyOf([
    clauseText(10, 'canale\nrete: Facebook e X\ncommenti: aperti'),
    clauseText(11, 'risposta\ntipo: presa in carico\ncanali: X'),
    clauseText(12, 'risposta\ntipo: presa in carico\ninterventi: messaggi diretti'),
    clauseText(13, 'risposta\ntipo: presa in carico\ncanali: Facebook\ninterventi: commenti'),
    clauseText(14, 'orario\nvale per: moderazione\ngiorni: lunedì\nore: dalle 9:00 alle 10:00\ncanali: X'),
    clauseText(15, 'regola\nmodalità: senza risposta\nse: propaganda-politica'),
  ]);
  for (const action of ['publish', 'no-action'] as const) {
    assert.deepEqual(grounds(policy, action, [signal('question')]), ['ESE-001*', 'ESE-010', 'ESE-013']);
    assert.ok(grounds(policy, action, [signal('political')]).includes('ESE-015*'));
  }
});

test('closed comments are no reason to leave anything visible', () => {
  for (const policy of POLICIES)
    for (const channel of NETWORKS) {
      const comments = policy.channels.get(channel)?.comments;
      if (comments === undefined || comments.what === 'open') continue;
      for (const action of ['publish', 'no-action'] as const)
        for (const signals of [[], [signal('criticism')], [signal('insult')]])
          assert.ok(
            grounds(policy, action, signals, { channel }).every((id) => !id.startsWith(comments.clause.id)),
            `${policy.body} ${channel}`,
          );
    }
});

test('leaving something where it is always has a proposed ground', () => {
  for (const policy of POLICIES)
    for (const channel of NETWORKS)
      for (const signals of [[], [signal('question')], [signal('insult')], [signal('criticism')]])
        for (const action of ['publish', 'no-action'] as const)
          assert.match(grounds(policy, action, signals, { channel })[0] ?? '', /\*$/, `${policy.body} ${channel}`);
});

test('an emergency is answered on a proposed ground, though no way of answering is told', () => {
  assert.ok(roma !== undefined);
  assert.match(grounds(roma, 'reply', [signal('emergency')])[0] ?? '', /\*$/);
});

test('the clause that wants approval first grounds hiding and publishing, and not removal', () => {
  const policy = policyOf([clauseText(10, 'canale\nrete: Facebook\npost di visitatori: prima')]);
  const on = (action: GroundedAction, kind: ItemFacts['kind']) => grounds(policy, action, [], { kind });
  assert.deepEqual(on('hide', 'visitor-post'), ['ESE-010*']);
  assert.deepEqual(on('publish', 'visitor-post')[0], 'ESE-010*');
  assert.deepEqual(on('remove', 'visitor-post'), []);
  assert.deepEqual(on('hide', 'comment'), []);
});
