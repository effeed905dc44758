// SPDX-License-Identifier: AGPL-3.0-or-later
import './rehearsal.scss';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMandate } from '../governance/session.ts';
import { Fault } from '../ui/fault.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/title.ts';
import { rehearsalWords as words } from '../words/rehearsal.ts';
import { BeginAgain } from './begin-again.tsx';
import { rehearsalQuery } from './rehearsal.ts';
import { Screens } from './screens.tsx';
import { Stories } from './stories.tsx';

/** Where people rehearse on the simulated networks. Only in the demonstration. */
export function RehearsalPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const rehearsal = useQuery(rehearsalQuery(body));
  useTitle(words.title, mandate?.bodyName ?? body);
  const mayPlay = mandate !== undefined && mandate.role !== 'auditor';
  return (
    <div className="page rehearsal">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {rehearsal.isPending ? <Skeleton lines={8} /> : null}
      {rehearsal.isError ? (
        <Fault title={words.failed} error={rehearsal.error} onRetry={() => void rehearsal.refetch()} />
      ) : null}
      {rehearsal.data === undefined ? null : (
        <>
          {mayPlay ? (
            <Stories key={body} body={body} view={rehearsal.data} />
          ) : (
            <Notice tone="info">{words.onlyLooking}</Notice>
          )}
          <Screens screens={rehearsal.data.screens}>
            <a href={rehearsal.data.world} target="_blank" rel="noreferrer noopener">
              {words.wholeWorld} <span className="visually-hidden">{words.newTab}</span>
              <Icon name="it-external-link" />
            </a>
          </Screens>
          {mayPlay ? <BeginAgain body={body} /> : null}
        </>
      )}
    </div>
  );
}
