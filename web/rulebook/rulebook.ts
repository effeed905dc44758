// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import {
  type ActEnd,
  ActList,
  type Approval,
  BodyCalendar,
  DraftChecks,
  DraftDetail,
  DraftList,
  HoursChoices,
  type NewAct,
  type NewCover,
  type NewDraft,
  type NewHoursChoice,
  type NewPatron,
  RevisionDetail,
  VersionDetail,
  VersionList,
} from '#rulebook/contract';
import { request } from '../client/request.ts';

export const rulebookAddress = (body: string): string => `/api/bodies/${encodeURIComponent(body)}/rulebook`;
const draftAddress = (body: string, id: string) => `${rulebookAddress(body)}/drafts/${encodeURIComponent(id)}`;

/** Where the file of a version, or of a draft, is downloaded. */
export const versionFile = (body: string, version: string): string =>
  `${rulebookAddress(body)}/versions/${encodeURIComponent(version)}/source`;
export const draftFile = (body: string, id: string): string => `${draftAddress(body, id)}/source`;

export const versionsQuery = (body: string) =>
  queryOptions({
    queryKey: ['rulebook', body, 'versions'],
    queryFn: ({ signal }) => request(VersionList, `${rulebookAddress(body)}/versions`, { signal }),
  });

export const versionQuery = (body: string, version: string) =>
  queryOptions({
    queryKey: ['rulebook', body, 'version', version],
    queryFn: ({ signal }) =>
      request(VersionDetail, `${rulebookAddress(body)}/versions/${encodeURIComponent(version)}`, { signal }),
  });

export const draftsQuery = (body: string) =>
  queryOptions({
    queryKey: ['rulebook', body, 'drafts'],
    queryFn: ({ signal }) => request(DraftList, `${rulebookAddress(body)}/drafts`, { signal }),
  });

export const draftKey = (body: string, id: string) => ['rulebook', body, 'draft', id] as const;

export const draftQuery = (body: string, id: string) =>
  queryOptions({
    queryKey: draftKey(body, id),
    // Others write it too: each look is a fresh one.
    staleTime: 0,
    queryFn: ({ signal }) => request(DraftDetail, draftAddress(body, id), { signal }),
  });

/** Asked anew for every revision: what stands in the way of the text as it is now. */
export const checksQuery = (body: string, id: string, revision: number) =>
  queryOptions({
    queryKey: [...draftKey(body, id), 'checks', revision],
    queryFn: ({ signal }) => request(DraftChecks, `${draftAddress(body, id)}/checks`, { signal }),
  });

export const actsQuery = (body: string) =>
  queryOptions({
    queryKey: ['rulebook', body, 'acts'],
    queryFn: ({ signal }) => request(ActList, `${rulebookAddress(body)}/acts`, { signal }),
  });

export const hoursQuery = (body: string) =>
  queryOptions({
    queryKey: ['rulebook', body, 'hours'],
    queryFn: ({ signal }) => request(HoursChoices, `${rulebookAddress(body)}/hours-choice`, { signal }),
  });

export const revisionOf = (body: string, id: string, revision: number): Promise<RevisionDetail> =>
  request(RevisionDetail, `${draftAddress(body, id)}/revisions/${revision}`);

export const openDraft = (body: string, draft: NewDraft): Promise<DraftDetail> =>
  request(DraftDetail, `${rulebookAddress(body)}/drafts`, { method: 'POST', body: draft });

const turn = (body: string, id: string, what: string, content: unknown): Promise<DraftDetail> =>
  request(DraftDetail, `${draftAddress(body, id)}/${what}`, { method: 'POST', body: content });

/** What a person does with a draft, on the revision that they read. */
export const propose = (body: string, id: string, revision: number) => turn(body, id, 'proposal', { revision });
export const takeBack = (body: string, id: string, revision: number) => turn(body, id, 'reopen', { revision });
export const sendBack = (body: string, id: string, content: { revision: number; reasons: string }) =>
  turn(body, id, 'return', content);
export const discard = (body: string, id: string, content: { revision: number; reasons: string }) =>
  turn(body, id, 'discard', content);
export const approve = (body: string, id: string, approval: Approval) => turn(body, id, 'approval', approval);

export const recordAct = (body: string, act: NewAct): Promise<ActList> =>
  request(ActList, `${rulebookAddress(body)}/acts`, { method: 'POST', body: act });
export const endAct = (body: string, id: string, end: ActEnd): Promise<ActList> =>
  request(ActList, `${rulebookAddress(body)}/acts/${encodeURIComponent(id)}/end`, { method: 'POST', body: end });

export const chooseHours = (body: string, choice: NewHoursChoice): Promise<HoursChoices> =>
  request(HoursChoices, `${rulebookAddress(body)}/hours-choice`, { method: 'POST', body: choice });

export const calendarQuery = (body: string) =>
  queryOptions({
    queryKey: ['rulebook', body, 'calendar'],
    queryFn: ({ signal }) => request(BodyCalendar, `${rulebookAddress(body)}/calendar`, { signal }),
  });

const setDays = (body: string, what: string, content: unknown): Promise<BodyCalendar> =>
  request(BodyCalendar, `${rulebookAddress(body)}/${what}`, { method: 'POST', body: content });
export const choosePatron = (body: string, choice: NewPatron) => setDays(body, 'patron', choice);
export const recordCover = (body: string, cover: NewCover) => setDays(body, 'cover', cover);
export const endCover = (body: string, id: string, end: ActEnd) =>
  setDays(body, `cover/${encodeURIComponent(id)}/end`, end);
