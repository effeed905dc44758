// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ChannelFault } from '#channels';
import { inboxError } from './errors.ts';
import { askedSeconds, backOffSeconds, inWords } from './failure.ts';

const limited = new ChannelFault({
  kind: 'rate-limited',
  code: '32 A\0b',
  message: 'Si chiede di rallentare.',
  retryAfterSeconds: 420,
});

it('waits longer at each failure in a row, within a limit', () => {
  const waits = [1, 2, 3, 4, 50].map((failures) => backOffSeconds({ pollSeconds: 120, failures, askedSeconds: 0 }));
  assert.deepEqual(waits, [240, 480, 900, 900, 900]);
});

it('never waits less than the network asks, or than its usual pace', () => {
  assert.equal(backOffSeconds({ pollSeconds: 60, failures: 1, askedSeconds: askedSeconds(limited) }), 420);
  assert.equal(backOffSeconds({ pollSeconds: 60, failures: 9, askedSeconds: 3600 }), 3600);
  assert.equal(backOffSeconds({ pollSeconds: 1800, failures: 1, askedSeconds: 0 }), 1800);
});

it('says why in words of ours, and quotes nothing else', () => {
  assert.equal(inWords(limited), 'Si chiede di rallentare. (32 A\ufffdb)');
  assert.equal(inWords(inboxError('WEBHOOK_UNKNOWN')), 'Questo indirizzo non riceve consegne');
  const telling = Object.assign(new Error('bad input: Ada Prova, 347 1234567'), { code: '22P05' });
  assert.match(inWords(telling), /\(22P05\)$/);
  for (const fault of [telling, new TypeError('Ada'), Object.assign(new Error('x'), { code: 'Ada Prova' }), 'Ada']) {
    assert.doesNotMatch(inWords(fault), /Ada|347/);
  }
});
