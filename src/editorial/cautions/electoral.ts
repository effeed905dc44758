// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import { editorialError } from '../errors.ts';
import type { Acting, EditorialPorts } from '../ports.ts';
import type { CautionsView, ElectoralPeriodRequest } from './contract.ts';
import { ELECTORAL_RULE } from './obstacles.ts';
import { insertPeriod, lockPeriod, periodsOf, updatePeriod } from './store.ts';
import { cautionsIn } from './view.ts';

/** Records that a vote was called; sent twice it is recorded once. */
export async function recordPeriod(
  ports: EditorialPorts,
  { body, actor }: Acting,
  { election, decree, calledOn, votesOn, closesAt }: ElectoralPeriodRequest,
): Promise<CautionsView> {
  return ports.database.inBody(body, async (tx) => {
    const closes = new Date(closesAt);
    const isThere = (await periodsOf(tx, body)).some(
      (one) =>
        one.withdrawn_at === null &&
        one.election === election &&
        one.called_on === calledOn &&
        one.closes_at.getTime() === closes.getTime(),
    );
    if (!isThere) {
      const [id, at] = [newId(), ports.clock.now()];
      await insertPeriod(tx, {
        ...{ id, body, election, decree, called_on: calledOn, votes_on: votesOn, closes_at: closes, at },
        ...{ recorded_by: actor.id, recorded_by_name: actor.name },
      });
      await record(tx, body, at, {
        ...{ kind: 'editorial.electoral-period', subject: id, person: actor, policyVersion: null },
        grounds: [ELECTORAL_RULE],
        summary: `Registrato un periodo elettorale: ${election}, atto di convocazione ${decree}`,
        facts: { period: id, calledOn, votesOn, closesAt: closes.toISOString() },
      });
    }
    return cautionsIn(ports, tx, body);
  });
}

/** Takes back a period that was recorded wrongly or whose vote was put off; done once. Throws PERIOD_NOT_FOUND. */
export async function withdrawPeriod(
  ports: EditorialPorts,
  { body, actor }: Acting,
  { id, why }: { readonly id: string; readonly why: string },
): Promise<CautionsView> {
  return ports.database.inBody(body, async (tx) => {
    const period = await lockPeriod(tx, id);
    if (period === undefined) throw editorialError('PERIOD_NOT_FOUND');
    if (period.withdrawn_at === null) {
      const at = ports.clock.now();
      await updatePeriod(tx, id, {
        ...{ withdrawn_at: at, withdrawn_by: actor.id, withdrawn_by_name: actor.name, withdrawn_why: why },
      });
      await record(tx, body, at, {
        ...{ kind: 'editorial.electoral-period-withdrawn', subject: id, person: actor, policyVersion: null },
        grounds: [ELECTORAL_RULE],
        summary: `Ritirato un periodo elettorale registrato: ${period.election}`,
        facts: { period: id, why },
      });
    }
    return cautionsIn(ports, tx, body);
  });
}
