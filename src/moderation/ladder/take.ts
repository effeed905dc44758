// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { type Order, order, type Wanted } from '#delivery';
import type { Actor } from '#governance';
import { fingerprintOf } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { placeOf } from '../enforce.ts';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { issueStatement } from '../statements/issue.ts';
import { leadToReasons } from '../statements/tell-measure.ts';
import type { Author } from './author-store.ts';
import type { OnCase } from './on-case.ts';
import { sealWords } from './sealing.ts';
import { insertMeasure, type Measure, measureByKey } from './store.ts';
import type { Told } from './tables.ts';
import { type Telling, writeTelling } from './telling.ts';

/** What is sealed of a measure. */
export interface MeasureWords {
  readonly reasons: string;
  readonly text: string | null;
  readonly whyNoWarning: string | null;
  readonly ways: string | null;
}

export interface NewMeasure {
  readonly kind: Measure['kind'];
  readonly author: Author;
  readonly clauses: readonly string[];
  readonly words: MeasureWords;
  readonly told: Told;
  /** How the author can be told; absent where there is nothing to tell. */
  readonly telling?: Telling;
  readonly reviewOn?: string;
  readonly ends?: string;
  readonly key: string;
  readonly actor: Actor;
  /** What it asks of the network besides telling, once that has come to its end. */
  readonly act: Wanted | null;
}

const SUMMARIES: Readonly<Record<Measure['kind'], string>> = {
  warn: 'Avvertito l’autore',
  ban: 'Bloccato l’autore',
  unban: 'Tolto il blocco all’autore',
};

/** A warning and a ban have their statement of reasons: the words that tell of them lead there. */
async function withReasons(
  ports: ModerationPorts,
  tx: Tx,
  { where, taking, id }: { where: OnCase; taking: NewMeasure; id: string },
): Promise<string | null> {
  const { kind, words, told, reviewOn, clauses, actor } = taking;
  if (kind === 'unban' || words.text === null) return words.text;
  await issueStatement(ports, tx, {
    ...{ cause: id, measure: kind, row: where.row, item: where.item, matter: where.matter, actor },
    ...{ policyVersion: where.version, telling: 'with-measure' },
    grounds: clauses.map((clause) => ({ kind: 'clause', clause })),
    ...(reviewOn !== undefined && { reviewOn }),
  });
  return leadingToReasons(ports, tx, { measure: id, told, text: words.text });
}

/** The words by which an author is told of a measure, with where its reasons are. */
export async function leadingToReasons(
  ports: ModerationPorts,
  tx: Tx,
  { measure, told, text }: { readonly measure: string; readonly told: Told; readonly text: string },
): Promise<string> {
  const lead = await leadToReasons(ports, tx, { measure, told });
  return lead === null ? text : `${text} ${lead}`;
}

/** Stores a measure with its record and the writes it asks of the network, in the caller's transaction. */
export async function take(ports: ModerationPorts, tx: Tx, on: { where: OnCase; taking: NewMeasure }): Promise<string> {
  const { where, taking } = on;
  const { row, item, version, now } = where;
  const { kind, author, clauses, actor } = taking;
  const id = newId();
  const text = await withReasons(ports, tx, { where, taking, id });
  const words = { ...taking.words, text };
  const telling =
    taking.telling === undefined || text === null
      ? null
      : writeTelling({ item, text, told: taking.told }, taking.telling);
  const sealed = await sealWords({ tx, vault: ports.vault }, { body: row.body, subject: author.id, row: id }, words);
  await insertMeasure(tx, {
    ...{ id, body: row.body, kind, author_id: author.id, item_id: item.id, case_id: row.id, clauses: [...clauses] },
    ...{ policy_version: version, sealed, told: taking.told, given_at: null, review_on: taking.reviewOn ?? null },
    ...{ review_called_at: null, ended_at: null, ends: taking.ends ?? null, person: actor.id, person_name: actor.name },
    ...{ at: now, idempotency_key: taking.key },
  });
  const place: Omit<Order, 'command'> = placeOf(item, { cause: id, person: actor.id });
  const sending = telling === null ? 'none' : await order({ ...ports, tx }, { ...place, command: telling });
  // Told before it is done: once banned, on some networks nobody can be answered. What waits for that is asked for by `banOnceTold`.
  if (taking.act !== null && sending !== 'queued') await order({ ...ports, tx }, { ...place, command: taking.act });
  await record(tx, row.body, now, {
    kind: `author.${kind}`,
    subject: item.id,
    person: actor,
    grounds: [...clauses],
    policyVersion: version,
    summary: `${SUMMARIES[kind]} (pratica n. ${row.number})${clauses.length === 0 ? '' : `, in base a: ${clauses.join(', ')}`}`,
    facts: {
      ...{ case: row.id, measure: id, author: author.id, told: taking.told, reviewOn: taking.reviewOn ?? null },
      reasons: fingerprintOf(ports.vault, words.reasons),
      text: words.text === null ? null : fingerprintOf(ports.vault, words.text),
    },
  });
  await ports.news.tell(tx, row.body, { id: row.id, change: 'changed' });
  return id;
}

/** True where the very same request was carried out already. Throws KEY_REUSED. */
export async function isRepeated(
  tx: Tx,
  { body, key, kind, caseId }: { body: string; key: string; kind: Measure['kind']; caseId: string },
): Promise<boolean> {
  const earlier = await measureByKey(tx, body, key);
  if (earlier === undefined) return false;
  if (earlier.kind !== kind || earlier.case_id !== caseId) throw moderationError('KEY_REUSED');
  return true;
}
