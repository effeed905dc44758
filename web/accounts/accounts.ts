// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import {
  AccountList,
  type BeginRequest,
  Begun,
  type ChoiceRequest,
  type DeclarationRequest,
  NetworkList,
  type NewAccountRequest,
  RegisteredAccount,
  Returned,
  type ReturnRequest,
  type SecretsRequest,
} from '#accounts/contract';
import { request } from '../client/request.ts';

const EVERY_MS = 60_000;

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;
const accountAddress = (body: string, id: string) => `${root(body)}/accounts/${encodeURIComponent(id)}`;
const networkAddress = (body: string, network: string) => `${root(body)}/networks/${encodeURIComponent(network)}`;

/** How each account of the body is doing, asked again every minute. */
export const accountsQuery = (body: string) =>
  queryOptions({
    queryKey: ['accounts', body],
    queryFn: ({ signal }) => request(AccountList, `${root(body)}/accounts`, { signal }),
    refetchInterval: EVERY_MS,
  });

export const networksQuery = queryOptions({
  queryKey: ['networks'],
  queryFn: ({ signal }) => request(NetworkList, '/api/networks', { signal }),
});

const post = { method: 'POST' } as const;

export const registerAccount = (body: string, account: NewAccountRequest): Promise<RegisteredAccount> =>
  request(RegisteredAccount, `${root(body)}/accounts`, { ...post, body: account });

export const writeSecrets = (body: string, id: string, secrets: SecretsRequest): Promise<AccountList> =>
  request(AccountList, `${accountAddress(body, id)}/secrets`, { ...post, body: secrets });

export const disconnectAccount = (body: string, id: string, reason: string): Promise<AccountList> =>
  request(AccountList, `${accountAddress(body, id)}/disconnection`, { ...post, body: { reason } });

export const setApplication = (body: string, network: string, application: SecretsRequest): Promise<AccountList> =>
  request(AccountList, `${networkAddress(body, network)}/application`, { method: 'PUT', body: application });

export const declareUse = (body: string, network: string, declaration: DeclarationRequest): Promise<AccountList> =>
  request(AccountList, `${networkAddress(body, network)}/declaration`, { ...post, body: declaration });

/** The address to go to. */
export const beginConnection = async (body: string, beginning: BeginRequest): Promise<string> =>
  (await request(Begun, `${root(body)}/connections`, { ...post, body: beginning })).address;

export const finishConnection = (body: string, came: ReturnRequest): Promise<Returned> =>
  request(Returned, `${root(body)}/connections/return`, { ...post, body: came });

export const chooseAccount = (body: string, choice: ChoiceRequest): Promise<RegisteredAccount> =>
  request(RegisteredAccount, `${root(body)}/connections/choice`, { ...post, body: choice });
