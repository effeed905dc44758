// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile, keeperOf, openWays, parse } from '#policy';
import { statementPage } from './page-html.ts';
import type { StatementPage } from './page-view.ts';

const CODE = 'B7KD-4RTM-9XWQ-2HGF';

/** The page of a ban on Facebook under that body's policy. */
function banPage(slug: string, given: Partial<StatementPage> = {}): string {
  const file = join(import.meta.dirname, '../../../policies', `${slug}.policy.md`);
  const { policy: parsed } = parse(readFileSync(file, 'utf8'), file);
  assert.ok(parsed);
  const policy = compile(parsed);
  const page: StatementPage = {
    ...{ code: CODE, slug, bodyName: policy.bodyName, policyVersion: '1', networkName: 'Facebook', measure: 'ban' },
    ...{ at: new Date('2026-11-23T09:30:00Z'), clauses: [], decisions: 'open', finalClause: null, askBy: null },
    ...{ within: { days: 20, working: true }, mayAsk: true, asking: 'code', mayWritePrivately: true, withdrawn: false },
    ...{ review: null, ways: openWays(policy), office: keeperOf(policy, 'facebook') ?? null, ...given },
  };
  return statementPage(page, { styles: [], demo: false }).markup;
}

test('who is kept out asks from the page or at an office, never from the account that is closed', () => {
  for (const slug of ['asst-crema', 'asl-roma-1', 'ats-milano', 'il-mosaico']) {
    const markup = banPage(slug);
    assert.match(markup, /senza usare il tuo account di Facebook/, slug);
    assert.match(markup, /<form/);
    assert.match(markup, new RegExp(`manda il codice <strong>${CODE}</strong> e le tue ragioni a un ufficio`), slug);
    assert.doesNotMatch(markup, /Dal tuo account|una parola da scrivere/, slug);
  }
});

test('where the policy names no office, whoever looks after the page is one', () => {
  const markup = banPage('regione-calabria');
  assert.match(markup, /e le tue ragioni a chi cura la pagina: gruppo di lavoro del Dipartimento/);
  assert.match(banPage('regione-calabria', { office: null }), /a chi cura la pagina: il personale di Regione Calabria/);
});

test('a code that everybody read opens nothing by itself', () => {
  const markup = banPage('asst-crema', { asking: 'office' });
  assert.doesNotMatch(markup, /<form/);
  assert.match(markup, /Lì verificano chi sei e aprono il riesame/);
});

test('until it was given the page says how long there will be, then until when', () => {
  assert.match(
    banPage('asst-crema'),
    /<strong>20 giorni lavorativi<\/strong> di tempo, da quando ricevi la motivazione/,
  );
  assert.match(banPage('asst-crema', { within: null, askBy: '2026-12-21' }), /fino al <strong>21 dicembre 2026/);
});

test('a review that somebody brought to the desk leaves the author their own', () => {
  const review = { state: 'confirmed' as const, answer_by: null, restored: null };
  assert.match(banPage('asst-crema', { review }), /Resta com’era[\s\S]*puoi ancora chiederlo[\s\S]*<form/);
  assert.doesNotMatch(banPage('asst-crema', { review, mayAsk: false }), /<form/);
});
