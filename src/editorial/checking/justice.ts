// SPDX-License-Identifier: AGPL-3.0-or-later
import { beside, individuals, inSentence, type Look, one } from './draft-reading.ts';
import { justiceIn } from './matters.ts';
import { has, joinedSpans, sentenceAt, spansOf, wholeWords } from './passages.ts';

const KNOWN_SINGLE = wholeWords(
  "(?:il|la|lo|l[’']|un|una|suo|sua)\\s?(?:padre|madre|marito|moglie|compagn[oa]|ex|convivente|figlio|figlia|titolare|dipendente|operat(?:ore|rice)|funzionari[oa]|agente|uomo|donna|giovane|ragazz[oa]|automobilista|autista)",
);
const SURE = 0.5;
/** Who is named for history or a work is not tried here. */
const UNTOUCHED: readonly string[] = ['history', 'credited', 'public-role'];

/** A person's dealings with justice; an office protects nobody's own. */
export const judicialData: Look = (reading) => {
  const { text, people, signals } = reading;
  const somebody = [...individuals(reading), ...spansOf(text, KNOWN_SINGLE)];
  const inOffice = people
    .filter(({ basis }) => basis !== undefined && !UNTOUCHED.includes(basis))
    .map(({ span }) => span);
  const noticed = signals.flatMap(({ category, source, strength, spans }) =>
    category === 'personal-data' && source === 'dati-giudiziari' && strength >= SURE ? spans : [],
  );
  return one(
    joinedSpans([...beside(reading, justiceIn(text), [...somebody, ...inOffice]), ...noticed]),
    'Dice di una persona riconoscibile i suoi guai con la giustizia: servono una norma che lo permetta e una ragione.',
  );
};

