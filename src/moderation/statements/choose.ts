// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import { type DayTerm, type ReviewTerms, reviewTerms } from '#policy';
import { holdRulebook, inForce } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import { reviewError } from '../review/errors.ts';
import type { StatementChoiceRequest, StatementChoices } from './contract.ts';
import { choicesFrom } from './facts.ts';
import { insertChoice, latestChoice, type StatementChoice } from './store.ts';
import { termWords } from './wording.ts';

/** What binds the body's statements and reviews now. */
export async function statementChoices(ports: ModerationPorts, body: string): Promise<StatementChoices> {
  return ports.database.inBody(body, async (tx) => {
    const { compiled } = await inForce(tx, body, ports.clock.now());
    const choice = await latestChoice(tx, body);
    return choicesView(reviewTerms(compiled, 'takedown', choicesFrom(choice)), choice);
  });
}

function choicesView(terms: ReviewTerms, choice: StatementChoice | undefined): StatementChoices {
  const { decisions, clause, ask, answer } = terms;
  return {
    decisions,
    clause: clause === undefined ? null : { id: clause.id, title: clause.title },
    ask: termView(ask),
    answer: termView(answer),
    publicNotice: choice?.public_notice ?? false,
    chosen: choice === undefined ? null : { act: choice.act, by: choice.person_name, at: choice.at.toISOString() },
  };
}

/** A chosen term counts working days, one of the policy those of the calendar. */
const termView = (term: DayTerm | undefined): StatementChoices['ask'] =>
  term === undefined ? null : { days: term.days, working: term.working, chosen: term.working };

/** The head chooses, by an act, what the policy leaves unsaid. Throws TERM_GIVEN_BY_POLICY. */
export async function chooseStatements(
  ports: ModerationPorts,
  { body, actor, request }: { readonly body: string; readonly actor: Actor; readonly request: StatementChoiceRequest },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    await holdRulebook(tx, body);
    const now = ports.clock.now();
    const { compiled, version } = await inForce(tx, body, now);
    const written = reviewTerms(compiled, 'takedown');
    if (written.ask !== undefined && request.askDays !== null) throw reviewError('TERM_GIVEN_BY_POLICY');
    if (written.answer !== undefined && request.answerDays !== null) throw reviewError('TERM_GIVEN_BY_POLICY');
    const { askDays, answerDays, publicNotice, act } = request;
    await insertChoice(tx, {
      ...{ id: newId(), body, ask_days: askDays, answer_days: answerDays, public_notice: publicNotice, act },
      ...{ person: actor.id, person_name: actor.name, at: now },
    });
    await record(tx, body, now, {
      kind: 'statement.terms-chosen',
      subject: body,
      person: actor,
      grounds: written.clause === undefined ? [] : [written.clause.id],
      policyVersion: version,
      summary: `Scelti i termini del riesame (${act}): per chiederlo ${daysWords(askDays)}, per decidere ${daysWords(answerDays)}; avviso pubblico ${publicNotice ? 'attivo' : 'non attivo'}`,
      facts: { askDays, answerDays, publicNotice },
    });
  });
}

const daysWords = (days: number | null): string =>
  days === null ? 'nessuna scelta' : termWords({ days, working: true });
