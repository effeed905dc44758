// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import { groundsFor } from '#policy';
import type { Matter } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import { ladderError } from './errors.ts';
import { type ActingOnCase, caseToActOn } from './on-case.ts';
import { endWarnings } from './recount.ts';
import { insertViolation, violationOn, withdrawViolation } from './store.ts';

/** Clauses that a person may say an item breaks: those that could take it down, and the exceptions that speak of reporting it. */
export function confirmableOn({ policy, facts, judgement }: Matter) {
  const down = groundsFor(policy, 'remove', { item: facts, judgement });
  const apart = policy.ladder.rungs
    .filter(
      ({ clause, what }) => what.measure === 'report-platform' && clause.audience === 'external' && !clause.dormant,
    )
    .map(({ clause }) => ({ clause, proposed: false }));
  const found = down.length > 0 ? down : apart;
  return found.map(({ clause: { id, title }, proposed }) => ({ id, title, proposed }));
}

/** A person says that the item breaks these clauses. Throws VIOLATION_NOT_OFFERED, ALREADY_CONFIRMED. */
export async function confirmViolation(
  ports: ModerationPorts,
  acting: ActingOnCase & { readonly clauses: readonly string[] },
): Promise<void> {
  const { body, actor, clauses } = acting;
  await ports.database.inBody(body, async (tx) => {
    const { row, item, matter, version, now } = await caseToActOn(ports, tx, acting);
    const offered = new Set(confirmableOn(matter).map(({ id }) => id));
    const wrong = clauses.find((id) => !offered.has(id));
    if (wrong !== undefined) throw ladderError('VIOLATION_NOT_OFFERED', wrong);
    if ((await violationOn(tx, row.id)) !== undefined) throw ladderError('ALREADY_CONFIRMED');
    const violation = {
      ...{ id: newId(), body, case_id: row.id, clauses: [...new Set(clauses)], policy_version: version },
      ...{ person: actor.id, person_name: actor.name, at: now, withdrawn_at: null, withdrawn_by: null },
    };
    await insertViolation(tx, violation);
    await record(tx, body, now, {
      kind: 'violation.confirmed',
      subject: item.id,
      person: actor,
      grounds: violation.clauses,
      policyVersion: version,
      summary: `Violazione confermata (pratica n. ${row.number}): ${violation.clauses.join(', ')}`,
      facts: { case: row.id, violation: violation.id, itemVersion: item.version },
    });
    await ports.news.tell(tx, body, { id: row.id, change: 'changed' });
  });
}

/** The person was wrong: what it asked for is asked no more. */
export async function takeViolationBack(ports: ModerationPorts, acting: ActingOnCase): Promise<void> {
  const { body, actor } = acting;
  await ports.database.inBody(body, async (tx) => {
    const { row, item, version, now } = await caseToActOn(ports, tx, acting);
    const violation = await violationOn(tx, row.id);
    if (violation === undefined) return;
    await withdrawViolation(tx, violation.id, { withdrawn_at: now, withdrawn_by: actor.id });
    await endWarnings(ports, tx, row.id);
    await record(tx, body, now, {
      kind: 'violation.withdrawn',
      subject: item.id,
      person: actor,
      grounds: violation.clauses,
      policyVersion: version,
      summary: `Ritirata la conferma della violazione (pratica n. ${row.number})`,
      facts: { case: row.id, violation: violation.id },
    });
    await ports.news.tell(tx, body, { id: row.id, change: 'changed' });
  });
}
