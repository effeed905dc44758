// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { TRADE } from './described.ts';
import { NO_NAME_WORD } from './name-words.ts';

// Names that no list knows, told by what stands around them: one writes so of people and of nothing else.

const CAPITAL = "\\p{Lu}(?:[\\p{Ll}’'][\\p{L}’'-]{0,30}|\\p{Lu}{2,30})";
const PARTICLE =
  "(?:(?:[Dd]e|[Dd]i|[Dd]el|[Dd]ella|[Dd]ei|[Dd]al|[Ll]o|[Ll]a|[Ee]l|[Aa]l|[Bb]en|[Vv]an|[Vv]on)\\s|[Dd][’'])?";
const NAME = `${CAPITAL}(?:\\s${PARTICLE}${CAPITAL}){1,3}`;

/** «va in pensione», «ci ha lasciati», «si cerca», «borse assegnate a»: what happens to people. */
const BEFORE = new RegExp(
  `(?<!\\p{L})(?:in\\spensione|lasciat[oi]|scompars[oa]|mancat[oa]|a\\smancare|ricord(?:a|iamo|iamolo)|salut(?:a|ano|iamo)|ringrazi(?:a|ano|amo)|detto\\ssì|spos(?:i|ati|ano)|(?:si|ci)\\schiama(?:no)?|di\\snome|[Ss]ig(?:nor[ae]?|\\.(?:ra)?|nora)|cerca(?:no|si)?|ferit[oa]|morti?|mort[aoe]|dispers[oa]|salvat[oa]|premi(?:a|ati|ato|ata)|vinc(?:e|ono|itor[ei]|itric[ei])|vann?[oa]\\sa|andat[oaie]\\sa|assegnat[oaie]\\sa|consegnat[oaie]\\sa|(?:multa|sanzione|verbale)\\sa|derubat[oa]|rubat[oa]\\sa|aiut(?:a|are|iamo)|bravissim[oaie]|brav[oaie]|compliment\\p{L}\\sa|congratulazion\\p{L}\\sa|auguri\\sa|abbracci\\p{L}*\\sa|accanto\\sa|vicini\\sa|insieme\\sa|nati|nate|titolare|volontari[oa]|collega|bidell[oa]|giardinier[ea]|custode|autista|idraulic[oa]|infermier[ea]|operatrice|operatore|maestra|insegnante|ospite|pazient[ei]|signorina|vedova|tifoso|atleta|calciat(?:ore|rice)|nuotat(?:ore|rice)|alunn[oa]|student(?:e|essa))(?:\\sanche)?:?\\s(?:i\\sgemelli\\s|gli\\ssposi\\s)?(${NAME})`,
  'gu',
);
/** «…, 56 anni», «… di Rivafredda», «… ha trovato lavoro»: what is said of people after their names. */
const AFTER = new RegExp(
  `(?<![\\p{L}\\p{N}@#’'-])(${NAME})(?=,\\s(?:\\d{1,3}(?:\\s|,)|\\p{L}+enne|class[ei]\\s\\d|nat[oa]\\s|residente|titolare\\sd|pensionat|operai|idraulic|infermier|studente|disoccupat|vedov|mamma\\sd|papà\\sd|madre\\sd|padre\\sd|marito\\sd|moglie\\sd|figli[oa]\\sd|(?:il\\s|la\\s)?(?:${TRADE})(?![\\p{L}]))|\\s\\(\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}\\)|\\s(?:ha\\strovato|ha\\svinto|ha\\sraccontato|ha\\sdetto|compie|compirà|festeggia|lascia\\sla\\sscuola|va\\sin\\spensione|abita|vive\\s(?:a|in|da)|è\\sora\\s|è\\snat|è\\smort|è\\sguarit|è\\sstat[oa]\\s(?:ricoverat|arrestat|denunciat|multat|premiat|assunt|sospes)|sta\\sbene))`,
  'gu',
);
/** «la bottega di Gigetto, barbiere»: not «a Montelupo, medico…» */
const ONE_WITH_TRADE = new RegExp(
  `(?<!(?<!\\p{L})(?:a|ad|in|da|nel|nella|al|alla)\\s)(?<![\\p{L}\\p{N}@#’'-])(${CAPITAL})(?=,\\s(?:il\\s|la\\s|l’)?(?:${TRADE})(?!\\p{L}))`,
  'gu',
);
/** «BELLACOSA Tommaso», «Tommaso BELLACOSA»: as lists of people are written. */
const LISTED =
  /(?<![\p{L}\p{N}.@#’'-])(?:(?:D[EIA]L?\s|D’|DELLA\s|LO\s|LA\s)?\p{Lu}{3,30}(?:[’'-]\p{Lu}{2,30})?\s\p{Lu}\p{Ll}{2,30}|\p{Lu}\p{Ll}{2,30}\s\p{Lu}{4,30})(?![\p{L}\p{N}])/gu;
const LIST_MARK = /(?:^|\n|\d[.)°]|[;,:–-])\s*$/u;
/** «Fam. Zuccherelli» */
const FAMILY =
  /(?<!\p{L})(?:[Ff]am\.|[Ff]amiglia|[Cc]oniugi|[Ff]am)\s(\p{Lu}\p{Ll}{2,30}(?:[’'-]\p{Lu}?\p{Ll}+)?)(?![\p{L}’'])/gu;
const NO_FAMILY_NAME =
  /^(?:Adottiv|Affidatari|Numeros|Arcobaleno|Fragil|Allargat|Unita|Italian|Sicur|Insieme|Point|Card|Pass)/u;

const isOfNobody = (written: string): boolean => {
  const words = written.split(/\s/u);
  return words.some((word) => NO_NAME_WORD.test(word)) || words.every((word) => word.length < 3);
};

const lastGroup = ({ 0: whole, 1: name = '', index }: RegExpExecArray): Span => {
  const end = index + whole.length;
  return [end - name.length, end];
};

/** Names of people by what is said of them. */
export function cuedNamesIn(text: string): readonly Span[] {
  const before = Array.from(text.matchAll(BEFORE), lastGroup);
  const after = Array.from(text.matchAll(AFTER), ({ 0: name, index }): Span => [index, index + name.length]);
  const listed = Array.from(text.matchAll(LISTED))
    .filter(({ index }) => LIST_MARK.test(text.slice(Math.max(0, index - 6), index)))
    .map(({ 0: name, index }): Span => [index, index + name.length]);
  const families = Array.from(text.matchAll(FAMILY), lastGroup).filter(
    ([start, end]) => !NO_FAMILY_NAME.test(text.slice(start, end)),
  );
  const withTrade = Array.from(
    text.matchAll(ONE_WITH_TRADE),
    ({ 0: name, index }): Span => [index, index + name.length],
  );
  return [...before, ...after, ...withTrade, ...listed, ...families].filter((span) => !isOfNobody(text.slice(...span)));
}
