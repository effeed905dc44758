// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy/contract';
import type { Hit, Reading } from '../reading.ts';
import { DRAWING } from '../signs.ts';
import { tagSet } from '../tag-set.ts';
import { quoted, stretchesOf } from './marks.ts';
import { type Rule, signalOnAll } from './rule.ts';
import { type Weighed, weigh } from './weighing.ts';

const MOST = 0.9;
/** Where one expression says it alone, whatever else is said. */
const SURE = 0.55;

const isWhole = ({ first, last }: Hit): boolean => last > first;

/** A signal on the words that weigh most. */
const weighed = (
  reading: Reading,
  category: Weighed,
  said: { readonly source: string; readonly says: string; readonly looks: string; readonly sure?: readonly Hit[] },
): readonly Signal[] => {
  const { sure = [] } = said;
  const weight = weigh(reading, category);
  if (weight === undefined && sure.length === 0) return [];
  const hits = weight?.hits.length ? weight.hits : sure;
  const strength = Math.max(weight?.strength ?? 0, sure.length > 0 ? SURE : 0);
  return [
    signalOnAll(reading, stretchesOf(hits), {
      category,
      strength: Math.min(MOST, strength),
      source: said.source,
      reason: hits.length > 0 ? `${quoted(reading, hits)}: ${said.says}.` : said.looks,
    }),
  ];
};

export const criticism: Rule = {
  categories: ['criticism'],
  notice: (reading) =>
    weighed(reading, 'criticism', {
      source: 'critica',
      says: 'critica l’ente o un servizio, anche con ironia o toni aspri; è un diritto',
      looks: 'Ha il tono di una critica; è un diritto.',
      sure: [
        ...reading.hits('irony').filter(({ degree }) => degree === 3),
        ...reading.hits('criticism').filter(isWhole),
      ],
    }),
};

export const question: Rule = {
  categories: ['question'],
  notice: (reading) =>
    weighed(reading, 'question', {
      source: 'domanda',
      says: 'pone una domanda che può attendere risposta',
      looks: 'Ha un punto interrogativo: può attendere una risposta.',
    }),
};

/** In so few words «non funziona» is all that is said. */
const FEW_WORDS = 8;

export const complaint: Rule = {
  categories: ['complaint'],
  notice: (reading) =>
    weighed(reading, 'complaint', {
      source: 'segnalazione',
      says: 'segnala qualcosa che non funziona; può servire l’ufficio competente',
      looks: 'Sembra segnalare qualcosa che non funziona.',
      sure: reading.words.length <= FEW_WORDS ? reading.hits('complaint').filter(isWhole) : [],
    }),
};

/** «grazie per niente». */
const isIrony = (reading: Reading): boolean => reading.hits('irony').some(({ degree }) => degree === 3);

export const thanks: Rule = {
  categories: ['thanks'],
  notice: (reading) =>
    isIrony(reading)
      ? []
      : weighed(reading, 'thanks', {
          source: 'ringraziamento',
          says: reading.text.includes('?') ? 'ringrazia, ma insieme chiede qualcosa' : 'ringrazia o si complimenta',
          looks: 'Ha il tono di un ringraziamento.',
        }),
};

/** Words that want a person, however few. */
const TELLING = tagSet([
  'insult',
  'swear',
  'swear-at',
  'slur',
  'emergency',
  'thanks-word',
  'criticism',
  'complaint',
  'threat',
  'death-wish',
  'obscene',
  'blasphemy',
  'campaign',
  'censor',
  'lure',
  'sale',
  'crime-claim',
  'alarm',
  'group',
  'call-to-violence',
  'illicit-call',
  'violent-order-them',
]);
/** Drawings that say something against somebody. */
const PICTURED = /[🤡💩🐑🐷🐍🤮👎🐌🖕🍆🍑🍌👅🔪💣🔫⚰🧨🪓😡🤬🐽🐖🙈🆘🖤💰🐀🐭🐴]/u;
const LONGEST_GREETING = 8;

/** Words that say more than a wish does. */
const SAYING = tagSet([
  'ask-may',
  'ask-plea',
  'blame',
  'care',
  'contrast',
  'decay',
  'fault',
  'lack',
  'mend',
  'negation',
  'offers',
  'paper',
  'party-name',
  'pending',
  'refused',
  'rhetoric',
  'you-do',
]);

/** Who it is for may be anybody. */
const isWish = (reading: Reading): boolean => {
  const [wish] = reading.hits('wish');
  return wish !== undefined && wish.first <= 1 && !reading.hasAny(SAYING);
};

/** Nothing that needs a person: only emoji, a tag, a greeting, assent, or a single word that means nothing to the rules. */
export const nothingToDo: Rule = {
  categories: ['nothing-to-do'],
  notice: (reading) => {
    const { words, mentions, links, text } = reading;
    if (
      words.length > LONGEST_GREETING ||
      links.length > 0 ||
      reading.hasAny(TELLING) ||
      ((reading.signs & DRAWING) !== 0 && PICTURED.test(text))
    )
      return [];
    const small = words.every((_, index) => reading.isWithin(index, 'small-talk') || reading.isWithin(index, 'wish'));
    // «auguri a tutte le mamme»: a wish, and for whom.
    const wish = words.length > 0 && isWish(reading);
    if (words.length > 1 && ((!small && !wish) || text.includes('?'))) return [];
    const heavy = reading.hits('grievance').some(({ degree }) => degree === 3);
    if (
      words.length === 1 &&
      !small &&
      (heavy || reading.hasAny(SAYING) || text.includes('?') || /!!|\.\.|…/u.test(text))
    )
      return [];
    const reason =
      words.length > 0
        ? small || wish
          ? 'Un saluto, un assenso o una condivisione, senza contenuto da trattare.'
          : 'Una sola parola, senza contenuto da trattare.'
        : mentions.length > 0
          ? 'Chiama soltanto altri utenti.'
          : 'Solo emoji o segni.';
    const strength = words.length === 0 ? 0.9 : small ? 0.8 : 0.6;
    return [{ category: 'nothing-to-do', strength, spans: [], source: 'forma', reason }];
  },
};
