// SPDX-License-Identifier: AGPL-3.0-or-later
import { commandsOf, withdraw } from '#delivery';
import { authorNames, type Item, itemsByIds } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { type CompiledPolicy, type Judgement, mayBeCsam } from '#policy';
import { holdRulebook, inForce, type PolicyInForce } from '#rulebook';
import { considerBeside } from './consider-beside.ts';
import { categoriesOf, type JudgedItem, judgeAll, keepJudgements } from './judge-items.ts';
import { bandOf } from './learned/band.ts';
import { rankByLocalModel, rankCases, UNRANKED } from './learned/rank.ts';
import type { ModerationPorts } from './ports.ts';
import { assign } from './referrals/assign.ts';
import { hearContests } from './review/hear.ts';
import { lastWord } from './standing.ts';
import {
  type Case,
  decisionsOf,
  insertCases,
  judgingsOf,
  lockCasesOfItems,
  nextCaseNumbers,
  openItems,
  updateCase,
} from './store.ts';

/** Of one body in one transaction. */
const AT_ONCE = 50;
const EXCERPT_LENGTH = 160;
const NO_DEADLINE = new Date('9999-12-31T00:00:00Z');

export const dueOf = (row: Pick<Case, 'due_rank'>): Date | null => (row.due_rank >= NO_DEADLINE ? null : row.due_rank);

export interface ToConsider {
  readonly body: string;
  readonly item: string;
}

/** Judges an item as it is now and puts it in the queue; told again of the same state, changes nothing. */
export const consider = (ports: ModerationPorts, { body, item }: ToConsider): Promise<void> =>
  considerIn(ports, body, [item]);

/** The same of many, of one body after the other: each body's in one transaction. */
export async function considerTogether(ports: ModerationPorts, all: readonly ToConsider[]): Promise<void> {
  for (const [body, ofBody] of Map.groupBy(all, (one) => one.body))
    await considerIn(ports, body, [...new Set(ofBody.map(({ item }) => item))]);
}

async function considerIn(ports: ModerationPorts, body: string, ids: readonly string[]): Promise<void> {
  const touched = await ports.database.inBody(body, async (tx) => {
    // INVARIANT: the cases first, in one order, then the items: what is read under a case's lock is not older than what
    // another judged.
    const known = new Map((await lockCasesOfItems(tx, ids)).map((row) => [row.item_id, row]));
    const items = new Map((await itemsByIds(tx, ids)).map((item) => [item.id, item]));
    const others = ids.flatMap((id) => items.get(id) ?? []).filter(({ own }) => !own);
    const opened = await openAll(
      ports,
      tx,
      others.filter(({ id }) => !known.has(id)),
    );
    const news = opened.cases.map(({ id }) => ({ id, change: 'received' }));
    const knownOnes = others.flatMap((item) => {
      const row = known.get(item.id);
      return row === undefined ? [] : [{ item, known: row }];
    });
    for (const id of await refreshAll(ports, tx, knownOnes)) news.push({ id, change: 'changed' });
    if (news.length > 0) await ports.news.tellAll(tx, body, news);
    return opened.touches;
  });
  if (touched.length > 0) await considerBeside(ports, body, touched);
  if (ports.localModel === undefined) return;
  for (const item of ids) await rankByLocalModel(ports, { body, item });
}

/** After another policy came into force, what waits for a person is judged by it; what was decided stays decided. */
export async function reconsiderOpen(ports: ModerationPorts, { body }: { readonly body: string }): Promise<void> {
  const items = await ports.database.inBody(body, (tx) => openItems(tx, body));
  for (let from = 0; from < items.length; from += AT_ONCE)
    await considerIn(ports, body, items.slice(from, from + AT_ONCE));
}

interface Opened {
  readonly cases: readonly Pick<Case, 'id'>[];
  /** Items whose words may read otherwise beside these. */
  readonly touches: readonly string[];
}

/** Items of one body, each with no case yet. */
async function openAll(ports: ModerationPorts, tx: Tx, items: readonly Item[]): Promise<Opened> {
  const [first] = items;
  if (first === undefined) return { cases: [], touches: [] };
  const { body } = first;
  const authors = await authorNames(
    tx,
    items.flatMap(({ author_id }) => author_id ?? []),
  );
  const policy = await policyFor(ports, tx, body);
  const judged = await judgeAll(ports, tx, { policy, items });
  let number = await nextCaseNumbers(tx, body, items.length);
  const cases = judged.map((one) => {
    const { item, judgement, text } = one;
    const author_name = item.author_id === null ? null : (authors.get(item.author_id) ?? null);
    const row = { ...newCase(item, author_name), number: `${number++}`, ...queueing(judgement, item, text) };
    return { ...one, row };
  });
  await insertCases(
    tx,
    cases.map(({ row }) => row),
  );
  await keepJudgements(ports, tx, cases);
  await hearContests(ports, tx, cases);
  await assign(tx, policy.compiled, { body, cases: cases.map(toAssign) });
  const toRank = cases.map(({ row, item, text }) => ({ case: row.id, version: item.version, text }));
  await rankCases(ports, tx, { body, policy: policy.compiled, cases: toRank });
  return { cases: cases.map(({ row }) => row), touches: [...new Set(judged.flatMap(({ touches }) => touches))] };
}

const newCase = (item: Item, author_name: string | null) => ({
  id: newId(),
  body: item.body,
  item_id: item.id,
  state: 'open' as const,
  written_at: item.written_at,
  received_at: item.received_at,
  network: item.network,
  kind: item.kind,
  author_name,
  deleted_by_author: item.visibility === 'deleted',
  has_media: item.has_media,
  edited: item.version > 1,
  decision: null,
  decided_at: null,
  enforcement: 'none' as const,
  revision: 1,
  learned_rank: UNRANKED,
});

