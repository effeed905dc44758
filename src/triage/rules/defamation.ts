// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hit, Reading } from '../reading.ts';
import { after, alone, before, isDenied, look, type Stretch, sequence, sequences } from '../sentence.ts';
import { quoted } from './marks.ts';
import { personNames } from './person-name.ts';
import { type Rule, signalOn } from './rule.ts';

const CRIME = sequence({ tags: ['crime-verb'] }, { tags: ['crime-object'], within: 2 });

/** «ruba i soldi», «si fa intestare le case dai vecchietti»: a verb of crime and what it took. */
const claims = (reading: Reading): readonly Stretch[] => [
  ...reading.hits('crime-claim').map(alone),
  ...sequences(reading, CRIME),
];

const degreeOf = ({ hits }: Stretch): number => {
  const [first, ...others] = hits;
  return others.length > 0 ? 3 : (first?.degree ?? 2);
};

const WITHIN = 8;

const ACCUSED_BEFORE = look(['staff', 'title', 'known-person', 'body'], WITHIN);
const ACCUSED_AFTER = look(['staff', 'known-person'], 5);

/** Who is accused: a name, or an office that the whole town knows. */
const accused = (reading: Reading, { first, last }: Stretch): Hit | undefined =>
  before(reading, first, ACCUSED_BEFORE) ?? after(reading, last, ACCUSED_AFTER);

const STRENGTH: Readonly<Record<number, number>> = { 1: 0.4, 2: 0.6, 3: 0.7 };

/** A crime or a shameful fact, said of a person named or recognisable from the office. */
export const defamation: Rule = {
  categories: ['defamation'],
  notice: (reading) => {
    const names = personNames(reading);
    return claims(reading)
      .filter((stretch) => !isDenied(reading, stretch.first, 3))
      .map((stretch) => {
        const named = names.some((name) => name.last < stretch.first && stretch.first - name.last <= WITHIN);
        const known = named || accused(reading, stretch) !== undefined;
        const heavy = degreeOf(stretch) === 3;
        const strength = named ? 0.75 : known ? (STRENGTH[degreeOf(stretch)] ?? 0.6) : heavy ? 0.45 : 0.3;
        return signalOn(reading, stretch, {
          category: 'defamation',
          strength,
          source: 'accusa',
          reason: known
            ? `${quoted(reading, [stretch])} attribuisce un fatto illecito o infamante a una persona riconoscibile: può ledere la reputazione.`
            : `${quoted(reading, [stretch])} parla di fatti illeciti senza indicare una persona.`,
        });
      });
  },
};
