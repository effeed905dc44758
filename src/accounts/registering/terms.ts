// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#channels';
import { type Actor, mandatesOf, officesOf } from '#governance';
import { CodedError } from '#kernel';
import type { Tx } from '#platform';
import {
  type AccountTerms,
  accountTerms,
  askedOfRequests,
  type CompiledPolicy,
  isSameOffice,
  presentsNetwork,
  type Stated,
} from '#policy';
import { inForce } from '#rulebook';
import { accountError } from '../errors.ts';
import { holdsSecret } from './free-text.ts';
import type { RegisterChoice } from './store.ts';

// What the policy in force wants of whoever deals with accounts, and the refusals that follow from it.

/** Who acts, where, and when. */
export interface Acting {
  readonly body: string;
  readonly actor: Actor;
  readonly now: Date;
}

export interface PolicyHere {
  readonly version: string;
  readonly compiled: CompiledPolicy;
}

/** Undefined where the body has no policy in force. */
export async function policyHere(tx: Tx, body: string, now: Date): Promise<PolicyHere | undefined> {
  try {
    const { version, compiled } = await inForce(tx, body, now);
    return { version, compiled };
  } catch (error) {
    if (error instanceof CodedError && error.code === 'NO_POLICY') return undefined;
    throw error;
  }
}

const SILENT: AccountTerms = {
  ...{ askedBy: null, opinionBy: null, authorisedBy: null, openedBy: null, enabledBy: null, act: null },
  ...{ credentials: null, unofficial: null, forbidden: null, checkMinutes: null, managedBy: null },
};

export const termsOf = (policy: PolicyHere | undefined, network?: NetworkName): AccountTerms =>
  policy === undefined ? SILENT : accountTerms(policy.compiled, network);

/** The clauses among these that said something. */
export const clausesIn = (...stated: readonly (Stated<unknown> | null)[]): readonly string[] => [
  ...new Set(stated.flatMap((one) => one?.clause ?? [])),
];

/** Whether an account may only be opened on an authorised request. */
export const wantsRequest = ({ authorisedBy, opinionBy }: AccountTerms): boolean =>
  authorisedBy !== null || opinionBy !== null;

/** Throws NETWORK_NOT_IN_POLICY where the policy's list leaves the network out and nobody may add to it. */
export function refuseUnpresented(policy: PolicyHere | undefined, network: NetworkName): void {
  // A place that people watch by hand is no network of a list.
  if (policy === undefined || network === 'other' || presentsNetwork(policy.compiled, network)) return;
  if (termsOf(policy, network).authorisedBy === null) throw accountError('NETWORK_NOT_IN_POLICY', network);
}

/** The offices that a person's mandates name, under every name that the body gives them. */
export async function officesOfPerson(tx: Tx, { body, actor, now }: ActingPerson): Promise<readonly string[]> {
  const named = (await mandatesOf(tx, actor.id, now)).flatMap((mandate) =>
    mandate.body === body && mandate.office !== null ? [mandate.office] : [],
  );
  const known = await officesOf(tx, body);
  const alike = known.filter(({ name, also_named }) =>
    named.some((office) => [name, ...also_named].some((other) => isSameOffice(office, other))),
  );
  return [...new Set([...named, ...alike.flatMap(({ name, also_named }) => [name, ...also_named])])];
}

interface ActingPerson {
  readonly body: string;
  readonly actor: Pick<Actor, 'id'>;
  readonly now: Date;
}

/** Throws NOT_YOUR_OFFICE where the policy names an office and the person's mandates are in others. */
export async function refuseOtherOffice(tx: Tx, acting: Acting, named: Stated<string> | null): Promise<void> {
  if (named === null || named.value === null) return;
  const { value, clause } = named;
  const offices = await officesOfPerson(tx, acting);
  if (offices.some((office) => isSameOffice(office, value))) return;
  throw accountError('NOT_YOUR_OFFICE', `${value} (punto ${clause})`);
}

/** Throws SECRET_IN_TEXT: what is typed for people to read holds no credential. */
export function refuseSecrets(texts: readonly string[], terms?: AccountTerms): void {
  if (!texts.some(holdsSecret)) return;
  const clause = terms?.credentials?.clause;
  throw accountError('SECRET_IN_TEXT', clause === undefined ? undefined : `punto ${clause}`);
}

export interface Question {
  readonly label: string;
  readonly clause: string | null;
  readonly inSource: boolean;
  readonly sort: string | null;
}

/** What the desk asks where neither the policy nor the body says. */
const DESK_ASKS: readonly string[] = ['Scopo dell’account', 'A chi si rivolge', 'Piano editoriale'];
export const asksOf = (choice: RegisterChoice | undefined): readonly string[] => choice?.asks ?? DESK_ASKS;

/** What a request has to say: as the policy asks, then as the body chose; these are marked as not in the source. */
export function questionsOf(policy: PolicyHere | undefined, choice: RegisterChoice | undefined): readonly Question[] {
  const said = policy === undefined ? undefined : askedOfRequests(policy.compiled);
  const asked = said?.asked ?? [];
  return [
    ...asked.map(({ label, clause, sort }) => ({ label: capital(label), clause, inSource: true, sort })),
    ...asksOf(choice).map((label) => ({ label, clause: said?.missing ?? null, inSource: false, sort: null })),
  ];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
