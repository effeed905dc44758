// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Tx } from '#platform';
import { digestOfText } from '../adopt.ts';
import { waitingIn } from '../choices.ts';
import type { ActEnd, ActList, NewAct, RecordedAct } from '../contract.ts';
import { actWords } from '../days.ts';
import { rulebookError } from '../errors.ts';
import { inForce } from '../in-force.ts';
import type { Acting, RulebookPorts } from '../ports.ts';
import { actById, actsOf, endAct, insertAct, type StoredAct } from '../store.ts';
import { endedUnder, endingOf, recordedUnder, underAct } from './under-act.ts';

/** Records the act that wakes clauses of the version in force, from now. CLAUSE_NOT_ASLEEP, ACT_STANDS, ACT_DATE_WRONG. */
export async function recordAct(ports: RulebookPorts, { body, actor }: Acting, request: NewAct): Promise<ActList> {
  const { act, note } = request;
  const clauses = [...new Set(request.clauses)];
  const store = async (tx: Tx, now: Date): Promise<string> => {
    const { version, compiled } = await inForce(tx, body, now);
    const waiting = new Set(waitingIn(compiled.document).map(({ clause }) => clause));
    const standing = new Set((await actsOf(tx, body)).filter(stands).map(({ clause }) => clause));
    for (const clause of clauses) {
      if (!waiting.has(clause)) throw rulebookError('CLAUSE_NOT_ASLEEP', clause.slice(0, 60));
      if (standing.has(clause)) throw rulebookError('ACT_STANDS', clause);
      await insertAct(tx, { clause, ...recordedUnder({ body, actor }, request, { version, now }) });
    }
    await record(tx, body, now, {
      kind: 'policy.act-recorded',
      subject: version,
      person: actor,
      grounds: clauses,
      policyVersion: version,
      summary: `Registrato l’atto «${actWords(act)}»: ${clauses.length === 1 ? 'vale da ora il punto' : 'valgono da ora i punti'} ${clauses.join(', ')}`,
      facts: { act, clauses, note: digestOfText(note) },
    });
    return version;
  };
  return underAct(ports, { body, act }, { store, listed });
}

/** Records the act by which a clause sleeps again, from now. ACT_NOT_FOUND, ACT_ENDED, ACT_DATE_WRONG. */
export async function recordActEnd(
  ports: RulebookPorts,
  { body, actor, id }: Acting & { readonly id: string },
  { act, note }: ActEnd,
): Promise<ActList> {
  const store = async (tx: Tx, now: Date): Promise<string> => {
    const known = await actById(tx, id);
    if (known === undefined) throw rulebookError('ACT_NOT_FOUND');
    if (!(await endAct(tx, id, endedUnder(actor, { act, note }, now)))) throw rulebookError('ACT_ENDED');
    const { version } = await inForce(tx, body, now);
    await record(tx, body, now, {
      kind: 'policy.act-ended',
      subject: version,
      person: actor,
      grounds: [known.clause],
      policyVersion: version,
      summary: `Registrato l’atto «${actWords(act)}»: il punto ${known.clause} non vale più, fino a un nuovo atto`,
      facts: { act, ends: { number: known.act_number, date: known.act_date }, note: digestOfText(note) },
    });
    return version;
  };
  return underAct(ports, { body, act }, { store, listed });
}

/** What the version in force waits for, and every act ever recorded; throws NO_POLICY. */
export async function actList({ database, clock }: RulebookPorts, body: string): Promise<ActList> {
  return database.inBody(body, (tx) => listed(tx, body, clock.now()));
}

const stands = ({ ended_at }: StoredAct): boolean => ended_at === null;

async function listed(tx: Tx, body: string, now: Date): Promise<ActList> {
  const { compiled } = await inForce(tx, body, now);
  const acts = await actsOf(tx, body);
  const standing = new Map(acts.filter(stands).map((act) => [act.clause, viewOf(act)]));
  return {
    sleeping: waitingIn(compiled.document).map((waiting) => ({
      ...waiting,
      awake: standing.get(waiting.clause) ?? null,
    })),
    acts: acts.toReversed().map(viewOf),
  };
}

function viewOf(act: StoredAct): RecordedAct {
  return {
    id: act.id,
    clause: act.clause,
    version: act.version,
    act: { number: act.act_number, date: act.act_date },
    note: act.note,
    recordedBy: { id: act.recorded_by, name: act.recorded_by_name },
    at: act.at.toISOString(),
    ended: endingOf(act),
  };
}
