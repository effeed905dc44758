// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { Command, Post } from '#channels';
import { ACCOUNT, type Stage } from '../channels/threads-world.ts';

const REDIRECT = 'https://desk.example/collega';

/** Makes the adapter send each call that it can send, and the sandbox answer it. */
export async function useThreads(stage: Stage): Promise<void> {
  const { adapter, account, control, named, sandbox } = stage;
  const post = (await named('p1')).id;
  for (let number = 0; number < 110; number++)
    await control('POST', 'writings', { account: ACCOUNT.id, post, author: `Persona ${number}`, text: `N. ${number}` });
  const { cursor } = await adapter.pull(account, null);
  sandbox.clock.advance(3600);
  await adapter.pull(account, cursor);
  await moderate(stage);
  await publishEverything(stage);
  await connect(stage);
  const media = [{ type: 'image', alt: 'Un punto' }];
  const writing = { account: ACCOUNT.id, post, author: 'Ada Prova', text: 'Ecco', media };
  const { id } = await control<{ id: string }>('POST', 'writings', writing);
  const told = await adapter.attached?.(account, { externalId: id, kind: 'comment', conversation: null });
  assert.deepEqual(
    told?.map((one) => [one.kind, one.alt]),
    [['image', 'Un punto']],
  );
  await adapter.check?.(account);
  await adapter.insights?.(account);
}

export async function done({ adapter, account }: Stage, command: Command): Promise<string | undefined> {
  let outcome = await adapter.write(account, command);
  while (outcome.state === 'under-way') outcome = await adapter.write(account, command, outcome.progress);
  assert.equal(outcome.state, 'accepted', JSON.stringify(outcome));
  const written = outcome.state === 'accepted' ? outcome.externalId : undefined;
  const seen = await adapter.readBack(account, command, written);
  assert.equal(seen.state, 'confirmed', `${command.type}: ${JSON.stringify(seen)}`);
  return written;
}

async function moderate(stage: Stage): Promise<void> {
  const { adapter, account, control, named, sandbox } = stage;
  const { id: target, post } = await named('r1');
  const where = { target, post };
  const since = new Date(sandbox.clock.now().getTime() - 60_000);
  await done(stage, { type: 'hide', key: 'k1', ...where });
  await done(stage, { type: 'unhide', key: 'k2', ...where });
  const reply: Command = { type: 'reply', key: 'k3', text: 'Grazie della segnalazione', since, ...where };
  await done(stage, reply);
  assert.equal((await adapter.readBack(account, reply)).state, 'confirmed');
  const held = (await named('p2')).id;
  for (const type of ['approve', 'hide'] as const) {
    const writing = { account: ACCOUNT.id, post: held, author: 'Ada Prova', text: `Da decidere: ${type}` };
    const { id } = await control<{ id: string }>('POST', 'writings', writing);
    await done(stage, { type, key: `h-${type}`, target: id, post: held });
  }
  await adapter.pull(account, null);
}

async function publishEverything(stage: Stage): Promise<void> {
  const { image, video, adapter, account, sandbox } = stage;
  const link = { url: 'https://comune.example/avvisi/1', title: 'Avviso', description: '' };
  const contents: Partial<Post>[] = [
    {},
    { link },
    { media: [image] },
    { media: [video] },
    { media: [image, video] },
    { comments: 'nobody' },
    { comments: 'after-approval' },
  ];
  for (const [index, content] of contents.entries()) {
    const since = new Date(sandbox.clock.now().getTime() - 60_000);
    const post = { text: `Avviso numero ${index}`, media: [], ...content };
    const order: Command = { type: 'publish', key: `p${index}`, content: post, since };
    const target = (await done(stage, order)) ?? '';
    assert.equal((await adapter.readBack(account, order)).state, 'confirmed');
    await done(stage, { type: 'remove-post', key: `r${index}`, target });
  }
}

async function connect({ adapter, sandbox }: Stage): Promise<void> {
  const { connection } = adapter;
  assert.ok(connection?.renew);
  const { baseUrl, secrets } = sandbox.network('threads');
  const asking = { redirectUri: REDIRECT, state: 's', challenge: 'c' };
  const page = await (await fetch(connection.authorizeUrl({ baseUrl, secrets }, asking))).text();
  const code = /code=([\w-]+)/.exec(page)?.[1] ?? '';
  const [found] = await connection.redeem({ baseUrl, secrets }, { code, redirectUri: REDIRECT, verifier: 'v' });
  assert.equal(found?.externalId, ACCOUNT.id);
  sandbox.clock.advance(2 * 86_400);
  await connection.renew({ ...found, baseUrl, credentials: found.grant.credentials });
}
