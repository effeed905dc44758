// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReplyNode } from '../blocks/reply.ts';
import type { CompiledPolicy } from '../compiled.ts';
import type { MissingDatum, Reason } from '../judgement.ts';
import { known } from '../missing.ts';
import { duration, inMinutes } from '../values/duration.ts';
import { covers } from '../values/networks.ts';
import type { Place } from './card.ts';

/** A time that a clause promises in one place. */
export interface Promised {
  /** What it is promised for; absent: whatever is noticed. */
  readonly categories: readonly string[] | undefined;
  /** Absent where the clause promises a time and does not say which. */
  readonly minutes: number | undefined;
  readonly missing: MissingDatum;
  /** Why, where the minutes run without a pause. */
  readonly onArrival: Reason;
  /** Why, where they run in office hours and there are some. */
  readonly inHours: Reason | undefined;
}

const breadth = ({ channels, kinds, categories }: ReplyNode): number =>
  (channels === undefined ? 1 : 0) + (kinds === undefined ? 1 : 0) + (categories === undefined ? 1 : 0);

function promised(clause: string, what: ReplyNode, whose: string | undefined): Promised {
  const within = known(what.within);
  const time = within === undefined ? '' : duration.print(within);
  const words = `Risposta entro ${time}${known(what.promise) === 'average' ? ', in media' : ''}`;
  const unsaid = what.clock === undefined ? ': la policy non dice se di notte e nei festivi si contano' : '';
  const counted = known(what.clock) === 'in-hours' && whose !== undefined;
  return {
    categories: what.categories,
    minutes: within === undefined ? undefined : inMinutes(within),
    missing: Object.freeze({
      what: 'response-time',
      clause,
      text: 'La policy non indica entro quanto si risponde: dato mancante.',
    }),
    onArrival: Object.freeze({ clause, text: `${words}, contati dall’arrivo${unsaid}.` }),
    inHours: counted ? Object.freeze({ clause, text: `${words}, contati in orario (${whose}).` }) : undefined,
  };
}

/**
 * The promises of a place; the one that speaks of it before the one that speaks of all. `whose` says whose office hours
 * there are, if any.
 */
export const promisesOf = (policy: CompiledPolicy, place: Place, whose: string | undefined): readonly Promised[] =>
  policy.replies
    .filter(({ clause, what }) => !clause.dormant && what.within !== undefined && what.by !== 'automatic')
    .filter(({ what }) => covers(what.channels, place.channel) && (what.kinds?.includes(place.kind) ?? true))
    .toSorted((left, right) => breadth(left.what) - breadth(right.what))
    .map(({ clause, what }) => promised(clause.id, what, whose));
