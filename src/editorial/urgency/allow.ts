// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import { editorialError } from '../errors.ts';
import type { Acting, EditorialPorts } from '../ports.ts';
import type { UrgencyChoice, UrgencyView } from './contract.ts';
import { endUrgency, insertUrgency } from './store.ts';
import { urgencyViewIn } from './view.ts';

/** The body chooses, by an act of its own, that one person alone may correct what is out; another choice takes the place of this one. */
export async function allowUrgency(
  ports: EditorialPorts,
  { body, actor, act, hours }: Acting & UrgencyChoice,
): Promise<UrgencyView> {
  return ports.database.inBody(body, async (tx) => {
    const at = ports.clock.now();
    await endUrgency(tx, body, { ended_at: at, ended_by: actor.id, ended_by_name: actor.name });
    const id = newId();
    await insertUrgency(tx, { id, body, act, hours, chosen_by: actor.id, chosen_by_name: actor.name, at });
    await record(tx, body, at, {
      kind: 'editorial.urgency-allowed',
      subject: id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Consentite le correzioni urgenti, da ratificare entro ${hours} ore: ${act}`,
      facts: { hours },
    });
    return urgencyViewIn(ports, tx, body);
  });
}

/** Nobody corrects alone any more; what waits to be ratified still does. Throws URGENCY_NOT_ALLOWED. */
export async function endUrgencyChoice(ports: EditorialPorts, { body, actor }: Acting): Promise<UrgencyView> {
  return ports.database.inBody(body, async (tx) => {
    const at = ports.clock.now();
    const ended = { ended_at: at, ended_by: actor.id, ended_by_name: actor.name };
    if (!(await endUrgency(tx, body, ended))) throw editorialError('URGENCY_NOT_ALLOWED');
    await record(tx, body, at, {
      kind: 'editorial.urgency-ended',
      subject: body,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: 'Le correzioni urgenti non sono più consentite',
      facts: {},
    });
    return urgencyViewIn(ports, tx, body);
  });
}
