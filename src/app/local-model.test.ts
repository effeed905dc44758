// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { CodedError, manualClock } from '#kernel';
import { type Log, readConfig } from '#platform';
import { learnedScores } from '#triage';
import { localModelAt } from './local-model.ts';

// A small server in the shape of OpenAI's chat completions; behind it the linear model of the desk.

const clock = manualClock('2026-11-20T09:00:00Z');
const logged: object[] = [];
const log: Log = { info: () => {}, error: () => {}, warn: (facts) => void logged.push(facts) };

interface Asked {
  readonly model?: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format: { readonly type: string };
}
type Answer = (texts: readonly string[], response: ServerResponse) => void;

const say = (response: ServerResponse, content: string) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(
    JSON.stringify({
      id: '1',
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content } }],
    }),
  );

const honest: Answer = (texts, response) =>
  void say(response, JSON.stringify({ results: texts.map((text) => learnedScores(text)) }));

let answer: Answer = honest;
const requests: Asked[] = [];

const server = createServer(async (request: IncomingMessage, response) => {
  assert.equal(request.url, '/v1/chat/completions');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const asked = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
  requests.push(asked);
  answer(JSON.parse(asked.messages.at(-1)?.content ?? '[]') as string[], response);
});

let url = '';
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  answer = honest;
  requests.length = 0;
  logged.length = 0;
});

const model = (more: { timeoutMilliseconds?: number } = {}) =>
  localModelAt({ url, model: 'piccolo', clock, log, ...more });
const WORDS = 'A che ora apre lo sportello della signora Inventata?';

describe('a local model', () => {
  it('answers as the model behind it', async () => {
    const [scores] = await model().classify([WORDS]);
    assert.deepEqual(scores, learnedScores(WORDS));
    assert.equal(model().name, 'modello locale piccolo');
    assert.equal(requests[0]?.model, 'piccolo');
    assert.equal(requests[0]?.response_format.type, 'json_schema');
    assert.deepEqual(logged, []);
  });

  it('is asked a few texts at a time, and answers in their order', async () => {
    const texts = Array.from({ length: 40 }, (_, index) => `Grazie numero ${'x'.repeat(index)}?`);
    const scores = await model().classify(texts);
    assert.deepEqual(
      scores,
      texts.map((text) => learnedScores(text)),
    );
    assert.equal(requests.length, 3);
  });

  it('is not sent more of a text than it needs', async () => {
    await model().classify(['parola '.repeat(10_000)]);
    const [sent = ''] = JSON.parse(requests[0]?.messages.at(-1)?.content ?? '[]') as string[];
    assert.equal(sent.length, 4000);
  });

  it('is not believed about categories that nobody knows', async () => {
    const made = [
      { category: 'colpevole', probability: 1 },
      { category: 'insult', probability: 0.5 },
    ];
    answer = (_texts, response) => say(response, JSON.stringify({ results: [made] }));
    assert.deepEqual(await model().classify([WORDS]), [[{ category: 'insult', probability: 0.5 }]]);
  });
});

it('there is none unless the installation names one', () => {
  const read = (environment: Record<string, string>) => readConfig(environment, [], 0);
  assert.equal(read({}).modelUrl, undefined);
  assert.equal(read({ PORTAVOCE_MODEL_URL: '' }).modelUrl, undefined);
  assert.equal(read({ PORTAVOCE_MODEL_URL: url }).modelUrl, url);
  assert.throws(() => read({ PORTAVOCE_MODEL_URL: 'qui accanto' }), /PORTAVOCE_MODEL_URL/);
});

const FAULTS: Readonly<Record<string, Answer>> = {
  'an error': (_texts, response) => response.writeHead(500).end('no'),
  'no JSON': (_texts, response) => response.writeHead(200).end('<html>'),
  'prose instead of scores': (_texts, response) => say(response, 'Certo! Ecco: insulto'),
  'probabilities that are none': (_texts, response) =>
    say(response, '{"results":[[{"category":"insult","probability":7}]]}'),
  'too few answers': (_texts, response) => say(response, '{"results":[]}'),
  'another address': (_texts, response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
  'an endless answer': (_texts, response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  },
};

describe('a local model that fails', () => {
  for (const [what, fault] of Object.entries(FAULTS))
    it(`has said nothing with ${what}, and the log names no words`, async () => {
      answer = fault;
      assert.deepEqual(await model().classify([WORDS, WORDS]), [[], []]);
      assert.equal(logged.length, 1);
      assert.doesNotMatch(JSON.stringify(logged), /Inventata|sportello/);
    });

  it('has said nothing when it keeps silent', async () => {
    answer = () => {};
    assert.deepEqual(await model({ timeoutMilliseconds: 50 }).classify([WORDS]), [[]]);
    assert.match(JSON.stringify(logged), /TimeoutError/);
  });

  it('is left alone for a minute, then asked again', async () => {
    answer = (_texts, response) => response.writeHead(503).end();
    const asked = model();
    await asked.classify([WORDS]);
    answer = honest;
    assert.deepEqual(await asked.classify([WORDS]), [[]]);
    assert.equal(requests.length, 1);
    clock.advance(60_001);
    assert.deepEqual(await asked.classify([WORDS]), [learnedScores(WORDS)]);
  });

  it('is refused at an address where words would travel in clear', () => {
    const at = (address: string) => () => localModelAt({ url: address, model: undefined, clock, log });
    const isConfig = (error: unknown) => error instanceof CodedError && error.code === 'CONFIG_INVALID';
    for (const address of ['http://example.org/v1', 'http://8.8.8.8/v1', 'http://172.32.0.1/v1', 'ftp://localhost/v1'])
      assert.throws(at(address), isConfig, address);
    for (const address of [
      'https://modelli.ente.example/v1',
      'http://localhost:8080/v1/',
      'http://10.1.2.3/v1',
      'http://[::1]:1/v1',
    ])
      assert.doesNotThrow(at(address), address);
  });
});
