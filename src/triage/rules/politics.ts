// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reading } from '../reading.ts';
import { alone, isDenied, type Stretch, sequence, sequences } from '../sentence.ts';
import { heaviest, marksOf, quoted, stretchesOf } from './marks.ts';
import { isCapital } from './person-name.ts';
import { type Rule, signalOn, signalOnAll } from './rule.ts';
import { weigh } from './weighing.ts';

const VOTE_FOR = sequence({ tags: ['vote'] }, { tags: ['party'], within: 4 });

/** «vota Aurora» asks for a vote where the text also names a list or a party. */
const namedVotes = (reading: Reading): Stretch[] =>
  reading.hits('party').length === 0
    ? []
    : reading
        .hits('vote')
        .filter(({ last }) => isCapital(reading, last + 1) && reading.sentence(last).last > last)
        .map(alone);

/** «Pinco sindaco!»: a name and an office, and nothing else. */
const LONGEST_SLOGAN = 3;
const slogans = (reading: Reading): Stretch[] =>
  reading.hits('slogan-title').flatMap((hit) => {
    const { first, last } = reading.sentence(hit.first);
    const short = last - first < LONGEST_SLOGAN && first < hit.first && last === hit.last;
    return short && isCapital(reading, hit.first - 1) ? [{ first, last, hits: [hit] }] : [];
  });

const SURE = 0.5;
const MOST = 0.8;

/** A call to vote is propaganda; speaking of parties and governments, also badly, is only politics. */
export const politics: Rule = {
  categories: ['political'],
  notice: (reading) => {
    const campaign = [
      ...sequences(reading, VOTE_FOR),
      ...reading.hits('celebration').map(alone),
      ...namedVotes(reading),
      ...reading
        .hits('vote')
        .filter((hit) => hit.last > hit.first)
        .map(alone),
      ...slogans(reading),
    ].filter((stretch) => !isDenied(reading, stretch.first, 2) && !reading.text.includes('?'));
    if (campaign.length > 0)
      return campaign.map((stretch) =>
        signalOn(reading, stretch, {
          category: 'political',
          strength: 0.75,
          source: 'propaganda',
          reason: `${quoted(reading, [stretch])} invita a votare o a sostenere una parte politica.`,
        }),
      );
    const { hits, weight } = marksOf(reading, 'campaign', ({ first }) => reading.quote(first) < 0);
    if (hits.some(({ degree }) => degree === 3) && !reading.text.includes('?'))
      return [
        signalOnAll(reading, stretchesOf(heaviest(hits)), {
          category: 'political',
          strength: weight > 4 ? 0.75 : 0.6,
          source: 'propaganda',
          reason: `${quoted(reading, heaviest(hits))}: ha le parole di una campagna politica o sindacale.`,
        }),
      ];
    const sided = weigh(reading, 'political');
    if (sided !== undefined && sided.hits.length > 0 && sided.strength >= SURE)
      return [
        signalOnAll(reading, stretchesOf(sided.hits), {
          category: 'political',
          strength: Math.min(MOST, sided.strength),
          source: 'propaganda',
          reason: `${quoted(reading, sided.hits)}: parla a favore o contro una parte politica, una lista o chi la guida.`,
        }),
      ];
    const mentions = reading.hits('politics').map(alone);
    if (mentions.length === 0) return [];
    return [
      signalOnAll(reading, mentions, {
        category: 'political',
        strength: 0.25,
        source: 'lessico',
        reason: 'Parla di politica senza invitare al voto: può essere critica lecita.',
      }),
    ];
  },
};
