// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RULES } from './categories.ts';
import { diceOf, hostileText } from './hostile-texts.ts';
import { read } from './reading.ts';
import type { Rule } from './rules/rule.ts';
import { tagSet } from './tag-set.ts';

const POLICIES = join(import.meta.dirname, '../../policies');
const EXAMPLE = /^- [^:\n]+: «([^\n]*?)»/gmu;

/** Every example of every policy, and as many texts with the words of all categories shuffled. */
const texts = (): string[] => {
  const examples = readdirSync(POLICIES)
    .filter((name) => name.endsWith('.policy.md'))
    .flatMap((name) =>
      Array.from(readFileSync(join(POLICIES, name), 'utf8').matchAll(EXAMPLE), (match) => match[1] ?? ''),
    );
  const dice = diceOf(4);
  return [...examples, ...Array.from({ length: 2000 }, () => hostileText(dice, examples))];
};

const needing = RULES.filter((rule): rule is Rule & Required<Pick<Rule, 'needs'>> => rule.needs !== undefined);

test('most rules say what they need', () => {
  assert.ok(needing.length > RULES.length / 2);
});

test('a rule notices nothing where none of the tags and signs that it needs was found', () => {
  const readings = texts().map(read);
  assert.ok(readings.length > 3000);
  for (const { needs, orSigns = 0, notice } of needing) {
    const set = tagSet(needs);
    for (const reading of readings)
      if (!reading.hasAny(set) && (reading.signs & orSigns) === 0)
        assert.deepEqual(notice(reading, {}), [], `${needs.join()}: ${reading.text}`);
  }
});

test('no need is there for nothing: each is a tag that some word of the lexicon has', async () => {
  const { lexicon } = await import('./lexicon/lists.ts');
  const tags = new Set(lexicon().map(({ tag }) => tag));
  for (const { needs } of needing) for (const tag of needs) assert.ok(tags.has(tag), tag);
});
