// SPDX-License-Identifier: AGPL-3.0-or-later

import type { z } from 'zod';
import { dueOf } from './consider.ts';
import type { CasePage, CaseQuery, CaseSummary } from './contract.ts';
import type { ModerationPorts } from './ports.ts';
import { type Case, countersOf, type QueuePlace, queuePage } from './store.ts';

/** One page of the queue, in its order, with the counters of the whole. */
export async function queue(ports: ModerationPorts, body: string, query: z.infer<typeof CaseQuery>): Promise<CasePage> {
  const { state, network, limit, cursor } = query;
  return ports.database.inBody(body, async (tx) => {
    const after = cursor === undefined ? undefined : placeOf(cursor);
    const rows = await queuePage(tx, body, { state, network, after, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const next_cursor = rows.length > limit && last !== undefined ? cursorOf(last) : null;
    return { items: page.map(summaryOf), next_cursor, counters: await countersOf(tx, body) };
  });
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
    proposal: row.proposal,
    clauses: row.clauses,
    edited: row.edited,
    deletedByAuthor: row.deleted_by_author,
    hasMedia: row.has_media,
    decision: row.decision,
    enforcement: row.enforcement,
  };
}

const cursorOf = ({ priority, due_rank, written_at, id }: Case): string =>
  Buffer.from(JSON.stringify([priority, due_rank, written_at, id])).toString('base64url');

/** A cursor that is not one of ours starts from the top. */
function placeOf(cursor: string): QueuePlace | undefined {
  try {
    const [priority, due, written, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [
      number,
      string,
      string,
      string,
    ];
    const place = { priority, due_rank: new Date(due), written_at: new Date(written), id };
    return Number.isNaN(place.due_rank.getTime()) || Number.isNaN(place.written_at.getTime()) ? undefined : place;
  } catch {
    return undefined;
  }
}
