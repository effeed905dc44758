// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { Command, Post } from '#channels';
import { ACCOUNT, type Route, type Stage } from '../channels/instagram-world.ts';
import { askedToTell } from '../channels/receiver.ts';

const REDIRECT = 'https://desk.example/collega';

/** Makes the adapter send each call that it can send on a route, and the sandbox answer it. */
export async function useInstagram(stage: Stage, route: Route): Promise<void> {
  const { adapter, account, sandbox } = stage;
  await crowd(stage);
  const { cursor } = await adapter.pull(account, null);
  sandbox.clock.advance(3600);
  await adapter.pull(account, cursor);
  await moderate(stage);
  await publishEverything(stage, route);
  await answerMessages(stage);
  if (route === 'facebook-login') await block(stage);
  await connect(stage, route);
  await askedToTell(stage.adapter, stage.account);
  await adapter.check?.(account);
  await adapter.insights?.(account);
}

export async function done({ adapter, account }: Stage, command: Command): Promise<string | undefined> {
  let outcome = await adapter.write(account, command);
  while (outcome.state === 'under-way') outcome = await adapter.write(account, command, outcome.progress);
  assert.equal(outcome.state, 'accepted', JSON.stringify(outcome));
  const written = outcome.state === 'accepted' ? outcome.externalId : undefined;
  if (command.type === 'ban' || command.type === 'unban') return written;
  const seen = await adapter.readBack(account, command, written);
  assert.equal(seen.state, 'confirmed', `${command.type}: ${JSON.stringify(seen)}`);
  return written;
}

/** Enough comments, and replies to one of them, to need more than one page of each. */
async function crowd({ control, named }: Stage): Promise<void> {
  const [post, parent] = [(await named('p1')).id, (await named('c1')).id];
  for (let number = 0; number < 55; number++) {
    const writing = { account: ACCOUNT.id, post, author: `Persona ${number}`, text: `Commento ${number}` };
    await control('POST', 'writings', writing);
    await control('POST', 'writings', { ...writing, parent, text: `Risposta ${number}` });
  }
}

async function moderate(stage: Stage): Promise<void> {
  const { adapter, account, named, sandbox } = stage;
  const { id: target, post } = await named('c3');
  const where = { target, post };
  const since = new Date(sandbox.clock.now().getTime() - 60_000);
  await done(stage, { type: 'hide', key: 'k1', ...where });
  await done(stage, { type: 'unhide', key: 'k2', ...where });
  const reply: Command = { type: 'reply', key: 'k3', text: 'Grazie della segnalazione', since, ...where };
  await done(stage, reply);
  assert.equal((await adapter.readBack(account, reply)).state, 'confirmed');
  const under: Command = { ...reply, key: 'k5', target: post, text: 'Un avviso sotto al post' };
  await done(stage, under);
  assert.equal((await adapter.readBack(account, under)).state, 'confirmed');
  await done(stage, { type: 'remove', key: 'k4', ...where });
  const mention: Command = { type: 'reply', key: 'k6', target: (await named('m1')).id, post: null, text: 'Grazie!' };
  assert.equal((await adapter.write(account, mention)).state, 'accepted');
}

async function publishEverything(stage: Stage, route: Route): Promise<void> {
  const { image, video, adapter, account } = stage;
  const contents: Partial<Post>[] = [
    { media: [image] },
    { media: [video] },
    { media: [image, video, { ...image, alt: '' }] },
    { media: [image], comments: 'nobody' },
  ];
  for (const [index, content] of contents.entries()) {
    const since = new Date(stage.sandbox.clock.now().getTime() - 60_000);
    const post = { text: `Avviso numero ${index}`, media: [], ...content };
    const order: Command = { type: 'publish', key: `p${index}`, content: post, since };
    const target = (await done(stage, order)) ?? '';
    assert.equal((await adapter.readBack(account, order)).state, 'confirmed');
    await done(stage, { type: 'close-comments', key: `c${index}`, target });
    await done(stage, { type: 'open-comments', key: `o${index}`, target });
    if (route === 'facebook-login') await done(stage, { type: 'remove-post', key: `r${index}`, target });
  }
}

interface Sent {
  readonly id: string;
  readonly person: string;
}

async function answerMessages(stage: Stage): Promise<void> {
  const writing = { account: ACCOUNT.id, author: 'Ugo Esempio', text: 'Ci siete?' };
  const { id: target, person: post } = await stage.control<Sent>('POST', 'messages', writing);
  const writtenAt = stage.sandbox.clock.now();
  const order: Command = { type: 'answer-message', key: 'm', target, post, text: 'Eccoci', writtenAt };
  await done(stage, order);
  assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'confirmed');
}

async function block(stage: Stage): Promise<void> {
  const writing = { account: ACCOUNT.id, author: 'Ugo Esempio', text: 'Insisto' };
  const { person: target } = await stage.control<Sent>('POST', 'messages', writing);
  await done(stage, { type: 'ban', key: 'b', target, post: null });
  await done(stage, { type: 'unban', key: 'u', target, post: null });
}

export async function connect({ adapter, sandbox }: Stage, route: Route): Promise<void> {
  const { connection } = adapter;
  assert.ok(connection?.renew);
  const { baseUrl, secrets } = sandbox.network('instagram');
  const application = { baseUrl, secrets: { ...secrets, route } };
  const asking = { redirectUri: REDIRECT, state: 's', challenge: 'c' };
  const page = await (await fetch(connection.authorizeUrl(application, asking))).text();
  const code = /code=([\w-]+)/.exec(page)?.[1] ?? '';
  const [found] = await connection.redeem(application, { code, redirectUri: REDIRECT, verifier: 'v' });
  assert.equal(found?.externalId, ACCOUNT.id);
  sandbox.clock.advance(2 * 86_400);
  const account = { ...found, baseUrl, credentials: found.grant.credentials };
  const renewed = await connection.renew(account);
  await adapter.check?.({ ...account, credentials: renewed.credentials });
}
