// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql } from 'kysely';
import type { NetworkName } from '#channels';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { AccountTables } from './tables.ts';

// What is counted: warnings given, units spent, figures read.

export type Warning = Selectable<AccountTables['account_warning']>;

const tables = (tx: Tx) => tx.withTables<AccountTables>();

/** False when it was given before. */
export async function insertWarning(tx: Tx, warning: Warning): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('account_warning')
    .values(warning)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export interface Spending {
  readonly body: string;
  readonly network: NetworkName;
  readonly day: string;
  readonly units: number;
  readonly purpose: 'read' | 'write';
  /** Of the whole day. */
  readonly of: number;
  /** Of these, for this purpose. */
  readonly most: number;
}

/** Takes units out of the day, or none of them: false. Whoever comes at the same moment waits for the row. */
export async function spendUnits(tx: Tx, spending: Spending): Promise<boolean> {
  const { body, network, day, units, purpose, of, most } = spending;
  if (units > Math.min(of, most)) return false;
  const [reads, writes] = purpose === 'read' ? [units, 0] : [0, units];
  const spent = sql.ref(`known.${purpose === 'read' ? 'for_reads' : 'for_writes'}`);
  const result = await sql`
    insert into account_allowance as known (body, network, day, for_reads, for_writes)
    values (${body}, ${network}, ${day}, ${reads}, ${writes})
    on conflict (body, network, day) do update
       set for_reads = known.for_reads + excluded.for_reads, for_writes = known.for_writes + excluded.for_writes
     where known.for_reads + known.for_writes + ${units}::integer <= ${of}::integer
       and ${spent} + ${units}::integer <= ${most}::integer`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

export async function spentOn(
  tx: Tx,
  { body, network, day }: { readonly body: string; readonly network: NetworkName; readonly day: string },
): Promise<{ readonly for_reads: number; readonly for_writes: number }> {
  const row = await tables(tx)
    .selectFrom('account_allowance')
    .select(['for_reads', 'for_writes'])
    .where('body', '=', body)
    .where('network', '=', network)
    .where('day', '=', day)
    .executeTakeFirst();
  return row ?? { for_reads: 0, for_writes: 0 };
}

export interface StoredFigure {
  readonly body: string;
  readonly account_id: string;
  readonly measure: string;
  readonly post: string | null;
  readonly day: string;
  readonly value: number;
}

/** The figure of a day, as it was last told. */
export async function saveFigure(tx: Tx, { value, ...figure }: StoredFigure): Promise<void> {
  const told = String(Math.round(value));
  await tables(tx)
    .insertInto('account_figure')
    .values({ id: newId(), ...figure, value: told })
    .onConflict((conflict) => conflict.columns(['account_id', 'measure', 'post', 'day']).doUpdateSet({ value: told }))
    .execute();
}
