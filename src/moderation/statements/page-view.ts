// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf } from '#channels';
import { itemById } from '#inbox';
import type { Tx, Vault } from '#platform';
import { mayWritePrivately, type OpenWay, openWays, reviewTerms } from '#policy';
import { adoptedVersion, inForce } from '#rulebook';
import { mayAsk } from '../review/ask.ts';
import { type Review, standingOf } from '../review/store.ts';
import { digestOf } from './issue.ts';
import { type StoredStatement, statementByDigest } from './store.ts';
import type { StatedMeasure } from './vocabulary.ts';

const DAY_MILLISECONDS = 86_400_000;
/** After what became of it was said, its author has a month to read it. */
const READ_DAYS = 30;

/** What anybody with the code reads: the measure and the clause, nothing of whom and nothing of what was written. */
export interface StatementPage {
  readonly code: string;
  readonly slug: string;
  readonly bodyName: string;
  readonly policyVersion: string;
  readonly networkName: string;
  readonly measure: StatedMeasure;
  readonly at: Date;
  readonly clauses: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly decisions: 'open' | 'final';
  readonly finalClause: { readonly id: string; readonly title: string } | null;
  readonly askBy: string | null;
  readonly mayAsk: boolean;
  readonly mayWritePrivately: boolean;
  readonly withdrawn: boolean;
  readonly review: Pick<Review, 'state' | 'answer_by' | 'restored'> | null;
  readonly ways: readonly OpenWay[];
}

interface Asked {
  readonly code: string;
  readonly now: Date;
  readonly vault: Vault;
}

export interface Found {
  readonly statement: StoredStatement;
  readonly page: StatementPage;
}

/** Undefined for what bears no statement of this body, or one whose time is over. */
export async function findPage(tx: Tx, { code, now, vault }: Asked): Promise<Found | undefined> {
  const statement = await statementByDigest(tx, digestOf(vault, code));
  if (statement === undefined) return undefined;
  const review = (await standingOf(tx, [statement.id])).get(statement.id);
  const item = await itemById(tx, statement.item_id);
  if (item === undefined || isOver(statement, review, now)) return undefined;
  const { compiled } = await adoptedVersion(tx, statement.body, statement.policy_version);
  const clauses = statement.clauses.flatMap((id) => compiled.clauses.get(id) ?? []);
  // Acts recorded beside the policy wake clauses: what is final is asked of what is in force.
  const final = reviewTerms((await inForce(tx, statement.body, now)).compiled, 'takedown').clause;
  const page: StatementPage = {
    ...{ code, slug: statement.body, bodyName: compiled.bodyName, policyVersion: statement.policy_version },
    networkName: adapterOf(item.network)?.label ?? item.network,
    ...{ measure: statement.measure, at: statement.at, decisions: statement.decisions, askBy: statement.ask_by },
    clauses: clauses.map(({ id, title, text }) => ({ id, title, text })),
    finalClause: final === undefined ? null : { id: final.id, title: final.title },
    mayAsk: review === undefined && mayAsk(statement, now),
    mayWritePrivately: mayWritePrivately(compiled, item.network),
    withdrawn: statement.withdrawn_at !== null,
    review: review ?? null,
    ways: openWays(compiled),
  };
  return { statement, page };
}

/** It ends with the term for asking, unless somebody asked; then some days after the outcome. */
function isOver(statement: StoredStatement, review: Review | undefined, now: Date): boolean {
  const readable = (since: Date | null | undefined): boolean =>
    since !== null && since !== undefined && now.getTime() - since.getTime() <= READ_DAYS * DAY_MILLISECONDS;
  if (review?.state === 'open') return false;
  if (review !== undefined) return !readable(review.decided_at ?? review.opened_at);
  if (statement.withdrawn_at !== null) return !readable(statement.withdrawn_at);
  return !mayAsk(statement, now);
}
