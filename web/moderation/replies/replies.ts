// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import {
  type JustificationRequest,
  ReplyAids,
  ReplyChecked,
  type ReplyChoiceRequest,
  type ReplyDraftRequest,
  ReplyLibrary,
  type TemplateRequest,
  type TopicRequest,
} from '#moderation/contract';
import { request } from '../../client/request.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;
const caseRoot = (body: string, id: string) => `${root(body)}/cases/${encodeURIComponent(id)}`;
const post = { method: 'POST' } as const;

/** What helps to answer one case. */
export const aidsQuery = (body: string, id: string, revision: number) =>
  queryOptions({
    queryKey: ['replies', body, id, revision],
    queryFn: ({ signal }) => request(ReplyAids, `${caseRoot(body, id)}/replies`, { signal }),
  });

/** What the checks say of these very words. */
export const checkQuery = (body: string, id: string, text: string) =>
  queryOptions({
    queryKey: ['replies', body, id, 'check', text],
    queryFn: ({ signal }) =>
      request(ReplyChecked, `${caseRoot(body, id)}/replies/check`, { ...post, body: { text }, signal }),
    // What was typed about a citizen is not kept for longer than it is looked at.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export const justify = (body: string, id: string, justification: JustificationRequest): Promise<ReplyChecked> =>
  request(ReplyChecked, `${caseRoot(body, id)}/replies/justifications`, { ...post, body: justification });

export const askApproval = (body: string, id: string, draft: ReplyDraftRequest): Promise<ReplyAids> =>
  request(ReplyAids, `${caseRoot(body, id)}/reply-drafts`, { ...post, body: draft });

export const giveBack = (body: string, draft: string, note: string): Promise<ReplyAids> =>
  request(ReplyAids, `${root(body)}/reply-drafts/${encodeURIComponent(draft)}/return`, { ...post, body: { note } });

export const libraryQuery = (body: string) =>
  queryOptions({
    queryKey: ['replies', body, 'library'],
    queryFn: ({ signal }) => request(ReplyLibrary, `${root(body)}/reply-library`, { signal }),
  });

const change = (body: string, path: string, content: unknown): Promise<ReplyLibrary> =>
  request(ReplyLibrary, `${root(body)}/${path}`, { ...post, body: content });

export const saveTemplate = (body: string, template: TemplateRequest) => change(body, 'reply-templates', template);
export const approveTemplate = (body: string, { id, version }: { readonly id: string; readonly version: number }) =>
  change(body, `reply-templates/${encodeURIComponent(id)}/approve`, { version });
export const retireTemplate = (body: string, id: string) =>
  change(body, `reply-templates/${encodeURIComponent(id)}/retire`, {});
export const saveTopic = (body: string, topic: TopicRequest) => change(body, 'reply-topics', topic);
export const retireTopic = (body: string, id: string) =>
  change(body, `reply-topics/${encodeURIComponent(id)}/retire`, {});
export const chooseReplies = (body: string, choice: ReplyChoiceRequest) => change(body, 'reply-choices', choice);
