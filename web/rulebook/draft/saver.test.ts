// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DraftConflict, DraftDetail, DraftSaving } from '#rulebook/contract';
import { type Saver, type Saving, saverOf, type Written } from './saver.ts';

const START: Written = { name: 'Bozza', source: 'uno', changeNote: '' };
const say = (source: string): Written => ({ ...START, source });

/** A server and a clock in the hand of the test. */
function room() {
  const sent: DraftSaving[] = [];
  const states: Saving[] = [];
  let kept: { readonly revision: number; readonly written: Written } | null | undefined;
  let due: { milliseconds: number; run: () => void } | undefined;
  let answer: { resolve(draft: DraftDetail): void; reject(error: Error): void } | undefined;
  const saver: Saver = saverOf(
    { revision: 1, written: START },
    {
      send: (saving) => {
        sent.push(saving);
        return new Promise((resolve, reject) => {
          answer = { resolve, reject };
        });
      },
      keep: (unsaved) => {
        kept = unsaved;
      },
      after: (milliseconds, run) => {
        due = { milliseconds, run };
        return () => {
          due = undefined;
        };
      },
      onChange: (saving) => states.push(saving),
      conflictIn: (error) => (error instanceof Error && error.message === 'moved' ? ({} as DraftConflict) : null),
      isPassing: (error) => error instanceof Error && error.message === 'away',
    },
  );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    saver,
    sent,
    kept: () => kept,
    due: () => due?.milliseconds,
    state: () => states.at(-1)?.kind,
    pass: () => due?.run(),
    answers: async (revision: number) => {
      answer?.resolve({ revision, updatedAt: '2026-11-22T09:00:00Z' } as DraftDetail);
      await settled();
    },
    fails: async (message: string) => {
      answer?.reject(new Error(message));
      await settled();
    },
  };
}

test('what is typed is kept here at once, sent after a pause, and forgotten here only when it is there', async () => {
  const { saver, sent, kept, state, pass, answers } = room();
  saver.write(say('due'));
  assert.deepEqual(kept(), { revision: 1, written: say('due') });
  assert.equal(state(), 'waiting');
  assert.equal(sent.length, 0);
  pass();
  assert.deepEqual(sent, [{ revision: 1, ...say('due') }]);
  await answers(2);
  assert.equal(state(), 'saved');
  assert.equal(kept(), null);
});

test('what is typed while a save is under way follows on the new revision', async () => {
  const { saver, sent, kept, state, pass, answers } = room();
  saver.write(say('due'));
  pass();
  saver.write(say('tre'));
  assert.equal(sent.length, 1, 'one at a time');
  await answers(2);
  assert.deepEqual(kept(), { revision: 2, written: say('tre') });
  assert.equal(state(), 'waiting');
  pass();
  assert.equal(sent[1]?.revision, 2);
  await answers(3);
  assert.equal(state(), 'saved');
});

test('away from the server it tries again, less and less often', async () => {
  const { saver, sent, kept, state, due, pass, fails, answers } = room();
  saver.write(say('due'));
  pass();
  await fails('away');
  assert.deepEqual([state(), due()], ['unsent', 2000]);
  saver.write(say('due e mezzo'));
  assert.deepEqual(kept()?.written, say('due e mezzo'));
  pass();
  await fails('away');
  assert.equal(due(), 4000);
  pass();
  await answers(2);
  assert.equal(state(), 'saved');
  assert.equal(sent.length, 3);
});

test('a refusal for good waits for another text', async () => {
  const { saver, state, due, pass, fails } = room();
  saver.write(say('due'));
  pass();
  await fails('too long');
  assert.deepEqual([state(), due()], ['unsent', undefined]);
  saver.write(say('tre'));
  assert.equal(state(), 'waiting');
});

test('a conflict stops everything until the person settles it', async () => {
  const { saver, sent, kept, state, pass, fails, answers } = room();
  saver.write(say('due'));
  pass();
  await fails('moved');
  assert.equal(state(), 'conflict');
  saver.write(say('due e oltre'));
  assert.equal(sent.length, 1);
  assert.deepEqual(kept()?.written, say('due e oltre'), 'kept all the same');
  saver.settle(7, say('insieme'));
  assert.deepEqual(sent[1], { revision: 7, ...say('insieme') });
  await answers(8);
  assert.equal(state(), 'saved');
});

test('left in a hurry it sends what waits, says that it is there, and tries no more', async () => {
  const { saver, sent, state, due, fails } = room();
  saver.write(say('due'));
  saver.flush();
  saver.stop();
  assert.equal(sent.length, 1);
  await fails('away');
  assert.deepEqual([state(), due()], ['sending', undefined]);
  const second = room();
  second.saver.write(say('due'));
  second.saver.flush();
  second.saver.stop();
  await second.answers(2);
  assert.deepEqual([second.state(), second.kept()], ['saved', null]);
});

test('going back to what is saved needs no sending', () => {
  const { saver, sent, kept, state, due } = room();
  saver.write(say('due'));
  saver.write(START);
  assert.deepEqual([state(), due(), kept()], ['saved', undefined, null]);
  saver.flush();
  assert.equal(sent.length, 0);
});
