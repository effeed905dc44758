// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ToDo } from '#moderation/contract';
import { Icon } from '../../ui/icon.tsx';
import { toDoWords as words } from '../../words/to-do.ts';
import { PLACES, toDoQuery } from './to-do.ts';

/** How much of one kind waits, and the way to it. */
export function ToDoLink({
  body,
  item: { kind, count, late },
}: {
  readonly body: string;
  readonly item: ToDo['items'][number];
}) {
  const { to, hash } = PLACES[kind];
  return (
    <Link to={to} params={{ body }} {...(hash === '' ? {} : { hash })}>
      {words.kinds[kind](count)}
      {late === 0 ? null : <strong> {words.late(late)}</strong>}
    </Link>
  );
}

/** Above the queue: what has a term and waits elsewhere. The place is always there to be read. */
export function ToDoLine({ body }: { readonly body: string }) {
  const items = useQuery(toDoQuery(body)).data?.items ?? [];
  return (
    <div role="status" className="to-do-line">
      {items.length === 0 ? null : (
        <p>
          <Icon name={items.some(({ late }) => late > 0) ? 'it-warning-circle' : 'it-list'} />
          <strong>{words.title}:</strong>
          {items.map((item) => (
            <ToDoLink key={item.kind} body={body} item={item} />
          ))}
        </p>
      )}
    </div>
  );
}
