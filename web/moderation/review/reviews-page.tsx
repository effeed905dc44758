// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReviewView } from '#moderation/contract';
import { useMandate } from '../../governance/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { reviewWords } from '../../words/review.ts';
import { Choices } from './choices.tsx';
import { ReviewCard } from './review-card.tsx';
import { reviewsQuery } from './reviews.ts';
import { ToGive } from './to-give.tsx';

const words = reviewWords.page;

/** Contested decisions, those that wait first. */
export function ReviewsPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const reviews = useQuery(reviewsQuery(body));
  useTitle(words.title, mandate?.bodyName ?? body);
  const readOnly = mandate === undefined || mandate.role === 'auditor';
  return (
    <div className="page reviews">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {reviews.isPending ? <Skeleton lines={8} /> : null}
      {reviews.isError ? (
        <Fault title={words.failed} error={reviews.error} onRetry={() => void reviews.refetch()} />
      ) : null}
      {reviews.data === undefined ? null : (
        <>
          <h2>{words.open}</h2>
          {reviews.data.open.length === 0 ? (
            <Empty icon="it-check" title={words.none} detail={words.noneDetail} />
          ) : (
            <Cards body={body} reviews={reviews.data.open} readOnly={readOnly} />
          )}
        </>
      )}
      <ToGive body={body} all={reviews.data?.toGive ?? []} />
      <Choices body={body} mayChoose={mandate?.role === 'head'} />
      {reviews.data === undefined ? null : (
        <>
          <h2>{words.closed}</h2>
          {reviews.data.closed.length === 0 ? (
            <p className="muted">{words.noneClosed}</p>
          ) : (
            <Cards body={body} reviews={reviews.data.closed} readOnly={readOnly} />
          )}
        </>
      )}
    </div>
  );
}

interface CardsProps {
  readonly body: string;
  readonly reviews: readonly ReviewView[];
  readonly readOnly: boolean;
}

const Cards = ({ body, reviews, readOnly }: CardsProps) => (
  <ul className="review-cards">
    {reviews.map((review) => (
      <ReviewCard key={review.id} body={body} review={review} readOnly={readOnly} />
    ))}
  </ul>
);
