// SPDX-License-Identifier: AGPL-3.0-or-later
import { after, alone, before, isDenied } from '../sentence.ts';
import { personNames } from './person-name.ts';
import { type Rule, signalOn } from './rule.ts';

/** A fact that would be a crime, said of a named or recognisable person. */
export const defamation: Rule = {
  categories: ['defamation'],
  notice: (reading) => {
    const names = personNames(reading);
    return reading
      .hits('crime-claim')
      .filter((hit) => !isDenied(reading, hit.first))
      .map((hit) => {
        const named = names.some((name) => name.last < hit.first && hit.first - name.last <= 5);
        const staff =
          before(reading, hit.first, { tags: ['staff', 'title'], distance: 5 }) ??
          after(reading, hit.last, { tags: ['staff'], distance: 3 });
        const known = named || staff !== undefined;
        return signalOn(reading, alone(hit), {
          category: 'defamation',
          strength: named ? 0.75 : staff !== undefined ? 0.6 : 0.3,
          source: 'accusa',
          reason: known
            ? 'Attribuisce un fatto illecito a una persona riconoscibile: può ledere la reputazione.'
            : 'Parla di fatti illeciti senza indicare una persona.',
        });
      });
  },
};
