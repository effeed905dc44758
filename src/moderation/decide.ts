// SPDX-License-Identifier: AGPL-3.0-or-later
import { isDeepStrictEqual } from 'node:util';
import { record } from '#audit';
import type { Actor } from '#governance';
import { fingerprintOf, type Item, itemById, versionOf } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { clausesOn, evaluate, mayBeCsam } from '#policy';
import { holdRulebook, inForce } from '#rulebook';
import { DECISIONS, type DecisionKind, type DecisionRequest, type ReferralChoice } from './contract.ts';
import { DECISION_NAMES } from './decision-names.ts';
import { capture } from './dossier/capture.ts';
import { enforce } from './enforce.ts';
import { moderationError } from './errors.ts';
import { followTaken, lockWith } from './followers.ts';
import { groundNames, refuseUnlessFounded } from './founded.ts';
import { factsOf } from './judge-items.ts';
import { copyMedia } from './media/copy.ts';
import type { Matter } from './options.ts';
import type { ModerationPorts } from './ports.ts';
import { referralOfDecision } from './referrals/store.ts';
import { overturnedOn } from './review/store.ts';
import { lastWord } from './standing.ts';
import {
  type Case,
  type Decision,
  decisionByKey,
  decisionsOf,
  insertDecision,
  latestJudgement,
  lockCase,
  markSuperseded,
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
  /** Of a request that is handed over: to which office, and what it is asked. */
  readonly referral?: ReferralChoice;
}

/**
 * A person decides, under a ground: in one transaction the evidence, the decision, its record and the write it asks of the
 * network. Refused without a ground that the version in force offers for this item, without reasons, or on a case that
 * changed since it was read.
 */
export async function decide(ports: ModerationPorts, deciding: Deciding): Promise<void> {
  const { body, caseId, key, request } = deciding;
  // Evidence before action, and before its transaction: the network is asked for what came with the item.
  if (request.kind === 'hide' || request.kind === 'remove') await copyMedia(ports, { body, caseId });
  await ports.database.inBody(body, async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const earlier = await decisionByKey(tx, body, key);
    if (earlier !== undefined) {
      if (!(await isSame(tx, earlier, deciding))) throw moderationError('KEY_REUSED');
      return;
    }
    await settle(ports, tx, { ...deciding, row });
  });
}

/** The same person asking for the same thing on the same case: only then is a repetition a repetition. */
async function isSame(tx: Tx, earlier: Decision, { caseId, actor, request, referral }: Deciding): Promise<boolean> {
  const asked =
    earlier.case_id === caseId &&
    earlier.person === actor.id &&
    earlier.kind === request.kind &&
    earlier.reasons === request.reasons.trim() &&
    earlier.reply === replyIn(request) &&
    earlier.reported === (request.report === true) &&
    isDeepStrictEqual(earlier.grounds, request.grounds);
  if (!asked || referral === undefined) return asked;
  return (await referralOfDecision(tx, earlier.id))?.office_id === referral.office;
}

const replyIn = ({ kind, reply = '' }: DecisionRequest): string | null => (kind === 'reply' ? reply.trim() : null);

/**
 * A decision may be followed by another without undoing it only when it was an answer, or passed the request on; a hiding, which
 * is first aid, also by a removal.
 */
export const decidableAs = ({ state, decision }: Pick<Case, 'state' | 'decision'>, kind: DecisionKind): boolean =>
  state === 'open' || decision === 'reply' || decision === 'route' || (decision === 'hide' && kind === 'remove');

export const decidable = (row: Pick<Case, 'state' | 'decision'>): boolean =>
  DECISIONS.some((kind) => decidableAs(row, kind));

