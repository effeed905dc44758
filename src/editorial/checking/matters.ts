// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { spansOf, wholeWords } from './passages.ts';

// What is private of a person once it is known whose it is. None of these words reveals anything by itself.

const HEALTH = wholeWords(
  `tumor[ei]|tumoral[ei]|cancro|carcinoma|leucemi[ae]|linfoma|melanoma|metastasi|chemio|chemioterapi[ae]|radioterapi[ae]|diabet[ei]|diabetic[oaihe]+|celiachia|celiac[oaihe]+|epilessia|epilettic[oaihe]+|autismo|autistic[oaihe]+|dislessi[ac]\\p{L}*|disturb[oi]\\s(?:mental|psich|aliment|bipolar|dell[’'])\\p{L}*|sindrome|distrofia|sclerosi|sla|parkinson|alzheimer|demenz[ae]|depression[ei]|depress[oaie]|esauriment[oi]|attacch[io]\\sdi\\spanico|anoressi\\p{L}+|bulimi\\p{L}+|schizofreni\\p{L}+|psicosi|bipolar[ei]|psichiatri[ac]\\p{L}*|salute\\smentale|dialisi|dializzat[oa]|trapiant\\p{L}+|ictus|infart\\p{L}+|meningite|tubercolosi|tbc|hiv|aids|sieropositiv[oa]|epatite|covid|coronavirus|scabbia|polmonite|sepsi|ustion[ei]|ustionat[oaie]|frattur\\p{L}+|trauma\\scranico|(?:costol[ae]|gamba|braccio|femore|bacino|polso|naso)\\srott[oaie]|gravidanza|incinta|abort\\p{L}+|gravidanza\\sinterrotta|sterilità|fecondazione|inidoneità|inidone[oa]|invalid[oaie]|invalidità|disabil[ei]|disabilità|non\\svedent[ei]|ciec[oahi]+|sord[oaie]|ipovedent[ei]|carrozzina|sedia\\sa\\srotelle|handicap\\p{L}*|malatti[ae]|malat[oaie]|ammalat[oaie]|patologi[ae]|diagnos\\p{L}+|ricover[oi]|ricoverat[oaie]|degent[ei]|operat[oaie]\\s(?:al|alla|all[’']|ai|alle|di|d[’']urgenza)|asportat[oa]|intervento\\s(?:chirurgico|di|al|alla|all[’'])|terapi[ae]|in\\scura|curat[oa]|cure\\s(?:palliative|oncologiche|mediche)|riabilitazione|fisioterapia|protesi|amputa\\p{L}+|coma|rianimazione|terapia\\sintensiva|prognosi|codice\\srosso|alcol\\s?test|alcolist[ai]|alcolism\\p{L}+|tossicodipenden\\p{L}+|serd|sert|overdose|ludopati\\p{L}*|dipendenza|immunodepress[oa]|allergi[ac]\\p{L}*|asma|obes[oaie]|obesità|refert[oi]|cartella\\sclinica|esami\\sdel\\ssangue|positiv[oa]\\s(?:al|alla|all[’'])|tampone|contagiat[oa]|quarantena|profilassi|malformazion[ei]|cardiopati\\p{L}+|ernia|zoppic\\p{L}+|stampelle|mutilat\\p{L}+|suicid\\p{L}+|tentato\\sil\\ssuicidio|autolesion\\p{L}+|trattamento\\ssanitario|tso|burnout|menopausa|menomazion[ei]|paralisi|paralizzat[oa]|paraplegic[oa]|tetraplegic[oa]|down|morbo\\sdi|intolleranz[ae]|svenut[oa]|malore|in\\sosservazione|dimess[oa]|guarit[oa]|guarigione|convalescen\\p{L}+|cronic[oa]|oncoematologia|oncologic[oa]|pazient[ei]`,
);
/** Wards: somebody's only where they are said to be in one. */
const WARD = wholeWords(
  "(?:in|nella\\snostra|nel\\snostro|nella|nel|dall[’']|dalla|dal|di)\\s?(?:reparto\\sdi\\s)?(?:oncologia|oncoematologia|oncoematologia pediatrica|ematologia|pediatria|psichiatria|urologia|neurologia|cardiologia|ginecologia|ostetricia|ortopedia|chirurgia\\p{L}*|rianimazione|infettivologia|malattie\\sinfettive|neonatologia|geriatria|hospice|comunità|csm|spdc)",
);
const JUSTICE = wholeWords(
  `condannat[oaie]|condann[ae]|arrestat[oaie]|arrest[oi]|agli\\sarresti|in\\smanette|denunciat[oaie]|indagat[oaie]|imputat[oaie]|inquisit[oaie]|domiciliari|rinviat[oaie]\\sa\\sgiudizio|rinvio\\sa\\sgiudizio|patteggia\\p{L}*|precedenti\\s(?:penali|per)|pregiudicat[oaie]|(?:alla|della|dalla)\\sprocura|carcere|carcerat[oa]|galera|detenut[oa]|lavori\\sdi\\spubblica\\sutilità|divieto\\sdi\\savvicinamento|misura\\scautelare|misure\\scautelari|custodia\\scautelare|avviso\\sdi\\sgaranzia|ammoniment[oi]|foglio\\sdi\\svia|daspo|obbligo\\sdi\\sfirma|fedina\\spenale|casellario|processo\\s(?:per|penale)|sotto\\sprocesso|a\\sprocesso|affidamento\\sin\\sprova|messa\\salla\\sprova|semilibertà|libertà\\svigilata|sconta(?:to|ndo|re)?|reclusione|ex\\sdetenut[oaie]|(?<!vale\\sla\\s)pena|guida\\sin\\sstato\\sdi\\sebbrezza|reato|reati|latitante|interdizione|interdett[oa]|amministrazione\\sdi\\ssostegno|fallit[oa]|querelat[oaie]|sentenza`,
);
/** Aid, debts, family and work: private too. */
const PRIVATE = wholeWords(
  `serviz[io]\\ssocial[ei]|assistent[ei]\\ssocial[ei]|contribut[oi]\\s(?:straordinari[oi]|economic[oi])|aiuto\\s(?:straordinario|economico)|sussidi[oi]|reddito\\sdi|isee|moros[oaie]|morosità|sfratt\\p{L}+|debit[oi]|pignora\\p{L}+|rimasta?o?\\ssenza\\s(?:luce|gas|casa|lavoro)|senza\\sluce|povertà|indigen\\p{L}+|affid[oi]|affidament[oi]|adozion[ei]|adottat[oa]|separazion[ei]|separat[oa]|divorziat[oa]|divorzio|violenza|maltrattat[oa]|maltrattament[oi]|licenziat[oa]|licenziament[oi]|procedimento\\sdisciplinare|assenteis\\p{L}+|sospes[oa]\\sdal|trasferit[oa]|stipendio|cassa\\sintegrazione|disoccupat[oa]|permesso\\sdi\\ssoggiorno|clandestin[oa]|religion[ei]|omosessual\\p{L}+|transessual\\p{L}+|iscritt[oa]\\sal\\ssindacato|evas[oa]|non\\s(?:ha\\spagato|paga)|multat[oa]|multa|sanzionat[oa]|picchia\\p{L}*|rubava|ruba`,
);

