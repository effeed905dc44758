// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a clause is about; the areas are those in which the product counts clauses. */
export type Area =
  | 'policy-document'
  | 'accounts'
  | 'roles'
  | 'editorial-content'
  | 'editorial-process'
  | 'publishing'
  | 'replication'
  | 'moderation-mode'
  | 'moderation-hours'
  | 'netiquette-rule'
  | 'removal-rule'
  | 'sanction'
  | 'inbox-routing'
  | 'inbox-response'
  | 'direct-messages'
  | 'privacy'
  | 'minors'
  | 'media-consent'
  | 'licence'
  | 'internal-staff'
  | 'messaging-apps'
  | 'contacts'
  | 'legal-refs'
  | 'monitoring'
  | 'disclaimer'
  | 'accessibility';

/** How a desk can honour a clause. */
export type Kind = 'auto' | 'assist' | 'workflow' | 'document' | 'config';

export const KIND_OF: Readonly<Record<Area, Kind>> = {
  'policy-document': 'document',
  accounts: 'config',
  roles: 'workflow',
  'editorial-content': 'config',
  'editorial-process': 'workflow',
  publishing: 'auto',
  replication: 'config',
  'moderation-mode': 'config',
  'moderation-hours': 'config',
  'netiquette-rule': 'assist',
  'removal-rule': 'assist',
  sanction: 'workflow',
  'inbox-routing': 'assist',
  'inbox-response': 'workflow',
  'direct-messages': 'config',
  privacy: 'document',
  minors: 'document',
  'media-consent': 'workflow',
  licence: 'document',
  'internal-staff': 'document',
  'messaging-apps': 'document',
  contacts: 'config',
  'legal-refs': 'document',
  monitoring: 'workflow',
  disclaimer: 'document',
  accessibility: 'document',
};

interface Telling {
  readonly area: Area;
  readonly is: RegExp;
}

