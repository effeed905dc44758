// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reading } from '../reading.ts';
import { alone, isDenied, type Stretch, sequences } from '../sentence.ts';
import { isCapital } from './person-name.ts';
import { type Rule, signalOn, signalOnAll } from './rule.ts';

/** «vota Aurora» asks for a vote where the text also names a list or a party. */
const namedVotes = (reading: Reading): Stretch[] =>
  reading.hits('party').length === 0
    ? []
    : reading
        .hits('vote')
        .filter(({ last }) => isCapital(reading, last + 1) && reading.sentence(last).last > last)
        .map(alone);

/** A call to vote is propaganda; speaking of parties and governments, also badly, is only politics. */
export const politics: Rule = {
  categories: ['political'],
  notice: (reading) => {
    const campaign = [
      ...sequences(reading, [{ tags: ['vote'] }, { tags: ['party'], within: 4 }]),
      ...reading.hits('celebration').map(alone),
      ...namedVotes(reading),
      ...reading
        .hits('vote')
        .filter((hit) => hit.last > hit.first)
        .map(alone),
    ].filter((stretch) => !isDenied(reading, stretch.first, 2));
    if (campaign.length > 0)
      return campaign.map((stretch) =>
        signalOn(reading, stretch, {
          category: 'political',
          strength: 0.75,
          source: 'propaganda',
          reason: 'Invita a votare o a sostenere una parte politica.',
        }),
      );
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
