// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { exactWords, spansOf, wholeWords } from './passages.ts';

// People who are told without a name: by their trade and place, whose children they are, how old, where they live.

export const TRADE =
  'fornai[oa]|panettier[ea]|barist[ai]|barbier[ea]|parrucchier[ea]|macellai[oa]|fruttivendol[oa]|farmacista|postin[oa]|portalettere|vigil[ei]|vigiless[ae]|bidell[oa]|maestr[oa]|insegnante|professor(?:e|essa)|docente|preside|catechista|allenat(?:ore|rice)|bagnin[oa]|ostetric[oa]|infermier[ea]|medic[oa]|dottoress[ae]|dentista|veterinari[oa]|autista|camionista|tassista|idraulic[oa]|elettricista|murator[ei]|falegname|fabbro|meccanic[oa]|giardinier[ea]|custode|guardian[oa]|cuoc[oa]|camerier[ea]|pizzaiol[oa]|ristorat(?:ore|rice)|pescat(?:ore|rice)|contadin[oa]|agricolt(?:ore|rice)|allevat(?:ore|rice)|pastore|parroco|prete|don|suora|commess[oa]|cassier[ea]|operai[oa]|impiegat[oa]|ragionier[ea]|geometra|avvocat[oa]|notai[oa]|commerciante|tabaccai[oa]|edicolante|benzinai[oa]|orefice|gioiellier[ea]|sart[oa]|calzolai[oa]|bibliotecari[oa]|educat(?:ore|rice)|operat(?:ore|rice)|magazzinier[ea]|centralinista|segretari[oa]|magistrat[oa]|maresciall[oa]|carabinier[ea]|poliziott[oa]|pompier[ei]|student(?:e|essa)|calciat(?:ore|rice)|portiere|pensionat[oa]|vedov[oa]|badante|disoccupat[oa]|imprendit(?:ore|rice)|titolare|gest(?:ore|rice)|proprietari[oa]|ex\\s+\\p{L}+|assistente|consiglier[ea]|dipendente|collega|bracciante|senzatetto|clochard|migrante|profug[oa]|rifugiat[oa]';
const KIN =
  'figli[oaei]|mogli[ei]|marito|vedov[oa]|fratell[oi]|sorell[ae]|fratellin[oi]|sorellin[ae]|nipot(?:e|i|in[oa])|mamma|madre|padre|papà|nonn[oa]|cognat[oa]|gener[oi]|nuora|compagn[oa]|fidanzat[oa]|gemell[ie]|genitori|zi[oa]';
const SOMEBODY =
  'donn[ae]|uomo|uomini|signor[ae]?|signorina|ragazz[oa]|giovane|anzian[oa]|bambin[oa]|bimb[oa]|ragazzin[oa]|piccol[oa]|neonat[oa]|pazient[ei]|utente|ospite|coppia|famiglia|nucleo|mamma|papà|nonn[oa]|persona|turista|ciclista|automobilista|motociclista|pedone|cittadin[oa]|residente|inquilin[oa]|vicin[oa]|\\p{L}+enne|\\p{L}+antenne|fratellini|sorelline|gemellin[ie]|alunn[oa]|compagn[oa]';
const ARTICLE =
  "(?:il|lo|la|l[’']|al|allo|alla|all[’']|del|dello|della|dell[’']|dal|dalla|dall[’']|un|uno|una|un[’']|nostr[oa]|quest[oa]|quell[oa]|quel|due|tre)\\s?";
const AGED = '(?:di|,)\\s(?:\\d{1,3}|\\p{L}+)\\s(?:anni|mesi)';
const NUMBER_OF_DOOR = 'del\\s(?:civico|numero|n\\.|secondo piano|primo piano|terzo piano|piano di sopra|palazzo)';

