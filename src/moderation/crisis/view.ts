// SPDX-License-Identifier: AGPL-3.0-or-later

import { accountById } from '#accounts';
import { commandOf, type Stop, type StoredCommand, WRITE_NAMES, writesStopped, writesWaiting } from '#delivery';
import type { Tx, Vault } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import { countersOf } from '../queue-views/counters.ts';
import type { ClosedThread, Crisis, CrisisState, CrisisView, WaitingWrite } from './contract.ts';
import {
  type CrisisRow,
  casesOfItems,
  decisionsSince,
  latestCrises,
  receivedSince,
  textsReady,
  threadsOf,
} from './store.ts';
import { closingOn, writesOf } from './threads.ts';
import { busyThreads } from './waves-store.ts';

const HOUR_MILLISECONDS = 3_600_000;
const MOST_PAST = 10;
const MOST_SHOWN = 200;

/** Everything that the page of the crisis shows. */
export async function crisisView(
  { database, clock, vault }: Pick<ModerationPorts, 'database' | 'clock' | 'vault'>,
  body: string,
): Promise<CrisisView> {
  return database.inBody(body, async (tx) => {
    const now = clock.now();
    const crises = await latestCrises(tx, body, MOST_PAST + 1);
    const current = crises.find(({ ended_at }) => ended_at === null);
    const stop = await writesStopped(tx, body);
    const waiting = stop === undefined ? [] : await writesWaiting(tx, body);
    const lastHour = await receivedSince(tx, body, new Date(now.getTime() - HOUR_MILLISECONDS));
    const { open, grave } = await countersOf(tx, body);
    const answered =
      current === undefined ? 0 : ((await decisionsSince(tx, body, current.started_at)).get('reply') ?? 0);
    const shown = current ?? crises[0];
    return {
      current: current === undefined ? null : crisisOf(current),
      stopped: stoppedBy(stop),
      counts: { open, grave, lastHour, answered, waiting: waiting.length },
      waiting: await waitingViews(tx, vault, waiting.slice(0, MOST_SHOWN)),
      texts: (await textsReady(tx, body)).map(({ id, title, text, approved_by_name, approved_at }) => ({
        ...{ id, title, text, approvedBy: approved_by_name, approvedAt: approved_at.toISOString() },
      })),
      threads: (await busyThreads(tx, body)).map((thread) => ({
        account: thread.account_id,
        post: thread.post_external_id,
        network: thread.network,
        text: thread.post_text,
        open: Number(thread.open),
        ...closingOn(thread.network),
      })),
      closed: shown === undefined ? [] : await closedViews(tx, shown.id),
      past: crises.filter((one) => one !== current).map(crisisOf),
    };
  });
}

/** What is said above every queue. */
export const crisisState = ({ database }: Pick<ModerationPorts, 'database'>, body: string): Promise<CrisisState> =>
  database.inBody(body, async (tx) => ({
    on: (await latestCrises(tx, body, 1)).some(({ ended_at }) => ended_at === null),
    stopped: (await writesStopped(tx, body)) !== undefined,
  }));

const stoppedBy = (stop: Stop | undefined): CrisisView['stopped'] =>
  stop === undefined ? null : { name: stop.person_name, at: stop.since.toISOString() };

const crisisOf = (row: CrisisRow): Crisis => ({
  id: row.id,
  reason: row.reason,
  started: { name: row.started_by_name, at: row.started_at.toISOString() },
  ended: row.ended_at === null ? null : { name: row.ended_by_name ?? '', at: row.ended_at.toISOString() },
  note: row.ended_note,
  report: row.report,
});

async function waitingViews(tx: Tx, vault: Vault, waiting: readonly StoredCommand[]): Promise<WaitingWrite[]> {
  const items = waiting.flatMap(({ item_id }) => item_id ?? []);
  const cases = await casesOfItems(tx, items);
  const networks = new Map<string, string>();
  for (const id of new Set(waiting.map(({ account_id }) => account_id)))
    networks.set(id, (await accountById(tx, id))?.network ?? '');
  return waiting.map((waits) => {
    const { id, type, account_id, created_at, item_id } = waits;
    const command = commandOf(vault, waits);
    const row = item_id === null ? undefined : cases.get(item_id);
    return {
      ...{ id, what: WRITE_NAMES[type], network: networks.get(account_id) ?? '', at: created_at.toISOString() },
      text: 'text' in command ? command.text : 'content' in command ? command.content.text : null,
      case: row === undefined ? null : { id: row.id, number: Number(row.number), excerpt: row.excerpt },
    };
  });
}

async function closedViews(tx: Tx, crisis: string): Promise<ClosedThread[]> {
  const views: ClosedThread[] = [];
  for (const { id, network, reason, person_name, at, reopened_at } of await threadsOf(tx, crisis)) {
    const [latest] = await writesOf(tx, id);
    views.push({
      ...{ id, network, reason, person: person_name, at: at.toISOString() },
      reopenedAt: reopened_at?.toISOString() ?? null,
      state: latest?.state ?? 'cancelled',
    });
  }
  return views;
}
