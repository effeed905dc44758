// SPDX-License-Identifier: AGPL-3.0-or-later
import { each } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import { statementById } from '../statements/store.ts';
import { lockCase } from '../store.ts';
import { WORD_DAYS } from './ask.ts';
import { lapse, lockReview, reviewById, untold, updateReview } from './store.ts';
import { tellOutcome } from './tell-outcome.ts';

const DAY_MILLISECONDS = 86_400_000;

/** What was asked on the page and never proved is forgotten; who wrote about what is final, or was wronged, is answered. */
export async function reviewsDue(
  ports: ModerationPorts,
  body: string,
): Promise<{ readonly lapsed: number; readonly told: number }> {
  const before = new Date(ports.clock.now().getTime() - WORD_DAYS * DAY_MILLISECONDS);
  const { lapsed, waiting } = await ports.database.inBody(body, async (tx) => ({
    lapsed: await lapse(tx, body, before),
    waiting: await untold(tx, body),
  }));
  const ids = waiting.map(({ id }) => id);
  await each(ids, (id) =>
    ports.database.inBody(body, async (tx) => {
      const found = await reviewById(tx, id);
      const statement = found && (await statementById(tx, found.statement_id));
      if (statement === undefined) return;
      // Cases are locked before reviews, always.
      await lockCase(tx, statement.case_id);
      const review = await lockReview(tx, id);
      if (review === undefined || review.told !== null) return;
      const outcome = review.state === 'recorded' ? 'recorded' : 'corrected';
      // The one who took it back, or who had decided what is final: their act is carried on, nobody decides anew.
      const person = review.person ?? statement.person;
      const { restored } = review;
      const told = await tellOutcome(ports, tx, { review, statement, outcome, restored, resolving: null, person });
      await updateReview(tx, id, { told });
    }),
  );
  return { lapsed, told: waiting.length };
}
