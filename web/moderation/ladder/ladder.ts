// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import {
  AuthorsPage,
  AuthorView,
  type BanRequest,
  type LadderChoiceRequest,
  LadderChoices,
  LadderView,
  type MinorRequest,
  type NoticeRequest,
  type TellRequest,
  type WarnRequest,
  type YoungAccountRequest,
  YoungAccounts,
} from '#moderation/contract';
import { command, request } from '../../client/request.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;
const post = (body: object, headers: Record<string, string> = {}) => ({ method: 'POST' as const, body, headers });

export const ladderKey = (body: string, id: string) => ['cases', body, 'case', id, 'ladder'] as const;

const UNDER_WAY_MILLISECONDS = 3000;
const ON_THEIR_WAY = ['queued', 'sent', 'under-way'];
const isUnderWay = ({ measures, reports }: LadderView): boolean =>
  [...measures, ...reports].some(({ enforcements }) => enforcements.some(({ state }) => ON_THEIR_WAY.includes(state)));

/** `revision`: a decision taken meanwhile changes what is counted. */
export const ladderQuery = (body: string, id: string, revision: number) =>
  queryOptions({
    queryKey: [...ladderKey(body, id), revision],
    queryFn: ({ signal }) => request(LadderView, `${root(body)}/cases/${encodeURIComponent(id)}/ladder`, { signal }),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isUnderWay(data) ? UNDER_WAY_MILLISECONDS : false),
  });

const onCase = (body: string, id: string, what: string, content: object, key?: string) =>
  request(
    LadderView,
    `${root(body)}/cases/${encodeURIComponent(id)}/${what}`,
    post(content, key === undefined ? {} : { 'idempotency-key': key }),
  );

export interface OnCase {
  readonly body: string;
  readonly id: string;
}

export const warn = ({ body, id }: OnCase, content: WarnRequest, key: string) =>
  onCase(body, id, 'warnings', content, key);
export const ban = ({ body, id }: OnCase, content: BanRequest, key: string) => onCase(body, id, 'bans', content, key);
export const confirmViolation = ({ body, id }: OnCase, clauses: readonly string[], policyDigest: string) =>
  onCase(body, id, 'violation', { clauses, policyDigest });
export const withdrawViolation = ({ body, id }: OnCase, policyDigest: string) =>
  onCase(body, id, 'violation/withdraw', { policyDigest });
export const reportToPlatform = ({ body, id }: OnCase, content: NoticeRequest & { readonly policyDigest: string }) =>
  onCase(body, id, 'platform-reports', content);
export const recordMinor = ({ body, id }: OnCase, content: MinorRequest) => onCase(body, id, 'minor', content);
/** To who asked that the data of somebody too young go. */
export const answerMinorData = ({ body, id }: OnCase, remove: boolean) => onCase(body, id, 'minor/data', { remove });

const authorsKey = (body: string) => ['authors', body] as const;

export const authorsQuery = (body: string) =>
  queryOptions({
    queryKey: [...authorsKey(body), 'page'],
    queryFn: ({ signal }) => request(AuthorsPage, `${root(body)}/authors`, { signal }),
  });
export const authorQuery = (body: string, id: string) =>
  queryOptions({
    queryKey: [...authorsKey(body), 'one', id],
    queryFn: ({ signal }) => request(AuthorView, `${root(body)}/authors/${encodeURIComponent(id)}`, { signal }),
  });
export const choicesQuery = (body: string) =>
  queryOptions({
    queryKey: [...authorsKey(body), 'choices'],
    queryFn: ({ signal }) => request(LadderChoices, `${root(body)}/ladder-choices`, { signal }),
  });
export const youngQuery = (body: string) =>
  queryOptions({
    queryKey: [...authorsKey(body), 'young'],
    queryFn: ({ signal }) => request(YoungAccounts, `${root(body)}/young-accounts`, { signal }),
  });

const onMeasure = (body: string, id: string, what: string, content: object) =>
  request(AuthorsPage, `${root(body)}/measures/${encodeURIComponent(id)}/${what}`, post(content));

export const lift = (body: string, id: string, reasons: string) => onMeasure(body, id, 'lift', { reasons });
export const keep = (body: string, id: string, content: { readonly reasons: string; readonly reviewOn: string }) =>
  onMeasure(body, id, 'keep', content);
export const given = (body: string, id: string, note: string) => onMeasure(body, id, 'given', { note });
export const tellLater = (body: string, id: string, content: TellRequest) => onMeasure(body, id, 'tell', content);
export const reportDone = (body: string, id: string, content: { readonly reference: string; readonly on: string }) =>
  request(AuthorsPage, `${root(body)}/platform-reports/${encodeURIComponent(id)}/done`, post(content));

export const chooseLadder = (body: string, content: LadderChoiceRequest) =>
  request(LadderChoices, `${root(body)}/ladder-choices`, post(content));
export const declareYoung = (body: string, content: YoungAccountRequest) =>
  request(YoungAccounts, `${root(body)}/young-accounts`, post(content));
export const endYoung = (body: string, id: string) =>
  request(YoungAccounts, `${root(body)}/young-accounts/${encodeURIComponent(id)}/end`, post({}));

const onAuthor = (body: string, id: string, what: string, content: object) =>
  request(AuthorView, `${root(body)}/authors/${encodeURIComponent(id)}/${what}`, post(content));
export const writeNote = (body: string, id: string, text: string) => onAuthor(body, id, 'notes', { text });
export const proveLink = (body: string, id: string, content: { readonly other: string; readonly proof: string }) =>
  onAuthor(body, id, 'links', content);
export const eraseNote = (body: string, id: string) =>
  command(`${root(body)}/notes/${encodeURIComponent(id)}/remove`, { body: {} });
export const breakLink = (body: string, id: string) =>
  command(`${root(body)}/links/${encodeURIComponent(id)}/end`, { body: {} });
