// SPDX-License-Identifier: AGPL-3.0-or-later
import '../style/rulebook.scss';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMandate } from '../governance/session.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Fault } from '../ui/fault.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/title.ts';
import { rulebookWords as words } from '../words/rulebook.ts';
import { BodyDays } from './body-days-section.tsx';
import { ChosenHours } from './chosen-hours-section.tsx';
import { DraftLists } from './draft-lists.tsx';
import { NewDraftDialog } from './new-draft-dialog.tsx';
import { versionsQuery } from './rulebook.ts';
import { SleepingClauses } from './sleeping-clauses.tsx';
import { VersionInForce } from './version-in-force.tsx';
import { VersionTable } from './version-table.tsx';

/** Which policy the body has, had and is writing. */
export function RulebookPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const versions = useQuery(versionsQuery(body));
  const [opening, setOpening] = useState(false);
  useTitle(words.title, mandate?.bodyName ?? body);
  const mayWrite = mandate !== undefined && mandate.role !== 'auditor';
  const inForce = versions.data?.items.find(({ state }) => state === 'in-force');
  return (
    <div className="page rulebook">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {versions.isPending ? <Skeleton lines={8} /> : null}
      {versions.isError ? (
        <Fault title={words.failed} error={versions.error} onRetry={() => void versions.refetch()} />
      ) : null}
      {versions.data === undefined ? null : (
        <>
          {inForce === undefined ? (
            <Empty icon="it-info-circle" title={words.inForce.none} detail={words.inForce.noneDetail} />
          ) : (
            <VersionInForce body={body} version={inForce} />
          )}
          <section aria-labelledby="bozze">
            <div className="section-head">
              <h2 id="bozze">{words.drafts.title}</h2>
              {mayWrite ? (
                <Button look="primary" icon="it-plus" onClick={() => setOpening(true)}>
                  {words.drafts.open}
                </Button>
              ) : null}
            </div>
            <DraftLists body={body} />
          </section>
          {inForce === undefined ? null : (
            <>
              <SleepingClauses body={body} mayRecord={mandate?.role === 'head'} />
              <ChosenHours body={body} mayChoose={mandate?.role === 'head'} />
              <BodyDays body={body} mayChoose={mandate?.role === 'head'} />
            </>
          )}
          <section aria-labelledby="versioni">
            <h2 id="versioni">{words.versions.title}</h2>
            {versions.data.items.length === 0 ? (
              <p>{words.versions.empty}</p>
            ) : (
              <VersionTable body={body} versions={versions.data.items} />
            )}
          </section>
        </>
      )}
      {opening && versions.data !== undefined ? (
        <NewDraftDialog body={body} versions={versions.data.items} onClose={() => setOpening(false)} />
      ) : null}
    </div>
  );
}
