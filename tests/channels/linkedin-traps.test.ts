// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ChannelFault, type Command, type Media, type Post, type WriteOutcome } from '#channels';
import { type LinkedinStage, openLinkedin } from './linkedin-world.ts';

let stage: LinkedinStage;
let post: string;
beforeEach(async () => {
  stage = await openLinkedin();
  post = await stage.idOf('p1');
});
afterEach(() => stage.sandbox.close());

interface Writing {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly own: boolean;
  readonly exists: boolean;
  readonly parent: string | null;
}
const fault = (name: string, more: object = {}) => stage.control('POST', 'faults', { fault: name, ...more });
const writings = async () => (await stage.control<{ writings: Writing[] }>('GET', 'writings')).writings;
const ourPosts = async () => (await writings()).filter(({ kind, own, exists }) => kind === 'post' && own && exists);
const calls = async () => (await stage.control<{ calls: { method: string; path: string }[] }>('GET', 'calls')).calls;
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
const publish = (content: Partial<Post>): Command => ({
  type: 'publish',
  key: 'k',
  content: { text: '', media: [], ...content },
});
const image = (): Media => ({
  kind: 'image',
  type: 'image/jpeg',
  alt: 'Un punto grigio',
  url: `${stage.sandbox.url}/samples/image.jpg`,
});
const kind = (outcome: WriteOutcome): string => (outcome.state === 'refused' ? outcome.error.kind : outcome.state);
const faultKind = (thrown: unknown) => (thrown instanceof ChannelFault ? thrown.error.kind : `${thrown}`);

describe('LinkedIn, reading', () => {
  it('reads the start of the world: kinds, our answers, pictures, mentions; nobody has a name', async () => {
    const { events, wholeThreads } = await pull();
    const told = events.map((event) =>
      event.type === 'written' ? [event.kind, event.text, event.author?.name, event.hasMedia] : [],
    );
    assert.deepEqual(told, [
      ['comment', 'E il sabato?', '', false],
      ['reply', 'Chiuso', '', false],
      ['comment', 'Guardate', '', true],
      ['mention', 'Bravi al Comune', '', false],
    ]);
    assert.equal(
      events[0]?.type === 'written' && events[0].post?.text,
      'Da lunedì lo sportello apre alle 9 (non alle 8).',
    );
    assert.deepEqual(
      wholeThreads?.map(({ itemExternalIds }) => itemExternalIds.length),
      [3],
    );
  });

  it('one call tells of all posts: LinkedIn grants few a day', async () => {
    const { cursor } = await pull();
    const before = (await calls()).length;
    await citizen('Nuovo');
    await pull(cursor);
    assert.deepEqual(
      (await calls()).slice(before).map(({ path }) => path),
      ['rest/organizationalEntityNotifications'],
    );
  });

  it('reads every thread whole again now and then', async () => {
    let { cursor } = await pull();
    const deep: boolean[] = [];
    for (let round = 1; round <= 24; round++) {
      const pulled = await pull(cursor);
      deep.push(pulled.wholeThreads !== undefined);
      cursor = pulled.cursor;
    }
    assert.deepEqual(deep, [...Array(23).fill(false), true]);
  });

  it('follows a long thread to its end', async () => {
    for (let number = 0; number < 120; number++) await citizen(`Commento ${number}`);
    const { events, wholeThreads } = await pull();
    assert.equal(events.length, 124);
    assert.equal(wholeThreads?.[0]?.itemExternalIds.length, 123);
  });

  it('refused in the middle for having asked too much, it keeps what it was told and waits as long as it is asked', async () => {
    await fault('rate-limited', { on: 'read', where: 'socialActions' });
    const { events, waitSeconds, wholeThreads } = await pull();
    assert.equal(events.length, 4);
    assert.deepEqual(wholeThreads, []);
    assert.ok((waitSeconds ?? 0) >= 60);
  });

  it('a role that may write and not read gets empty lists: it is not taken for a quiet page', async () => {
    await fault('reads-nothing', { on: 'read', times: 9 });
    await assert.rejects(pull(), (thrown) => faultKind(thrown) === 'role-lost');
  });

  it('a notification told twice is one', async () => {
    const { cursor } = await pull();
    const id = await citizen('Una volta sola');
    await fault('told-twice', { on: 'read' });
    const { events } = await pull(cursor);
    assert.equal(events.filter(({ externalId }) => externalId === id).length, 1);
  });

  it('a retired version (426) is told as what it is, and not as trouble that will pass', async () => {
    await fault('retired-version', { on: 'any', times: 2 });
    await assert.rejects(
      pull(),
      (thrown) => faultKind(thrown) === 'not-possible' && /va aggiornato il programma/.test(`${thrown}`),
    );
    assert.equal(kind(await write(reply(await stage.idOf('c1'), 'Sì'))), 'not-possible');
  });

  it('the words of members may be kept for 48 hours', () => {
    assert.equal(stage.adapter.retention.contentHours, 48);
  });
});

