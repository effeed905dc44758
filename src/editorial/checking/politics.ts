// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { type Look, one } from './draft-reading.ts';
import { exactWords, has, joinedSpans, neighbourhood, overlap, sentenceAt, spansOf, wholeWords } from './passages.ts';

const PARTY = exactWords(
  "(?:la\\s|della\\s|di\\s|con\\s|per\\s)?(?:[Ll]ista|[Pp]artito|[Pp]atto\\s[Cc]ivico|[Cc]oalizione)\\s[«\"“]?\\p{Lu}[\\p{L}’'-]{1,30}(?:\\s(?:d[ei]l?\\s|d[ei]i\\s|della\\s|e\\s|per\\s)?\\p{Lu}[\\p{L}’'-]{1,30}){0,4}",
);
/** As often the name of something else. */
const MAYBE_PARTY = exactWords(
  "(?:[Pp]atto|[Mm]ovimento|[Aa]lleanza|[Uu]niti\\sper|[Ii]nsieme\\sper|[Pp]rogetto)\\s\\p{Lu}[\\p{L}’'-]{1,30}(?:\\s(?:d[ei]l?\\s|d[ei]i\\s|della\\s|e\\s|per\\s)?\\p{Lu}[\\p{L}’'-]{1,30}){0,3}",
);
const PARTISAN = wholeWords(
  'sindac[oa]|consigli[oe]|president[ei]|list[ae]|elezion[ei]|elettor[ei]|elettorale|regionali|comunali|europee|vot[oi]|votare|votat[oaie]|partito|al\\sgoverno|ricandid\\p{L}+|di\\snuovo|nostr[oa]\\scandidat[oa]|sostenere|sosteniamo|coalizione|urne|campagna\\selettorale',
);
const NOT_PARTY =
  /[Mm]ovimento\s(?:Terzo\sSettore|Volontari|Consumatori|Terza)|[Pp]atto\s(?:Educativ|Territorial|Local|Lettura|Amicizia)|[Ll]ist[ae]\s(?:Civica\sdei\sLibri|Unica)/u;
