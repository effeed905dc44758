// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import type { Tx } from '#platform';
import { decidable } from '../decide.ts';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { type Case, lockCase, updateCase } from '../store.ts';
import { ringAgain, stopRinging } from './alarm.ts';
import type { ClaimRequest } from './contract.ts';
import { turnsError } from './errors.ts';
import { clearClaim } from './hold.ts';

export interface Claiming {
  readonly body: string;
  readonly caseId: string;
  readonly actor: Actor;
}

/**
 * A person takes a case in hand. Where another has it: CASE_CLAIMED, unless the request names them, so that it is taken over
 * openly. By hand, it also answers the alarm of the case. Throws CASE_NOT_OPEN where there is nothing to decide.
 */
export async function claim(ports: ModerationPorts, claiming: Claiming, request: ClaimRequest): Promise<void> {
  const { body, caseId, actor } = claiming;
  await ports.database.inBody(body, async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    if (!decidable(row)) throw turnsError('CASE_NOT_OPEN');
    const others = row.claimed_by !== null && row.claimed_by !== actor.id;
    if (others && request.from !== row.claimed_by) throw turnsError('CASE_CLAIMED', row.claimed_by_name ?? undefined);
    const same = row.claimed_by === actor.id && (request.how === 'form' || row.claimed_how === 'by-hand');
    if (same) return;
    await hold(ports, tx, { row, person: actor, how: others ? 'by-hand' : request.how });
    // What opening a form does by itself is no act; whoever goes on to decide is in the record then.
    if (request.how === 'form' && !others) return;
    await stopRinging(ports, tx, { row, actor });
    await record(tx, body, ports.clock.now(), {
      kind: others ? 'case.taken-over' : 'case.claimed',
      subject: row.item_id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: others
        ? `Presa in carico al posto di un’altra persona (pratica n. ${row.number})`
        : `Presa in carico (pratica n. ${row.number})`,
      facts: { case: row.id, from: others ? row.claimed_by : null },
    });
  });
}

interface Holding {
  readonly row: Case;
  readonly person: { readonly id: string; readonly name: string };
  readonly how: NonNullable<Case['claimed_how']>;
}

/** The case is locked. */
export async function hold(ports: ModerationPorts, tx: Tx, { row, person, how }: Holding): Promise<void> {
  await updateCase(tx, row.id, {
    claimed_by: person.id,
    claimed_by_name: person.name,
    claimed_at: ports.clock.now(),
    claimed_how: how,
  });
  await ports.news.tell(tx, row.body, { id: row.id, change: 'claimed' });
}

/** Whoever has it leaves it to all. Repeated, changes nothing; CASE_NOT_CLAIMED where another has it. */
export async function release(ports: ModerationPorts, { body, caseId, actor }: Claiming): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    if (row.claimed_by === null) return;
    if (row.claimed_by !== actor.id) throw turnsError('CASE_NOT_CLAIMED', row.claimed_by_name ?? undefined);
    await clearClaim(ports, tx, row);
    if (row.claimed_how === 'form') return;
    await ringAgain(ports, tx, row);
    await record(tx, body, ports.clock.now(), {
      kind: 'case.released',
      subject: row.item_id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Lasciata a chi viene dopo (pratica n. ${row.number})`,
      facts: { case: row.id },
    });
  });
}
