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
    of: required('vale per', oneOf({ moderation: 'moderazione', services: 'servizi', night: 'notte' })),
    days: required('giorni', orMissing(weekdays)),
    ranges: required('ore', orMissing(dayRanges)),
    holidays: optional('festivi', orMissing(oneOf({ excluded: 'esclusi', included: 'compresi' }))),
    exceptions: optional('eccezioni', orMissing(text)),
    channels: optional('canali', networkScope),
  },
});
export type HoursNode = NodeOf<typeof hoursBlock>;
