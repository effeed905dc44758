// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, it } from 'node:test';
import { z } from 'zod';
import { type Call, json, jsonText, readCall, sendReply } from './call.ts';
import { bearerOf, jsonOf, parametersOf, partsOf, stranger, WrongBody } from './parameters.ts';

let calls: Call[] = [];
const server = createServer((request, response) => {
  void readCall(request).then((call) => {
    calls.push(call);
    const big = jsonText('{"id":9100000000000000001}');
    sendReply(response, call.path[0] === 'big' ? big : json({}), new Date(0));
  });
});
before(() => once(server.listen(0, '127.0.0.1'), 'listening'));
after(() => server.close());

async function received(path: string, init: RequestInit): Promise<Call> {
  calls = [];
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);
  const [call] = calls;
  assert.ok(call);
  return call;
}

it('reads query and form together, and the address as it came', async () => {
  const body = new URLSearchParams({ b: 'due è', c: '3' });
  const call = await received('/v1/urn%3Ali%3A1?a=1&b=1', { method: 'POST', body });
  assert.deepEqual(parametersOf(call), { a: '1', b: 'due è', c: '3' });
  assert.deepEqual(call.path, ['v1', 'urn:li:1']);
  assert.equal(call.target, '/v1/urn%3Ali%3A1?a=1&b=1');
  assert.equal(stranger(parametersOf(call), ['a', 'b']), 'c');
  assert.equal(stranger(call.query, ['a', 'b']), null);
});

it('reads JSON of a declared shape, and says what is wrong with another', async () => {
  const Shape = z.strictObject({ text: z.string() });
  const read = async (body: string) => jsonOf(await received('/', { method: 'POST', body }), Shape);
  assert.deepEqual(await read('{"text":"ciao"}'), { text: 'ciao' });
  for (const [body, why] of [
    ['{"text":1}', /^text: /],
    ['{"text":"a","mood":1}', /mood/],
    ['{', /not JSON/],
  ] as const) {
    const wrong = await read(body);
    assert.ok(wrong instanceof WrongBody);
    assert.match(wrong.why, why);
  }
});

it('reads the parts of a form with files, byte for byte', async () => {
  const form = new FormData();
  form.set('name', 'prova');
  form.set('media', new Blob([Uint8Array.of(0, 255, 128, 10)]), 'a.bin');
  const parts = await partsOf(await received('/', { method: 'POST', body: form }));
  assert.equal(parts?.get('name'), 'prova');
  assert.deepEqual(parts?.get('media'), Uint8Array.of(0, 255, 128, 10));
  assert.equal(await partsOf(await received('/', { method: 'POST', body: 'x' })), null);
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  assert.equal(await partsOf(await received('/', { method: 'POST', body: 'rotto', headers })), null);
});

it('reads the token of the schemes it is told', async () => {
  const call = await received('/', { headers: { authorization: 'OAuth abc' } });
  assert.equal(bearerOf(call), undefined);
  assert.equal(bearerOf(call, ['Bearer', 'OAuth']), 'abc');
});

it('sends numbers that a program would round', async () => {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/big`);
  assert.equal(await answer.text(), '{"id":9100000000000000001}');
  assert.match(`${answer.headers.get('content-type')}`, /^application\/json/);
});
