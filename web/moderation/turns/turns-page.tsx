// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { TurnsView } from '#moderation/contract';
import { useMandate } from '../../governance/session.ts';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { useNow } from '../../ui/moment.tsx';
import { fullMoment, momentWords } from '../../ui/moment-words.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { turnsWords } from '../../words/turns.ts';
import { PlanView } from './plan-view.tsx';
import { PushSection } from './push/push-section.tsx';
import { sheetsQuery, turnsQuery } from './turns.ts';
import { TurnsForm } from './turns-form.tsx';

const words = turnsWords.page;

/** Who is at the desk and when, who answers at night, and the sheets that turns left: read by all, set by the head. */
export function TurnsPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const turns = useQuery(turnsQuery(body));
  const [editing, setEditing] = useState(false);
  useTitle(words.title, mandate?.bodyName ?? body);
  const { data } = turns;
  return (
    <div className="page turns">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {turns.isPending ? <Skeleton lines={8} /> : null}
      {turns.isError ? <Fault title={words.failed} error={turns.error} onRetry={() => void turns.refetch()} /> : null}
      {data === undefined ? null : (
        <>
          <Now view={data} />
          {mandate === undefined ? null : <PushSection mandate={mandate} letters={data.letters} />}
          {editing ? (
            <TurnsForm body={body} view={data} onDone={() => setEditing(false)} />
          ) : (
            <>
              <PlanView view={data} />
              {mandate?.role === 'head' ? (
                <Button className="turns-edit" onClick={() => setEditing(true)}>
                  {words.edit}
                </Button>
              ) : (
                <p className="muted">{words.onlyHead}</p>
              )}
            </>
          )}
          <SheetList body={body} />
        </>
      )}
    </div>
  );
}

function Now({ view: { now, set, letters } }: { readonly view: TurnsView }) {
  const clock = useNow();
  const names = (people: readonly { name: string }[]) =>
    people.length === 0 ? words.nobody : people.map(({ name }) => name).join(', ');
  return (
    <section aria-labelledby="turni-adesso">
      <h2 id="turni-adesso">{words.now}</h2>
      <dl className="sheet-figures">
        <div>
          <dt>{words.onDuty}</dt>
          <dd>
            {names(now.onDuty)} {now.until === null ? '' : words.until(momentWords(now.until, clock))}
          </dd>
        </div>
        <div>
          <dt>{words.onCall}</dt>
          <dd>{names(now.onCall)}</dd>
        </div>
      </dl>
      {now.byRota ? null : <Notice>{words.byHeads}</Notice>}
      {letters ? null : <Notice tone="warning">{words.noLetters}</Notice>}
      <p className="muted small">{set === null ? words.never : words.set(set.by, fullMoment(set.at))}</p>
    </section>
  );
}

function SheetList({ body }: { readonly body: string }) {
  const { data } = useQuery(sheetsQuery(body));
  const sheets = turnsWords.sheet;
  return (
    <section aria-labelledby="turni-fogli">
      <h2 id="turni-fogli">{sheets.list}</h2>
      <ul className="sheet-list">
        <li>
          <Link to="/banco/$body/turni/consegne/$id" params={{ body, id: 'now' }}>
            {sheets.now}
          </Link>
        </li>
        {data?.items.map(({ id, closedAt, readByMe }) => (
          <li key={id}>
            <Link to="/banco/$body/turni/consegne/$id" params={{ body, id }}>
              {sheets.closedAt(fullMoment(closedAt))}
            </Link>
            {readByMe ? null : <span className="tag">{sheets.unread}</span>}
          </li>
        ))}
      </ul>
      {data?.items.length === 0 ? <p className="muted">{sheets.listEmpty}</p> : null}
    </section>
  );
}
