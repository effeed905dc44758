// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { PeoplePage as People } from '#governance/contract';
import { sessionQuery, useMandate } from '../governance/session.ts';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/title.ts';
import { peopleWords as words } from '../words/people.ts';
import { EnteringSection } from './entering-section.tsx';
import { EntryDialog } from './mandate-dialogs.tsx';
import { peopleQuery } from './people.ts';
import type { Answer } from './people-dialog.tsx';
import { PersonCard } from './person-card.tsx';

/** Who works for the body: for the head, who changes it, and for auditors, who read it. */
export function PeoplePage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const sees = mandate?.role === 'head' || mandate?.role === 'auditor';
  const people = useQuery({ ...peopleQuery(body), enabled: sees });
  useTitle(words.title, mandate?.bodyName ?? body);
  return (
    <div className="page people">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <p>
          <Link to="/banco/$body/uffici" params={{ body }}>
            {words.offices}
          </Link>
        </p>
      </div>
      {mandate === undefined || sees ? null : <Notice>{words.notHere}</Notice>}
      {sees && people.isPending ? <Skeleton lines={8} /> : null}
      {people.isError ? (
        <Fault title={words.failed} error={people.error} onRetry={() => void people.refetch()} />
      ) : null}
      {people.data === undefined ? null : (
        <Everybody body={body} page={people.data} isHead={mandate?.role === 'head'} />
      )}
    </div>
  );
}

interface Shown {
  readonly name: string;
  readonly link: string;
}

interface Props {
  readonly body: string;
  readonly page: People;
  readonly isHead: boolean;
}

function Everybody({ body, page, isHead }: Props) {
  const me = useQuery(sessionQuery).data?.person.id;
  const [entering, setEntering] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const answered = (answer: Answer) => {
    if (!('link' in answer) || answer.link === null) return;
    const name = answer.page.people.find(({ id }) => id === answer.person)?.name ?? '';
    setShown({ name, link: answer.link });
  };
  return (
    <>
      <Defects page={page} />
      <Rules page={page} />
      <EnteringSection body={body} isHead={isHead} />
      <h2>{words.list}</h2>
      {isHead ? (
        <Button look="primary" icon="it-plus" onClick={() => setEntering(true)}>
          {words.add}
        </Button>
      ) : null}
      <div role="status">
        {shown === null ? null : (
          <Notice tone="warning" title={words.shownTitle}>
            <p>{words.shown(shown.name)}</p>
            <p className="one-use-link">{shown.link}</p>
            <Button className="btn-sm" onClick={() => setShown(null)}>
              {words.shownDone}
            </Button>
          </Notice>
        )}
      </div>
      {page.people.length === 0 ? <p>{words.none}</p> : null}
      <ul className="ladder-list">
        {page.people.map((person) => (
          <PersonCard
            key={person.id}
            {...{ body, page, person, mayChange: isHead && person.id !== me, onAnswer: answered }}
          />
        ))}
      </ul>
      {entering ? (
        <EntryDialog
          {...{ body, page, onClose: () => setEntering(false) }}
          onDone={(answer) => {
            setEntering(false);
            answered(answer);
          }}
        />
      ) : null}
    </>
  );
}

function Defects({ page: { defects } }: { readonly page: People }) {
  if (defects.length === 0) return <Notice tone="success">{words.inOrder}</Notice>;
  return (
    <Notice tone="warning" title={words.defects}>
      <ul>
        {defects.map(({ clause, what }) => (
          <li key={`${clause} ${what}`}>{words.defect(clause, what)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Rules({ page: { rules } }: { readonly page: People }) {
  const { authorities, training, enabledBy } = rules;
  const lines = [
    {
      what: words.authority,
      says: authorities.map(({ by, clauses }) => words.authorityOf(by, clauses)).join('; '),
    },
    { what: words.training, says: training.length === 0 ? '' : words.trainingOf(training) },
    {
      what: words.enabling,
      says: enabledBy.map(({ office, clause }) => words.authorityOf(office, [clause])).join('; '),
    },
  ];
  return (
    <>
      <h2>{words.rules}</h2>
      <dl className="people-rules">
        {lines.map(({ what, says }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{says === '' ? words.silent : says}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
