// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Command, WriteOutcome } from '#channels';
import { askedToTell } from '../channels/receiver.ts';
import { openTiktok, type TiktokStage } from '../channels/tiktok-world.ts';
import { type Exchanged, openOurSpec } from './ours.ts';

describe('TikTok, as our own description of it says', () => {
  const spec = openOurSpec('tiktok');
  let stage: TiktokStage;
  let calls: readonly Exchanged[];
  before(async () => {
    stage = await openTiktok();
    await useTiktok(stage);
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
    assert.deepEqual([...new Set(calls.flatMap((call) => spec.faultsOfAnswer(call)))], []);
    const refused = calls.filter(
      ({ body }) => typeof body === 'object' && body !== null && 'code' in body && body.code !== 0,
    );
    assert.ok(refused.length >= 4);
  });

  it('would notice a wrong call and a wrong answer', () => {
    const list = calls.find(({ path }) => path.endsWith('comment/list'));
    assert.ok(list);
    const { sort_field: _unsorted, ...unsorted } = list.parameters;
    assert.equal(spec.faultsOfCall({ ...list, parameters: unsorted }).length, 1);
    assert.equal(spec.faultsOfCall({ ...list, parameters: { ...list.parameters, colore: 'blu' } }).length, 1);
    assert.equal(spec.faultsOfCall({ ...list, path: 'open_api/v1.2/business/get' }).length, 1);
    assert.equal(spec.faultsOfAnswer({ ...list, body: { code: 0, message: 'OK' } }).length, 1);
  });
});

async function carry({ adapter, account }: TiktokStage, command: Command): Promise<WriteOutcome> {
  let outcome = await adapter.write(account, command);
  for (let step = 0; outcome.state === 'under-way' && step < 9; step++) {
    outcome = await adapter.write(account, command, outcome.progress);
  }
  const written = outcome.state === 'accepted' ? outcome.externalId : undefined;
  await adapter.readBack(account, command, written);
  await adapter.readBack(account, command);
  return outcome;
}

/** Everything that the desk ever asks of TikTok, well and refused. */
async function useTiktok(stage: TiktokStage): Promise<void> {
  const { adapter, account, control, sandbox, idOf } = stage;
  const [post, target] = await Promise.all(['p1', 'c1'].map(idOf));
  assert.ok(post && target);
  for (let number = 0; number < 5; number++) {
    const text = `Risposta ${number}`;
    await control('POST', 'writings', { account: account.externalId, post, parent: target, author: 'Leo Finto', text });
  }
  const { cursor } = await adapter.pull(account, null);
  await adapter.pull(account, cursor);
  const image = {
    kind: 'image',
    type: 'image/jpeg',
    alt: 'Un punto',
    url: `${sandbox.url}/samples/image.jpg`,
  } as const;
  const video = { kind: 'video', type: 'video/mp4', alt: '', url: `${sandbox.url}/samples/video.mp4` } as const;
  const contents = [
    { text: 'Un video', media: [video] },
    { text: 'Un video senza commenti', media: [video], comments: 'nobody' as const },
    { text: 'Foto', title: 'Titolo', media: [image, image] },
  ];
  const commands: Command[] = [
    ...contents.map((content) => ({ type: 'publish', key: 'k', content }) as const),
    { type: 'hide', key: 'k', target, post },
    { type: 'unhide', key: 'k', target, post },
    { type: 'reply', key: 'k', target, post, text: 'No, il sabato è chiuso' },
  ];
  for (const command of commands)
    assert.equal((await carry(stage, command)).state, 'accepted', JSON.stringify(command));
  await adapter.insights?.(account);
  await adapter.check?.(account);
  await askedToTell(adapter, account);
  for (const fault of ['rate-limited', 'day-spent', 'role-lost', 'not-found', 'error-before-effect']) {
    await control('POST', 'faults', { fault });
    await adapter.write(account, { type: 'hide', key: 'k', target, post });
  }
  for (const fault of ['rate-limited', 'url-not-yours', 'too-many-posts']) {
    await control('POST', 'faults', { fault, where: 'video/init' });
    await adapter.write(account, { type: 'publish', key: 'k', content: { text: 'No', media: [video] } });
  }
  await connect(stage);
}

async function connect({ adapter, account, sandbox }: TiktokStage): Promise<void> {
  const { connection } = adapter;
  const { baseUrl, secrets } = sandbox.network('tiktok');
  const redirectUri = 'https://desk.example/collega/tiktok/';
  const address = connection?.authorizeUrl({ baseUrl, secrets }, { redirectUri, state: 's', challenge: 'c' }) ?? '';
  const came = await fetch(address, { redirect: 'manual' });
  const code = new URL(came.headers.get('location') ?? '').searchParams.get('code') ?? '';
  await connection?.redeem({ baseUrl, secrets }, { code, redirectUri, verifier: 'v' });
  await connection?.renew?.(account);
}
