// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { governanceError } from '../errors.ts';
import { establishBody } from '../establish.ts';
import { CAPACITY_WORDS } from '../role.ts';
import { insertMandate, peopleWithMandate } from '../store.ts';
import type { MandateAct } from './contract.ts';
import { factsOf } from './give.ts';
import { type LinkPorts, makeLink } from './link.ts';
import type { PeoplePorts } from './ports.ts';
import { insertPerson, lockEmail, personByEmail, type StoredMandate, type StoredPerson } from './store.ts';

export interface FirstPerson {
  readonly body: { readonly slug: string; readonly name: string };
  readonly name: string;
  readonly email: string;
  readonly office: string | null;
  readonly act: MandateAct;
}

/**
 * Whoever installs enters a body and the person who will take in all the others: head of the desk, by an act. The link by which
 * they set their password; null where it goes by letter. Throws FIRST_IS_THERE.
 */
export async function enterFirst(
  ports: LinkPorts & Pick<PeoplePorts, 'database'>,
  { body: { slug, name: bodyName }, name, email: written, office, act }: FirstPerson,
): Promise<string | null> {
  const { database, clock } = ports;
  const email = written.toLowerCase();
  await establishBody(database, clock, { slug, name: bodyName });
  return database.inBody(slug, async (tx) => {
    const now = clock.now();
    await lockEmail(tx, email);
    if ((await peopleWithMandate(tx, slug, now)).some(({ role }) => role === 'head'))
      throw governanceError('FIRST_IS_THERE', slug);
    const person = (await personByEmail(tx, email)) ?? (await newPerson(tx, { id: newId(), name, email }, now));
    const mandate: StoredMandate = {
      ...{ id: newId(), body: slug, person: person.id, role: 'head', capacity: 'head', office, engagement: 'staff' },
      ...{ act: act.number, act_on: act.on, authority: act.authority, since: now, until: null },
      ...{ networks: null, accounts: null, coordinates: false, delegate: false, given_by: null, given_by_name: null },
    };
    await insertMandate(tx, mandate);
    await record(tx, slug, now, {
      kind: 'mandate.given',
      subject: person.id,
      person: null,
      grounds: [],
      policyVersion: null,
      summary: `Dato a ${person.name}, da chi installa, l’incarico di ${CAPACITY_WORDS.head}`,
      facts: factsOf(mandate),
    });
    return makeLink(ports, tx, { body: slug, person, actor: null });
  });
}

async function newPerson(tx: Tx, person: StoredPerson, at: Date): Promise<StoredPerson> {
  await insertPerson(tx, person, at);
  return person;
}
