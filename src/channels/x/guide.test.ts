// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COMMAND_TYPES } from '../contract.ts';
import type { Command } from '../port.ts';
import { nextDay } from './check.ts';
import { queriesOf } from './conversations.ts';
import { guide } from './guide.ts';
import { QUERY_LENGTH } from './limits.ts';
import { conversationPath, participantOf } from './write.ts';

const ACCOUNT = { externalId: '111', handle: 'ente' };

const commandOf = (type: (typeof COMMAND_TYPES)[number]): Command =>
  ({
    ...{ key: 'k', type, target: '222', post: '111-222', text: 'Testo', reason: 'spam', writtenAt: new Date(0) },
    content: { text: 'Testo', media: [] },
  }) as Command;

describe('what is done by hand on X', () => {
  for (const type of COMMAND_TYPES) {
    it(`${type}: leads to X, in two to five steps`, () => {
      const { link, steps } = guide(ACCOUNT, commandOf(type), null);
      assert.match(link, /^https:\/\/x\.com\/\S+$/);
      assert.ok(steps.length >= 2 && steps.length <= 5, `${steps.length} steps`);
      for (const step of steps) assert.match(step, /^[A-Z].*\.$/);
    });
  }

  it('a report bears the four elements of a notice', () => {
    const said = guide(ACCOUNT, commandOf('report'), null).steps.join(' ');
    for (const element of [/perché/, /indirizzo esatto/, /nome e l’indirizzo e-mail/, /buona fede/])
      assert.match(said, element);
  });

  it('uses the address that is known', () => {
    const permalink = 'https://x.com/ada/status/222';
    assert.equal(guide(ACCOUNT, commandOf('hide'), permalink).link, permalink);
  });
});

describe('addresses and numbers of X', () => {
  it('names the other person of a conversation of two, and no one of a group', () => {
    assert.deepEqual(
      ['111-222', '222-111', '1234567890123456'].map((one) => participantOf(one, '111')),
      ['222', '222', null],
    );
    assert.equal(conversationPath('1234567890123456', '111'), 'dm_conversations/1234567890123456');
  });

  it('asks for as many conversations at once as a query holds', () => {
    const roots = Array.from({ length: 40 }, (_, index) => `${2_060_000_000_000_000_000n + BigInt(index)}`);
    const queries = queriesOf(roots);
    assert.ok(queries.every(({ length }) => length <= QUERY_LENGTH));
    assert.equal(queries.join(' OR '), roots.map((id) => `conversation_id:${id}`).join(' OR '));
    assert.deepEqual(queriesOf([]), []);
  });

  it('says when the month of reads begins anew', () => {
    const next = (day: number, now: string): string => nextDay(day, new Date(now)).toISOString().slice(0, 10);
    assert.equal(next(14, '2026-11-13T10:00:00Z'), '2026-11-14');
    assert.equal(next(14, '2026-11-14T10:00:00Z'), '2026-12-14');
    assert.equal(next(31, '2027-02-01T00:00:00Z'), '2027-02-28');
    assert.equal(next(1, '2026-12-31T23:00:00Z'), '2027-01-01');
  });
});
