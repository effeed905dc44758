// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Hostile, raidsIn } from './raids.ts';

const MINUTE = 60_000;
const writing = (nth: number, more: Partial<Hostile> = {}): Hostile => ({
  ...{ id: `case ${nth}`, author: `author ${nth}`, account: 'page', post: 'post', at: nth * MINUTE },
  ...more,
});
const many = (count: number, more: (nth: number) => Partial<Hostile> = () => ({})): Hostile[] =>
  Array.from({ length: count }, (_, nth) => writing(nth, more(nth)));
const sizes = (hostile: readonly Hostile[]) => raidsIn(hostile).map(({ members }) => members.length);

test('many authors under one post within the hour are a raid; four are not, nor is one who writes a lot', () => {
  assert.deepEqual(sizes(many(12)), [12]);
  assert.deepEqual(sizes(many(4)), []);
  assert.deepEqual(sizes(many(30, () => ({ author: 'one' }))), []);
  assert.deepEqual(sizes(many(30, () => ({ author: null }))), []);
});

test('five people over a day are no raid; what comes before and after one is not part of it', () => {
  assert.deepEqual(sizes(many(5, (nth) => ({ at: nth * 50 * MINUTE }))), []);
  const quiet = writing(90, { at: -600 * MINUTE });
  const [raid] = raidsIn([quiet, ...many(8)]);
  assert.equal(raid?.members.length, 8);
  assert.equal(raid?.members.includes(quiet), false);
});

test('spread over many posts of one account it takes more of them', () => {
  assert.deepEqual(sizes(many(9, (nth) => ({ post: `post ${nth}` }))), []);
  const [raid] = raidsIn(many(12, (nth) => ({ post: `post ${nth}` })));
  assert.deepEqual([raid?.post, raid?.members.length], [null, 12]);
});

test('two posts under attack are two raids, the larger first', () => {
  const other = many(20, (nth) => ({ id: `other ${nth}`, post: 'another' }));
  assert.deepEqual(
    raidsIn([...many(6), ...other]).map(({ post, members }) => [post, members.length]),
    [
      ['another', 20],
      ['post', 6],
    ],
  );
});
