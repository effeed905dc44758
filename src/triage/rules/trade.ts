// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';
import type { Tag } from '../lexicon/entry.ts';
import type { Reading } from '../reading.ts';
import { alone, isDenied, type Stretch, sequence, sequences } from '../sentence.ts';
import { heaviest, marksOf, quoted, stretchesOf } from './marks.ts';
import { type Rule, signalOn, signalOnAll } from './rule.ts';
import { toneOf } from './tone.ts';

const PRICE = /(?:€\s?\d|\d\s?€|\d\s?euro\b)/iu;
const NUMBER_TO_CALL = /(?<!\d)(?:\+39\s?)?3\d{2}[\s./-]?\d{3}[\s.-]?\d{3,4}(?!\d)/u;
const CHAT_LINK = /(?:wa\.me|t\.me|bit\.ly|tinyurl|chat\.whatsapp|linktr\.ee|cutt\.ly)\//iu;

/** Ways to reach the seller: a link, a number, a call to write in private. */
const contacts = (reading: Reading): number =>
  (reading.links.length > 0 ? 1 : 0) +
  (NUMBER_TO_CALL.test(reading.text) ? 1 : 0) +
  (reading.hits('contact-call').length > 0 ? 1 : 0);

const EARN_PER_DAY = sequence({ tags: ['earn'] }, { tags: ['per-day'], within: 4 });

const moneyPromises = (reading: Reading): Stretch[] => [
  ...reading.hits('easy-money').map(alone),
  ...sequences(reading, EARN_PER_DAY),
];

const spamSignals = (reading: Reading): Signal[] => {
  if (reading.hits('counter').length > 0) return [];
  const promises = moneyPromises(reading);
  const reach = contacts(reading);
  if (promises.length > 0)
    return [
      signalOnAll(reading, promises, {
        category: 'spam',
        strength: reach > 0 ? 0.85 : 0.55,
        source: 'offerte',
        reason: 'Promette denaro facile, prestiti o premi: ha l’aspetto dello spam.',
      }),
    ];
  const calls = reading.hits('contact-call').map(alone);
  if (calls.length > 0 && CHAT_LINK.test(reading.text))
    return [
      signalOnAll(reading, calls, {
        category: 'spam',
        strength: 0.6,
        source: 'offerte',
        reason: 'Invita a seguire un collegamento abbreviato o una chat esterna.',
      }),
    ];
  return [];
};

const DISCOUNT = /[-–]\s?\d{1,2}\s?%/u;

