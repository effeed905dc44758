// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConnectedAccount, Limits, NetworkName } from '#channels';
import type { Tx } from '#platform';
import { type AccountPorts, adapterIn } from './ports.ts';
import { spendUnits, spentOn } from './warning-store.ts';

type Spend = NonNullable<ConnectedAccount['spend']>;
type DailyUnits = NonNullable<Limits['dailyUnits']>;

export interface Counted {
  readonly body: string;
  readonly network: NetworkName;
}

/**
 * How an adapter takes units out of the body's day on that network; undefined where the network counts none. Reads leave
 * untouched what is kept for writes.
 */
export function allowanceOf(ports: AccountPorts, { body, network }: Counted): Spend | undefined {
  const units = adapterIn(ports, network)?.limits.dailyUnits;
  if (units === undefined) return undefined;
  return (asked, purpose) => {
    const day = dayIn(units.zone, ports.clock.now());
    const most = purpose === 'read' ? units.of - units.keptForWrites : units.of;
    const spending = { body, network, day, units: asked, purpose, of: units.of, most };
    return ports.database.inBody(body, (tx) => spendUnits(tx, spending));
  };
}

export interface Allowance {
  /** `YYYY-MM-DD` in the network's zone. */
  readonly day: string;
  readonly of: number;
  readonly left: number;
  /** What reads may still spend. */
  readonly leftForReads: number;
}

/** What is left of the body's day; null where the network counts none. */
export async function allowanceLeft(ports: AccountPorts, tx: Tx, counted: Counted): Promise<Allowance | null> {
  const units = adapterIn(ports, counted.network)?.limits.dailyUnits;
  if (units === undefined) return null;
  const day = dayIn(units.zone, ports.clock.now());
  const { for_reads: reads, for_writes: writes } = await spentOn(tx, { ...counted, day });
  return { day, ...leftOf(units, { reads, writes }) };
}

const leftOf = ({ of, keptForWrites }: DailyUnits, { reads, writes }: { reads: number; writes: number }) => {
  const left = Math.max(0, of - reads - writes);
  return { of, left, leftForReads: Math.max(0, Math.min(left, of - keptForWrites - reads)) };
};

/** The day that it is in a zone: `YYYY-MM-DD`. */
export const dayIn = (zone: string, now: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(now);
