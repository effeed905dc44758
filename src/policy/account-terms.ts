// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AccountNode } from './blocks/account.ts';
import type { CompiledPolicy, PolicyClause, Said } from './compiled.ts';
import type { NetworkName } from './facts.ts';
import { cardOf } from './judging/card.ts';
import { isMissing, known, type Missing } from './missing.ts';
import { isSameOffice } from './offices.ts';
import { saidOf } from './said.ts';
import { inMinutes } from './values/duration.ts';
import { covers } from './values/networks.ts';

// How official accounts are asked for, authorised, opened, held and watched over, as a policy says it.

/** Something said, with the clause that says it; null: the clause itself gives no value, «dato mancante». */
export interface Stated<Value> {
  readonly value: Value | null;
  readonly clause: string;
}

/** Null: the policy does not speak of it. */
export interface AccountTerms {
  readonly askedBy: Stated<string> | null;
  readonly opinionBy: Stated<string> | null;
  readonly authorisedBy: Stated<string> | null;
  readonly openedBy: Stated<string> | null;
  /** Who lets people in, and takes it back. */
  readonly enabledBy: Stated<string> | null;
  readonly act: Stated<'required' | 'not-required'> | null;
  readonly credentials: Stated<'personal' | 'shared' | 'reserved'> | null;
  /** Of accounts that are not the body's: that it does not answer for them; that staff may not open any. */
  readonly unofficial: Stated<'disowned'> | null;
  readonly forbidden: Stated<'forbidden'> | null;
  readonly checkMinutes: Stated<number> | null;
  /** Only for one network: who runs it there, with every clause that says so. */
  readonly managedBy: ManagedBy | null;
}

export interface ManagedBy extends Stated<string> {
  readonly clauses: readonly string[];
  /** False where it says what people they are, and names no office. */
  readonly office: boolean;
}

type Spoken<Value> = readonly [clause: PolicyClause, value: Value | Missing | undefined];

function stated<Value>(said: readonly Spoken<Value>[]): Stated<Value> | null {
  const spoken = said.filter(([, value]) => value !== undefined);
  const first = spoken.find(([, value]) => !isMissing(value)) ?? spoken[0];
  return first === undefined ? null : { value: known(first[1]) ?? null, clause: first[0].id };
}

const awake = <What>(said: readonly Said<What>[]): readonly Said<What>[] =>
  said.filter(({ clause }) => !clause.dormant);

/** What holds for the accounts of a network, or, without one, for accounts at all. */
export function accountTerms(policy: CompiledPolicy, network?: NetworkName): AccountTerms {
  const here = ({ channels }: Pick<AccountNode, 'channels'>): boolean =>
    network === undefined || covers(channels, network);
  const accounts = awake(saidOf(policy, 'account')).filter(({ what }) => here(what));
  const approvals = awake(saidOf(policy, 'approval')).filter(({ what }) => what.of === 'account' && here(what));
  const of = <Key extends keyof AccountNode>(key: Key): Spoken<Exclude<AccountNode[Key], Missing | undefined>>[] =>
    accounts.map(({ clause, what }) => [
      clause,
      what[key] as Exclude<AccountNode[Key], Missing | undefined> | Missing | undefined,
    ]);
  const enabling = awake(saidOf(policy, 'mandate')).filter(
    ({ what }) => here(what) && (known(what.tasks) ?? []).some((task) => /\babilita/i.test(task)),
  );
  return {
    askedBy: stated(of('askedBy')),
    opinionBy: stated([
      ...of('opinion'),
      ...approvals.map(({ clause, what }): Spoken<string> => [clause, what.opinion]),
    ]),
    authorisedBy: stated([
      ...of('authorisedBy'),
      ...approvals.map(({ clause, what }): Spoken<string> => [clause, what.by]),
    ]),
    openedBy: stated(of('openedBy')),
    enabledBy: stated(enabling.map(({ clause, what }): Spoken<string> => [clause, what.who])),
    act: stated([
      ...of('act'),
      ...approvals.flatMap(({ clause, what }): Spoken<'required' | 'not-required'>[] =>
        what.form === 'act' ? [[clause, 'required']] : [],
      ),
    ]),
    credentials: stated(of('credentials')),
    unofficial: stated(
      // What is said of one network's profiles does not hold of every account.
      accounts
        .filter(({ what: { channels } }) => network !== undefined || channels === undefined)
        .map(
          ({ clause, what }): Spoken<'disowned'> => [
            clause,
            what.unofficial === 'forbidden' ? undefined : what.unofficial,
          ],
        ),
    ),
    forbidden: stated(
      accounts.map(
        ({ clause, what }): Spoken<'forbidden'> => [clause, what.unofficial === 'forbidden' ? 'forbidden' : undefined],
      ),
    ),
    checkMinutes: stated(
      accounts.map(({ clause, what }): Spoken<number> => {
        const { supervised } = what;
        return [clause, supervised === undefined || isMissing(supervised) ? supervised : inMinutes(supervised)];
      }),
    ),
    managedBy: network === undefined ? null : managedBy(policy, network),
  };
}

