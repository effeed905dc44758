// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Graph, GraphAnswer, Parameters } from '../core/graph.ts';
import type { Media, Post, WriteOutcome } from '../port.ts';
import { publish } from './publish.ts';

const photo = (name: string): Media => ({
  kind: 'image',
  url: `https://comune.example/${name}.jpg`,
  type: 'image/jpeg',
  alt: `Descrizione di ${name}`,
});
const video: Media = { kind: 'video', url: 'https://comune.example/v.mp4', type: 'video/mp4', alt: '' };
const post = (more: Partial<Post> = {}): Post => ({ text: 'Avviso', media: [], ...more });

function page(bodies: readonly (object | GraphAnswer)[]) {
  const calls: (readonly [string, Parameters])[] = [];
  const graph: Graph = async (method, path, parameters = {}) => {
    calls.push([`${method} ${path}`, parameters]);
    const body = bodies[calls.length - 1];
    if (body !== undefined && 'kind' in body) return body;
    return { kind: 'answer', body, headers: new Headers() };
  };
  const acting = { graph, pageId: '700', now: new Date(0), humanAgent: false };
  const step = (content: Post, progress?: string) => publish(acting, { type: 'publish', key: 'k', content }, progress);
  return { calls, step };
}

const progressOf = (outcome: WriteOutcome): string => {
  assert.equal(outcome.state, 'under-way');
  return outcome.state === 'under-way' ? outcome.progress : '';
};

describe('publishing', () => {
  it('a text and a link take one call each', async () => {
    const { calls, step } = page([{ id: '700_1' }, { id: '700_2' }]);
    const link = { url: 'https://comune.example/1', title: 'T', description: 'D' };
    assert.deepEqual(await step(post()), { state: 'accepted', externalId: '700_1' });
    assert.deepEqual(await step(post({ link })), { state: 'accepted', externalId: '700_2' });
    assert.deepEqual(calls, [
      ['POST 700/feed', { message: 'Avviso' }],
      ['POST 700/feed', { message: 'Avviso', link: link.url }],
    ]);
  });

  it('one picture goes with its words, and the post is what is told', async () => {
    const { calls, step } = page([{ id: '8001', post_id: '700_3' }]);
    const link = { url: 'https://comune.example/1', title: '', description: '' };
    assert.deepEqual(await step(post({ media: [photo('a')], link })), { state: 'accepted', externalId: '700_3' });
    assert.deepEqual(calls, [
      [
        'POST 700/photos',
        {
          url: 'https://comune.example/a.jpg',
          alt_text_custom: 'Descrizione di a',
          caption: 'Avviso\n\nhttps://comune.example/1',
        },
      ],
    ]);
  });

  it('several pictures go up one by one, unseen, and a step taken is not taken again', async () => {
    const content = post({ media: [photo('a'), photo('b')] });
    const { calls, step } = page([{ id: '8001' }, { id: '8002' }, { id: '700_4' }]);
    const first = progressOf(await step(content));
    const second = progressOf(await step(content, first));
    assert.deepEqual(await step(content, second), { state: 'accepted', externalId: '700_4' });
    assert.deepEqual(
      calls.map(([call, { url, published }]) => [call, url, published]),
      [
        ['POST 700/photos', 'https://comune.example/a.jpg', false],
        ['POST 700/photos', 'https://comune.example/b.jpg', false],
        ['POST 700/feed', undefined, undefined],
      ],
    );
    assert.deepEqual(calls[2]?.[1], {
      message: 'Avviso',
      attached_media: [{ media_fbid: '8001' }, { media_fbid: '8002' }],
    });
  });

  it('a video is sent once, and looked at until Facebook has made it ready', async () => {
    const content = post({ media: [video], title: 'Titolo' });
    const { calls, step } = page([
      { id: '9001' },
      { id: '9001', status: { video_status: 'processing' } },
      { kind: 'unclear', sent: true, code: 'timeout' },
      { id: '9001', status: { video_status: 'ready' }, post_id: '55' },
    ]);
    const sent = progressOf(await step(content));
    const processing = progressOf(await step(content, sent));
    const unheard = progressOf(await step(content, processing));
    assert.deepEqual(await step(content, unheard), { state: 'accepted', externalId: '700_55' });
    assert.deepEqual(
      calls.map(([call]) => call),
      ['POST 700/videos', 'GET 9001', 'GET 9001', 'GET 9001'],
    );
  });

  it('a video that cannot be made ready is refused, and one that is gone is doubtful', async () => {
    const content = post({ media: [video] });
    const progress = JSON.stringify({ video: '9001' });
    const failed = await page([{ id: '9001', status: { video_status: 'error' } }]).step(content, progress);
    assert.ok(failed.state === 'refused' && failed.error.kind === 'rejected-content');
    const gone = {
      kind: 'refused',
      error: { code: 100, error_subcode: 33 },
      status: 400,
      headers: new Headers(),
    } as const;
    assert.equal((await page([gone]).step(content, progress)).state, 'unknown');
  });

  it('what Facebook would cut, refuse or publish otherwise is not sent', async () => {
    const kinds: [Partial<Post>, string][] = [
      [{ text: 'a'.repeat(63_207) }, 'rejected-content'],
      [{ text: '  ' }, 'rejected-content'],
      [{ media: [photo('a'), video] }, 'rejected-content'],
      [{ media: Array.from({ length: 11 }, () => photo('a')) }, 'rejected-content'],
      [{ comments: 'nobody' }, 'not-possible'],
      [{ comments: 'after-approval' }, 'not-possible'],
    ];
    for (const [more, kind] of kinds) {
      const { calls, step } = page([]);
      const outcome = await step(post(more));
      assert.ok(outcome.state === 'refused' && outcome.error.kind === kind, JSON.stringify(more).slice(0, 80));
      assert.deepEqual(calls, []);
    }
  });

  it('an answer without a name of what was written leaves the outcome unknown', async () => {
    for (const media of [[], [photo('a')], [photo('a'), photo('b')], [video]]) {
      assert.equal((await page([{ success: true }]).step(post({ media }))).state, 'unknown');
    }
  });
});
