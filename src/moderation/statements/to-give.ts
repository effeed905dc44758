// SPDX-License-Identifier: AGPL-3.0-or-later
import type { StoredCommand } from '#delivery';
import type { Tx } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import type { StatementToGive, StatementView } from './contract.ts';
import { waitsForPerson } from './given.ts';
import { type StoredStatement, statementsUntold } from './store.ts';

/** What was promised to a network and has not arrived for so long is given by a person. */
const LATE_MILLISECONDS = 86_400_000;
const MOST_SHOWN = 200;

type Given = Pick<StoredStatement, 'promised_at' | 'given_at' | 'withdrawn_at' | 'told'>;

/** How far a statement has come on its way to its author. */
export function stateOf(
  statement: Given,
  commands: readonly Pick<StoredCommand, 'type' | 'state'>[],
  now: Date,
): StatementView['state'] {
  if (statement.withdrawn_at !== null) return 'withdrawn';
  if (statement.given_at !== null) return 'given';
  if (statement.promised_at === null) return 'waiting';
  const late = now.getTime() - statement.promised_at.getTime() > LATE_MILLISECONDS;
  return statement.told === 'by-hand' || late || commands.some(waitsForPerson) ? 'to-give' : 'under-way';
}

/** Never given, and waiting for a person; the oldest first. */
export async function statementsToGive(
  { clock }: Pick<ModerationPorts, 'clock'>,
  tx: Tx,
  body: string,
): Promise<StatementToGive[]> {
  const late = new Date(clock.now().getTime() - LATE_MILLISECONDS);
  const rows = await statementsUntold(tx, { body, late, limit: MOST_SHOWN });
  return rows.map(({ id, case_id, number, network, measure, promised_at, told, failed }) => ({
    ...{ statement: id, case: { id: case_id, number: Number(number) }, network, measure },
    since: promised_at.toISOString(),
    why: told === 'by-hand' ? 'by-hand' : failed ? 'failed' : 'late',
  }));
}
