// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hit, Reading } from '../reading.ts';
import { alone, isDenied, spanOf } from '../sentence.ts';
import { quoted } from './marks.ts';
import { type Rule, signalOn } from './rule.ts';

const DESPAIR =
  /\b(?:farla finita|la faccio finita|m[io] (?:ammazz|uccid|suicid|impicc|butt|spar|tolg|do fuoco|dar|tagli)|vita|vivere|morire|uccidermi|ammazzarmi|suicidarmi|addio|sparire|stanotte|pastiglie|pillole)/iu;

/** Laughter beside it, or a past that is over: told, not happening. */
const LAUGHTER = /[😂🤣😄😆😅🙄😏]|\bah(?:ah)+\b|\bahah/iu;
const OVER =
  /\b(?:oggi sto bene|ora sto bene|adesso sto bene|mi ha salvat[oa]|mi avete salvat[oa]|ci avete salvat[oi]|per fortuna|l['’]anno scorso|anni fa|mesi fa|ieri|la settimana scorsa|avevo pensato)\b/iu;
const IDIOM =
  /\bsu un piede\b|\bdal ridere\b|\bdi lavoro\b|\bdi caldo\b|\bdi noia\b|\bdi fame\b|\bdi freddo\b|\bdi sonno\b|\bdalla noia\b|\bdal caldo\b|\bdalle risate\b/iu;

const strengthOf = (reading: Reading, hit: Hit): number => {
  if (LAUGHTER.test(reading.text) || IDIOM.test(reading.text)) return 0.3;
  if (reading.hits('thanks').length > 0 && OVER.test(reading.text)) return 0.4;
  return hit.degree === 3 ? 0.9 : 0.45;
};

/** A life in danger, the writer's or another's. Wrong in the safe direction: it is shown even when merely told. */
export const emergency: Rule = {
  categories: ['emergency'],
  notice: (reading) =>
    reading
      .hits('emergency')
      .filter((hit) => !isDenied(reading, hit.first, 2))
      .map((hit) => {
        const strength = strengthOf(reading, hit);
        const word = reading.text.slice(...spanOf(reading, hit));
        const says = DESPAIR.test(word)
          ? 'chi scrive, o una persona vicina, potrebbe volersi fare del male'
          : 'chiede soccorso o racconta un pericolo in corso';
        return signalOn(reading, alone(hit), {
          category: 'emergency',
          strength,
          source: 'soccorso',
          reason:
            strength >= 0.5
              ? `${quoted(reading, [hit])}: ${says}; serve subito una persona, e il rinvio al 112.`
              : `${quoted(reading, [hit])} può dire un pericolo, ma il resto del testo non lo fa pensare: da guardare.`,
        });
      }),
};
