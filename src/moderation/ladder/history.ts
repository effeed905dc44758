// SPDX-License-Identifier: AGPL-3.0-or-later
import { commandsOf } from '#delivery';
import type { Tx } from '#platform';
import { type AuthorHistory, type CompiledPolicy, type LadderChoices, ladderTerms } from '#policy';
import { provedTogether } from './author-store.ts';
import { breachesWithin, latestChoice, type Measure, measuresWhere, standingBreach, violationOn } from './store.ts';

const DAY_MILLISECONDS = 86_400_000;

/** What the body recorded where its policy gives no number. */
export async function choicesOf(tx: Tx, body: string): Promise<LadderChoices> {
  const latest = await latestChoice(tx, body);
  return {
    ...(latest?.threshold != null && { threshold: latest.threshold }),
    ...(latest?.window_days != null && { windowDays: latest.window_days }),
  };
}

/** What is counted of an author, and over which days. */
export interface Counted extends AuthorHistory {
  readonly windowDays: number | null;
  readonly since: Date | null;
  /** Other authors proved to be the same. */
  readonly linked: number;
}

interface Counting {
  readonly body: string;
  readonly author: string;
  /** The case beside which it is asked; absent on the author's page. */
  readonly caseId?: string;
  readonly policy: CompiledPolicy;
  readonly now: Date;
}

/** Counts of acts, never of words: standing breaches and warnings that arrived, within the window, across proved links. */
export async function historyOf(tx: Tx, { body, author, caseId, policy, now }: Counting): Promise<Counted> {
  const authors = await provedTogether(tx, author);
  const terms = ladderTerms(policy, await choicesOf(tx, body));
  const windowDays = terms.windowDays?.value ?? null;
  const since = windowStart(windowDays, now);
  const measures = await measuresWhere(tx, { authors });
  const warned = measures.filter(
    ({ kind, at, ended_at }) => kind === 'warn' && ended_at === null && (since === null || at >= since),
  );
  const { count, clauses } = await breachesWithin(tx, authors, { since });
  return {
    breaches: count,
    broken: clauses,
    warnings: await arrived(tx, warned),
    banned: measures.some((one) => one.kind === 'ban' && one.author_id === author && one.ended_at === null),
    brokenHere: caseId === undefined ? [] : await brokenOn(tx, caseId),
    windowDays,
    since,
    linked: authors.length - 1,
  };
}

/** A warning that never reached its author warned nobody. */
async function arrived(tx: Tx, warnings: readonly Measure[]): Promise<number> {
  const commands = await commandsOf(tx, { causes: warnings.map(({ id }) => id) });
  const confirmed = new Set(commands.filter(({ state }) => state === 'confirmed').map(({ cause }) => cause));
  return warnings.filter(({ id, given_at }) => given_at !== null || confirmed.has(id)).length;
}

/** The first moment that counts; null: everything does. */
export const windowStart = (days: number | null, end: Date): Date | null =>
  days === null ? null : new Date(end.getTime() - days * DAY_MILLISECONDS);

/** What a person said that the item of a case breaks, by taking it down or before that. */
export async function brokenOn(tx: Tx, caseId: string): Promise<readonly string[]> {
  const violation = await violationOn(tx, caseId);
  return [...new Set([...(await standingBreach(tx, caseId)), ...(violation?.clauses ?? [])])];
}
