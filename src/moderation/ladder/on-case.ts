// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '#governance';
import type { Item } from '#inbox';
import type { Tx } from '#platform';
import { type MeasureAnswer, measuresFor } from '#policy';
import { matterOf } from '../decide.ts';
import { moderationError } from '../errors.ts';
import type { Matter } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import { type Case, lockCase } from '../store.ts';
import { type Author, authorById } from './author-store.ts';
import { ladderError } from './errors.ts';
import { type Counted, choicesOf, historyOf } from './history.ts';
import { holdAuthor } from './store.ts';

/** A person about to act on the author of a case. */
export interface ActingOnCase {
  readonly body: string;
  readonly caseId: string;
  readonly actor: Actor;
  /** Of what the person had before them. */
  readonly policyDigest: string;
}

/** The case, locked, with what the policy in force says of it and of its author. */
export interface OnCase {
  readonly row: Case;
  readonly item: Item;
  readonly matter: Matter;
  readonly version: string;
  readonly now: Date;
}

/** Throws CASE_NOT_FOUND, POLICY_READING_CHANGED. */
export async function caseToActOn(ports: ModerationPorts, tx: Tx, acting: ActingOnCase): Promise<OnCase> {
  const row = await lockCase(tx, acting.caseId);
  if (row === undefined) throw moderationError('CASE_NOT_FOUND');
  const { item, matter, version } = await matterOf(ports, tx, row);
  if (matter.policy.digest !== acting.policyDigest) throw moderationError('POLICY_READING_CHANGED');
  return { row, item, matter, version, now: ports.clock.now() };
}

/** Throws AUTHOR_UNKNOWN. From then on nobody else counts or acts on this author. */
export async function authorToActOn(tx: Tx, { item }: Pick<OnCase, 'item'>): Promise<Author> {
  const author = item.author_id === null ? undefined : await authorById(tx, item.author_id);
  if (author === undefined) throw ladderError('AUTHOR_UNKNOWN');
  await holdAuthor(tx, author.id);
  return author;
}

export interface Answered {
  readonly history: Counted;
  readonly answers: readonly MeasureAnswer[];
}

/** What the ladder allows now, on what is counted now. */
export async function ladderOn(tx: Tx, { row, item, matter, now }: OnCase): Promise<Answered> {
  const { policy, facts, judgement } = matter;
  const history: Counted =
    item.author_id === null
      ? NOBODY
      : await historyOf(tx, { body: row.body, author: item.author_id, caseId: row.id, policy, now });
  const known = { history, choices: await choicesOf(tx, row.body) };
  return { history, answers: measuresFor(policy, { item: facts, judgement }, known) };
}

const NOBODY: Counted = {
  breaches: 0,
  warnings: 0,
  banned: false,
  confirmedHere: false,
  windowDays: null,
  since: null,
  linked: 0,
};

/** Throws MEASURE_NOT_ALLOWED, saying why in the policy's terms. */
export function allowedOr(answers: readonly MeasureAnswer[], measure: MeasureAnswer['measure']): MeasureAnswer {
  const found = answers.find((one) => one.measure === measure);
  if (found === undefined) throw ladderError('MEASURE_NOT_ALLOWED', 'la policy in vigore non la prevede');
  if (!found.allowed) throw ladderError('MEASURE_NOT_ALLOWED', found.reasons.map(({ text }) => text).join(' '));
  return found;
}
