// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { type Clock, newId } from '#kernel';
import type { Database } from '#platform';
import type { Actor } from './authorise.ts';
import { governanceError } from './errors.ts';
import { completeMandate, insertTraining } from './people/store.ts';
import { type Capacity, ROLE_OF, ROLE_WORDS, type Role, USUAL_CAPACITY } from './role.ts';
import { insertBody, insertMandate, personName } from './store.ts';

/** Enters a body into the directory; repeating it changes nothing. */
export async function establishBody(
  database: Database,
  clock: Clock,
  body: { slug: string; name: string },
): Promise<void> {
  const { slug, name } = body;
  await database.inBody(slug, (tx) => insertBody(tx, { slug, name, created_at: clock.now() }));
}

export interface NewMandate {
  readonly body: string;
  readonly person: string;
  readonly role: Role;
  /** Absent: the usual one of the role. */
  readonly capacity?: Capacity;
  readonly office: string | null;
  /** The act by which it is given. */
  readonly act: string;
  /** Whose act it is, where the policy says whose it has to be. */
  readonly authority?: string;
  /** The course attended, where the policy wants one. */
  readonly training?: string;
  readonly coordinates?: boolean;
  /** Who gives it; absent: whoever installs. */
  readonly by?: Actor;
}

/**
 * Gives a person a role in a body, from now on, and enters it in the record; changes nothing while they hold it, except that an
 * authority that was not known is written down. Throws PERSON_UNKNOWN.
 */
export async function giveMandate(database: Database, clock: Clock, mandate: NewMandate): Promise<void> {
  const { body, person, role, capacity = USUAL_CAPACITY[role], office, act, by } = mandate;
  const authority = mandate.authority ?? null;
  await database.inBody(body, async (tx) => {
    const name = await personName(tx, person);
    if (name === undefined) throw governanceError('PERSON_UNKNOWN');
    const now = clock.now();
    const given = {
      id: newId(),
      body,
      person,
      role: ROLE_OF[capacity],
      capacity,
      office,
      act,
      since: now,
      until: null,
    };
    const rest = { authority, act_on: null, networks: null, accounts: null, delegate: false };
    const engagement = capacity === 'supplier' ? ('external' as const) : ('staff' as const);
    const giver = { given_by: by?.id ?? null, given_by_name: by?.name ?? null };
    const coordinates = mandate.coordinates ?? false;
    if (mandate.training !== undefined)
      await insertTraining(tx, { body, person, what: mandate.training, document: act, at: now, by: by ?? null });
    if (!(await insertMandate(tx, { ...given, ...rest, engagement, coordinates, ...giver }))) {
      if (authority !== null) await completeMandate(tx, { body, person, capacity, authority });
      return;
    }
    await record(tx, body, now, {
      kind: 'mandate.given',
      subject: person,
      person: by ?? null,
      grounds: [],
      policyVersion: null,
      summary: `Dato a ${name} l’incarico di ${ROLE_WORDS[role]}`,
      facts: { mandate: given.id, role, office, act, authority },
    });
  });
}
