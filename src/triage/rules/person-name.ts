// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tag } from '../lexicon/entry.ts';
import { firstEndingFrom } from '../personal-data/datum.ts';
import { caseAt, isCapital, isJoined, writtenAt } from '../personal-data/letter-case.ts';
import type { Hit, Reading } from '../reading.ts';
import { tagSet } from '../tag-set.ts';

export { isCapital } from '../personal-data/letter-case.ts';

/** How a person was named. Who holds a public office is no private person. */
export type Naming = 'titled' | 'full' | 'surname' | 'given' | 'office';

/** Words from the first to the last of a person's name, without its title. */
export interface PersonName {
  readonly first: number;
  readonly last: number;
  readonly naming: Naming;
}

const LONGEST_NAME = 4;
const PARTICLE = /^(?:de|di|del|della|dello|dei|degli|d|da|dal|dalla|lo|la|li|le|el|ben|von|van|ved|vedova|in)$/iu;
/** Endings that surnames have far more often than other words. */
export const SURNAME =
  /(?:[aeiou](?:ni|tti|lli|cci|zzi|cchi|ssi|ggi|zzo|ldi|rdi|nti|ndi|sti|rri|rti|lzi|nzi|sco|scu|nko|oli|eri|ari|ori|ullo|iello)|[aeiou]tto|acchi|ecchi|ucco|asso|usso|isso|atti|enti|anti|ova|iov)$/iu;
const FEMININE_IN_I =
  /^(?:crisi|tesi|analisi|diagnosi|metropoli|oasi|sintesi|ipotesi|protesi|bici|tac|brindisi|parentesi|asi|rsa|fasi)$/iu;
/** What words are that are no part of a name, however they are written. */
const NO_NAME: readonly Tag[] = [
  'body',
  'workplace',
  'party',
  'politics',
  'group',
  'health',
  'staff',
  'campaign',
  'title',
  'eponym',
  'office-holder',
  'thanks',
  'criticism',
  'relation',
  'question',
];
const NO_SURNAME =
  /^(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|natale|pasqua|capodanno|anno|buona?|buon|grazie|ciao|salve|buongiorno|buonasera|signor\p{L}*|io|ma|che|non|il|la|lo|le|gli|un|una|e|è|ha|con|per|di|da|anche|se|quando|come|dove|chi|poi|qui|ora|adesso|siete|sei|hai|avete|fate|fai|vai|mio|mia|tuo|tua|sua|suo|questa?|quello?|quella|tutti|tutto|ragazz[ie]|pazzi|palazzi|mazzi|davanti|avanti|dentro|tanti|quanti|soldi|saluti|bacioni|buoni|anni|mesi|giorni|sempre|mai|solo|molto|bene|scusa\p{L}*|complimenti|brav[aoi]|auguri|cara|caro|gentile|spett\p{L}*|italia\p{L}*|roma|milano|napoli|torino|crema|calabria|lombardia|lazio|facebook|instagram|whatsapp|covid|inps|asl|ats|asst)$/iu;
const ARTICLE = /^(?:la|il|lo|l|alla|della|dalla|dal|al|del|sta|sto|quella|donna|sora|zia|zio|er|u|famiglia)$/iu;
/** What is said next of a person: «… che beve», «… ha la demenza». */
const SAID_OF = /^(?:che|è|ha|era|aveva|soffre|sta|prende|faceva|fa|non|c|va|ci|si|dice|guida|lavora)$/iu;

const hasTag = (hits: readonly Hit[], tags: readonly Tag[]): boolean => {
  for (const { tag } of hits) if (tags.includes(tag)) return true;
  return false;
};

export const givenAt = (reading: Reading, index: number): Hit | undefined => {
  for (const hit of reading.starting(index)) if (hit.tag === 'given-name' && hit.last === index) return hit;
  return undefined;
};

/** Neither a word of everyday nor one that names a body, a party, a thing. */
export const mayBeSurname = (reading: Reading, index: number): boolean =>
  !NO_SURNAME.test(writtenAt(reading, index)) &&
  (givenAt(reading, index) !== undefined || !hasTag(reading.starting(index), NO_NAME));

