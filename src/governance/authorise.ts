// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Clock, CodedError } from '#kernel';
import type { Database, Tx } from '#platform';
import type { Act } from './acts.ts';
import type { Mandate, Session } from './contract.ts';
import { governanceError } from './errors.ts';
import { NO_TERMS, type PolicyOnMandates, SILENT_POLICY } from './people/terms.ts';
import { ROLES, type Role } from './role.ts';
import type { SignedIn, SignIn } from './sign-in.ts';
import {
  type HeldMandate,
  isBound,
  isLimited,
  mandatesAt,
  mandatesShown,
  type Place,
  type Standing,
} from './standing.ts';
import { heldMandates, isTrained, mandatesOf } from './store.ts';
import { ACT_OF } from './tokens/act-of.ts';
import { type Machine, machineOf, tokenIn } from './tokens/machine.ts';

/** A person acting in a body, in the role of a mandate in force. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Where a person's mandates are good; a place that is in one of them is. */
export type Limits = readonly Pick<HeldMandate, 'networks' | 'accounts'>[];

const SLUG = /^[a-z0-9-]{2,60}$/;

export interface Guard {
  /** Who is signed in, or the error NOT_SIGNED_IN; TOKEN_NOT_HERE for a machine. */
  signedIn(headers: Headers): Promise<SignedIn>;
  /**
   * Who acts in this body, in the widest of their roles there that may do it: NO_MANDATE without a mandate in force,
   * ROLE_TOO_NARROW without a role for the act, NOT_AUTHORISED, TRAINING_MISSING or NOT_THE_ENABLING_OFFICE where the policy
   * in force asks for more, SECOND_FACTOR_NEEDED where the body does, OTHER_BODY_SESSION, TOKEN_OVER, TOKEN_TOO_NARROW.
   */
  actor(headers: Headers, body: string, act: Act): Promise<Actor>;
  /**
   * As `actor`, before a request is read: whoever has a mandate on some channels only is let in where the place is one of
   * them, else OTHER_CHANNEL. `place` is asked only of those.
   */
  admit(headers: Headers, asked: Admission): Promise<void>;
  /** Where whoever acts may act; null: everywhere in the body. */
  limits(headers: Headers, body: string, act: Act): Promise<Limits | null>;
  /**
   * Whether `actor` would still say yes: for whoever was let in once and stays, as a stream of news does. Prolongs no
   * session. Throws only where it cannot be known now, the database being away.
   */
  stillMay(headers: Headers, body: string, act: Act): Promise<boolean>;
  session(headers: Headers, demo: boolean): Promise<Session>;
}

export interface Admission {
  readonly body: string;
  readonly act: Act;
  /** The handler keeps to the limits by itself. */
  readonly narrowed?: boolean;
  /** What a machine has to be able to do to ask for it; absent: none may. */
  readonly machine?: 'reads' | 'drafts' | 'never';
  /** What the request is about; undefined: nobody knows, or the whole body. */
  readonly place: () => Promise<Place | undefined>;
}

/** One request asks several times; what it was told is good for so long. */
const FRESH_MILLISECONDS = 1000;

interface Known extends Standing {
  readonly person: Pick<SignedIn, 'id' | 'name'>;
  /** A program that asks in the person's name. */
  readonly machine: Machine | undefined;
  /** Milliseconds. */
  readonly at: number;
}

export interface GuardPorts {
  readonly database: Database;
  readonly clock: Clock;
  /** Absent: no policy speaks of people. */
  readonly policy?: PolicyOnMandates;
}

export function guardOf(signIn: SignIn, { database, clock, policy = SILENT_POLICY }: GuardPorts): Guard {
  const { signedIn, ask, standing } = standingsOf(signIn, { database, clock, policy });
  // What a machine was let in for: a handler that asks for another act finds that it may not.
  const admitted = new WeakMap<Headers, Asked>();
  const good = (headers: Headers, known: Known, { body, act }: Asked): readonly HeldMandate[] => {
    if (known.mandates.length === 0) throw governanceError('NO_MANDATE', body.slice(0, 60));
    if (known.machine !== undefined && !isWithin({ body, act }, admitted.get(headers)))
      throw governanceError('TOKEN_TOO_NARROW');
    return mandatesShown(known, act, policy.same);
  };
  return {
    signedIn,
    actor: async (headers, body, act) => {
      const known = await standing(headers, body, act);
      const role = widest(good(headers, known, { body, act }).map((one) => one.role));
      if (role === undefined) throw governanceError('ROLE_TOO_NARROW');
      return { id: known.person.id, name: known.person.name, role };
    },
    admit: async (headers, { body, act, narrowed = false, machine, place }) => {
      const known = await standing(headers, body, act);
      if (known.machine !== undefined && machineMay(known.machine, act, machine)) admitted.set(headers, { body, act });
      const mandates = good(headers, known, { body, act });
      if (narrowed || mandates.some((one) => !isLimited(one))) return;
      mandatesAt(mandates, act, await place());
    },
    limits: async (headers, body, act) => {
      const mandates = good(headers, await standing(headers, body, act), { body, act });
      return mandates.some((one) => !isLimited(one)) ? null : mandates;
    },
    stillMay: async (headers, body, act) => {
      try {
        good(headers, await ask(headers, body, act), { body, act });
        return true;
      } catch (error) {
        if (error instanceof CodedError && error.status < 500) return false;
        throw error;
      }
    },
    session: async (headers, demo) => {
      const { session, ...person } = await signedIn(headers);
      const all = await database.asPerson(person.id, (tx: Tx) => mandatesOf(tx, person.id, clock.now()));
      const mandates = all.filter(({ body }) => session.onlyBody === null || body === session.onlyBody);
      return { person, mandates: oneForEachBody(mandates), demo, factorShown: session.factor };
    },
  };
}

