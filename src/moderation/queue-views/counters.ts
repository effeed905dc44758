// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import type { CasePage } from '../contract.ts';
import type { ModerationPorts } from '../ports.ts';
import type { ViewSearch } from './contract.ts';
import { type Counted, countedOf, foldChanges } from './store.ts';

const sumOf = (counted: readonly Counted[], holds: (one: Counted) => boolean): number =>
  counted.reduce((sum, one) => (holds(one) ? sum + one.cases : sum), 0);

/** The counters of a body's queues, kept and not counted. */
export async function countersOf(tx: Tx, body: string): Promise<CasePage['counters']> {
  const counted = await countedOf(tx, body);
  return {
    open: sumOf(counted, ({ state }) => state === 'open'),
    decided: sumOf(counted, ({ state }) => state === 'decided'),
    grave: sumOf(counted, ({ state, priority }) => state === 'open' && priority === 0),
    stuck: sumOf(counted, ({ stuck }) => stuck),
  };
}

const COUNTED: readonly (keyof ViewSearch)[] = ['state', 'network', 'kind', 'look'];

/** How many cases a view shows; null where what it asks is not counted beforehand. */
export function casesIn(counted: readonly Counted[], search: ViewSearch): number | null {
  const asked = (Object.keys(search) as (keyof ViewSearch)[]).filter((name) => search[name] !== undefined);
  if (!asked.every((name) => COUNTED.includes(name))) return null;
  const { state, network, kind, look } = search;
  return sumOf(
    counted,
    (one) =>
      (state === 'stuck' ? one.stuck : one.state === state) &&
      (network === undefined || one.network === network) &&
      (kind === undefined || one.kind === kind) &&
      (look === undefined || one.must_look),
  );
}

/** Every minute: so that few changes are left to add while somebody waits. */
export const foldCounters = (ports: Pick<ModerationPorts, 'database'>, body: string): Promise<number> =>
  ports.database.inBody(body, (tx) => foldChanges(tx));