/** «l’unico autista», «l’unica ostetrica di»: there is but one. */
const ONLY_ONE = wholeWords(
  `l[’']unic[oa]\\s(?:${TRADE}|${SOMEBODY})(?:\\s(?:d[aei]l(?:l[aoe])?|dell[’']|di|a|in)\\s?[\\p{L}’']{1,30}(?:\\s[\\p{L}’']{1,30})?)?`,
);
/** «figli del gestore del campeggio» */
const KIN_OF_TRADE = wholeWords(
  `(?:${KIN})\\s(?:del|dello|della|dell[’']|di\\sun[oa]?|dei)\\s?(?:nostr[oa]\\s)?(?:${TRADE})(?:\\s(?:del|della|dell[’']|di|dello)\\s?[\\p{L}’']{1,30}(?:\\s[\\p{L}’']{1,30})?)?`,
);
/** «il fornaio di 43 anni», «la donna di 61 anni» */
const TRADE_AGED = wholeWords(`${ARTICLE}(?:[\\p{L}’']{1,30}\\s)?(?:${TRADE}|${SOMEBODY})\\s?${AGED}`);
const AT_DOOR = wholeWords(
  `${ARTICLE}(?:${TRADE}|${SOMEBODY})\\s${NUMBER_OF_DOOR}(?:\\s\\d+)?(?:,\\sex\\s[\\p{L}]{1,30})?`,
);
const LIVING_THERE = wholeWords(
  `(?:signor[ae]|anzian[oa]|ragazz[oa]|pensionat[oa]|vedov[oa]|ragazzin[oa]|\\p{L}+enne)[^.!?\\n]{0,40}?che\\s(?:abita|vive\\s(?:da\\ssol[oa]\\s)?(?:in|nell|sopra|sotto|di\\sfronte|al)|ha\\sil\\s(?:negozio|bar)|gestisce|frequenta|gioca)[^.!?\\n]{0,70}`,
);
const POINTED = wholeWords(
  `quell[oa]\\s(?:con|che\\s(?:abita|vive|porta|gira)|della|del)\\s[^.!?\\n,]{3,50}|(?:in\\spaese|qui|in\\squartiere)\\s(?:l[oa]|li|ci)\\s(?:conosc\\p{L}+|sann?o)\\s(?:tutti|bene)?|tutti\\s(?:sanno|sappiamo|l[oa]\\s(?:conosc\\p{L}+|riconosc\\p{L}+))\\s?(?:di\\s)?(?:chi)?|avete\\scapito\\s(?:tutti\\s)?chi|chi\\sè\\sdel\\s(?:paese|posto|quartiere)`,
);

const PLACE =
  "(?:di|da|a|in|d[ei]ll?a?|frazione|località)\\s(?:via\\s|piazza\\s|frazione\\s|località\\s)?\\p{Lu}[\\p{L}’']{1,30}(?:\\s(?:d[ei]l?\\s|della\\s)?\\p{Lu}[\\p{L}’']{1,30}){0,2}";
/** Trades that one place has one of; those who care for others are told of in general every day. */
const PLAIN_TRADE =
  'fornai[oa]|panettier[ea]|barist[ai]|barbier[ea]|parrucchier[ea]|macellai[oa]|fruttivendol[oa]|postin[oa]|portalettere|vigiless[ae]|bidell[oa]|maestr[oa]|professor(?:e|essa)|catechista|bagnin[oa]|autista|camionista|tassista|idraulic[oa]|elettricista|murator[ei]|falegname|fabbro|meccanic[oa]|giardinier[ea]|cuoc[oa]|camerier[ea]|pizzaiol[oa]|ristorat(?:ore|rice)|pescat(?:ore|rice)|contadin[oa]|pastore|parroco|prete|suora|sacrestan[oa]|commess[oa]|cassier[ea]|tabaccai[oa]|edicolante|benzinai[oa]|orefice|gioiellier[ea]|sart[oa]|calzolai[oa]|magazzinier[ea]|portinai[oa]|pensionat[oa]|vedov[oa]|badante|messo|necrofor[oa]|casar[oa]|albergat(?:ore|rice)|merciai[oa]|fiorai[oa]|pasticcier[ea]|gelatai[oa]|veterinari[oa]|geometra|ragionier[ea]|impiegat[oa]|collega|operai[oa]|vigile';
