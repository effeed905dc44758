// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import { governanceError } from '../errors.ts';
import { isElsewhere } from '../people/enter.ts';
import { personHere } from '../people/give.ts';
import type { ByWhom } from '../people/ports.ts';
import { bodiesOfPerson, endSessions, personByEmail } from '../people/store.ts';
import { ROLE_WORDS } from '../role.ts';
import type { FactorRuleRequest } from './contract.ts';
import type { FactorPorts } from './prove.ts';
import { insertRule, removeFactorOf } from './store.ts';

// What the head does about the second factors of others.

/** From when on a role has to show a second factor; null takes it back. */
export async function chooseFactorRule(
  { database, clock }: Pick<FactorPorts, 'database' | 'clock'>,
  { body, actor }: ByWhom,
  { role, since: from }: FactorRuleRequest,
): Promise<void> {
  await database.inBody(body, async (tx) => {
    const now = clock.now();
    const since = from === null ? null : new Date(from);
    const id = newId();
    await insertRule(tx, { id, body, role, since, chosen_by: actor.id, chosen_by_name: actor.name, at: now });
    const day = since?.toLocaleDateString('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'long' });
    await record(tx, body, now, {
      ...{ kind: 'second-factor.rule', subject: id, person: actor, grounds: [], policyVersion: null },
      summary:
        day === undefined
          ? `Il secondo fattore non è più chiesto a chi ha l’incarico di ${ROLE_WORDS[role]}`
          : `Il secondo fattore è chiesto a chi ha l’incarico di ${ROLE_WORDS[role]} dal ${day}`,
      facts: { rule: id, role, since: since?.toISOString() ?? null },
    });
  });
}

/**
 * Takes the second factor from somebody who lost their telephone and their codes; their open accesses end. Throws
 * PERSON_NOT_HERE, MANDATE_OWN, SECOND_FACTOR_ELSEWHERE, SECOND_FACTOR_OFF.
 */
export async function resetFactor(
  ports: Pick<FactorPorts, 'database' | 'clock'>,
  { body, actor, person: id }: ByWhom & { readonly person: string },
  reason: string,
): Promise<void> {
  // INVARIANT: a second factor that one takes from oneself without showing it would be none.
  if (id === actor.id) throw governanceError('MANDATE_OWN');
  const elsewhere = await isElsewhere(ports, { body, id });
  await ports.database.inBody(body, async (tx) => {
    const person = await personHere(tx, body, id);
    // INVARIANT: nobody in one body opens another by what a person of both holds.
    if (elsewhere) throw governanceError('SECOND_FACTOR_ELSEWHERE');
    if (!(await removeFactorOf(tx, id))) throw governanceError('SECOND_FACTOR_OFF');
    const sessions = await endSessions(tx, id);
    await record(tx, body, ports.clock.now(), {
      ...{ kind: 'second-factor.reset', subject: id, person: actor, grounds: [], policyVersion: null },
      summary: `Tolto a ${person.name} il secondo fattore, perché possa attivarne un altro; accessi chiusi ${sessions}`,
      facts: { person: id, reason, sessions },
    });
  });
}

/**
 * Whoever runs the machine takes the second factor from somebody whom no body may take it from alone; it is in the record of
 * each. Whether there was one.
 */
export async function unlockPerson(
  { database, clock }: Pick<FactorPorts, 'database' | 'clock'>,
  email: string,
): Promise<boolean> {
  const now = clock.now();
  const person = await database.outside(async (tx) => {
    const found = await personByEmail(tx, email.trim().toLowerCase());
    if (found === undefined || !(await removeFactorOf(tx, found.id))) return undefined;
    await endSessions(tx, found.id);
    return found;
  });
  if (person === undefined) return false;
  const bodies = await database.asPerson(person.id, (tx) => bodiesOfPerson(tx, person.id, now));
  for (const body of bodies)
    await database.inBody(body, (tx) =>
      record(tx, body, now, {
        ...{ kind: 'second-factor.reset', subject: person.id, person: null, grounds: [], policyVersion: null },
        summary: `Tolto a ${person.name}, da chi gestisce l’installazione, il secondo fattore`,
        facts: { person: person.id },
      }),
    );
  return true;
}
