// SPDX-License-Identifier: AGPL-3.0-or-later
import { each } from '#platform';
import { leftByTerm } from './departure-store.ts';
import { closeAll } from './leave.ts';
import type { PeoplePorts } from './ports.ts';

/** Whoever has just ended a mandate may be about to give another: the guard has refused in any case since the moment itself. */
const GRACE_MILLISECONDS = 60_000;

/** Closes what is still open of people whose last mandate in the body has passed. Bears repetition. */
export async function termsOver(ports: PeoplePorts, body: string): Promise<void> {
  const { database, clock } = ports;
  const now = clock.now();
  const before = new Date(now.getTime() - GRACE_MILLISECONDS);
  const gone = await database.inBody(body, (tx) => leftByTerm(tx, body, before));
  const named = new Map(gone.map((person) => [person.id, person]));
  await each([...named.keys()], async (id) => {
    const person = named.get(id);
    if (person === undefined) return;
    await database.inBody(body, (tx) => closeAll(ports, tx, { body, person, now, by: null, reason: null }));
  });
}
