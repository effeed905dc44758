// SPDX-License-Identifier: AGPL-3.0-or-later
import { weekdays } from '../values/days.ts';
import { dayRanges } from '../values/hours.ts';
import { networkScope } from '../values/networks.ts';
import { oneOf } from '../values/one-of.ts';
import { text } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** Hours of moderation, of services, or the night: three different things that sources like to blur. */
export const hoursBlock = block({
  kind: 'hours',
  name: 'orario',
  label: 'Orario',
  keys: {
    of: required(
      'vale per',
      oneOf({ moderation: 'moderazione', services: 'servizi', night: 'notte' }),
      'di quale orario si parla',
    ),
    days: required('giorni', orMissing(weekdays), 'i giorni della settimana'),
    ranges: required('ore', orMissing(dayRanges), 'da che ora a che ora, anche in più turni'),
    holidays: optional(
      'festivi',
      orMissing(oneOf({ excluded: 'esclusi', included: 'compresi' })),
      'se i giorni festivi contano',
    ),
    exceptions: optional('eccezioni', orMissing(text), 'quando non vale'),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
  },
});
export type HoursNode = NodeOf<typeof hoursBlock>;
