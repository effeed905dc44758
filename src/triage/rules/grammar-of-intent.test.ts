// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../index.ts';

const strengthOf = (text: string, category: string): number =>
  Math.max(0, ...analyse(text).map((signal) => (signal.category === category ? signal.strength : 0)));

const NOTICED = [
  ['t’ammazzo', 'threat'],
  ['gli rompo le ossa appena esce', 'threat'],
  ['vengo in ufficio con il fucile', 'threat'],
  ['picchiate il coordinatore', 'incitement'],
  ['date fuoco agli uffici', 'incitement'],
  ['il sindaco ruba i fondi', 'defamation'],
  ['l’acqua dell’ospedale è avvelenata, scappate', 'alarmist'],
  ['potete spostare la mia visita?', 'question'],
] as const;

for (const [text, category] of NOTICED)
  test(`${category}: «${text}»`, () => {
    assert.ok(strengthOf(text, category) >= 0.5, JSON.stringify(analyse(text)));
  });

const LEFT_ALONE = [
  ['mandate qualcuno a tagliare l’erba', 'emergency'],
  ['Merda di cane davanti all’ingresso', 'vulgar'],
  ['Sono incazzato nero', 'vulgar'],
  ['ci vuole', 'question'],
  ['ve la faccio pagare in tribunale', 'thanks'],
  ['ve la faccio pagare in tribunale', 'threat'],
  ['che modulo serve?', 'insult'],
  ['ti ammazzo di baci, sei stata bravissima', 'threat'],
  ['le zanzare vanno sterminate', 'incitement'],
  ['la storia che i vaccini causano l’autismo è una bufala', 'misleading'],
  ['gli anziani dovrebbero stare a casa loro con l’assistenza', 'discrimination'],
] as const;

for (const [text, category] of LEFT_ALONE)
  test(`not ${category}: «${text}»`, () => {
    assert.ok(strengthOf(text, category) < 0.5, JSON.stringify(analyse(text)));
  });

test('a group degraded is told with its ground, in the words of the policies', () => {
  const [signal] = analyse('i rom sono feccia').filter(({ category }) => category === 'discrimination');
  assert.equal(signal?.ground, 'etnia');
  assert.match(signal?.reason ?? '', /«.+» .+ etnia\.$/u);
});
