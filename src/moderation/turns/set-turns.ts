// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import type { Tx } from '#platform';
import { feastsIn } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import { chainNow } from './calling.ts';
import type { TurnPlan, TurnsRequest, TurnsView } from './contract.ts';
import { onDuty } from './duty.ts';
import { turnsError } from './errors.ts';
import { colleaguesIn, named } from './people.ts';
import { planIn } from './plan.ts';
import { insertPlan } from './store.ts';

export const turnsView = (ports: ModerationPorts, body: string): Promise<TurnsView> =>
  ports.database.inBody(body, (tx) => viewIn(ports, tx, body));

async function viewIn(ports: ModerationPorts, tx: Tx, body: string): Promise<TurnsView> {
  const now = ports.clock.now();
  const { revision, plan, set } = await planIn(tx, body);
  const colleagues = await colleaguesIn(tx, body, now);
  const { people, until } = onDuty(plan, now, await feastsIn(tx, body, { now, national: ports.holidays }));
  const chain = await chainNow(ports, tx, body);
  return {
    ...{ revision, plan },
    set: set === null ? null : { by: set.by, at: set.at.toISOString() },
    people: colleagues.map(({ id, name }) => ({ id, name })),
    now: {
      onDuty: named(colleagues, people),
      until: until?.toISOString() ?? null,
      onCall: named(colleagues, chain.people),
      byRota: chain.byRota,
    },
    letters: ports.mail.possible,
  };
}

/** The head of the desk sets turns, absences and rota. TURNS_CHANGED where they are not those that were read. */
export async function setTurns(
  ports: ModerationPorts,
  { body, actor }: { readonly body: string; readonly actor: Actor },
  { revision, plan }: TurnsRequest,
): Promise<TurnsView> {
  return ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    refuseUnknown(plan, new Set((await colleaguesIn(tx, body, now)).map(({ id }) => id)));
    if ([...plan.turns, ...plan.onCall].some(({ from, to }) => from === to)) throw turnsError('TURN_WITHOUT_LENGTH');
    const { revision: stored } = await planIn(tx, body);
    const row = {
      ...{ body, revision: revision + 1, plan: JSON.stringify(plan) },
      ...{ person: actor.id, person_name: actor.name, at: now },
    };
    if (stored !== revision || !(await insertPlan(tx, row))) throw turnsError('TURNS_CHANGED');
    await record(tx, body, now, {
      kind: 'turns.set',
      subject: null,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Stabiliti turni e reperibilità (revisione ${revision + 1})`,
      facts: {
        ...{ revision: revision + 1, turns: plan.turns.length, absences: plan.absences.length },
        ...{ onCall: plan.onCall.length, repeatMinutes: plan.repeatMinutes },
      },
    });
    await ports.news.tell(tx, body, { turns: revision + 1 });
    return viewIn(ports, tx, body);
  });
}

function refuseUnknown({ turns, absences, onCall }: TurnPlan, known: ReadonlySet<string>): void {
  const mentioned = [
    ...turns.map(({ person }) => person),
    ...absences.flatMap(({ person, substitute }) => (substitute === null ? [person] : [person, substitute])),
    ...onCall.flatMap(({ people }) => people),
  ];
  if (mentioned.some((id) => !known.has(id))) throw turnsError('NOT_AT_THE_DESK');
}
