// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { Command, Media, Post } from '#channels';
import { ACCOUNT, type Stage } from '../channels/mastodon-world.ts';

const REDIRECT = 'https://desk.example/collega';

/** Makes the adapter send each call that it can send, and the sandbox answer it. */
export async function useEverything(stage: Stage): Promise<void> {
  await crowd(stage);
  const first = await stage.adapter.pull(stage.account, null);
  await stage.control('POST', 'deletions', { id: await stage.idOf('c2') });
  await stage.adapter.pull(stage.account, first.cursor);
  for (const target of [await stage.idOf('c1'), await stage.idOf('m1')]) await moderate(stage, target);
  await publishEverything(stage);
  await answerMessages(stage);
  const media = [{ type: 'image', alt: 'Un punto' }];
  const writing = { account: ACCOUNT.id, post: await stage.idOf('p1'), author: 'Ada Prova', text: 'Ecco', media };
  const { id } = await stage.control('POST', 'writings', writing);
  const told = await stage.adapter.attached?.(stage.account, {
    externalId: `${id}`,
    kind: 'comment',
    conversation: null,
  });
  assert.deepEqual(
    told?.map((one) => [one.kind, one.alt]),
    [['image', 'Un punto']],
  );
  await banAndUnban(stage);
  await connect(stage);
  await stage.adapter.check?.(stage.account);
  await stage.adapter.insights?.(stage.account);
}

export async function done({ adapter, account }: Pick<Stage, 'adapter' | 'account'>, command: Command) {
  let outcome = await adapter.write(account, command);
  while (outcome.state === 'under-way') outcome = await adapter.write(account, command, outcome.progress);
  assert.equal(outcome.state, 'accepted', JSON.stringify(outcome));
  const written = outcome.state === 'accepted' ? outcome.externalId : undefined;
  assert.equal((await adapter.readBack(account, command, written)).state, 'confirmed', command.type);
  return written;
}

/** Enough of everything to need more than one page, and words that have to be escaped. */
async function crowd({ control, idOf }: Stage): Promise<void> {
  const post = await idOf('p1');
  for (let number = 0; number < 90; number++) {
    const author = `Persona ${number}`;
    await control('POST', 'writings', { account: ACCOUNT.id, post, author, text: `Risposta <${number}>` });
  }
  for (let number = 0; number < 45; number++) {
    const author = `Persona ${number}`;
    await control('POST', 'messages', { account: ACCOUNT.id, author, text: `Messaggio ${number}` });
    await control('POST', 'writings', { account: ACCOUNT.id, author: ACCOUNT.name, text: `Avviso ${number}` });
  }
}

async function moderate(stage: Stage, target: string): Promise<void> {
  const post = await stage.idOf('p1');
  const reply: Command = { type: 'reply', key: `r${target}`, target, post, text: 'Grazie della segnalazione' };
  await done(stage, reply);
  assert.equal((await stage.adapter.readBack(stage.account, reply)).state, 'confirmed');
  await done(stage, { type: 'report', key: `s${target}`, target, post, reason: 'spam', text: 'Pubblicità ripetuta.' });
}

async function publishEverything(stage: Stage): Promise<void> {
  const { url } = stage.sandbox;
  const image: Media = { kind: 'image', url: `${url}/samples/image.jpg`, type: 'image/jpeg', alt: 'Un cartello' };
  const video: Media = { kind: 'video', url: `${url}/samples/video.mp4`, type: 'video/mp4', alt: '' };
  const link = { url: 'https://comune.example/avvisi/1', title: 'Avviso', description: '' };
  const contents: Partial<Post>[] = [{}, { link }, { media: [image] }, { media: [image, image] }, { media: [video] }];
  for (const [index, content] of contents.entries()) {
    const text = `Avviso nuovo, numero ${index}`;
    const order: Command = { type: 'publish', key: `p${index}`, content: { text, media: [], ...content } };
    const target = (await done(stage, order)) ?? '';
    assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'confirmed');
    await done(stage, { type: 'edit-post', key: `e${index}`, target, text: `${text}, corretto` });
    await done(stage, { type: 'remove-post', key: `c${index}`, target });
  }
}

async function answerMessages(stage: Stage): Promise<void> {
  const writing = { account: ACCOUNT.id, author: 'Ada Prova', text: 'Ci siete?' };
  const sent = await stage.control('POST', 'messages', writing);
  const order: Command = {
    ...{ type: 'answer-message', key: 'm', target: `${sent.id}`, post: `${sent.person}` },
    ...{ text: 'Eccoci', writtenAt: new Date() },
  };
  await done(stage, order);
}

async function banAndUnban(stage: Stage): Promise<void> {
  const { from } = await stage.control('GET', `writings/${await stage.idOf('c3')}`);
  const target = (from as { id: string }).id;
  await done(stage, { type: 'ban', key: 'b', target, post: null });
  await done(stage, { type: 'unban', key: 'u', target, post: null });
}

async function connect({ adapter, sandbox }: Stage): Promise<void> {
  const { baseUrl, secrets } = sandbox.network('mastodon');
  const application = { baseUrl, secrets };
  const verifier = 'una-parola-abbastanza-lunga-per-servire-da-prova-di-possesso';
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const challenge = Buffer.from(digest).toString('base64url');
  const asking = { redirectUri: REDIRECT, state: 's', challenge };
  const page = await (await fetch(adapter.connection?.authorizeUrl(application, asking) ?? '')).text();
  const code = /code=([\w-]+)/.exec(page)?.[1] ?? '';
  const accounts = await adapter.connection?.redeem(application, { code, redirectUri: REDIRECT, verifier });
  assert.deepEqual(
    accounts?.map(({ externalId, handle }) => [externalId, handle]),
    [[ACCOUNT.id, `${ACCOUNT.handle}@${new URL(baseUrl).host}`]],
  );
}
