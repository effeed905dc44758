// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type ChannelErrorKind, ChannelFault } from '../port.ts';
import { type GraphReader, graphReader } from './graph.ts';
import { graphErrors } from './graph-errors.ts';
import { asksToStop, attempt, unlessClosed } from './graph-stopping.ts';
import { messagesFor } from './state.ts';

const errors = graphErrors(messagesFor('Prova'));
const reader = (waitSeconds?: number): GraphReader => ({
  ...graphReader(async () => ({ kind: 'unclear', sent: false, code: 'never' }), errors),
  waitSeconds: () => waitSeconds,
});
const failing =
  (kind: ChannelErrorKind, code: string, more: object = {}) =>
  async () => {
    throw new ChannelFault({ kind, code, message: 'Prova.', ...more });
  };

it('stops where the last answers said so, and not where they only asked to come back later', async () => {
  assert.equal(asksToStop(reader()), false);
  assert.equal(asksToStop(reader(300)), false);
  assert.equal(asksToStop(reader(900)), true);
  let asked = false;
  const stopped = await attempt(reader(900), async () => {
    asked = true;
  });
  assert.deepEqual([stopped, asked], [{ state: 'stopped', waitSeconds: 900 }, false]);
  assert.deepEqual(await attempt(reader(), async () => 7), { state: 'read', found: 7 });
});

it('takes «too many calls» for a stop, what is closed for closed, and throws what concerns everything', async () => {
  const limited = await attempt(reader(), failing('rate-limited', '4', { retryAfterSeconds: 60 }));
  assert.deepEqual(limited, { state: 'stopped', waitSeconds: 60 });
  const closed: [ChannelErrorKind, string][] = [
    ['role-lost', '200'],
    ['not-found', '100/33'],
    ['reauth-needed', '10 AbC'],
    ['reauth-needed', '10'],
  ];
  for (const [kind, code] of closed) {
    assert.equal((await attempt(reader(), failing(kind, code))).state, 'closed', code);
    assert.equal(await unlessClosed(failing(kind, code)), null, code);
  }
  const all: [ChannelErrorKind, string][] = [
    ['token-expired', '190/463'],
    ['reauth-needed', '190/460'],
    ['reauth-needed', '1705'],
    ['transient', '2'],
  ];
  for (const [kind, code] of all) {
    await assert.rejects(attempt(reader(), failing(kind, code)), ChannelFault, code);
    await assert.rejects(unlessClosed(failing(kind, code)), ChannelFault, code);
  }
  await assert.rejects(
    attempt(reader(), async () => Promise.reject(new TypeError('a mistake of ours'))),
    TypeError,
  );
});
