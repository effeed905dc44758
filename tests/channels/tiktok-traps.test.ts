// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ChannelFault, type Command, type Media, type Post, type WriteOutcome } from '#channels';
import { openTiktok, type TiktokStage } from './tiktok-world.ts';

let stage: TiktokStage;
let post: string;
beforeEach(async () => {
  stage = await openTiktok();
  post = await stage.idOf('p1');
});
afterEach(() => stage.sandbox.close());

interface Writing {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly own: boolean;
  readonly exists: boolean;
  readonly hidden: boolean;
  readonly commenting: string;
}
interface Called {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}
const fault = (name: string, more: object = {}) => stage.control('POST', 'faults', { fault: name, ...more });
const writings = async () => (await stage.control<{ writings: Writing[] }>('GET', 'writings')).writings;
const ourVideos = async () => (await writings()).filter(({ kind, exists }) => kind === 'post' && exists);
const calls = async () => (await stage.control<{ calls: Called[] }>('GET', 'calls')).calls;
const citizen = async (text: string, more: object = {}) =>
  (
    await stage.control<{ id: string }>('POST', 'writings', {
      account: stage.account.externalId,
      post,
      author: 'Ada Prova',
      text,
      ...more,
    })
  ).id;

const write = (command: Command, progress?: string) => stage.adapter.write(stage.account, command, progress);
const readBack = (command: Command, id?: string) => stage.adapter.readBack(stage.account, command, id);
const pull = (cursor: string | null = null) => stage.adapter.pull(stage.account, cursor);
const reply = (target: string, text: string): Command => ({ type: 'reply', key: 'k', target, post, text });
const video = (): Media => ({
  kind: 'video',
  type: 'video/mp4',
  alt: 'Un video',
  url: `${stage.sandbox.url}/samples/video.mp4`,
});
const photo = (): Media => ({
  kind: 'image',
  type: 'image/jpeg',
  alt: 'Una foto',
  url: `${stage.sandbox.url}/samples/image.jpg`,
});
const publish = (content: Partial<Post>) =>
  ({ type: 'publish', key: 'k', content: { text: '', media: [], ...content } }) satisfies Command;
const kind = (outcome: WriteOutcome): string => (outcome.state === 'refused' ? outcome.error.kind : outcome.state);
const faultKind = (thrown: unknown) => (thrown instanceof ChannelFault ? thrown.error.kind : `${thrown}`);

/** As delivery does, step after step. */
async function carried(command: Command): Promise<{ outcome: WriteOutcome; steps: number }> {
  let outcome = await write(command);
  let steps = 1;
  for (; outcome.state === 'under-way' && steps < 9; steps++) outcome = await write(command, outcome.progress);
  return { outcome, steps };
}

