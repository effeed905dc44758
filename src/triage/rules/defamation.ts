// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hit, Reading } from '../reading.ts';
import { after, alone, before, isDenied, look, type Stretch, sequence, sequences } from '../sentence.ts';
import { type Frame, frame, framed } from '../together.ts';
import { quoted } from './marks.ts';
import { personNames } from './person-name.ts';
import { type Rule, signalOn } from './rule.ts';

const CRIME = sequence({ tags: ['crime-verb'] }, { tags: ['crime-object'], within: 2 });

/** «ruba i soldi», «si fa intestare le case dai vecchietti»: a verb of crime and what it took. */
const claims = (reading: Reading): readonly Stretch[] => [
  ...reading.hits('crime-claim').map(alone),
  ...sequences(reading, CRIME),
  ...reading.hits('shameful').map(alone),
  ...acts(reading),
];

const isDirty = ({ hits }: Stretch): boolean => hits.some(({ tag, degree }) => tag === 'dirty-money' && degree === 3);

/** Dishonest acts by kind: verb and thing, verb and friends; by themselves they accuse nobody. */
const ACTS: readonly { readonly frame: Frame; readonly holds?: (stretch: Stretch) => boolean }[] = [
  // «chiede soldi ai commercianti per non fare i verbali»
  { frame: frame(6, ['takes', 'sells-out'], ['dirty-money']), holds: isDirty },
  // «si è tenuto le offerte»
  { frame: frame(7, ['steals'], ['dirty-money', 'crime-object']) },
  // «si fa pagare le vacanze dai fornitori»
  { frame: frame(6, ['takes'], ['cronies'], ['dirty-money', 'public-good']) },
  // «firma invalidità false», «gonfia gli straordinari»
  { frame: frame(4, ['forges'], ['public-good']) },
  // «vende le residenze a 500 euro»
  { frame: frame(5, ['sells-out'], ['public-good'], ['dirty-money', 'cronies']) },
  { frame: frame(7, ['public-good'], ['cronies'], ['dirty-money', 'sells-out', 'takes']) },
];

const acts = (reading: Reading): readonly Stretch[] =>
  ACTS.flatMap(({ frame: sought, holds = () => true }) => framed(reading, sought).filter(holds));

const degreeOf = ({ hits }: Stretch): number => {
  const [first, ...others] = hits;
  return others.length > 0 ? 3 : (first?.degree ?? 2);
};

const WITHIN = 8;
const AFTER = 5;

const ACCUSED_BEFORE = look(['staff', 'title', 'known-person', 'office-holder', 'accused', 'body'], WITHIN);
const ACCUSED_AFTER = look(['staff', 'known-person', 'office-holder', 'accused'], 6);

/** Who is accused: a name, or an office that the whole town knows. */
const accused = (reading: Reading, { first, last }: Stretch): Hit | undefined =>
  before(reading, first, ACCUSED_BEFORE) ?? after(reading, last, ACCUSED_AFTER);

/** Asked, or read in a newspaper, it is no charge of the writer's. */
const ASKED = /\?|\bletto su\p{L}*|\bgiornal\p{L}*|\bè vero che\b|\bse fosse vero\b|\bsecondo voi\b/iu;
const AS_ASKED = 0.45;

const STRENGTH: Readonly<Record<number, number>> = { 1: 0.4, 2: 0.6, 3: 0.7 };

/** A crime or a shameful fact, said of a person named or recognisable from the office. */
export const defamation: Rule = {
  categories: ['defamation'],
  notice: (reading) => {
    const names = personNames(reading);
    const most = ASKED.test(reading.text) ? AS_ASKED : 1;
    return claims(reading)
      .filter((stretch) => !isDenied(reading, stretch.first, 3))
      .map((stretch) => {
        const named = names.some(
          (name) =>
            (name.last < stretch.first && stretch.first - name.last <= WITHIN) ||
            (name.first > stretch.last && name.first - stretch.last <= AFTER),
        );
        const known = named || accused(reading, stretch) !== undefined;
        const heavy = degreeOf(stretch) === 3;
        const charge = named ? 0.75 : known ? (STRENGTH[degreeOf(stretch)] ?? 0.6) : heavy ? 0.45 : 0.3;
        const strength = Math.min(charge, most);
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
