// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DatumFinder, findAll } from './datum.ts';

/** Values of the characters in odd positions, by the decree of 23 December 1976; 0–9 and A–J share the first ten. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
/** Letters that stand for digits when two people would have the same code (omocodia). */
const DIGIT_LETTERS = 'LMNPQRSTUV';
const SHAPE = /^[A-Z]{6}[0-9L-NP-V]{2}[A-EHLMPRST][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]$/;
const WRITTEN =
  /(?<![\p{L}\p{N}])[a-z]{3}[\s.-]?[a-z]{3}[\s.-]?[0-9l-np-v]{2}[\s.-]?[a-ehlmprst][\s.-]?[0-9l-np-v]{2}[\s.-]?[a-z][\s.-]?[0-9l-np-v]{3}[\s.-]?[a-z](?![\p{L}\p{N}])/giu;

const valueAt = (character: string): number => {
  const unit = character.charCodeAt(0);
  return unit < 65 ? unit - 48 : unit - 65;
};

const digitsOf = (part: string): number =>
  Number([...part].map((character) => (character > '9' ? DIGIT_LETTERS.indexOf(character) : character)).join(''));

/** Day 1–31 for men, 41–71 for women. */
const isDay = (day: number): boolean => (day >= 1 && day <= 31) || (day >= 41 && day <= 71);

/** Whether sixteen characters, in any case, are a codice fiscale whose check letter holds. */
export const isCodiceFiscale = (written: string): boolean => {
  const code = written.toUpperCase();
  if (!SHAPE.test(code) || !isDay(digitsOf(code.slice(9, 11)))) return false;
  let sum = 0;
  for (let at = 0; at < 15; at++) {
    const value = valueAt(code.charAt(at));
    sum += at % 2 === 0 ? (ODD[value] ?? 0) : value;
  }
  return code.charCodeAt(15) - 65 === sum % 26;
};

export const codiceFiscale: DatumFinder = {
  source: 'codice-fiscale',
  find: (text) => {
    if (text.length < 16 || !/\d|[a-z]{16}/i.test(text)) return [];
    return findAll(text, WRITTEN, (written) => {
      const code = written.replace(/[\s.-]/g, '');
      if (isCodiceFiscale(code))
        return { strength: 1, reason: 'Contiene un codice fiscale: la lettera di controllo è esatta.' };
      // Without separators and with real digits the shape alone says what the writer meant.
      if (code.length !== written.length || !/\d{2}/.test(code)) return undefined;
      return {
        strength: 0.45,
        reason: 'Ha la forma di un codice fiscale, ma la lettera di controllo non torna: forse è scritto male.',
      };
    }).map((datum) => ({ ...datum, source: 'codice-fiscale' }));
  },
};
