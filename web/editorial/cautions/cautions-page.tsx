// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMandate } from '../../governance/session.ts';
import { Fault } from '../../ui/fault.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { cautionWords as words } from '../../words/cautions.ts';
import { cautionsQuery } from './cautions.ts';
import { PlainChoice, Portals } from './choices.tsx';
import { ElectoralBanner } from './electoral-banner.tsx';
import { Matters } from './matters.tsx';
import { Periods } from './periods.tsx';

/** What the body is careful about when it publishes. */
export function CautionsPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const cautions = useQuery(cautionsQuery(body));
  const leads = mandate?.role === 'head';
  useTitle(words.title, mandate?.bodyName ?? body);
  return (
    <div className="page editorial">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {leads ? null : <Notice>{words.readOnly}</Notice>}
      <ElectoralBanner body={body} />
      {cautions.isPending ? <Skeleton lines={8} /> : null}
      {cautions.isError ? (
        <Fault title={words.failed} error={cautions.error} onRetry={() => void cautions.refetch()} />
      ) : null}
      {cautions.data === undefined ? null : (
        <>
          <Periods body={body} periods={cautions.data.periods} leads={leads} />
          <Matters body={body} matters={cautions.data.matters} leads={leads} />
          <PlainChoice body={body} plain={cautions.data.plain} leads={leads} />
          <Portals body={body} portals={cautions.data.portals} leads={leads} />
        </>
      )}
    </div>
  );
}
