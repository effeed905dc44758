// SPDX-License-Identifier: AGPL-3.0-or-later
import { JUSTICE } from '../hints.ts';
import type { Reading } from '../reading.ts';
import { nameNear, type PersonName } from '../rules/person-name.ts';
import { after, before, look } from '../sentence.ts';
import { type Datum, firstEndingFrom, isWordAt, matchAt } from './datum.ts';

const NOTHING: readonly Datum[] = [];
/** One of these is in every turn of phrase. */
const LIKELY =
  /arrest|condann|denunc|indagat|imputat|inquisit|querel|scarcer|domiciliari|patteggi|precedenti|giudizio|galera|carcere|prigione|manette|firma|avvicinamento|processo|pregiudicat|dentro/gi;
const CRIME = String.raw`(?:\s+(?:in via definitiva\s+)?(?:per|di)\s+\p{L}+)?`;
const TERM = String.raw`(?:\s+(?:a\s+)?[\p{L}\d]+\s+(?:anni|mesi))?`;
/** Turns of phrase that tell a person's dealings with justice, and not justice in general. */
const TOLD = new RegExp(
  [
    String.raw`(?:(?:è|era|fu|venne|hanno)\s+)?(?:stat[oaie]\s+)?(?:arrestat|condannat|denunciat|indagat|imputat|inquisit|querelat|scarcerat)[oaie]${TERM}${CRIME}`,
    String.raw`(?:ai|agli\s+arresti)\s+domiciliari`,
    String.raw`(?:ha\s+)?patteggiat[oa]${TERM}`,
    String.raw`(?:ha|aveva|con)\s+(?:dei\s+|i\s+)?precedenti(?:\s+penali)?${CRIME}`,
    String.raw`rinviat[oa]\s+a\s+giudizio${CRIME}`,
    String.raw`(?:è|era|stat[oa]|finit[oa]|uscit[oa])\s+(?:in|di|dal)\s+(?:galera|carcere|prigione|manette)`,
    String.raw`(?:è\s+)?stat[oa]\s+dentro${TERM}${CRIME}`,
    String.raw`obbligo\s+di\s+firma`,
    String.raw`divieto\s+di\s+avvicinamento`,
    String.raw`ha\s+(?:un|avuto\s+un)\s+processo(?:\s+in\s+corso)?`,
    String.raw`ha\s+(?:una|preso\s+una|avuto\s+una)\s+(?:denuncia|condanna)${CRIME}`,
    `pregiudicat[oa]`,
  ]
    .map((turn) => String.raw`(?<!\p{L})${turn}(?!\p{L})`)
    .join('|'),
  'yiu',
);
const NEAR = 12;
const SOMEONE_BEFORE = look(['relation', 'trade', 'title'], NEAR);
const SOMEONE_AFTER = look(['relation', 'title'], 4);

const noticeOf = (
  reading: Reading,
  phrase: { readonly first: number; readonly last: number },
  names: readonly PersonName[],
): Pick<Datum, 'strength' | 'reason'> | undefined => {
  const name = nameNear(names, phrase.first, NEAR);
  if (name !== undefined)
    return name.naming === 'office'
      ? { strength: 0.3, reason: 'Parla dei guai giudiziari di chi ricopre una carica pubblica.' }
      : { strength: 0.75, reason: 'Parla dei guai giudiziari di una persona indicata per nome.' };
  const someone = before(reading, phrase.first, SOMEONE_BEFORE) ?? after(reading, phrase.last, SOMEONE_AFTER);
  return someone === undefined
    ? undefined
    : { strength: 0.6, reason: 'Parla dei guai giudiziari di una persona che si può riconoscere.' };
};

/** The longest that a turn of phrase goes on before the word that makes it likely. */
const LEAD = 40;

/** The turns of phrase of a text, looked for only where a word begins and before one that makes them likely. */
function* told(text: string): Generator<{ readonly start: number; readonly phrase: string }> {
  let reach = 0;
  LIKELY.lastIndex = 0;
  for (let likely = LIKELY.exec(text); likely !== null; likely = LIKELY.exec(text)) {
    const { index } = likely;
    for (let at = Math.max(reach, index - LEAD); at <= index; at++) {
      if (!isWordAt(text, at) || isWordAt(text, at - 1)) continue;
      const phrase = matchAt(TOLD, text, at)?.[0];
      if (phrase === undefined) continue;
      yield { start: at, phrase };
      reach = at + phrase.length;
      at = reach - 1;
    }
  }
}

/** What somebody has, or is said to have, with the law. */
export const judicialIn = (reading: Reading, names: readonly PersonName[]): readonly Datum[] => {
  if ((reading.signs & JUSTICE) === 0) return NOTHING;
  const found: Datum[] = [];
  for (const { start, phrase } of told(reading.text)) {
    const span = [start, start + phrase.length] as const;
    const first = firstEndingFrom(reading.words, start + 1, ({ end }) => end);
    const last = firstEndingFrom(reading.words, span[1], ({ end }) => end);
    const notice = noticeOf(reading, { first, last }, names);
    if (notice !== undefined) found.push({ span, source: 'dati-giudiziari', ...notice });
  }
  return found;
};