const CAUGHT = wholeWords(
  '(?:ripres[oaie]|colt[oaie]|sorpres[oaie]|beccat[oaie]|pizzicat[oaie]|pres[oaie]|fermat[oaie]|bloccat[oaie]|identificat[oaie]|individuat[oaie]|filmat[oaie]|smascherat[oaie]|acciuffat[oaie])\\s(?:sul\\sfatto|in\\sflagrante|con\\sle\\smani|a\\s(?:rubare|scaricare|gettare|abbandonare|imbrattare|vandalizzare|spacciare|danneggiare)|mentre|dopo\\saver)',
);
const BY_CAMERAS = wholeWords(
  "(?:telecamer[ae]|immagini|video|fototrappol[ae])[^.!?\\n]{0,40}(?:l[oaie]|l[’'])\\s?(?:hanno|ha)\\s?(?:ripres\\p{L}|incastrat\\p{L}|immortalat\\p{L}|filmat\\p{L}|inquadrat\\p{L})[^.!?\\n]{0,60}",
);
const EXPOSED = wholeWords(
  "ecco\\schi\\s(?:sporca|imbratta|ruba|abbandona|ha|è\\sstat[oa]|getta|butta|danneggia|parcheggia|scarica)|ecco\\s(?:il\\s(?:colpevole|responsabile|furbo|furbetto|vandalo|ladro)|la\\s(?:colpevole|responsabile|ladra)|l[’']autore|gli\\sautori|i\\s(?:vandali|colpevoli|responsabili|furbetti|ladri))|sappiamo\\schi|sappiamo\\sdove\\sabita|(?:preso|trovato|beccato|scoperto|fermato|identificato)\\schi|abbiamo\\s(?:trovato|scoperto|individuato)\\s(?:chi|il\\s(?:colpevole|responsabile))|è\\sstat[oa]\\slu[i]|è\\sstata\\slei|il\\scolpevole\\sè|(?:colpevole|responsabile|ladr[oa]|vandal[oa]|autore)\\s(?:\\p{L}+\\s){0,4}ha\\s(?:ora\\s|finalmente\\s)?un\\s(?:nome|volto)|aiutateci\\sa\\sidentificar\\p{L}+|chi\\sl[oa]\\sriconosc\\p{L}+|chi\\sl[oa]\\sconosc\\p{L}+",
);
const ACCUSED = wholeWords(
  "secondo\\sl[’'](?:accusa|ipotesi)|accusat[oaie]\\sdi|sospettat[oaie]|presunt[oaie]\\s(?:ladr\\p{L}|autor\\p{L}|aggressor\\p{L}|responsabil\\p{L}|truffat\\p{L}+|molestat\\p{L}+|omicida|colpevol\\p{L}|spacciat\\p{L}+|piroman\\p{L}|stalker)|avrebbe(?:ro)?\\s(?:rubato|preso\\smazzette|intascato|truffato|falsificato|aggredito|picchiato|molestato|minacciato|sottratto|corrotto|violentato|ucciso|investito|appiccato|danneggiato)",
);
const DID = wholeWords(
  "(?:che|l[oaie]|ci|il\\spadre|la\\smadre)\\s(?:li\\s|la\\s|lo\\s|le\\s|l[’'])?(?:picchiava(?:no)?|maltrattava(?:no)?|molestava|perseguitava|rubava(?:no)?|ha(?:nno)?\\s(?:rubato|truffato|picchiato|aggredito|derubato|imbrattato|ridott[oa]\\scosì)|truffava|minacciava|derubava|violentava|aggrediva|taglieggiava)|rubava\\s\\p{L}+|guidava\\s(?:ubriac[oa]|drogat[oa]|con\\sun\\stasso|in\\sstato|senza\\spatente)|abbandonava\\s(?:i\\s)?rifiuti|scaricava\\s\\p{L}+|timbrava\\s\\p{L}+|spacciava|ha\\s(?:appiccato|rubato|truffato|aggredito|timbrato|sottratto|falsificato)|(?:intascava|falsificava|sottraeva)",
);
const CALLED = wholeWords(
  "(?:il|la|lo|l[’']|quest[oa]|quel|quella|al|alla|del|della)\\s?(?:ladr[oa]|vandal[oa]|piromane|truffat(?:ore|rice)|spacciat(?:ore|rice)|stalker|scippat(?:ore|rice)|teppist[ai]|delinquente|farabutt[oa]|aggress(?:ore|ora|or)|molestat(?:ore|rice)|pirata\\sdella\\sstrada|incendiari[oa]|imbratt(?:atore|atrice)|evasore|usurai[oa]|borseggiat(?:ore|rice)|colpevole|assassin[oa]|omicida)",
);

