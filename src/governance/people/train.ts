// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { governanceError } from '../errors.ts';
import type { TrainingRequest } from './contract.ts';
import { personHere } from './give.ts';
import type { ByWhom, PeoplePorts } from './ports.ts';
import { insertTraining } from './store.ts';
import { NO_TERMS } from './terms.ts';

/** Notes a course that somebody of the body attended. Throws PERSON_NOT_HERE, MANDATE_DATES. */
export async function noteTraining(
  ports: PeoplePorts,
  { body, actor, person: id }: ByWhom & { readonly person: string },
  { what, on, document }: TrainingRequest,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const person = await personHere(tx, body, id);
    if (on > now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' })) throw governanceError('MANDATE_DATES');
    await insertTraining(tx, { body, person: id, what, document, on, at: now, by: actor });
    const { training } = (await ports.policy.termsOf(tx, body, now)) ?? NO_TERMS;
    await record(tx, body, now, {
      kind: 'training.noted',
      subject: id,
      person: actor,
      grounds: training,
      policyVersion: null,
      summary: `Registrata la formazione di ${person.name}: ${what}, ${on}`,
      facts: { person: id, what, on, document },
    });
  });
}
