// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Command, Media, WriteOutcome } from '#channels';
import { type LinkedinStage, openLinkedin } from '../channels/linkedin-world.ts';
import { askedToTell } from '../channels/receiver.ts';
import { type Exchanged, openOurSpec } from './ours.ts';

describe('LinkedIn, as our own description of it says', () => {
  const spec = openOurSpec('linkedin');
  let stage: LinkedinStage;
  let calls: readonly Exchanged[];
  before(async () => {
    stage = await openLinkedin();
    await useLinkedin(stage);
    ({ calls } = await stage.control<{ calls: Exchanged[] }>('GET', 'calls'));
  });
  after(() => stage.sandbox.close());

  it('every call is described, and each described one was made', (test) => {
    assert.deepEqual([...new Set(calls.flatMap((call) => spec.faultsOfCall(call)))], []);
    const kinds = new Set(calls.map((call) => spec.kindOf(call)));
    for (const kind of spec.kinds) assert.ok(kinds.has(kind), `${kind} was never called, hence not checked`);
    test.diagnostic(`${calls.length} calls of ${kinds.size} kinds`);
  });

  it('every answer of the simulation is described, refusals too', () => {
    const answers = calls.flatMap((call) => spec.faultsOfAnswer(call));
    assert.deepEqual([...new Set(answers)], []);
    assert.ok(calls.filter(({ answered }) => typeof answered === 'number' && answered >= 400).length >= 4);
  });

  it('would notice a wrong call and a wrong answer', () => {
    const list = calls.find(({ path, method }) => path === 'rest/posts' && method === 'GET');
    assert.ok(list);
    assert.equal(spec.faultsOfCall({ ...list, parameters: { ...list.parameters, colore: 'blu' } }).length, 1);
    assert.equal(spec.faultsOfCall({ ...list, path: 'rest/shares' }).length, 1);
    assert.equal(spec.faultsOfCall({ ...list, sent: {} }).length, 1);
    assert.equal(spec.faultsOfAnswer({ ...list, body: { elements: [] } }).length, 1);
    assert.equal(spec.faultsOfAnswer({ ...list, answered: 403, body: { errore: 1 } }).length, 1);
  });
});

async function carry({ adapter, account }: LinkedinStage, command: Command): Promise<WriteOutcome> {
  let outcome = await adapter.write(account, command);
  for (let step = 0; outcome.state === 'under-way' && step < 9; step++) {
    outcome = await adapter.write(account, command, outcome.progress);
  }
  const written = outcome.state === 'accepted' ? outcome.externalId : undefined;
  await adapter.readBack(account, command, written);
  await adapter.readBack(account, command);
  return outcome;
}

/** Everything that the desk ever asks of LinkedIn, well and refused. */
async function useLinkedin(stage: LinkedinStage): Promise<void> {
  const { adapter, account, control, sandbox, idOf } = stage;
  const [post, comment, answered, other] = await Promise.all(['p1', 'c1', 'c2', 'c3'].map(idOf));
  assert.ok(post && comment && answered && other);
  await control('POST', 'edits', { id: comment, text: 'E il sabato mattina?' });
  const { cursor } = await adapter.pull(account, null);
  await adapter.pull(account, cursor);
  const { image, video } = mediaOf(sandbox.url);
  const link = { url: 'https://comune.example/avviso', title: 'Avviso', description: 'Un avviso' };
  const contents = [
    { text: 'Solo testo (con segni) #avviso', media: [] },
    { text: 'Con indirizzo', media: [], link },
    { text: 'Una foto', media: [image] },
    { text: 'Due foto', media: [image, image], link },
    { text: 'Un video', media: [video], title: 'Titolo' },
  ];
  const place = { target: comment, post };
  const commands: Command[] = [
    ...contents.map((content) => ({ type: 'publish', key: 'k', content }) as const),
    { type: 'reply', key: 'k', ...place, text: 'No, il sabato è chiuso' },
    { type: 'reply', key: 'k', target: answered, post, text: 'Anche la domenica' },
    { type: 'reply', key: 'k', target: post, post, text: 'Grazie a tutti' },
    { type: 'remove', key: 'k', target: other, post },
    { type: 'edit-post', key: 'k', target: post, text: 'Nuovo testo (corretto)' },
    { type: 'close-comments', key: 'k', target: post },
    { type: 'open-comments', key: 'k', target: post },
    { type: 'remove-post', key: 'k', target: post },
  ];
  for (const command of commands)
    assert.equal((await carry(stage, command)).state, 'accepted', JSON.stringify(command));
  await adapter.pull(account, cursor);
  await adapter.insights?.(account);
  await adapter.check?.(account);
  await askedToTell(adapter, account);
  for (const fault of ['rate-limited', 'role-lost', 'not-found', 'retired-version', 'error-before-effect']) {
    await control('POST', 'faults', { fault });
    await adapter.write(account, { type: 'remove', key: 'k', target: comment, post });
  }
  await connect(stage);
}

const mediaOf = (url: string): Readonly<Record<'image' | 'video', Media>> => ({
  image: { kind: 'image', type: 'image/jpeg', alt: 'Un punto', url: `${url}/samples/image.jpg` },
  video: { kind: 'video', type: 'video/mp4', alt: '', url: `${url}/samples/video.mp4` },
});

async function connect({ adapter, account, sandbox }: LinkedinStage): Promise<void> {
  const { connection } = adapter;
  const { baseUrl, secrets } = sandbox.network('linkedin');
  const redirectUri = 'https://desk.example/collega/linkedin';
  const address = connection?.authorizeUrl({ baseUrl, secrets }, { redirectUri, state: 's', challenge: 'c' }) ?? '';
  const came = await fetch(address, { redirect: 'manual' });
  const code = new URL(came.headers.get('location') ?? '').searchParams.get('code') ?? '';
  await connection?.redeem({ baseUrl, secrets }, { code, redirectUri, verifier: 'v' });
  await connection?.renew?.(account);
}
