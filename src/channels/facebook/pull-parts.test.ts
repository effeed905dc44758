// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { manualClock } from '#kernel';
import type { Graph, GraphAnswer, Parameters } from '../core/graph.ts';
import type { ConnectedAccount } from '../port.ts';
import { pull } from './pull.ts';

// What a pull reads besides the recent threads: mentions, private messages, older posts.

const PAGE = '700';
const START = Date.parse('2026-11-22T10:00:00Z') / 1000;
const account: ConnectedAccount = { externalId: PAGE, handle: 'p', baseUrl: 'https://graph.invalid', credentials: {} };

type Edges = Readonly<Record<string, unknown>>;
type Called = readonly [string, Parameters];

/** A page whose edges answer with the given bodies, and where it is a given time. */
function page(edges: Edges, { at = START, headers = {} }: { at?: number; headers?: Record<string, string> } = {}) {
  const calls: Called[] = [];
  const graph: Graph = async (_method, path, parameters = {}) => {
    calls.push([path, parameters]);
    const body = path === 'me' ? { id: PAGE } : (edges[path] ?? { data: [] });
    if (typeof body === 'object' && 'refused' in body) {
      return { kind: 'refused', error: body.refused, status: 403, headers: new Headers() } as GraphAnswer;
    }
    return { kind: 'answer', body, headers: new Headers({ date: new Date(at * 1000).toUTCString(), ...headers }) };
  };
  const read = (cursor: string | null = null) => pull({ graph, clock: manualClock(new Date(0)) }, account, cursor);
  return { calls, read };
}

const message = (id: string, at: number, from = '5001') => ({
  id,
  from: { id: from, name: from === PAGE ? 'Comune' : 'Ada Prova' },
  message: `testo ${id}`,
  created_time: at,
});
const conversation = (messages: readonly object[], more: object = {}) => ({
  id: 't_1',
  link: '/700/inbox/1/',
  updated_time: START - 10,
  participants: {
    data: [
      { id: '5001', name: 'Ada Prova' },
      { id: PAGE, name: 'Comune' },
    ],
  },
  messages: { data: messages, ...more },
});

describe('private messages', () => {
  it('are read with their conversation, ours too', async () => {
    const messages = [message('m_2', START - 10, PAGE), message('m_1', START - 20)];
    const { events } = await page({ '700/conversations': { data: [conversation(messages)] } }).read();
    const told = events.map(
      (event) => 'text' in event && [event.externalId, event.own, event.conversation, event.permalink],
    );
    const inbox = 'https://www.facebook.com/700/inbox/1/';
    assert.deepEqual(told, [
      ['m_1', false, '5001', inbox],
      ['m_2', true, '5001', inbox],
    ]);
  });

  it('of a long conversation are read back to the previous reading', async () => {
    const edges = {
      '700/conversations': {
        data: [
          conversation([message('m_9', START - 10)], {
            paging: { next: 'https://graph.invalid/', cursors: { after: 'dopo' } },
          }),
        ],
      },
      't_1/messages': { data: [message('m_8', START - 100), message('m_1', START - 30 * 86_400)] },
    };
    const { calls, read } = page(edges);
    const { events } = await read();
    assert.deepEqual(
      events.map(({ externalId }) => externalId),
      ['m_8', 'm_9'],
    );
    const [, parameters] = calls.find(([path]) => path === 't_1/messages') ?? [];
    assert.equal(parameters?.after, 'dopo');
  });

  it('are the only thing that stops where their permission is missing, and nothing of them is skipped', async () => {
    for (const refused of [{ code: 10 }, { code: 200 }]) {
      const edges = { '700/tagged': { data: [{ id: '900_1', message: 'Il Comune!', created_time: START - 60 }] } };
      const without = await page({ ...edges, '700/conversations': { refused } }).read();
      assert.deepEqual(
        without.events.map(({ externalId }) => externalId),
        ['900_1'],
      );
      const later = START + 6 * 86_400;
      const messages = [message('m_1', START - 20)];
      const moved = { ...conversation(messages), updated_time: START - 20 };
      const again = await page({ '700/conversations': { data: [moved] } }, { at: later }).read(without.cursor);
      assert.deepEqual(
        again.events.map(({ externalId }) => externalId),
        ['m_1'],
      );
    }
  });
});

describe('mentions', () => {
  it('are read from the posts that name the Page; of ours and of those on the Page nothing is told twice', async () => {
    const post = (id: string, from: string) => ({
      id,
      from: { id: from, name: 'X' },
      message: id,
      created_time: START - 60,
    });
    const { events } = await page({
      '700/visitor_posts': { data: [post('700_5', '999')] },
      '700/tagged': { data: [post('700_5', '999'), post('900_1', '998'), post('700_6', PAGE)] },
    }).read();
    assert.deepEqual(
      events.map((event) => 'kind' in event && [event.externalId, event.kind]),
      [
        ['700_5', 'visitor-post'],
        ['900_1', 'mention'],
      ],
    );
  });
});

describe('the age ladder', () => {
  const old = { id: '700_1', created_time: START - 300 * 86_400, message: 'Di un anno fa' };
  const fresh = { id: '1_9', message: 'Ancora?', created_time: START - 60 };

  it('older posts are looked at once a day, for what came since', async () => {
    const first = await page({}).read();
    const later = START + 86_400;
    const edges = { '700/published_posts': { data: [{ ...old, comments: { data: [fresh] } }] } };
    const { calls, read } = page(edges, { at: later });
    const hourly = page({}, { at: START + 3600 });
    await hourly.read(first.cursor);
    const since = (called: readonly Called[]) =>
      called.filter(([, { fields }]) => /\.since\(/.test(`${fields}`)).length;
    assert.equal(since(hourly.calls), 0);
    const second = await read(first.cursor);
    assert.equal(since(calls), 1);
    const third = page({}, { at: later + 3600 });
    await third.read(second.cursor);
    assert.equal(since(third.calls), 0);
  });

  it('what can wait is left for later when the allowance wears out, and the wait is told', async () => {
    const headers = { 'x-app-usage': JSON.stringify({ call_count: 95 }) };
    const { calls, read } = page({}, { headers });
    const { waitSeconds } = await read();
    assert.equal(waitSeconds, 900);
    assert.ok(!calls.some(([path]) => /conversations|tagged/.test(path)));
  });
});

it('a cursor of before there were messages and mentions is read on from', async () => {
  const cursor = JSON.stringify({ at: START - 100, round: 5, hidden: ['1_2'] });
  const { events } = await page({}).read(cursor);
  assert.deepEqual(events, []);
});
