// SPDX-License-Identifier: AGPL-3.0-or-later
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { outcomeOwed } from '#policy';
import type { Taken } from '../followers.ts';
import type { Matter } from '../options.ts';
import type { Outcome } from './contract.ts';
import { referralError } from './errors.ts';
import { insertOutcome, outcomeOfVersion } from './store.ts';

/** The clauses by which this is a request that somebody must see to the end; none where it is not, or is no more there. */
export const owedOn = ({ policy, facts, judgement, deleted }: Matter): readonly string[] =>
  deleted ? [] : outcomeOwed(policy, { item: facts, judgement });

const LINK = /\bhttps?:\/\/|\bwww\./i;

/** What a decision brings a request to; undefined: nothing of its own. */
function broughtBy({ decision, matter }: Taken): Outcome | undefined {
  switch (decision.kind) {
    case 'reply':
      return LINK.test(decision.reply ?? '') ? 'link-provided' : 'answered';
    case 'route':
      return 'routed';
    case 'publish':
    case 'no-action':
      return isNoRequest(decision, matter) ? 'no-request' : undefined;
    default:
      return undefined;
  }
}

/** Left standing as an opinion, or left without an answer, under the clause that says so: the person read no request in it. */
const isNoRequest = ({ grounds }: Taken['decision'], { policy }: Matter): boolean =>
  grounds.some(
    (ground) =>
      ground.kind === 'clause' &&
      policy.rules.some(
        ({ clause, modality }) => clause.id === ground.clause && (modality === 'protected' || modality === 'no-reply'),
      ),
  );

/** By a rule of law or an order, reasoned: not for the desk to weigh against its own promises. */
const isOrdered = ({ grounds }: Taken['decision']): boolean => grounds.some(({ kind }) => kind !== 'clause');

const closesWithout = ({ decision, matter }: Taken): boolean =>
  (decision.kind === 'publish' || decision.kind === 'no-action') && !matter.held && !isOrdered(decision);

/** Notes what a request comes to with a decision. Throws OUTCOME_MISSING where it would end in nothing. */
export async function settleOutcome(tx: Tx, taken: Taken, office: string | null): Promise<void> {
  const { row, decision, matter, actor } = taken;
  const { item_version } = decision;
  const owed = owedOn(matter);
  const outcome = broughtBy(taken);
  if (outcome === undefined) {
    if (closesWithout(taken) && owed.length > 0 && (await outcomeOfVersion(tx, row.id, item_version)) === undefined)
      throw referralError('OUTCOME_MISSING', owed.join(', '));
    return;
  }
  if (owed.length === 0 && outcome === 'no-request') return;
  await insertOutcome(tx, {
    ...{ id: newId(), body: row.body, case_id: row.id, decision_id: decision.id, outcome, office_name: office },
    ...{
      sealed: null,
      subject: null,
      item_version,
      person: actor.id,
      person_name: actor.name,
      at: decision.at,
      void_at: null,
    },
  });
}
