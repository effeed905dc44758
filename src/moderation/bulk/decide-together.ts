// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { record } from '#audit';
import type { Actor } from '#governance';
import { fingerprintOf } from '#inbox';
import { CodedError, newId } from '#kernel';
import { inForce } from '#rulebook';
import { decide, matterOf } from '../decide.ts';
import { DECISION_NAMES } from '../decision-names.ts';
import { moderationError } from '../errors.ts';
import { groundNames } from '../founded.ts';
import { optionFor } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import { refuseUnclearGrounds, refuseUnclearReasons } from '../statements/clear.ts';
import { caseById, decisionByKey } from '../store.ts';
import type { BulkRequest, Refusal } from './contract.ts';
import { type Bulk, type BulkItem, bulkByKey, insertBulk, itemsOfBulk, settleItem } from './store.ts';

export interface DecidingTogether {
  readonly body: string;
  readonly actor: Actor;
  /** Of the sender's making: the same request sent twice goes on where the first one stopped. */
  readonly key: string;
  readonly request: BulkRequest;
}

/**
 * Decides many cases under one ground and one reason. Each is checked and decided by itself, in a transaction of its own: what
 * is refused is told of that case, and stops none of the others. Returns the id of the whole.
 */
export async function decideTogether(ports: ModerationPorts, deciding: DecidingTogether): Promise<string> {
  const bulk = await begin(ports, deciding);
  const items = await ports.database.inBody(bulk.body, (tx) => itemsOfBulk(tx, bulk.id));
  for (const item of items) if (item.outcome === 'waiting') await decideOne(ports, deciding, { bulk, item });
  return bulk.id;
}

const digestOf = (request: BulkRequest): string => createHash('sha256').update(JSON.stringify(request)).digest('hex');

async function begin(ports: ModerationPorts, { body, actor, key, request }: DecidingTogether): Promise<Bulk> {
  const { kind, ground, reasons, reply, report, cases, policyVersion } = request;
  const digest = digestOf(request);
  return ports.database.inBody(body, async (tx) => {
    const at = ports.clock.now();
    const { compiled } = await inForce(tx, body, at);
    refuseUnclearGrounds(compiled, [ground], null);
    if (kind === 'hide' || kind === 'remove') refuseUnclearReasons(compiled, [ground], null);
    const fresh = await insertBulk(
      tx,
      {
        ...{ id: newId(), body, kind, ground, reasons, reply: kind === 'reply' ? (reply ?? '') : null },
        ...{ reported: report === true, policy_version: policyVersion, at, idempotency_key: key, digest },
        ...{ person: actor.id, person_name: actor.name, person_role: actor.role },
      },
      cases,
    );
    const bulk = await bulkByKey(tx, body, key);
    if (bulk === undefined || bulk.digest !== digest || bulk.person !== actor.id) throw moderationError('KEY_REUSED');
    if (!fresh) return bulk;
    const grounds = groundNames([ground]);
    await record(tx, body, at, {
      kind: 'decision.together',
      subject: bulk.id,
      person: actor,
      grounds,
      policyVersion,
      summary: `Decisione su ${cases.length} pratiche insieme («${DECISION_NAMES[kind]}»), in base a: ${grounds.join(', ')}; ogni pratica ha poi la sua registrazione`,
      facts: {
        decisionKind: kind,
        cases: cases.map(({ id }) => id),
        reasons: fingerprintOf(ports.vault, reasons),
        reply: reply === undefined ? null : fingerprintOf(ports.vault, reply),
      },
    });
    return bulk;
  });
}

async function decideOne(
  ports: ModerationPorts,
  { actor, request: { ground, cases: _, ...request } }: DecidingTogether,
  { bulk, item }: { readonly bulk: Bulk; readonly item: BulkItem },
): Promise<void> {
  const { body } = bulk;
  const key = `${bulk.id}:${item.case_id}`;
  const refusal = await refusalOf(async () => {
    await refuseUnlessTouched(ports, { bulk, item });
    await decide(ports, {
      ...{ body, caseId: item.case_id, actor, key },
      request: { ...request, grounds: [ground], revision: item.revision },
    });
  });
  await ports.database.inBody(body, async (tx) => {
    const decision = await decisionByKey(tx, body, key);
    if (decision !== undefined) await settleItem(tx, item, { decision: decision.id });
    else if (refusal !== null) await settleItem(tx, item, { refusal });
  });
}

/**
 * Chosen among many, an item is taken down only under a clause that it touches: harsh criticism that slipped in among insults stays
 * where it is until somebody looks at it alone.
 */
async function refuseUnlessTouched(
  ports: ModerationPorts,
  { bulk, item }: { bulk: Bulk; item: BulkItem },
): Promise<void> {
  const { kind, ground } = bulk;
  if (ground.kind !== 'clause' || (kind !== 'hide' && kind !== 'remove')) return;
  await ports.database.inBody(bulk.body, async (tx) => {
    const row = await caseById(tx, item.case_id);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const { matter } = await matterOf(ports, tx, row);
    const offered = optionFor(kind, matter).grounds.find(({ id }) => id === ground.clause);
    if (offered?.proposed === false) throw moderationError('BULK_NOT_PROPOSED', ground.clause);
  });
}

/** Why one case was refused, in the words that it would be refused with alone; what is nobody's doing is thrown on. */
export async function refusalOf(work: () => Promise<unknown>): Promise<Refusal | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof CodedError) || error.status >= 500) throw error;
    return { code: error.code, title: error.message, hint: error.hint };
  }
}
