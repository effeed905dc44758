// SPDX-License-Identifier: AGPL-3.0-or-later

/** A request for data in a text that the body is about to send. */
export interface DataAsked {
  readonly of: 'health' | 'personal';
  readonly span: readonly [number, number];
}

const ASKING =
  '(?:(?:ci|mi)\\s+(?:può|puo|puoi|potete|potrebbe|potresti)\\s+\\p{L}+|(?:può|puo|puoi|potete|potrebbe|potresti)\\s+\\p{L}*(?:ci|mi)|(?:ci|mi)\\s+(?:mand|invi|scriv|lasc|indic|comunic|dic|dia|forn|trasmett|port)\\p{L}*|(?:mand|invi|scriv|lasci|indic|comunic|dic|dac|forn|dit)\\p{L}*(?:ci|mi)|(?:ci|mi)\\s+(?:serve|servono|occorre|occorrono)|abbiamo\\s+bisogno|(?:inserisca|inserisci|indichi|alleghi|allega|pubblichi|lasci)|qual\\s+è|quali\\s+sono)';
const BETWEEN = '(?:[^.!?\\n]{0,60}?)';
const HEALTH =
  '(?:refert\\p{L}+|diagnosi|patologi\\p{L}+|terapi\\p{L}+|ricett\\p{L}+|impegnativ\\p{L}+|cartella\\s+clinica|esami?\\s+(?:del\\s+sangue|clinic\\p{L}+)|stato\\s+di\\s+salute|sintom\\p{L}+|farmac\\p{L}+\\s+che\\s+prende|malatti\\p{L}+|certificat\\p{L}+\\s+medic\\p{L}+)';
const PERSONAL =
  "(?:codice\\s+fiscale|tessera(?:\\s+sanitaria)?|carta\\s+d[’']identit[àa]|document\\p{L}+\\s+d[’']identit[àa]|data\\s+di\\s+nascita|nome\\s+e\\s+cognome|(?:suo|tuo|vostro|un)\\s+(?:numero(?:\\s+di\\s+telefono)?|recapito|telefono|cellulare|indirizzo|nome|cognome)|(?:sua|tua|vostra|una)\\s+(?:e-?mail|mail|residenza|foto)|numero\\s+di\\s+(?:telefono|cellulare|pratica|protocollo|tessera)|iban)";

const of = (words: string) =>
  new RegExp(`(?<!\\p{L})${ASKING}(?!\\p{L})${BETWEEN}(?<!\\p{L})${words}(?!\\p{L})`, 'giu');
const PATTERNS: readonly (readonly [DataAsked['of'], RegExp])[] = [
  ['health', of(HEALTH)],
  ['personal', of(PERSONAL)],
];

/** «Non ci mandi…», «senza indicare…»: the opposite of asking. */
const DENIED = /\b(?:non|senza|mai|evit\p{L}+(?:\s+di)?)\s+(?:\p{L}+\s+){0,2}$/iu;
const DENIED_INSIDE = /\b(?:senza|non)\b/iu;
/** The office asks, elsewhere: nothing is asked here. */
const ELSEWHERE = /\b(?:all[’']|allo|alla|agli|presso)\s*(?:sportell|uffici|urp|protocoll|segreteri|indirizz)/iu;

/** Where a text asks whoever reads it for data of theirs. */
export function dataAskedIn(text: string): readonly DataAsked[] {
  return PATTERNS.flatMap(([what, pattern]) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
      const isDenied = DENIED.test(text.slice(Math.max(0, index - 40), index));
      return isDenied || DENIED_INSIDE.test(found) || ELSEWHERE.test(found)
        ? []
        : [{ of: what, span: [index, index + found.length] as const }];
    }),
  );
}
