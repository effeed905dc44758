// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import {
  type AuthorityAnswer,
  type AuthorityFiled,
  type CsamRequest,
  DossierCase,
  DossierPage,
  type DossierRequest,
  type EvidenceTermRequest,
  EvidenceTerms,
  type HoldRequest,
} from '#moderation/contract';
import { request } from '../../client/request.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;
const ofCase = ({ body, id }: OnCase) => `${root(body)}/cases/${encodeURIComponent(id)}`;

export interface OnCase {
  readonly body: string;
  readonly id: string;
}

/** `revision`: a decision taken meanwhile may ask something. */
export const dossierQuery = (body: string, id: string, revision: number) =>
  queryOptions({
    queryKey: ['cases', body, 'case', id, 'dossier', revision],
    queryFn: ({ signal }) => request(DossierCase, `${ofCase({ body, id })}/dossier`, { signal }),
  });

const pageKey = (body: string) => ['dossiers', body] as const;
export const dossiersQuery = (body: string) =>
  queryOptions({
    queryKey: pageKey(body),
    queryFn: ({ signal }) => request(DossierPage, `${root(body)}/dossiers`, { signal }),
  });

const act = (on: OnCase, what: string, body: object) =>
  request(DossierCase, `${ofCase(on)}/${what}`, { method: 'POST', body });

export const makeDossier = (on: OnCase, content: DossierRequest) => act(on, 'dossiers', content);
export const answerAuthorities = (on: OnCase, content: AuthorityAnswer) => act(on, 'authorities', content);
export const authoritiesTold = (on: OnCase, content: AuthorityFiled) => act(on, 'authorities/filed', content);
export const setHold = (on: OnCase, content: HoldRequest) => act(on, 'hold', content);
export const liftHold = (on: OnCase, content: HoldRequest) => act(on, 'hold/lift', content);
export const raiseCsam = (on: OnCase, content: CsamRequest) => act(on, 'csam', content);
export const destroyWithheld = (on: OnCase) => act(on, 'csam/destroy', { confirmed: true });
export const dismissCsam = (on: OnCase, reasons: string) => act(on, 'csam/dismiss', { reasons });

export const chooseTerms = (body: string, content: EvidenceTermRequest) =>
  request(EvidenceTerms, `${root(body)}/evidence-terms`, { method: 'POST', body: content });

export const fileAddress = (body: string, id: string) => `${root(body)}/dossiers/${encodeURIComponent(id)}/file`;
