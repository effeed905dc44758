// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CONVENTIONS } from './conventions.ts';
import { EXCEPTIONS, modulesWithoutReadme, sizeComplaints } from './size.ts';
import { readTree, type SourceFile } from './tree.ts';

const tree = readTree();
const lines = (count: number) => 'x\n'.repeat(count);

for (const { name, appliesTo, complaint, refused, accepted } of CONVENTIONS) {
  const complaints = (files: readonly SourceFile[]) =>
    files.flatMap((file) => {
      const found = appliesTo(file.path) ? complaint(file) : null;
      return found === null ? [] : [`${file.path}: ${found}`];
    });

  describe(name, () => {
    it('in the tree', () => {
      assert.ok(tree.some(({ path }) => appliesTo(path)) || name.startsWith('pages'), 'the rule looks at no file');
      assert.deepEqual(complaints(tree), []);
    });
    it('is refused where it is broken', () => {
      for (const file of refused) assert.equal(complaints([file]).length, 1, `${file.path}: ${file.source}`);
    });
    it('lets the ordinary pass', () => {
      assert.deepEqual(complaints(accepted), []);
    });
  });
}

describe('the size of files', () => {
  it('stays within the limits in the tree', () => {
    assert.deepEqual(sizeComplaints(tree, EXCEPTIONS), []);
  });

  it('is refused over 300 lines, or 500 for a test, and beyond an exception', () => {
    const files = [
      { path: 'src/a/long.ts', source: lines(301) },
      { path: 'src/a/fits.ts', source: lines(300) },
      { path: 'src/a/long.test.ts', source: lines(501) },
      { path: 'src/a/fits.test.ts', source: lines(500) },
      { path: 'src/a/excused.ts', source: lines(321) },
    ];
    const exceptions = [{ path: 'src/a/excused.ts', lines: 320, reason: 'a table' }];
    assert.deepEqual(sizeComplaints(files, exceptions), [
      'src/a/long.ts: 301 lines, at most 300',
      'src/a/long.test.ts: 501 lines, at most 500',
      'src/a/excused.ts: 321 lines, at most 320',
    ]);
  });

  it('lets exceptions only shrink', () => {
    const exceptions = [
      { path: 'src/a/gone.ts', lines: 400, reason: 'a table' },
      { path: 'src/a/shorter.ts', lines: 400, reason: 'a table' },
    ];
    assert.deepEqual(sizeComplaints([{ path: 'src/a/shorter.ts', source: lines(350) }], exceptions), [
      'src/a/gone.ts: the exception is not needed',
      'src/a/shorter.ts: lower the exception from 400 to 350',
    ]);
  });
});

describe('a module that keeps something', () => {
  it('says in its README what it is', () => {
    assert.deepEqual(modulesWithoutReadme(tree), []);
  });

  it('is found out when it does not', () => {
    const stored = { path: 'src/inbox/store.ts', source: '' };
    assert.deepEqual(modulesWithoutReadme([stored]), ['inbox']);
    assert.deepEqual(modulesWithoutReadme([stored, { path: 'src/inbox/README.md', source: '' }]), []);
  });
});
