// SPDX-License-Identifier: AGPL-3.0-or-later
import { commandsOf, withdraw } from '#delivery';
import { authorName, type Item, itemById, textOf } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { ItemFacts, Judgement } from '#policy';
import { holdRulebook, inForce } from '#rulebook';
import { judge } from './judge.ts';
import { bandOf } from './learned/band.ts';
import { rankByLocalModel, rankCase, UNRANKED } from './learned/rank.ts';
import type { ModerationPorts } from './ports.ts';
import {
  type Case,
  decisionsOf,
  insertCase,
  insertJudgement,
  latestJudgement,
  lockCaseOfItem,
  nextCaseNumber,
  openItems,
  updateCase,
} from './store.ts';

const EXCERPT_LENGTH = 160;
const NO_DEADLINE = new Date('9999-12-31T00:00:00Z');

export const dueOf = (row: Pick<Case, 'due_rank'>): Date | null => (row.due_rank >= NO_DEADLINE ? null : row.due_rank);

/** Judges an item as it is now and puts it in the queue; told again of the same state, changes nothing. */
export async function consider(
  ports: ModerationPorts,
  { body, item: id }: { readonly body: string; readonly item: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    // INVARIANT: the case first, then the item: what is read under the case's lock is not older than what another judged.
    const known = await lockCaseOfItem(tx, id);
    const item = await itemById(tx, id);
    if (item === undefined || item.own) return;
    if (known === undefined) {
      const row = await open(ports, tx, item);
      await ports.news.tell(tx, body, { id: row.id, change: 'received' });
    } else if (await refresh(ports, tx, { item, known })) {
      await ports.news.tell(tx, body, { id: known.id, change: 'changed' });
    }
  });
  await rankByLocalModel(ports, { body, item: id });
}

/** After another policy came into force, what waits for a person is judged by it; what was decided stays decided. */
export async function reconsiderOpen(ports: ModerationPorts, { body }: { readonly body: string }): Promise<void> {
  const items = await ports.database.inBody(body, (tx) => openItems(tx, body));
  for (const item of items) await consider(ports, { body, item });
}

async function open(ports: ModerationPorts, tx: Tx, item: Item): Promise<Case> {
  const { signals, judgement, text, policyVersion, policy } = await judged(ports, tx, item);
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
    decided_at: null,
    enforcement: 'none',
    revision: 1,
    learned_rank: UNRANKED,
    ...queueing(judgement, item, text),
  };
  await insertCase(tx, row);
  await keepJudgement(ports, tx, { row, item, policyVersion, signals, judgement });
  await rankCase(ports, tx, { body: row.body, case: row.id, version: item.version, text, policy });
  return row;
}

/** True when something changed. */
async function refresh(ports: ModerationPorts, tx: Tx, { item, known }: { item: Item; known: Case }): Promise<boolean> {
  const judgedBefore = (await latestJudgement(tx, known.id))?.item_version ?? 0;
  const { signals, judgement, text, policyVersion, policy } = await judged(ports, tx, item);
  const fresh = await keepJudgement(ports, tx, { row: known, item, policyVersion, signals, judgement });
  const edited = item.version > judgedBefore;
  const deleted = item.visibility === 'deleted' && !(await removedByUs(tx, known));
  const judgedAnew = fresh && (edited || known.state === 'open');
  const media = item.has_media !== known.has_media;
  if (!judgedAnew && !media && deleted === known.deleted_by_author) return false;
  if (edited && known.state === 'decided') await withdrawLatest(ports, tx, known);
  await updateCase(tx, known.id, {
    ...(judgedAnew && queueing(judgement, item, text)),
    // What was decided was decided on other words: an edit brings the case back to a person.
    ...(edited && { state: 'open' as const, decision: null, decided_at: null, enforcement: 'none' as const }),
    edited: item.version > 1,
    has_media: item.has_media,
    deleted_by_author: deleted,
    revision: known.revision + 1,
  });
  if (judgedAnew) await rankCase(ports, tx, { body: item.body, case: known.id, version: item.version, text, policy });
  return true;
}

/** A measure still on its way was meant for other words. */
async function withdrawLatest(ports: ModerationPorts, tx: Tx, known: Case): Promise<void> {
  const latest = (await decisionsOf(tx, known.id)).at(-1);
  if (latest !== undefined && latest.undone_at === null) await withdraw({ ...ports, tx }, latest.id);
}

async function removedByUs(tx: Tx, known: Case): Promise<boolean> {
  const commands = await commandsOf(tx, { item: known.item_id });
  return commands.some((command) => command.type === 'remove' && command.state !== 'cancelled');
}

async function judged({ clock, holidays }: ModerationPorts, tx: Tx, item: Item) {
  const text = (await textOf(tx, item.id, item.version)) ?? '';
  await holdRulebook(tx, item.body);
  const policy = await inForce(tx, item.body, clock.now());
  return {
    text,
    policyVersion: policy.version,
    policy: policy.compiled,
    ...judge(policy.compiled, factsOf(item, text), { now: clock.now(), holidays }),
  };
}

export function factsOf(item: Item, text: string): ItemFacts {
  const post = item.post_text === null ? {} : { post: { text: item.post_text } };
  return { channel: item.network, kind: item.kind, text, at: item.written_at, hasMedia: item.has_media, ...post };
}

const queueing = (judgement: Judgement, { written_at }: Item, text: string) => ({
  priority: judgement.priority,
  due_rank: judgement.due?.at ?? NO_DEADLINE,
  due_band: bandOf(judgement.due?.at, written_at),
  proposal: judgement.proposal.action,
  clauses: judgement.clauses.map((clause) => clause.id),
  must_look: judgement.mustLook === true,
  excerpt: excerptOf(text),
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

/** Whole characters: an emoji is not cut in half. */
function excerptOf(text: string): string {
  const graphemes = [...new Intl.Segmenter('it').segment(text.slice(0, EXCERPT_LENGTH * 8))];
  if (graphemes.length <= EXCERPT_LENGTH) return text;
  const start = graphemes.slice(0, EXCERPT_LENGTH - 1).map(({ segment }) => segment);
  return `${start.join('').trimEnd()}…`;
}