const SUPPORT = wholeWords(
  "(?:per\\s)?chi\\svotare|da\\sche\\sparte\\sstare|si\\svince\\s(?:ancora|insieme)(?:\\sinsieme)?|vincerem[oi]\\s(?:ancora|insieme|noi|le)|va(?:nno)?\\s(?:ri)?confermat[oaie]|da\\sriportar[el]\\p{L}*\\sin|riport(?:iamol[oa]|atel[oa]|arl[oa])\\sin|in\\scerca\\sdi\\svoti|gli\\selettori\\shanno|sosten(?:iamo|ete|ere|iamol[oa])\\s(?:il|la|l[’']|i|le)?\\s?(?:candidat\\p{L}+|lista|partito|coalizione)|il\\snostro\\s(?:candidato|partito)|la\\snostra\\s(?:candidata|lista|coalizione)|cena\\selettorale|tessera\\sdel\\spartito|populist[ai]|sovranist[ai]",
);
/** Said of many things: a side only beside what tells an election. */
const SIDE = wholeWords(
  "un[ao]\\sdi\\snoi|(?:vecchia|precedente|passata)\\s(?:giunta|amministrazione)|amministrazioni\\s(?:precedenti|passate)|(?:gli|nostri)\\savversari|non\\s(?:si\\s)?torn(?:iamo|a)\\sindietro|comizi[oi]|centro-?destra|centro-?sinistra|(?:la|della)\\s(?:destra|sinistra)(?!\\s(?:dell|del|di|e\\sa|idrografica|orografica|c[’']è|si|trov))|avanti\\scosì|(?:altra|nuova)\\svittoria|ricandid\\p{L}+",
);
const VOTE = wholeWords(
  'vot(?:iamol[oa]|atel[oa]|al[oa])|vot(?:a|ate|iamo)\\s(?:per\\s(?:noi|lui|lei|chi|la\\slista|il\\ssindaco|la\\ssindaca|il\\spresidente)|noi|lui|lei|list[ae]|bene|compatti|in\\smassa|il\\scambiamento|la\\scontinuità)',
);
const VOTE_NAME = exactWords('[Vv]ot(?:a|ate|iamo)\\s\\p{Lu}\\p{L}+');
/** People choose a book, a name, a project. */
const OTHER_VOTE = wholeWords(
  'progett[oi]|propost[ae]|on-?line|tu[oa]|vostr[oa]|preferit[oaie]|nome|logo|libr[oi]|foto|disegn[oi]|idea|idee|bilancio|concorso',
);
const AGAINST = wholeWords(
  "(?:l[’']|le\\s|dall[’']|all[’']|dalle\\s|la\\s)(?:opposizione|opposizioni|minoranza)\\s[^.!?\\n]{0,60}(?:dice|dicono|parla|parlano|sa\\ssolo|sanno\\ssolo|critica\\p{L}*|attacca\\p{L}*|mente|mentono|ostacola\\p{L}*|perde|perdono|sbaglia\\p{L}*|dovrebb\\p{L}+|chiacchier\\p{L}+|polemi\\p{L}+|bugi\\p{L}+|vergogn\\p{L}+|rosica\\p{L}*|si\\srassegn\\p{L}+)|chi\\s(?:c[’']era|governava|ha\\sgovernato)\\sprima|al\\sgoverno\\s(?:i|il|la|le|da|non)|gli\\saltri\\sparlano|i\\ssoliti\\s(?:noti|criticoni|polemici)|chi\\sci\\sattacca|polemic[ah]e?\\s(?:sterili?|politich?e|della|dell|di)",
);
const CANDIDATE = wholeWords('candidat[oa]');
const CONTEST = wholeWords(
  'di\\sconcors[oi]|al\\sconcorso|ai\\sconcorsi|al\\spremio|selezion[ei]|borsa|capitale|per\\sil\\sposto|ammess[oaie]|colloqui|lavoro|curriculum|posizion[ei]|ragazz[ie]|student[ie]|scuol[ae]|assunzion[ei]|profil[oi]|requisit[oi]|domand[ae]|unesco|olimpiad[ei]|sede|prove\\sscritte|prova\\s(?:scritta|orale)',
);
/** How one votes, and what an assembly decided, is news. */
const HOW_TO_VOTE = wholeWords(
  'tessera\\selettorale|scrutator[ei]|seggi[oa]|si\\svota|scheda|uffici[oo]\\selettorale|voti\\s(?:favorevoli|contrari)|ordine\\sdel\\sgiorno|commissione\\selettorale|come\\ssi\\svota|par\\scondicio|deposit\\p{L}*|presentazione\\sdelle|sottoscri\\p{L}+|raccolta\\sfirme|autentic\\p{L}+|periodo\\selettorale|silenzio\\selettorale',
);

/** For or against a party, a list, somebody who stands for election. */
export const politics: Look = ({ text, sentences }) => {
  const parties = spansOf(text, PARTY).filter(([start, end]) => !NOT_PARTY.test(text.slice(start, end)));
  const contested = [...parties, ...spansOf(text, MAYBE_PARTY)].filter(
    (span) => parties.includes(span) || has(text.slice(...sentenceAt(sentences, span)), PARTISAN),
  );
  const isPartisan = (span: Span): boolean => has(text.slice(...neighbourhood(sentences, span)), PARTISAN);
  const votes = [...spansOf(text, VOTE), ...spansOf(text, VOTE_NAME), ...spansOf(text, SIDE)].filter(
    (span) => isPartisan(span) && !has(text.slice(...sentenceAt(sentences, span)), OTHER_VOTE),
  );
  const sides = [...votes, ...spansOf(text, SUPPORT), ...spansOf(text, AGAINST)];
  const candidates = spansOf(text, CANDIDATE).filter((span) => {
    const said = text.slice(...sentenceAt(sentences, span));
    return has(said, PARTISAN) && !has(said, CONTEST);
  });
  const found = [...contested, ...sides, ...candidates].filter(
    (span) => !has(text.slice(...sentenceAt(sentences, span)), HOW_TO_VOTE),
  );
  return one(joinedSpans(found), 'Prende parte in favore o contro una lista, un partito o chi si candida.');
};

