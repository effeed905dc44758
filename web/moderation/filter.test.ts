// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  belongs,
  caseAddress,
  filterFromKey,
  filterKey,
  filterOf,
  inQueue,
  narrowings,
  QueueSearch,
  searchOf,
} from './filter.ts';

test('what the address says and what is asked of the server go both ways', () => {
  const filter = { state: 'decided', network: 'facebook' } as const;
  assert.deepEqual(filterOf(searchOf(filter)), filter);
  assert.deepEqual(searchOf({ state: 'open', network: undefined }), {});
  assert.deepEqual(filterOf(searchOf({ ...filter, state: 'stuck' })), { ...filter, state: 'stuck' });
});

test('an address written by hand with nonsense is the open queue', () => {
  assert.deepEqual(filterOf(QueueSearch.parse({ stato: 'boh', social: 7 })), { state: 'open', network: undefined });
});

test('the address of a case keeps the filter', () => {
  assert.equal(caseAddress('il-mosaico', 'a1', {}), '/banco/il-mosaico/pratiche/a1');
  const search = { stato: 'decise', social: 'facebook' } as const;
  assert.equal(caseAddress('il-mosaico', 'a1', search), '/banco/il-mosaico/pratiche/a1?stato=decise&social=facebook');
});

test('a case belongs to the list of its state and network; what is stuck is decided too', () => {
  const row = { state: 'decided', network: 'facebook', enforcement: 'failed' } as const;
  const lists = (of: Parameters<typeof belongs>[0]) =>
    (['open', 'decided', 'stuck'] as const).filter((state) => belongs(of, { state, network: undefined }));
  assert.deepEqual(lists(row), ['decided', 'stuck']);
  assert.deepEqual(lists({ ...row, enforcement: 'confirmed' }), ['decided']);
  assert.deepEqual(lists({ ...row, state: 'open' }), ['open']);
  assert.equal(belongs(row, { state: 'decided', network: 'x' }), false);
});

test('every filter goes into the address and back, and into a key', () => {
  const filter = {
    ...({
      state: 'open',
      network: 'x',
      kind: 'visitor-post',
      clause: 'EX-1',
      category: 'insult',
      due: 'week',
    } as const),
    ...({ look: 'yes', held: 'yes', claimed: 'nobody', words: 'città & “vaccini”' } as const),
    author: '00000000-0000-4000-8000-000000000001',
  };
  assert.deepEqual(filterOf(searchOf(filter)), filter);
  assert.deepEqual(filterFromKey(filterKey(filter)), filter);
  assert.equal(searchOf(filter).scadenza, 'settimana');
  assert.equal(narrowings(filter), 8, 'the network and the words are told elsewhere');
  assert.notEqual(filterKey(filter), filterKey({ ...filter, words: 'vaccini' }));
  assert.deepEqual(filterOf(QueueSearch.parse({ autore: 'nessuno', scadenza: 'mai', guardare: 'no' })), {
    state: 'open',
    network: undefined,
  });
});

test('what only waiting cases have is not asked of decided ones', () => {
  const filter = { state: 'open', network: 'x', due: 'today', look: 'yes', clause: 'EX-1' } as const;
  assert.deepEqual(inQueue(filter, 'decided'), { state: 'decided', network: 'x', clause: 'EX-1' });
  assert.deepEqual(inQueue(filter, 'open'), filter);
});

test('a row enters a narrowed list only where what it says is enough to know', () => {
  const row = {
    ...({ state: 'open', network: 'x', enforcement: 'none', kind: 'comment', mustLook: true } as const),
    clauses: ['EX-1'],
  };
  const open = { state: 'open', network: undefined } as const;
  assert.equal(belongs(row, { ...open, clause: 'EX-1', kind: 'comment', look: 'yes' }), true);
  assert.equal(belongs(row, { ...open, clause: 'EX-2' }), false);
  assert.equal(belongs(row, { ...open, kind: 'message' }), false);
  assert.equal(belongs({ ...row, mustLook: false }, { ...open, look: 'yes' }), false);
  for (const unknown of [
    { words: 'a' },
    { due: 'today' },
    { held: 'yes' },
    { claimed: 'me' },
    { category: 'insult' },
  ] as const)
    assert.equal(belongs(row, { ...open, ...unknown }), false);
});
