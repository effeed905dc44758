// SPDX-License-Identifier: AGPL-3.0-or-later
import { alone, isDenied } from '../sentence.ts';
import { type Rule, signalOn } from './rule.ts';

const DESPAIR =
  /\b(?:farla finita|la faccio finita|m[io] (?:ammazz|uccid|suicid|impicc|butt|spar|tolg|do fuoco|dar|tagli)|vita|vivere|morire|uccidermi|ammazzarmi|suicidarmi|addio)/iu;

/** A life in danger, the writer's or another's. Wrong in the safe direction: it is shown even when merely told. */
export const emergency: Rule = {
  categories: ['emergency'],
  notice: (reading) =>
    reading
      .hits('emergency')
      .filter((hit) => !isDenied(reading, hit.first, 2))
      .map((hit) => {
        const stretch = alone(hit);
        const word = reading.text.slice(reading.words[hit.first]?.start, reading.words[hit.last]?.end);
        return signalOn(reading, stretch, {
          category: 'emergency',
          strength: 0.9,
          source: 'soccorso',
          reason: DESPAIR.test(word)
            ? 'Chi scrive potrebbe voler farsi del male: serve subito una persona, e il rinvio al 112.'
            : 'Chiede soccorso o racconta un pericolo in corso: serve subito una persona, e il rinvio al 112.',
        });
      }),
};