const inSentence = (reading: Reading, index: number, other: number): boolean =>
  reading.words[index] !== undefined && reading.words[index]?.sentence === reading.words[other]?.sentence;

const BETWEEN = /^(?:a|al|d|di|del|della|dello|dei|degli|san|dott|don|papa|re)$/iu;

/** «via Ugo Inventato», «il padiglione di Santa Finta»: a thing, named after a person. */
export const isEponym = (reading: Reading, first: number): boolean => {
  for (let index = first - 1, steps = 0; index >= 0 && steps < 3; index--, steps++) {
    if (!inSentence(reading, index, first)) return false;
    if (hasTag(reading.ending(index), ['eponym'])) return true;
    if (!isCapital(reading, index) && !BETWEEN.test(writtenAt(reading, index))) return false;
  }
  return false;
};

/** Capitals that follow one another, with the particles between them. */
const capitalsFrom = (reading: Reading, from: number): number => {
  let last = from;
  while (last - from < LONGEST_NAME && isJoined(reading, last)) {
    let next = last + 1;
    while (next - last < 3 && PARTICLE.test(writtenAt(reading, next)) && isJoined(reading, next)) next++;
    if (!isCapital(reading, next) || !inSentence(reading, next, from) || !mayBeSurname(reading, next)) break;
    // «Kevin della Lombardia»: after a particle only what looks like a surname goes on the name.
    if (
      next > last + 1 &&
      !SURNAME.test(writtenAt(reading, next)) &&
      !/^(?:de|d|ved|lo|la|li)$/iu.test(writtenAt(reading, last + 1))
    )
      break;
    last = next;
  }
  return last;
};

/** The word before, where surnames come first: «Inventati Elsa». */
const surnameBefore = (reading: Reading, index: number): number =>
  isCapital(reading, index - 1) &&
  isJoined(reading, index - 1) &&
  inSentence(reading, index - 1, index) &&
  mayBeSurname(reading, index - 1) &&
  reading.starting(index - 1).length === 0 &&
  SURNAME.test(writtenAt(reading, index - 1))
    ? index - 1
    : index;

/** Whether the words just before announce a name: «chiedi di», «la», «il signor». */
const isAnnounced = (reading: Reading, first: number): boolean =>
  ARTICLE.test(writtenAt(reading, first - 1)) || hasTag(reading.ending(first - 1), ['naming', 'staff', 'trade']);

/** In a text all small or all shouted only the endings and what announces a name tell one. */
const evenCaseFrom = (reading: Reading, given: number): number => {
  const next = given + 1;
  const written = writtenAt(reading, next);
  const goesOn =
    isJoined(reading, given) &&
    inSentence(reading, next, given) &&
    written.length > 3 &&
    caseAt(reading, next) === caseAt(reading, given) &&
    mayBeSurname(reading, next) &&
    (SURNAME.test(written) ||
      hasTag(reading.ending(given - 1), ['naming', 'title']) ||
      (caseAt(reading, given) === 'shouted' && SAID_OF.test(writtenAt(reading, next + 1))));
  return goesOn ? next : given;
};

const OFFICE: readonly Tag[] = ['office-holder', 'politics', 'party', 'vote', 'campaign'];
const OFFICE_REACH = 5;
/** «nuora del presidente», «amico del sindaco»: no office of one's own. */
const SOMEBODY_S =
  /^(?:moglie|marito|figli[oa]|nuora|genero|nipote|cugin[oa]|cognat[oa]|fratello|sorella|amic[oa]|amante|autista|madre|padre|vicin[oa])$/iu;

/** «il sindaco Tizio», «Tizio Caio, ministro»: known by their office. */
const isOfficeHolder = (reading: Reading, { first, last }: { first: number; last: number }): boolean => {
  for (let index = first - 1; index >= first - OFFICE_REACH && inSentence(reading, index, first); index--)
    if (hasTag(reading.ending(index), OFFICE)) return !SOMEBODY_S.test(writtenAt(reading, index - 2));
  for (let index = last + 1; index <= last + OFFICE_REACH && inSentence(reading, index, first); index++) {
    if (SOMEBODY_S.test(writtenAt(reading, index))) return false;
    if (hasTag(reading.starting(index), OFFICE)) return true;
  }
  return false;
};

