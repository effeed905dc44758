// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { commandsOf, doneByHand, type Settled } from '#delivery';
import type { Actor } from '#governance';
import { isId } from '#kernel';
import type { Tx } from '#platform';
import { lastDayOf } from '#policy';
import { feastsIn } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import { oweCorrection } from '../review/follow.ts';
import { lockCase } from '../store.ts';
import { toldWords } from './issue.ts';
import { lockStatement, type StoredStatement, statementByCause, statementById, updateStatement } from './store.ts';
import type { ToldBy } from './tables.ts';

type GivePorts = Pick<ModerationPorts, 'clock' | 'holidays' | 'news'>;

/** It reached its author: from now runs the term for asking. `actor` absent: the network confirmed it. */
export async function markGiven(
  ports: GivePorts,
  tx: Tx,
  { statement, told, actor }: { statement: StoredStatement; told: ToldBy; actor?: Actor },
): Promise<void> {
  const now = ports.clock.now();
  const { id, ask_days: days, ask_working: working } = statement;
  const feasts = await feastsIn(tx, statement.body, { now, national: ports.holidays });
  const ask_by = days === null || working === null ? null : lastDayOf(now, { days, working }, feasts);
  await updateStatement(tx, id, { told, given_at: now, ask_by, promised_at: statement.promised_at ?? now });
  await record(tx, statement.body, now, {
    ...{ kind: 'statement.given', subject: statement.item_id, person: actor ?? null, grounds: statement.clauses },
    policyVersion: statement.policy_version,
    summary:
      actor === undefined ? `Motivazione data all’autore: ${toldWords(told)}` : 'Motivazione data all’autore a mano',
    facts: { statement: id, case: statement.case_id, told, askBy: ask_by },
  });
  await ports.news.tell(tx, statement.body, { id: statement.case_id, change: 'changed' });
}

/** A person told the author of a measure by hand, with the page of its reasons. Twice is once. */
export async function givenWithMeasure(
  ports: GivePorts,
  tx: Tx,
  { measure, actor }: { readonly measure: string; readonly actor: Actor },
): Promise<void> {
  const found = await statementByCause(tx, measure);
  const statement = found && (await lockStatement(tx, found.id));
  if (statement === undefined || statement.given_at !== null || statement.withdrawn_at !== null) return;
  await markGiven(ports, tx, { statement, told: 'by-hand', actor });
}

/** What tells an author reached its end. Only what arrived was given. */
export async function statementTold(
  ports: ModerationPorts,
  { body, cause, type, state }: Pick<Settled, 'body' | 'cause' | 'type' | 'state'>,
): Promise<void> {
  if (state !== 'confirmed' || !TELLING.includes(type) || !isId(cause)) return;
  await ports.database.inBody(body, async (tx) => {
    const found = (await statementById(tx, cause)) ?? (await statementByCause(tx, cause));
    if (found === undefined) return;
    await lockCase(tx, found.case_id);
    const statement = await lockStatement(tx, found.id);
    if (statement === undefined || statement.given_at !== null) return;
    if (cause !== statement.id && statement.told !== (type === 'reply' ? 'public' : 'with-measure')) return;
    await markGiven(ports, tx, { statement, told: statement.told });
    // It was on its way when what it tells of was taken back.
    if (statement.withdrawn_at !== null) await oweCorrection(ports, tx, statement);
  });
}

/** The writes by which somebody is told something. */
const TELLING: readonly Settled['type'][] = ['reply', 'answer-message'];

interface ByHand {
  readonly body: string;
  readonly causes: readonly string[];
  readonly actor: Actor;
  readonly note: string;
  /** Of what waits; absent: what tells somebody something. */
  readonly types?: readonly Settled['type'][];
}

/** A person did what the network did not, or would not: what waited for them waits no more. How many writes that were. */
export async function settleByHand(
  ports: ModerationPorts,
  tx: Tx,
  { causes, types = TELLING, ...done }: ByHand,
): Promise<number> {
  const waiting = (await commandsOf(tx, { causes })).filter((one) => types.includes(one.type) && isByHand(one));
  for (const { id: command } of waiting) await doneByHand({ ...ports, tx }, { ...done, command });
  return waiting.length;
}

export const waitsForPerson = ({ type, state }: Pick<Settled, 'type' | 'state'>): boolean =>
  TELLING.includes(type) && isByHand({ state });

const isByHand = ({ state }: Pick<Settled, 'state'>): boolean => state === 'by-hand' || state === 'failed';
