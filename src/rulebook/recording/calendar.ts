// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Tx } from '#platform';
import { type CompiledPolicy, moderationHours, type PolicyChoices, saidOf } from '#policy';
import { digestOfText } from '../adopt.ts';
import { coverById, coversOf, endCover, insertCover, insertPatronChoice, patronChoicesOf } from '../calendar-store.ts';
import type { ActEnd, BodyCalendar, ExtraHours, NewCover, NewPatron } from '../contract.ts';
import { actWords, plainDay, spanWords } from '../days.ts';
import { rulebookError } from '../errors.ts';
import { inForce } from '../in-force.ts';
import type { Acting, RulebookPorts } from '../ports.ts';
import { areApart } from './hours.ts';
import { endedUnder, endingOf, recordedUnder, STANDING, underAct } from './under-act.ts';

const MOST_DAYS = 366;
const DAY_MILLISECONDS = 86_400_000;
/** Not a leap one: a holiday comes each year. */
const ANY_YEAR = '2001';

/** A body's own days; throws NO_POLICY. */
export const calendarOf = ({ database, clock }: RulebookPorts, body: string): Promise<BodyCalendar> =>
  database.inBody(body, (tx) => listed(tx, body, clock.now()));

/** Records the patron saint whose day is a holiday of the body, or takes it back; from now. PATRON_DAY_WRONG, ACT_DATE_WRONG. */
export async function choosePatron(
  ports: RulebookPorts,
  { body, actor }: Acting,
  { patron, act, note }: NewPatron,
): Promise<BodyCalendar> {
  if (patron !== null && !isDay(`${ANY_YEAR}-${patron.day}`)) throw rulebookError('PATRON_DAY_WRONG', patron.day);
  const store = async (tx: Tx, now: Date): Promise<string> => {
    const { version } = await inForce(tx, body, now);
    await insertPatronChoice(tx, { ...recordedUnder({ body, actor }, { act, note }, { version, now }), patron });
    await record(tx, body, now, {
      kind: 'policy.patron-chosen',
      subject: version,
      person: actor,
      grounds: [],
      policyVersion: version,
      summary: `${patron === null ? 'Tolta la festa del patrono dai giorni festivi dell’ente' : `Festa del patrono tra i giorni festivi dell’ente (${patron.name}, ${everyYear(patron.day)})`}: ${actWords(act)}`,
      facts: { patron, act, note: digestOfText(note) },
    });
    return version;
  };
  return underAct(ports, { body, act }, { store, listed });
}

/** Records hours beyond the usual ones, on given days. COVER_WRONG, COVER_WITHOUT_HOURS, ACT_DATE_WRONG. */
export async function recordCover(
  ports: RulebookPorts,
  { body, actor }: Acting,
  { cover, act, note }: NewCover,
): Promise<BodyCalendar> {
  if (!holdsTogether(cover)) throw rulebookError('COVER_WRONG');
  const store = async (tx: Tx, now: Date): Promise<string> => {
    const { version, compiled } = await inForce(tx, body, now);
    const open = withHours(compiled);
    const channels = open.filter((network) => cover.channels?.includes(network) ?? true);
    if (channels.length < (cover.channels?.length ?? 1)) throw rulebookError('COVER_WITHOUT_HOURS');
    const { from, to, ranges } = cover;
    await insertCover(tx, {
      ...recordedUnder({ body, actor }, { act, note }, { version, now }),
      ...STANDING,
      cover: { from, to, ranges, ...(cover.channels !== null && { channels }) },
    });
    await record(tx, body, now, {
      kind: 'policy.cover-recorded',
      subject: version,
      person: actor,
      grounds: saidOf(compiled, 'cover').map(({ clause }) => clause.id),
      policyVersion: version,
      summary: `Presidio straordinario (${spanWords(cover)}): ${actWords(act)}`,
      facts: { cover, act, note: digestOfText(note) },
    });
    return version;
  };
  return underAct(ports, { body, act }, { store, listed });
}

/** Ends it, from now: what was counted in those hours is counted without them. COVER_NOT_FOUND, COVER_ENDED, ACT_DATE_WRONG. */
export async function recordCoverEnd(
  ports: RulebookPorts,
  { body, actor, id }: Acting & { readonly id: string },
  { act, note }: ActEnd,
): Promise<BodyCalendar> {
  const store = async (tx: Tx, now: Date): Promise<string> => {
    const known = await coverById(tx, id);
    if (known === undefined) throw rulebookError('COVER_NOT_FOUND');
    if (!(await endCover(tx, id, endedUnder(actor, { act, note }, now)))) throw rulebookError('COVER_ENDED');
    const { version } = await inForce(tx, body, now);
    await record(tx, body, now, {
      kind: 'policy.cover-ended',
      subject: version,
      person: actor,
      grounds: [],
      policyVersion: version,
      summary: `Tolto il presidio straordinario (${spanWords(known.cover)}): ${actWords(act)}`,
      facts: { cover: known.cover, act, note: digestOfText(note) },
    });
    return version;
  };
  return underAct(ports, { body, act }, { store, listed });
}

async function listed(tx: Tx, body: string, now: Date): Promise<BodyCalendar> {
  const { compiled } = await inForce(tx, body, now);
  const patrons = await patronChoicesOf(tx, body);
  const covers = await coversOf(tx, body);
  return {
    patron: compiled.choices.patron ?? null,
    patrons: patrons.toReversed().map((row) => ({ patron: row.patron, ...groundOf(row) })),
    covers: covers.toReversed().map((row) => ({
      id: row.id,
      cover: coverView(row.cover),
      ...groundOf(row),
      ended: endingOf(row),
    })),
    policy: saidOf(compiled, 'cover').map(({ clause }) => ({ clause: clause.id, title: clause.title })),
    channels: withHours(compiled),
  };
}

type Ground = ReturnType<typeof recordedUnder>;
const groundOf = ({ act_number, act_date, note, recorded_by, recorded_by_name, at }: Ground) => ({
  act: { number: act_number, date: act_date },
  note,
  recordedBy: { id: recorded_by, name: recorded_by_name },
  at: at.toISOString(),
});

type Cover = NonNullable<PolicyChoices['cover']>[number];
const coverView = ({ from, to, ranges, channels }: Cover): ExtraHours => ({
  ...{ from, to },
  ranges: ranges.map((range) => ({ ...range })),
  channels: channels === undefined ? null : [...channels],
});

const withHours = (compiled: CompiledPolicy) =>
  [...compiled.channels.keys()].filter((network) => moderationHours(compiled, network).source !== 'missing');

const isDay = (date: string): boolean => {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
};

function holdsTogether({ from, to, ranges }: ExtraHours): boolean {
  if (!isDay(from) || !isDay(to) || to < from || !areApart(ranges)) return false;
  return (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS < MOST_DAYS;
}

/** `7 dicembre`. */
const everyYear = (day: string): string => plainDay(`${ANY_YEAR}-${day}`).replace(` ${ANY_YEAR}`, '');
