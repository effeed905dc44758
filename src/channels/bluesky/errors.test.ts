// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { AtpAgent, XRPCError } from '@atproto/api';
import type { ChannelErrorKind } from '../port.ts';
import { channelError, Doubt, fault, outcomeOf, send } from './errors.ts';

const NOW = new Date('2026-11-22T10:00:00Z');

const ANSWERS: readonly [number, string, ChannelErrorKind][] = [
  [400, 'ExpiredToken', 'token-expired'],
  [400, 'InvalidToken', 'token-expired'],
  [401, 'AuthenticationRequired', 'reauth-needed'],
  [401, 'AuthMissing', 'reauth-needed'],
  [401, 'AccountTakedown', 'blocked-by-platform'],
  [403, 'Forbidden', 'role-lost'],
  [400, 'RecordNotFound', 'not-found'],
  [400, 'NotFound', 'not-found'],
  [404, 'XRPCNotSupported', 'not-possible'],
  [501, 'MethodNotImplemented', 'not-possible'],
  [400, 'InvalidRequest', 'rejected-content'],
  [413, 'PayloadTooLarge', 'rejected-content'],
  [400, 'InvalidSwap', 'transient'],
  [500, 'InternalServerError', 'transient'],
  [502, 'UpstreamFailure', 'transient'],
];

for (const [status, name, kind] of ANSWERS) {
  test(`${status} ${name} is ${kind}`, () => {
    const error = channelError(new XRPCError(status, name, 'english text'), NOW);
    assert.equal(error.kind, kind);
    assert.equal(error.code, `${status} ${name}`);
    assert.doesNotMatch(error.message, /english/);
  });
}

test('a rate limit says how long to wait, from either header', () => {
  const after = new XRPCError(429, 'RateLimitExceeded', 'Rate Limit Exceeded', { 'retry-after': '290' });
  assert.equal(channelError(after, NOW).retryAfterSeconds, 290);
  const reset = new XRPCError(429, 'RateLimitExceeded', '', { 'ratelimit-reset': String(NOW.getTime() / 1000 + 45) });
  assert.equal(channelError(reset, NOW).retryAfterSeconds, 45);
  assert.equal(channelError(new XRPCError(429, 'RateLimitExceeded'), NOW).retryAfterSeconds, undefined);
});

test('a refusal is certain; a broken answer to a write is not', async () => {
  const refused = await send(() => Promise.reject(new XRPCError(400, 'InvalidRequest'))).catch((cause) =>
    outcomeOf(cause, NOW),
  );
  assert.equal(refused?.state, 'refused');
  for (const cause of [new XRPCError(500, 'InternalServerError'), new XRPCError(502), new TypeError('fetch failed')]) {
    const doubtful = await send(() => Promise.reject(cause)).catch((caught) => outcomeOf(caught, NOW));
    assert.equal(doubtful?.state, 'unknown');
    assert.equal(doubtful?.state === 'unknown' && doubtful.error.kind, 'transient');
  }
  assert.ok((await send(() => Promise.reject(new Error('cut'))).catch((caught) => caught)) instanceof Doubt);
});

test('a write that found no one listening did not happen', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const agent = new AtpAgent({ service: `http://127.0.0.1:${port}` });
  const write = send(() => agent.com.atproto.moderation.createReport({ reasonType: 'x', subject: { $type: 'x' } }));
  const outcome = await write.then(
    () => null,
    (cause: unknown) => outcomeOf(cause, NOW),
  );
  assert.equal(outcome?.state, 'refused');
  assert.equal(outcome?.state === 'refused' && outcome.error.kind, 'transient');
});

test('a network that does not answer a read leaves nothing in doubt', () => {
  const outcome = outcomeOf(new TypeError('fetch failed'), NOW);
  assert.equal(outcome.state === 'refused' && outcome.error.kind, 'transient');
});

test('our own faults pass as they are', () => {
  assert.deepEqual(channelError(fault('not-possible', 'X', 'Non si può'), NOW), {
    kind: 'not-possible',
    code: 'X',
    message: 'Non si può',
  });
});
