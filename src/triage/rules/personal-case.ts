// SPDX-License-Identifier: AGPL-3.0-or-later
import { after, alone, look } from '../sentence.ts';
import { ownHealth } from './health.ts';
import { type Rule, signalOnAll } from './rule.ts';

const CASE = look(['case-act', 'case-mine'], 8);

/** One's own file told in public: «io aspetto da marzo la risonanza». It wants an answer elsewhere, not a removal. */
export const personalCase: Rule = {
  categories: ['personal-case'],
  notice: (reading) => {
    const mine = reading.hits('case-mine').map(alone);
    const waiting = reading
      .hits('waiting')
      .filter((hit) => after(reading, hit.last, CASE) !== undefined)
      .map(alone);
    const done = reading
      .hits('case-act')
      .filter((hit) => hit.last > hit.first)
      .map(alone);
    // Asked about one's own illness: the answer is nobody else's business.
    const illness = reading.text.includes('?') ? ownHealth(reading) : [];
    if (illness.length > 0)
      return [
        signalOnAll(reading, [...illness, ...mine, ...waiting, ...done], {
          category: 'personal-case',
          strength: 0.65,
          source: 'caso-personale',
          reason: 'Chi scrive chiede della propria salute: se ne parla su un canale riservato, non in pubblico.',
        }),
      ];
    const clues = [...mine, ...waiting, ...done];
    if (clues.length === 0) return [];
    return [
      signalOnAll(reading, clues, {
        category: 'personal-case',
        strength: waiting.length > 0 || clues.length > 1 ? 0.65 : 0.4,
        source: 'caso-personale',
        reason: 'Chi scrive racconta un proprio caso, che si tratta meglio su un canale riservato.',
      }),
    ];
  },
};
