// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import type { OfficeRequest } from '#governance/contract';
import {
  CaseReferrals,
  OfficeQueue,
  OfficesPage,
  type OutcomeRequest,
  ReferralBoard,
  type ReferralTermsRequest,
} from '#moderation/contract';
import { request } from '../../client/request.ts';

const EVERY_MS = 60_000;
const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;
const post = (content: object) => ({ method: 'POST' as const, body: content });

export interface OnCase {
  readonly body: string;
  readonly id: string;
}

export const caseReferralsKey = ({ body, id }: OnCase) => ['cases', body, 'case', id, 'referrals'] as const;

/** `revision`: what was decided meanwhile changes where a case stands. Offices answer at their time: asked again every minute. */
export const caseReferralsQuery = ({ body, id }: OnCase, revision: number) =>
  queryOptions({
    queryKey: [...caseReferralsKey({ body, id }), revision],
    queryFn: ({ signal }) =>
      request(CaseReferrals, `${root(body)}/cases/${encodeURIComponent(id)}/referrals`, { signal }),
    refetchInterval: EVERY_MS,
  });

export const boardKey = (body: string) => ['referrals', body] as const;

export const boardQuery = (body: string) =>
  queryOptions({
    queryKey: boardKey(body),
    queryFn: ({ signal }) => request(ReferralBoard, `${root(body)}/referrals`, { signal }),
    refetchInterval: EVERY_MS,
  });

export const officeQueueQuery = (body: string, office: string) =>
  queryOptions({
    queryKey: [...boardKey(body), 'queue', office],
    queryFn: ({ signal }) =>
      request(OfficeQueue, `${root(body)}/office-queue?office=${encodeURIComponent(office)}`, { signal }),
  });

const officesKey = (body: string) => ['offices', body] as const;

export const officesQuery = (body: string) =>
  queryOptions({
    queryKey: officesKey(body),
    queryFn: ({ signal }) => request(OfficesPage, `${root(body)}/offices`, { signal }),
  });

export const noteOutcome = ({ body, id }: OnCase, outcome: OutcomeRequest): Promise<CaseReferrals> =>
  request(CaseReferrals, `${root(body)}/cases/${encodeURIComponent(id)}/outcome`, post(outcome));

export type ReferralAct = 'receipt' | 'carried' | 'link/revoke' | 'link/renew';

export const actOn = (body: string, referral: string, act: ReferralAct): Promise<ReferralBoard> =>
  request(ReferralBoard, `${root(body)}/referrals/${encodeURIComponent(referral)}/${act}`, post({}));

export const enterAnswer = (body: string, referral: string, text: string): Promise<ReferralBoard> =>
  request(ReferralBoard, `${root(body)}/referrals/${encodeURIComponent(referral)}/answers`, post({ text }));

/** `id` null: a new one. */
export const saveOffice = (body: string, id: string | null, office: OfficeRequest): Promise<OfficesPage> =>
  id === null
    ? request(OfficesPage, `${root(body)}/offices`, post(office))
    : request(OfficesPage, `${root(body)}/offices/${encodeURIComponent(id)}`, { method: 'PUT', body: office });

export const closeOffice = (body: string, id: string): Promise<OfficesPage> =>
  request(OfficesPage, `${root(body)}/offices/${encodeURIComponent(id)}/close`, post({}));

export const chooseTerms = (body: string, terms: ReferralTermsRequest): Promise<OfficesPage> =>
  request(OfficesPage, `${root(body)}/referral-choices`, post(terms));
