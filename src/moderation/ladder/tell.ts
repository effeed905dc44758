// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { order } from '#delivery';
import type { Actor } from '#governance';
import { fingerprintOf } from '#inbox';
import type { Tx } from '#platform';
import { placeOf } from '../enforce.ts';
import type { ModerationPorts } from '../ports.ts';
import { lockCase } from '../store.ts';
import { refuseOthers } from '../turns/follow.ts';
import type { TellRequest } from './contract.ts';
import { ownPublicWords } from './drafts.ts';
import { ladderError } from './errors.ts';
import { refuseUnlessTellable } from './fit.ts';
import { type OnCase, onCase } from './on-case.ts';
import { openWords, sealWords } from './sealing.ts';
import { changeMeasure, lockMeasure, type Measure, measureById } from './store.ts';
import { leadingToReasons, type MeasureWords } from './take.ts';
import { tellingOf, writeTelling } from './telling.ts';
import { filled } from './texts.ts';

export interface TellingLater {
  readonly body: string;
  readonly measure: string;
  readonly actor: Actor;
  readonly request: TellRequest;
}

/** Nobody told the author yet, and nothing is on its way to them. */
export const isUntold = ({ kind, told, given_at, ended_at }: Measure): boolean =>
  kind !== 'unban' && ended_at === null && given_at === null && (told === 'none' || told === 'by-hand');

/**
 * What could not be told when a measure was taken is told now, by a way that is there now. Throws MEASURE_NOT_FOUND, ALREADY_TOLD,
 * CANNOT_TELL_SO and what refuses any telling.
 */
export async function tellLater(ports: ModerationPorts, telling: TellingLater): Promise<void> {
  const { body, measure: id, actor, request } = telling;
  await ports.database.inBody(body, async (tx) => {
    const known = await measureById(tx, id);
    const row = known && (await lockCase(tx, known.case_id));
    const measure = row && (await lockMeasure(tx, id));
    if (row === undefined || measure === undefined) throw ladderError('MEASURE_NOT_FOUND');
    refuseOthers(row, actor.id);
    if (!isUntold(measure)) throw ladderError('ALREADY_TOLD');
    const where = await onCase(ports, tx, row);
    await tell(ports, tx, { ...telling, measure, where });
    await record(tx, body, where.now, {
      kind: 'author.told-later',
      subject: measure.item_id,
      person: actor,
      grounds: measure.clauses,
      policyVersion: measure.policy_version,
      summary: `Misura detta all’autore dopo che era stata presa (pratica n. ${row.number})`,
      facts: { case: row.id, measure: id, told: request.told, text: fingerprintOf(ports.vault, request.text) },
    });
    await ports.news.tell(tx, body, { id: row.id, change: 'changed' });
  });
}

interface Telling {
  readonly measure: Measure;
  readonly where: OnCase;
  readonly actor: Actor;
  readonly request: TellRequest;
}

async function tell(ports: ModerationPorts, tx: Tx, { measure, where, actor, request }: Telling): Promise<void> {
  const { id, body, author_id: subject } = measure;
  const { told } = request;
  const seal = { tx, vault: ports.vault };
  const words = await openWords<MeasureWords>(seal, { body, subject, row: id }, measure.sealed);
  if (words === null) throw ladderError('CANNOT_TELL_SO');
  const chosen = { reviewOn: measure.review_on ?? '', ways: words.ways ?? '' };
  const signed = filled(request.text, chosen);
  const own = ownPublicWords(ports, where, measure.kind === 'warn' ? 'warn' : 'ban');
  await refuseUnlessTellable(ports, tx, { where, told, text: signed, own });
  const text = await leadingToReasons(ports, tx, { measure: id, told, text: signed });
  const command = writeTelling({ item: where.item, text, told }, await tellingOf(tx, where));
  const sealed = await sealWords(seal, { body, subject, row: id }, { ...words, text });
  await changeMeasure(tx, id, { told, sealed });
  const place = placeOf(where.item, { cause: id, person: actor.id });
  if (command !== null) await order({ ...ports, tx }, { ...place, command });
}