const fromGiven = (reading: Reading, hit: Hit): PersonName | undefined => {
  const given = hit.first;
  const even = caseAt(reading, given) !== 'capital';
  if (even && hit.degree < 2) return undefined;
  // «Santo Inventati» is a person, «Santa Lucia» a saint.
  if (hasTag(reading.starting(given), ['eponym']) && givenAt(reading, given + 1) !== undefined) return undefined;
  const last = even ? evenCaseFrom(reading, given) : capitalsFrom(reading, given);
  const first = !even && last === given ? surnameBefore(reading, given) : given;
  if (isEponym(reading, first)) return undefined;
  if (last > first) return { first, last, naming: 'full' };
  // A name that is also a word, alone, is a word; so is one in small letters that nothing announces.
  if (hit.degree < 2 || (even && !hasTag(reading.ending(given - 1), ['naming', 'title']))) return undefined;
  return { first, last, naming: 'given' };
};

/** «la signora Inventata», «l’avv. G. Quadri», «l’addetta Cornetti». */
const fromTitle = (reading: Reading, hit: Hit, strict: boolean): PersonName | undefined => {
  const index = hit.last + 1;
  if (!inSentence(reading, index, hit.last) || !isJoined(reading, hit.last)) return undefined;
  const written = writtenAt(reading, index);
  const initial = /^\p{Lu}$/u.test(written) && isCapital(reading, index + 1);
  if (!initial && !mayBeSurname(reading, index)) return undefined;
  const named = isCapital(reading, index) && (!strict || SURNAME.test(written));
  const small =
    !strict &&
    caseAt(reading, index) === 'small' &&
    written.length > 4 &&
    /(?:oni|azzi|ozzi|elli|etti|ucci|ini)$/u.test(written);
  if (!initial && !named && !small) return undefined;
  const last = small ? index : capitalsFrom(reading, initial ? index + 1 : index);
  // «signora Pina» tells less than a surname: so are strangers addressed.
  return { first: index, last, naming: last === index && givenAt(reading, index) !== undefined ? 'given' : 'titled' };
};

/** «la Bonfinti»: no other word in -i has a feminine singular article. «Conti», alone, has none. */
const fromArticle = (reading: Reading, index: number): PersonName | undefined =>
  isCapital(reading, index) &&
  isJoined(reading, index - 1) &&
  /^(?:la|alla|della|dalla)$/iu.test(writtenAt(reading, index - 1)) &&
  /[^aeiou]i$/u.test(writtenAt(reading, index)) &&
  writtenAt(reading, index).length > 5 &&
  !FEMININE_IN_I.test(writtenAt(reading, index)) &&
  reading.starting(index).length === 0
    ? { first: index, last: index, naming: 'surname' }
    : undefined;

/** «la famiglia Inventati», «buon compleanno Inventati». */
const fromFamily = (reading: Reading, index: number): PersonName | undefined =>
  isCapital(reading, index) &&
  isJoined(reading, index - 1) &&
  /^(?:famiglia|compleanno|coniugi|fratelli|sorelle)$/iu.test(writtenAt(reading, index - 1)) &&
  mayBeSurname(reading, index) &&
  SURNAME.test(writtenAt(reading, index))
    ? { first: index, last: capitalsFrom(reading, index), naming: 'surname' }
    : undefined;

