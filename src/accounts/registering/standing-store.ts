// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selectable } from 'kysely';
import type { Tx } from '#platform';
import type { AccountTables } from '../tables.ts';
import type { Change, Keeper, StoredCheck } from './store.ts';
import type { RegisteringTables } from './tables.ts';

// What is known of all the accounts of a body, account by account.

type Account = Selectable<AccountTables['account']>;

const tables = (tx: Tx) => tx.withTables<RegisteringTables & AccountTables>();

/** Those that are closed too, after the others. */
export async function everyAccountOf(tx: Tx, body: string): Promise<Account[]> {
  return tables(tx)
    .selectFrom('account')
    .selectAll()
    .where('body', '=', body)
    .orderBy((order) => order.case().when('state', '=', 'closed').then(1).else(0).end())
    .orderBy('network')
    .orderBy('handle')
    .execute();
}

/** In force alone. */
export async function keepersOf(tx: Tx, body: string): Promise<Keeper[]> {
  return tables(tx)
    .selectFrom('account_keeper')
    .selectAll()
    .where('body', '=', body)
    .where('ended_at', 'is', null)
    .orderBy('since')
    .orderBy('id')
    .execute();
}

/** Whoever ever ran the account, the earliest first. */
export async function keepersEver(tx: Tx, account: string): Promise<Keeper[]> {
  return tables(tx)
    .selectFrom('account_keeper')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('since')
    .orderBy('id')
    .execute();
}

/** The newest first. */
export async function changesOf(tx: Tx, body: string): Promise<Change[]> {
  return tables(tx)
    .selectFrom('account_change')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** The last one of each account. */
export async function lastChecksOf(tx: Tx, body: string): Promise<StoredCheck[]> {
  return tables(tx)
    .selectFrom('account_check')
    .distinctOn('account_id')
    .selectAll()
    .where('body', '=', body)
    .orderBy('account_id')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function checksEver(tx: Tx, account: string): Promise<StoredCheck[]> {
  return tables(tx)
    .selectFrom('account_check')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export interface LastFigure {
  readonly account_id: string;
  readonly day: string;
  /** A bigint: text on its way out. */
  readonly value: string;
}

/** How many follow each account, as its network last told. */
export async function followersOf(tx: Tx, body: string): Promise<LastFigure[]> {
  return tables(tx)
    .selectFrom('account_figure')
    .distinctOn('account_id')
    .select(['account_id', 'day', 'value'])
    .where('body', '=', body)
    .where('measure', '=', 'followers')
    .where('post', 'is', null)
    .orderBy('account_id')
    .orderBy('day', 'desc')
    .execute();
}

/** What the network counted of the account itself, day by day. */
export async function figuresEver(
  tx: Tx,
  account: string,
): Promise<Pick<Selectable<AccountTables['account_figure']>, 'measure' | 'day' | 'value'>[]> {
  return tables(tx)
    .selectFrom('account_figure')
    .select(['measure', 'day', 'value'])
    .where('account_id', '=', account)
    .where('post', 'is', null)
    .orderBy('measure')
    .orderBy('day')
    .execute();
}

/** For the page that citizens read: in force or suspended. */
export async function officialIn(
  tx: Tx,
  body: string,
): Promise<(Pick<Account, 'network' | 'name' | 'handle' | 'url' | 'act'> & { state: 'active' | 'suspended' })[]> {
  const rows = await tables(tx)
    .selectFrom('account')
    .select(['network', 'name', 'handle', 'url', 'act', 'state'])
    .where('body', '=', body)
    .where('state', 'in', ['active', 'suspended'])
    .orderBy('network')
    .orderBy('handle')
    .execute();
  return rows.flatMap(({ state, ...row }) => (state === 'closed' ? [] : [{ ...row, state }]));
}