interface KnownItem {
  readonly item: Item;
  readonly known: Case;
}

/** Items of one body whose cases are locked. Returns the ids of the cases that changed. */
async function refreshAll(ports: ModerationPorts, tx: Tx, all: readonly KnownItem[]): Promise<readonly string[]> {
  const [first] = all;
  if (first === undefined) return [];
  const policy = await policyFor(ports, tx, first.item.body);
  const judgings = await judgingsOf(
    tx,
    all.map(({ known }) => known.id),
  );
  // INVARIANT: words that had to go are judged no more; what was noticed while they were here stands.
  const by = { version: policy.version, digest: policy.compiled.digest };
  const unjudged = all.filter(
    ({ item, known }) => item.purged_at === null && !judgings.has(known.id, item.version, by),
  );
  const judged = new Map(
    (await judgeAll(ports, tx, { policy, items: unjudged.map(({ item }) => item) })).map((one) => [one.item.id, one]),
  );
  const kept = unjudged.flatMap(({ item, known }) => {
    const judging = judged.get(item.id);
    return judging === undefined ? [] : [{ ...judging, row: known }];
  });
  await keepJudgements(ports, tx, kept);
  await hearContests(ports, tx, kept);
  await assign(tx, policy.compiled, { body: first.item.body, cases: kept.map(toAssign) });
  const changed: string[] = [];
  for (const { item, known } of all) {
    const edited = item.version > judgings.latest(known.id);
    const refreshing = { item, known, edited, anew: judged.get(item.id) };
    if (await refresh(ports, tx, { ...refreshing, policy: policy.compiled })) changed.push(known.id);
  }
  return changed;
}

interface Refreshing extends KnownItem {
  /** Its words are newer than those that were judged. */
  readonly edited: boolean;
  readonly anew: JudgedItem | undefined;
  readonly policy: CompiledPolicy;
}

/** True when something changed. */
async function refresh(
  ports: ModerationPorts,
  tx: Tx,
  { item, known, edited, anew, policy }: Refreshing,
): Promise<boolean> {
  const deleted = item.visibility === 'deleted' && !(await removedByUs(tx, known));
  const judgedAnew = anew !== undefined && (edited || known.state === 'open') ? anew : undefined;
  const media = item.has_media !== known.has_media;
  if (judgedAnew === undefined && !media && deleted === known.deleted_by_author) return false;
  if (edited && known.state === 'decided') await withdrawLatest(ports, tx, known);
  await updateCase(tx, known.id, {
    ...(judgedAnew && queueing(judgedAnew.judgement, item, judgedAnew.text)),
    // What was decided was decided on other words: an edit brings the case back to a person.
    ...(edited && { state: 'open' as const, decision: null, decided_at: null, enforcement: 'none' as const }),
    edited: item.version > 1,
    has_media: item.has_media,
    deleted_by_author: deleted,
    revision: known.revision + 1,
  });
  if (judgedAnew !== undefined) {
    const cases = [{ case: known.id, version: item.version, text: judgedAnew.text }];
    await rankCases(ports, tx, { body: item.body, policy, cases });
  }
  return true;
}

/** A measure still on its way was meant for other words; so was the hiding that it followed. */
async function withdrawLatest(ports: ModerationPorts, tx: Tx, known: Case): Promise<void> {
  const decisions = await decisionsOf(tx, known.id);
  const latest = lastWord(known, decisions)?.id;
  for (const { id, superseded_by } of decisions)
    if (latest !== undefined && (id === latest || superseded_by === latest)) await withdraw({ ...ports, tx }, id);
}

async function removedByUs(tx: Tx, known: Case): Promise<boolean> {
  const commands = await commandsOf(tx, { item: known.item_id });
  return commands.some((command) => command.type === 'remove' && command.state !== 'cancelled');
}

async function policyFor({ clock }: ModerationPorts, tx: Tx, body: string): Promise<PolicyInForce> {
  await holdRulebook(tx, body);
  return inForce(tx, body, clock.now());
}

/** How a judgement places a case in the queue. */
export const queueing = (judgement: Judgement, { written_at, purged_at }: Item, text: string) => ({
  priority: judgement.priority,
  due_rank: judgement.due?.at ?? NO_DEADLINE,
  due_band: bandOf(judgement.due?.at, written_at),
  proposal: judgement.proposal.action,
  clauses: judgement.clauses.map((clause) => clause.id),
  categories: categoriesOf(judgement),
  // What had to go before it was judged, a person looks at where it is.
  must_look: judgement.mustLook === true || purged_at !== null,
  // INVARIANT: what may be child-abuse content is previewed nowhere.
  excerpt: mayBeCsam(judgement.clauses) ? '' : excerptOf(text),
});

export const toAssign = ({ row, item, judgement }: JudgedItem & { readonly row: Pick<Case, 'id'> }) => ({
  case: row.id,
  item: { channel: item.network, kind: item.kind },
  judgement,
});

/** Whole characters: an emoji is not cut in half. */
function excerptOf(text: string): string {
  const graphemes = [...new Intl.Segmenter('it').segment(text.slice(0, EXCERPT_LENGTH * 8))];
  if (graphemes.length <= EXCERPT_LENGTH) return text;
  const start = graphemes.slice(0, EXCERPT_LENGTH - 1).map(({ segment }) => segment);
  return `${start.join('').trimEnd()}…`;
}
