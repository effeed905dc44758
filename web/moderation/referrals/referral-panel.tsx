// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseReferrals } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { referralWords } from '../../words/referrals.ts';
import type { BesideProps } from '../beside.ts';
import { OutcomeDialog } from './outcome-dialog.tsx';
import { ReferralCard } from './referral-card.tsx';
import { caseReferralsQuery } from './referrals.ts';

const words = referralWords.panel;

/** Whose a case is, how its request ended or has to, and what went to offices and came back. */
export function ReferralPanel({ body, detail, readOnly }: BesideProps) {
  const referrals = useQuery(caseReferralsQuery({ body, id: detail.id }, detail.revision));
  const [noting, setNoting] = useState(false);
  const { data } = referrals;
  return (
    <section className="block referrals" aria-labelledby="inoltri">
      <h3 id="inoltri">{words.title}</h3>
      {referrals.isPending ? <Skeleton lines={2} /> : null}
      {referrals.isError ? (
        <Fault title={words.failed} error={referrals.error} onRetry={() => void referrals.refetch()} />
      ) : null}
      {data === undefined ? null : (
        <>
          <Arrived referrals={data} open={detail.state === 'open'} />
          <p>{words.owner(data.owner.office, data.owner.clause)}</p>
          <Routes routes={data.routes} />
          <OutcomeWords outcome={data.outcome} />
          {detail.state === 'open' && data.owed.length > 0 && data.outcome === null ? (
            <Notice>
              <p>{words.owed(data.owed)}</p>
              {readOnly ? null : (
                <Button className="btn-sm" onClick={() => setNoting(true)}>
                  {words.note}
                </Button>
              )}
            </Notice>
          ) : null}
          {data.referrals.toReversed().map((referral) => (
            <ReferralCard key={referral.id} body={body} id={detail.id} referral={referral} readOnly={readOnly} />
          ))}
        </>
      )}
      {noting ? <OutcomeDialog body={body} id={detail.id} onClose={() => setNoting(false)} /> : null}
    </section>
  );
}

/** An answer that has not been made use of. */
function Arrived({ referrals, open }: { readonly referrals: CaseReferrals; readonly open: boolean }) {
  const arrived = referrals.referrals.filter(({ state }) => state === 'answered').at(-1);
  if (!open || arrived === undefined) return null;
  return <Notice tone="success" title={referralWords.answers.title} />;
}

function Routes({ routes }: Pick<CaseReferrals, 'routes'>) {
  if (routes.length === 0) return null;
  return (
    <>
      <p>{words.routes}</p>
      <ul>
        {routes.map((route) => (
          <li key={`${route.name} ${route.clause}`}>
            {words.route(route)}
            {route.office === null ? (
              <span className="referral-missing">
                <Icon name="it-warning-circle" />
                {words.notKept}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function OutcomeWords({ outcome }: Pick<CaseReferrals, 'outcome'>) {
  if (outcome === null) return null;
  return (
    <p>
      <strong>
        {words.outcome[outcome.outcome]}
        {outcome.outcome === 'routed' ? words.routedTo(outcome.office) : null}
      </strong>{' '}
      <span className="muted small">{words.noted(outcome.by, outcome.note)}</span>
    </p>
  );
}
