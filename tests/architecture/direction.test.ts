// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findCycle, moduleGraph, violationsIn } from './direction.ts';
import { MAY_IMPORT, MODULE_NAMES, mayImport, ROOT_MODULE } from './rules.ts';
import { readTree } from './tree.ts';

const tree = readTree();
const everyone = [...MODULE_NAMES, ROOT_MODULE];

/** A file that should be refused, and a word of the reason. */
const FORBIDDEN = [
  {
    path: 'src/moderation/decide.ts',
    source: "import { items } from '../inbox/store.ts';",
    because: 'path into another',
  },
  { path: 'src/moderation/decide.ts', source: "import { items } from '#inbox/store';", because: 'by name' },
  { path: 'src/moderation/decide.ts', source: "import { cases } from '#moderation';", because: 'relative path' },
  { path: 'src/moderation/decide.ts', source: "const inbox = await import('#editorial');", because: 'may not import' },
  { path: 'src/moderation/decide.ts', source: "export type { Draft } from '#editorial';", because: 'may not import' },
  { path: 'src/moderation/decide.ts', source: "export * from '#editorial/contract';", because: 'may not import' },
  { path: 'src/moderation/decide.ts', source: "import '../../sandbox/facebook.ts';", because: 'path into another' },
  {
    path: 'src/moderation/decide.ts',
    source: "import { x } from '../../tests/support/world.ts';",
    because: 'path into another',
  },
  { path: 'src/plumbing/pipe.ts', source: "import 'zod';", because: 'do not know' },
  { path: 'src/policy/evaluate.ts', source: "import { readFileSync } from 'node:fs';", because: 'fetches nothing' },
  { path: 'src/policy/evaluate.ts', source: "import { z } from 'zod';", because: 'no package' },
  { path: 'src/triage/analyse.ts', source: "import { readFileSync } from 'node:fs';", because: 'fetches nothing' },
  { path: 'src/editorial/checking/tone.ts', source: "import 'node:fs';", because: 'fetches nothing' },
  { path: 'src/editorial/checking/tone.ts', source: "import { z } from 'zod';", because: 'fetches nothing' },
  { path: 'src/editorial/checking/tone.ts', source: "import { items } from '#inbox';", because: 'fetches nothing' },
  {
    path: 'src/editorial/checking/tone.ts',
    source: "import { save } from '../store.ts';",
    because: 'nothing beside it',
  },
  { path: 'src/inbox/contract.ts', source: "import { Clock } from '#kernel';", because: 'contract' },
  {
    path: 'web/app/main.tsx',
    source: "import { decide } from '#moderation';",
    because: 'contracts, policy and triage',
  },
  {
    path: 'web/app/main.tsx',
    source: "import { decide } from '../../src/moderation/decide.ts';",
    because: 'path into another',
  },
  { path: 'sandbox/facebook.ts', source: "import { ok } from '#kernel';", because: 'shares no code' },
  { path: 'sandbox/facebook.ts', source: "import { ok } from '../src/kernel/index.ts';", because: 'path into another' },
  { path: 'tests/stories/one.test.ts', source: "import { decide } from '#moderation/decide';", because: 'by name' },
];

const ALLOWED = [
  { path: 'src/policy/hours.ts', source: "import { Temporal } from 'temporal-polyfill';" },
  { path: 'src/editorial/checking/tone.ts', source: "import '#policy';\nimport '#triage';\nimport './law.ts';" },
  {
    path: 'src/moderation/decide.ts',
    source: "import { z } from 'zod';\nimport { x } from './store.ts';\nimport '#inbox';",
  },
  { path: 'src/moderation/contract.ts', source: "import { z } from 'zod';\nimport { Span } from '#inbox/contract';" },
  { path: 'src/channels/facebook/parse.ts', source: "import { port } from '../port.ts';" },
  { path: 'src/channels/facebook/parse.test.ts', source: "import { world } from '../../../sandbox/world.ts';" },
  { path: 'src/policy/parse.test.ts', source: "import { it } from 'node:test';" },
  { path: 'src/app/main.ts', source: "import { sandbox } from '../../sandbox/index.ts';" },
  {
    path: 'web/queue/page.tsx',
    source: "import { Case } from '#moderation/contract';\nimport { explain } from '#policy';",
  },
];

describe('the one-way rules', () => {
  it('hold in the tree', () => {
    assert.ok(tree.some(({ path }) => path.startsWith('src/')));
    assert.deepEqual(violationsIn(tree), []);
  });

  for (const from of everyone) {
    it(`for ${from} allow what is listed and refuse every other module`, () => {
      for (const to of everyone.filter((name) => name !== from)) {
        const found = violationsIn([{ path: `src/${from}/any.ts`, source: `import { any } from '#${to}';` }]);
        assert.equal(found.length, mayImport(from, to) ? 0 : 1, `${from} → ${to}`);
      }
    });
  }

  for (const { because, ...file } of FORBIDDEN) {
    it(`refuse in ${file.path}: ${file.source}`, () => {
      const [found, ...others] = violationsIn([file]);
      assert.ok(found?.what.includes(because), found?.what ?? 'not refused');
      assert.deepEqual(others, []);
    });
  }

  it('leave the ordinary alone', () => {
    assert.deepEqual(violationsIn(ALLOWED), []);
  });

  it('have no cycle, in the data or in the tree', () => {
    assert.equal(findCycle(new Map(Object.entries(MAY_IMPORT))), null);
    assert.equal(findCycle(moduleGraph(tree)), null);
  });

  it('find a cycle where there is one', () => {
    const files = [
      { path: 'src/inbox/a.ts', source: "import '#delivery';" },
      { path: 'src/delivery/a.ts', source: "import '#accounts';" },
      { path: 'src/accounts/a.ts', source: "import '#inbox';" },
    ];
    assert.deepEqual(findCycle(moduleGraph(files)), ['inbox', 'delivery', 'accounts', 'inbox']);
  });
});
