// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Clock, CodedError } from '#kernel';
import type { Database, Tx } from '#platform';
import { type Mandate, ROLE_WORDS, ROLES, type Role, type Session } from './contract.ts';
import { governanceError } from './errors.ts';
import type { SignedIn, SignIn } from './sign-in.ts';
import { mandatesOf } from './store.ts';

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
  'write-policy': ['moderator', 'head'],
  'approve-policy': ['head'],
  // What binds the others: turns, texts that all may send, a crisis, another's decision looked at anew.
  lead: ['head'],
} as const satisfies Record<string, readonly Role[]>;
export type Act = keyof typeof MAY;

/** Whether a role is enough for an act: for saying beforehand what the guard would say. */
export const roleMay = (role: Role, act: Act): boolean => (MAY[act] as readonly Role[]).includes(role);

const SLUG = /^[a-z0-9-]{2,60}$/;

export interface Guard {
  /** Who is signed in, or the error NOT_SIGNED_IN. */
  signedIn(headers: Headers): Promise<SignedIn>;
  /**
   * Who acts in this body, in the widest of their roles there that may do it: NO_MANDATE without a mandate in force,
   * ROLE_TOO_NARROW without a role for the act.
   */
  actor(headers: Headers, body: string, act: Act): Promise<Actor>;
  /**
   * Whether `actor` would still say yes: for whoever was let in once and stays, as a stream of news does. Prolongs no
   * session. Throws only where it cannot be known now, the database being away.
   */
  stillMay(headers: Headers, body: string, act: Act): Promise<boolean>;
  session(headers: Headers, demo: boolean): Promise<Session>;
}

export function guardOf(signIn: SignIn, database: Database, clock: Clock): Guard {
  const signedIn = async (headers: Headers) => {
    const person = await signIn.personOf(headers);
    if (person === null) throw governanceError('NOT_SIGNED_IN');
    return person;
  };
  const mandatesIn = (body: string, person: string): Promise<readonly Mandate[]> => {
    // The address of a request says what it likes; what is no body's name is not asked of the database.
    if (!SLUG.test(body)) return Promise.resolve([]);
    return database.inBody(body, (tx) => mandatesOf(tx, person, clock.now()));
  };
  const actor: Guard['actor'] = async (headers, body, act) => {
    const person = await signedIn(headers);
    const roles = (await mandatesIn(body, person.id)).map(({ role }) => role);
    if (roles.length === 0) throw governanceError('NO_MANDATE', body.slice(0, 60));
    const role = widest(roles.filter((held) => roleMay(held, act)));
    if (role === undefined) throw governanceError('ROLE_TOO_NARROW', neededFor(act));
    return { id: person.id, name: person.name, role };
  };
  return {
    signedIn,
    actor,
    stillMay: async (headers, body, act) => {
      try {
        await actor(headers, body, act);
        return true;
      } catch (error) {
        if (error instanceof CodedError && error.status < 500) return false;
        throw error;
      }
    },
    session: async (headers, demo) => {
      const person = await signedIn(headers);
      const mandates = await database.asPerson(person.id, (tx: Tx) => mandatesOf(tx, person.id, clock.now()));
      return { person, mandates: oneForEachBody(mandates), demo };
    },
  };
}

const neededFor = (act: Act): string =>
  `serve l’incarico di ${MAY[act].map((role) => ROLE_WORDS[role]).join(' o di ')}`;

const widest = (roles: readonly Role[]): Role | undefined => ROLES.findLast((role) => roles.includes(role));

/** The mandate of the widest role in each body, in the order given. */
export function oneForEachBody(mandates: readonly Mandate[]): Mandate[] {
  const byBody = Map.groupBy(mandates, ({ body }) => body);
  return [...byBody.values()].flatMap((held) => {
    const role = widest(held.map((mandate) => mandate.role));
    return held.find((mandate) => mandate.role === role) ?? [];
  });
}
