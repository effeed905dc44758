// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '#governance';
import type { Item } from '#inbox';
import type { Tx } from '#platform';
import { type MeasureAnswer, measuresFor, type Signal } from '#policy';
import { matterOf } from '../decide.ts';
import { dossierError } from '../dossier/errors.ts';
import { concernOn, reportById } from '../dossier/store.ts';
import { moderationError } from '../errors.ts';
import type { Matter } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import { type Case, lockCase } from '../store.ts';
import { refuseOthers } from '../turns/follow.ts';
import { type Author, authorById, provedTogether } from './author-store.ts';
import { ladderError } from './errors.ts';
import { type Counted, choicesOf, historyOf } from './history.ts';
import { holdAuthors } from './store.ts';

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
  readonly signals: readonly Signal[];
  readonly version: string;
  readonly now: Date;
}

/** Throws CASE_NOT_FOUND, CASE_CLAIMED by another, POLICY_READING_CHANGED. */
export async function caseToActOn(ports: ModerationPorts, tx: Tx, acting: ActingOnCase): Promise<OnCase> {
  const row = await lockCase(tx, acting.caseId);
  if (row === undefined) throw moderationError('CASE_NOT_FOUND');
  refuseOthers(row, acting.actor.id);
  const on = await onCase(ports, tx, row);
  if (on.matter.policy.digest !== acting.policyDigest) throw moderationError('POLICY_READING_CHANGED');
  return on;
}

export async function onCase(ports: ModerationPorts, tx: Tx, row: Case): Promise<OnCase> {
  const { item, matter, signals, version } = await matterOf(ports, tx, row);
  return { row, item, matter, signals, version, now: ports.clock.now() };
}

/**
 * Throws AUTHOR_UNKNOWN; CSAM_POLICE_FIRST while the police is to be told before anybody writes to them. From then on nobody else
 * counts or acts on this author, nor on whoever was proved to be the same.
 */
export async function authorToActOn(tx: Tx, { row, item }: Pick<OnCase, 'row' | 'item'>): Promise<Author> {
  const author = item.author_id === null ? undefined : await authorById(tx, item.author_id);
  if (author === undefined) throw ladderError('AUTHOR_UNKNOWN');
  const concern = await concernOn(tx, { case: row.id });
  if (concern !== undefined && (await reportById(tx, concern.report_id))?.state !== 'filed')
    throw dossierError('CSAM_POLICE_FIRST');
  await holdAuthors(tx, await provedTogether(tx, author.id));
  return author;
}

export interface Answered {
  readonly history: Counted;
  readonly answers: readonly MeasureAnswer[];
}

/** What the ladder allows now, on what is counted now. */
export async function ladderOn(
  tx: Tx,
  { row, item, matter, now }: Pick<OnCase, 'row' | 'item' | 'matter' | 'now'>,
): Promise<Answered> {
  const { policy, facts } = matter;
  const history: Counted =
    item.author_id === null
      ? NOBODY
      : await historyOf(tx, { body: row.body, author: item.author_id, caseId: row.id, policy, now });
  const known = { history, choices: await choicesOf(tx, row.body) };
  return { history, answers: measuresFor(policy, { item: facts }, known) };
}

const NOBODY: Counted = {
  breaches: 0,
  warnings: 0,
  banned: false,
  brokenHere: [],
  broken: [],
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
