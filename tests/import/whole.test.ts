// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse, print } from '#policy';
import { importPolicy } from '../../src/rulebook/importing/index.ts';
import { bytesOf, FIXTURES } from './fixtures.ts';

const squeezed = (text: string): string =>
  text
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const wordsOf = (text: string): readonly string[] => squeezed(text).match(/[\p{L}\p{N}@.]*[\p{L}\p{N}]/gu) ?? [];

/** How often each word stands in some texts. */
function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

for (const name of FIXTURES)
  describe(name, async () => {
    const imported = await importPolicy(bytesOf(name), name);
    const { clauses, left, draft } = imported;

    it('becomes a policy without mistakes, in the canonical form', () => {
      const { policy, complaints } = parse(draft, name);
      assert.deepEqual(complaints, []);
      assert.ok(policy !== undefined);
      assert.equal(print(policy), draft);
    });

    it('has each clause once, with a place, a kind and a confidence', () => {
      assert.equal(new Set(clauses.map(({ id }) => id)).size, clauses.length);
      for (const { id, source, sourceLine, confidence } of clauses) {
        assert.ok(source !== '' && sourceLine >= 1, id);
        assert.ok(confidence > 0 && confidence <= 1, id);
        assert.ok(draft.includes(`### ${id} · `), id);
      }
    });

    it('marks in the draft what it is not sure of', () => {
      const unsure = clauses.filter(({ confidence }) => confidence < 0.5);
      assert.equal(imported.toLookAt, unsure.length);
      for (const { id } of unsure)
        assert.match(draft.slice(draft.indexOf(`### ${id} `)).split('\n### ')[0] ?? '', /~~~difetto/);
    });

    it('is the same when imported again', async () => {
      assert.deepEqual(await importPolicy(bytesOf(name), name), imported);
    });

    if (name.endsWith('.txt'))
      it('quotes its source word for word, and loses no word of it', () => {
        const text = new TextDecoder().decode(bytesOf(name));
        const whole = squeezed(text.replace(/(\p{L})-\r?\n(\p{Ll})/gu, '$1$2'));
        for (const { id, source } of clauses) assert.ok(whole.includes(squeezed(source)), `${id}: ${source}`);
        const sections = new Set(clauses.flatMap(({ section }) => section.split(' › ')));
        const told = counted([...clauses.map(({ source }) => source), ...left.map((each) => each.left), ...sections]);
        const lost = [...counted([whole])].filter(
          ([word, times]) => (told.get(word) ?? 0) < times && !/^(?:[a-z]|\d{1,2})$/.test(word),
        );
        assert.deepEqual(lost, []);
      });
  });