describe('LinkedIn, comments', () => {
  it('answers to answers hang under the comment above them', async () => {
    const [above, answered] = [await stage.idOf('c1'), await stage.idOf('c2')];
    const command = reply(answered, 'Il sabato è chiuso');
    const outcome = await write(command);
    assert.equal(outcome.state, 'accepted', JSON.stringify(outcome));
    assert.equal((await writings()).find(({ text }) => text === 'Il sabato è chiuso')?.parent, above);
    assert.equal((await readBack(command)).state, 'confirmed');
  });

  it('closing the comments deletes them all, for ever; opening brings none back', async () => {
    const { undoable, effect } = stage.adapter.capabilities['close-comments'];
    assert.equal(undoable, false);
    assert.match(effect, /elimina per sempre/);
    const { cursor } = await pull();
    const closing: Command = { type: 'close-comments', key: 'k', target: post };
    assert.equal((await write(closing)).state, 'accepted');
    assert.deepEqual(await readBack(closing), { state: 'confirmed', proof: { id: post, commentsState: 'CLOSED' } });
    const { events } = await pull(cursor);
    assert.deepEqual(events.filter(({ type }) => type === 'deleted').length, 3);
    await write({ type: 'open-comments', key: 'k', target: post });
    assert.equal((await writings()).filter((one) => one.kind === 'comment' && one.exists).length, 0);
  });

  it('is never asked to close the comments of a comment', async () => {
    const before = (await calls()).length;
    assert.equal(
      kind(await write({ type: 'close-comments', key: 'k', target: await stage.idOf('c1') })),
      'not-possible',
    );
    assert.equal((await calls()).length, before);
  });

  it('deleting a member’s comment may answer 403: then a person does it, and the desk looks', async () => {
    const target = await stage.idOf('c3');
    const removal: Command = { type: 'remove', key: 'k', target, post };
    await fault('not-yours');
    assert.equal(kind(await write(removal)), 'not-possible');
    const guide = stage.adapter.guide(stage.account, removal, null);
    assert.ok(guide.check && guide.link.startsWith('https://www.linkedin.com/feed/update/'));
    assert.equal((await readBack(removal)).state, 'absent');
    await stage.control('POST', 'states', { id: target, state: 'deleted' });
    assert.equal((await readBack(removal)).state, 'confirmed');
  });

  it('refuses where comments are closed, and waits a minute where they are too many', async () => {
    const target = await stage.idOf('c1');
    await fault('comments-disabled');
    assert.equal(kind(await write(reply(target, 'Uno'))), 'comments-disabled');
    await fault('throttled');
    const outcome = await write(reply(target, 'Due'));
    assert.ok(outcome.state === 'refused' && outcome.error.retryAfterSeconds === 60);
  });
});

