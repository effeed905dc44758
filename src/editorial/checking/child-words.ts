// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { exactWords, spansOf, wholeWords } from './passages.ts';

// How a draft tells that somebody in it is under age. Children in general are told so every day, and reveal nobody.

const AGES =
  '(?:[1-9]|1[0-7]|un|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette)';
const CHILD =
  'bambin[oaie]|bimb[oaie]|ragazzin[oaie]|fratellin[oi]|sorellin[ae]|neonat[oaie]|piccol[oaie]|gemellin[ie]|alunn[oaie]|scolar[oaie]|figli[oaei]|figliolett[oa]|nipotin[oaie]|cucciol[oa]|campioncin[oa]|studente|studentessa|ragazz[oa]|minore|minorenne';

/** «Nicolò, 13 anni», «il figlio di 5 anni», «compie 6 anni»; not «dai 6 ai 12 anni», «sotto i 14 anni». */
const AGED = wholeWords(
  `(?<!(?<!\\p{L})(?:dai|ai|sotto i|sopra i|oltre i|fino a|fino ai|tra i|fra i|entro i|tra|fra|per i|da|a|i|gli|dopo|dei|negli ultimi|ogni|da oltre|oltre|ultimi|per|in|anno e|più di|meno di)\\s)${AGES}\\s(?:anni|mesi)(?!\\s(?:fa|dopo|prima|senza|insieme|da\\squando|di\\s(?:lavoro|attività|storia|esperienza|lavori|carcere|reclusione|mandato|servizio|vita|attesa|contratto)|e\\s\\p{L}+\\smesi\\sdi))`,
);
const TEENAGER = wholeWords(
  "(?:un|una|il|la|lo|l[’']|del|della|al|alla|d[’']un|di un|dal|dalla|quest[oa])\\s?(?:und|dod|tred|quattord|quind|sed|diciassett|diec|nov|ott|sett)(?:ic)?enne",
);
const CLASS = exactWords(
  "(?:[1-5]|[Pp]rima|[Ss]econda|[Tt]erza|[Qq]uarta|[Qq]uinta|[1-5][ªa°])\\s?[A-H](?:\\s(?:della?|del|dell[’'])\\s?\\p{Lu}\\p{L}+)?",
);
const SCHOOL_YEAR = wholeWords('(?:prima|seconda|terza|quarta|quinta)\\s(?:media|elementare|primaria)');
const FIRST_SCHOOL = wholeWords(
  "(?:ha\\s(?:cominciato|iniziato)|frequenta|fa|va\\sa(?:ll[’'])?|inizia|comincia)\\s(?:la\\s|il\\s|l[’'])?(?:prima|seconda|terza|quarta|quinta)?\\s?(?:elementare|media|primaria|asilo|materna|nido|scuola\\sdell[’']infanzia|liceo|anno\\sdell[’']istituto)",
);
const BORN = wholeWords(
  "è\\snat[oa]|sono\\snat[ie]|benvenut[oa]\\s(?:al\\smondo|alla\\spiccola|al\\spiccolo)|cicogna|prim[oa]\\snat[oa]\\sdell[’']anno|fiocco\\s(?:rosa|azzurro)",
);
const FACES = wholeWords('visini|faccine|faccette|nasini|manine|testoline|sorrisi\\sdei\\s(?:bambini|piccoli)');
const OF_CHILD = wholeWords(CHILD);
const PARTICULAR = wholeWords(
  "(?:la|il|al|alla|del|della|nostr[oa]|l[’']|due|tre)\\s?(?:nostr[oa]\\s)?(?:piccol[oa]|bimb[oa]|bambin[oa]|ragazzin[oa]|fratellini|sorelline|gemellini|gemelline|figli[oa]|alunn[oa]|campioncin[oa]|cucciol[oa])",
);
const AT_SCHOOL = wholeWords("(?:entrare\\s|andare\\s|torna(?:re)?\\s)?a\\sscuola|in\\sclasse|all[’']asilo");

/** Each sign of one child, with how much it needs beside it. */
export interface ChildSigns {
  /** Told of somebody by themselves. */
  readonly certain: readonly Span[];
  /** A child's only where somebody is named or told beside them. */
  readonly besides: readonly Span[];
  readonly words: readonly Span[];
}

export const childSignsIn = (text: string): ChildSigns => ({
  certain: spansOf(text, TEENAGER),
  besides: [
    ...spansOf(text, AGED),
    ...spansOf(text, CLASS),
    ...spansOf(text, SCHOOL_YEAR),
    ...spansOf(text, FIRST_SCHOOL),
    ...spansOf(text, BORN),
    ...spansOf(text, FACES),
    ...spansOf(text, PARTICULAR),
    ...spansOf(text, AT_SCHOOL),
  ],
  words: spansOf(text, OF_CHILD),
});
