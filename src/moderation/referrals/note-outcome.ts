// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx, Vault } from '#platform';
import { matterOf } from '../decide.ts';
import { moderationError } from '../errors.ts';
import { openWords, sealWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { lockCase } from '../store.ts';
import type { OutcomeRequest } from './contract.ts';
import { owedOn } from './outcome.ts';
import { insertOutcome, outcomeOfVersion, type StoredOutcome } from './store.ts';

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

/** Null: it was ended by a decision, or the key of whom it speaks of is no more. */
export async function noteOf(
  seal: { readonly tx: Tx; readonly vault: Vault },
  { id: row, body, subject, sealed }: Pick<StoredOutcome, 'id' | 'body' | 'subject' | 'sealed'>,
): Promise<string | null> {
  if (sealed === null || subject === null) return null;
  return (await openWords<{ note: string }>(seal, { body, subject, row }, sealed))?.note ?? null;
}

/** A person says how a request ended otherwise than by a decision, or that it is none. The case stays open. Throws CASE_NOT_FOUND. */
export async function noteOutcome(
  ports: ModerationPorts,
  { body, caseId, actor, request }: NotingOutcome,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const { item, matter, version } = await matterOf(ports, tx, row);
    const standing = await outcomeOfVersion(tx, caseId, item.version);
    const seal = { tx, vault: ports.vault };
    const isNoted = standing !== undefined && (await noteOf(seal, standing)) === request.note;
    if (isNoted && standing.outcome === request.outcome) return;
    const now = ports.clock.now();
    const [id, subject] = [newId(), item.author_id ?? item.id];
    const outcome = { id, body, case_id: caseId, decision_id: null, office_name: null, void_at: null };
    await insertOutcome(tx, {
      ...{ ...outcome, outcome: request.outcome, item_version: item.version },
      ...{ subject, sealed: await sealWords(seal, { body, subject, row: id }, { note: request.note }) },
      ...{ person: actor.id, person_name: actor.name, at: now },
    });
    await record(tx, body, now, {
      kind: 'request.outcome-noted',
      subject: item.id,
      person: actor,
      grounds: [...owedOn(matter)],
      policyVersion: version,
      summary: `${SUMMARIES[request.outcome]} (pratica n. ${row.number})`,
      facts: { case: caseId, outcome: request.outcome, id },
    });
    await ports.news.tell(tx, body, { id: caseId, change: 'changed' });
  });
}
