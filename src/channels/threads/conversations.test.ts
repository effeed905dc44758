// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { manualClock } from '#kernel';
import type { Graph, GraphAnswer } from '../core/graph.ts';
import { isDue } from './conversations.ts';
import { pull } from './pull.ts';

const DAY = 86_400;
const NOW = 1790000000;
const known = (secondsAgo: number) => ({ readAt: NOW - secondsAgo, replies: 1, approvals: false, askedAt: NOW });

it('the older a post, the more rarely its conversation is read', () => {
  const ladder: [number, number][] = [
    [1, 0],
    [3, 900],
    [30, 3600],
    [61, DAY],
  ];
  for (const [days, seconds] of ladder) {
    const post = { timestamp: new Date((NOW - days * DAY) * 1000) };
    assert.equal(isDue(post, known(seconds), NOW), true, `${days} days`);
    if (seconds > 0) assert.equal(isDue(post, known(seconds - 1), NOW), false, `${days} days`);
  }
  assert.equal(isDue({ timestamp: new Date(0) }, undefined, NOW), true);
});

const AT = '2026-11-22T10:00:00+0000';
const reply = (id: string, more: object = {}) => ({
  ...{ id, text: `testo ${id}`, timestamp: AT, username: 'utente', hide_status: 'NOT_HUSHED' },
  ...more,
});
const account = { externalId: '7', handle: 'ente', baseUrl: 'https://graph.invalid', credentials: {} };
const refusal = (code: number): GraphAnswer => ({
  kind: 'refused',
  error: { code },
  status: 400,
  headers: new Headers(),
});

/** An account with one post, and what its edges answer. */
const graphOf =
  (edges: Readonly<Record<string, object | number>>): Graph =>
  async (_method, path) => {
    const all: Record<string, object | number> = {
      me: { id: '7', username: 'ente' },
      'me/threads': { data: [{ id: '70', text: 'Post', timestamp: AT }] },
      ...edges,
    };
    const body = all[path] ?? { data: [] };
    return typeof body === 'number' ? refusal(body) : { kind: 'answer', body, headers: new Headers() };
  };
const reading = (edges: Readonly<Record<string, object | number>>) =>
  pull({ graph: graphOf(edges), clock: manualClock(new Date(NOW * 1000)) }, account, null);

it('what waits may also stand in the conversation: it is told once, as waiting', async () => {
  const { events, wholeThreads } = await reading({
    '70/conversation': { data: [reply('1'), reply('2')] },
    '70/pending_replies': { data: [reply('2', { reply_approval_status: 'pending' })] },
  });
  assert.deepEqual(events.map(({ type, externalId }) => `${type} ${externalId}`).sort(), [
    'held 2',
    'written 1',
    'written 2',
  ]);
  assert.deepEqual(wholeThreads?.[0]?.itemExternalIds, ['1', '2']);
});

it('whatever takes a reply out of sight is told as hidden', async () => {
  const states = ['NOT_HUSHED', 'UNHUSHED', 'HIDDEN', 'COVERED', 'BLOCKED', 'RESTRICTED'];
  const data = states.map((hide_status, index) => reply(`${index}`, { hide_status }));
  const { events } = await reading({ '70/conversation': { data }, '70/pending_replies': 100 });
  const hidden = events.filter(({ type }) => type === 'hidden').map(({ externalId }) => states[Number(externalId)]);
  assert.deepEqual(hidden, ['HIDDEN', 'COVERED', 'BLOCKED', 'RESTRICTED']);
});

it('passes over what has not the shape of a reply, and never takes it for gone', async () => {
  const data = [reply('1'), reply('2', { timestamp: 'mai' })];
  const { wholeThreads, unreadable } = await reading({ '70/conversation': { data }, '70/pending_replies': 100 });
  assert.deepEqual(wholeThreads?.[0]?.itemExternalIds, ['1', '2']);
  assert.equal(unreadable, 1);
  const nameless = await reading({ '70/conversation': { data: [reply('1'), 'ciao'] }, '70/pending_replies': 100 });
  assert.deepEqual(nameless.wholeThreads, []);
});

it('without the permission for mentions replies are still read; a dead token is another matter', async () => {
  const edges = { '70/conversation': { data: [reply('1')] }, '70/pending_replies': 100 };
  const { events } = await reading({ ...edges, 'me/mentions': 10 });
  assert.equal(events.length, 1);
  await assert.rejects(reading({ ...edges, 'me/mentions': 190 }));
});

it('asked to slow down half-way, it keeps what it read and stays at the same reading', async () => {
  const posts = { data: ['70', '71'].map((id) => ({ id, timestamp: AT })) };
  const { events, waitSeconds, cursor } = await reading({
    'me/threads': posts,
    '70/conversation': { data: [reply('1')] },
    '70/pending_replies': 100,
    '71/conversation': 4,
  });
  assert.deepEqual(
    events.map(({ externalId }) => externalId),
    ['1'],
  );
  assert.equal(waitSeconds, 900);
  assert.deepEqual([JSON.parse(cursor).round, Object.keys(JSON.parse(cursor).threads)], [0, ['70']]);
});
