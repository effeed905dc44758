// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import { ToDo, type ToDoKind } from '#moderation/contract';
import { request } from '../../client/request.ts';

const EVERY_MILLISECONDS = 60_000;

export const toDoQuery = (body: string) =>
  queryOptions({
    queryKey: ['to-do', body],
    queryFn: ({ signal }) => request(ToDo, `/api/bodies/${encodeURIComponent(body)}/to-do`, { signal }),
    refetchInterval: EVERY_MILLISECONDS,
  });

/** Where each is done. */
export const PLACES = {
  authorities: { to: '/banco/$body/prove', hash: 'denunce' },
  statements: { to: '/banco/$body/riesami', hash: 'da-dare' },
  reviews: { to: '/banco/$body/riesami', hash: '' },
  replies: { to: '/banco/$body/risposte', hash: 'da-approvare' },
  'young-data': { to: '/banco/$body/autori', hash: 'dati-minorenni' },
  bans: { to: '/banco/$body/autori', hash: 'riesami-blocchi' },
  'platform-reports': { to: '/banco/$body/autori', hash: 'segnalazioni' },
  'account-requests': { to: '/banco/$body/account/registro', hash: 'registro-richieste' },
  'account-checks': { to: '/banco/$body/account/registro', hash: 'registro-account' },
  impostors: { to: '/banco/$body/account/registro', hash: 'registro-non-ufficiali' },
  plans: { to: '/banco/$body/piano', hash: 'piani' },
  'work-plan': { to: '/banco/$body/piano', hash: 'piani' },
  pages: { to: '/banco/$body/piano/pagine', hash: '' },
} as const satisfies Record<ToDoKind, { readonly to: string; readonly hash: string }>;

export const countOf = (toDo: ToDo | undefined): number =>
  (toDo?.items ?? []).reduce((sum, { count }) => sum + count, 0);
