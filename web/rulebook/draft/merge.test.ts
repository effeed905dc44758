// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merged, type Side, type Stretch, stretchesOf } from './merge.ts';

const BASE = 'uno\ndue\ntre\nquattro\ncinque\nsei';
const apart = (stretches: readonly Stretch[]) => stretches.filter((stretch) => stretch.kind === 'apart');
const all = (stretches: readonly Stretch[], side: Side) =>
  merged(
    stretches,
    apart(stretches).map(() => side),
  );

test('changes far apart come together by themselves', () => {
  const mine = BASE.replace('due', 'due miei');
  const theirs = BASE.replace('cinque', 'cinque loro').concat('\nsette');
  const stretches = stretchesOf(BASE, mine, theirs);
  assert.deepEqual(
    apart(stretches).map(({ changed }) => changed),
    ['mine', 'theirs', 'theirs'],
  );
  assert.equal(merged(stretches, ['mine', 'theirs', 'theirs']), 'uno\ndue miei\ntre\nquattro\ncinque loro\nsei\nsette');
});

test('changes of the same lines are for a person, who may keep both', () => {
  const stretches = stretchesOf(BASE, BASE.replace('tre', 'mio'), BASE.replace('tre', 'loro'));
  assert.deepEqual(apart(stretches), [{ kind: 'apart', mine: ['mio'], theirs: ['loro'], changed: 'both' }]);
  assert.equal(merged(stretches, ['both']), 'uno\ndue\nloro\nmio\nquattro\ncinque\nsei');
});

test('the same change made twice is no difference', () => {
  const both = BASE.replace('tre', 'TRE');
  assert.deepEqual(stretchesOf(BASE, both, both), [{ kind: 'same', lines: both.split('\n') }]);
});

test('taking one side everywhere gives that text back, whatever the texts', () => {
  const words = ['a', 'b', 'c', 'd'];
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const text = () => Array.from({ length: random(9) }, () => words[random(4)]).join('\n');
  for (let round = 0; round < 500; round += 1) {
    const [base, mine, theirs] = [text(), text(), text()];
    const stretches = stretchesOf(base, mine, theirs);
    assert.equal(all(stretches, 'mine'), mine);
    assert.equal(all(stretches, 'theirs'), theirs);
  }
});
