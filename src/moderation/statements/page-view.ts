// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf } from '#channels';
import { itemById } from '#inbox';
import type { Tx, Vault } from '#platform';
import { type DayTerm, keeperOf, mayWritePrivately, type OpenWay, openWays, reviewTerms } from '#policy';
import { adoptedVersion, inForce } from '#rulebook';
import { mayAsk, provesByCode } from '../review/ask.ts';
import { isSpent, type Review, standingOf } from '../review/store.ts';
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
  /** Of what was not given yet: how long there will be. */
  readonly within: DayTerm | null;
  readonly mayAsk: boolean;
  /** How it is asked here: proved by a word from the account, by the code alone, or only at an office. */
  readonly asking: 'word' | 'code' | 'office';
  readonly mayWritePrivately: boolean;
  readonly withdrawn: boolean;
  readonly review: Pick<Review, 'state' | 'answer_by' | 'restored'> | null;
  readonly ways: readonly OpenWay[];
  /** Who looks after the account; null: the policy does not say. */
  readonly office: string | null;
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
    within: withinOf(statement),
    clauses: clauses.map(({ id, title, text }) => ({ id, title, text })),
    finalClause: final === undefined ? null : { id: final.id, title: final.title },
    mayAsk: !isSpent(review) && mayAsk(statement, now),
    asking: statement.measure === 'ban' ? (provesByCode(statement) ? 'code' : 'office') : 'word',
    mayWritePrivately: mayWritePrivately(compiled, item.network),
    withdrawn: statement.withdrawn_at !== null,
    review: review ?? null,
    ...{ ways: openWays(compiled), office: keeperOf(compiled, item.network) ?? null },
  };
  return { statement, page };
}

const withinOf = ({ given_at, ask_days: days, ask_working: working }: StoredStatement): DayTerm | null =>
  given_at !== null || days === null || working === null ? null : { days, working };

/** It ends with the term for asking, unless somebody asked; then some days after the outcome. */
function isOver(statement: StoredStatement, review: Review | undefined, now: Date): boolean {
  const readable = (since: Date | null | undefined): boolean =>
    since !== null && since !== undefined && now.getTime() - since.getTime() <= READ_DAYS * DAY_MILLISECONDS;
  if (review?.state === 'open') return false;
  if (review !== undefined && !readable(review.decided_at ?? review.opened_at))
    return isSpent(review) || !mayAsk(statement, now);
  if (review !== undefined) return false;
  if (statement.withdrawn_at !== null) return !readable(statement.withdrawn_at);
  return !mayAsk(statement, now);
}
