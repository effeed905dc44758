// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { type Clock, newId } from '#kernel';
import type { Database } from '#platform';
import type { Actor } from './authorise.ts';
import { ROLE_WORDS, type Role } from './contract.ts';
import { governanceError } from './errors.ts';
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
  readonly office: string | null;
  /** The act by which it is given. */
  readonly act: string;
  /** Who gives it; absent: whoever installs. */
  readonly by?: Actor;
}

/**
 * Gives a person a role in a body, from now on, and enters it in the record; changes nothing while they hold it. Throws
 * PERSON_UNKNOWN.
 */
export async function giveMandate(database: Database, clock: Clock, mandate: NewMandate): Promise<void> {
  const { body, person, role, office, act, by } = mandate;
  await database.inBody(body, async (tx) => {
    const name = await personName(tx, person);
    if (name === undefined) throw governanceError('PERSON_UNKNOWN');
    const now = clock.now();
    const given = { id: newId(), body, person, role, office, act, since: now, until: null };
    if (!(await insertMandate(tx, given))) return;
    await record(tx, body, now, {
      kind: 'mandate.given',
      subject: person,
      person: by ?? null,
      grounds: [],
      policyVersion: null,
      summary: `Dato a ${name} l’incarico di ${ROLE_WORDS[role]}`,
      facts: { mandate: given.id, role, office, act },
    });
  });
}
