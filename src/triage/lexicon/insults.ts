// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

/** Those who answer, write or keep a page, named by what they do: «chi ha scritto questo post». */
const deskPeople = (): string[] =>
  ['chi', 'quello che', 'quella che', 'quelli che', 'colui che'].map(
    (who) =>
      `${who} (modera|gestisce|amministra|cura|scrive|ha scritto|pubblica|ha pubblicato|risponde|ha risposto|cancella|ha cancellato|censura|lavora|sta) (questa pagina|la pagina|questo profilo|il profilo|questo post|il post|questi post|i post|i commenti|ai commenti|qui|qua|dietro questa pagina|allo sportello|al telefono|in ufficio|alla pagina)`,
  );

/** Nouns and adjectives that offend when they are said of a person or of those who work in an office. */
export const insults = (): readonly Entry[] => [
  {
    tag: 'insult',
    degree: 3,
    forms: [
      ...built(
        `stronzo|stronzetto|coglione|coglioncello|bastardo|testa di cazzo|testa di minchia|testa di merda|figlio di puttana|
figlio di troia|figlio di mignotta|pezzo di merda|pezzo de merda|faccia di merda|faccia di culo|faccia da culo|uomo di merda|gente di merda|merdaccia|merdoso|troia|
puttana|puttaniere|zoccola|mignotta|baldracca|sgualdrina|bagascia|rottinculo|rotto in culo|cazzone|minchione|
cornuto|infame|verme|carogna|maiale|porco|subumano|lurido|ritardato|mongoloide|cerebroleso|mentecatto|
testina di cazzo|scrofa|leccaculo|schifoso bastardo|essere immondo|escremento|demente|succhiacazzi`,
      ),
      // Cut short, and no other word.
      ...words('stron|stronz|cogl|coglio|bastar'),
      ...words('feccia|merde|merda umana|feccia umana|spazzatura umana|rifiuto umano|rifiuti umani|fdp|tdc|pdm'),
    ],
  },
  {
    tag: 'insult',
    degree: 2,
    forms: [
      ...built(
        `idiota|cretino|imbecille|deficiente|scemo|stupido|buffone|pagliaccio|cialtrone|ladro|ladrone|truffatore|farabutto|
mascalzone|canaglia|imbroglione|delinquente|criminale|assassino|mafioso|parassita|fannullone|lavativo|scansafatiche|
nullafacente|mangiapane a tradimento|sanguisuga|pezzente|vigliacco|somaro|asino|capra|capra ignorante|bestia|sciacallo|
avvoltoio|zecca|lecchino|venduto|schifoso|bugiardo|ipocrita|nullità|analfabeta|sfigato|babbeo|beota|cafone|
ignorante|pecora|pecorone|burattino|marionetta|ciarlatano|fallito|aguzzino|carnefice|usuraio|strozzino|malfattore|
mercenario|traditore|imbecillotto|stolto|tonto|citrullo|decerebrato|miserabile|zotico|barbone|pusillanime|verminaio`,
      ),
      ...words(
        'servo|servi|senza cervello|senza vergogna|associazione a delinquere|associazione per delinquere|palle mosce|faccia di bronzo|facce di bronzo',
      ),
    ],
  },
  {
    tag: 'insult',
    degree: 1,
    forms: built(
      'incapace|incompetente|inetto|inutile|ridicolo|patetico|incosciente|dilettante|raccomandato|mediocre|disonesto',
    ),
  },
  {
    tag: 'insult-frame',
    forms: [
      '(brutto|brutti|brutta|brutte|pezzo di|pezzi di|razza di|branco di|banda di|manica di|massa di|lurido|luridi|sporco|sporchi|gran|emerito|emeriti)',
    ],
  },
  {
    tag: 'staff',
    forms: built(
      `direttore|direttrice|sindaco|assessore|presidente|primario|medico|dottore|dottoressa|infermiere|infermiera|impiegato|
operatore|operatrice|centralinista|dirigente|funzionario|segretario|segretaria|vigile|consigliere|commissario|responsabile|
capo|ministro|governatore|oss|addetto|addetta|collega|dipendente|educatore|educatrice|maestra|coordinatore|coordinatrice|
portavoce|moderatore|amministratore|social media manager|stagista|chirurgo|ginecologo|pediatra|psicologo|fisioterapista|usciere`,
    ),
  },
  { tag: 'staff', forms: deskPeople() },
  {
    tag: 'moderator',
    forms: [...deskPeople(), ...built('moderatore|admin|amministratore della pagina|social media manager|redazione')],
  },
  {
    // Where people work: said after an insult it means them, «quegli idioti dell'accettazione».
    tag: 'workplace',
    forms: words(
      `ufficio|uffici|sportello|sportelli|accettazione|anagrafe|segreteria|centralino|protocollo|reception|portineria|direzione|presidenza|
comune|municipio|regione|provincia|asl|ats|asst|cooperativa|inps|cup|urp|pronto soccorso|ospedale|reparto|ambulatorio|consultorio|distretto|
giunta|consiglio comunale|amministrazione|ente|agenzia|azienda|servizi sociali|servizio sociale|polizia locale|protezione civile|
ufficio tecnico|ufficio stampa|ufficio tributi|ufficio anagrafe|ufficio scuola|call center|numero verde|redazione|biblioteca|piano di sopra`,
    ),
  },
  {
    tag: 'body',
    forms: words(
      `asl|ats|asst|ausl|inps|inail|comune|regione|ospedale|provincia|ufficio|uffici|urp|cup|pronto soccorso|amministrazione|giunta|
consiglio comunale|cooperativa|ente|direzione|sportello|reparto|distretto|municipio|protezione civile|ministero|agenzia|
azienda|azienda sanitaria|consultorio|poliambulatorio|questura|prefettura|stato`,
    ),
  },
];
