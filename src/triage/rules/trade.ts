// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy/contract';
import { leadsAway } from '../links.ts';
import type { Reading } from '../reading.ts';
import { alone, type Stretch, sequence, sequences } from '../sentence.ts';
import { DIGIT } from '../signs.ts';
import { quoted, stretchesOf } from './marks.ts';
import { type Rule, signalOnAll } from './rule.ts';
import { weigh } from './weighing.ts';

const NUMBER_TO_CALL = /(?<!\d)(?:\+39\s?)?3\d{2}[\s./-]?\d{3}[\s.-]?\d{3,4}(?!\d)/u;

/** Ways to be reached: a link, a number, a call to write in private. */
const isReachable = (reading: Reading): boolean =>
  reading.links.length > 0 ||
  reading.hits('contact-call').length > 0 ||
  ((reading.signs & DIGIT) !== 0 && NUMBER_TO_CALL.test(reading.text));

const EARN_PER_DAY = sequence({ tags: ['earn'] }, { tags: ['per-day'], within: 4 });

const moneyPromises = (reading: Reading): Stretch[] => [
  ...reading.hits('easy-money').map(alone),
  ...sequences(reading, EARN_PER_DAY),
];

/** Easy money and a way to get at it need nothing else. */
const promised = (reading: Reading): Signal[] => {
  const promises = moneyPromises(reading);
  if (promises.length === 0 || !isReachable(reading)) return [];
  return [
    signalOnAll(reading, promises, {
      category: 'spam',
      strength: 0.85,
      source: 'offerte',
      reason: `${quoted(reading, promises)}: promette denaro facile, prestiti o premi, e dice dove; ha l’aspetto dello spam.`,
    }),
  ];
};

const leadsOut = ({ text, links }: Reading): boolean => links.some((span) => leadsAway(text.slice(...span)));

/** A text that is little more than a link to nobody knows where. */
const FEWEST_WORDS = 4;
const bareLinks = (reading: Reading): Signal[] =>
  reading.links.length > 0 && reading.words.length < FEWEST_WORDS && leadsOut(reading)
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

const PRICE = /(?:€\s?\d|\d\s?€|\d\s?euro\b)/iu;
const DISCOUNT = /[-–]\s?\d{1,2}\s?%/u;

/** Two hints of a sale and a link together are an advertisement, though none of them is alone. */
const bargains = (reading: Reading): Stretch[] => {
  const hints = reading.hits('bargain').map(alone);
  if (hints.length === 0 || reading.links.length === 0 || !leadsOut(reading)) return [];
  const figures = (PRICE.test(reading.text) ? 1 : 0) + (DISCOUNT.test(reading.text) ? 1 : 0);
  return hints.length + figures > 1 ? hints : [];
};

/** An offer and a way to the seller need nothing else. */
const offered = (reading: Reading): Signal[] => {
  const offers = [...reading.hits('advertising').map(alone), ...bargains(reading)];
  if (offers.length === 0 || !isReachable(reading)) return [];
  return [
    signalOnAll(reading, offers, {
      category: 'commercial',
      strength: 0.7,
      source: 'offerte',
      reason: `${quoted(reading, offers)}: offre un prodotto o un servizio, con un collegamento o un recapito.`,
    }),
  ];
};

const SAYS = {
  spam: 'ha i modi dello spam: promette, rincorre o chiede dati a chi legge',
  commercial: 'offre o consiglia un prodotto, un servizio o un lavoro',
} as const;
const MOST = 0.9;

/** Seller, goods, price and way to be reached, or promise and lure: many small clues. */
const bySmallClues = (reading: Reading, category: keyof typeof SAYS): Signal[] => {
  const weight = weigh(reading, category);
  if (weight === undefined || weight.hits.length === 0) return [];
  return [
    signalOnAll(reading, stretchesOf(weight.hits), {
      category,
      strength: Math.min(MOST, weight.strength),
      source: 'offerte',
      reason: `${quoted(reading, weight.hits)}: ${SAYS[category]}.`,
    }),
  ];
};

/** Spam and advertising. Who warns against an offer makes none. */
export const trade: Rule = {
  categories: ['spam', 'commercial'],
  notice: (reading) =>
    reading.hits('counter').length > 0
      ? []
      : [
          ...promised(reading),
          ...offered(reading),
          ...bareLinks(reading),
          ...bySmallClues(reading, 'spam'),
          ...bySmallClues(reading, 'commercial'),
        ],
};
