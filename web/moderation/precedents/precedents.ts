// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import { EqualTreatment, type EqualTreatmentChoice, Precedents } from '#moderation/contract';
import { request } from '../../client/request.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;

export const precedentsQuery = (body: string, id: string, revision: number) =>
  queryOptions({
    queryKey: ['cases', body, 'precedents', id, revision],
    queryFn: ({ signal }) =>
      request(Precedents, `${root(body)}/cases/${encodeURIComponent(id)}/precedents`, { signal }),
  });

/** `month` empty: the current one. */
export const equalQuery = (body: string, month: string) =>
  queryOptions({
    queryKey: ['equal-treatment', body, month],
    queryFn: ({ signal }) =>
      request(EqualTreatment, `${root(body)}/equal-treatment${month === '' ? '' : `?month=${month}`}`, { signal }),
  });

export const chooseSmallest = (body: string, choice: EqualTreatmentChoice): Promise<EqualTreatment> =>
  request(EqualTreatment, `${root(body)}/equal-treatment/choices`, { method: 'POST', body: choice });