/** Areas told by the words of the sentence, the surest first; folded. */
const TELLINGS: readonly Telling[] = [
  {
    area: 'moderation-hours',
    is: /\b(?:festiv\w+|sabato|domenica|chiusura|ferie|estiv\w+)\b[^.;]*\b(?:sospes\w+|non (?:\w+ ){0,3}?(?:attiv|garantit|presidi|moderat|risponde)\w*|ridott\w+)/,
  },
  {
    area: 'accessibility',
    is: /\baccessibil(?:ita|i)\b(?=[^.;]*\b(?:disabil|requisit|barrier|contenut|linee guida|wcag|sottotitol))|\bbarriere informatiche\b/,
  },
  {
    area: 'messaging-apps',
    is: /\b(?:sistemi|app|applicazioni|servizi|strumenti) di messaggistica\b|\bgruppi? whatsapp\b/,
  },
  {
    area: 'disclaimer',
    is: /\b(?:spazi|inserzioni|contenuti|messaggi|annunci) pubblicitar\w+\b[^.;]*\b(?:controll|gestit|responsab)|\bnon (?:e|sono|puo|possono|si|ne|essere|potra|intend)\b[^.;]{0,40}\b(?:responsabil|implica|rappresent|sostituisc|costituisc|certific|garant|rispond\w+ d|avere valore|assum)\w*|\brappresentan\w* (?:\w+ )?(?:l'opinione|esclusivamente|solo|unicamente|le opinioni|il pensiero|il punto di vista)|\bopinion\w+ (?:dei singoli|personal\w+|degli autori)|\bnon (?:sostitui|implica|ne certific|certific|garanti|vincola|impegna)\w*|\b(?:ciascun\w*|ogn\w+|qualsiasi|gli utenti|(?:gli )?autori|chi (?:commenta|scrive|pubblica|interviene))\b[^.;]{0,40}\b(?:e |sono )?responsabil\w+|\bnessuna responsabilita|\bdeclina\w*|\ba titolo personale|\bnon gestit\w+ d|\bnon (?:sono )?riconducibil\w+|\bscopo (?:meramente |puramente )?(?:informativ|divulgativ)\w+|\bnon esaustiv\w+|\bvalore (?:meramente )?(?:informativo|legale|ufficiale)|\bcondizioni (?:d'uso|di servizio|del servizio|generali)\b[^.;]*\b(?:piattaform|social|gestor|societa)/,
  },
  {
    area: 'monitoring',
    is: /\b(?:monitoragg\w+|analisi (?:dei|delle) (?:risultat|dat|statistich|metrich|interazion)\w*|statistich\w+|report\b|insight|indicator\w+|kpi)\b/,
  },
  {
    area: 'policy-document',
    is: /\b(?:il presente|la presente|questo|questa|presenti|tale)\b[^.;]{0,60}\b(?:document\w*|polic(?:y|ies)|regolament\w*|disciplinar\w*|linee guida|netiquette|pagina (?:definisce|illustra)|vademecum)\b|\b(?:social media )?policy\b[^.;]{0,40}\b(?:e |illustra|definisc|contien|disciplin|descriv|individu|regol|indic|e stata|puo essere|sara|viene)|\b(?:aggiornament\w+|modific\w+|revision\w+) (?:\w+ ){0,4}?(?:polic|document|regolament|disciplinar)\w*|\b(?:approvat|adottat|deliberat)\w+ (?:con|dal|dalla|mediante)\b|\bdata di redazione\b|\bentra\w* in vigore\b|\bdefinizion\w+\b/,
  },
  {
    area: 'privacy',
    is: /\b(?:trattamento (?:dei|di|dati)|informativa (?:sulla|privacy|sul|ai sensi|estesa)|titolare del trattamento|protezione dei dati|dati (?:condivisi|inviati|raccolti|inseriti|personali (?:degli|dei|delle|sono|saranno|verranno|forniti))|privacy policy|normativa (?:in materia di )?privacy)\b/,
  },
  {
    area: 'licence',
    is: /\b(?:licenz\w+|creative commons|liberi da vincoli|diritti d'autore|accreditat\w+|copyright)\b/,
  },
  {
    area: 'media-consent',
    is: /\b(?:liberatori\w+|consenso (?:scritto|esplicito|preventivo|dell|delle|degli|informat)\w*|(?:autorizzazion\w+|consens\w+) (?:\w+ ){0,6}?(?:person|interessat|ritratt|soggett)\w*)\b/,
  },
  { area: 'replication', is: /\breplic\w+|\bripubblicat\w+|\bcross-?post\w*/ },
  {
    area: 'publishing',
    is: /\bpubblicazion\w+ automatic\w*|\bprogrammazion\w+ (?:dei|delle)|\bpubblicazione (?:avviene|e effettuata)|\btempi di pubblicazione/,
  },
  {
    area: 'editorial-process',
    is: /\b(?:piano editoriale|calendario editoriale|linea editoriale|pianificazion\w+|redazione (?:dei|verifica|cura))\b/,
  },
  {
    area: 'direct-messages',
    is: /\bmessagg\w+ (?:privat|dirett)\w*|\bmessenger\b|\bdirect\b|\bmessaggistica\b|\bchat\b/,
  },
  {
    area: 'inbox-routing',
    is: /\b(?:rivolg\w+|indirizzat\w+|indirizza\w*|inoltr\w+|dirott\w+|contattar\w+|reindirizz\w+|orientar\w+|si rimanda|si rinvia)\b[^.;]*\b(?:uffici|urp|serviz|segreteri|struttur|sportell|protocoll|canal|contatt|emerg|112|pec|sito|referent|dipartiment|settor)\w*|\b(?:canali|uffici|servizi) (?:preposti|competenti|tradizionali|istituzionali|ufficiali)\b|\bnumer\w+ (?:unico )?di emergenz\w*|\b(?:reclam|segnalazion|istanz)\w+\b[^.;]{0,80}\b(?:vanno|devono|possono|dovranno|non (?:sono|e|vengono))|\bnon (?:puo|possono|sono|e|vengono)\b[^.;]{0,80}\b(?:reclam|segnalazion|istanz)\w+/,
  },
  {
    area: 'inbox-response',
    is: /\b(?:rispond\w+|rispost\w+|riscontr\w+|pres[aoie] in carico|prende\w* in carico|evas[aei]\b|raccogliere (?:commenti|richieste|suggerimenti))\b/,
  },
  {
    area: 'moderation-mode',
    is: /\bmodera(?:zion\w+|t\w+|re|tor\w+)\b|\bcommenti\b[^.;]{0,40}\b(?:visibil|pubblic|apert|consentit|abilitat)\w*/,
  },
  {
    area: 'roles',
    is: /\b(?:gestit\w+|curat[aoie]|amministrat[aoie]|presidiat\w+|coordinat\w+|affidat\w+|incaricat\w+|responsabil[ei] (?:della|dell|del|dei|per)|gruppo di lavoro|social media (?:manager|team)|autorizzat\w+ (?:dal|dalla|dall|con))\b/,
  },
  {
    area: 'accounts',
    is: /\b(?:account|profil[oi]|pagin[ae]|canal[ei])\b[^.;]{0,60}\b(?:ufficial|istituzional|attiv|present|aper[tr]|apertur|creazion|elenc|seguent)\w*|\b(?:e|sono|siamo) (?:\w+ )?(?:presente|presenti|attiv[oaie])\b|\b(?:attualmente|ad oggi) (?:attiv|present)\w*|\bpagina (?:ufficiale|facebook)|\braggiungibil\w+|\bapertura (?:di|dei|degli)\b/,
  },
  {
    area: 'policy-document',
    is: /\b(?:utilizz|us|ser[vy]|impieg|si avval)\w*\b[^.;]{0,80}\b(?:finalita|per informare|per comunicare|per diffondere|allo scopo|al fine)\b/,
  },
  {
    area: 'editorial-content',
    is: /\b(?:pubblic(?:a|ano|hiamo|at[aoie]|azion\w+|are|heremo)|post(?:iamo|are|ati)|condivi\w+|rilanci\w+|diffond\w+|diffus\w+|divulg\w+|contenut\w+|veicolat\w+|informazioni su|notizie)\b/,
  },
  {
    area: 'policy-document',
    is: /\b(?:finalita|scop[oi]|obiettiv\w+|intende|si propone|informare|comunicare|favorire|promuovere|trasparenza|partecipazione|dialogo)\b/,
  },
];

/** Areas that a title makes likely for sentences that say little by themselves. */
const TITLES: readonly Telling[] = [
  {
    area: 'legal-refs',
    is: /\b(?:riferiment\w+ normativ\w*|normativa|norme di riferimento|fonti (?:normative)?|quadro (?:normativo|di riferimento)|bibliografia)\b/,
  },
  { area: 'contacts', is: /\b(?:contatt\w+|recapit\w+|scriv\w+|dove trovarci|informazioni utili)\b/ },
  { area: 'privacy', is: /\b(?:privacy|protezione dei dati|trattamento dei dati|dati personali)\b/ },
  {
    area: 'accounts',
    is: /\b(?:account|canali (?:ufficiali|attivi|social)?|profili|dove (?:siamo|ci trovi)|i nostri (?:social|canali)|elenco)\b/,
  },
  { area: 'sanction', is: /\b(?:sanzion\w+|provvediment\w+|violazion\w+|conseguenz\w+|ban\b|blocc\w+)\b/ },
  {
    area: 'editorial-content',
    is: /\b(?:contenut\w+|cosa (?:non )?(?:pubblichiamo|postiamo|trovi|trover)|temi|argomenti|stile|linguaggio)\b/,
  },
  { area: 'disclaimer', is: /\b(?:responsabilita|disclaimer|avvertenz\w+|esclusion\w+|note legali)\b/ },
  { area: 'licence', is: /\b(?:licenz\w+|copyright|diritt\w+ d'autore|riproduzion\w+|riuso)\b/ },
  {
    area: 'policy-document',
    is: /\b(?:finalita|scop\w+|premess\w+|oggetto|introduzion\w+|definizion\w+|ambito|perche|obiettiv\w+|norme? final\w+|entrata in vigore|aggiornament\w+)\b/,
  },
  {
    area: 'roles',
    is: /\b(?:gestion\w+|responsabil\w+|chi (?:gestisce|risponde|siamo)|redazion\w+|ruol\w+|compiti|funzioni|gruppo di lavoro)\b/,
  },
  { area: 'inbox-response', is: /\b(?:rispost\w+|risponde\w*|quando rispond|tempi|domande|richieste)\b/ },
  { area: 'netiquette-rule', is: /\b(?:netiquette|regole|comportament\w+|buona condotta)\b/ },
];

/** What the sentence is about by its own words; undefined where they do not tell. */
export const areaOfWords = (words: string): Area | undefined => TELLINGS.find(({ is }) => is.test(words))?.area;

/** What the titles, the innermost first, say that it is about. */
export function areaOfTitles(titles: readonly string[]): Area | undefined {
  for (const title of titles.toReversed()) {
    const area = TITLES.find(({ is }) => is.test(title))?.area;
    if (area !== undefined) return area;
  }
  return undefined;
}
