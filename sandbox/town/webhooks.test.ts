// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, it } from 'node:test';
import { piazza } from '../invented/piazza.ts';
import { ACCOUNT, type Rehearsal, rehearse } from '../invented/rehearsal.ts';
import type { NetworkDefinition, Stage } from './network.ts';

const proof = (body: string, { secrets }: Pick<Stage, 'secrets'>) =>
  createHmac('sha256', secrets.clientSecret ?? '')
    .update(body)
    .digest('hex');

/** The invented network, telling what is written. */
const telling: NetworkDefinition = {
  ...piazza,
  webhook: {
    tells: (change) => (change.type === 'written' ? [{ id: change.writing.id, text: change.writing.text }] : []),
    bodyOf: (events) => JSON.stringify(events),
    largestBatch: 10,
    sign: (body, stage) => ({ 'x-proof': proof(body, stage) }),
    async handshake({ url, ask }) {
      const { status } = await ask(new URL(url));
      return status === 200 ? null : `answered ${status}`;
    },
    retrySeconds: [0.01],
  },
};

interface Taken {
  readonly signed: boolean;
  readonly texts: readonly string[];
}

let town: Rehearsal;
let receiver: Server;
let taken: Taken[];

beforeEach(async () => {
  town = await rehearse({ definitions: [telling] });
  taken = [];
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.method === 'GET') return response.end();
    const signed = request.headers['x-proof'] === proof(body, town.sandbox.network('piazza'));
    const told = (JSON.parse(body) as { text: string }[]).map(({ text }) => text);
    taken.push({ signed, texts: told });
    response.statusCode = signed ? 200 : 401;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  assert.equal((await town.control('PUT', 'piazza/webhook', { url })).status, 200);
});
afterEach(async () => {
  await town.sandbox.close();
  receiver.closeAllConnections();
  receiver.close();
});

const trouble = (how: object) => town.control('PUT', 'piazza/webhook-trouble', how);
const settled = () => town.sandbox.network('piazza').settled();
async function write(count: number, from = 0): Promise<string[]> {
  const post = await town.idOf('p1');
  const texts = Array.from({ length: count }, (_, index) => `testo ${from + index}`);
  for (const text of texts) {
    await town.control('POST', 'piazza/writings', { account: ACCOUNT.id, post, author: 'Ada Prova', text });
  }
  return texts;
}
const received = (): string[] => taken.flatMap(({ texts }) => texts);

it('tells each thing once, in order for what concerns one thing, and signed', async () => {
  const texts = await write(20);
  await settled();
  assert.deepEqual(received().toSorted(), texts.toSorted());
  assert.ok(taken.every(({ signed }) => signed));
});

it('duplicates, shuffles and delays a thousand events, and loses none', async () => {
  await trouble({ duplicates: 1, shuffle: 250, delaySeconds: 0.2, seed: 7 });
  const texts = await write(1000);
  await settled();
  const told = received();
  assert.equal(told.length, 2000);
  assert.deepEqual([...new Set(told)].toSorted(), texts.toSorted());
  assert.notDeepEqual([...new Set(told)], texts);
});

it('gathers events into deliveries, no larger than the network makes them', async () => {
  await trouble({ batch: 25 });
  await write(25);
  await settled();
  assert.deepEqual(taken.map(({ texts }) => texts.length).toSorted(), [10, 10, 5]);
});

it('signs wrongly until told otherwise; what was refused is told again', async () => {
  await trouble({ wrongSignature: true });
  const [text] = await write(1);
  await settled();
  assert.equal(taken[0]?.signed, false);
  await trouble({});
  const right = Promise.withResolvers<void>();
  receiver.on('request', () => right.resolve());
  await right.promise;
  await settled();
  assert.deepEqual(taken.at(-1), { signed: true, texts: [text] });
});

it('keeps what happens while it is down, and tells it when it is back', async () => {
  await town.control('POST', 'piazza/faults', { fault: 'down' });
  const texts = await write(5);
  await settled();
  assert.deepEqual(received(), []);
  await town.control('DELETE', 'piazza/faults');
  await settled();
  assert.deepEqual(received().toSorted(), texts);
});

it('can be silent, can be registered unasked, and repeats its handshake', async () => {
  await trouble({ silent: true });
  await write(1);
  await settled();
  assert.deepEqual(received(), []);
  assert.deepEqual((await town.control('POST', 'piazza/handshakes')).body, { failure: null });
  receiver.closeAllConnections();
  receiver.close();
  assert.match(`${(await town.control('POST', 'piazza/handshakes')).body.failure}`, /answered 0/);
  const url = 'http://127.0.0.1:9/';
  assert.equal((await town.control('PUT', 'piazza/webhook', { url })).status, 400);
  assert.equal((await town.control('PUT', 'piazza/webhook', { url, trusted: true })).status, 200);
  await trouble({});
  const [text] = await write(1, 40);
  await settled();
  const { deliveries } = (
    await town.control<{ deliveries: { answered: unknown; body: string }[] }>('GET', 'piazza/deliveries')
  ).body;
  assert.ok(deliveries.some(({ answered, body }) => typeof answered === 'string' && body.includes(`${text}`)));
});
