// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { Command, Media, Post } from '#channels';
import { PAGE, type Stage } from '../channels/facebook-world.ts';
import { askedToTell } from '../channels/receiver.ts';

const REDIRECT = 'https://desk.example/collega';

/** Makes the adapter send each call that it can send, and the sandbox answer it. */
export async function useEverything(stage: Stage): Promise<void> {
  await crowd(stage);
  const first = await stage.adapter.pull(stage.account, null);
  await stage.adapter.pull(stage.account, first.cursor);
  await later(stage, first.cursor);
  for (const target of [await stage.idOf('c1'), await stage.idOf('v1')]) await moderate(stage, target);
  await publishEverything(stage);
  await answerMessages(stage);
  await lookAtAttachments(stage);
  await banAndUnban(stage);
  await connect(stage);
  await askedToTell(stage.adapter, stage.account);
  await stage.adapter.check?.(stage.account);
  await stage.adapter.insights?.(stage.account);
}

async function done({ adapter, account }: Stage, command: Command): Promise<string | undefined> {
  let outcome = await adapter.write(account, command);
  while (outcome.state === 'under-way') outcome = await adapter.write(account, command, outcome.progress);
  assert.equal(outcome.state, 'accepted', JSON.stringify(outcome));
  const written = outcome.state === 'accepted' ? outcome.externalId : undefined;
  assert.equal((await adapter.readBack(account, command, written)).state, 'confirmed', command.type);
  return written;
}

/** Enough comments and messages to need more than one page of each, and a mention. */
async function crowd({ control, idOf }: Stage): Promise<void> {
  const post = await idOf('p1');
  for (let number = 0; number < 60; number++) {
    const author = `Persona ${number}`;
    await control('POST', 'writings', { account: PAGE.id, post, author, text: `Commento ${number}` });
    await control('POST', 'messages', { account: PAGE.id, author: 'Ada Prova', text: `Messaggio ${number}` });
  }
  await control('POST', 'writings', { account: PAGE.id, kind: 'mention', author: 'Leo Finto', text: 'Il Comune?' });
}

/** A day after, when older posts are looked at too. */
async function later({ adapter, account, sandbox }: Stage, cursor: string): Promise<void> {
  sandbox.clock.advance(86_400 + 60);
  await adapter.pull(account, cursor);
}

async function moderate(stage: Stage, target: string): Promise<void> {
  const where = { target, post: target.startsWith(PAGE.id) ? null : await stage.idOf('p1') };
  await done(stage, { type: 'hide', key: 'k1', ...where });
  await done(stage, { type: 'unhide', key: 'k2', ...where });
  const reply: Command = { type: 'reply', key: 'k3', text: 'Grazie della segnalazione', ...where };
  await done(stage, reply);
  assert.equal((await stage.adapter.readBack(stage.account, reply)).state, 'confirmed');
  await done(stage, { type: 'remove', key: 'k4', ...where });
}

async function publishEverything(stage: Stage): Promise<void> {
  const { url } = stage.sandbox;
  const image: Media = { kind: 'image', url: `${url}/samples/image.jpg`, type: 'image/jpeg', alt: 'Un cartello' };
  const video: Media = { kind: 'video', url: `${url}/samples/video.mp4`, type: 'video/mp4', alt: '' };
  const link = { url: 'https://comune.example/avvisi/1', title: 'Avviso', description: '' };
  const contents: Partial<Post>[] = [
    {},
    { link },
    { media: [image] },
    { media: [image, image] },
    { media: [video], title: 'Titolo' },
  ];
  for (const [index, content] of contents.entries()) {
    const text = `Avviso numero ${index}`;
    const order: Command = { type: 'publish', key: `p${index}`, content: { text, media: [], ...content } };
    const target = (await done(stage, order)) ?? '';
    assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'confirmed');
    await done(stage, { type: 'edit-post', key: `e${index}`, target, text: `${text}, corretto` });
    await done(stage, { type: 'remove-post', key: `r${index}`, target });
  }
  const unseen: Command = { type: 'publish', key: 'v', content: { text: 'In lavorazione', media: [video] } };
  await stage.adapter.write(stage.account, unseen);
  assert.equal((await stage.adapter.readBack(stage.account, unseen)).state, 'pending');
}

async function answerMessages(stage: Stage): Promise<void> {
  const writing = { account: PAGE.id, author: 'Ada Prova', text: 'Ci siete?' };
  const sent = await stage.control('POST', 'messages', writing);
  const order: Command = {
    ...{ type: 'answer-message', key: 'm', target: `${sent.id}`, post: `${sent.person}` },
    ...{ text: 'Eccoci', writtenAt: new Date() },
  };
  await done(stage, order);
}

/** An album under a post, a film of a visitor, a picture in private. */
async function lookAtAttachments({ adapter, account, control, idOf }: Stage): Promise<void> {
  const [picture, film] = ['image', 'video'].map((type) => ({ type }));
  const post = await idOf('p1');
  const writing = { account: PAGE.id, author: 'Ada Prova', text: 'Guardate' };
  const album = await control('POST', 'writings', { ...writing, post, media: [picture, picture] });
  const visit = await control('POST', 'writings', { ...writing, kind: 'visitor-post', media: [film] });
  const sent = await control('POST', 'messages', { ...writing, media: [picture] });
  const asked = [
    { externalId: `${album.id}`, kind: 'comment', conversation: null },
    { externalId: `${visit.id}`, kind: 'visitor-post', conversation: null },
    { externalId: `${sent.id}`, kind: 'message', conversation: `${sent.person}` },
  ] as const;
  const told = await Promise.all(asked.map((to) => adapter.attached?.(account, to)));
  assert.deepEqual(
    told.map((all) => all?.map(({ kind, url }) => [kind, url?.split('/').at(-1)])),
    [
      [
        ['image', 'image.jpg'],
        ['image', 'image.jpg'],
      ],
      [['video', 'video.mp4']],
      [['image', 'image.jpg']],
    ],
  );
}

async function banAndUnban(stage: Stage): Promise<void> {
  const { from } = await stage.control('GET', `writings/${await stage.idOf('c3')}`);
  const target = (from as { id: string }).id;
  await done(stage, { type: 'ban', key: 'b', target, post: null });
  await done(stage, { type: 'unban', key: 'u', target, post: null });
}

async function connect({ adapter, sandbox }: Stage): Promise<void> {
  const { baseUrl, secrets } = sandbox.network('facebook');
  const application = { baseUrl, secrets };
  const asking = { redirectUri: REDIRECT, state: 's', challenge: 'c' };
  const page = await (await fetch(adapter.connection?.authorizeUrl(application, asking) ?? '')).text();
  const code = /code=([\w-]+)/.exec(page)?.[1] ?? '';
  const pages = await adapter.connection?.redeem(application, { code, redirectUri: REDIRECT, verifier: 'v' });
  assert.equal(pages?.length, 1);
}
