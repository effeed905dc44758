// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import { matterOf } from '../decide.ts';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { lockCase } from '../store.ts';
import type { OutcomeRequest } from './contract.ts';
import { owedOn } from './outcome.ts';
import { insertOutcome, outcomeOf } from './store.ts';

export interface NotingOutcome {
  readonly body: string;
  readonly caseId: string;
  readonly actor: Actor;
  readonly request: OutcomeRequest;
}

const SUMMARIES: Record<OutcomeRequest['outcome'], string> = {
  'answered-elsewhere': 'La richiesta è stata risolta altrove',
  'no-request': 'L’intervento non è una richiesta, secondo chi lo ha letto',
};

/** A person says how a request ended otherwise than by a decision, or that it is none. The case stays open. Throws CASE_NOT_FOUND. */
export async function noteOutcome(
  ports: ModerationPorts,
  { body, caseId, actor, request }: NotingOutcome,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const standing = await outcomeOf(tx, caseId);
    if (standing?.outcome === request.outcome && standing.note === request.note) return;
    const { item, matter, version } = await matterOf(ports, tx, row);
    const now = ports.clock.now();
    const outcome = { id: newId(), body, case_id: caseId, decision_id: null, office_name: null, void_at: null };
    await insertOutcome(tx, { ...outcome, ...request, person: actor.id, person_name: actor.name, at: now });
    await record(tx, body, now, {
      kind: 'request.outcome-noted',
      subject: item.id,
      person: actor,
      grounds: [...owedOn(matter)],
      policyVersion: version,
      summary: `${SUMMARIES[request.outcome]} (pratica n. ${row.number})`,
      facts: { case: caseId, outcome: request.outcome, id: outcome.id },
    });
    await ports.news.tell(tx, body, { id: caseId, change: 'changed' });
  });
}