describe('TikTok, reading', () => {
  it('reads the start of the world, and says once what is hidden', async () => {
    const first = await pull();
    const told = first.events.map((event) =>
      event.type === 'written' ? [event.kind, event.text, event.author?.name] : [event.type],
    );
    assert.deepEqual(told, [
      ['comment', 'E il sabato?', 'Ada Prova'],
      ['reply', 'Chiuso', 'Leo Finto'],
      ['comment', 'Guardate', 'Nives Inventata'],
      ['hidden'],
    ]);
    assert.equal(first.wholeThreads?.[0]?.itemExternalIds.length, 3);
    const second = await pull(first.cursor);
    assert.deepEqual(
      second.events.filter(({ type }) => type !== 'written'),
      [],
    );
    await stage.control('POST', 'states', { id: await stage.idOf('c3'), state: 'shown' });
    const third = await pull(second.cursor);
    assert.deepEqual(
      third.events.filter(({ type }) => type !== 'written').map(({ type }) => type),
      ['shown'],
    );
  });

  it('lists are always asked for in an order: without one each page is drawn at random', async () => {
    await pull();
    const lists = (await calls()).filter(({ path }) => /comment\/(list|reply\/list)$/.test(path));
    assert.ok(lists.length > 0);
    for (const { parameters } of lists) {
      assert.deepEqual(
        [parameters.sort_field, parameters.sort_order, parameters.status],
        ['create_time', 'desc', 'ALL'],
      );
    }
  });

  it('a short page is not the last one', async () => {
    for (let number = 0; number < 45; number++) await citizen(`Commento ${number}`);
    await fault('short-pages', { on: 'read', times: 99, where: 'comment/list' });
    const { events, wholeThreads } = await pull();
    assert.equal(events.filter(({ type }) => type === 'written').length, 48);
    assert.equal(wholeThreads?.[0]?.itemExternalIds.length, 48);
  });

  it('all answers are read, also those that do not come along with their comment', async () => {
    const parent = await stage.idOf('c1');
    for (let number = 0; number < 40; number++) await citizen(`Risposta ${number}`, { parent });
    const { events } = await pull();
    assert.equal(events.filter((event) => event.type === 'written' && event.parentExternalId === parent).length, 41);
  });

  it('beyond 500 some come twice and the order is lost: each is told once, and the thread is never called whole', async () => {
    for (let number = 0; number < 560; number++) await citizen(`Commento ${number}`);
    const { events, wholeThreads } = await pull();
    const ids = events.filter(({ type }) => type === 'written').map(({ externalId }) => externalId);
    assert.equal(ids.length, 563);
    assert.equal(new Set(ids).size, 563);
    assert.deepEqual(wholeThreads, []);
  });

  it('a thread too long for the calls of a minute is gone on with at the next pull', async () => {
    for (let number = 0; number < 270; number++) await citizen(`Commento ${number}`);
    // Ten comments a page: 28 pages, and a pull spends 25.
    await fault('short-pages', { on: 'read', times: 999, where: 'comment/list' });
    const first = await pull();
    assert.ok(first.waitSeconds === undefined || first.waitSeconds > 0);
    const second = await pull(first.cursor);
    const ids = new Set(
      [...first.events, ...second.events].flatMap((event) => ('text' in event ? [event.externalId] : [])),
    );
    assert.equal(ids.size, 273);
    const spent = (await calls()).filter(({ path }) => path.endsWith('comment/list')).length;
    assert.ok(first.events.length < 273 && spent <= 50, `${first.events.length} ${spent}`);
  });

  it('many answered comments take more than one pull, and no answer is left out', async () => {
    for (let number = 0; number < 28; number++) {
      const parent = await citizen(`Domanda ${number}`);
      for (let answer = 0; answer < 4; answer++) await citizen(`Risposta ${number}.${answer}`, { parent });
    }
    const first = await pull();
    assert.equal(first.waitSeconds, 60);
    const second = await pull(first.cursor);
    const texts = new Set(
      [...first.events, ...second.events].flatMap((event) => ('text' in event ? [event.text] : [])),
    );
    assert.equal([...texts].filter((text) => text.startsWith('Risposta')).length, 28 * 4);
  });

  it('refused in the middle for having asked too much, it keeps what it read and says how long to wait', async () => {
    await carried(publish({ text: 'Secondo video', media: [video()] }));
    await fault('rate-limited', { on: 'read', where: 'comment/list', after: 1 });
    const first = await pull();
    assert.equal(first.waitSeconds, 300);
    const second = await pull(first.cursor);
    assert.equal([...first.events, ...second.events].filter((event) => 'text' in event).length, 3);
  });

  it('a code that is not 0 in an answer of 200 is a refusal, of the day too', async () => {
    await fault('day-spent', { on: 'any', times: 2 });
    await assert.rejects(pull(), (thrown) => faultKind(thrown) === 'rate-limited');
    const outcome = await write({ type: 'hide', key: 'k', target: await stage.idOf('c1'), post });
    assert.ok(outcome.state === 'refused' && (outcome.error.retryAfterSeconds ?? 0) >= 300);
    assert.equal((await writings()).find(({ text }) => text === 'E il sabato?')?.hidden, false);
  });
});

describe('TikTok, comments', () => {
  it('a reply taken for spam is accepted and hidden: it is absent, and why is kept', async () => {
    await fault('reply-set-aside');
    const command = reply(await stage.idOf('c1'), 'Il sabato è chiuso');
    const outcome = await write(command);
    assert.ok(outcome.state === 'accepted');
    const seen = await readBack(command, outcome.externalId);
    assert.ok(seen.state === 'absent' && seen.proof.status === 'HIDDEN');
  });

  it('a reply that is not listed is pending, and the desk says what to look at', async () => {
    const command = reply(await stage.idOf('c1'), 'Il sabato è chiuso');
    const outcome = await write(command);
    assert.ok(outcome.state === 'accepted');
    await fault('withheld', { on: 'read' });
    const seen = await readBack(command, outcome.externalId);
    assert.ok(seen.state === 'pending' && /spam/.test(seen.error?.message ?? ''));
    assert.equal((await readBack(command, outcome.externalId)).state, 'confirmed');
  });

  it('answers only what is listed under a video of its own: nothing is sent elsewhere', async () => {
    const outcome = await stage.adapter.write(stage.account, {
      ...reply('7499999999999999999', 'Ciao'),
      post: '7488888888888888888',
    } as Command);
    assert.equal(kind(outcome), 'not-found');
    assert.equal((await calls()).filter(({ method }) => method === 'POST').length, 0);
  });

  it('showing again is not guaranteed: it is looked at', async () => {
    const command: Command = { type: 'unhide', key: 'k', target: await stage.idOf('c3'), post };
    await fault('success-without-effect');
    assert.equal((await write(command)).state, 'accepted');
    const seen = await readBack(command);
    assert.ok(seen.state === 'absent' && seen.proof.status === 'HIDDEN');
  });

  it('without its video a comment cannot be acted on', async () => {
    const outcome = await write({ type: 'hide', key: 'k', target: await stage.idOf('c1'), post: null });
    assert.equal(kind(outcome), 'not-possible');
  });
});

