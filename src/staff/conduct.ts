// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Act, record } from '#audit';
import type { Actor } from '#governance';
import { type Clock, newId } from '#kernel';
import type { Database, Tx, Vault } from '#platform';
import { disciplineIn } from '#policy';
import { inForce } from '#rulebook';
import type { ConductReports, Gravity, HandOverRequest } from './contract.ts';
import { staffError } from './errors.ts';
import {
  type ConductReport,
  changeConductReport,
  conductReportsOf,
  insertConductReport,
  lockConductReport,
} from './store.ts';

export interface StaffPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
}

interface ByHead {
  readonly body: string;
  readonly actor: Actor;
}

interface OnReport extends ByHead {
  readonly report: string;
}

const placeOf = ({ body, id }: Pick<ConductReport, 'body' | 'id'>): string => `conduct:${body}:${id}`;

/** What the policy says of breaches, and those reported. */
export async function conductReports({ database, clock, vault }: StaffPorts, body: string): Promise<ConductReports> {
  return database.inBody(body, async (tx) => {
    const { compiled } = await inForce(tx, body, clock.now());
    const found = disciplineIn(compiled);
    const rows = await conductReportsOf(tx, body);
    return {
      clause:
        found === undefined
          ? null
          : {
              ...{ id: found.clause.id, title: found.clause.title, force: found.force },
              condition: found.condition ?? null,
            },
      items: rows.map((row) => ({
        ...{ id: row.id, state: row.state, clause: row.clause, gravity: row.gravity, office: row.office },
        ...{ reference: row.reference, handedOn: row.handed_on, by: row.person_name, at: row.at.toISOString() },
        what: row.sealed === null ? null : vault.open(row.sealed, placeOf(row)).toString(),
      })),
    };
  });
}

/** A breach of the internal rules is written down, sealed. Throws CONDUCT_NOT_REGULATED. */
export async function reportConduct(ports: StaffPorts, { body, actor }: ByHead, what: string): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const { compiled, version } = await inForce(tx, body, now);
    const found = disciplineIn(compiled);
    if (found === undefined) throw staffError('CONDUCT_NOT_REGULATED');
    const id = newId();
    const report: ConductReport = {
      ...{ id, body, state: 'reported', clause: found.clause.id, policy_version: version, gravity: null, office: null },
      ...{ reference: null, handed_on: null, person: actor.id, person_name: actor.name, at: now },
      ...{ settled_by: null, settled_at: null, sealed: ports.vault.seal(what, placeOf({ body, id })) },
    };
    await insertConductReport(tx, report);
    await entry(tx, {
      report,
      actor,
      at: now,
      kind: 'conduct.reported',
      summary: 'Segnalata una violazione delle regole interne',
    });
  });
}

/** It happened, and it is so grave. Throws CONDUCT_REPORT_NOT_FOUND, CONDUCT_SETTLED. */
export async function confirmConduct(ports: StaffPorts, on: OnReport, gravity: Gravity): Promise<void> {
  await settle(ports, on, async (tx, report, at) => {
    await changeConductReport(tx, report.id, { state: 'confirmed', gravity });
    const summary = 'Confermata una violazione delle regole interne, con la sua gravità';
    await entry(tx, { report, actor: on.actor, at, kind: 'conduct.confirmed', summary, facts: { gravity } });
  });
}

/** The office that may decide has it: here nothing of it stays but that it was handed over. Throws CONDUCT_NOT_CONFIRMED. */
export async function handOverConduct(ports: StaffPorts, on: OnReport, request: HandOverRequest): Promise<void> {
  await settle(ports, on, async (tx, report, at) => {
    if (report.state !== 'confirmed' || report.gravity === null) throw staffError('CONDUCT_NOT_CONFIRMED');
    const { office, reference, on: handed_on } = request;
    await changeConductReport(tx, report.id, {
      ...{ state: 'handed-over', office, reference, handed_on, sealed: null, settled_by: on.actor.id, settled_at: at },
    });
    const summary = `Violazione delle regole interne consegnata all’ufficio disciplinare (${office}): decide quell’ufficio`;
    const facts = { office, reference, on: handed_on, gravity: report.gravity };
    await entry(tx, { report, actor: on.actor, at, kind: 'conduct.handed-over', summary, facts });
  });
}

/** It did not happen, or was no breach. */
export async function dismissConduct(ports: StaffPorts, on: OnReport): Promise<void> {
  await settle(ports, on, async (tx, report, at) => {
    const gone = { state: 'dismissed' as const, gravity: null, sealed: null };
    await changeConductReport(tx, report.id, { ...gone, settled_by: on.actor.id, settled_at: at });
    const summary = 'Archiviata una segnalazione interna: nessuna violazione';
    await entry(tx, { report, actor: on.actor, at, kind: 'conduct.dismissed', summary });
  });
}

async function settle(
  { database, clock }: StaffPorts,
  { body, report: id }: OnReport,
  act: (tx: Tx, report: ConductReport, at: Date) => Promise<void>,
): Promise<void> {
  await database.inBody(body, async (tx) => {
    const report = await lockConductReport(tx, id);
    if (report === undefined) throw staffError('CONDUCT_REPORT_NOT_FOUND');
    if (report.state === 'handed-over' || report.state === 'dismissed') throw staffError('CONDUCT_SETTLED');
    await act(tx, report, clock.now());
  });
}

interface Entering {
  readonly report: ConductReport;
  readonly actor: Actor;
  readonly at: Date;
  readonly kind: string;
  readonly summary: string;
  readonly facts?: Act['facts'];
}

/** The record tells the clause and the step, never of whom. */
const entry = (tx: Tx, { report, actor, at, kind, summary, facts = {} }: Entering): Promise<void> =>
  record(tx, report.body, at, {
    kind,
    subject: report.id,
    person: actor,
    grounds: [report.clause],
    policyVersion: report.policy_version,
    summary,
    facts: { report: report.id, ...facts },
  });