/** By the channel's card, and by the mandates that name the same office. */
function managedBy(policy: CompiledPolicy, network: NetworkName): ManagedBy | null {
  const card = cardOf(policy, network).managedBy;
  if (card === undefined || card.clause.dormant) return null;
  const { clause } = card;
  if (isMissing(card.what)) return { value: null, clause: clause.id, clauses: [clause.id], office: false };
  const value = String(card.what);
  const alike = awake(saidOf(policy, 'mandate')).filter(({ what }) => {
    const who = known(what.who);
    return who !== undefined && isSameOffice(who, value) && covers(what.channels, network);
  });
  const clauses = [clause.id, ...alike.map(({ clause: { id } }) => id)];
  return { value, clause: clause.id, clauses: [...new Set(clauses)], office: !/^personale\b/i.test(value) };
}

/** Something that a request has to say. */
export interface AskedOfRequest {
  readonly label: string;
  readonly clause: string;
  /** Asked for that sort of account alone; null: for all. */
  readonly sort: string | null;
}

/** What a policy wants to read in a request, the sorts of account it knows, and the clause that says the list is missing. */
export function askedOfRequests(policy: CompiledPolicy): {
  readonly asked: readonly AskedOfRequest[];
  readonly missing: string | null;
  readonly sorts: readonly string[];
} {
  const said = awake(saidOf(policy, 'account'));
  const asked = said.flatMap(({ clause, what }) => {
    const sorts: readonly (string | null)[] = known(what.sort) ?? [null];
    return (known(what.asks) ?? []).flatMap((label) => sorts.map((sort) => ({ label, clause: clause.id, sort })));
  });
  return {
    asked,
    missing: said.find(({ what }) => isMissing(what.asks))?.clause.id ?? null,
    sorts: [...new Set(said.flatMap(({ what }) => known(what.sort) ?? []))],
  };
}

/** Whether the policy presents that network, by name or with all of them. */
export const presentsNetwork = (policy: CompiledPolicy, network: NetworkName): boolean =>
  awake(saidOf(policy, 'channel')).some(({ what }) => covers(what.networks, network));

/** The networks to which each profile has to link, because the policy ties them by links; each with its clause. */
export function linkedFrom(
  policy: CompiledPolicy,
  network: NetworkName,
): readonly { readonly network: NetworkName; readonly clause: string }[] {
  const ties = awake(saidOf(policy, 'replication')).filter(
    ({ what }) => what.way === 'link' && covers(what.from, network),
  );
  const tied = new Map<NetworkName, string>();
  for (const other of policy.channels.keys()) {
    const tie = ties.find(({ what }) => other !== network && covers(what.to, other));
    if (tie !== undefined) tied.set(other, tie.clause.id);
  }
  return [...tied].map(([name, clause]) => ({ network: name, clause }));
}
