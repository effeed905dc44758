// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf } from '#channels';
import { authorName } from '#inbox';
import type { Tx } from '#platform';
import { reviewTerms } from '#policy';
import { matterOf } from '../decide.ts';
import { moderationError } from '../errors.ts';
import { openWords, sealWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { unclearIn } from '../statements/clear.ts';
import { pageOf } from '../statements/facts.ts';
import { mayBePublic, wordsOf } from '../statements/issue.ts';
import { latestChoice, type StoredStatement } from '../statements/store.ts';
import { tell, wayOf } from '../statements/telling.ts';
import { lockCase } from '../store.ts';
import type { Restored } from '../undo.ts';
import { reviewError } from './errors.ts';
import { type OutcomeFacts, outcomeCause, outcomeNotice, outcomeText } from './outcome.ts';
import { type Review, updateReview } from './store.ts';

/** What is sealed of an outcome. */
export interface OutcomeWords {
  readonly reasons: string;
  readonly correction: string | null;
  readonly text: string;
}

interface Telling {
  readonly review: Review;
  readonly statement: StoredStatement;
  readonly outcome: OutcomeFacts['outcome'];
  readonly restored: Restored | null;
  /** Null where nobody gave any. */
  readonly resolving: { readonly reasons: string; readonly correction: string | null } | null;
  readonly person: string;
}

/** The author hears by the same way as of the measure, or by the one that is there now; what was said is sealed. */
export async function tellOutcome(
  ports: ModerationPorts,
  tx: Tx,
  telling: Telling,
): Promise<'private' | 'public' | 'by-hand'> {
  const { review, statement, outcome, restored, resolving, person } = telling;
  const row = await lockCase(tx, statement.case_id);
  if (row === undefined) throw moderationError('CASE_NOT_FOUND');
  const { item, matter } = await matterOf(ports, tx, row);
  const { policy } = matter;
  const author = item.author_id === null ? null : ((await authorName(tx, item.author_id)) ?? null);
  const cleared = (given: string | null | undefined) => {
    const words = given?.trim() ?? '';
    if (words === '') return null;
    const unclear = unclearIn(policy, words, author);
    if (unclear !== null) throw reviewError('REASONS_NOT_CLEAR', unclear);
    return words;
  };
  const code = (await wordsOf({ tx, vault: ports.vault }, statement))?.code ?? '';
  const facts: OutcomeFacts = {
    ...{ outcome, measure: statement.measure, itemKind: item.kind, restored },
    ...{ bodyName: policy.bodyName, networkName: adapterOf(item.network)?.label ?? item.network },
    ...{ reasons: cleared(resolving?.reasons), correction: cleared(resolving?.correction) },
    clause: statement.decisions === 'final' ? (reviewTerms(policy, 'takedown').clause ?? null) : null,
    page: pageOf(ports.url, code),
  };
  const [text, notice] = [outcomeText(facts), outcomeNotice(facts)];
  const choice = await latestChoice(tx, statement.body);
  // What is shown again can be answered again.
  const inPublic = mayBePublic(restored === 'restoring' ? 'hide' : statement.measure, choice?.public_notice);
  const way = await wayOf(tx, { item, matter, now: ports.clock.now(), inPublic });
  await tell(ports, tx, way, {
    item,
    texts: { privately: [text, notice], publicly: notice },
    cause: outcomeCause(review.id, outcome),
    person,
  });
  const words: OutcomeWords = { reasons: resolving?.reasons ?? '', correction: resolving?.correction ?? null, text };
  const place = {
    body: statement.body,
    subject: statement.author_id ?? statement.item_id,
    row: `outcome ${review.id}`,
  };
  await updateReview(tx, review.id, { outcome: await sealWords({ tx, vault: ports.vault }, place, words) });
  return way.told;
}

/** Null where there is none, or its key is gone. */
export async function outcomeOf(
  ports: { readonly tx: Tx; readonly vault: ModerationPorts['vault'] },
  { id, outcome }: Review,
  { body, author_id, item_id }: StoredStatement,
): Promise<OutcomeWords | null> {
  if (outcome === null) return null;
  return openWords<OutcomeWords>(ports, { body, subject: author_id ?? item_id, row: `outcome ${id}` }, outcome);
}
