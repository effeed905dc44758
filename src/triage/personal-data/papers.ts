// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy/contract';
import { around, before, type Datum, type DigitFinder, matchAt, standsAlone } from './datum.ts';

const FILLER = String.raw`(?:[\s:,(.]|è|l[ao]|il|n[.°r]*|num\.?|numero|del|della|codice|nuov[ao]|che|mi[ao]|su[ao]|di zia|pensione)*`;
const DOCUMENT = new RegExp(
  String.raw`(?<!\p{L})(?:carta\s+(?:d['’ ]\s?)?id(?:entit[àa]|\.)?|c\.\s?i\.|cie|passaporto|patente|tessera(?:\s+sanitaria)?|tesserino|permesso\s+di\s+soggiorno|documento|libretto(?:\s+pensione)?)${FILLER}(?:di\s+\p{L}+\s)?\(?$`,
  'iu',
);
const FILE = new RegExp(
  String.raw`(?<!\p{L})(?:pratica|prat\.|protocollo|prot\.|fascicolo|domanda|istanza|prenotazione|impegnativa|richiesta|segnalazione|cartella(?:\s+clinica)?|posizione|graduatoria|ricevuta|ricorso|invalidit[àa])${FILLER}(?:id\s)?$`,
  'iu',
);
/** Whose file it is. */
const SOMEBODY =
  /(?<!\p{L})(?:mi[ao]|mie|ho (?:il|l[ao]|fatto|mandato|inviato|chiesto)|aspetto|mi avete|visita fatta|sua|suo|nostr[ao]|tua|tuo|ho presentato|zi[ao]|madre|padre|mamma|figli[ao]|nonn[ao]|marito|moglie|cugin[ao]|vicin[ao]|lo tiene|quell[ao] del|l['’]hanno data|ha preso|di \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)(?!\p{L})/u;
const CLINICAL = /cartella\s+clinica/iu;
const CODE =
  /[A-Z]{0,6}[ .-]?\d[\dA-Z]{0,20}(?:[./-][\dA-Z]{0,8}\d[\dA-Z]{0,8}| \d{1,8}(?![\dA-Za-z])|\/[A-Z]{1,6}(?![A-Za-z])){0,5}/y;
/** Letters before the first digit: `AX`, `DID-`, `CIE ZA`. */
const LETTERS = /(?<![\p{L}\p{N}])[A-Z]{1,6}[ .-]?$/u;
const IDENTITY_CARD = /(?<![\p{L}\p{N}])(?:C[A-Z]\d{5}[A-Z]{2}|[A-Z]{2} ?\d{7})(?![\p{L}\p{N}])/uy;
const HEALTH_CARD = /80380\d{15}(?!\d)/y;
const LEAD = 52;

const digitsIn = (written: string): number => written.replace(/\D/g, '').length;

const codeAround = (text: string, digit: number): Span | undefined => {
  const letters = /[A-Za-z .-]/.test(text.charAt(digit - 1))
    ? (LETTERS.exec(before(text, digit, 8))?.[0].length ?? 0)
    : 0;
  const start = digit - letters;
  const written = matchAt(CODE, text, start)?.[0] ?? matchAt(CODE, text, digit)?.[0];
  if (written === undefined) return undefined;
  const end = start + written.length;
  return standsAlone(text, start, end) ? [start, end] : undefined;
};

const YEAR = /^(?:19|20)\d{2}$/;

/** Somebody's paper: identity card, passport, driving licence, health card, residence permit. */
const document = (text: string, span: Span, lead: string): Datum | undefined => {
  const written = text.slice(...span);
  const source = 'documento';
  if (written.length >= 6 && DOCUMENT.test(lead))
    return { span, strength: 0.85, source, reason: 'Contiene il numero di un documento di una persona.' };
  return matchAt(IDENTITY_CARD, text, span[0])?.[0] === written
    ? {
        span,
        strength: 0.55,
        source,
        reason: 'Contiene un codice che ha la forma del numero di un documento d’identità.',
      }
    : undefined;
};

/** A file: somebody's, or of an act that anybody may cite. */
const file = (text: string, span: Span, lead: string): Datum | undefined => {
  if (!FILE.test(lead)) return undefined;
  const source = 'numero-di-pratica';
  return CLINICAL.test(lead) || SOMEBODY.test(around(text, span, LEAD))
    ? { span, strength: 0.6, source, reason: 'Contiene il numero della pratica di una persona.' }
    : {
        span,
        strength: 0.35,
        source,
        reason: 'Contiene il numero di una pratica o di un atto: può non riguardare una persona.',
      };
};

/** The number of a document or of a file, by the word that comes before it. */
export const paper: DigitFinder = (text, digit) => {
  if (matchAt(HEALTH_CARD, text, digit) !== null)
    return {
      span: [digit, digit + 20],
      strength: 0.9,
      source: 'documento',
      reason: 'Contiene il numero di una tessera sanitaria.',
    };
  const span = codeAround(text, digit);
  if (span === undefined) return undefined;
  const written = text.slice(...span);
  if (digitsIn(written) < 4 || YEAR.test(written)) return undefined;
  const lead = before(text, span[0], LEAD);
  return document(text, span, lead) ?? file(text, span, lead);
};
