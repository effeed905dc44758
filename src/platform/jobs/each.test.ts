// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { each } from './each.ts';

test('what goes wrong with one keeps no other waiting, and is told with its name', async () => {
  const done: string[] = [];
  const work = async (one: string) => {
    if (one.startsWith('guasto')) throw new Error('non risponde');
    done.push(one);
  };
  await each(['uno', 'due'], work);
  await assert.rejects(each(['tre', 'guasto', 'quattro'], work), { message: 'guasto: non risponde' });
  await assert.rejects(each(['guasto a', 'cinque', 'guasto b'], work), {
    message: 'guasto a: non risponde; guasto b: non risponde',
  });
  assert.deepEqual(done, ['uno', 'due', 'tre', 'quattro', 'cinque']);
});