describe('LinkedIn, posts', () => {
  it('little text: what would end the text is escaped, and people read it whole', async () => {
    const text = 'Orari (nuovi): <8-13> *solo* lunedì, urp@comune.example #Città_pulita {a|b} [c] ~ \\ fine';
    const command = publish({ text });
    const outcome = await write(command);
    assert.ok(outcome.state === 'accepted' && outcome.externalId?.startsWith('urn:li:share:'));
    assert.ok((await ourPosts()).some((one) => one.text === text));
    assert.equal((await readBack(command, outcome.externalId)).state, 'confirmed');
  });

  it('silent truncation: more than 3,000 characters are never sent', async () => {
    const before = (await calls()).length;
    for (const command of [
      publish({ text: 'a'.repeat(3001) }),
      { type: 'edit-post', key: 'k', target: post, text: 'a'.repeat(3001) } as const,
    ]) {
      assert.equal(kind(await write(command)), 'rejected-content');
    }
    assert.equal((await calls()).length, before);
    assert.equal((await write(publish({ text: '('.repeat(3000) }))).state, 'accepted');
  });

  it('a text that was cut is not taken for the one that was approved', async () => {
    await fault('silent-truncation');
    const command = publish({ text: 'Domani il mercato si sposta in piazza per i lavori.' });
    const outcome = await write(command);
    assert.ok(outcome.state === 'accepted');
    assert.equal((await readBack(command, outcome.externalId)).state, 'absent');
  });

  it('an answer without x-restli-id leaves the outcome unknown, and the post is found by its text', async () => {
    await fault('no-id');
    const command: Command = {
      ...publish({ text: 'Uscito senza numero' }),
      since: stage.sandbox.clock.now(),
    } as Command;
    assert.equal((await write(command)).state, 'unknown');
    const seen = await readBack(command);
    assert.ok(seen.state === 'confirmed' && seen.proof.text === 'Uscito senza numero');
  });

  it('pictures are uploaded first, step by step, and the post comes out once', async () => {
    const command = publish({ text: 'Due foto', media: [image(), { ...image(), alt: 'Da dietro' }] });
    await fault('slow-processing', { where: 'rest/images' });
    let outcome = await write(command);
    const steps: string[] = [];
    while (outcome.state === 'under-way') {
      steps.push(outcome.progress);
      assert.equal((await ourPosts()).length, 1, 'nothing shows before the end');
      outcome = await write(command, outcome.progress);
    }
    assert.equal(outcome.state, 'accepted', JSON.stringify(outcome));
    // Two uploads, and a look at what was not ready.
    assert.equal(steps.length, 3);
    assert.equal(steps[1], steps[2]);
    assert.equal((await ourPosts()).length, 2);
    assert.deepEqual(
      (await stage.control<{ writings: { media: { alt: string }[] }[] }>('GET', 'writings')).writings
        .flatMap(({ media }) => media.map(({ alt }) => alt))
        .filter(Boolean),
      ['Un punto grigio', 'Da dietro'],
    );
  });

  it('an upload whose answer was lost is done again, and nothing shows twice', async () => {
    const command = publish({ text: 'Una foto', media: [image()] });
    await fault('broken-after-effect', { where: 'dms-uploads' });
    const first = await write(command);
    assert.ok(first.state === 'under-way' && first.progress === '{"uploaded":[]}');
    const second = await write(command, first.progress);
    assert.ok(second.state === 'under-way');
    assert.equal((await write(command, second.progress)).state, 'accepted');
    assert.equal((await ourPosts()).filter(({ text }) => text === 'Una foto').length, 1);
  });

  it('says what is wrong with a file that cannot be read or processed', async () => {
    const missing = { ...image(), url: `${stage.sandbox.url}/samples/nessuna.jpg` };
    assert.equal(kind(await write(publish({ media: [missing] }))), 'rejected-content');
    const command = publish({ media: [image()] });
    const first = await write(command);
    assert.ok(first.state === 'under-way');
    await fault('processing-failed', { on: 'read' });
    assert.equal(kind(await write(command, first.progress)), 'rejected-content');
  });

  it('the same text twice is refused, in words that say so', async () => {
    await write(publish({ text: 'Allerta gialla' }));
    const again = await write(publish({ text: 'Allerta gialla' }));
    assert.ok(again.state === 'refused' && /già pubblicato lo stesso testo/.test(again.error.message));
  });
});
