// SPDX-License-Identifier: AGPL-3.0-or-later
import { accountById, accountsOf } from '#accounts';
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { pagesKeptFresh } from '#policy';
import { inForce } from '#rulebook';
import { draftById, draftsOf } from '../drafting/store.ts';
import { editorialError } from '../errors.ts';
import type { Acting, EditorialPorts, OnDraft } from '../ports.ts';
import type { FreshnessList, FreshnessOutcome, FreshnessRequest } from './contract.ts';
import { dayInRome } from './days.ts';
import { type Freshness, freshnessOf, insertFreshness, lockFreshness, settleFreshness } from './freshness-store.ts';

/** What stands on the pages under a day of review, and what could be put under one. */
export const freshnessList = ({ database, clock }: EditorialPorts, body: string): Promise<FreshnessList> =>
  database.inBody(body, async (tx) => {
    const { compiled } = await inForce(tx, body, clock.now());
    const rows = await freshnessOf(tx, body);
    const accounts = (await accountsOf(tx, body)).map(({ id, name, network }) => ({ id, name, network }));
    const contents = (await draftsOf(tx, body, 'out')).map(({ id, title }) => ({ id, title }));
    const items: FreshnessList['items'] = [];
    for (const row of rows) items.push(await viewOf(tx, row));
    return {
      items,
      clause: pagesKeptFresh(compiled)?.clause ?? null,
      contents,
      accounts,
      today: dayInRome(clock.now()),
    };
  });

async function viewOf(tx: Tx, row: Freshness): Promise<FreshnessList['items'][number]> {
  const draft = row.draft_id === null ? undefined : await draftById(tx, row.draft_id);
  const account = row.account_id === null ? undefined : await accountById(tx, row.account_id);
  const { done_at: at, done_by_name: by, outcome } = row;
  return {
    ...{ id: row.id, what: row.what, reviewOn: row.review_on, setBy: row.set_by_name },
    content: draft === undefined ? null : { id: draft.id, title: draft.title },
    account: account === undefined ? null : { id: account.id, name: account.name, network: account.network },
    due: at === null && row.due_at !== null,
    done: at === null || by === null || outcome === null ? null : { at: at.toISOString(), by, outcome },
  };
}

/** Puts what is on the pages under a day of review. Throws FRESHNESS_OF_NOTHING. */
export async function setFreshness(
  { database, clock }: EditorialPorts,
  { body, actor }: Acting,
  { content, account, what, reviewOn }: FreshnessRequest,
): Promise<void> {
  await database.inBody(body, async (tx) => {
    const draft = content === null ? undefined : await draftById(tx, content);
    const profile = account === null ? undefined : await accountById(tx, account);
    if (content !== null ? draft?.state !== 'out' : profile === undefined || profile.state === 'closed')
      throw editorialError('FRESHNESS_OF_NOTHING');
    await insertOne(tx, { body, actor, content, account, what, reviewOn, at: clock.now() });
  });
}

interface One extends FreshnessRequest {
  readonly body: string;
  readonly actor: Actor;
  readonly at: Date;
}

async function insertOne(tx: Tx, { body, actor, content, account, what, reviewOn, at }: One): Promise<void> {
  const { compiled, version: policyVersion } = await inForce(tx, body, at);
  const clause = pagesKeptFresh(compiled)?.clause;
  const id = newId();
  await insertFreshness(tx, {
    ...{ id, body, draft_id: content, account_id: account, what, review_on: reviewOn },
    ...{ set_by: actor.id, set_by_name: actor.name, set_at: at },
  });
  await record(tx, body, at, {
    kind: 'editorial.page-review-set',
    subject: id,
    person: actor,
    grounds: clause === undefined ? [] : [clause],
    policyVersion,
    summary: 'Fissata la data di revisione di ciò che sta sulle pagine',
    facts: { content, account, reviewOn },
  });
}

/** What was done with it, and when it is to be looked at again. Throws FRESHNESS_NOT_FOUND. */
export async function closeFreshness(
  { database, clock }: EditorialPorts,
  { body, actor, id }: OnDraft,
  { outcome, again }: FreshnessOutcome,
): Promise<void> {
  await database.inBody(body, async (tx) => {
    const row = await lockFreshness(tx, id);
    if (row === undefined) throw editorialError('FRESHNESS_NOT_FOUND');
    const at = clock.now();
    await settleFreshness(tx, id, { done_at: at, done_by: actor.id, done_by_name: actor.name, outcome });
    await record(tx, body, at, {
      kind: 'editorial.page-reviewed',
      subject: id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: 'Riveduto ciò che sta sulle pagine',
      facts: { outcome, again },
    });
    const { draft_id: content, account_id: account, what } = row;
    if (again !== null) await insertOne(tx, { body, actor, content, account, what, reviewOn: again, at });
  });
}
