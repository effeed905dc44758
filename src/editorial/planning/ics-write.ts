// SPDX-License-Identifier: AGPL-3.0-or-later
import ICAL from 'ical.js';
import type { PlanSlot } from './contract.ts';
import { momentInRome } from './days.ts';

// The library counts a line without the space that the next one begins with.
ICAL.foldLength = 74;

const OURS = '@uscite.portavoce';

/** The slot that one of our own names stands for. */
export const ownSlotId = (uid: string): string | null => (uid.endsWith(OURS) ? uid.slice(0, -OURS.length) : null);

/** Slots of a plan as they are shown to other calendars. */
export interface WrittenSlots {
  readonly title: string;
  readonly slots: readonly PlanSlot[];
  readonly approved: boolean;
  /** Of the plan: grows with each change. */
  readonly version: number;
  readonly changedAt: Date;
  /** Names of accounts by their ids. */
  readonly accounts: ReadonlyMap<string, string>;
}

/** An iCalendar file (RFC 5545) of some plans; what a slot is called never changes, so that calendars follow it when it moves. */
export function writeCalendar(name: string, plans: readonly WrittenSlots[]): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Portavoce//Piano editoriale//IT');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('x-wr-calname', name);
  calendar.addPropertyWithValue('x-wr-timezone', 'Europe/Rome');
  for (const plan of plans) for (const slot of plan.slots) addSlot(calendar, slot, plan);
  return `${calendar.toString()}\r\n`;
}

function addSlot(
  calendar: ICAL.Component,
  slot: PlanSlot,
  { approved, version, changedAt, accounts, title }: WrittenSlots,
) {
  const at = momentInRome(slot.day, slot.time);
  if (at === undefined) return;
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', slot.uid === '' ? `${slot.id}${OURS}` : slot.uid);
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(changedAt, true));
  // In UTC: right for every calendar, also over the change of the clocks.
  event.addPropertyWithValue('dtstart', ICAL.Time.fromJSDate(at, true));
  event.addPropertyWithValue('sequence', version);
  event.addPropertyWithValue('summary', slot.title);
  event.addPropertyWithValue('status', approved ? 'CONFIRMED' : 'TENTATIVE');
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  if (slot.theme !== '') event.addPropertyWithValue('categories', slot.theme);
  const about = [
    `Piano: ${title}`,
    ...slot.accounts.flatMap((id) => accounts.get(id) ?? []).map((account) => `Su: ${account}`),
    ...(slot.audience === '' ? [] : [`Per: ${slot.audience}`]),
    ...(slot.prepares === '' ? [] : [`Prepara: ${slot.prepares}`]),
  ];
  event.addPropertyWithValue('description', about.join('\n'));
  calendar.addSubcomponent(event);
}
