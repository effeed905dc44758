// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '#kernel';
import type { Database, Tx } from '#platform';
import type { Role, Session } from './contract.ts';
import { governanceError } from './errors.ts';
import type { SignedIn, SignIn } from './sign-in.ts';
import { mandatesOf, roleOf } from './store.ts';

/** A person acting in a body, in the role of a mandate in force. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Which roles may do what; reading is for every mandate. */
const MAY = {
  read: ['moderator', 'head', 'auditor'],
  decide: ['moderator', 'head'],
} as const satisfies Record<string, readonly Role[]>;
export type Act = keyof typeof MAY;

export interface Guard {
  /** Who is signed in, or the error NOT_SIGNED_IN. */
  signedIn(headers: Headers): Promise<SignedIn>;
  /** Who acts in this body: NO_MANDATE without a mandate in force, ROLE_TOO_NARROW without a role for the act. */
  actor(headers: Headers, body: string, act: Act): Promise<Actor>;
  session(headers: Headers, demo: boolean): Promise<Session>;
}

export function guardOf(signIn: SignIn, database: Database, clock: Clock): Guard {
  const signedIn = async (headers: Headers) => {
    const person = await signIn.personOf(headers);
    if (person === null) throw governanceError('NOT_SIGNED_IN');
    return person;
  };
  return {
    signedIn,
    actor: async (headers, body, act) => {
      const person = await signedIn(headers);
      const role = await database.inBody(body, (tx) => roleOf(tx, person.id, clock.now()));
      if (role === undefined) throw governanceError('NO_MANDATE', body);
      if (!(MAY[act] as readonly Role[]).includes(role)) throw governanceError('ROLE_TOO_NARROW');
      return { id: person.id, name: person.name, role };
    },
    session: async (headers, demo) => {
      const person = await signedIn(headers);
      const mandates = await database.asPerson(person.id, (tx: Tx) => mandatesOf(tx, person.id, clock.now()));
      return { person, mandates, demo };
    },
  };
}
