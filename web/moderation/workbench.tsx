// SPDX-License-Identifier: AGPL-3.0-or-later
import { Outlet, useParams, useSearch } from '@tanstack/react-router';
import { filterOf } from './filter.ts';
import { Queue } from './queue.tsx';

/** The panes of the desk: the queue, and beside it the case in hand. */
export function Workbench() {
  const { body } = useParams({ from: '/banco/$body' });
  const { id } = useParams({ strict: false });
  const filter = filterOf(useSearch({ from: '/banco/$body/moderazione' }));
  return (
    <div className="workbench" data-view={id === undefined ? 'queue' : 'case'}>
      <Queue key={body} body={body} filter={filter} selected={id} />
      <Outlet />
    </div>
  );
}
