// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { isGoodAt, type Limits } from '#governance';
import type { Tx } from '#platform';
import { dueOf } from './consider.ts';
import type { CasePage, CaseQuery, CaseSummary } from './contract.ts';
import { accountsOfCases } from './places.ts';
import type { ModerationPorts } from './ports.ts';
import { askedOf } from './queue-views/asked.ts';
import { countersOf } from './queue-views/counters.ts';
import { queuePage } from './queue-views/store.ts';
import type { Case } from './store.ts';

/** Who looks at it, and where they may; absent: on every channel. */
interface Looking {
  readonly body: string;
  readonly person: string;
  readonly limits?: Limits | null;
}

/** One page of a queue, in its order, with the counters of all. */
export async function queue(
  ports: Pick<ModerationPorts, 'database' | 'clock'>,
  { body, person, limits = null }: Looking,
  { cursor, limit, ...search }: z.infer<typeof CaseQuery>,
): Promise<CasePage> {
  const asked = askedOf(search, { person, now: ports.clock.now() });
  const after = search.state === 'open' ? placeOf(OpenCursor, cursor) : placeOf(DecidedCursor, cursor);
  return ports.database.inBody(body, async (tx) => {
    const page = (place: object | undefined, most: number) => queuePage(tx, asked, { after: place, limit: most });
    if (limits !== null) return narrowedPage(tx, page, { body, after, limit, limits });
    const rows = await page(after, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next_cursor = rows.length > limit && last !== undefined ? cursorOf(last) : null;
    return { items: shown.map(summaryOf), next_cursor, counters: await countersOf(tx, body) };
  });
}

const LOOKED_THROUGH = 100;

interface Narrowing {
  readonly body: string;
  readonly after: object | undefined;
  readonly limit: number;
  readonly limits: Limits;
}

/** Cases on other channels are passed over, as if they were not there. */
async function narrowedPage(
  tx: Tx,
  page: (after: object | undefined, limit: number) => Promise<Case[]>,
  { body, after, limit, limits }: Narrowing,
): Promise<CasePage> {
  const kept: Case[] = [];
  let place = after;
  for (;;) {
    const rows = await page(place, LOOKED_THROUGH);
    const accounts = await accountsOfCases(
      tx,
      rows.map(({ id }) => id),
    );
    for (const row of rows) {
      const account = accounts.get(row.id);
      const where = { network: row.network, ...(account !== undefined && { account }) };
      if (limits.some((one) => isGoodAt(one, where))) kept.push(row);
    }
    const last = rows.at(-1);
    if (kept.length > limit || last === undefined || rows.length < LOOKED_THROUGH) break;
    place = fieldsOf(last);
  }
  const shown = kept.slice(0, limit);
  const end = shown.at(-1);
  const next_cursor = kept.length > limit && end !== undefined ? cursorOf(end) : null;
  return { items: shown.map(summaryOf), next_cursor, counters: await countersOf(tx, body) };
}

export function summaryOf(row: Case): CaseSummary {
  return {
    id: row.id,
    number: Number(row.number),
    state: row.state,
    priority: row.priority,
    network: row.network,
    kind: row.kind,
    author: row.author_name,
    excerpt: row.excerpt,
    writtenAt: row.written_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    due: dueOf(row)?.toISOString() ?? null,
    place: placeIn(row),
    proposal: row.proposal,
    clauses: row.clauses,
    mustLook: row.must_look,
    edited: row.edited,
    deletedByAuthor: row.deleted_by_author,
    hasMedia: row.has_media,
    decision: row.decision,
    enforcement: row.enforcement,
  };
}

/** One text whose order is that of the open queue: digits of one length, moments of one form. */
const placeIn = ({ priority, due_band, learned_rank, due_rank, written_at, id }: Case): string =>
  [
    priority,
    String(due_band).padStart(12, '0'),
    String(learned_rank).padStart(3, '0'),
    due_rank.toISOString(),
    written_at.toISOString(),
    id,
  ].join(' ');

const Moment = z.coerce.date();
const OpenCursor = z.object({
  priority: z.number().int().min(0).max(3),
  due_band: z.number().int(),
  learned_rank: z.number().int().min(0).max(100),
  due_rank: Moment,
  written_at: Moment,
  id: z.uuid(),
});
const DecidedCursor = z.object({ decided_at: Moment, id: z.uuid() });

const fieldsOf = ({ priority, due_band, learned_rank, due_rank, written_at, decided_at, id }: Case) => ({
  ...{ priority, due_band, learned_rank, due_rank, written_at, decided_at, id },
});

const cursorOf = (row: Case): string => Buffer.from(JSON.stringify(fieldsOf(row))).toString('base64url');

/** A cursor that is not one of ours starts from the top. */
function placeOf<Shape extends z.ZodType>(shape: Shape, cursor: string | undefined): z.infer<Shape> | undefined {
  if (cursor === undefined) return undefined;
  try {
    return shape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}
