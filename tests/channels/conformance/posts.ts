// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Post } from '#channels';
import { carried, done, editing, offered, onPost, publishing, refusedByNature, unlike } from './commands.ts';
import type { Opened, World } from './world.ts';

const LINK = {
  url: 'https://comune.example/avvisi/1',
  title: 'Avviso',
  description: 'Gli orari nuovi degli sportelli.',
};

type Form = 'testo' | 'immagine' | 'più immagini' | 'video' | 'collegamento';

function contentOf(form: Form, { media }: World): Post {
  const post = { text: unlike('Avviso di prova'), title: 'Avviso', media: [] };
  if (form === 'immagine') return { ...post, media: [media.image] };
  if (form === 'più immagini') return { ...post, media: [media.image, { ...media.image, alt: 'La stessa da dietro' }] };
  if (form === 'video') return { ...post, media: [media.video] };
  return form === 'collegamento' ? { ...post, link: LINK } : post;
}

/** Our own posts: published, changed, withdrawn, with comments open or closed. */
export function posts(opened: Opened): void {
  for (const form of ['testo', 'immagine', 'più immagini', 'video', 'collegamento'] as const) {
    it(`publish, ${form}: comes out as it was written, or the network cannot`, async (test) => {
      const world = opened();
      const content = contentOf(form, world);
      const order = publishing(content);
      if (!offered(world, order)) return refusedByNature(world, order);
      const pictures = content.media.filter(({ kind }) => kind === 'image').length;
      if (pictures > world.adapter.limits.images) return test.skip('one picture only');
      await done(world, order);
      const [latest] = await world.ourPosts();
      assert.ok(latest, 'nothing came out');
      assert.ok(latest.text.includes(content.text), latest.text);
      assert.deepEqual(
        latest.media.map(({ kind }) => kind),
        content.media.map(({ kind }) => kind),
      );
      if (content.link !== undefined) assert.ok([latest.link, latest.text].some((one) => one?.includes(LINK.url)));
    });
  }

  const writable = (world: World): Post => {
    const text = contentOf('testo', world);
    if (offered(world, publishing(text))) return text;
    const image = contentOf('immagine', world);
    return offered(world, publishing(image)) ? image : contentOf('video', world);
  };

  it('publish: describes pictures for those who cannot see them, where the network keeps it', async (test) => {
    const world = opened();
    const order = publishing(contentOf('immagine', world));
    if (!offered(world, order)) return test.skip('no pictures here');
    await done(world, order);
    const [latest] = await world.ourPosts();
    const [picture] = latest?.media ?? [];
    if (picture?.alt === '') return test.skip('the network keeps no alternative text');
    assert.equal(picture?.alt, world.media.image.alt);
  });

  it('publish: what is too long is refused before it is sent', async () => {
    const world = opened();
    const text = 'a'.repeat(world.adapter.limits.postLength + 1);
    const outcome = await carried(world, publishing({ ...writable(world), text }));
    assert.equal(outcome.state === 'refused' && outcome.error.kind, 'rejected-content', JSON.stringify(outcome));
  });

  it('publish: after a lost answer, reading back finds it and nothing comes out twice', async () => {
    const world = opened();
    const content = writable(world);
    const order = { ...publishing(content), since: new Date(Date.now() - 60_000) };
    await world.loseNextAnswer('after-effect');
    const outcome = await carried(world, order);
    if (outcome.state === 'unknown') {
      const seen = await world.adapter.readBack(world.account, order);
      // A step that only prepared something shows nothing: then it may be done again.
      if (seen.state !== 'confirmed') assert.equal((await carried(world, order)).state, 'accepted');
    }
    const same = (await world.ourPosts()).filter(({ text }) => text.includes(content.text));
    assert.equal(same.length, 1, JSON.stringify(outcome));
  });

  it('edit-post, remove-post: do what they declare, or say that they cannot', async () => {
    const world = opened();
    const id = await done(world, publishing(writable(world)));
    assert.ok(id);
    const text = unlike('Avviso corretto');
    const edit = editing(id, text);
    if (offered(world, edit)) {
      await done(world, edit);
      assert.ok((await world.ourPosts()).find((one) => one.id === id)?.text.includes(text));
    } else await refusedByNature(world, edit);
    const removal = onPost('remove-post', id);
    if (!offered(world, removal)) return refusedByNature(world, removal);
    await done(world, removal);
    assert.equal(
      (await world.ourPosts()).find((one) => one.id === id),
      undefined,
    );
  });

  it('close-comments: closes and opens the comments of a post, or says that it cannot', async () => {
    const world = opened();
    const id = await done(world, publishing(writable(world)));
    assert.ok(id);
    const closing = onPost('close-comments', id);
    if (!offered(world, closing)) return refusedByNature(world, closing);
    assert.equal(await world.commentsAreOpen(id), true);
    await done(world, closing);
    assert.equal(await world.commentsAreOpen(id), false);
    await done(world, onPost('open-comments', id));
    assert.equal(await world.commentsAreOpen(id), true);
  });

  it('restrict-comments: a post that nobody may comment, or it says that it cannot', async () => {
    const world = opened();
    const order = publishing({ ...writable(world), comments: 'nobody' });
    if (world.adapter.capabilities['restrict-comments'].how !== 'api') {
      const outcome = await carried(world, order);
      assert.equal(outcome.state === 'refused' && outcome.error.kind, 'not-possible', JSON.stringify(outcome));
      return;
    }
    const id = await done(world, order);
    assert.equal(await world.commentsAreOpen(id ?? ''), false);
  });
}
