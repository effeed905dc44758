// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf } from '#channels';
import { commandsOf } from '#delivery';
import type { Actor } from '#governance';
import { type Item, itemById, textOf } from '#inbox';
import type { Tx } from '#platform';
import { isPast } from '#policy';
import type { ModerationPorts } from '../ports.ts';
import { type StoredStatement, statementsByIds } from '../statements/store.ts';
import { statementsToGive } from '../statements/to-give.ts';
import { written } from '../statements/view.ts';
import { caseById } from '../store.ts';
import { askedWords } from './ask.ts';
import type { ReviewsPage, ReviewView } from './contract.ts';
import { outcomeCauses } from './outcome.ts';
import { mayReview } from './settle.ts';
import { closedReviews, openReviews, type Review } from './store.ts';
import { outcomeOf } from './tell-outcome.ts';

const CLOSED_SHOWN = 50;

/** The reviews of a body, those that wait first, by their day. */
export async function reviewsPage(ports: ModerationPorts, body: string, actor: Actor): Promise<ReviewsPage> {
  return ports.database.inBody(body, async (tx) => ({
    open: await reviewViews(ports, tx, await openReviews(tx, body), actor),
    closed: await reviewViews(ports, tx, await closedReviews(tx, body, CLOSED_SHOWN), actor),
    toGive: await statementsToGive(ports, tx, body),
  }));
}

async function reviewViews(ports: ModerationPorts, tx: Tx, reviews: readonly Review[], actor: Actor) {
  const statements = await statementsByIds(
    tx,
    reviews.map(({ statement_id }) => statement_id),
  );
  const views: ReviewView[] = [];
  for (const review of reviews) {
    const statement = statements.get(review.statement_id);
    if (statement !== undefined) views.push(...(await viewOf(ports, tx, { review, statement, actor })));
  }
  return views;
}

interface Viewing {
  readonly review: Review;
  readonly statement: StoredStatement;
  readonly actor: Actor;
}

async function viewOf(ports: ModerationPorts, tx: Tx, { review, statement, actor }: Viewing): Promise<ReviewView[]> {
  const [row, item] = [await caseById(tx, statement.case_id), await itemById(tx, statement.item_id)];
  if (row === undefined || item === undefined) return [];
  const now = ports.clock.now();
  return [
    {
      ...{ id: review.id, statement: statement.id, case: { id: row.id, number: Number(row.number) } },
      via: review.via === 'page' && review.item_id === null ? 'page-code' : review.via,
      state: review.state as ReviewView['state'],
      ...{ network: item.network, measure: statement.measure, clauses: statement.clauses },
      text: (await textOf(tx, item.id, item.version)) ?? null,
      words: await wordsAgainst(ports, tx, review, statement),
      openedAt: (review.opened_at ?? review.asked_at).toISOString(),
      answerBy: review.answer_by,
      late: review.state === 'open' && review.answer_by !== null && isPast(review.answer_by, now),
      ...{ decidedBy: statement.person_name, decidedAt: statement.at.toISOString() },
      mine: mayReview(statement, actor) ? 'yes' : statement.person === actor.id ? 'same-person' : 'not-yours',
      overturning: overturningWords(statement, item),
      outcome: await outcomeView(ports, tx, { review, statement, item }),
    },
  ];
}

/** What was written on the page or brought to the desk, and in the item that bore the code. */
async function wordsAgainst(
  { vault }: ModerationPorts,
  tx: Tx,
  review: Review,
  statement: StoredStatement,
): Promise<string | null> {
  const asked = await askedWords({ tx, vault }, review, statement);
  // The word alone says nothing.
  if (review.item_id === null || (asked !== null && review.via === 'page')) return asked;
  const item = await itemById(tx, review.item_id);
  const text = item === undefined ? undefined : await textOf(tx, item.id, item.version);
  return [asked, text].filter((one) => one != null).join('\n\n') || null;
}

async function outcomeView(
  { vault }: ModerationPorts,
  tx: Tx,
  { review, statement, item }: { review: Review; statement: StoredStatement; item: Item },
): Promise<ReviewView['outcome']> {
  if (review.decided_at === null && review.told === null) return null;
  const words = await outcomeOf({ tx, vault }, review, statement);
  return {
    ...{ by: review.person_name, at: review.decided_at?.toISOString() ?? null, restored: review.restored },
    ...{ reasons: words?.reasons ?? null, text: words?.text ?? null, told: review.told },
    givenAt: review.given_at?.toISOString() ?? null,
    enforcements: await written({ tx, vault }, await commandsOf(tx, { causes: outcomeCauses(review.id) }), item),
  };
}

/** Said before it is done. */
function overturningWords({ measure }: StoredStatement, { network }: Item): string {
  const capabilities = adapterOf(network)?.capabilities;
  if (measure === 'warn') return 'L’avviso non conta più.';
  if (measure === 'ban') return 'Il blocco viene tolto, sul social o da una persona.';
  if (measure === 'hide' && capabilities !== undefined && capabilities.hide.undoable) return capabilities.unhide.effect;
  return 'Sul social non si può rimettere ciò che è stato rimosso: la decisione si annulla qui, la violazione non conta più, e all’autore si dice che può scriverlo di nuovo.';
}
