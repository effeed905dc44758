// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Graph, Parameters } from '../core/graph.ts';
import type { Command } from '../port.ts';
import type { Acting } from './acting.ts';
import { write } from './write.ts';

const PAGE = '700';
const NOW = new Date('2026-11-22T10:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

interface Called {
  readonly call: string;
  readonly parameters: Parameters;
}

/** Answers each call with the next of the bodies, and remembers what was asked. */
function acting(bodies: readonly unknown[], more: Partial<Acting> = {}): Acting & { readonly calls: Called[] } {
  const calls: Called[] = [];
  const graph: Graph = async (method, path, parameters = {}) => {
    calls.push({ call: `${method} ${path}`, parameters });
    return { kind: 'answer', body: bodies[calls.length - 1], headers: new Headers() };
  };
  return { graph, pageId: PAGE, now: NOW, humanAgent: false, calls, ...more };
}

const answer = (writtenAt: Date, more: Partial<Extract<Command, { type: 'answer-message' }>> = {}): Command => ({
  type: 'answer-message',
  key: 'k',
  target: 'm_1',
  post: '5001',
  text: 'Buongiorno',
  writtenAt,
  ...more,
});

describe('an answer to a private message', () => {
  it('is a response within 24 hours, to the person and not to the message', async () => {
    const page = acting([{ recipient_id: '5001', message_id: 'm_2' }]);
    assert.deepEqual(await write(page, answer(hoursAgo(23))), { state: 'accepted', externalId: 'm_2' });
    assert.deepEqual(page.calls, [
      {
        call: 'POST 700/messages',
        parameters: { recipient: { id: '5001' }, message: { text: 'Buongiorno' }, messaging_type: 'RESPONSE' },
      },
    ]);
  });

  it('is not sent after 24 hours: the window is closed', async () => {
    const page = acting([]);
    const outcome = await write(page, answer(hoursAgo(24)));
    assert.ok(outcome.state === 'refused' && outcome.error.kind === 'window-closed');
    assert.deepEqual(page.calls, []);
  });

  it('goes on for 7 days only where Meta granted to answer as a person', async () => {
    const page = acting([{ message_id: 'm_2' }], { humanAgent: true });
    assert.equal((await write(page, answer(hoursAgo(100)))).state, 'accepted');
    const { messaging_type: type, tag } = page.calls[0]?.parameters ?? {};
    assert.deepEqual([type, tag], ['MESSAGE_TAG', 'HUMAN_AGENT']);
    const late = await write(page, answer(hoursAgo(169)));
    assert.ok(late.state === 'refused' && late.error.kind === 'window-closed');
  });

  it('is not sent where nobody is named to send it to, or where it is too long', async () => {
    const page = acting([]);
    const nowhere = await write(page, answer(NOW, { post: null }));
    const long = await write(page, answer(NOW, { text: 'a'.repeat(2001) }));
    assert.ok(nowhere.state === 'refused' && nowhere.error.kind === 'not-possible');
    assert.ok(long.state === 'refused' && long.error.kind === 'rejected-content');
    assert.deepEqual(page.calls, []);
  });

  it('that was sent without being named leaves the outcome unknown', async () => {
    assert.equal((await write(acting([{ recipient_id: '5001' }]), answer(NOW))).state, 'unknown');
  });
});

describe('a change to a text', () => {
  const edit: Command = { type: 'edit-post', key: 'k', target: '700_1', text: 'Nuovo testo' };

  it('is made where the Page wrote it', async () => {
    const page = acting([{ id: '700_1', from: { id: PAGE, name: 'Comune' } }, { success: true }]);
    assert.deepEqual(await write(page, edit), { state: 'accepted' });
    assert.deepEqual(page.calls[1], { call: 'POST 700_1', parameters: { message: 'Nuovo testo' } });
  });

  it('never falls on the words of a citizen, whose post on the Page is named just like ours', async () => {
    for (const from of [{ id: '999', name: 'Ada Prova' }, undefined]) {
      const page = acting([{ id: '700_1', from }]);
      const outcome = await write(page, edit);
      assert.ok(outcome.state === 'refused' && outcome.error.code === 'not-ours');
      assert.equal(page.calls.length, 1);
    }
  });
});

describe('a ban', () => {
  const ban: Command = { type: 'ban', key: 'k', target: '999', post: null };

  it('is set on the Page, and believed only where Facebook says so of that person', async () => {
    const page = acting([{ '999': true }]);
    assert.equal((await write(page, ban)).state, 'accepted');
    assert.deepEqual(page.calls, [{ call: 'POST 700/blocked', parameters: { user: ['999'] } }]);
    const refused = await write(acting([{ '999': false }]), ban);
    assert.ok(refused.state === 'refused' && refused.error.kind === 'not-possible');
    assert.equal((await write(acting([{ success: true }]), ban)).state, 'unknown');
  });

  it('is taken back on the Page', async () => {
    const page = acting([{ success: true }]);
    assert.equal((await write(page, { ...ban, type: 'unban' })).state, 'accepted');
    assert.deepEqual(page.calls, [{ call: 'DELETE 700/blocked', parameters: { user: '999' } }]);
  });
});

it('calls nobody for what only a person can do', async () => {
  const page = acting([]);
  const orders: Command[] = [
    { type: 'report', key: 'k', target: '1_2', post: '700_1', reason: 'spam', text: 'Pubblicità' },
    { type: 'close-comments', key: 'k', target: '700_1' },
    { type: 'open-comments', key: 'k', target: '700_1' },
    { type: 'approve', key: 'k', target: '1_2', post: '700_1' },
  ];
  for (const order of orders) {
    const outcome = await write(page, order);
    assert.ok(outcome.state === 'refused' && outcome.error.kind === 'not-possible', order.type);
  }
  assert.deepEqual(page.calls, []);
});