/** Sites of public bodies: a citizen who sends there sells nothing. */
const PUBLIC_SITE =
  /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:(?:gov|edu)\.it|(?:comune|regione|provincia|asl|ats|asst|ausl|salute|inps)[\w.-]*\.\w+)(?:[/?#]|$)/iu;

const leadsAway = ({ text, links }: Reading): boolean => links.some((span) => !PUBLIC_SITE.test(text.slice(...span)));

/** Two hints of a sale and a link together are an advertisement, though none of them is alone. */
const bargains = (reading: Reading): Stretch[] => {
  const hints = reading.hits('bargain').map(alone);
  const figures = (PRICE.test(reading.text) ? 1 : 0) + (DISCOUNT.test(reading.text) ? 1 : 0);
  return leadsAway(reading) && hints.length > 0 && hints.length + figures > 1 ? hints : [];
};

/** An offer with a link sells, also where it begins with a question: «Stanco di aspettare?». */
export const advertises = (reading: Reading): boolean =>
  leadsAway(reading) && (reading.hits('advertising').length > 0 || bargains(reading).length > 0);

const commercialSignals = (reading: Reading): Signal[] => {
  const offers = [...reading.hits('advertising').map(alone), ...bargains(reading)];
  if (offers.length === 0) return [];
  const clues = contacts(reading) + (PRICE.test(reading.text) ? 1 : 0) + (offers.length > 1 ? 1 : 0);
  return [
    signalOnAll(reading, offers, {
      category: 'commercial',
      strength: clues === 0 ? 0.35 : Math.min(0.9, 0.5 + clues * 0.15),
      source: 'offerte',
      reason:
        clues === 0
          ? 'Usa parole di vendita, senza prezzo né contatto: può essere solo un racconto.'
          : 'Offre un prodotto o un servizio con prezzo, contatto o collegamento.',
    }),
  ];
};

/** Several marks of a sale or of a lure together, or one that says it alone. */
const weighed = (reading: Reading): Signal[] => {
  const figures = (PRICE.test(reading.text) ? 1 : 0) + (DISCOUNT.test(reading.text) ? 1 : 0);
  const reach = contacts(reading) + figures;
  return OFFERS.flatMap(({ tag, category, says, enough }) => {
    const { hits, weight } = marksOf(reading, tag, ({ first }) => reading.quote(first) < 0);
    const heavy = hits.some(({ degree }) => degree === 3);
    const total = weight + reach;
    if (total < (heavy ? enough : enough + 2) || (!heavy && reach === 0)) return [];
    // «aveva prezzi imbattibili»: one mark, and no way to buy.
    if (TOLD.test(reading.text) && reach === 0) return [];
    // A price told in anger sells nothing, and who warns against an offer makes none.
    if (reading.hits('counter').length > 0 || (!heavy && toneOf(reading).weight >= 4)) return [];
    return signalOnAll(reading, stretchesOf(heaviest(hits)), {
      category,
      strength: Math.min(0.9, 0.5 + (total - enough + 1) * 0.07),
      source: 'offerte',
      reason: `${quoted(reading, heaviest(hits))}: ${says}.`,
    });
  });
};

const OFFERS: readonly {
  readonly tag: Tag;
  readonly category: string;
  readonly says: string;
  readonly enough: number;
}[] = [
  { tag: 'lure', category: 'spam', says: 'promette denaro o premi, o cerca seguaci, come fa lo spam', enough: 3 },
  { tag: 'sale', category: 'commercial', says: 'offre un prodotto o un servizio', enough: 3 },
];

/** A text that is little more than a link to nobody knows where. */
const FEWEST_WORDS = 4;
const bareLinks = (reading: Reading): Signal[] =>
  leadsAway(reading) && reading.words.length < FEWEST_WORDS
    ? [
        {
          category: 'spam',
          strength: 0.6,
          spans: [...reading.links],
          source: 'collegamento',
          reason: 'È quasi soltanto un collegamento che porta fuori dalla pagina: ha l’aspetto dello spam.',
        },
      ]
    : [];

/** Who reports such an offer, or asks about it, makes none. */
const TOLD =
  /\?|\b(?:denunci\p{L}*|scopert\p{L}*|sequestr\p{L}*|arrest\p{L}*|segnal\p{L}*|girano|attenti|truff\p{L}*|vendev\p{L}*|indagin\p{L}*|aveva\p{L}*|c['’]era(?:no)?|polizia|carabinieri|finanza)\b/iu;

const OFFERED = /\b(?:vendo|vendiamo|offro|offriamo|procuro|fornisco|cedo|cedesi|scriv\p{L}*mi|contatta\p{L}*mi)\b/iu;

/** Spam, advertising and offers of things that cannot be sold. */
export const trade: Rule = {
  categories: ['spam', 'commercial', 'illegal'],
  notice: (reading) => [
    ...spamSignals(reading),
    ...commercialSignals(reading),
    ...weighed(reading),
    ...bareLinks(reading),
    ...reading
      .hits('forbidden-trade')
      .filter(({ first }) => !isDenied(reading, first, 2))
      .map((hit) =>
        signalOn(reading, alone(hit), {
          category: 'illegal',
          strength: TOLD.test(reading.text) && !OFFERED.test(reading.text) ? 0.3 : 0.75,
          source: 'offerte',
          reason: `${quoted(reading, [hit])}: offre documenti falsi, favori, merce o sostanze che non si possono vendere.`,
        }),
      ),
  ],
};