interface Asked {
  readonly body: string;
  readonly act: Act;
}

/** What a handler asks for besides, of whoever was let in. */
const isWithin = ({ body, act }: Asked, admitted: Asked | undefined): boolean =>
  admitted !== undefined && body === admitted.body && (act === admitted.act || act === 'read');

/** INVARIANT: a machine reads, or writes drafts; what it may not be given it may not do, whoever made its token. */
function machineMay({ scopes }: Machine, act: Act, machine: Admission['machine']): boolean {
  if (machine === 'drafts') return act === ACT_OF.drafts && scopes.includes('drafts');
  return machine === 'reads' && scopes.some((scope) => scope !== 'drafts' && ACT_OF[scope] === act);
}

/** Who sent a request and what their mandates are worth: asked afresh, or as one request was told a moment ago. */
function standingsOf(signIn: SignIn, { database, clock, policy }: Required<GuardPorts>) {
  const signedIn = async (headers: Headers): Promise<SignedIn> => {
    if (tokenIn(headers) !== undefined) throw governanceError('TOKEN_NOT_HERE');
    const person = await signIn.personOf(headers);
    if (person === null) throw governanceError('NOT_SIGNED_IN');
    return person;
  };
  const askerIn = async (headers: Headers, body: string) => {
    const token = tokenIn(headers);
    if (token !== undefined) {
      const machine = await machineOf({ database, clock }, body, token);
      return { person: machine.person, factor: machine.factor, machine };
    }
    const { session, ...person } = await signedIn(headers);
    // INVARIANT: a body's provider says who somebody is for that body alone.
    if (session.onlyBody !== null && session.onlyBody !== body) throw governanceError('OTHER_BODY_SESSION');
    return { person, factor: session.factor, machine: undefined };
  };
  const ask = async (headers: Headers, body: string, act: Act): Promise<Known> => {
    // The address of a request says what it likes; what is no body's name is not asked of the database.
    const isName = SLUG.test(body);
    const asker = isName ? await askerIn(headers, body) : noneOf(await signedIn(headers));
    const { person } = asker;
    const now = clock.now();
    const nothing = { ...asker, at: now.getTime(), mandates: [], trained: false, terms: undefined };
    if (!isName) return nothing;
    return database.inBody(body, async (tx) => {
      const mandates = await heldMandates(tx, person.id, now);
      if (mandates.length === 0 || !isBound(act)) return { ...nothing, mandates };
      const terms = (await policy.termsOf(tx, body, now)) ?? NO_TERMS;
      const trained = terms.training.length > 0 && (await isTrained(tx, body, person.id));
      return { ...nothing, mandates, terms, trained };
    });
  };
  // A request is known by its headers; nothing outlives it.
  const told = new WeakMap<Headers, Map<string, Promise<Known>>>();
  const standing = async (headers: Headers, body: string, act: Act): Promise<Known> => {
    const before = told.get(headers) ?? new Map<string, Promise<Known>>();
    told.set(headers, before);
    // What was asked of the policy besides serves any act.
    const whole = `${body} whole`;
    const key = isBound(act) ? whole : body;
    const known = await (before.get(whole) ?? before.get(key));
    if (known !== undefined && clock.now().getTime() - known.at < FRESH_MILLISECONDS) return known;
    const fresh = ask(headers, body, act);
    before.set(key, fresh);
    fresh.catch(() => before.delete(key));
    return fresh;
  };
  return { signedIn, ask, standing };
}

const noneOf = ({ id, name, session }: SignedIn) => ({
  ...{ person: { id, name }, factor: session.factor, machine: undefined },
});

const widest = (roles: readonly Role[]): Role | undefined => ROLES.findLast((role) => roles.includes(role));

/** The mandate of the widest role in each body, in the order given. */
export function oneForEachBody(mandates: readonly Mandate[]): Mandate[] {
  const byBody = Map.groupBy(mandates, ({ body }) => body);
  return [...byBody.values()].flatMap((held) => {
    const role = widest(held.map((mandate) => mandate.role));
    return held.find((mandate) => mandate.role === role) ?? [];
  });
}
