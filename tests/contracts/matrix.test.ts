// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { adapters, type Capability, type NetworkName } from '#channels';
import { cellOf } from '../../src/channels/matrix.ts';

/** The rows of the reference and what they are called here. A row that stands for two is checked for both. */
const ROWS: Readonly<Record<string, readonly Capability[]>> = {
  'Publish text': ['publish-text'],
  'Publish image': ['publish-image'],
  'Publish video': ['publish-video'],
  'Publish link': ['publish-link'],
  'Native scheduling': ['schedule'],
  'Edit own post': ['edit-post'],
  'Delete own post': ['remove-post'],
  'Read comments/replies': ['read-comments'],
  Mentions: ['read-mentions'],
  'Reply publicly': ['reply'],
  'Hide / unhide a comment': ['hide', 'unhide'],
  "Delete someone's comment": ['remove'],
  'Comments off / on, published post': ['close-comments'],
  'Comments restricted at creation': ['restrict-comments'],
  'Hold for review / approve': ['hold'],
  'Ban / block a user': ['ban'],
  'Report comment or user': ['report'],
  'Read DMs': ['read-messages'],
  'Answer DMs': ['answer-message'],
  Insights: ['insights'],
};

const COLUMNS: readonly NetworkName[] = [
  'facebook',
  'instagram',
  'threads',
  'x',
  'linkedin',
  'youtube',
  'tiktok',
  'bluesky',
  'mastodon',
];

/** Where we say otherwise than the reference, and why. */
const DEVIATIONS: Readonly<Record<string, string>> = {};

const shared = process.env.PORTAVOCE_SHARED ?? join(import.meta.dirname, '../../../shared');
const file = join(shared, 'platforms.md');
const NAME = 'what the networks offer is what the reference says';

/** `API⁵ WH (billed)` → `API WH`; the words after are notes. */
function plain(cell: string): string {
  const bare = cell.replace(/\([^)]*\)/g, '').replace(/[*⁰¹²³⁴-⁹]/g, '');
  const way = /^\s*(API|LIM|—|counts)/.exec(bare)?.[1] ?? bare.trim();
  return `${way === 'counts' ? 'API' : way}${/\bWH\b/.test(bare) ? ' WH' : ''}`;
}

if (existsSync(file)) it(NAME, () => compare(readFileSync(file, 'utf8')));
else it(NAME, { skip: 'the reference (PORTAVOCE_SHARED) is absent' });

function compare(reference: string): void {
  const section = reference.slice(reference.indexOf('\n## 1. '), reference.indexOf('\n### 1.1'));
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  const found: string[] = [];
  const argued = new Set(Object.keys(DEVIATIONS));
  for (const row of rows) {
    const [name = '', ...cells] = row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    for (const capability of ROWS[name] ?? [])
      for (const [index, network] of COLUMNS.entries()) {
        const adapter = adapters.find((one) => one.network === network);
        const ours = adapter === undefined ? 'no adapter' : cellOf(adapter.capabilities[capability]);
        const theirs = plain(cells[index] ?? '');
        const place = `${network} ${capability}`;
        if (ours === theirs || argued.delete(place)) continue;
        found.push(`${place}: «${theirs}» in the reference, «${ours}» here`);
      }
  }
  assert.equal(rows.filter((row) => Object.hasOwn(ROWS, (row.split('|')[1] ?? '').trim())).length, 20);
  assert.deepEqual(found, []);
  assert.deepEqual([...argued], [], 'deviations argued that are none');
}
