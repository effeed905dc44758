// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import { CodedError } from '#kernel';
import { PICTURES_OF_VIDEO, video } from '../../../tests/support/files-by-hand.ts';
import { boxesIn, childrenOf } from './boxes.ts';
import { cleanVideo } from './video.ts';

const TOLD = ['41.9028', '12.49', 'TelefonoDiProva', '\xa9xyz', '\xa9mod', 'racconto'];

test('what goes out has the same pictures in the same places, and tells neither where nor when nor with what', () => {
  const original = video();
  for (const word of TOLD) assert.ok(original.includes(word, 0, 'latin1'), word);
  const before = Buffer.from(original);
  const { content } = cleanVideo(original);
  assert.deepEqual(original, before, 'the original stays as it was brought');
  for (const word of TOLD) assert.ok(!content.includes(word, 0, 'latin1'), word);
  assert.equal(content.length, original.length);
  assert.equal(content.indexOf(PICTURES_OF_VIDEO), original.indexOf(PICTURES_OF_VIDEO));
  const boxes = boxesIn(content, 0, content.length);
  assert.deepEqual(
    boxes.map(({ type }) => type),
    ['ftyp', 'mdat', 'free', 'moov'],
  );
  const movie = boxes.find(({ type }) => type === 'moov');
  assert.ok(movie);
  assert.deepEqual(
    childrenOf(content, movie).map(({ type }) => type),
    ['mvhd', 'trak', 'free', 'free'],
  );
  for (const { inside } of childrenOf(content, movie).slice(0, 1))
    assert.deepEqual([...content.subarray(inside + 4, inside + 12)], [0, 0, 0, 0, 0, 0, 0, 0], 'its times');
  assert.deepEqual(cleanVideo(content).carries, [], 'nothing is left to take');
});

test('a video with any byte changed is taken or refused, and never does worse', () => {
  const original = video();
  for (let nth = 0; nth < 3000; nth++) {
    const broken = Buffer.from(original);
    for (let one = 0; one < 1 + (nth % 3); one++) broken[randomInt(broken.length)] = randomInt(256);
    try {
      cleanVideo(broken);
    } catch (error) {
      assert.ok(error instanceof CodedError, String(error));
    }
  }
});
