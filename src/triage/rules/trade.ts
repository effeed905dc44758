// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';
import type { Reading } from '../reading.ts';
import { alone, type Stretch, sequences } from '../sentence.ts';
import { type Rule, signalOn, signalOnAll } from './rule.ts';

const PRICE = /(?:€\s?\d|\d\s?€|\d\s?euro\b)/iu;
const NUMBER_TO_CALL = /(?<!\d)(?:\+39\s?)?3\d{2}[\s./-]?\d{3}[\s.-]?\d{3,4}(?!\d)/u;
const CHAT_LINK = /(?:wa\.me|t\.me|bit\.ly|tinyurl|chat\.whatsapp|linktr\.ee|cutt\.ly)\//iu;

/** Ways to reach the seller: a link, a number, a call to write in private. */
const contacts = (reading: Reading): number =>
  (reading.links.length > 0 ? 1 : 0) +
  (NUMBER_TO_CALL.test(reading.text) ? 1 : 0) +
  (reading.hits('contact-call').length > 0 ? 1 : 0);

const moneyPromises = (reading: Reading): Stretch[] => [
  ...reading.hits('easy-money').map(alone),
  ...sequences(reading, [{ tags: ['earn'] }, { tags: ['per-day'], within: 4 }]),
];

const spamSignals = (reading: Reading): Signal[] => {
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

/** Spam, advertising and offers of things that cannot be sold. */
export const trade: Rule = {
  categories: ['spam', 'commercial', 'illegal'],
  notice: (reading) => [
    ...spamSignals(reading),
    ...commercialSignals(reading),
    ...reading.hits('forbidden-trade').map((hit) =>
      signalOn(reading, alone(hit), {
        category: 'illegal',
        strength: 0.75,
        source: 'offerte',
        reason: 'Offre documenti falsi, stupefacenti o altro che non si può vendere.',
      }),
    ),
  ],
};
