// SPDX-License-Identifier: AGPL-3.0-or-later
import ICAL from 'ical.js';
import { editorialError } from '../errors.ts';
import type { CalendarReading, PlanContent, PlanSlot } from './contract.ts';
import { shownInRome } from './days.ts';
import { ownSlotId } from './ics-write.ts';
import { momentIn } from './zones.ts';

const MOST_EVENTS = 1000;
/** Repetitions of one event, and of a whole file, that are looked through before they are given up. */
const MOST_STEPS = 3000;
const MOST_STEPS_OF_ALL = 10_000;
const LONGEST_TITLE = 200;
const LONGEST_UID = 280;
/** What is read of a repetition: days and weeks, one after the other. */
const READ_RULES =
  /^FREQ=(DAILY|WEEKLY)(;(INTERVAL=[1-9]\d{0,2}|COUNT=\d{1,4}|UNTIL=\d{8}(T\d{6}Z?)?|WKST=[A-Z]{2}|BYDAY=[A-Z]{2}(,[A-Z]{2})*))*$/;
const DAILY_BY_DAY = /^FREQ=DAILY.*BYDAY/;

interface Block {
  readonly kind: string;
  /** The line of the file where it begins, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Why something of the file is not in the plan, in Italian. */
class Unread extends Error {}

/**
 * An iCalendar file against a plan: the slots that it brings, and all that could not be read, each with its line. Each event is read
 * by itself, so that one that is broken takes no other along. Throws CALENDAR_FILE_UNREADABLE.
 */
export function readCalendar(text: string, plan: PlanContent, newId: () => string): CalendarReading {
  const blocks = blocksOf(text);
  if (blocks === null || blocks.length > MOST_EVENTS) throw editorialError('CALENDAR_FILE_UNREADABLE');
  const slots = new Map<string, PlanSlot>();
  const unread: { line: number; title: string; why: string }[] = [];
  const looking = { plan, newId, left: MOST_STEPS_OF_ALL };
  for (const block of blocks) {
    try {
      for (const slot of slotsOf(block, looking)) slots.set(slot.uid === '' ? slot.id : slot.uid, slot);
    } catch (error) {
      unread.push({
        ...{ line: block.line, title: titleIn(block) },
        why: error instanceof Unread ? error.message : 'È scritto in un modo che non si legge.',
      });
    }
  }
  return { slots: [...slots.values()], unread };
}

/** The components inside the calendars of a file; null: it is no calendar. */
function blocksOf(text: string): Block[] | null {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (!/^BEGIN:VCALENDAR\s*$/i.test(lines.find((line) => line.trim() !== '') ?? '')) return null;
  const blocks: Block[] = [];
  let open: { kind: string; line: number; depth: number; lines: string[] } | null = null;
  for (const [index, line] of lines.entries()) {
    const [, edge, kind = ''] = /^(BEGIN|END):(\S+)\s*$/i.exec(line) ?? [];
    const name = kind.toUpperCase();
    if (open === null) {
      if (edge?.toUpperCase() === 'BEGIN' && name !== 'VCALENDAR')
        open = { kind: name, line: index + 1, depth: 1, lines: [line] };
      continue;
    }
    open.lines.push(line);
    if (edge !== undefined) open.depth += edge.toUpperCase() === 'BEGIN' ? 1 : -1;
    if (open.depth > 0) continue;
    blocks.push({ kind: open.kind, line: open.line, text: open.lines.join('\r\n') });
    open = null;
  }
  // Cut off before its end: what was begun is said, not lost.
  if (open !== null) blocks.push({ kind: open.kind, line: open.line, text: open.lines.join('\r\n') });
  return blocks.filter(({ kind }) => kind !== 'VTIMEZONE');
}

const titleIn = ({ text }: Block): string => {
  const [, title = ''] = /^SUMMARY[^:\r\n]*:(.*)$/im.exec(text) ?? [];
  return title.replace(/[\p{Cc}]/gu, ' ').slice(0, LONGEST_TITLE);
};

interface Looking {
  readonly plan: PlanContent;
  readonly newId: () => string;
  /** Repetitions that may still be looked through. */
  left: number;
}

function slotsOf(block: Block, looking: Looking): PlanSlot[] {
  const { plan, newId } = looking;
  if (block.kind !== 'VEVENT') throw new Unread('Non è un evento: nel piano vanno solo gli eventi.');
  const event = eventIn(block);
  const title = textOf(event, 'summary');
  if (title === '') throw new Unread('Manca il titolo.');
  if (title.length > LONGEST_TITLE) throw new Unread(`Il titolo è più lungo di ${LONGEST_TITLE} caratteri.`);
  if (textOf(event, 'status').toUpperCase() === 'CANCELLED') throw new Unread('L’evento è annullato.');
  if (event.hasProperty('recurrence-id'))
    throw new Unread('Cambia una sola volta di un evento che si ripete: riportala a mano.');
  const uid = textOf(event, 'uid');
  if (uid.length > LONGEST_UID) throw new Unread('Il nome interno dell’evento è troppo lungo.');
  const theme = textOf(event, 'categories').slice(0, LONGEST_TITLE);
  const moments = momentsOf(event, looking);
  const within = moments.filter(({ day }) => plan.from <= day && day <= plan.to);
  if (within.length === 0) throw new Unread(`Cade fuori dal periodo del piano, dal ${plan.from} al ${plan.to}.`);
  const repeats = event.hasProperty('rrule') || event.hasProperty('rdate');
  return within.map(({ day, time }) => {
    const name = uid === '' || !repeats ? uid : `${uid}#${day}`;
    const own = ownSlotId(uid);
    const known = plan.slots.find((slot) => (name !== '' && slot.uid === name) || slot.id === own);
    if (known !== undefined) return { ...known, day, time, title };
    const fresh = { accounts: [], theme, audience: '', prepares: '' };
    return { ...fresh, id: newId(), day, time, title, uid: name };
  });
}

function eventIn({ text }: Block): ICAL.Component {
  if (!/^END:VEVENT\s*$/im.test(text)) throw new Unread('L’evento è tagliato prima della fine.');
  const calendar = new ICAL.Component(ICAL.parse(`BEGIN:VCALENDAR\r\n${text}\r\nEND:VCALENDAR`) as string);
  const event = calendar.getFirstSubcomponent('vevent');
  if (event === null) throw new Unread('È scritto in un modo che non si legge.');
  return event;
}

function textOf(event: ICAL.Component, name: string): string {
  const value = event.getFirstPropertyValue(name);
  const text = typeof value === 'string' ? value.trim() : '';
  if (!text.isWellFormed() || text.includes('\0')) throw new Unread('Contiene caratteri che non si leggono.');
  return text;
}

interface Shown {
  readonly day: string;
  readonly time: string;
}

/** When it happens, as a clock in Rome shows it. */
function momentsOf(event: ICAL.Component, looking: Looking): Shown[] {
  const { plan } = looking;
  const start = event.getFirstProperty('dtstart');
  const value = start?.getFirstValue();
  if (start === null || !(value instanceof ICAL.Time)) throw new Unread('Manca il giorno.');
  if (value.isDate) throw new Unread('È di tutto il giorno: manca l’ora di uscita.');
  const zone = zoneOf(start, value);
  const first = inRome(zone, wallOf(value));
  if (event.hasProperty('rdate'))
    throw new Unread('Si ripete in un modo che qui non si legge: aggiungi le uscite a mano.');
  if (!event.hasProperty('rrule')) return [first];
  const rules = event.getAllProperties('rrule').map((rule) => String(rule.getFirstValue()));
  if (rules.length > 1 || rules.some((rule) => !READ_RULES.test(rule) || DAILY_BY_DAY.test(rule)))
    throw new Unread('Si ripete in un modo che qui non si legge: aggiungi le uscite a mano.');
  const moments: Shown[] = [];
  const occurrences = new ICAL.Event(event).iterator();
  for (let steps = 0; steps < MOST_STEPS && looking.left > 0; steps++) {
    looking.left -= 1;
    const next = occurrences.next() as ICAL.Time | undefined;
    if (next === undefined || next === null) return moments;
    const shown = inRome(zone, wallOf(next));
    if (shown.day > plan.to) return moments;
    if (shown.day >= plan.from) moments.push(shown);
  }
  throw new Unread('Si ripete troppe volte prima del periodo del piano: aggiungi le uscite a mano.');
}

function zoneOf(start: ICAL.Property, value: ICAL.Time): string {
  if (value.zone?.tzid === 'UTC') return 'UTC';
  const named = start.getFirstParameter('tzid');
  return typeof named === 'string' && named !== '' ? named : 'Europe/Rome';
}

const two = (part: number): string => String(part).padStart(2, '0');
const wallOf = ({ year, month, day, hour, minute }: ICAL.Time): Shown => ({
  day: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`,
  time: `${two(hour)}:${two(minute)}`,
});

function inRome(zone: string, { day, time }: Shown): Shown {
  const at = momentIn(zone, day, time);
  if (at === null) throw new Unread(`È scritto nel fuso orario «${zone.slice(0, 60)}», che qui non si conosce.`);
  if (at === undefined) throw new Unread('Il giorno o l’ora non esistono.');
  const shown = shownInRome(at);
  return { day: shown.slice(0, 10), time: shown.slice(11) };
}