describe('TikTok, publishing', () => {
  it('comes out when TikTok has taken it; the id beyond 2^53 is kept digit by digit', async () => {
    await fault('publish-slow', { where: 'video/init' });
    const { outcome, steps } = await carried(publish({ text: 'Nuovi orari', media: [video()] }));
    assert.ok(outcome.state === 'accepted');
    assert.equal(steps, 5);
    assert.equal(outcome.externalId, (await ourVideos()).find(({ text }) => text === 'Nuovi orari')?.id);
    assert.ok(!Number.isSafeInteger(Number(outcome.externalId)));
  });

  it('is another interface with another token: without it comments are read and nothing is published', async () => {
    const { postingToken, ...credentials } = stage.account.credentials;
    assert.ok(postingToken);
    const account = { ...stage.account, credentials };
    assert.equal((await stage.adapter.pull(account, null)).events.length, 4);
    assert.equal(kind(await stage.adapter.write(account, publish({ media: [video()] }))), 'reauth-needed');
    const lacking = (await stage.adapter.check?.(account))?.lacking ?? [];
    assert.deepEqual(lacking, ['publish-image', 'publish-video', 'restrict-comments']);
  });

  it('an application that TikTok has not verified may post only in private: then it is done by hand', async () => {
    await fault('unaudited', { on: 'any' });
    const outcome = await write(publish({ media: [video()] }));
    assert.ok(
      outcome.state === 'refused' && outcome.error.kind === 'not-possible' && /verificat/.test(outcome.error.message),
    );
    assert.equal((await ourVideos()).length, 1);
  });

  it('says in Italian what to do about a domain, about spam, about a file that cannot be taken', async () => {
    await fault('url-not-yours');
    const domain = await write(publish({ media: [video()] }));
    assert.ok(domain.state === 'refused' && /dominio/.test(domain.error.message));
    await fault('too-many-posts');
    assert.equal(kind(await write(publish({ media: [video()] }))), 'blocked-by-platform');
    const missing = { ...video(), url: `${stage.sandbox.url}/samples/nessuno.mp4` };
    const { outcome } = await carried(publish({ media: [missing] }));
    assert.ok(outcome.state === 'refused' && /indirizzo/.test(outcome.error.message));
    await fault('publish-fails', { where: 'video/init' });
    assert.equal(kind((await carried(publish({ media: [video()] }))).outcome), 'blocked-by-platform');
  });

  it('whose answer was lost is not begun again before TikTok has had time to show it', async () => {
    const command: Command = { ...publish({ text: 'Perso', media: [video()] }), since: stage.sandbox.clock.now() };
    await fault('broken-before-effect', { where: 'video/init' });
    assert.equal((await write(command)).state, 'unknown');
    assert.equal((await readBack(command)).state, 'pending');
    await stage.sandbox.clock.advance(2 * 3600);
    assert.equal((await readBack(command)).state, 'absent');
  });

  it('complete and never let out by TikTok’s check: for an hour it is waited for, then a person looks', async () => {
    const command: Command = { ...publish({ text: 'Fermo', media: [video()] }), since: stage.sandbox.clock.now() };
    await fault('never-public', { where: 'video/init' });
    const begun = await write(command);
    assert.ok(begun.state === 'under-way');
    await write(command, begun.progress);
    assert.equal((await write(command, begun.progress)).state, 'under-way');
    await stage.sandbox.clock.advance(2 * 3600);
    assert.deepEqual(await write(command, begun.progress), { state: 'accepted' });
    assert.equal((await readBack(command)).state, 'absent');
  });

  it('going on after a crash asks how it stands, and publishes nothing again', async () => {
    const command = publish({ text: 'Una volta', media: [photo(), photo()] });
    const begun = await write(command);
    assert.ok(begun.state === 'under-way');
    await fault('error-before-effect', { on: 'read', where: 'status/fetch' });
    const still = await write(command, begun.progress);
    assert.ok(still.state === 'under-way' && still.progress === begun.progress);
    await write(command, begun.progress);
    assert.equal((await write(command, begun.progress)).state, 'accepted');
    assert.equal((await ourVideos()).filter(({ text }) => text === 'Una volta').length, 1);
  });

  it('refuses before sending what TikTok would: other formats, two videos, approval of comments, a text alone', async () => {
    const before = (await calls()).length;
    const kinds = [
      await write(publish({ media: [{ ...photo(), type: 'image/png' }] })),
      await write(publish({ media: [video(), video()] })),
      await write(publish({ text: 'a'.repeat(2201), media: [video()] })),
      await write(publish({ media: [video()], comments: 'after-approval' })),
      await write(publish({ text: 'Solo parole' })),
    ].map(kind);
    assert.deepEqual(kinds, [
      'rejected-content',
      'rejected-content',
      'rejected-content',
      'not-possible',
      'not-possible',
    ]);
    assert.equal((await calls()).length, before);
  });
});
