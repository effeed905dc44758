// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { compile, parse } from '#policy';
import { LEARNED_CATEGORIES } from '#triage';
import { bandOf } from './band.ts';
import { chosenIn } from './state.ts';
import { learnedView } from './view.ts';

const at = (moment: string) => new Date(moment);

describe('the band of a case', () => {
  const written = at('2026-11-20T09:00:00Z');

  it('is one for deadlines of the same hour, and grows with them', () => {
    assert.equal(bandOf(at('2026-11-20T10:00:00Z'), written), bandOf(at('2026-11-20T10:59:59Z'), written));
    assert.ok(bandOf(at('2026-11-20T10:59:59Z'), written) < bandOf(at('2026-11-20T11:00:00Z'), written));
  });

  it('without a deadline is that of the day of writing, after every deadline', () => {
    assert.equal(bandOf(undefined, written), bandOf(undefined, at('2026-11-20T23:00:00Z')));
    assert.ok(bandOf(undefined, written) < bandOf(undefined, at('2026-11-21T00:00:00Z')));
    assert.ok(bandOf(at('2999-01-01T00:00:00Z'), written) < bandOf(undefined, at('1970-01-01T00:00:00Z')));
    assert.ok(bandOf(undefined, at('2200-01-01T00:00:00Z')) < 2 ** 31);
  });
});

describe('what a body chose', () => {
  const made = (...choices: readonly Parameters<typeof chosenIn>[0][number]['choice'][]) =>
    chosenIn(choices.map((choice, index) => ({ choice, at: new Date(index) })));

  it('is nothing, until it chooses', () => {
    assert.deepEqual(made(), { ordering: false, ownDecisions: false, since: undefined });
  });

  it('is the last of each kind', () => {
    assert.deepEqual(made('ordering-on', 'own-decisions-on', 'reset', 'ordering-off'), {
      ordering: false,
      ownDecisions: true,
      since: new Date(2),
    });
  });
});

describe('what is shown of a reading', () => {
  const file = join(import.meta.dirname, '../../../policies/comune-di-esempio.policy.md');
  const { policy: document } = parse(readFileSync(file, 'utf8'), file);
  assert.ok(document !== undefined);
  const policy = compile(document);
  const shown = (...scores: readonly { category: string; probability: number }[]) =>
    learnedView(policy, { part: 'modello del banco', scores: [...scores] });

  it('is what is probable, likeliest first, and that it is no reason', () => {
    const view = shown(
      { category: 'criticism', probability: 0.5 },
      { category: 'insult', probability: 0.714 },
      { category: 'spam', probability: 0.49 },
    );
    assert.deepEqual(
      view.notes.map(({ text }) => text),
      ['modello: probabile insulto (71 %)', 'modello: probabile critica lecita (50 %)'],
    );
    assert.equal(view.caveat, 'non è un motivo');
    assert.equal(view.part, 'modello del banco');
  });

  it('has an Italian name for every category that the model knows', () => {
    for (const category of LEARNED_CATEGORIES) {
      const [note] = shown({ category, probability: 0.9 }).notes;
      const label = policy.categories.get(category)?.label.toLowerCase();
      assert.ok(note !== undefined && !note.text.includes(category.includes('-') ? category : '\n'), note?.text);
      assert.ok(label !== undefined);
    }
  });
});