/** «il trasporto dei malati», «per i pazienti»: of all, and of nobody. */
const OF_ALL =
  /(?<!\p{L})(?:dei|degli|ai|agli|dai|per\s(?:i|gli)|con\s(?:i|gli)|tra\s(?:i|gli)|persone|associazioni?|familiari\s(?:di|dei))\s$/iu;
const MANY =
  /^(?:malati|pazienti|degenti|disabili|invalidi|ricoverati|diabetici|celiaci|ciechi|sordi|oncologici|cronici|dializzati|ammalati)$/iu;
/** «infermiera di terapia intensiva», «il reparto di oncologia»: where people work. */
const WORKS_IN =
  /(?<!\p{L})(?:infermier[aei]|medic[oi]|dottoress[ae]|équipe|equipe|primari[oa]|dirett(?:ore|rice)|personale|servizio|specialista|specialisti|operat(?:ore|rice|ori)|coordinat(?:ore|rice)|posti(?:\sletto)?)\s(?:di|della|del|in|dell[’'])\s?$/iu;
const WARD_WORDS =
  /^(?:terapia\sintensiva|rianimazione|dialisi|riabilitazione|psichiatri|oncologi|cure\spalliative|salute\smentale|chemio|radioterapi|fisioterapia)/iu;

const isOfAll = (text: string, [start, end]: Span): boolean =>
  (WARD_WORDS.test(text.slice(start, end)) && WORKS_IN.test(text.slice(Math.max(0, start - 40), start))) ||
  (MANY.test(text.slice(start, end)) && OF_ALL.test(text.slice(Math.max(0, start - 24), start)));

export const healthIn = (text: string): readonly Span[] => spansOf(text, HEALTH).filter((span) => !isOfAll(text, span));
export const wardsIn = (text: string): readonly Span[] => spansOf(text, WARD);
export const justiceIn = (text: string): readonly Span[] => spansOf(text, JUSTICE);
export const privateIn = (text: string): readonly Span[] => spansOf(text, PRIVATE);
