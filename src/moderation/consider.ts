// SPDX-License-Identifier: AGPL-3.0-or-later
import { commandsOf } from '#delivery';
import { authorName, type Item, itemById, textOf } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { ItemFacts, Judgement } from '#policy';
import { inForce } from '#rulebook';
import { judge } from './judge.ts';
import type { ModerationPorts } from './ports.ts';
import {
  type Case,
  decisionsOf,
  insertCase,
  insertJudgement,
  lockCaseOfItem,
  nextCaseNumber,
  updateCase,
} from './store.ts';

const EXCERPT_LENGTH = 160;
const NO_DEADLINE = new Date('9999-12-31T00:00:00Z');

export const dueOf = (row: Pick<Case, 'due_rank'>): Date | null => (row.due_rank >= NO_DEADLINE ? null : row.due_rank);

/** Judges an item as it is now and puts it in the queue; told again of the same state, changes nothing. */
export async function consider(
  ports: ModerationPorts,
  { body, item: id }: { body: string; item: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const item = await itemById(tx, id);
    if (item === undefined || item.own) return;
    const known = await lockCaseOfItem(tx, id);
    const row = known ?? (await open(ports, tx, item));
    if (known !== undefined) await refresh(ports, tx, { item, known });
    await ports.news.tell(tx, body, { id: row.id, change: known === undefined ? 'received' : 'changed' });
  });
}

async function open(ports: ModerationPorts, tx: Tx, item: Item): Promise<Case> {
  const { signals, judgement, text, policyVersion } = await judged(ports, tx, item);
  const row: Case = {
    id: newId(),
    body: item.body,
    number: await nextCaseNumber(tx, item.body),
    item_id: item.id,
    state: 'open',
    written_at: item.written_at,
    received_at: item.received_at,
    network: item.network,
    kind: item.kind,
    author_name: item.author_id === null ? null : ((await authorName(tx, item.author_id)) ?? null),
    deleted_by_author: item.visibility === 'deleted',
    has_media: item.has_media,
    edited: item.version > 1,
    decision: null,
    enforcement: 'none',
    revision: 1,
    ...queueing(judgement, text),
  };
  await insertCase(tx, row);
  await keepJudgement(ports, tx, { row, item, policyVersion, signals, judgement });
  return row;
}

async function refresh(ports: ModerationPorts, tx: Tx, { item, known }: { item: Item; known: Case }): Promise<void> {
  const { signals, judgement, text, policyVersion } = await judged(ports, tx, item);
  const fresh = await keepJudgement(ports, tx, { row: known, item, policyVersion, signals, judgement });
  const deleted = item.visibility === 'deleted' && !(await removedByUs(tx, known));
  if (!fresh && deleted === known.deleted_by_author) return;
  // What was decided was decided on other words: an edit brings the case back to a person.
  const reopened = fresh
    ? { state: 'open' as const, decision: null, enforcement: 'none' as const, ...queueing(judgement, text) }
    : {};
  await updateCase(tx, known.id, {
    ...reopened,
    edited: item.version > 1,
    deleted_by_author: deleted,
    revision: known.revision + 1,
  });
}

async function removedByUs(tx: Tx, known: Case): Promise<boolean> {
  const decisions = await decisionsOf(tx, known.id);
  const commands = await commandsOf(
    tx,
    decisions.map((decision) => decision.id),
  );
  return commands.some((command) => command.type === 'remove' && command.state !== 'cancelled');
}

async function judged({ clock, holidays }: ModerationPorts, tx: Tx, item: Item) {
  const text = (await textOf(tx, item.id, item.version)) ?? '';
  const policy = await inForce(tx, item.body, clock.now());
  return {
    text,
    policyVersion: policy.version,
    ...judge(policy.compiled, factsOf(item, text), { now: clock.now(), holidays }),
  };
}

export function factsOf(item: Item, text: string): ItemFacts {
  const post = item.post_text === null ? {} : { post: { text: item.post_text } };
  return { channel: item.network, kind: item.kind, text, at: item.written_at, ...post };
}

const queueing = (judgement: Judgement, text: string) => ({
  priority: judgement.priority,
  due_rank: judgement.due?.at ?? NO_DEADLINE,
  proposal: judgement.proposal.action,
  clauses: judgement.clauses.map((clause) => clause.id),
  excerpt: text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH - 1).trimEnd()}…` : text,
});

interface Kept {
  readonly row: Case;
  readonly item: Item;
  readonly policyVersion: string;
  readonly signals: readonly object[];
  readonly judgement: Judgement;
}

const keepJudgement = (
  { clock }: ModerationPorts,
  tx: Tx,
  { row, item, policyVersion, signals, judgement }: Kept,
): Promise<boolean> =>
  insertJudgement(tx, {
    case_id: row.id,
    body: item.body,
    item_version: item.version,
    policy_version: policyVersion,
    signals: JSON.stringify(signals),
    judgement: JSON.stringify(judgement),
    at: clock.now(),
  });
