// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomBytes } from 'node:crypto';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { record } from '#audit';
import { type Clock, newId } from '#kernel';
import type { Database, Tx, Vault } from '#platform';
import { governanceError } from '../errors.ts';
import { takeInvitation } from '../people/link.ts';
import { personById } from '../people/store.ts';
import type { SignIn, StartedSession } from '../sign-in.ts';
import { peopleWithMandate } from '../store.ts';
import type { ProviderFault, StartRequest } from './contract.ts';
import { FLOW_SECONDS } from './held.ts';
import type { Attempt, OpenId, Seen } from './openid.ts';
import { redirectOf } from './settings.ts';
import {
  endIdentities,
  forgetFlows,
  hintOf,
  insertFlow,
  insertIdentity,
  lockSubject,
  peopleKnown,
  personKnownAs,
  providerOf,
  type StoredProvider,
  setHint,
  takeFlow,
} from './store.ts';

export interface ProviderPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly signIn: SignIn;
  readonly openId: OpenId;
  /** Where people reach the desk, without a slash at the end. */
  readonly url: string;
}

const HOLD_BYTES = 32;

type Flow = Attempt & StartRequest;

const digestOf = (held: string): string => createHash('sha256').update(held).digest('hex');
const sealedFlow = (digest: string): string => `sign-in flow ${digest}`;
const sealedHint = (session: string): string => `sign-in hint ${session}`;

/** Where to send the browser, and what it has to hold until it comes back. Throws PROVIDER_NOT_FOUND, PROVIDER_AWAY. */
export async function start(
  { database, clock, vault, openId, url }: ProviderPorts,
  body: string,
  request: StartRequest,
): Promise<{ readonly url: URL; readonly held: string }> {
  const provider = await database.inBody(body, (tx) => providerOf(tx, body));
  if (provider === undefined) throw governanceError('PROVIDER_NOT_FOUND');
  const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const address = await openId.addressOf(provider, { ...attempt, redirect: redirectOf(url, body) });
  const held = randomBytes(HOLD_BYTES).toString('base64url');
  const digest = digestOf(held);
  const flow: Flow = { ...attempt, ...request };
  await database.inBody(body, async (tx) => {
    const now = clock.now();
    await forgetFlows(tx, body, now);
    const sealed = vault.seal(JSON.stringify(flow), sealedFlow(digest));
    await insertFlow(tx, { digest, body, sealed, expires_at: new Date(now.getTime() + FLOW_SECONDS * 1000) });
  });
  return { url: address, held };
}

export interface CameBack {
  readonly body: string;
  /** What the browser held; undefined: it is another browser, or it waited too long. */
  readonly held: string | undefined;
  /** The query of the address that it came back to. */
  readonly query: URLSearchParams;
  readonly headers: Headers;
}

export type Entered = { readonly back: string; readonly started: StartedSession } | { readonly fault: ProviderFault };

/** Whoever comes back has entered, or is told why not. Each attempt is good once. */
export async function comeBack(ports: ProviderPorts, { body, held, query, headers }: CameBack): Promise<Entered> {
  const { database, clock, vault, openId, signIn, url } = ports;
  if (held === undefined) return { fault: 'ricomincia' };
  const digest = digestOf(held);
  const [provider, stored] = await database.inBody(body, async (tx) => [
    await providerOf(tx, body),
    await takeFlow(tx, digest),
  ]);
  if (provider === undefined || stored === undefined || stored.expires_at <= clock.now())
    return { fault: 'ricomincia' };
  const flow = JSON.parse(vault.open(stored.sealed, sealedFlow(digest)).toString()) as Flow;
  const answer = new URL(`${redirectOf(url, body)}?${query}`);
  const seen = await openId.seen(provider, { ...flow, answer });
  if (typeof seen === 'string') return { fault: seen };
  if (!hasShownFactor(provider, seen)) return { fault: 'fattore' };
  const known = await knownPerson(ports, { provider, seen, invitation: flow.invitation });
  if ('fault' in known) return known;
  const started = await signIn.startSession({ person: known.person, onlyBody: body, headers });
  const hint = vault.seal(seen.idToken, sealedHint(started.id));
  await database.inBody(body, (tx) => setHint(tx, started.id, hint));
  return { back: flow.back, started };
}

