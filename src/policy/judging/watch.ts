// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import type { Opening } from '../hours/calendar.ts';
import { type ModerationHours, moderationHours } from '../hours/moderation-hours.ts';
import type { MissingDatum, Reason } from '../judgement.ts';
import { NETWORK_LABELS } from '../values/networks.ts';
import type { Place } from './card.ts';
import { type Promised, promisesOf } from './promise.ts';

/** When somebody looks at a place, and how soon that is promised. */
export interface Watch {
  readonly openings: readonly Opening[];
  /** That there are no hours. */
  readonly missing: MissingDatum | undefined;
  /** Why something is due at the close of the first hours. */
  readonly atClose: Reason;
  readonly promises: readonly Promised[];
}

const whoSays = ({ source }: ModerationHours): string =>
  source === 'choice' ? 'orario scelto dall’ente, la policy non lo indica' : 'orario che la policy indica';

export function watchOf(policy: CompiledPolicy, place: Place): Watch {
  const hours = moderationHours(policy, place.channel);
  const cited = hours.clause === undefined ? {} : { clause: hours.clause };
  const whose = whoSays(hours);
  const holidays = hours.silentOnHolidays ? '; la policy non parla dei giorni festivi' : '';
  const close = `Da guardare entro la fine del primo orario di moderazione su ${NETWORK_LABELS[place.channel]} (${whose}${holidays}).`;
  const noHours = 'La policy non indica l’orario di moderazione: dato mancante.';
  return {
    openings: hours.openings,
    missing: hours.source === 'missing' ? Object.freeze({ what: 'hours', ...cited, text: noHours }) : undefined,
    atClose: Object.freeze({ ...cited, text: close }),
    promises: promisesOf(policy, place, hours.source === 'missing' ? undefined : whose),
  };
}
