// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lexicon } from './lexicon/lists.ts';
import { addTags, hasNumber, haveCommon, numberOfTag, tagSet } from './tag-set.ts';

const TAGS = [...new Set(lexicon().map(({ tag }) => tag))];

test('each tag has a number of its own, always the same', () => {
  const numbers = TAGS.map(numberOfTag);
  assert.equal(new Set(numbers).size, TAGS.length);
  assert.deepEqual(TAGS.map(numberOfTag), numbers);
});

test('a set has its own tags and no others, also beyond the first bits', () => {
  for (const tag of TAGS) {
    const set = tagSet([tag]);
    for (const other of TAGS) {
      assert.equal(hasNumber(set, numberOfTag(other)), other === tag);
      assert.equal(haveCommon(set, tagSet([other])), other === tag);
    }
  }
});

test('adding keeps what was there', () => {
  const whole: number[] = [];
  for (const tag of TAGS) addTags(whole, tagSet([tag]));
  assert.deepEqual(whole, [...tagSet(TAGS)]);
  assert.ok(!haveCommon([], tagSet(TAGS)));
});
