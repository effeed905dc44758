// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  AccountRegister,
  type AccountRequestRequest,
  type AccountRequestView,
  type CheckRequest,
  type ClosingRequest,
  type ImpostorRequest,
  type ImpostorSettlementRequest,
  type KeeperRequest,
  type OpinionRequest,
  ProfileReading,
  type RegisterChoiceRequest,
  type SettlementRequest,
  type StandingRequest,
} from '#accounts/contract';
import { request } from '../../client/request.ts';
import { announce } from '../../ui/announcer.tsx';
import { accountsQuery } from '../accounts.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}/account-register`;
const act = (body: string, path: string, content: object) =>
  request(AccountRegister, `${root(body)}/${path}`, { method: 'POST', body: content });
const of = (kind: 'requests' | 'accounts' | 'impostors', id: string, verb: string) =>
  `${kind}/${encodeURIComponent(id)}/${verb}`;

/** The whole register of the body's accounts. */
export const registerQuery = (body: string) =>
  queryOptions({
    queryKey: ['account-register', body],
    queryFn: ({ signal }) => request(AccountRegister, root(body), { signal }),
  });

export const readProfile = (body: string, account: string): Promise<ProfileReading> =>
  request(ProfileReading, `${root(body)}/${of('accounts', account, 'profile')}`);

/** Requests that an account of the network may be opened by, the one named first. */
export const readyFor = (
  { requests }: AccountRegister,
  network: string | undefined,
  first?: string,
): readonly AccountRequestView[] =>
  requests
    .filter((one) => one.state === 'authorised' && one.network === network)
    .toSorted((one, other) => Number(other.id === first) - Number(one.id === first));

export const archiveAddress = (body: string, account: string) => `${root(body)}/${of('accounts', account, 'archive')}`;

export const askForAccount = (body: string, content: AccountRequestRequest) => act(body, 'requests', content);
export const giveOpinion = (body: string, id: string, content: OpinionRequest) =>
  act(body, of('requests', id, 'opinion'), content);
export const settleRequest = (body: string, id: string, content: SettlementRequest) =>
  act(body, of('requests', id, 'settlement'), content);
export const suspendAccount = (body: string, id: string, content: StandingRequest) =>
  act(body, of('accounts', id, 'suspension'), content);
export const resumeAccount = (body: string, id: string, content: StandingRequest) =>
  act(body, of('accounts', id, 'resumption'), content);
export const closeAccount = (body: string, id: string, content: ClosingRequest) =>
  act(body, of('accounts', id, 'closing'), content);
export const enableKeeper = (body: string, id: string, content: KeeperRequest) =>
  act(body, of('accounts', id, 'keepers'), content);
export const disableKeeper = (body: string, id: string, { keeper, ...content }: { keeper: string; act: string }) =>
  act(body, of('accounts', id, `keepers/${encodeURIComponent(keeper)}/end`), content);
export const checkProfile = (body: string, id: string, content: CheckRequest) =>
  act(body, of('accounts', id, 'checks'), content);
export const noteImpostor = (body: string, content: ImpostorRequest) => act(body, 'impostors', content);
export const reportImpostor = (body: string, id: string, reference: string) =>
  act(body, of('impostors', id, 'report'), { reference });
export const settleImpostor = (body: string, id: string, content: ImpostorSettlementRequest) =>
  act(body, of('impostors', id, 'settlement'), content);
export const chooseTerms = (body: string, content: RegisterChoiceRequest) => act(body, 'choice', content);

/** An act on the register, whose answer is the register afterwards. */
export function useRegisterAct<Content>(
  body: string,
  send: (content: Content) => Promise<AccountRegister>,
  { done, after }: { readonly done: string; readonly after: () => void },
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (register) => {
      queries.setQueryData(registerQuery(body).queryKey, register);
      void queries.invalidateQueries({ queryKey: accountsQuery(body).queryKey });
      announce(done);
      after();
    },
  });
}
