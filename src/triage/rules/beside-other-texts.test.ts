// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse, groupsOfAlike, nearness, subjectsOf } from '../index.ts';
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

const SPREAD = 'Guardate qui, conviene: https://offerte.example/a';
const under = (posts: number, text = SPREAD) => ({
  elsewhere: Array.from({ length: posts }, (_, nth) => ({ text, post: `post ${nth}` })),
});

test('the same link by the same author under three posts is spam, under two a hint', () => {
  assert.ok(strengthOf(SPREAD, 'spam', under(4)) >= 0.5);
  assert.ok(strengthOf(SPREAD, 'spam', under(2)) >= 0.5);
  const alone = strengthOf(SPREAD, 'spam');
  assert.ok(strengthOf(SPREAD, 'spam', under(1)) < 0.5 || alone >= 0.5);
  assert.equal(strengthOf(SPREAD, 'spam', under(4, 'Guardate https://altro.example/b')), alone);
  const twiceUnderOne = { elsewhere: [1, 2, 3].map(() => ({ text: SPREAD, post: 'one' })) };
  assert.ok(strengthOf(SPREAD, 'spam', twiceUnderOne) < 0.5 || alone >= 0.5);
});

test('whoever sends everybody to a public body’s page spreads nothing', () => {
  const helpful = 'Si fa tutto da qui: https://www.comune.esempio.it/moduli';
  assert.equal(strengthOf(helpful, 'spam', under(5, helpful)), strengthOf(helpful, 'spam'));
});

test('nearly the same texts are one group, the largest first, and what is alone is in none', () => {
  const texts = [
    'Quando riapre l’ambulatorio di via Prova?',
    'Il sito non funziona da ieri sera, che succede?',
    'quando riapre l’ambulatorio di via Prova??',
    'Il sito non funziona da ieri sera, che succede',
    'Quando riapre l’ambulatorio di via Prova?!',
    'Grazie a tutto il reparto',
  ];
  assert.deepEqual(groupsOfAlike(texts), [
    [0, 2, 4],
    [1, 3],
  ]);
  assert.deepEqual(groupsOfAlike([]), []);
  assert.deepEqual(groupsOfAlike(['', '']), []);
});

test('texts of one subject are near in any order of words', () => {
  const near = (one: string, other: string) => nearness(subjectsOf(one), subjectsOf(other));
  assert.ok(near('Quando riapre l’ambulatorio di via Prova?', 'L’ambulatorio di via Prova quando lo riaprite?') > 0.5);
  assert.equal(near('Quando riapre l’ambulatorio?', 'Grazie infinite alla dottoressa'), 0);
});
