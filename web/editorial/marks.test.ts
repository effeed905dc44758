// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mark } from '#editorial/contract';
import { afterKey, movedTo, NEW_MARK, spanned, within } from './marks.ts';

test('arrows move a part, with the shift key they change its size; other keys do nothing', () => {
  assert.deepEqual(afterKey(NEW_MARK, 'ArrowLeft', false), { ...NEW_MARK, left: 390 });
  assert.deepEqual(afterKey(NEW_MARK, 'ArrowDown', true), { ...NEW_MARK, height: 210 });
  assert.equal(afterKey(NEW_MARK, 'a', false), undefined);
});

test('whatever is done to it, a part lies inside the picture and keeps a size', () => {
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
    for (const shift of [false, true]) {
      let mark = NEW_MARK;
      for (let nth = 0; nth < 200; nth++) mark = afterKey(mark, key, shift) ?? mark;
      assert.ok(Mark.safeParse(mark).success, `${key} ${shift} ${JSON.stringify(mark)}`);
      if (!shift) assert.deepEqual([mark.width, mark.height], [200, 200]);
    }
  for (const mark of [
    within({ left: -5, top: 2000, width: 0, height: 5000 }),
    movedTo(NEW_MARK, 5000, -5000),
    spanned([1200, 30.4], [100.7, 2]),
    spanned([1000, 1000], [1000, 1000]),
  ])
    assert.ok(Mark.safeParse(mark).success, JSON.stringify(mark));
});
