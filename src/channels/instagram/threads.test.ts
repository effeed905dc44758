// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { manualClock } from '#kernel';
import type { Graph } from '../core/graph.ts';
import { pull } from './pull.ts';
import { isDue } from './threads.ts';

const DAY = 86_400;
const NOW = 1790000000;
const post = (days: number, comments = 3) => ({
  comments_count: comments,
  timestamp: new Date((NOW - days * DAY) * 1000),
});
const read = (secondsAgo: number) => ({ comments: 3, readAt: NOW - secondsAgo, wholeAt: NOW - secondsAgo });

it('the older a post, the more rarely its unchanged thread is read', () => {
  const ladder: [number, number][] = [
    [1, 900],
    [6, 900],
    [8, 3600],
    [59, 3600],
    [61, DAY],
    [900, DAY],
  ];
  for (const [days, seconds] of ladder) {
    assert.equal(isDue(post(days), read(seconds), NOW), true, `${days} days`);
    assert.equal(isDue(post(days), read(seconds - 1), NOW), false, `${days} days`);
  }
});

it('a new post, and one whose comments changed in number, are read at once', () => {
  assert.equal(isDue(post(900), undefined, NOW), true);
  assert.equal(isDue(post(900, 4), read(1), NOW), true);
  assert.equal(isDue(post(900, 2), read(1), NOW), true);
});

const AT = '2026-11-22T10:00:00+0000';
const comment = (id: unknown, more: object = {}) => ({ id, text: `testo ${id}`, timestamp: AT, ...more });
const account = { externalId: '7', handle: 'ente', baseUrl: 'https://graph.invalid', credentials: {} };

/** An account with one post and the given comments. */
const graphOf =
  (comments: readonly unknown[]): Graph =>
  async (_method, path) => {
    const edges: Record<string, object> = {
      '7': { id: '7', username: 'ente' },
      '7/media': { data: [{ id: '70', comments_count: comments.length, timestamp: AT }] },
      '70/comments': { data: comments },
    };
    return { kind: 'answer', body: edges[path] ?? { data: [] }, headers: new Headers() };
  };
const reading = (comments: readonly unknown[]) =>
  pull({ graph: graphOf(comments), clock: manualClock(new Date(NOW * 1000)) }, account, null);

it('passes over what has not the shape of a comment, and never takes it for gone', async () => {
  const replies = { data: [comment('3', { timestamp: 'mai' }), comment('4')] };
  const { events, wholeThreads, unreadable } = await reading([
    comment('1', { replies }),
    comment('2', { timestamp: 'mai' }),
  ]);
  assert.deepEqual(events.map(({ externalId }) => externalId).sort(), ['1', '4']);
  assert.deepEqual(wholeThreads?.[0]?.itemExternalIds.toSorted(), ['1', '2', '3', '4']);
  assert.equal(unreadable, 2);
});

it('does not call a thread whole where something in it has not even an id', async () => {
  const { wholeThreads, unreadable } = await reading([comment('1'), 'ciao']);
  assert.deepEqual([wholeThreads, unreadable], [[], 1]);
});

it('knows our own comments by number or by name, and keeps apart who is told by name alone', async () => {
  const { events } = await reading([
    comment('1', { from: { id: '7' } }),
    comment('2', { username: 'Ente' }),
    comment('3', { username: 'altri' }),
    comment('4'),
  ]);
  const told = events.flatMap((event) => ('author' in event ? [[event.own, event.author?.externalId ?? null]] : []));
  assert.deepEqual(told, [
    [true, '7'],
    [true, '@Ente'],
    [false, '@altri'],
    [false, null],
  ]);
});
