// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticedIn } from '../analyse.ts';
import { analyse } from '../index.ts';
import { read } from '../reading.ts';

const OFFENCES = [
  'ladri',
  'buffoni',
  'fannulloni',
  'str0nzi',
  'idioti',
  'pagliacci',
  'leccac*lo',
  'vaff...',
  'vaffanculo',
  'bugiardi',
  'teste di cazzo',
  'gente di m*rda',
];
/** Lawful on its own, and no shield for what stands beside it. */
const HARSH = ['incompetenti', 'incap4ci', 'ridicoli'];
const FRAMES = [
  '$',
  'siete dei $',
  'siete $',
  'branco di $',
  'che $',
  'stai zitto, $',
  'il direttore è un $',
  '$ come voi',
];
const JOINTS = [' e ', ', ', ' ', '! ', ' ma anche ', ' e pure ', '... '];

/** As the rules say it: the whole may doubt what stands in other company. */
const insultIn = (text: string): number =>
  Math.max(0, ...noticedIn(read(text), {}).map(({ category, strength }) => (category === 'insult' ? strength : 0)));

test('one more insult never weighs less than the first alone', () => {
  for (const frame of FRAMES)
    for (const first of OFFENCES) {
      const one = frame.replace('$', first);
      const least = insultIn(one);
      for (const joint of JOINTS)
        for (const second of [...OFFENCES, ...HARSH]) {
          const both = frame.replace('$', `${first}${joint}${second}`);
          assert.ok(insultIn(both) >= least, `«${one}» ${least} but «${both}» ${insultIn(both)}`);
        }
    }
});

test('the insult that comes first does not hide the one that follows', () => {
  for (const first of [...OFFENCES, ...HARSH])
    for (const joint of JOINTS)
      for (const second of OFFENCES)
        assert.ok(insultIn(`${first}${joint}${second}`) >= insultIn(second), `${first}${joint}${second}`);
});

test('a third one is aimed where the first was', () => {
  assert.ok(insultIn('siete ladri, bugiardi e cretini') >= 0.65);
  assert.ok(insultIn('il direttore è un ladro, un bugiardo e un bastardo') >= 0.85);
});

test('one shouted word is weak ground, and says so; two are not one', () => {
  for (const word of ['ladri', 'Buffoni!!!', 'fannulloni', 'leccac*lo']) {
    const [signal] = analyse(word).filter(({ category }) => category === 'insult');
    assert.ok(signal !== undefined && signal.strength >= 0.5 && signal.strength <= 0.55, `${word} ${signal?.strength}`);
    assert.match(signal.reason, /una sola parola gridata/);
  }
  assert.ok(insultIn('ladri e buffoni') > 0.55);
  assert.ok(insultIn('bugiardi e incapaci') <= 0.55);
  assert.ok(insultIn('ladri del cazzo') > 0.55);
});
