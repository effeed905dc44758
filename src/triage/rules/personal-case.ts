// SPDX-License-Identifier: AGPL-3.0-or-later
import { sequence, sequences } from '../sentence.ts';
import { ownHealth } from './health.ts';
import { quoted, stretchesOf } from './marks.ts';
import { type Rule, signalOnAll } from './rule.ts';
import { weigh } from './weighing.ts';

const MOST = 0.85;
/** Who is mostly blaming is to be heard, and not sent elsewhere: the own case must then be told plainly. */
const BLAMES = 0.65;
const SHARE_OF_BLAME = 0.7;

/** «ho presentato la domanda, la mia pratica…»: done by the writer, and whose file it is. */
const DONE_OWN = sequence({ tags: ['case-act', 'done'] }, { tags: ['case-mine'], within: 8 });
const OWN_WAITING = sequence({ tags: ['waiting'] }, { tags: ['case-mine'], within: 8 });
const TOLD_PLAINLY = 0.62;

/** One's own file told in public: «io aspetto da marzo la risonanza». It wants an answer elsewhere, not a removal. */
export const personalCase: Rule = {
  categories: ['personal-case'],
  notice: (reading) => {
    // Asked about one's own illness: the answer is nobody else's business.
    const illness = reading.text.includes('?') ? ownHealth(reading) : [];
    const weight = weigh(reading, 'personal-case');
    if (illness.length > 0)
      return [
        signalOnAll(reading, [...illness, ...stretchesOf(weight?.hits ?? [])], {
          category: 'personal-case',
          strength: Math.max(0.65, Math.min(MOST, weight?.strength ?? 0)),
          source: 'caso-personale',
          reason: 'Chi scrive chiede della propria salute: se ne parla su un canale riservato, non in pubblico.',
        }),
      ];
    const plain = [...sequences(reading, DONE_OWN), ...sequences(reading, OWN_WAITING)];
    const hits = weight?.hits.length ? weight.hits : plain;
    if (hits.length === 0) return [];
    const blames = plain.length === 0 && (weigh(reading, 'criticism')?.strength ?? 0) >= BLAMES;
    const strength = Math.min(MOST, Math.max(weight?.strength ?? 0, plain.length > 0 ? TOLD_PLAINLY : 0));
    return [
      signalOnAll(
        reading,
        hits.map(({ first, last }) => ({ first, last, hits: [] })),
        {
          category: 'personal-case',
          strength: strength * (blames ? SHARE_OF_BLAME : 1),
          source: 'caso-personale',
          reason: `${quoted(reading, hits)}: chi scrive racconta un proprio caso, che si tratta meglio su un canale riservato.`,
        },
      ),
    ];
  },
};
