// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile, evaluate, type ItemFacts, parse } from '#policy';
import type { DecisionKind } from './contract.ts';
import { type Matter, optionsFor } from './options.ts';

const file = join(import.meta.dirname, '../../policies/comune-di-esempio.policy.md');
const { policy: document } = parse(readFileSync(file, 'utf8'), file);
assert.ok(document);
const policy = compile(document);
const NOW = new Date('2026-01-13T09:00:00Z');

function options(facts: Partial<ItemFacts>, state: Partial<Matter> = {}) {
  const item: ItemFacts = {
    channel: 'facebook',
    kind: 'comment',
    text: 'Buongiorno',
    at: NOW,
    hasMedia: false,
    ...facts,
  };
  const judgement = evaluate(policy, item, [], NOW, () => null);
  const matter: Matter = { policy, facts: item, judgement, hidden: false, held: false, deleted: false, ...state };
  const all = optionsFor(matter);
  return (kind: DecisionKind) => all.find((option) => option.kind === kind);
}

test('what the network holds is published by approving it', () => {
  const held = options({ channel: 'youtube' }, { held: true })('publish');
  assert.equal(held?.how, 'api');
  assert.match(held?.effect ?? '', /lo vedono tutti/);
  assert.equal(options({ channel: 'youtube' })('publish')?.how, 'none');
});

test('a private message is answered in private, and has nothing to hide', () => {
  const option = options({ kind: 'message' });
  assert.match(option('reply')?.effect ?? '', /privato/);
  assert.equal(option('hide')?.available, false);
  assert.equal(option('remove')?.available, false);
  assert.equal(option('publish')?.available, false);
  assert.equal(option('no-action')?.available, true);
  assert.match(options({})('reply')?.effect ?? '', /visibile a tutti/);
});

test('what is hidden until it is approved goes against nothing', () => {
  assert.match(options({ kind: 'visitor-post' })('hide')?.reasons ?? '', /nascosto, come prevede il punto ESE-\d{3}/);
  assert.match(options({})('hide')?.reasons ?? '', /nascosto, perché in contrasto con il punto/);
});
