// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../index.ts';
import type { TriageContext } from './rule.ts';

const strengthOf = (text: string, category: string, context: TriageContext = {}): number =>
  Math.max(0, ...analyse(text, context).map((signal) => (signal.category === category ? signal.strength : 0)));

const WRITTEN = 'Il parco di via dei Pini è chiuso da 12 giorni, quando lo riaprite?';

test('the same author writing nearly the same text again repeats it', () => {
  const again = 'il parco di via dei pini è chiuso da 13 giorni quando lo riaprite??';
  assert.ok(strengthOf(again, 'repetition', { recent: [{ text: WRITTEN, sameAuthor: true }] }) >= 0.5);
  assert.equal(strengthOf(again, 'repetition'), 0);
});

test('one other person writing the same is weak, many are not', () => {
  const by = (many: number) => ({ recent: Array.from({ length: many }, () => ({ text: WRITTEN, sameAuthor: false })) });
  assert.ok(strengthOf(WRITTEN, 'repetition', by(1)) < 0.5);
  assert.ok(strengthOf(WRITTEN, 'repetition', by(3)) >= 0.5);
});

test('another text, and a mere greeting, repeat nothing', () => {
  const other = { recent: [{ text: 'Grazie a tutto il reparto di ortopedia', sameAuthor: true }] };
  assert.equal(strengthOf(WRITTEN, 'repetition', other), 0);
  assert.equal(strengthOf('Grazie mille', 'repetition', { recent: [{ text: 'Grazie mille', sameAuthor: false }] }), 0);
});

test('nothing in common with the post is a weak hint; something in common is none', () => {
  const post = { post: { text: 'Nuovi orari dell’ambulatorio vaccinale da marzo' } };
  const away = strengthOf('Ieri la partita era truccata, il portiere dormiva in campo', 'off-topic', post);
  assert.ok(away > 0 && away < 0.5);
  assert.equal(strengthOf('Ma l’ambulatorio vaccinale resta aperto anche il sabato mattina?', 'off-topic', post), 0);
});
