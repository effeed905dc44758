// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alikeIn } from './waves.ts';
import type { WrittenCase } from './waves-store.ts';

const written = (id: string, text: string): WrittenCase => ({
  ...{ id, text, excerpt: text.slice(0, 40), network: 'facebook', proposal: 'none', signals: [] },
  ...{ author_id: id, account_id: 'a', post_external_id: null, post_text: null },
  written_at: new Date('2026-11-20T09:00:00Z'),
});
/** Invented words, mostly others for another number. */
const word = (seed: number): string => (1e9 + ((seed * 7919) % 100_003) * 7349).toString(26).replaceAll(/\d/g, 'q');
const words = (nth: number): string => Array.from({ length: 120 }, (_, at) => word(nth * 997 + at * 31)).join(' ');

test('two thousand long texts are put into groups without keeping anybody waiting', async () => {
  const texts = Array.from({ length: 2000 }, (_, nth) => written(String(nth), words(nth)));
  const same = Array.from({ length: 5 }, (_, nth) =>
    written(`same ${nth}`, 'Lo sportello di via Prova è chiuso o aperto?'),
  );
  let [last, longest] = [performance.now(), 0];
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const groups = await alikeIn([...texts, ...same], []);
  clearInterval(ticking);
  assert.deepEqual(
    groups.map(({ count, question, fresh }) => [count, question, fresh]),
    [[5, true, true]],
  );
  assert.ok(longest < 300, `${Math.round(longest)} ms without a pause`);
});
