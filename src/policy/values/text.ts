// SPDX-License-Identifier: AGPL-3.0-or-later
import { MISSING_WORDS } from '../missing.ts';
import { bad, good, type ValueKind } from './value.ts';
import { BETWEEN_TEXTS, placedWords } from './words.ts';

/** Free text on one line. */
export const text: ValueKind<string> = {
  expected: 'un testo',
  // Silence is not a text: where it is allowed, the key says so with `orMissing`.
  read: (raw) => (raw === MISSING_WORDS ? bad({ code: 'POL-E021', found: raw, expected: 'un testo' }) : good(raw)),
  print: (value) => value,
};

/** Pieces of free text, semicolons between them. */
export const texts: ValueKind<readonly string[]> = {
  expected: 'uno o più testi separati da punto e virgola',
  read: (raw) => good(Object.freeze(placedWords(raw, BETWEEN_TEXTS).map((piece) => piece.word))),
  print: (value) => value.join('; '),
};

const QUOTED = /^«([^«»]+)»$/;

/** Text between «». */
export const quoted: ValueKind<string> = {
  expected: 'un testo fra «»',
  read: (raw) => {
    const inside = QUOTED.exec(raw)?.[1]?.trim();
    return inside === undefined || inside === ''
      ? bad({ code: 'POL-E031', found: raw, expected: 'un testo fra «»' })
      : good(inside);
  },
  print: (value) => `«${value}»`,
};

/** Several texts between «», semicolons between them. */
export const quotedTexts: ValueKind<readonly string[]> = {
  expected: 'parole fra «», separate da punto e virgola',
  read: (raw) => {
    const pieces: string[] = [];
    for (const { word, offset } of placedWords(raw, BETWEEN_TEXTS)) {
      const piece = quoted.read(word);
      if (!piece.ok) return bad(piece.remark, offset);
      pieces.push(piece.value);
    }
    return good(Object.freeze(pieces));
  },
  print: (value) => value.map(quoted.print).join('; '),
};

const EMAIL = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/;
const WEB = /^(https?:\/\/)?[\w-]+(\.[\w-]+)+(\/\S*)?$/;

/** An e-mail address or a page on the web, as the source writes it. */
export const address: ValueKind<string> = {
  expected: 'un indirizzo e-mail o una pagina web',
  read: (raw) =>
    EMAIL.test(raw) || WEB.test(raw)
      ? good(raw)
      : bad({ code: 'POL-E032', found: raw, expected: 'un indirizzo e-mail o una pagina web' }),
  print: (value) => value,
};
