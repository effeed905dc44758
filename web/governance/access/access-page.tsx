// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Fault } from '../../ui/fault.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { accessWords as words } from '../../words/access.ts';
import { sessionQuery, useMandate } from '../session.ts';
import { factorQuery } from './access.ts';
import { FactorSection } from './factor-section.tsx';
import { TokensSection } from './tokens-section.tsx';

/** How the person at the desk enters, and what programs do in their name. */
export function AccessPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const factor = useQuery(factorQuery);
  const shown = useQuery(sessionQuery).data?.factorShown ?? false;
  // Nothing of the body opens until then.
  const waits = mandate?.factorWanted === true && !shown;
  useTitle(words.title, mandate?.bodyName ?? body);
  return (
    <div className="page people">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      <h2>{words.factor.title}</h2>
      {factor.isPending ? <Skeleton lines={2} /> : null}
      {factor.isError ? (
        <Fault title={words.failed} error={factor.error} onRetry={() => void factor.refetch()} />
      ) : null}
      {factor.data === undefined ? null : <FactorSection factor={factor.data} />}
      {waits ? null : <TokensSection body={body} />}
    </div>
  );
}
