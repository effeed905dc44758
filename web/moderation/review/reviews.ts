// SPDX-License-Identifier: AGPL-3.0-or-later
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  type CaseDetail,
  CaseStatements,
  type ReviewByHandRequest,
  type ReviewDecisionRequest,
  ReviewsPage,
  type StatementChoiceRequest,
  StatementChoices,
  StatementPreview,
  StatementPreviewRequest,
} from '#moderation/contract';
import { request } from '../../client/request.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;
const one = (id: string) => encodeURIComponent(id);

/** `revision`: of the case as it is shown; another one asks again. */
export const statementsQuery = (body: string, id: string, revision: number) =>
  queryOptions({
    queryKey: ['statements', body, id, revision],
    queryFn: ({ signal }) => request(CaseStatements, `${root(body)}/cases/${one(id)}/statements`, { signal }),
  });

/** Of a decision as it is being made: `request` as JSON. */
export const previewQuery = (body: string, { id, revision }: Pick<CaseDetail, 'id' | 'revision'>, written: string) =>
  queryOptions({
    queryKey: ['statement-preview', body, id, revision, written],
    queryFn: ({ signal }) =>
      request(StatementPreview, `${root(body)}/cases/${one(id)}/statements/preview`, {
        ...{ signal, method: 'POST', body: StatementPreviewRequest.parse(JSON.parse(written)) },
      }),
    // What is typed of a citizen is not kept.
    gcTime: 0,
  });

export const reviewsQuery = (body: string) =>
  queryOptions({
    queryKey: ['reviews', body],
    queryFn: ({ signal }) => request(ReviewsPage, `${root(body)}/reviews`, { signal }),
  });

export const choicesQuery = (body: string) =>
  queryOptions({
    queryKey: ['statement-choices', body],
    queryFn: ({ signal }) => request(StatementChoices, `${root(body)}/statement-choices`, { signal }),
  });

const post = <Answer>(shape: Parameters<typeof request<Answer>>[0], path: string, body: unknown) =>
  request(shape, path, { method: 'POST', body });

export const giveStatement = (body: string, id: string) =>
  post(CaseStatements, `${root(body)}/statements/${one(id)}/given`, {});

export const giveOutcome = (body: string, id: string) =>
  post(ReviewsPage, `${root(body)}/reviews/${one(id)}/given`, {});

export const decideReview = (body: string, id: string, decision: ReviewDecisionRequest) =>
  post(ReviewsPage, `${root(body)}/reviews/${one(id)}/decision`, decision);

export const enterReview = (body: string, statement: string, brought: ReviewByHandRequest) =>
  post(ReviewsPage, `${root(body)}/statements/${one(statement)}/reviews`, brought);

export const correctStatement = (body: string, statement: string, reasons: string) =>
  post(ReviewsPage, `${root(body)}/statements/${one(statement)}/correction`, { reasons, correction: null });

export const choose = (body: string, choice: StatementChoiceRequest) =>
  post(StatementChoices, `${root(body)}/statement-choices`, choice);

/** What an act on a review changes: the lists, what stands beside its case, the case itself. */
export async function refreshed(queries: QueryClient, body: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['reviews', body] }),
    queries.invalidateQueries({ queryKey: ['statements', body] }),
    queries.invalidateQueries({ queryKey: ['cases', body, 'case'] }),
  ]);
}
