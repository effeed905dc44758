// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from '@tanstack/react-router';
import type { StatementToGive } from '#moderation/contract';
import { Moment, useNow } from '../../ui/moment.tsx';
import { reviewWords } from '../../words/review.ts';
import { NetworkMark } from '../network-mark.tsx';

const words = reviewWords.toGive;

/** Statements that their authors have not had: until a person gives them no term runs. */
export function ToGive({ body, all }: { readonly body: string; readonly all: readonly StatementToGive[] }) {
  const now = useNow();
  if (all.length === 0) return null;
  return (
    <section className="statements" aria-labelledby="da-dare">
      <h2 id="da-dare">{words.title(all.length)}</h2>
      <p>{words.detail}</p>
      <ul className="review-cards">
        {all.map(({ statement, case: { id, number }, network, measure, since, why }) => (
          <li key={statement}>
            <Link to="/banco/$body/pratiche/$id" params={{ body, id }} hash="motivazione">
              {reviewWords.page.caseNumber(number)}
            </Link>{' '}
            · {reviewWords.measure[measure]} · <NetworkMark network={network} /> <Moment iso={since} now={now} /> ·{' '}
            {words.why[why]}
          </li>
        ))}
      </ul>
    </section>
  );
}
