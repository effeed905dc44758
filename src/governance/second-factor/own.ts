// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { record } from '#audit';
import type { Tx } from '#platform';
import { governanceError } from '../errors.ts';
import { isOf } from '../password.ts';
import { bodiesOfPerson } from '../people/store.ts';
import type { SignedIn } from '../sign-in.ts';
import type { FactorOffer, FactorView } from './contract.ts';
import { counted, type FactorPorts, inGroups, newCodes, prove, sealedFor } from './prove.ts';
import {
  codesLeft,
  endOtherSessions,
  endSession,
  hasFactorOn,
  lockFactor,
  offer,
  passwordOf,
  removeFactorOf,
  sessionShowed,
  turnOn,
} from './store.ts';
import { addressOfKey, base32, matchingStep } from './totp.ts';

// What people do with their own second factor.

/** RFC 4226 wants 128 bits and recommends 160. */
const KEY_BYTES = 20;

/** How it stands for whoever asks. */
export const factorOf = ({ database }: FactorPorts, { id, session }: SignedIn): Promise<FactorView> =>
  database.outside(async (tx) => ({
    state: (await hasFactorOn(tx, id)) ? 'on' : 'off',
    codesLeft: await codesLeft(tx, id),
    possible: session.onlyBody === null,
  }));

/**
 * A key for a telephone, which counts only once its first code was seen. Throws SECOND_FACTOR_NOT_HERE, PASSWORD_WRONG,
 * TOO_MANY_ATTEMPTS, SECOND_FACTOR_ON.
 */
export async function offerFactor(ports: FactorPorts, person: SignedIn, password: string): Promise<FactorOffer> {
  const { database, clock, vault, attempts } = ports;
  if (person.session.onlyBody !== null) throw governanceError('SECOND_FACTOR_NOT_HERE');
  await counted(attempts, person.id, async () => {
    const stored = await database.outside((tx) => passwordOf(tx, person.id));
    if (stored === null || !(await isOf(stored, password))) throw governanceError('PASSWORD_WRONG');
  });
  const key = randomBytes(KEY_BYTES);
  const sealed_key = vault.seal(key, sealedFor(person.id));
  const offered = await database.outside((tx) => offer(tx, { person: person.id, sealed_key, at: clock.now() }));
  if (!offered) throw governanceError('SECOND_FACTOR_ON');
  const written = base32(key);
  return { key: inGroups(written, ' '), address: addressOfKey(written, { who: person.email, where: 'Portavoce' }) };
}

/**
 * The first code of the telephone turns it on; every other open access of the person ends. The recovery codes, told this once.
 * Throws SECOND_FACTOR_OFF, SECOND_FACTOR_ON, SECOND_FACTOR_WRONG, TOO_MANY_ATTEMPTS.
 */
export const confirmFactor = (ports: FactorPorts, person: SignedIn, code: string): Promise<readonly string[]> =>
  counted(ports.attempts, person.id, () =>
    inTheirBodies(ports, told(person, 'on', 'ha attivato il secondo fattore'), async (tx) => {
      const now = ports.clock.now();
      const factor = await lockFactor(tx, person.id);
      if (factor === undefined) throw governanceError('SECOND_FACTOR_OFF');
      if (factor.state === 'on') throw governanceError('SECOND_FACTOR_ON');
      const key = ports.vault.open(factor.sealed_key, sealedFor(person.id));
      const step = matchingStep(key, code.replaceAll(/\s/g, ''), { now, after: 0 });
      if (step === undefined) throw governanceError('SECOND_FACTOR_WRONG');
      await turnOn(tx, person.id, { step, at: now });
      await sessionShowed(tx, person.session.id, true);
      await endOtherSessions(tx, person.id, person.session.id);
      return newCodes(ports, tx, person.id);
    }),
  );

/** Throws SECOND_FACTOR_OFF, SECOND_FACTOR_WRONG, TOO_MANY_ATTEMPTS. */
export const renewCodes = (ports: FactorPorts, person: SignedIn, code: string): Promise<readonly string[]> =>
  counted(ports.attempts, person.id, () =>
    inTheirBodies(ports, told(person, 'codes', 'ha rifatto i codici di recupero'), async (tx) => {
      await prove(ports, tx, { person: person.id, code });
      return newCodes(ports, tx, person.id);
    }),
  );

/** Throws SECOND_FACTOR_OFF, SECOND_FACTOR_WRONG, TOO_MANY_ATTEMPTS. */
export const removeFactor = (ports: FactorPorts, person: SignedIn, code: string): Promise<void> =>
  counted(ports.attempts, person.id, () =>
    inTheirBodies(ports, told(person, 'off', 'ha tolto il proprio secondo fattore'), async (tx) => {
      await prove(ports, tx, { person: person.id, code });
      await removeFactorOf(tx, person.id);
      await sessionShowed(tx, person.session.id, false);
      await endOtherSessions(tx, person.id, person.session.id);
    }),
  );

/**
 * The code of somebody whose password was right: what waited ends, and a session of its own may begin. Throws as `prove`,
 * TOO_MANY_ATTEMPTS, SECOND_FACTOR_OVER.
 */
export const passFactor = (ports: FactorPorts, person: SignedIn, code: string): Promise<void> =>
  counted(ports.attempts, person.id, async () => {
    const how = await ports.database.outside(async (tx) => {
      const proof = await prove(ports, tx, { person: person.id, code });
      // Whoever was here before with the same, at the same moment, has gone in.
      if (!(await endSession(tx, person.session.id))) throw governanceError('SECOND_FACTOR_OVER');
      return proof;
    });
    if (how === 'recovery-code')
      await inTheirBodies(ports, told(person, 'recovered', 'ha usato un codice di recupero per l’accesso'));
  });

interface Told {
  readonly person: { readonly id: string; readonly name: string };
  readonly kind: string;
  readonly summary: string;
}

const told = (person: Told['person'], what: string, words: string): Told => ({
  ...{ person, kind: `second-factor.${what}`, summary: `${person.name} ${words}` },
});

/** What a person does to their own access stands in the record of each body they work for; with the first, in one transaction. */
async function inTheirBodies<Value = void>(
  { database, clock }: FactorPorts,
  { person: { id, name }, kind, summary }: Told,
  work: (tx: Tx) => Promise<Value> = async () => undefined as Value,
): Promise<Value> {
  const now = clock.now();
  const bodies = await database.asPerson(id, (tx) => bodiesOfPerson(tx, id, now));
  const tell = (tx: Tx, body: string) =>
    record(tx, body, now, {
      ...{ kind, subject: id, person: null, grounds: [], policyVersion: null, summary },
      facts: { person: id, name },
    });
  const [first, ...others] = bodies;
  if (first === undefined) return database.asPerson(id, work);
  const value = await database.inBody(first, async (tx) => {
    const done = await work(tx);
    await tell(tx, first);
    return done;
  });
  for (const body of others) await database.inBody(body, (tx) => tell(tx, body));
  return value;
}
