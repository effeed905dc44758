// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Command, Media, Post, WriteOutcome } from '#channels';
import { openStage, PAGE, type Stage } from './facebook-world.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.sandbox.close());

const fault = (name: string, more: object = {}) => stage.control('POST', 'faults', { fault: name, ...more });
const media = (kind: Media['kind'], alt = 'Un cartello'): Media => {
  const [file, type] = kind === 'image' ? ['image.jpg', 'image/jpeg'] : ['video.mp4', 'video/mp4'];
  return { kind, type, alt, url: `${stage.sandbox.url}/samples/${file}` };
};
const publishing = (content: Partial<Post>, more: { since?: Date } = {}): Command => ({
  ...{ type: 'publish', key: 'k', ...more },
  content: { text: 'Avviso di prova', media: [], ...content },
});
const write = (order: Command, progress?: string) => stage.adapter.write(stage.account, order, progress);
const readBack = (order: Command, id?: string) => stage.adapter.readBack(stage.account, order, id);

async function carried(order: Command): Promise<WriteOutcome> {
  let outcome = await write(order);
  while (outcome.state === 'under-way') outcome = await write(order, outcome.progress);
  return outcome;
}

interface Written {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly own: boolean;
  readonly media: readonly { alt: string | null }[];
}
const posts = async (): Promise<Written[]> => {
  const { writings } = await stage.control('GET', 'writings');
  return (writings as Written[]).filter(({ kind, own }) => kind === 'post' && own);
};

describe('publishing on a Facebook page', () => {
  it('pictures keep their order and what each shows', async () => {
    const order = publishing({ media: [media('image', 'Prima'), media('image', 'Seconda'), media('image', 'Terza')] });
    assert.equal((await carried(order)).state, 'accepted');
    assert.deepEqual(
      (await posts()).at(-1)?.media.map(({ alt }) => alt),
      ['Prima', 'Seconda', 'Terza'],
    );
  });

  it('a crash between two pictures repeats nothing that can be seen', async () => {
    const order = publishing({ media: [media('image'), media('image')] });
    const before = (await posts()).length;
    const first = await write(order);
    assert.equal(first.state, 'under-way');
    assert.equal((await posts()).length, before);
    // The desk died before it wrote down where it was: it begins again.
    assert.equal((await carried(order)).state, 'accepted');
    assert.equal((await posts()).length, before + 1);
  });

  it('a lost answer in the middle is doubtful, and reading back shows that nothing came out', async () => {
    const order = publishing({ media: [media('image'), media('image')] }, { since: new Date() });
    await fault('broken-after-effect', { where: 'photos' });
    assert.equal((await write(order)).state, 'unknown');
    assert.equal((await readBack(order)).state, 'absent');
  });

  it('a picture that Facebook cannot fetch is refused, and nothing comes out', async () => {
    const nowhere = { ...media('image'), url: `${stage.sandbox.url}/non-esiste.jpg` };
    const outcome = await write(publishing({ media: [nowhere] }));
    assert.ok(outcome.state === 'refused' && outcome.error.kind === 'rejected-content');
  });

  it('a video that is being worked on is neither there nor absent', async () => {
    const order = publishing({ media: [media('video')] }, { since: new Date() });
    await fault('broken-after-effect', { where: 'videos' });
    assert.equal((await write(order)).state, 'unknown');
    const seen = await readBack(order);
    assert.ok(seen.state === 'pending' && seen.error?.code === 'video-in-the-making');
    await readBack(order);
    assert.equal((await readBack(order)).state, 'confirmed');
    assert.equal((await posts()).filter(({ text }) => text === 'Avviso di prova').length, 1);
  });

  it('a video that cannot be made ready is refused', async () => {
    await fault('video-fails');
    const outcome = await carried(publishing({ media: [media('video')] }));
    assert.ok(outcome.state === 'refused' && outcome.error.code === 'video-failed');
  });

  it('a text that Facebook cut without saying so is not taken for ours, and is not repeated', async () => {
    await fault('silent-truncation');
    const order = publishing({ text: 'Un testo lungo. '.repeat(20).trim() });
    const outcome = await write(order);
    assert.ok(outcome.state === 'accepted');
    const seen = await readBack(order, outcome.externalId);
    assert.ok(seen.state === 'pending' && seen.error?.code === 'other-text');
  });

  it('an older post with the same words is another one', async () => {
    const order = publishing({});
    assert.equal((await write(order)).state, 'accepted');
    const later = publishing({}, { since: new Date(Date.now() + 120_000) });
    assert.equal((await readBack(later)).state, 'absent');
    assert.equal((await readBack(order)).state, 'confirmed');
  });

  it('a change of text never falls on a visitor’s post, though its name begins with ours', async () => {
    const target = await stage.idOf('v1');
    assert.ok(target.startsWith(PAGE.id));
    const outcome = await write({ type: 'edit-post', key: 'k', target, text: 'Parole nostre' });
    assert.ok(outcome.state === 'refused' && outcome.error.code === 'not-ours');
    assert.equal((await stage.control('GET', `writings/${target}`)).text, 'Il lampione è spento');
  });

  it('a refusal that means «nobody may hide this» is not taken for a lost role', async () => {
    const { id } = await stage.control('POST', 'writings', {
      ...{ account: PAGE.id, post: await stage.idOf('p1'), author: PAGE.name, text: 'Nostro' },
    });
    const outcome = await write({ type: 'hide', key: 'k', target: `${id}`, post: null });
    assert.ok(outcome.state === 'refused' && outcome.error.kind === 'not-possible');
  });
});
