// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HoursNode } from '../blocks/hours.ts';
import type { ReplyNode } from '../blocks/reply.ts';
import type { RoutingNode } from '../blocks/routing.ts';
import { isMissing, MISSING_WORDS } from '../missing.ts';
import { weekdays } from '../values/days.ts';
import { duration } from '../values/duration.ts';
import { dayRanges } from '../values/hours.ts';
import { categoryNames, chosen, type Telling } from './telling.ts';

const OF_HOURS = { moderation: 'I canali sono seguiti', services: 'Orario dei servizi:', night: 'Di notte:' } as const;

/** `dal lunedì al venerdì`, `di sabato`. */
const onDays = (days: string): string => (/^(dal|tutti) /.test(days) ? days : `di ${days}`);

/** Hours as a sentence where they are all known; else each datum by its name. */
export const hoursTelling: Telling<HoursNode> = {
  says: ['of', 'days', 'ranges', 'holidays'],
  tell: ({ of, days, ranges, holidays }) => {
    const feasts = chosen(holidays, 'Festivi', { excluded: 'Festivi esclusi', included: 'Festivi compresi' });
    if (!isMissing(days) && !isMissing(ranges))
      return [`${OF_HOURS[of]} ${onDays(weekdays.print(days))}, ${dayRanges.print(ranges)}`, ...feasts];
    const name = { moderation: 'moderazione', services: 'servizi', night: 'notte' }[of];
    return [
      `Vale per: ${name}`,
      `Giorni: ${isMissing(days) ? MISSING_WORDS : weekdays.print(days)}`,
      `Ore: ${isMissing(ranges) ? MISSING_WORDS : dayRanges.print(ranges)}`,
      ...feasts,
    ];
  },
};

const WHO = {
  automatic: 'Risponde un messaggio automatico',
  staff: 'Risponde il personale',
  intake: 'Ogni intervento viene preso in carico',
} as const;
const WHEN = { night: ', di notte', 'out-of-hours': ', fuori orario', always: ', sempre' } as const;

/** Who answers, when, within what time. */
export const replyTelling: Telling<ReplyNode> = {
  says: ['by', 'when', 'within', 'promise', 'clock', 'share', 'categories', 'text'],
  tell: (node, hearing) => {
    const { by, when, share, categories, text } = node;
    return [
      `${WHO[by]}${when === undefined || isMissing(when) ? '' : WHEN[when]}`,
      ...(isMissing(when) ? [`Quando: ${MISSING_WORDS}`] : []),
      ...(categories === undefined ? [] : [`Riguarda: ${categoryNames(categories, hearing)}`]),
      ...timesOf(node),
      ...(share === undefined ? [] : [`A quanti messaggi: ${isMissing(share) ? MISSING_WORDS : percent(share)}`]),
      ...(text === undefined ? [] : [isMissing(text) ? `Testo: ${MISSING_WORDS}` : `Testo: «${text}»`]),
    ];
  },
};

const percent = (share: number): string => `${String(share).replace('.', ',')} su 100`;

function timesOf({ within, promise, clock }: ReplyNode): readonly string[] {
  if (within === undefined) return [];
  const time = isMissing(within) ? MISSING_WORDS : duration.print(within);
  const how = chosen(promise, 'media o massimo', { average: 'in media', most: 'al massimo' });
  const counted = chosen(clock, 'ore che si contano', {
    continuous: 'contando tutte le ore',
    'in-hours': 'contando solo l’orario di moderazione',
  });
  return [`Tempo di risposta: ${[time, ...how, ...counted].join(', ')}`];
}

/** Whom to turn to, and for what. */
export const routingTelling: Telling<RoutingNode> = {
  says: ['categories', 'office'],
  names: { answer: 'che cosa si risponde' },
  tell: ({ categories, office }, hearing) => [
    `Riguarda: ${categoryNames(categories, hearing)}`,
    `Ci si rivolge a: ${isMissing(office) ? MISSING_WORDS : office}`,
  ],
};