const THE_TRADE = wholeWords(
  `(?:il|lo|la|l[’']|al|allo|alla|all[’']|del|dello|della|dell[’']|dal|dalla|quel|quella|un|una|un[’']|nostr[oa])\\s?(?:vecchi[oa]\\s|giovane\\s|anzian[oa]\\s|ex\\s)?(?:${PLAIN_TRADE})\\s(?:d[ei]l(?:l[ao])?|dell[’']|di|da|in|che|con|dai|su|sotto|accanto|vicino)\\s?[^.!?\\n,;:]{2,40}`,
);
const OUR = wholeWords(
  "(?:un[oa]?|un[’']|l[’'])?\\s?nostr[oa]\\s(?:giovane\\s|anzian[oa]\\s|storic[oa]\\s|ex\\s)?(?:collega|dipendente|autista|infermier[ea]|ospite|utente|concittadin[oa]|volontari[oa]|soci[oa]|operat(?:ore|rice)|funzionari[oa]|impiegat[oa]|educat(?:ore|rice)|compaesan[oa]|assistit[oa]|ragazz[oa])",
);
const KIN_OF_KNOWN = wholeWords(
  `(?:il|la|lo|l[’']|i|le|al|alla|del|della|due|con\\sil|con\\sla)\\s?(?:${KIN})\\s(?:maggiore\\s|minore\\s|piccol[oa]\\s)?(?:del|dello|della|dell[’']|dei)\\s?(?:nostr[oa]\\s|nostri\\s|ex\\s|nota?\\s)?(?:sindac[oa]|vicesindac[oa]|assess(?:ore|ora)|consiglier[ea]|parroco|preside|direttrice|direttore|dirigente|presidente|${TRADE}|titolari|gestori|proprietari|fornai|vicin[oi]|bar|forno|panificio|pizzeria|farmacia|tabaccheria|edicola|ferramenta|macelleria)(?:\\s(?:d[ei]l(?:l[ao])?|dell[’']|di)\\s?[\\p{L}’']{1,30})?`,
);
const OLDEST = wholeWords(
  "(?:il|la|i|le)\\s(?:più|meno)\\s(?:anzian|giovan|piccol|vecchi)\\p{L}\\s(?:del|della|dei|di|fra|tra)\\s[\\p{L}’']{1,30}",
);
const ENNE_NEAR = wholeWords(
  "(?:un|una|il|la|l[’'])\\s?(?:\\d{2}enne|\\p{L}+(?:ant|ent)enne)[^.!?\\n]{0,60}?(?:di|in|della|del|dell[’']|residente|che)\\s[^.!?\\n]{3,40}",
);
const AT_PLACE_OF = wholeWords(
  "(?:quell[oa]\\sche|l[’']uomo\\sche|la\\sdonna\\sche|la\\ssignora\\sche|il\\ssignore\\sche|la\\sragazza\\sche|il\\sragazzo\\sche|la\\scoppia\\sche|la\\sfamiglia\\sche|la\\smamma\\sche)\\s(?:abita|vive|lavora|serve|gestisce|vende|sta|guida|tiene|ha)\\s(?:al|alla|in|nel|nella|sopra|sotto|accanto|di\\sfronte|il|la|l[’']|da|dietro|vicino)\\s?[^.!?\\n,]{3,50}|(?:la|una)\\s(?:famiglia|coppia)\\s(?:\\p{L}+\\s)?(?:del|della|di|al|arrivata|ospite|che)\\s[^.!?\\n,]{3,50}",
);
const OF_A_CLASS = wholeWords(
  "(?:il|la|lo|l[’']|un|una|un[’'])\\s?(?:ragazz[oa]|bambin[oa]|bimb[oa]|alunn[oa]|student(?:e|essa)|compagn[oa])\\s[^.!?\\n,;:]{0,30}(?:della|del)\\s(?:prim[oa]|second[oa]|terz[oa]|quart[oa]|quint[oa]|[1-5]\\s?[a-h]|liceo|classe|pluriclasse|squadra)",
);
const PARENT_OF = wholeWords(
  '(?:papà|mamma|padre|madre|genitori|nonn[oai])\\s(?:dei|delle|del|della|di)\\s(?:due\\s|tre\\s|quattro\\s)?(?:gemell\\p{L}+|fratell\\p{L}+|sorell\\p{L}+)(?:\\s(?:di|del|della)\\s[\\p{L}’]{1,30})?',
);
const ONLY_SHOP = wholeWords("(?:titolare|gestore|gestrice|proprietari[oa])\\sdell[’']unic[oa]\\s[^.!?\\n,;:]{3,40}");
const UNSAID = wholeWords(
  '(?:non\\s(?:facciamo|faremo|diciamo|diremo|possiamo\\sfare)|senza\\sfare|inutile\\sfare)\\s(?:il\\s)?nom[ei]|il\\snome\\snon\\slo\\s\\p{L}+|avete\\scapito|l[oa]\\sconosc(?:ete|iamo)\\s(?:tutti|bene)|l[oa]\\sriconosc(?:ete|erete|iamo)|chi\\ssa,?\\ssa|not[oa]\\s(?:in\\spaese|a\\stutti)|volto\\snoto|l[oa]\\ssalutate\\s(?:ogni|tutti)|l[oa]\\svedete\\s(?:ogni|tutti|sempre)',
);
const ONLY_CASE = wholeWords(
  "l[’']unic[oa]\\s(?:caso|contagiat[oa]|positiv[oa]|famiglia|alunn[oa]|bambin[oa]|donna|uomo|stranier[oa]|ragazz[oa]|dipendente|ospite|iscritt[oa]|abitante|residente)[^.!?\\n,]{0,50}|(?:unic[oa]|sol[oa])\\s(?:bambin[oa]|alunn[oa]|donna|uomo|ragazz[oa]|dipendente|famiglia)\\s(?:del|della|di|in)\\s[^.!?\\n,]{2,40}",
);

