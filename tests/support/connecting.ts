// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { AccountList, type AccountView, Begun, RegisteredAccount, Returned } from '#accounts/contract';
import { type AccountsDesk, BODY, NETWORK } from './accounts-desk.ts';
import type { Client } from './client.ts';
import { APPLICATION } from './oauth-network.ts';

// What the head does to connect an account, step by step, as the browser would.

export const ACT = 'Determinazione n. 7 del 3 novembre 2026';

/** What the body's application is known by, written down. */
export async function writeApplication(desk: AccountsDesk, head: Client): Promise<void> {
  const answer = await desk.put(head, `networks/${NETWORK}/application`, {
    baseUrl: desk.network.url,
    secrets: APPLICATION,
  });
  assert.equal(answer.status, 200, await answer.text());
}

export interface Back {
  readonly state: string;
  readonly code: string;
}

/** Goes to the network, says yes, and comes back as far as the desk's own page. */
export async function goAndReturn(head: Client, account: string | null = null): Promise<Back> {
  const begun = await head.post('connections', { network: NETWORK, account });
  assert.equal(begun.status, 201, await begun.clone().text());
  const { address } = Begun.parse(await begun.json());
  const sentBack = await fetch(address, { redirect: 'manual' });
  const callback = await fetch(sentBack.headers.get('location') ?? '', { redirect: 'manual' });
  assert.equal(callback.status, 303);
  const page = new URL(callback.headers.get('location') ?? '', address);
  assert.equal(page.pathname, `/banco/${BODY}/account/ritorno`);
  assert.equal(page.search, '', 'what opens the account is not in the part that servers see');
  const came = new URLSearchParams(page.hash.slice(1));
  return { state: came.get('state') ?? '', code: came.get('code') ?? '' };
}

export async function returned(head: Client, back: Back): Promise<Returned> {
  const answer = await head.post('connections/return', back);
  assert.equal(answer.status, 200, await answer.clone().text());
  return Returned.parse(await answer.json());
}

/** The whole way, to the first profile; gives the account's id. */
export async function connectByOauth(desk: AccountsDesk, head: Client): Promise<string> {
  await writeApplication(desk, head);
  const back = await goAndReturn(head);
  await returned(head, back);
  const registration = { act: ACT, url: 'https://social.example/ente.di.prova', name: 'Ente di prova' };
  const chosen = await head.post('connections/choice', { state: back.state, externalId: 'profilo-1', registration });
  assert.equal(chosen.status, 201, await chosen.clone().text());
  return RegisteredAccount.parse(await chosen.json()).account;
}

export async function healthOf(client: Client, account: string): Promise<AccountView> {
  const answer = await client.get('accounts');
  assert.equal(answer.status, 200, await answer.clone().text());
  const found = AccountList.parse(await answer.json()).items.find(({ id }) => id === account);
  assert.ok(found);
  return found;
}
