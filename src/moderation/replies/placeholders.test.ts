// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile, evaluate, type ItemFacts, ownTerms, parse } from '#policy';
import { analyse } from '#triage';
import { filled, hasStrayBraces, placesIn, valuesFor } from './placeholders.ts';

const POLICIES = join(import.meta.dirname, '..', '..', '..', 'policies');

function valuesIn(slug: string, text: string) {
  const { policy } = parse(readFileSync(join(POLICIES, `${slug}.policy.md`), 'utf8'), slug);
  assert.ok(policy);
  const compiled = compile(policy);
  const item: ItemFacts = { channel: 'facebook', kind: 'comment', text, at: new Date('2026-11-23T09:00:00Z') };
  const judgement = evaluate(compiled, item, analyse(text, ownTerms(compiled)), item.at);
  return valuesFor({ policy: compiled, judgement, channel: 'facebook' });
}

test('places are found by their names, each once; brackets that close nothing are told', () => {
  assert.deepEqual(placesIn('{ente}: si rivolga a { ufficio } o a {ufficio}, {quale sportello}'), [
    ...['ente', 'ufficio', 'quale sportello'],
  ]);
  assert.equal(filled('Il { ufficio  } risponde', { ufficio: 'URP' }), 'Il URP risponde');
  for (const text of ['{ente', 'ente}', '{}', '{{ente}']) assert.equal(hasStrayBraces(text), true, text);
  assert.equal(hasStrayBraces('{ente} e {ufficio}'), false);
});

test('a text of braces and spaces is read as fast as another', () => {
  const text = `{${' '.repeat(20_000)}`.repeat(3);
  const began = performance.now();
  assert.deepEqual(placesIn(text), []);
  assert.equal(hasStrayBraces(text), true);
  assert.ok(performance.now() - began < 200);
});

test('what is known takes its place, the rest stays to be written', () => {
  assert.equal(filled('{ente}, {recapito}, {sportello}', { ente: 'Comune' }), 'Comune, {recapito}, {sportello}');
  assert.equal(filled('{ente}', { ente: '$& {ufficio}' }), '$& {ufficio}');
  assert.equal(filled('{toString} {constructor}', {}), '{toString} {constructor}');
});

test('the policy fills what it says, and nothing of what it does not', () => {
  const complaint = 'Voglio fare un reclamo formale, a chi mi rivolgo?';
  const mosaico = valuesIn('il-mosaico', complaint);
  assert.deepEqual([mosaico.ufficio, mosaico.recapito], ['segreteria', 'info@ilmosaicoservizi.it']);
  assert.equal(mosaico.orari, undefined, 'its source gives no hours');
  const roma = valuesIn('asl-roma-1', complaint);
  assert.match(roma.ufficio ?? '', /Ufficio relazioni con il pubblico/);
  assert.equal(roma.recapito, undefined, 'its source gives no address');
  assert.equal(valuesIn('asst-crema', complaint).orari, 'dal lunedì al venerdì dalle 8.30 alle 16.30');
});
