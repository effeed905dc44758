// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { type Figure, ladderTerms } from '#policy';
import { inForce } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import type { LadderChoiceRequest, LadderChoices } from './author-contract.ts';
import { ladderError } from './errors.ts';
import { choicesOf } from './history.ts';
import { insertLadderChoice, latestChoice } from './store.ts';

/** The figures of the ladder: the policy's, or the body's where it is silent. */
export async function ladderChoices(ports: ModerationPorts, body: string): Promise<LadderChoices> {
  return ports.database.inBody(body, (tx) => choicesView(ports, tx, body));
}

async function choicesView({ clock }: Pick<ModerationPorts, 'clock'>, tx: Tx, body: string): Promise<LadderChoices> {
  const { compiled } = await inForce(tx, body, clock.now());
  const terms = ladderTerms(compiled, await choicesOf(tx, body));
  const latest = await latestChoice(tx, body);
  return {
    threshold: figureView(terms.threshold),
    windowDays: figureView(terms.windowDays),
    notesDays: latest?.notes_days ?? null,
    latest: latest === undefined ? null : { act: latest.act, by: latest.person_name, at: latest.at.toISOString() },
  };
}

const figureView = (figure: Figure | undefined) =>
  figure === undefined
    ? null
    : { value: figure.value ?? null, clause: figure.clause?.id ?? null, chosen: figure.chosen };

/** The body chooses, by an act, the numbers that its policy does not give. Throws NOTHING_TO_CHOOSE for one that it does. */
export async function chooseLadder(
  ports: ModerationPorts,
  { body, actor }: { readonly body: string; readonly actor: Actor },
  request: LadderChoiceRequest,
): Promise<LadderChoices> {
  return ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const { compiled, version } = await inForce(tx, body, now);
    const silent = ladderTerms(compiled);
    refuseGiven(silent.threshold, request.threshold);
    refuseGiven(silent.windowDays, request.windowDays);
    const id = newId();
    await insertLadderChoice(tx, {
      ...{ id, body, threshold: request.threshold, window_days: request.windowDays, notes_days: request.notesDays },
      ...{ act: request.act, person: actor.id, person_name: actor.name, at: now },
    });
    await record(tx, body, now, {
      kind: 'ladder.chosen',
      subject: id,
      person: actor,
      grounds: [silent.threshold?.clause?.id].filter((one) => one !== undefined),
      policyVersion: version,
      summary: `Scelti i numeri della gradualità delle misure (${request.act}): ${told(request)}`,
      facts: { ...request },
    });
    return choicesView(ports, tx, body);
  });
}

/** Where the policy asks for no repetition, or says its own number, there is nothing to choose. */
function refuseGiven(figure: Figure | undefined, chosen: number | null): void {
  if (chosen !== null && (figure === undefined || figure.value !== undefined)) throw ladderError('NOTHING_TO_CHOOSE');
}

function told({ threshold, windowDays, notesDays }: LadderChoiceRequest): string {
  const parts = [
    threshold === null ? null : `blocco da ${threshold} violazioni`,
    windowDays === null ? null : `contate su ${windowDays} giorni`,
    notesDays === null ? null : `note conservate ${notesDays} giorni`,
  ].filter((one) => one !== null);
  return parts.length === 0 ? 'nessuno' : parts.join(', ');
}
