// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Modality } from '#policy';

// What a sentence does with a content: read from its verb. All patterns are for folded text.

/** Adverbs and other participles that stand between an auxiliary and its participle: «saranno moderati, cancellati e/o …». */
const BETWEEN = String.raw`(?:(?:[a-z']+at[aoie],|[a-z']+)\s+(?:e\s+|o\s+|e\/o\s+)?){0,4}?`;
const GONE =
  '(?:rimoss|cancellat|eliminat|oscurat|nascost|bloccat|rifiutat|cestinat|censurat|espunt|tolt|stralciat|depubblicat)[aoie]';
const TO_REMOVE = '(?:rimuover|cancellar|eliminar|oscurar|nasconder|censurar|moderar|toglier|filtrar|sospender)';

const MUST_REMOVE: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:saran+o|verran+o|vengono|vanno|andran+o|sono|sara|verra|viene|va|e')\s+${BETWEEN}${GONE}\b`,
  ),
  new RegExp(String.raw`\be\s+(?:sempre|immediatamente|automaticamente|subito)\s+${GONE}\b`),
  /\b(?:rimuov|cancell|elimin|oscur|nascond)(?:iamo|eremo|era|eranno|e|ono|ano)\b/,
  /\b(?:provved\w+|proced\w+)\s+(?:[a-z']+\s+){0,4}?(?:alla|a|con la)\s+(?:[a-z']+\s+)?(?:rimozione|cancellazione|eliminazione|rimuover|cancellar|eliminar|oscurar|oscuramento)/,
  /\b(?:saran+o|sara|sono|verran+o)\s+(?:[a-z']+\s+){0,2}?(?:oggetto di|soggett[aoie] a(?:lla)?|passibil[ei] di)\s+(?:immediata\s+)?(?:rimozione|cancellazione|eliminazione)/,
  /\b(?:comport\w+|determin\w+|causa|causera)\s+(?:[a-z']+\s+){0,3}?(?:rimozione|cancellazione|eliminazione) (?:del|dei|di|immediata|automatica)/,
  /\b(?:obbligo|tenut[oaie]|impegna\w*|deve|devono|dovra|dovranno)\s+(?:[a-z']+\s+){0,3}?(?:di|a|essere)?\s*(?:rimuover|cancellar|eliminar|rimoss|cancellat|eliminat)/,
  /\bnon (?:saran+o|verran+o) (?:pubblicat|resi visibil|mantenut|lasciat)/,
  new RegExp(String.raw`\bvedr(?:a|an+o)\s+${BETWEEN}${GONE}\b`),
];

const MAY_REMOVE: readonly RegExp[] = [
  new RegExp(String.raw`\briserv\w+\b.{0,160}?\b${TO_REMOVE}`),
  /\briserv\w+\b.{0,60}?\bdi non (?:pubblicar|approvar|mostrar)/,
  /\briserv\w+\b.{0,120}?\b(?:rimozione|cancellazione|eliminazione|oscuramento|moderazione)\b/,
  new RegExp(
    String.raw`\b(?:pot(?:ran+o|ra|rebbero|rebbe)|posson?o|puo)\s+(?:[a-z']+\s+){0,3}?(?:essere|venire)\s+${BETWEEN}(?:${GONE}|moderat[aoie]|sospes[aoie])`,
  ),
  new RegExp(
    String.raw`\b(?:pot(?:ran+o|ra|rebbe)|posson?o|puo|facolta di|diritto di|possibilita di)\s+(?:[a-z']+\s+){0,4}?${TO_REMOVE}`,
  ),
  /\b(?:saran+o|verran+o|vengono|sono|sara|verra|viene)\s+(?:[a-z']+\s+){0,3}?(?:moderat[aoie]|filtrat[aoie])\b/,
  /\b(?:soggett[aoie]|sottopost[aoie]|oggetto|sottoponiamo|sottopone)\s+(?:[a-z']+\s+){0,2}?(?:a|di)\s+moderazione\b/,
  /\bmoder(?:iamo|eremo)\b/,
];

const ASKED: readonly RegExp[] = [
  /\bnon\s+(?:[a-z']+\s+){0,3}?(?:tollerat|ammess|consentit|accettat|accettabil|permess|gradit|ammissibil|tollerabil|autorizzat|appropriat|conform)[aoie]\b/,
  /\bnon\s+(?:[a-z']+\s+){0,2}?(?:tolleriamo|ammettiamo|consentiamo|accettiamo|permettiamo|tollera|ammette|consente|accetta|e possibile|riteniamo accettabil|devono?|dovran+o|dovra|vanno|va|posson?o|puo|potran+o|si posson?o|si puo|bisogna|e lecito|trovano spazio|e previst[ao])\b/,
  /\b(?:e|e'|sono|saran+o|resta|restano|assolutamente|espressamente|severamente|tassativamente)?\s*(?:vietat|proibit|interdett|inammissibil|inaccettabil|intollerabil|scoraggiat|sconsigliat|inappropriat|esclus)[aoie]\b/,
  /\bnon (?:e|sono) (?:\w+ ){0,2}?(?:il luogo|la sede|luogo|sede|il canale|lo spazio|canali (?:per|adatt)|lo strumento|adatt[oaie]|idone[oaie])\b/,
  /\bbandit[aoie]\s+(?:i|gli|le|ogni|qualsiasi|tutt[ie] (?:i|gli|le))\s+(?!utent|profil|account|autor)/,
  /\b(?:divieto|vietano|vieta|esclude|escludono)\b/,
  /\b(?:vann?o|va|deve|devono|dovra|dovran+o|dovrebber?o|bisogna|occorre|e necessario|e opportuno|e bene|e tenut[oa]|sono tenut[ie]|e obbligatorio|e richiest[oa]|sono richiest[ie]|e fatto obbligo|obbligo di)\b/,
  /\b(?:si|vi)\s+(?:[a-z']+\s+){0,2}?(?:chiede|invita|invitano|prega|pregano|raccomanda|richiede|domanda|consiglia|s?consigliano|sconsiglia|richiama|auspica|dissuade|dissuadono|scoraggia|scoraggiano)\b/,
  /\b(?:chied|invit|preg|raccomand|richied|auspic)(?:iamo|endo|ando|ono|ano|e|a|ere)\b/,
  /\b(?:sono|e|e'|vengono|gli utenti sono)\s+(?:invitat|pregat|tenut|richiest|esortat)[aoie]\b/,
  /\b(?:evitar[ei]|evitand[oi]|evitate|evitino|astener[es]i|astengano|asteniamo|rispettar[ei]|rispettate|rispettino|rispetto (?:di|delle|dei|per)|mantener[ei]|usare|utilizzare un|esporre|requisito|essenziale|purche|a condizione che|nel rispetto)\b/,
  /\bnon\s+(?:pubblicar|scriver|postar|utilizzar|usar|inserir|condivider|divulgar|diffonder|offender|insultar|inviar|fare|ripeter|andare)/,
  /\b(?:non (?:pubblicate|scrivete|postate|usate|utilizzate|inserite|condividete|divulgate|offendete|insultate|inviate|fate))\b/,
  /\bno (?:a|al|alla|alle|agli|ai|spam|insulti|pubblicita)\b/,
];

const NO_REPLY: readonly RegExp[] = [
  /\bnon\s+(?:[a-z']+\s+){0,3}?(?:rispond(?:iamo|e|ono|era|eremo|eranno|ere)|replic(?:a|hiamo|hera|heremo)|riceveran+o (?:alcuna )?risposta|ricevono (?:alcuna )?risposta|otterran+o (?:alcuna )?risposta|avran+o (?:alcuna )?risposta)\b(?! (?:di|dell|dei|del|a titolo|in alcun modo|per|circa)\b)/,
  /\bnon\s+(?:(?:si|verra|verranno|sara|saranno|viene|vengono|e|sono|potra|potranno|possiamo|puo|e in grado di|garantisce di|e possibile)\s+){0,2}(?:forn|da|dar|dat|dare|dara|daran|daremo|diamo|garanti)\w*\s+(?:[a-z']+\s+){0,2}?(?:risposta|risposte|riscontro|seguito)\b/,
  /\b(?:in nessun caso|nessun[ao]?)\s+(?:[a-z']+\s+){0,3}?(?:risposta|riscontro|replica)\b/,
  /\b(?:senza|nessuna) (?:risposta|replica)\b/,
];

const PROTECTED: readonly RegExp[] = [
  /\bcritic(?:a|he)\b.{0,60}\b(?:benvenut|ammess|accett|legittim|liber|consentit|accolt|ascolt|apprezz|tutelat|non (?:sar|verr|vengono|sono|viene|e) ?\w*\s?(?:rimoss|cancellat|eliminat|censurat))/,
  /\b(?:benvenut|ammess|accett|legittim|liber|consentit|accogli|ascolti|apprezz|raccoglie\w*|tutel|garanti|rispett)\w*\b.{0,60}\bcritic(?:a|he)\b/,
  /\bnon\s+(?:[a-z']+\s+){0,4}?(?:rimoss|cancellat|eliminat|rimuov|cancell|elimin|nascond|censur)\w*.{0,50}\b(?:critic|opinioni (?:negative|contrarie|divers)|dissens)/,
  /\bdiritto (?:di|alla) critica\b/,
  /\b(?:critic(?:a|he|are)|dissenso)\b.{0,30}\b(?:costruttiv|civil|argomentat|sono|e)\b/,
  /\b(?:tutti|chiunque|ognuno|ogni utente|gli utenti|cittadini)\b.{0,40}\b(?:hanno|ha|diritto|(?<!non )(?:possono|puo|posson?o)|liber[ioa])\b.{0,50}\b(?:interveni|esprim|espor|manifest|commenta|partecipa|opinion)/,
  /\b(?:liberta|diritto) (?:di|alla) (?:espressione|opinione|parola|pensiero|manifestazione)\b/,
];

const some = (patterns: readonly RegExp[], words: string): boolean => patterns.some((pattern) => pattern.test(words));

/** True where criticism itself is welcome: a condition on its tone takes nothing from that. */
export const welcomesCriticism = (words: string): boolean => some(PROTECTED.slice(0, 2), words);

export const isProtective = (words: string): boolean => some(PROTECTED, words);

/** «saranno, inoltre, rimossi», «potranno, a giudizio della redazione, essere rimossi»: what stands between two commas. */
const INCIDENTAL =
  /\b(saran+o|verran+o|vengono|sono|sara|verra|viene|potran+o|potra|posson?o|puo|dev(?:e|ono)|si riserva|riserva),\s+[^,.;:]{2,60},\s+/g;

/** What a sentence does with the contents it names; undefined where it does nothing with them. `sentence` is folded. */
export function modalityOf(sentence: string): Exclude<Modality, 'route' | 'protected'> | undefined {
  const words = sentence.replace(INCIDENTAL, '$1 ');
  const may = some(MAY_REMOVE, words);
  // «si riserva di … che saranno rimossi» only reserves: the stronger verb counts when it stands by itself.
  if (
    some(
      MUST_REMOVE,
      words.replace(
        /\bnon\s+(?:saran+o|verran+o|vengono|sono|sara|verra)\s+(?:[a-z']+\s+){0,2}?(?:rimoss|cancellat|eliminat)\w*/g,
        ' ',
      ),
    )
  ) {
    const reserved =
      /\briserv\w+\b/.test(words) &&
      !/\b(?:saran+o|verran+o|vengono)\s+(?:[a-z']+\s+){0,3}?(?:rimoss|cancellat|eliminat)/.test(words);
    return may && reserved ? 'may-remove' : 'must-remove';
  }
  if (may) return 'may-remove';
  if (some(NO_REPLY, words)) return 'no-reply';
  return some(ASKED, words) ? 'asked' : undefined;
}

const TITLE_ASKS =
  /\b(?:(?:non|mai) (?:si )?(?:e |sono |puo |possono )?\w*\s?(?:ammess|consentit|permess|tollerat|accettat|pubblicar|scriver|postar|fare)|vietat|divieti|proibit|da evitare|inaccettabil|netiquette|regole (?:di|d'uso|da|per)|comportament|buona condotta|galateo|bon ton|norme di comportamento|cosa non)/;

/** What a title says of the items below it; titles have no verb to read. */
export function modalityOfTitle(words: string): Exclude<Modality, 'route' | 'protected'> | undefined {
  if (/\b(?:rimuoviamo|rimoss[aoie]|rimozione|cancellazione|cancellat[aoie]|eliminat[aoie]|da rimuovere)\b/.test(words))
    return 'must-remove';
  if (/\b(?:moderat[aoie]|soggett[aoie] a moderazione)\b/.test(words)) return 'may-remove';
  return TITLE_ASKS.test(words) ? 'asked' : undefined;
}
