// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { linksUnsaid, plainWritingRule } from '#policy';
import { inForce } from '#rulebook';
import type { EditorialPorts } from '../ports.ts';
import type { CautionsView, ElectoralPeriodView, MatterView } from './contract.ts';
import { covers, dayInRome, isOpen } from './days.ts';
import { type ElectoralPeriod, latestPlainChoice, type Matter, mattersOf, periodsOf, portalsOf } from './store.ts';

/** All that a body is careful about; nothing personal but the names of who recorded it. */
export const cautionsView = (ports: EditorialPorts, body: string): Promise<CautionsView> =>
  ports.database.inBody(body, (tx) => cautionsIn(ports, tx, body));

export async function cautionsIn(
  { clock }: Pick<EditorialPorts, 'clock'>,
  tx: Tx,
  body: string,
): Promise<CautionsView> {
  const now = clock.now();
  const { compiled: policy } = await inForce(tx, body, now);
  const choice = await latestPlainChoice(tx, body);
  const portals = await portalsOf(tx, body);
  return {
    periods: (await periodsOf(tx, body)).map((period) => periodView(period, now)),
    matters: (await mattersOf(tx, body)).map((matter) => matterView(matter, now)),
    plain: {
      clause: plainWritingRule(policy)?.clause ?? null,
      threshold: choice?.threshold ?? null,
      act: choice?.act ?? null,
      chosenBy: choice?.chosen_by_name ?? null,
    },
    portals: linksUnsaid(policy).map(({ clause }) => {
      const { address = null, act = null, chosen_by_name: chosenBy = null } = portals.get(clause) ?? {};
      return { clause, address, act, chosenBy };
    }),
  };
}

function periodView(period: ElectoralPeriod, now: Date): ElectoralPeriodView {
  const { id, election, decree, withdrawn_at, withdrawn_why, withdrawn_by_name } = period;
  return {
    ...{ id, election, decree, calledOn: period.called_on, votesOn: period.votes_on },
    ...{ closesAt: period.closes_at.toISOString(), now: stateOf(period, now) },
    ...{ recordedBy: period.recorded_by_name, at: period.at.toISOString() },
    withdrawn:
      withdrawn_at === null
        ? null
        : { why: withdrawn_why ?? '', by: withdrawn_by_name ?? '', at: withdrawn_at.toISOString() },
  };
}

function stateOf(period: ElectoralPeriod, now: Date): ElectoralPeriodView['now'] {
  if (period.withdrawn_at !== null) return 'withdrawn';
  if (covers(period, now)) return 'running';
  return now < period.closes_at ? 'to-come' : 'over';
}

const matterView = (matter: Matter, now: Date): MatterView => ({
  ...{ id: matter.id, title: matter.title, kind: matter.kind, words: matter.words, revision: matter.revision },
  open: isOpen(matter, dayInRome(now)),
  ...{ settledOn: matter.settled_on, adoptedOn: matter.adopted_on },
  ...{ notifiedOn: matter.notified_on, publicOn: matter.public_on },
  ...{ endedByAct: matter.ended_by_act, recordedBy: matter.recorded_by_name, at: matter.at.toISOString() },
});
