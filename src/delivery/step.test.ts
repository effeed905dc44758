// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChannelError } from '#channels';
import { fromReading, fromRefusal, nextStep, QUIET_SECONDS, unknownFate } from './step.ts';
import type { StoredCommand } from './store.ts';

const command = (change: Partial<StoredCommand> = {}): StoredCommand => ({
  id: '01a20000-0000-7000-8000-000000000001',
  body: 'comune-di-esempio',
  account_id: '01a20000-0000-7000-8000-000000000002',
  cause: 'causa',
  item_id: '01a20000-0000-7000-8000-000000000003',
  type: 'hide',
  payload: { type: 'hide', key: 'k', target: 't', post: null },
  state: 'sent',
  sendings: 1,
  readings: 0,
  leased_until: null,
  progress: null,
  permalink: null,
  written_external_id: null,
  proof: null,
  error: null,
  person: null,
  withdrawn: false,
  created_at: new Date(0),
  settled_at: null,
  ...change,
});
const error = (kind: ChannelError['kind'], more: Partial<ChannelError> = {}): ChannelError => ({
  kind,
  code: 'x',
  message: 'y',
  ...more,
});
const absent = { state: 'absent', proof: {} } as const;

test('what is seen on the network is confirmed, with its proof', () => {
  assert.deepEqual(fromReading({ state: 'confirmed', proof: { seen: 1 } }, command(), true), {
    settle: 'confirmed',
    proof: { seen: 1 },
  });
});

test('a missing effect is sent again, later each time, and after five sendings is a person’s', () => {
  assert.deepEqual(fromReading(absent, command({ sendings: 3 }), true), { again: 'queued', seconds: 8 });
  const last = fromReading(absent, command({ sendings: 5 }), true);
  assert.equal('settle' in last && last.settle, 'by-hand');
});

test('a reply that the network accepted and does not show is not written twice; one of unknown fate is', () => {
  const accepted = fromReading(absent, command({ type: 'reply' }), true);
  assert.equal('settle' in accepted && accepted.settle, 'by-hand');
  assert.deepEqual(fromReading(absent, command({ type: 'reply' }), false), { again: 'queued', seconds: 2 });
});

test('what was taken back is never sent again', () => {
  for (const step of [
    fromReading(absent, command({ withdrawn: true }), false),
    fromRefusal(error('transient'), command({ withdrawn: true })),
  ]) {
    assert.equal('settle' in step && step.settle, 'cancelled');
  }
});

test('an attempt that the network turned away at the door does not count', () => {
  const limited = fromRefusal(error('rate-limited', { retryAfterSeconds: 600 }), command());
  assert.deepEqual('again' in limited && [limited.again, limited.seconds, limited.unsent], ['queued', 600, true]);
});

test('a refusal for good fails; what no interface can do is a person’s', () => {
  const lost = fromRefusal(error('role-lost'), command());
  assert.equal('settle' in lost && lost.settle, 'failed');
  const impossible = fromRefusal(error('not-possible'), command());
  assert.equal('settle' in impossible && impossible.settle, 'by-hand');
});

test('an unknown fate is looked into after a quiet time; looking ends too', () => {
  assert.deepEqual(unknownFate(error('transient')), {
    again: 'unknown',
    seconds: QUIET_SECONDS,
    error: error('transient'),
  });
  const tired = fromReading({ state: 'pending' }, command({ readings: 39 }), false);
  assert.equal('settle' in tired && tired.settle, 'by-hand');
});

test('a publication in steps goes on from where it was, and not for ever', () => {
  const outcome = { progress: '{"contenitore":"1"}', waitSeconds: 30 };
  const step = nextStep(outcome, command({ type: 'publish', readings: 3 }));
  assert.deepEqual(step, { again: 'under-way', seconds: 30, progress: '{"contenitore":"1"}' });
  const last = nextStep(outcome, command({ type: 'publish', readings: 120 }));
  assert.equal('settle' in last && last.settle, 'by-hand');
});
