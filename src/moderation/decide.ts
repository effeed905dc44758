// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { authorName, type Item, itemById, textOf } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { type CompiledPolicy, evaluate } from '#policy';
import { inForce } from '#rulebook';
import { factsOf } from './consider.ts';
import type { DecisionKind, DecisionRequest } from './contract.ts';
import { enforce } from './enforce.ts';
import { moderationError } from './errors.ts';
import { fingerprintOf, keepEvidence } from './evidence.ts';
import { groundNames, refuseUnlessFounded } from './founded.ts';
import type { Matter } from './options.ts';
import type { ModerationPorts } from './ports.ts';
import {
  type Case,
  decisionByKey,
  insertDecision,
  latestJudgement,
  lockCase,
  type NewDecision,
  updateCase,
} from './store.ts';

export interface Deciding {
  readonly body: string;
  readonly caseId: string;
  readonly actor: Actor;
  /** Of the sender's making; the same request sent twice decides once. */
  readonly key: string;
  readonly request: DecisionRequest;
}

/**
 * A person decides, under a ground: in one transaction the evidence, the decision, its record and the write it asks of the
 * network. Refused without a ground that the version in force offers for this item, without reasons, or on a case that
 * changed since it was read.
 */
export async function decide(ports: ModerationPorts, deciding: Deciding): Promise<void> {
  const { body, caseId, key } = deciding;
  await ports.database.inBody(body, async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const earlier = await decisionByKey(tx, body, key);
    if (earlier !== undefined) {
      if (earlier.case_id !== caseId) throw moderationError('KEY_REUSED');
      return;
    }
    await settle(ports, tx, { ...deciding, row });
  });
}

async function settle(ports: ModerationPorts, tx: Tx, deciding: Deciding & { readonly row: Case }): Promise<void> {
  const { row, request, actor, body, key } = deciding;
  if (row.revision !== request.revision) throw moderationError('CASE_CHANGED');
  if (row.state !== 'open') throw moderationError('CASE_DECIDED');
  const { item, text, matter, version } = await matterOf(ports, tx, row);
  refuseUnlessFounded(request, matter);
  const decision: NewDecision = {
    id: newId(),
    body,
    case_id: row.id,
    kind: request.kind,
    grounds: request.grounds,
    reasons: request.reasons.trim(),
    reply: request.kind === 'reply' ? (request.reply ?? '').trim() : null,
    reported: request.report === true,
    policy_version: version,
    item_version: item.version,
    person: actor.id,
    person_name: actor.name,
    person_role: actor.role,
    at: ports.clock.now(),
    idempotency_key: key,
  };
  await insertDecision(tx, decision);
  await preserve(ports, tx, { item, text, decision, policy: matter.policy });
  const enforcement = await enforce(ports, tx, { item, decision, matter });
  await updateCase(tx, row.id, { state: 'decided', decision: decision.kind, enforcement, revision: row.revision + 1 });
  await recordDecision(ports, tx, { row, item, text, decision });
  await ports.news.tell(tx, body, { id: row.id, change: 'decided' });
}

/** The item as it stands, under the version in force now: what a decision is checked against, and what the desk offers. */
export async function matterOf(ports: Pick<ModerationPorts, 'clock' | 'holidays'>, tx: Tx, row: Case) {
  const item = await itemById(tx, row.item_id);
  if (item === undefined) throw moderationError('CASE_NOT_FOUND');
  const text = (await textOf(tx, item.id, item.version)) ?? '';
  const { compiled: policy, version, title } = await inForce(tx, row.body, ports.clock.now());
  const facts = factsOf(item, text);
  const signals = (await latestJudgement(tx, row.id))?.signals ?? [];
  const judgement = evaluate(policy, facts, signals, item.received_at, ports.holidays);
  const matter: Matter = {
    policy,
    facts,
    judgement,
    hidden: item.visibility === 'hidden',
    deleted: item.visibility === 'deleted',
  };
  return { item, text, matter, signals, version, title };
}

interface Preserving {
  readonly item: Item;
  readonly text: string;
  readonly decision: NewDecision;
  readonly policy: CompiledPolicy;
}

/** Evidence before action; never a copy of what may be csam. */
async function preserve(
  { vault, clock }: ModerationPorts,
  tx: Tx,
  { item, text, decision, policy }: Preserving,
): Promise<void> {
  if (decision.kind !== 'hide' && decision.kind !== 'remove') return;
  const clauses = decision.grounds.flatMap((ground) => (ground.kind === 'clause' ? [ground.clause] : []));
  if (policy.rules.some((rule) => clauses.includes(rule.clause.id) && rule.categories.includes('csam'))) return;
  const author = item.author_id === null ? null : ((await authorName(tx, item.author_id)) ?? null);
  const evidence = {
    text,
    author,
    permalink: item.permalink,
    externalId: item.external_id,
    writtenAt: item.written_at.toISOString(),
  };
  const place = { body: item.body, decision: decision.id, subject: item.author_id ?? item.id };
  await keepEvidence({ tx, vault, at: clock.now() }, place, evidence);
}

export const DECISION_NAMES: Record<DecisionKind, string> = {
  publish: 'Lasciato pubblico',
  hide: 'Nascosto',
  remove: 'Rimosso',
  reply: 'Risposto',
  'no-action': 'Archiviato senza atti',
};

async function recordDecision(
  { vault }: ModerationPorts,
  tx: Tx,
  { row, item, text, decision }: { row: Case; item: Item; text: string; decision: NewDecision },
): Promise<void> {
  const grounds = groundNames(decision.grounds);
  await record(tx, decision.body, decision.at, {
    kind: 'decision.taken',
    subject: item.id,
    person: { id: decision.person, name: decision.person_name, role: decision.person_role },
    grounds,
    policyVersion: decision.policy_version,
    summary: `${DECISION_NAMES[decision.kind]} (pratica n. ${row.number}), fondamento: ${grounds.join(', ')}`,
    facts: {
      case: row.id,
      decision: decision.id,
      decisionKind: decision.kind,
      reported: decision.reported,
      itemVersion: decision.item_version,
      text: fingerprintOf(vault, text),
      reasons: fingerprintOf(vault, decision.reasons),
    },
  });
}
