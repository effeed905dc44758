// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { fingerprintOf } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { LEARNED_CATEGORIES, MODEL_DIGEST } from '#triage';
import type { ModerationPorts } from '../ports.ts';
import type { LearnedChoice, LearnedChoiceRequest, LearnedState } from './contract.ts';
import { rankOpen } from './rank.ts';
import { chosenIn } from './state.ts';
import { choicesOf, dropLines, insertChoice, linesFacts } from './store.ts';

const SUMMARIES: Record<LearnedChoice, string> = {
  'ordering-on': 'Attivato il modello che ordina la coda a parità di priorità e scadenza',
  'ordering-off': 'Disattivato il modello che ordina la coda',
  'own-decisions-on': 'Attivato l’apprendimento dalle decisioni dell’ente, sulla sua macchina',
  'own-decisions-off': 'Disattivato l’apprendimento dalle decisioni dell’ente',
  reset: 'Azzerato ciò che il modello aveva imparato dalle decisioni dell’ente',
};

const FORGETS: readonly LearnedChoice[] = ['own-decisions-off', 'reset'];

/** A choice of the body about the learned part, recorded, and carried out on the open queue at once. */
export async function chooseLearned(
  ports: ModerationPorts,
  { body, actor }: { readonly body: string; readonly actor: Actor },
  { choice, note }: LearnedChoiceRequest,
): Promise<LearnedState> {
  return ports.database.inBody(body, async (tx) => {
    const at = ports.clock.now();
    await insertChoice(tx, {
      id: newId(),
      body,
      choice,
      note,
      recorded_by: actor.id,
      recorded_by_name: actor.name,
      at,
    });
    if (FORGETS.includes(choice)) await dropLines(tx, body);
    // INVARIANT: the cases before the record, as whoever decides locks them.
    await rankOpen(ports, tx, body);
    await record(tx, body, at, {
      kind: choice === 'reset' ? 'learned.reset' : 'learned.chosen',
      subject: null,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: SUMMARIES[choice],
      facts: { choice, model: MODEL_DIGEST, note: fingerprintOf(ports.vault, note) },
    });
    return stateOf(ports, tx, body);
  });
}

export const learnedState = (ports: ModerationPorts, body: string): Promise<LearnedState> =>
  ports.database.inBody(body, (tx) => stateOf(ports, tx, body));

async function stateOf({ localModel }: ModerationPorts, tx: Tx, body: string): Promise<LearnedState> {
  const choices = await choicesOf(tx, body);
  const { ordering, ownDecisions } = chosenIn(choices);
  const facts = await linesFacts(tx, body);
  return {
    ordering,
    ownDecisions,
    model: { digest: MODEL_DIGEST, categories: [...LEARNED_CATEGORIES] },
    localModel: localModel?.name ?? null,
    learned:
      facts === undefined || facts.decisions === 0 ? null : { decisions: facts.decisions, at: facts.at.toISOString() },
    choices: choices.toReversed().map(({ choice, note, recorded_by: id, recorded_by_name: name, at }) => ({
      choice,
      note,
      by: { id, name },
      at: at.toISOString(),
    })),
  };
}
