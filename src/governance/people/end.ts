// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Tx } from '#platform';
import { governanceError } from '../errors.ts';
import { CAPACITY_WORDS } from '../role.ts';
import { lockMandates, peopleWithMandate } from '../store.ts';
import type { EndRequest } from './contract.ts';
import { factsOf, groundsOf, liveMandate } from './give.ts';
import type { ByWhom, PeoplePorts } from './ports.ts';
import { changeMandate, personById } from './store.ts';

/**
 * Ends one mandate, now or at a moment to come. Throws MANDATE_NOT_FOUND, MANDATE_OVER, MANDATE_OWN, MANDATE_DATES,
 * LAST_HEAD.
 */
export async function endMandate(
  ports: PeoplePorts,
  { body, actor, id }: ByWhom & { readonly id: string },
  { at, reason }: EndRequest,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    await lockHeads(tx, body);
    const mandate = await liveMandate(tx, id, now);
    if (mandate.person === actor.id) throw governanceError('MANDATE_OWN');
    const until = at === null ? now : new Date(at);
    if (until < now) throw governanceError('MANDATE_DATES');
    if (mandate.role === 'head') await refuseLastHead(tx, { body, person: mandate.person, now });
    // One that never began ends where it would have begun.
    const ended = { ...mandate, until: new Date(Math.max(until.getTime(), mandate.since.getTime())) };
    await changeMandate(tx, id, { until: ended.until });
    const person = await personById(tx, mandate.person);
    await record(tx, body, now, {
      kind: 'mandate.ended',
      subject: mandate.person,
      person: actor,
      grounds: await groundsOf(ports, tx, { body, now }),
      policyVersion: null,
      summary: `${at === null ? 'Chiuso' : 'Fissata la fine per'} l’incarico di ${person?.name ?? ''} (${CAPACITY_WORDS[mandate.capacity]}): ${reason}`,
      facts: factsOf(ended),
    });
  });
}

/** Two heads who end each other's mandate at once would leave none. */
export const lockHeads = (tx: Tx, body: string): Promise<void> => lockMandates(tx, body, 'the heads');

/** Throws LAST_HEAD. */
export async function refuseLastHead(
  tx: Tx,
  { body, person, now }: { readonly body: string; readonly person: string; readonly now: Date },
): Promise<void> {
  const heads = (await peopleWithMandate(tx, body, now)).filter(({ role }) => role === 'head');
  if (heads.some(({ id }) => id === person) && heads.every(({ id }) => id === person))
    throw governanceError('LAST_HEAD');
}
