// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DatumFinder, findAll } from './datum.ts';

const STREET = String.raw`(?:via|viale|v\.le|piazza|p\.?zza|piazzale|p\.le|piazz\.?le|piaz\.le|piazzetta|corso|c\.so|largo|vicolo|v\.lo|vico|strada|contrada|c\.da|salita|lungomare|borgo|b\.go|traversa|galleria|gall\.|localit[àa]|loc\.|rione|frazione|via privata)`;
const NAME = String.raw`[\p{L}\d'’.]{1,24}`;
const NUMBER = String.raw`(?:n(?:r|um|umero|°|\.|r\.|\.°|ro)?\s?)?\d{1,4}(?:\s?[/\-]?\s?(?:bis|ter|[a-z]{1,3}\b))?`;
const ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${STREET}\s+${NAME}(?:\s+${NAME}){0,4}?\s*,?\s*${NUMBER}(?![\p{L}\p{N}:%€])`,
  'giu',
);
const DWELLING =
  /(?:abit\p{L}*|resid\p{L}*|viv\p{L}*|sta(?:nno)?|casa|domicili\p{L}*|condomini\p{L}*|portone|citofono|piano|interno|scala)\b/iu;
/** «via 25 aprile 1945» and «via libera 2 volte» are no addresses. */
const NO_STREET =
  /^via\s+(?:i|il|la|le|gli|da|dal|dalla|di qui|tutti|web|mail|email|internet|telefono|fax|pec|sms|whatsapp|app|libera|crucis|rai)\b/iu;
const NEXT_IS_UNIT =
  /^\s*(?:euro|€|%|anni|mesi|giorni|ore|volte|persone|km|metri|minuti|novembre|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|dicembre|dosi|posti)/iu;
const PLATE = /(?<![\p{L}\p{N}])[A-HJ-NPR-TV-Z]{2}[ -]?\d{3}[ -]?[A-HJ-NPR-TV-Z]{2}(?![\p{L}\p{N}])/giu;
const PLATE_WORD = /(?:targ\p{L}*|auto|macchina|veicolo|furgone|suv|parcheggi\p{L}*)/iu;

export const address: DatumFinder = {
  source: 'indirizzo',
  find: (text) => {
    const dwelling = DWELLING.test(text);
    return findAll(text, ADDRESS, (written, match) => {
      if (NO_STREET.test(written) || NEXT_IS_UNIT.test(text.slice(match.index + written.length))) return undefined;
      return {
        strength: dwelling ? 0.7 : 0.4,
        reason: dwelling
          ? 'Indica via e numero civico di un’abitazione.'
          : 'Indica via e numero civico: può essere anche la sede di un servizio.',
      };
    }).map((datum) => ({ ...datum, source: 'indirizzo' }));
  },
};

/** Italian plates since 1994: the letters I, O, Q and U are never used. */
export const plate: DatumFinder = {
  source: 'targa',
  find: (text) => {
    if (!/\d{3}/.test(text)) return [];
    const spoken = PLATE_WORD.test(text);
    return findAll(text, PLATE, (written) => {
      const whole = written.length === 7;
      const upper = written === written.toUpperCase();
      if (!whole && !upper && !spoken) return undefined;
      return { strength: upper || spoken ? 0.85 : 0.6, reason: 'Contiene la targa di un veicolo.' };
    }).map((datum) => ({ ...datum, source: 'targa' }));
  },
};
