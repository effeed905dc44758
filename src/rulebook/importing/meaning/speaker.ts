// SPDX-License-Identifier: AGPL-3.0-or-later

// About whose contents a sentence speaks: the body's own, its staff's, or those of the people who write. Folded words.

const BODY =
  /\b(?:noi |l'|il |la |lo |i |gli )?(?:ente|amministrazione|comune|asst|asl|ats|ausl|azienda|agenzia|ateneo|universita|camera|ministero|regione|provincia|istituto|dipartimento|cooperativa|mosaico|redazione|ufficio \w+|canali|pagina|profilo|social)\b[^.;:]{0,60}?\b(?:non )?(?:promuov\w+|condivid\w+|pubblic(?:a|ano|hera|heranno)\b|produc\w+|diffond\w+|rilanci\w+|posta\b)/;
const WE =
  /\b(?:non )?(?:pubblichiamo|postiamo|condividiamo|diffondiamo|promuoviamo|rilanciamo|produciamo|tratteremo|trattiamo)\b/;
const PUBLISHED =
  /\b(?:sulla pagina|sul (?:profilo|canale)|sui (?:canali|profili|social)|sulle pagine|contenuti (?:pubblicati|diffusi|prodotti|da pubblicare|condivisi))\b[^.;:]{0,60}\b(?:comprend\w+|riguard\w+|sono|saranno|vengono|verranno|potranno essere|possono essere|attengono|riferi\w+|includ\w+|consist\w+)\b/;
const TITLE =
  /\b(?:(?:cosa|che cosa|quali contenuti) (?:non )?(?:postiamo|pubblichiamo|condividiamo|trovi|troverai|trovate|si trova)|contenuti (?:da pubblicare|pubblicati|dei canali|editoriali)|linea editoriale|temi e stile|stile comunicativo|tipologia (?:di|dei) contenuti|cosa trovi)/;
const USERS =
  /\b(?:utent\w+|cittadin\w+|commenti?\b|interventi?\b|post (?:degli|e |di|o |,|contenent|scritt)|interlocutor\w+|visitator\w+|follower|partecipant\w+|chi (?:scrive|commenta|interviene|partecipa|pubblica)|chiunque|ognuno|ciascun\w*|a tutti si|tutti)/;

const STAFF =
  /\b(?:i |il |al |ai |del |dei |dal |dai |per i |ciascun |ogni )?(?:dipendent[ei]|personale (?:dell|della|del |dipendente|incaricato|autorizzato|docente|interno|che|e |non|deve|e'|puo|ha|in servizio|individuato)|collaborator[ei]|lavorator[ei])\b/;
const STAFF_ACTS =
  /\b(?:dev\w+|tenut[oie]\b|puo|posson?o|non|si asten\w+|si impegn\w+|astener\w*|astien\w*|e opportuno|e consigliat\w+|rispett\w+|dovr\w+)\b/;

export const speaksToStaff = (words: string): boolean => {
  const match = STAFF.exec(words);
  return match !== null && match.index < 60 && STAFF_ACTS.test(words);
};

/** True where what is said concerns what the body itself publishes. `titles` are folded. */
export function bodySpeaks(words: string, leadIn: string, titles: readonly string[]): boolean {
  if (WE.test(words) || WE.test(leadIn)) return !/\b(?:rimuov|cancell|elimin|moder)(?:iamo|eremo)/.test(words);
  const lead = leadIn === '' ? words : leadIn;
  if (
    BODY.test(lead) &&
    !USERS.test(lead.slice(0, BODY.exec(lead)?.index ?? 0)) &&
    !/\briserv|\b(?:rimuov|cancell|elimin|moder)\w*/.test(lead)
  )
    return true;
  if (
    PUBLISHED.test(lead) &&
    !/\b(?:dagli utenti|degli utenti|commenti|rispett\w+|privacy|da terzi|(?:rimoss|cancellat|eliminat|moderat)[aoie])\b/.test(
      lead,
    )
  )
    return true;
  return TITLE.test(titles.at(-1) ?? '') && !USERS.test(words);
}
