// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { it } from '../../it.ts';
import { Fault } from '../../ui/fault.tsx';
import { Moment } from '../../ui/moment.tsx';
import { precedentWords as words } from '../../words/crisis.ts';
import type { BesideProps } from '../beside.ts';
import { precedentsQuery } from './precedents.ts';

/** What was done with the nearest decided cases; nobody is named. */
export function PrecedentsPanel({ body, detail }: BesideProps) {
  const precedents = useQuery(precedentsQuery(body, detail.id, detail.revision));
  const items = precedents.data?.items;
  return (
    <details className="block precedents">
      <summary>
        {words.title}
        {items === undefined ? null : ` (${items.length})`}
      </summary>
      {precedents.isError ? <Fault title={words.failed} error={precedents.error} /> : null}
      {items?.length === 0 ? <p className="muted">{words.none}</p> : null}
      <ul>
        {items?.map((item) => (
          <li key={item.case}>
            <strong>{it.decided[item.decision]}</strong> · {item.clauses.join(', ')} · {words.near(item.nearness)}
            <br />
            <Link to="/banco/$body/pratiche/$id" params={{ body, id: item.case }}>
              {words.case(item.number)}
            </Link>
            , <Moment iso={item.at} />: <span className="muted">{item.excerpt}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
