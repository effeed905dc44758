// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import type { Tx } from '#platform';
import { openDays } from '#policy';
import { feastsIn } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import { toDoIn } from '../to-do/to-do.ts';
import type { Reader } from './claim-view.ts';
import type { CaseRefs, Sheet, SheetFacts, Sheets } from './contract.ts';
import { nextTurn, onDuty } from './duty.ts';
import { turnsError } from './errors.ts';
import { colleaguesIn, named } from './people.ts';
import { planIn } from './plan.ts';
import {
  decidedByGround,
  decidedCount,
  insertReading,
  LEFT,
  type LeftCase,
  latestSheets,
  leftIn,
  openCount,
  overdueAt,
  type ReadingRow,
  readingsOf,
  type StoredSheet,
  sheetById,
} from './store.ts';

/** Beyond these the sheet says how many more there are: who comes next works from the queue. */
const LISTED = 30;
const SHEETS_SHOWN = 60;

const WHOLE_DAYS = [
  { days: [1, 2, 3, 4, 5, 6, 7] as const, ranges: [{ from: 0, to: 1440 }], holidays: 'included' as const },
];

const dayOf = (at: Date): Date => new Date(openDays(WHOLE_DAYS).at(at.getTime())?.from ?? at.getTime());

export const refsOf = ({
  total,
  first,
}: {
  readonly total: number;
  readonly first: readonly LeftCase[];
}): CaseRefs => ({
  total,
  first: first.map(({ id, number, written_at, claimed_at, claimed_by_name }) => ({
    ...{ id, number: Number(number), since: (claimed_at ?? written_at).toISOString(), by: claimed_by_name },
  })),
});

export interface Closing {
  readonly at: Date;
  /** Ids of who leaves. */
  readonly leaving: readonly string[];
  readonly released: readonly LeftCase[];
}

/** What a turn that closes then leaves to the next. */
export async function sheetFacts(
  ports: Pick<ModerationPorts, 'clock' | 'holidays'>,
  tx: Tx,
  { body, at, leaving, released }: Closing & { readonly body: string },
): Promise<SheetFacts> {
  const { plan } = await planIn(tx, body);
  const colleagues = await colleaguesIn(tx, body, ports.clock.now());
  const next = nextTurn(plan, at, await feastsIn(tx, body, { now: at, national: ports.holidays }));
  const names = (ids: readonly string[]) => named(colleagues, ids).map(({ name }) => name);
  const left = async (where: (typeof LEFT)[keyof typeof LEFT]) =>
    refsOf(await leftIn(tx, body, { where, limit: LISTED }));
  const today = { from: dayOf(at), to: at };
  return {
    people: names(leaving),
    next: names(next?.people ?? []),
    nextAt: next?.at.toISOString() ?? null,
    open: await openCount(tx, body),
    grave: await left(LEFT.grave),
    overdue: await left(overdueAt(at)),
    claimed: await left(LEFT.claimed),
    released: refsOf({ total: released.length, first: released.slice(0, LISTED) }),
    byHand: await left(LEFT.byHand),
    stuck: await left(LEFT.stuck),
    toDo: await toDoIn(ports, tx, { body, person: null, at }),
    decided: { total: await decidedCount(tx, body, today), byClause: await decidedByGround(tx, body, today) },
  };
}

/** As it would be written now, by nobody's leaving. */
export const sheetNow = (ports: ModerationPorts, body: string): Promise<Sheet> =>
  ports.database.inBody(body, async (tx) => {
    const at = ports.clock.now();
    const { plan } = await planIn(tx, body);
    const { people } = onDuty(plan, at, await feastsIn(tx, body, { now: at, national: ports.holidays }));
    const facts = await sheetFacts(ports, tx, { body, at, leaving: people, released: [] });
    return { id: null, closedAt: at.toISOString(), facts, readBy: [], readByMe: true };
  });

export const sheetsIn = (ports: ModerationPorts, { body, person }: Reader): Promise<Sheets> =>
  ports.database.inBody(body, async (tx) => {
    const sheets = await latestSheets(tx, body, SHEETS_SHOWN);
    const readings = await readingsOf(
      tx,
      sheets.map(({ id }) => id),
    );
    const isRead = (id: string) => readings.some((one) => one.sheet_id === id && one.person === person);
    return {
      items: sheets.map(({ id, closed_at }) => ({ id, closedAt: closed_at.toISOString(), readByMe: isRead(id) })),
    };
  });

/** Throws SHEET_NOT_FOUND. */
export const sheetView = (ports: ModerationPorts, { body, person }: Reader, id: string): Promise<Sheet> =>
  ports.database.inBody(body, async (tx) => {
    const sheet = await sheetById(tx, id);
    if (sheet === undefined) throw turnsError('SHEET_NOT_FOUND');
    return viewOf(sheet, await readingsOf(tx, [id]), person);
  });

const viewOf = (sheet: StoredSheet, readings: readonly ReadingRow[], person: string): Sheet => ({
  id: sheet.id,
  closedAt: sheet.closed_at.toISOString(),
  facts: sheet.facts,
  readBy: readings.map(({ person_name, at }) => ({ name: person_name, at: at.toISOString() })),
  readByMe: readings.some((one) => one.person === person),
});

/** Who comes next says that they have read it; once. */
export async function readSheet(
  ports: ModerationPorts,
  { body, actor, sheet: id }: { readonly body: string; readonly actor: Actor; readonly sheet: string },
): Promise<Sheet> {
  await ports.database.inBody(body, async (tx) => {
    if ((await sheetById(tx, id)) === undefined) throw turnsError('SHEET_NOT_FOUND');
    const at = ports.clock.now();
    const reading = { sheet_id: id, body, person: actor.id, person_name: actor.name, at };
    if (!(await insertReading(tx, reading))) return;
    await record(tx, body, at, {
      kind: 'turn.sheet-read',
      subject: null,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: 'Letto il foglio consegne del turno precedente',
      facts: { sheet: id },
    });
  });
  return sheetView(ports, { body, person: actor.id }, id);
}
