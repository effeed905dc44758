// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import type { Item } from '#inbox';
import type { Tx } from '#platform';
import { minorsOn } from '#policy';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { type Case, lockCase } from '../store.ts';
import { youngAccountOn } from './author-store.ts';
import { dutyToKeep, takeDataAway } from './empty.ts';
import { ladderError } from './errors.ts';
import { onCase } from './on-case.ts';
import { askToEmpty, youngCaseOn } from './young-store.ts';

// What is taken away does not come back: two people say so, or the head.

interface Going {
  readonly row: Case;
  readonly item: Item;
  readonly actor: Actor;
}

/** Of a case already known as of somebody too young: the data go, or wait for another person. Throws YOUNG_DATA_KEPT. */
export async function dataToGo(
  ports: ModerationPorts,
  tx: Tx,
  { row, item, actor }: Going,
): Promise<'removed' | 'asked'> {
  await refuseKept(tx, { row, item });
  const earlier = (await youngCaseOn(tx, row.id))?.asked_by ?? null;
  if (mayAlone(actor) || (earlier !== null && earlier !== actor.id)) {
    await takeDataAway(ports, tx, { row, item });
    return 'removed';
  }
  if (earlier === null) await askToEmpty(tx, row.id, { by: actor, at: ports.clock.now() });
  return 'asked';
}

const mayAlone = ({ role }: Actor): boolean => role === 'head';

async function refuseKept(tx: Tx, on: Pick<Going, 'row' | 'item'>): Promise<void> {
  const why = await dutyToKeep(tx, on);
  if (why !== null) throw ladderError('YOUNG_DATA_KEPT', why);
}

export interface Answering {
  readonly body: string;
  readonly caseId: string;
  readonly actor: Actor;
  /** False: they stay, and nobody asks any more. */
  readonly remove: boolean;
}

/**
 * Somebody else than who asked, or the head, says whether the data go. Throws CASE_NOT_FOUND, YOUNG_NOT_ASKED, YOUNG_OTHER_PERSON,
 * YOUNG_DATA_KEPT.
 */
export async function answerData(ports: ModerationPorts, { body, caseId, actor, remove }: Answering): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const { item, matter, version, now } = await onCase(ports, tx, row);
    const known = await youngCaseOn(tx, row.id);
    if (known === undefined || known.asked_by === null || known.emptied_at !== null)
      throw ladderError('YOUNG_NOT_ASKED');
    if (remove) {
      if (known.asked_by === actor.id && !mayAlone(actor)) throw ladderError('YOUNG_OTHER_PERSON');
      await refuseKept(tx, { row, item });
      await takeDataAway(ports, tx, { row, item });
    } else await askToEmpty(tx, row.id, null);
    const rule = minorsOn(matter.policy, { young: (await youngAccountOn(tx, item.account_id)) !== undefined });
    await record(tx, body, now, {
      kind: remove ? 'minor.data-removed' : 'minor.data-kept',
      subject: item.id,
      person: actor,
      grounds: rule === undefined ? [] : [rule.clause.id],
      policyVersion: version,
      summary: `Regola sui minori (pratica n. ${row.number}): ${remove ? 'un’altra persona conferma, i dati sono tolti' : 'la richiesta di togliere i dati è lasciata cadere'}`,
      facts: { case: row.id, askedBy: known.asked_by },
    });
    await ports.news.tell(tx, body, { id: row.id, change: 'changed' });
  });
}