const PRAISE = wholeWords(
  "fiore\\sall[’']occhiello|mandato|abbiamo\\s(?:realizzato|fatto|costruito|mantenuto|raggiunto|vinto|portato|ottenuto|cambiato|dimezzato|raddoppiato|restituito)|realizzat[oa]\\sda\\s(?:noi|questa)|(?:nostra|questa|l[’'])\\s?amministrazione|(?:nostra|questa)\\sgiunta|promess[ae]\\s(?:mantenut[ae]|è)|l[’']avevamo\\spromesso|come\\spromesso|vittori[ae]|traguard[oi]|success[oi]|risultat[oi]\\s(?:storic[oi]|straordinari[oi]|eccezional[ei]|mai)|record|orgoglios[oaie]|orgoglio|una\\svisione|visione|insieme\\sabbiamo|anni\\sinsieme|in\\squesti\\s(?:anni|cinque)|(?:cinque|quattro|dieci|tre)\\sanni\\s(?:di\\s(?:lavoro|impegno|governo|amministrazione)|insieme)|(?:le|con\\slui|con\\slei)\\s(?:\\p{L}+\\s)?cose\\ssi\\sfanno|noi\\sfacciamo|grazie\\s(?:al\\ssuo|all[’']impegno|alla\\sgiunta|al\\ssindaco|alla\\ssindaca|al\\spresidente|all[’']assess\\p{L}+)|fortemente\\svolut[oa]|voluto\\sda|volut[oa]\\sdal(?:la)?\\s(?:sindac|giunt|president|assess)\\p{L}+|arriveranno|continueremo|faremo|prossim[oi]\\s(?:mandato|anni)|per\\sla\\sprima\\svolta\\snella\\sstoria|prima\\sdi\\sdecidere|di\\snuovo\\scandidat[oa]|ricandidat[oa]|candidat[oa]|il\\svostro\\s(?:sindaco|presidente)|la\\svostra\\ssindaca|impegno\\smantenuto|svolta|mai\\scosì|fatti,?\\snon\\sparole|celebr\\p{L}+|taglio\\sdel\\snastro|inaugur\\p{L}+",
);
const HOLDER = exactWords(
  "(?:[Ii]l|[Ll]a|[Ll][’']|[Aa]l|[Dd]al|[Dd]ella|[Dd]el|[Cc]on\\sil|[Ll]e|[Gg]li)\\s?(?:[Ss]indac[oa]|[Vv]icesindac[oa]|[Aa]ssessor[ea]|[Aa]ssessora|[Pp]resident(?:e|essa)|[Mm]inistr[oa]|[Cc]onsiglier[ea]|[Ss]ottosegretari[oa]|[Gg]overnat(?:ore|rice)|[Gg]iunta)(?:\\s(?:della\\sRegione|della\\sProvincia|del\\sConsiglio|regionale|comunale))?(?:\\s\\p{Lu}\\p{L}+){0,2}",
);
const FORMAL = wholeWords(
  'seduta|ordinanza|decreto|avviso|commissione|consiglio\\scomunale|si\\sriunisce|scrutator[ei]|referendum|elezion[ei]|tessera|seggi[oa]',
);

/** In an electoral period: what is not impersonal, or not indispensable. */
export const electoral: Look = ({ text, draft, sentences, pictured }) => {
  if (draft.isElectoral !== true) return [];
  const praised = spansOf(text, PRAISE);
  const holders = spansOf(text, HOLDER).filter((span) => {
    const bounds = sentenceAt(sentences, span);
    return praised.some((praise) => overlap(praise, bounds)) || !has(text.slice(...bounds), FORMAL);
  });
  const found = one(
    joinedSpans([...praised, ...holders]),
    'In periodo elettorale si pubblica soltanto ciò che è impersonale e indispensabile: qui si parla di persone in carica o dei loro risultati.',
  );
  const faces = pictured.some(({ who }) => has(who, IN_OFFICE));
  if (found.length > 0 || !faces) return found;
  return [{ spans: [], reason: 'In periodo elettorale l’immagine mostra chi ricopre una carica: non è impersonale.' }];
};

const IN_OFFICE = wholeWords(
  'in office|mayor|president|minister|councillor|in carica|sindac[oa]|president[ei]|assess(?:ore|ora)|ministr[oa]',
);
