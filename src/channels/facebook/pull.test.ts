// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { manualClock } from '#kernel';
import type { Graph } from '../core/graph.ts';
import type { ConnectedAccount } from '../port.ts';
import { pull } from './pull.ts';

// Shapes that the simulated Facebook never gives.

const PAGE = '700';
const NOW = new Date('2026-11-22T10:00:07Z');
const DATED = '2026-11-22T09:00:00Z';
const account: ConnectedAccount = {
  externalId: PAGE,
  handle: 'prova',
  baseUrl: 'https://graph.invalid',
  credentials: {},
};
const comment = (id: unknown, more: object = {}) => ({ id, message: `testo ${id}`, created_time: 1790000000, ...more });
const broken = (id: unknown) => comment(id, { created_time: 'mai' });

/** A page with the given posts; answers bear a date unless told otherwise. */
const graphOf =
  (posts: readonly object[], { dated = true, rest = [] as readonly unknown[] } = {}): Graph =>
  async (_method, path) => {
    const headers = new Headers(dated ? { date: new Date(DATED).toUTCString() } : {});
    const edges: Record<string, object> = { me: { id: PAGE }, [`${PAGE}/published_posts`]: { data: posts } };
    const body = path.endsWith('/comments') ? { data: rest } : (edges[path] ?? { data: [] });
    return { kind: 'answer', body, headers };
  };

const read = (graph: Graph) => pull({ graph, clock: manualClock(NOW) }, account, null);
const post = (data: readonly unknown[], more: object = {}) => ({ ...comment('700_1'), comments: { data, ...more } });

it('tells texts and whole threads as they were when the reading began', async () => {
  for (const [dated, seenAt] of [
    [true, new Date(DATED)],
    [false, NOW],
  ] as const) {
    const { events, wholeThreads } = await read(graphOf([post([comment('1_2')])], { dated }));
    assert.deepEqual(
      events.map((event) => [event.externalId, 'seenAt' in event && event.seenAt]),
      [['1_2', seenAt]],
    );
    assert.deepEqual(wholeThreads, [{ postExternalId: '700_1', seenAt, itemExternalIds: ['1_2'] }]);
  }
});

it('passes over what has not the shape of a comment, and never takes it for gone', async () => {
  const { events, wholeThreads, unreadable } = await read(graphOf([post([comment('1_2'), broken('1_3')])]));
  assert.deepEqual(
    events.map(({ externalId }) => externalId),
    ['1_2'],
  );
  assert.deepEqual(wholeThreads?.[0]?.itemExternalIds, ['1_2', '1_3']);
  assert.equal(unreadable, 1);
});

it('does not call a thread whole where something in it has not even an id', async () => {
  const { events, wholeThreads, unreadable } = await read(graphOf([post([comment('1_2'), null, 'ciao'])]));
  assert.equal(events.length, 1);
  assert.deepEqual(wholeThreads, []);
  assert.equal(unreadable, 2);
});

it('goes on beyond them, in long threads and among posts, and counts each once', async () => {
  const first = post([comment('1_2'), broken('1_3')], { paging: { next: 'https://graph.invalid/', cursors: {} } });
  const graph = graphOf([broken('700_9'), first], {
    rest: [comment('1_2'), broken('1_3'), broken('1_4'), comment('1_5')],
  });
  const { events, wholeThreads, unreadable } = await read(graph);
  assert.deepEqual(events.map(({ externalId }) => externalId).sort(), ['1_2', '1_5']);
  assert.deepEqual(wholeThreads?.[0]?.itemExternalIds.toSorted(), ['1_2', '1_3', '1_4', '1_5']);
  assert.equal(unreadable, 3);
});
