// SPDX-License-Identifier: AGPL-3.0-or-later
import { accountById } from '#accounts';
import { commandsOf, type StoredCommand } from '#delivery';
import type { Actor } from '#governance';
import { authorName, type Item } from '#inbox';
import type { Tx, Vault } from '#platform';
import type { EnforcementView } from '../contract.ts';
import { matterOf } from '../decide.ts';
import { enforcementView, guideFor } from '../detail.ts';
import { moderationError } from '../errors.ts';
import { type Matter, optionFor } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import { reviewByItem, standingOf } from '../review/store.ts';
import { caseById } from '../store.ts';
import { refuseUnclearGrounds } from './clear.ts';
import type { CaseStatements, StatementPreview, StatementPreviewRequest, StatementView } from './contract.ts';
import { factsFor, isSilenced, measureOn, pageOf, termsFor } from './facts.ts';
import { mayBePublic, wordsOf } from './issue.ts';
import { statementOf } from './statement.ts';
import { latestChoice, type StatementChoice, type StoredStatement, statementById, statementsOfCase } from './store.ts';
import { wayOf } from './telling.ts';
import { stateOf } from './to-give.ts';

/** In a text that is only shown beforehand. */
const CODE_TO_COME = '····-····-····-····';

/** What is told of a case to its author: how it would be, before deciding, and how it was. Throws CASE_NOT_FOUND. */
export async function caseStatements(
  ports: ModerationPorts,
  { body, case: id, actor }: { readonly body: string; readonly case: string; readonly actor: Actor },
): Promise<CaseStatements> {
  return ports.database.inBody(body, async (tx) => {
    const row = await caseById(tx, id);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const { item, matter } = await matterOf(ports, tx, row);
    const choice = await latestChoice(tx, body);
    const terms = termsFor(matter, 'hide', choice);
    const issued = await statementsOfCase(tx, id);
    return {
      beforehand: row.state === 'open' ? await beforehandOf(ports, tx, { item, matter, choice }) : [],
      issued: await statementViews(ports, tx, { statements: issued, item, actor }),
      decisions: terms.decisions,
      askTermMissing: terms.decisions === 'open' && terms.ask === undefined,
      contests: await contestedBy(tx, item.id),
    };
  });
}

interface Before {
  readonly item: Item;
  readonly matter: Matter;
  readonly choice: StatementChoice | undefined;
}

async function beforehandOf(ports: ModerationPorts, tx: Tx, { item, matter, choice }: Before) {
  const now = ports.clock.now();
  const ways: CaseStatements['beforehand'] = [];
  for (const kind of ['hide', 'remove'] as const) {
    const option = optionFor(kind, matter);
    if (!option.available) continue;
    const measure = measureOn(kind, matter);
    const way = await wayOf(tx, { item, matter, now, inPublic: mayBePublic(measure, choice?.public_notice) });
    ways.push({ measure, told: way.told, effect: way.effect, missing: [...way.missing] });
  }
  return ways;
}

interface Previewing {
  readonly body: string;
  readonly case: string;
  readonly request: StatementPreviewRequest;
}

/**
 * The text that the author would receive of a decision as it is being made. Throws TO_AUTHOR_NOT_CLEAR, GROUND_NOT_CLEAR,
 * GROUND_WHY_NOT_CLEAR.
 */
export async function previewStatement(
  ports: ModerationPorts,
  { body, case: id, request }: Previewing,
): Promise<StatementPreview> {
  return ports.database.inBody(body, async (tx) => {
    const row = await caseById(tx, id);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const { item, matter } = await matterOf(ports, tx, row);
    const { kind, grounds, toAuthor = '', report: reported = false } = request;
    const author = item.author_id === null ? null : ((await authorName(tx, item.author_id)) ?? null);
    refuseUnclearGrounds(matter.policy, grounds, author);
    const choice = await latestChoice(tx, body);
    const at = ports.clock.now();
    const stated = {
      measure: measureOn(kind, matter),
      item,
      matter,
      grounds,
      toAuthor,
      reported,
      reviewOn: null,
      author,
      at,
    };
    const facts = factsFor(ports, stated, { choice, code: CODE_TO_COME });
    return { text: facts === undefined || isSilenced(matter, grounds) ? null : statementOf(facts).text };
  });
}

async function statementViews(
  ports: Pick<ModerationPorts, 'vault' | 'url' | 'clock'>,
  tx: Tx,
  { statements, item, actor }: { statements: readonly StoredStatement[]; item: Item; actor: Actor },
): Promise<StatementView[]> {
  const commands = await commandsOf(tx, { causes: statements.flatMap(({ id, cause }) => [id, cause]) });
  const reviews = await standingOf(
    tx,
    statements.map(({ id }) => id),
  );
  const views: StatementView[] = [];
  const now = ports.clock.now();
  for (const statement of statements) {
    const words = await wordsOf({ tx, vault: ports.vault }, statement);
    const review = reviews.get(statement.id);
    const own = commands.filter(({ cause }) => cause === statement.id);
    views.push({
      ...{ id: statement.id, cause: statement.cause, measure: statement.measure, told: statement.told },
      clauses: statement.clauses,
      ...{ code: words?.code ?? null, text: words?.text ?? null },
      mine: statement.person === actor.id,
      page: words === null ? null : pageOf(ports.url, words.code),
      state: stateOf(
        statement,
        commands.filter(({ cause }) => cause === statement.id || cause === statement.cause),
        now,
      ),
      givenAt: statement.given_at?.toISOString() ?? null,
      at: statement.at.toISOString(),
      ...{ decisions: statement.decisions, askBy: statement.ask_by },
      withdrawnAt: statement.withdrawn_at?.toISOString() ?? null,
      enforcements: await written({ tx, vault: ports.vault }, own, item),
      review: review === undefined ? null : { id: review.id, state: review.state as ReviewedState },
    });
  }
  return views;
}

type ReviewedState = NonNullable<StatementView['review']>['state'];

export async function written(
  { tx, vault }: { readonly tx: Tx; readonly vault: Vault },
  commands: readonly StoredCommand[],
  item: Item,
): Promise<EnforcementView[]> {
  if (commands.length === 0) return [];
  const account = await accountById(tx, item.account_id);
  return commands.map((command) => enforcementView(command, guideFor(vault, command, { item, account })));
}

async function contestedBy(tx: Tx, item: string): Promise<CaseStatements['contests']> {
  const review = await reviewByItem(tx, item);
  const statement = review && (await statementById(tx, review.statement_id));
  const row = statement && (await caseById(tx, statement.case_id));
  if (review === undefined || row === undefined) return null;
  return { review: review.id, case: row.id, number: Number(row.number), state: review.state };
}