/** Two unknown capitals inside a sentence, the second one a surname by its ending. */
const fromPair = (reading: Reading, index: number): PersonName | undefined => {
  const [first, last] = [index - 1, index];
  const fits =
    isCapital(reading, first) &&
    isCapital(reading, last) &&
    isJoined(reading, first) &&
    first >= 0 &&
    inSentence(reading, first, last) &&
    !isCapital(reading, first - 1) &&
    mayBeSurname(reading, first) &&
    mayBeSurname(reading, last) &&
    !isEponym(reading, first);
  if (!fits) return undefined;
  const opens = reading.sentence(first).first === first;
  // «ad Inventate Predabissi»: a town, unless somebody is asked for.
  if (/^(?:a|ad|in)$/iu.test(writtenAt(reading, first - 1)) && !hasTag(reading.ending(first - 1), ['naming']))
    return undefined;
  const surname = SURNAME.test(writtenAt(reading, last)) && writtenAt(reading, last).length > 5;
  const said = SAID_OF.test(writtenAt(reading, last + 1)) && !PLACE_BEFORE.test(writtenAt(reading, first - 1));
  return surname ? { first, last, naming: 'full' } : said && !opens ? { first, last, naming: 'surname' } : undefined;
};

/** Words before a capitalised pair that make it a place or a thing. */
const PLACE_BEFORE =
  /^(?:a|ad|al|allo|alla|all|di|d|del|dello|della|dell|dei|in|nel|nello|nella|nell|da|dal|dalla|presso|san|santa|santo|il|lo|la|l|i|gli|le)$/iu;

const untitled = (reading: Reading, index: number, afterUpper: boolean): PersonName | undefined => {
  if (givenAt(reading, index) !== undefined) return undefined;
  return (afterUpper ? fromPair(reading, index) : fromFamily(reading, index)) ?? fromArticle(reading, index);
};

const withOffice = (reading: Reading, name: PersonName): PersonName =>
  isOfficeHolder(reading, name) ? { ...name, naming: 'office' } : name;

const TITLES: readonly Tag[] = ['title', 'staff', 'office-holder'];

const TITLED = tagSet(TITLES);
const NO_TITLES: readonly boolean[] = [];

/** By index: whether a title stands just before the word. */
const titledFrom = (reading: Reading): readonly boolean[] => {
  if (!reading.hasAny(TITLED)) return NO_TITLES;
  const titled: boolean[] = [];
  for (const tag of TITLES) for (const { last } of reading.hits(tag)) titled[last + 1] = true;
  return titled;
};

const titledAt = (reading: Reading, index: number): PersonName | undefined => {
  for (const hit of reading.ending(index - 1)) {
    if (!TITLES.includes(hit.tag)) continue;
    const name = fromTitle(reading, hit, hit.tag !== 'title');
    if (name !== undefined) return name;
  }
  return undefined;
};

const isUpperAt = (reading: Reading, index: number): boolean => {
  const unit = reading.text.charCodeAt(reading.words[index]?.start ?? 0);
  return (unit > 64 && unit < 91) || (unit > 191 && unit < 224);
};

/** Every person named in a text, in order. */
export const personNames = (reading: Reading): readonly PersonName[] => reading.once(namesOf);

const namesOf = (reading: Reading): readonly PersonName[] => {
  const found: PersonName[] = [];
  const titles = titledFrom(reading);
  const givens = reading.hits('given-name');
  let next = 0;
  let reach = -1;
  let wasUpper = false;
  for (let index = 0; index < reading.words.length; index++) {
    const upper = isUpperAt(reading, index);
    while ((givens[next]?.first ?? index) < index) next++;
    const given = givens[next];
    const name =
      (titles[index] === true ? titledAt(reading, index) : undefined) ??
      (given?.first === index && given.last === index ? fromGiven(reading, given) : undefined) ??
      (upper ? untitled(reading, index, wasUpper) : undefined);
    wasUpper = upper;
    if (name === undefined || name.first <= reach) continue;
    found.push(withOffice(reading, name));
    reach = name.last;
  }
  return found;
};

/** Of names in order, the first within so many words of a place. */
export const nameNear = (names: readonly PersonName[], index: number, distance: number): PersonName | undefined => {
  const name = names[firstEndingFrom(names, index - distance, ({ last }) => last)];
  return name !== undefined && name.first <= index + distance ? name : undefined;
};

/** A given name alone that something announces, as «la Pina» or «chiedi di Saverio». */
export const isPointedAt = (reading: Reading, { first }: PersonName): boolean => isAnnounced(reading, first);