async function settle(ports: ModerationPorts, tx: Tx, deciding: Deciding & { readonly row: Case }): Promise<void> {
  const { row, request, actor, body, key } = deciding;
  if (row.revision !== request.revision) throw moderationError('CASE_CHANGED');
  if (!decidableAs(row, request.kind)) throw moderationError('CASE_DECIDED');
  await lockWith(tx, row);
  await holdRulebook(tx, body);
  const { item, text, digest, matter, version, current } = await matterOf(ports, tx, row);
  if (!current) throw moderationError('CASE_CHANGED');
  if (version !== request.policyVersion)
    throw moderationError('CASE_CHANGED', `è in vigore la versione ${version} della policy`);
  if (request.policyDigest !== undefined && request.policyDigest !== matter.policy.digest)
    throw moderationError('POLICY_READING_CHANGED');
  refuseUnlessFounded(request, matter);
  await refuseOverturned(tx, deciding, item.version);
  const supersedes = row.decision === 'hide' ? lastWord(row, await decisionsOf(tx, row.id)) : undefined;
  const decision: NewDecision = {
    id: newId(),
    body,
    case_id: row.id,
    kind: request.kind,
    grounds: request.grounds,
    reasons: request.reasons.trim(),
    reply: replyIn(request),
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
  if (supersedes !== undefined) await markSuperseded(tx, supersedes.id, decision.id);
  const fingerprint = digest ?? fingerprintOf(ports.vault, text);
  await preserve(ports, tx, { item, text, fingerprint, decision, matter });
  const enforcement = await enforce(ports, tx, { item, decision, matter });
  await updateCase(tx, row.id, {
    state: 'decided',
    decision: decision.kind,
    decided_at: decision.at,
    enforcement,
    revision: row.revision + 1,
  });
  await recordDecision(ports, tx, { row, item, fingerprint, decision, policyDigest: matter.policy.digest });
  const { referral } = deciding;
  const { toAuthor } = request;
  const chosen = { ...(referral && { referral }), ...(toAuthor && { toAuthor }), ...(supersedes && { supersedes }) };
  await followTaken(ports, tx, { row, item, text, matter, decision, actor, ...chosen });
  await ports.news.tell(tx, body, { id: row.id, change: 'decided' });
}

/** What another person found wrong, who had decided it does not decide again on the same words; whoever is in charge may. */
async function refuseOverturned(tx: Tx, { caseId, actor, request }: Deciding, version: number): Promise<void> {
  if ((request.kind !== 'hide' && request.kind !== 'remove') || actor.role === 'head') return;
  const overturned = await overturnedOn(tx, caseId);
  if (overturned.some(({ person, item_version }) => person === actor.id && item_version === version))
    throw moderationError('OVERTURNED_WORDS');
}

/**
 * The words that were judged, under the version in force now: what a decision is checked against, and what the desk offers.
 * `current` is false while a newer edit waits to be judged.
 */
export async function matterOf(ports: Pick<ModerationPorts, 'clock' | 'holidays'>, tx: Tx, row: Case) {
  const item = await itemById(tx, row.item_id);
  const judged = await latestJudgement(tx, row.id);
  if (item === undefined || judged === undefined) throw moderationError('CASE_NOT_FOUND');
  const words = await versionOf(tx, item.id, judged.item_version);
  const text = words?.text ?? '';
  const { compiled: policy, version, title } = await inForce(tx, row.body, ports.clock.now());
  const facts = factsOf(item, text);
  const { signals } = judged;
  const judgement = evaluate(policy, facts, signals, item.received_at, ports.holidays);
  const matter: Matter = {
    policy,
    facts,
    judgement,
    hidden: item.visibility === 'hidden',
    held: item.visibility === 'held',
    deleted: item.visibility === 'deleted',
  };
  const [digest, purged] = [words?.digest ?? null, words !== undefined && words.purged_at !== null];
  // Words that had to go are never judged: nothing newer is waited for.
  const current = judged.item_version === item.version || item.purged_at !== null;
  return { item, text, digest, purged, matter, signals, version, title, current };
}

interface Preserving {
  readonly item: Item;
  readonly text: string;
  readonly fingerprint: string;
  readonly decision: NewDecision;
  readonly matter: Matter;
}

/** Said by the ground, or by anything that the item touches. */
function touchesCsam({ grounds }: NewDecision, { policy, judgement }: Matter): boolean {
  const onCsam = clausesOn(policy, 'csam');
  const grounded = grounds.some((ground) => ground.kind === 'clause' && onCsam.includes(ground.clause));
  return grounded || mayBeCsam(judgement.clauses);
}

/** Evidence before action; never a copy of what may be csam. */
async function preserve(
  ports: ModerationPorts,
  tx: Tx,
  { item, text, fingerprint, decision, matter }: Preserving,
): Promise<void> {
  if (decision.kind !== 'hide' && decision.kind !== 'remove') return;
  if (touchesCsam(decision, matter)) return;
  await capture(ports, tx, { item, text, fingerprint, decision: decision.id });
}

interface Recording {
  readonly row: Case;
  readonly item: Item;
  /** Of the words. */
  readonly fingerprint: string;
  readonly decision: NewDecision;
  /** Under which acts and chosen hours too, which the version alone does not tell. */
  readonly policyDigest: string;
}

async function recordDecision(
  { vault }: ModerationPorts,
  tx: Tx,
  { row, item, fingerprint, decision, policyDigest }: Recording,
): Promise<void> {
  const grounds = groundNames(decision.grounds);
  await record(tx, decision.body, decision.at, {
    kind: 'decision.taken',
    subject: item.id,
    person: { id: decision.person, name: decision.person_name, role: decision.person_role },
    grounds,
    policyVersion: decision.policy_version,
    summary: `${DECISION_NAMES[decision.kind]} (pratica n. ${row.number}), in base a: ${grounds.join(', ')}${decision.reported ? '; con segnalazione alla piattaforma' : ''}`,
    facts: {
      case: row.id,
      decision: decision.id,
      decisionKind: decision.kind,
      reported: decision.reported,
      itemVersion: decision.item_version,
      policyDigest,
      text: fingerprint,
      reasons: fingerprintOf(vault, decision.reasons),
      reply: decision.reply === null ? null : fingerprintOf(vault, decision.reply),
    },
  });
}
