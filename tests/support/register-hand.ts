// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { AccountRegister, type AccountRequestView, RegisteredAccount, type RegisteredView } from '#accounts/contract';
import { Problem } from '#governance/contract';
import type { Client } from './client.ts';

// What people do in the register of accounts, as their browser would ask it.

export const ACT = { number: 'deliberazione n. 41', date: '2026-11-20' };
export const ACT_WORDS = 'determinazione n. 12 del 20 novembre 2026';

export async function registerOf(client: Client): Promise<AccountRegister> {
  const answer = await client.get('account-register');
  assert.equal(answer.status, 200, await answer.clone().text());
  return AccountRegister.parse(await answer.json());
}

/** Does a step; the register afterwards. */
export async function step(client: Client, path: string, content: unknown): Promise<AccountRegister> {
  const answer = await client.post(`account-register/${path}`, content);
  assert.equal(answer.status, 200, await answer.clone().text());
  return AccountRegister.parse(await answer.json());
}

/** The code of the refusal. */
export async function refused(client: Client, path: string, content: unknown): Promise<string> {
  const answer = await client.post(path, content);
  assert.ok(answer.status >= 400, `${path} was done`);
  const { code, title, hint } = Problem.parse(await answer.json());
  assert.ok(title.length > 10 && (hint ?? '').length > 10, 'says what is wrong and what to do');
  return code;
}

export const requestOf = (
  { questions }: AccountRegister,
  keeper: string,
  more: Readonly<Record<string, unknown>> = {},
) => ({
  ...{ network: 'instagram', service: 'Consultori', sort: null, keeper },
  answers: questions
    .filter(({ sort }) => sort === null)
    .map(({ label }) => ({ label, value: `Risposta su: ${label}` })),
  ...more,
});

/** The newest request. */
export function newest({ requests }: AccountRegister): AccountRequestView {
  const [first] = requests;
  assert.ok(first);
  return first;
}

export function accountIn({ accounts }: AccountRegister, id: string): RegisteredView {
  const found = accounts.find((one) => one.id === id);
  assert.ok(found);
  return found;
}

export const entry = (network: string, externalId: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ network, externalId, handle: `ente_${externalId}`, name: 'Account di prova', act: ACT_WORDS },
  url: `https://social.example/${externalId}`,
  ...more,
});

/** Enters an account in the register; gives its id. */
export async function enters(client: Client, account: ReturnType<typeof entry>): Promise<string> {
  const answer = await client.post('accounts', account);
  assert.equal(answer.status, 201, await answer.clone().text());
  return RegisteredAccount.parse(await answer.json()).account;
}
