// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChannelError } from '#channels';
import { afterMending, fromReading, fromRefusal, nextStep, QUIET_SECONDS, unconnected, unknownFate } from './step.ts';
import type { StoredCommand } from './store.ts';

const command = (change: Partial<StoredCommand> = {}): StoredCommand => ({
  id: '01a20000-0000-7000-8000-000000000001',
  body: 'comune-di-esempio',
  account_id: '01a20000-0000-7000-8000-000000000002',
  cause: 'causa',
  item_id: '01a20000-0000-7000-8000-000000000003',
  type: 'hide',
  place: 'item t',
  payload: { type: 'hide', key: 'k', target: 't', post: null },
  state: 'sent',
  sendings: 1,
  readings: 0,
  leased_until: null,
  progress: null,
  permalink: null,
  written_external_id: null,
  proof: null,
  sealed_text: null,
  sealed_proof: null,
  error: null,
  person: null,
  withdrawn: false,
  created_at: new Date(0),
  settled_at: null,
  let_go_at: null,
  let_go_by: null,
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

test('secrets refused are no refusal of the write: it waits as it was, and the attempt does not count', () => {
  const refused = fromRefusal(error('token-expired'), command());
  assert.deepEqual(afterMending('go-on', refused, command()), { again: 'queued', seconds: 0, unsent: true });
  const lost = afterMending('lost', refused, command());
  assert.deepEqual('again' in lost && [lost.again, lost.unsent, lost.error?.kind], ['queued', true, 'token-expired']);
  const inSteps = afterMending('wait', refused, command({ progress: 'secondo passo' }));
  assert.deepEqual('again' in inSteps && [inSteps.again, inSteps.unsent], ['under-way', undefined]);
});

test('what may have landed is only looked for again, and what was taken back is not sent', () => {
  const looking = fromReading({ state: 'pending', error: error('token-expired') }, command(), true);
  const again = afterMending('go-on', looking, command());
  assert.deepEqual('again' in again && [again.again, again.unasked], ['unknown', true]);
  const withdrawn = command({ withdrawn: true });
  const cancelled = afterMending('go-on', fromRefusal(error('token-expired'), withdrawn), withdrawn);
  assert.equal('settle' in cancelled && cancelled.settle, 'cancelled');
});

test('while nobody may ask the network, a write stays in its state; one whose fate is open stays open', () => {
  const waiting = (state: StoredCommand['state']) => unconnected(error('reauth-needed'), command({ state }));
  assert.equal(waiting('queued').again, 'queued');
  assert.equal(waiting('under-way').again, 'under-way');
  assert.equal(waiting('sent').again, 'unknown');
  assert.ok(waiting('queued').unasked);
});

test('units that are used up come back by themselves; a window that closed is a person’s', () => {
  const spent = fromRefusal(error('allowance-spent', { retryAfterSeconds: 7200 }), command());
  assert.deepEqual('again' in spent && [spent.again, spent.seconds, spent.unsent], ['queued', 7200, true]);
  const closed = fromRefusal(error('window-closed'), command());
  assert.equal('settle' in closed && closed.settle, 'by-hand');
  const disabled = fromRefusal(error('comments-disabled'), command());
  assert.equal('settle' in disabled && disabled.settle, 'failed');
});

test('a network that does not answer is waited for, however long it is away; one that only cannot tell is not', () => {
  const away = fromReading({ state: 'pending', error: error('transient') }, command({ readings: 500 }), false);
  assert.deepEqual('again' in away && [away.again, away.seconds], ['unknown', 300]);
  const untold = fromReading({ state: 'pending' }, command({ readings: 39 }), false);
  assert.deepEqual('settle' in untold && [untold.settle, untold.error?.code], ['by-hand', 'not-told']);
});

test('a network that turns everything away at the door is not hammered', () => {
  const refused = fromRefusal(error('transient'), command());
  assert.deepEqual('again' in refused && [refused.again, refused.seconds, refused.unsent], ['queued', 30, true]);
});
