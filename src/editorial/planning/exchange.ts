// SPDX-License-Identifier: AGPL-3.0-or-later
import { accountsOf } from '#accounts';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { NETWORK_LABELS } from '#policy';
import { editorialError } from '../errors.ts';
import type { EditorialPorts } from '../ports.ts';
import type { CalendarReading } from './contract.ts';
import { dayAfter, dayInRome } from './days.ts';
import { feedByToken } from './feed-store.ts';
import { digestOfToken } from './feeds.ts';
import { readCalendar } from './ics-read.ts';
import { type WrittenSlots, writeCalendar } from './ics-write.ts';
import { isApproved } from './stands.ts';
import { type Plan, planById, plansWithin, planVersionOf } from './store.ts';

const DAYS_BEHIND = 60;
const DAYS_AHEAD = 366;

/** One plan as a file. Throws PLAN_NOT_FOUND. */
export const planFile = ({ database }: EditorialPorts, body: string, id: string): Promise<string> =>
  database.inBody(body, async (tx) => {
    const plan = await planById(tx, id);
    if (plan === undefined) throw editorialError('PLAN_NOT_FOUND');
    return writeCalendar(plan.title, [await writtenOf(tx, plan, await accountNames(tx, body))]);
  });

/** What an iCalendar file would bring to a plan; nothing is saved. Throws PLAN_NOT_FOUND, CALENDAR_FILE_UNREADABLE. */
export const readForPlan = (
  { database }: EditorialPorts,
  body: string,
  { id, text }: { readonly id: string; readonly text: string },
): Promise<CalendarReading> =>
  database.inBody(body, async (tx) => {
    const plan = await planById(tx, id);
    const version = plan && (await planVersionOf(tx, id, plan.version));
    if (version === undefined) throw editorialError('PLAN_NOT_FOUND');
    return readCalendar(text, version.content, newId);
  });

/** The approved plans of these months, for a calendar that follows them. Throws FEED_NOT_FOUND. */
export const followedCalendar = (
  { database, clock }: EditorialPorts,
  { body, token }: { readonly body: string; readonly token: string },
): Promise<string> =>
  database.inBody(body, async (tx) => {
    const feed = await feedByToken(tx, digestOfToken(token));
    if (feed === undefined) throw editorialError('FEED_NOT_FOUND');
    const today = dayInRome(clock.now());
    const plans = await plansWithin(tx, body, { from: dayAfter(today, -DAYS_BEHIND), to: dayAfter(today, DAYS_AHEAD) });
    const accounts = await accountNames(tx, body);
    const written: WrittenSlots[] = [];
    for (const plan of plans) {
      const one = await writtenOf(tx, plan, accounts);
      if (one.approved) written.push(one);
    }
    return writeCalendar('Piano editoriale', written);
  });

async function writtenOf(tx: Tx, plan: Plan, accounts: ReadonlyMap<string, string>): Promise<WrittenSlots> {
  const version = await planVersionOf(tx, plan.id, plan.version);
  if (version === undefined) throw editorialError('PLAN_NOT_FOUND');
  return {
    ...{ title: plan.title, slots: version.content.slots, version: plan.version, changedAt: version.at, accounts },
    approved: await isApproved(tx, plan, version),
  };
}

const accountNames = async (tx: Tx, body: string): Promise<ReadonlyMap<string, string>> =>
  new Map((await accountsOf(tx, body)).map(({ id, name, network }) => [id, `${name} (${NETWORK_LABELS[network]})`]));
