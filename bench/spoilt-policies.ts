// SPDX-License-Identifier: AGPL-3.0-or-later
import { parse } from '#policy';
import { large, spoilt } from '../src/policy/testing/spoilt.ts';
import { print } from './measure.ts';

const ROUNDS = 1000;

function slowest(texts: Iterable<string>): { readonly ms: number; readonly count: number } {
  let ms = 0;
  let count = 0;
  for (const text of texts) {
    const start = performance.now();
    parse(text, 'a.policy.md');
    ms = Math.max(ms, performance.now() - start);
    count++;
  }
  return { ms, count };
}

/** How long the slowest answer to a bad file takes. */
export function showSpoiltPolicies(sources: readonly string[]): void {
  const files = [
    [`careless edits of the policies`, slowest(spoilt(sources, ROUNDS))] as const,
    ...Object.entries(large(sources[0] ?? '')).map(([what, text]) => [`5 MB: ${what}`, slowest([text])] as const),
  ];
  print(
    files.map(([file, { ms, count }]) => ({ file, files: String(count), 'slowest answer': `${Math.round(ms)} ms` })),
  );
}