/** Each list that was given has to be met. */
export function hasShownFactor(
  { acr_values, amr_values }: Pick<StoredProvider, 'acr_values' | 'amr_values'>,
  { acr, amr }: Pick<Seen, 'acr' | 'amr'>,
): boolean {
  if (acr_values.length + amr_values.length === 0) return false;
  const byAcr = acr_values.length === 0 || (acr !== undefined && acr_values.includes(acr));
  const byAmr = amr_values.length === 0 || amr.some((one) => amr_values.includes(one));
  return byAcr && byAmr;
}

interface Arrival {
  readonly provider: StoredProvider;
  readonly seen: Seen;
  readonly invitation: string | null;
}

type KnownAs = { readonly person: string } | { readonly fault: ProviderFault };

async function knownPerson(ports: ProviderPorts, { provider, seen, invitation }: Arrival): Promise<KnownAs> {
  const { body, issuer, by_email } = provider;
  const who = { body, issuer, subject: seen.subject };
  return ports.database.inBody(body, async (tx): Promise<KnownAs> => {
    await lockSubject(tx, who);
    const known = await personKnownAs(tx, who);
    if (invitation !== null) {
      const invited = await takeInvitation(tx, invitation, { now: ports.clock.now(), known });
      if (invited === 'over') return { fault: 'invito' };
      if (invited === 'another') return { fault: 'collegato' };
      if (known === undefined) await link(ports, tx, { ...who, person: invited.person, how: 'invitation' });
      return { person: invited.person };
    }
    if (known !== undefined) return { person: known };
    const email = by_email && seen.emailVerified ? seen.email?.toLowerCase() : undefined;
    if (email === undefined) return { fault: 'sconosciuto' };
    const people = await peopleWithMandate(tx, body, ports.clock.now());
    const person = people.find((one) => one.email === email)?.id;
    // Whoever is known as another already is not this one for having the same address.
    if (person === undefined || (await peopleKnown(tx, body)).includes(person)) return { fault: 'sconosciuto' };
    await link(ports, tx, { ...who, person, how: 'email' });
    return { person };
  });
}

interface Linking {
  readonly body: string;
  readonly issuer: string;
  readonly subject: string;
  readonly person: string;
  readonly how: 'invitation' | 'email';
}

/** From now on the person is that subject, and no longer another. */
async function link({ clock }: ProviderPorts, tx: Tx, linking: Linking): Promise<void> {
  const { body, issuer, person, how } = linking;
  const now = clock.now();
  await endIdentities(tx, { body, person, at: now });
  await insertIdentity(tx, { id: newId(), ...linking, at: now, ended_at: null });
  const name = (await personById(tx, person))?.name ?? '';
  await record(tx, body, now, {
    ...{ kind: 'person.identity-linked', subject: person, person: null, grounds: [], policyVersion: null },
    summary: `${name} entra con il servizio dell’ente: ${how === 'invitation' ? 'riconosciuta la persona dall’invito' : 'riconosciuta la persona dall’indirizzo verificato'}`,
    facts: { person, issuer, how },
  });
}

/** Where a session made through a provider ends there too; null: nowhere. */
export async function leavingAddress(
  { database, vault, openId, url }: ProviderPorts,
  { id, onlyBody: body }: { readonly id: string; readonly onlyBody: string | null },
): Promise<URL | null> {
  if (body === null) return null;
  const [provider, hint] = await database.inBody(body, async (tx) => [
    await providerOf(tx, body),
    await hintOf(tx, id),
  ]);
  if (provider === undefined || hint === null) return null;
  const idToken = vault.open(hint, sealedHint(id)).toString();
  return openId.leaving(provider, { idToken, back: `${url}/accedi` });
}
