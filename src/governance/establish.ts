// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Clock, newId } from '#kernel';
import type { Database } from '#platform';
import type { Role } from './contract.ts';
import { insertBody, insertMandate } from './store.ts';

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
  /** Who gave it and by which act. */
  readonly act: string;
}

/** Gives a person a role in a body, from now on; repeating it changes nothing. */
export async function giveMandate(database: Database, clock: Clock, mandate: NewMandate): Promise<void> {
  await database.inBody(mandate.body, (tx) =>
    insertMandate(tx, { ...mandate, id: newId(), since: clock.now(), until: null }),
  );
}