const OFFENCE = wholeWords(
  "(?:ha|hanno|aveva(?:no)?|avrebbe(?:ro)?|avendo|per\\saver(?:e)?)\\s(?:\\p{L}+\\s){0,2}(?:rubat[oaie]|truffat[oaie]|rapinat[oaie]|scippat[oaie]|aggredit[oaie]|picchiat[oaie]|malmenat[oaie]|minacciat[oaie]|molestat[oaie]|perseguitat[oaie]|imbrattat[oaie]|vandalizzat[oaie]|dato\\sfuoco|appiccat[oaie]|intascat[oaie]|sottratt[oaie]|falsificat[oaie]|timbrat[oaie]|evas[oaie]|corrott[oaie]|estort[oaie]|ricattat[oaie]|maltrattat[oaie]|violentat[oaie]|accoltellat[oaie]|uccis[oaie]|avvelenat[oaie]|abbandonat[oaie]\\s(?:i\\s|dei\\s|un\\s|il\\s|sacchi|rifiuti|cane)|gettat[oaie]\\s(?:rifiuti|i\\s|sacchi)|scaricat[oaie]\\s(?:rifiuti|macerie|un\\s|calcinacci)|dichiarato\\sil\\sfalso|derubat[oaie]|ingannat[oaie]|imbrogliat[oaie]|travolt[oaie]|avvelenat[oaie]|finto\\sdi|simulat[oaie]|spacciat[oaie]|parcheggiato\\ssul)|(?:rubava|truffava|spacciava|intascava|falsificava|timbrava|picchiava|maltrattava|minacciava|molestava|avvelenava|incendiava|bruciava|imbrattava|devastava|spiava|pedinava|derubava|guidava|abbandonava|scaricava|gettava|vendeva\\sdroga|prendeva\\stangenti)(?:no)?|furto|furti|rapina|truffa|spaccio|vandalism[oi]|stalking|molesti[ae]|maltrattament[oi]|aggressione|tangent[ei]|mazzett[ae]|corruzione|peculato|assenteism[oi]|evasione|lavoro\\snero|abuso|abusi|incendio\\sdoloso|omicidio|lesioni|estorsione|usura|frode|stato\\sdi\\sebbrezza|tasso\\salcolico|omissione\\sdi\\ssoccorso|falso\\sinvalido|furbett[oi]|responsabil[ei]\\sd(?:i|el|ella|ell[’']|ei|egli)|autor[ei]\\sd(?:i|el|ella|ell[’']|ei|egli)|colpevol[ei]\\sd(?:i|el|ella|ei)",
);
/** Before a judge has spoken for good. */
const NOT_CONVICTED = wholeWords(
  'arrestat[oa]|agli\\sarresti|domiciliari|denunciat[oa]|indagat[oa]|imputat[oa]|rinviat[oa]\\sa\\sgiudizio|sotto\\sprocesso|avviso\\sdi\\sgaranzia|custodia\\scautelare|misura\\scautelare|divieto\\sdi\\savvicinamento|in\\smanette|sospettat[oa]|inquisit[oa]|fermat[oa]\\sdai',
);
const SINGLED_OUT = wholeWords(
  "(?:un|una|il|la|lo|l[’']|quest[oa]|quel|quella|due|tre|al|del|della)\\s?(?:noto\\s|nota\\s|nostr[oa]\\s|giovane\\s|solit[oa]\\s)?(?:uomo|donna|signor[ea]?|automobilista|\\d{2}enne|\\p{L}+(?:ant|ent)enne|titolare|dipendente|conducente|commerciante|imprenditore|imprenditrice|coppia|badante|padre|madre|marito|compagno|vicino|vicina|inquilin[oa]|furbett[oi]|individu[oi]|consigliere|funzionari[oa]|infermiere|infermiera|autista|barista|medico|operatore|operatrice|ristoratore|gestore|proprietario|proprietaria)",
);
/** Told so that people may beware, or in numbers. */
const IN_GENERAL = wholeWords(
  'attenzione|diffidate|non\\saprite|come\\s(?:riconoscer|difender)\\p{L}*|segnalat(?:e|ele|eli)|numero\\sverde|1522|112|campagna|corso\\s(?:di|per)|incontr[oi]|sportello|prevenzione|vademecum|giornata\\s(?:mondiale|nazionale|contro|internazionale)|convegno|osservatorio|per\\scento|\\d+\\s(?:sanzioni|multe|denunce|casi|controlli|verbali)',
);

/** Somebody held out as the author of an offence before a judge has said so. */
export const allegedOffender: Look = (reading) => {
  const { text, sentences, people, pictured } = reading;
  const said = [CAUGHT, BY_CAMERAS, EXPOSED, ACCUSED, DID, CALLED].flatMap((pattern) => spansOf(text, pattern));
  const named = people.filter(({ basis }) => basis === undefined || !UNTOUCHED.includes(basis)).map(({ span }) => span);
  const somebody = [...individuals(reading), ...named, ...spansOf(text, SINGLED_OUT)];
  const shown = pictured.some(({ hasBasis }) => !hasBasis);
  const offences = spansOf(text, OFFENCE).filter(
    (span) => !has(text.slice(...sentenceAt(sentences, span)), IN_GENERAL),
  );
  const done = shown ? offences : inSentence(reading, offences, somebody);
  const accused = beside(reading, spansOf(text, NOT_CONVICTED), somebody);
  return one(
    joinedSpans([...said, ...done, ...accused]),
    'Indica qualcuno come autore di un reato o di una violazione prima che sia accertato: chi non è condannato si presume innocente.',
  );
};