/** Small and large first letters: in these a capital tells a place. */
const anyCase = (words: string): string =>
  words.replace(/(^|\|)(\p{Ll})/gu, (_, bar: string, letter: string) => `${bar}[${letter}${letter.toUpperCase()}]`);
const CASED_ARTICLE =
  "(?:[Ii]l|[Ll]o|[Ll]a|[Ll][’']|[Aa]l|[Aa]lla|[Aa]ll[’']|[Dd]el|[Dd]ella|[Dd]ell[’']|[Uu]n|[Uu]na|[Uu]n[’']|[Nn]ostr[oa]|[Qq]uest[oa]|[Dd]ue|[Tt]re)\\s?";
/** «l’ex vigilessa di Porto Calendula», «la bimba di Fonte Vecchia» */
const OF_PLACE = exactWords(
  `${CASED_ARTICLE}(?:[\\p{Ll}’']{1,30}\\s)?(?:${anyCase(TRADE)}|${anyCase(SOMEBODY)})(?:\\s\\p{Ll}+)?(?:\\s${AGED})?,?\\s${PLACE}`,
);
/** «Mattia della pizzeria Da Renzo», «la figlia dei titolari del bar» */
const OF_SHOP = exactWords(
  "(?:d[ei]l(?:l[ao])?|dell[’'])\\s?(?:pizzeria|bar|ristorante|trattoria|panificio|forno|macelleria|farmacia|edicola|tabaccheria|ferramenta|officina|distributore|negozio|salone|agriturismo|cascina|campeggio)\\s(?:[Dd]a\\s|[Dd]i\\s|[Dd]el(?:la)?\\s)?\\p{Lu}[\\p{L}’']{1,30}",
);
const ENNE_OF_PLACE = exactWords(`\\p{Ll}+enne\\s(?:${PLACE})(?:[^.!?\\n]{0,90})?`);

/** Trades, kin and streets that many share say nothing of one. */
const SERVICE =
  /(?:consigliere\s+di\s+fiducia|medico\s+di\s+(?:famiglia|base|medicina|guardia)|assistente\s+sociale|insegnante\s+di\s+sostegno|polizia\s+di|\s(?:di|in|a|della?|dell[’'])\s(?:comunità|famiglia|base|guardia|continuità|quartiere|zona|distretto|percorso|reparto|sportello|medicina|turno|fiducia|riferimento|condominio)(?!\p{L}))/iu;
const PATTERNS: readonly RegExp[] = [
  ONLY_ONE,
  KIN_OF_TRADE,
  TRADE_AGED,
  AT_DOOR,
  LIVING_THERE,
  POINTED,
  THE_TRADE,
  OUR,
  KIN_OF_KNOWN,
  OLDEST,
  ENNE_NEAR,
  AT_PLACE_OF,
  OF_A_CLASS,
  PARENT_OF,
  ONLY_SHOP,
  UNSAID,
  ONLY_CASE,
  OF_PLACE,
  OF_SHOP,
  ENNE_OF_PLACE,
];

/** Where a draft tells one person so that whoever lives there knows who it is. */
export const describedIn = (text: string): readonly Span[] =>
  PATTERNS.flatMap((pattern) => spansOf(text, pattern)).filter(([start, end]) => !SERVICE.test(text.slice(start, end)));

/** One person, whom only those near may know: «un uomo di 50 anni», «questa giovane paziente», «la signora». */
const ONE = wholeWords(
  `${ARTICLE}(?:giovane\\s|piccol[oa]\\s|anzian[oa]\\s|povera?\\s)?(?:signora?|signorina|ex\\s(?:dipendente|vigil\\p{L}+|insegnante|compagn[oa]))|(?:quest[oa]|nostr[oa]|un[oa]?|un[’'])\\s?(?:giovane\\s|piccol[oa]\\s|anzian[oa]\\s|nostr[oa]\\s)?pazient[ei](?!\\s(?:può|deve|che\\s(?:ha|deve|vuole)))|fratellini|sorelline`,
);
export const onePersonIn = (text: string): readonly Span[] => [...spansOf(text, ONE), ...initialsAgedIn(text)];

/** «G.B., 34 anni» */
const INITIALS_AGED =
  /(?<![\p{L}.])\p{Lu}\.\s?\p{Lu}\.(?:,\s|\s\(|\sdi\s|\s)(?=\d{1,3}\sanni|\p{L}+enne|nat[oa]\s|resident|class[ei]\s\d|di\s\p{Lu}|figli[oa]|cittadin)/gu;
export const initialsAgedIn = (text: string): readonly Span[] => spansOf(text, INITIALS_AGED);
