// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReplyNode } from '../blocks/reply.ts';
import type { Said } from '../compiled.ts';
import { afterOpenMinutes, firstClose, type HolidayCalendar } from '../hours/calendar.ts';
import { type ModerationHours, moderationHours } from '../hours/moderation-hours.ts';
import type { Judgement, MissingDatum } from '../judgement.ts';
import { known } from '../missing.ts';
import { duration, inMinutes } from '../values/duration.ts';
import { covers, NETWORK_LABELS } from '../values/networks.ts';
import type { Matter } from './matter.ts';

export interface Deadline {
  readonly due?: NonNullable<Judgement['due']>;
  readonly missing: readonly MissingDatum[];
}

/** The clause that promises a time for this item; the one that speaks of its channel before the one that speaks of all. */
function promised({ policy, item, heard }: Matter): Said<ReplyNode> | undefined {
  return policy.replies
    .filter(({ clause, what }) => !clause.dormant && what.within !== undefined && what.by !== 'automatic')
    .filter(({ what }) => covers(what.channels, item.channel) && (what.kinds?.includes(item.kind) ?? true))
    .filter(({ what }) => what.categories?.some((slug) => heard.has(slug)) ?? true)
    .toSorted((left, right) => breadth(left.what) - breadth(right.what))[0];
}

const breadth = ({ channels, kinds, categories }: ReplyNode): number =>
  (channels === undefined ? 1 : 0) + (kinds === undefined ? 1 : 0) + (categories === undefined ? 1 : 0);

const whoSays = ({ source }: ModerationHours): string =>
  source === 'choice' ? 'orario scelto dall’ente, la policy non lo indica' : 'orario che la policy indica';

const cited = (clause: string | undefined): { readonly clause?: string } => (clause === undefined ? {} : { clause });

function fromPromise(
  { clause, what }: Said<ReplyNode>,
  at: { readonly start: Date; readonly hours: ModerationHours },
  holidays?: HolidayCalendar,
): Deadline['due'] {
  const within = known(what.within);
  if (within === undefined) return undefined;
  const words = `Risposta entro ${duration.print(within)}${known(what.promise) === 'average' ? ', in media' : ''}`;
  const minutes = inMinutes(within);
  if (known(what.clock) === 'in-hours' && at.hours.source !== 'missing') {
    const counted = afterOpenMinutes(at.hours.openings, { start: at.start, minutes }, holidays);
    if (counted !== undefined)
      return {
        at: counted,
        reason: { clause: clause.id, text: `${words}, contati in orario (${whoSays(at.hours)}).` },
      };
  }
  const text = `${words}, contati dall’arrivo${what.clock === undefined ? ': la policy non dice se di notte e nei festivi si contano' : ''}.`;
  return { at: new Date(at.start.getTime() + minutes * 60_000), reason: { clause: clause.id, text } };
}

const AT_ONCE = 'Subito: può esserci una vita in pericolo, e non si aspettano gli orari dell’ufficio.';

/** Nobody needs to look at what only calls a friend or smiles. */
const isIdle = ({ heard }: Matter): boolean => heard.size === 1 && heard.has('nothing-to-do');

/**
 * By when somebody should have looked: at once where help is called for, else the promised time, else the close of the
 * first open hours, else nothing.
 */
export function deadline(matter: Matter, now: Date, holidays?: HolidayCalendar): Deadline {
  const { policy, item } = matter;
  // A network's clock may run ahead of ours; nothing can have been written in the future.
  const start = item.at.getTime() > now.getTime() ? now : item.at;
  if (matter.heard.has('emergency')) return { due: { at: start, reason: { text: AT_ONCE } }, missing: [] };
  const hours = moderationHours(policy, item.channel);
  const promise = promised(matter);
  const due = promise === undefined ? undefined : fromPromise(promise, { start, hours }, holidays);
  const missing: MissingDatum[] = [];
  if (hours.source === 'missing')
    missing.push({
      what: 'hours',
      ...cited(hours.clause),
      text: 'La policy non indica l’orario di moderazione: dato mancante.',
    });
  if (isIdle(matter)) return { missing };
  if (due !== undefined) return { due, missing };
  if (promise !== undefined)
    missing.push({
      what: 'response-time',
      clause: promise.clause.id,
      text: 'La policy non indica entro quanto si risponde: dato mancante.',
    });
  const close = firstClose(hours.openings, start, holidays);
  if (close === undefined) return { missing };
  const holidayNote = hours.silentOnHolidays ? '; la policy non parla dei giorni festivi' : '';
  const text = `Da guardare entro la fine del primo orario di moderazione su ${NETWORK_LABELS[item.channel]} (${whoSays(hours)}${holidayNote}).`;
  return { due: { at: close, reason: { ...cited(hours.clause), text } }, missing };
}
