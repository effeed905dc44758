// SPDX-License-Identifier: AGPL-3.0-or-later

import { record } from '#audit';
import { adapterOf } from '#channels';
import type { Actor } from '#governance';
import { fingerprintOf, type Item } from '#inbox';
import { dayIn } from '#kernel';
import type { Tx } from '#platform';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { type Case, lockCase } from '../store.ts';
import { provedTogether } from './author-store.ts';
import type { BanRequest } from './contract.ts';
import { ownPublicWords } from './drafts.ts';
import { ladderError } from './errors.ts';
import { refuseUnlessTellable } from './fit.ts';
import { type ActingOnCase, allowedOr, authorToActOn, caseToActOn, ladderOn } from './on-case.ts';
import { changeMeasure, holdAuthors, lockMeasure, type Measure, measureById } from './store.ts';
import { isRepeated, take } from './take.ts';
import { tellingOf } from './telling.ts';
import { filled, italianDay } from './texts.ts';

export interface Banning extends ActingOnCase {
  readonly key: string;
  readonly request: BanRequest;
}

const MOST_DAYS = 3650;
const DAY_MILLISECONDS = 86_400_000;

/**
 * Bans the author of a case. Throws MEASURE_NOT_ALLOWED, WARNING_OR_REASON, HISTORY_CHANGED, REVIEW_DATE, DECISION_NOT_POSSIBLE
 * where the network knows no ban.
 */
export async function ban(ports: ModerationPorts, banning: Banning): Promise<void> {
  const { body, caseId, key, actor, request } = banning;
  await ports.database.inBody(body, async (tx) => {
    const where = await caseToActOn(ports, tx, banning);
    if (await isRepeated(tx, { body, key, kind: 'ban', caseId })) return;
    const author = await authorToActOn(tx, where);
    const { history, answers } = await ladderOn(tx, where);
    const answer = allowedOr(answers, 'ban');
    if (history.breaches !== request.breaches) throw ladderError('HISTORY_CHANGED', `ora sono ${history.breaches}`);
    if (answer.asks.includes('warning-or-why-not') && request.whyNoWarning === undefined)
      throw ladderError('WARNING_OR_REASON');
    refuseDay(request.reviewOn, where.now);
    refuseWhereNone(where.item);
    const text = filled(request.text, request);
    const own = ownPublicWords(ports, where, 'ban');
    await refuseUnlessTellable(ports, tx, { where, told: request.told, text, own });
    const telling = await tellingOf(tx, where);
    await take(ports, tx, {
      where,
      taking: {
        ...{ kind: 'ban', author, told: request.told, telling, key, actor, reviewOn: request.reviewOn },
        clauses: answer.clauses.map(({ id }) => id),
        words: { reasons: request.reasons, text, whyNoWarning: request.whyNoWarning ?? null, ways: request.ways },
        act: { type: 'ban', target: author.external_id, post: where.item.external_id },
      },
    });
  });
}

function refuseDay(day: string, now: Date): void {
  const last = dayIn(new Date(now.getTime() + MOST_DAYS * DAY_MILLISECONDS));
  if (day <= dayIn(now) || day > last) throw ladderError('REVIEW_DATE');
}

function refuseWhereNone({ network }: Item): void {
  const state = adapterOf(network)?.capabilities.ban;
  if (state?.how === 'none') throw moderationError('DECISION_NOT_POSSIBLE', state.effect);
}

export interface OnBan {
  readonly body: string;
  readonly measure: string;
  readonly actor: Actor;
  readonly reasons: string;
}

/** A person looked again and the ban stays, until another day. Throws REVIEW_DATE. */
export async function keep(
  ports: ModerationPorts,
  { body, measure, actor, reasons, reviewOn }: OnBan & { readonly reviewOn: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const { ban: found } = await banToActOn(tx, measure);
    if (found.ended_at !== null) throw ladderError('MEASURE_NOT_FOUND');
    const now = ports.clock.now();
    refuseDay(reviewOn, now);
    await changeMeasure(tx, found.id, { review_on: reviewOn, review_called_at: null });
    await record(tx, body, now, {
      kind: 'author.ban-kept',
      subject: found.item_id,
      person: actor,
      grounds: found.clauses,
      policyVersion: found.policy_version,
      summary: `Riesaminato un blocco: resta, fino al riesame del ${italianDay(reviewOn)}`,
      facts: { measure: found.id, reviewOn, reasons: fingerprintOf(ports.vault, reasons) },
    });
    await ports.news.tell(tx, body, { id: found.case_id, change: 'changed' });
  });
}

/** The ban, locked, its case before it and its author held. Throws MEASURE_NOT_FOUND. */
export async function banToActOn(tx: Tx, id: string): Promise<{ readonly row: Case; readonly ban: Measure }> {
  const known = await measureById(tx, id);
  const row = known?.kind === 'ban' ? await lockCase(tx, known.case_id) : undefined;
  if (known === undefined || row === undefined) throw ladderError('MEASURE_NOT_FOUND');
  await holdAuthors(tx, await provedTogether(tx, known.author_id));
  const ban = await lockMeasure(tx, id);
  if (ban === undefined) throw ladderError('MEASURE_NOT_FOUND');
  return { row, ban };
}
