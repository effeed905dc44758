// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReviewView } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Moment, useNow } from '../../ui/moment.tsx';
import { reviewWords } from '../../words/review.ts';
import { NetworkMark } from '../network-mark.tsx';
import { EnforcementState } from '../tags.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { giveOutcome, refreshed } from './reviews.ts';

const words = reviewWords.page;

interface Props {
  readonly body: string;
  readonly review: ReviewView;
  readonly readOnly: boolean;
}

/** One contested decision: what was judged, what is said against it, what came of it. */
export function ReviewCard({ body, review, readOnly }: Props) {
  const now = useNow();
  const [deciding, setDeciding] = useState(false);
  const heading = `riesame-${review.id}`;
  return (
    <li>
      <article className="review-card" aria-labelledby={heading}>
        <h3 id={heading}>
          <Link to="/banco/$body/pratiche/$id" params={{ body, id: review.case.id }}>
            {words.caseNumber(review.case.number)}
          </Link>{' '}
          · {reviewWords.measure[review.measure]}
        </h3>
        <p className="item-meta">
          <NetworkMark network={review.network} /> <span>{words.clauses(review.clauses)}</span>{' '}
          <Moment iso={review.openedAt} now={now} /> <span>{words.via[review.via]}</span>
        </p>
        <Term review={review} />
        <dl className="review-words">
          <dt>{words.text}</dt>
          <dd>{review.text === null || review.text === '' ? words.gone : review.text}</dd>
          {review.via === 'own-motion' ? null : (
            <>
              <dt>{words.words}</dt>
              <dd>{review.words ?? words.noWords}</dd>
            </>
          )}
        </dl>
        <Outcome body={body} review={review} readOnly={readOnly} />
        {review.state === 'open' && !readOnly ? (
          review.mine === 'yes' ? (
            <Button icon="it-check" onClick={() => setDeciding(true)}>
              {words.decide}
            </Button>
          ) : (
            <p className="muted">{words.mine[review.mine]}</p>
          )
        ) : null}
        {deciding ? <DecideDialog body={body} review={review} onClose={() => setDeciding(false)} /> : null}
      </article>
    </li>
  );
}

function Term({ review: { state, answerBy, late, decidedBy } }: { readonly review: ReviewView }) {
  return (
    <p>
      {state === 'open' ? (
        <span className="deadline" data-tone={late ? 'overdue' : undefined}>
          {late ? (
            <>
              <Icon name="it-clock" /> {words.late}.{' '}
            </>
          ) : null}
          {answerBy === null ? words.noTerm : words.answerBy(answerBy)}
        </span>
      ) : (
        <strong>{words.outcome[state]}</strong>
      )}{' '}
      · <span className="muted">{words.decidedBy(decidedBy)}</span>
    </p>
  );
}

function Outcome({ body, review, readOnly }: Props) {
  const queries = useQueryClient();
  const giving = useMutation({
    mutationFn: () => giveOutcome(body, review.id),
    onSuccess: () => refreshed(queries, body),
  });
  const { outcome } = review;
  if (outcome === null) return null;
  const waits = outcome.enforcements.some(({ state }) => state === 'by-hand' || state === 'failed');
  const untold = outcome.givenAt === null && (outcome.told === 'by-hand' || waits);
  return (
    <>
      <p>
        {outcome.by === null ? null : `${words.by(outcome.by)}. `}
        {outcome.restored === null ? null : `${words.restored[outcome.restored]} `}
        {outcome.told === null ? null : words.toldBy(outcome.told)}{' '}
        {outcome.enforcements.map(({ id, state }) => (
          <EnforcementState key={id} state={state} />
        ))}
      </p>
      {outcome.text === null ? null : (
        <details>
          <summary>{words.readOutcome}</summary>
          <p className="review-text">{outcome.text}</p>
        </details>
      )}
      {untold && !readOnly ? (
        <Button className="btn-sm" onClick={() => giving.mutate()} aria-disabled={giving.isPending}>
          {words.give}
        </Button>
      ) : null}
      {giving.isError ? <Fault title={reviewWords.panel.giveFailed} error={giving.error} /> : null}
    </>
  );
}
