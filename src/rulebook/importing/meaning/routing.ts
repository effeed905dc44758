// SPDX-License-Identifier: AGPL-3.0-or-later

// Who is sent elsewhere: complaints, requests about one's own case, emergencies. Folded words.

const ELSEWHERE =
  /\b(?:(?<!\ba cui )rivolg(?:ersi|ono|etevi|iti|e|er\w+)|invitat\w+ a (?:rivolger|scriver|contattar|utilizzar|inviar)\w*|(?:vann?o|devono|dovranno|possono|va|deve) (?:\w+ ){0,3}?(?:indirizzat|inviat|presentat|inoltrat|trasmess|fatt|rivolt|segnalat|post[aoie]\b|sottopost|formulat)\w*|\bcanal[ei] (?:\w+ ){0,2}?per (?:\w+ ){0,4}?(?:segnalazion|reclam|istanz|richiest)\w*[^.;]{0,40}\b(?:e|sono)\b|(?:inviat|indirizzat|presentat|inoltrat|trasmess|segnalat)[aoie] (?:a|al|all|alla|ai|agli|via|tramite|per|con)\b|(?:invit\w+|pregh\w+|prega|chied\w+|consigli\w+)[^.;]{0,50}\b(?:scriver|contattar|rivolger|utilizzar|usare|indirizzar|inviar|inoltrar|compilar|chiamar)\w*|(?:si rinvia|si rimanda|rimandiamo|rinviamo|contattare|contatta(?:te)?\b|scriv(?:ete|i|ere)\b|chiam(?:are|ate|a)\b|utilizz(?:are|ate)\b|compil(?:are|ate)\b|indirizz(?:are|iamo|ate)|dirott\w+|reindirizz\w+|inoltr(?:are|iamo|ate|at\w+)|(?:e|sono) a disposizione|referent\w+ rest|referent\w+ riman\w*))\b/;
const SOMEWHERE =
  /\b(?:uffici\w*|urp\b|serviz\w+|segreteri\w+|struttur\w+|sportell\w+|protocoll\w+|canal[ei]|contatt\w+|112|113|115|118|pec\b|sito|pagina|numero|e-?mail|mail|indirizz\w+|referent\w+|settor\w+|@|dipartiment\w+|modul\w+|portale|form\b)/;

/** True where people are told to turn to somebody or somewhere else. */
export const routes = (words: string): boolean => ELSEWHERE.test(words) && SOMEWHERE.test(words);

const SENT: readonly (readonly [string, RegExp])[] = [
  [
    'emergency',
    /\b(?:emergenz\w+|soccors\w+|urgenz\w+|situazioni di pericolo|pericolo (?:imminente|di vita)|112\b|118\b)/,
  ],
  [
    'complaint',
    /\b(?:reclam\w+|segnalazion\w+|per segnalar\w*|disserviz\w+|lamentel\w+|abus[oi]\b|doglianz\w+|protest\w+)/,
  ],
  [
    'personal-case',
    /\b(?:cas[oi] (?:personal|individual|specific|privat|singol)\w*|(?:istanz|pratic|situazion|question|richiest|posizion)\w* (?:\w+ (?:e\/o )?){0,2}?(?:personal|individual|specific|privat|particolar|singol|riservat)\w*|istanz\w+|pratiche|prenotazion\w+|appuntament\w+|accesso agli atti|dati sanitari)/,
  ],
  [
    'question',
    /\b(?:richiest\w+|domand\w+|quesit\w+|informazion\w+|chiariment\w+|assistenz\w+|question\w+|problem\w+|approfondiment\w+)/,
  ],
];

/** What is sent elsewhere: slugs that the desk answers or routes. */
export function deskCategoriesIn(words: string): readonly string[] {
  const found = SENT.flatMap(([slug, is]) => (is.test(words) ? [slug] : []));
  // «richieste» is in every such sentence: it counts when nothing more precise does.
  return found.length > 1 ? found.filter((slug) => slug !== 'question') : found;
}
