// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import { NETWORKS, type NetworkName } from '../facts.ts';
import { known } from '../missing.ts';
import { saidOf } from '../said.ts';
import { covers } from '../values/networks.ts';

/** What a policy asks of the mandates of the people who run its channels, each with its clause; nothing where it is silent. */
export interface MandateTerms {
  /** Who must have authorised whoever runs the channels. */
  readonly authorities: readonly { readonly by: string; readonly clause: string }[];
  /** Clauses that want whoever watches the channels trained. */
  readonly training: readonly string[];
  /** Who runs which of the networks that the policy presents. */
  readonly owners: readonly Owner[];
  /** Which office enables people and revokes them. */
  readonly enabledBy: readonly { readonly office: string; readonly clause: string }[];
  /** Who directs; by delegation too, where the policy says so. */
  readonly directed: readonly { readonly who: string; readonly mayDelegate: boolean; readonly clause: string }[];
  readonly groups: readonly WorkingGroup[];
}

export interface Owner {
  readonly office: string;
  readonly clause: string;
  readonly networks: readonly NetworkName[];
}

export interface WorkingGroup {
  readonly clause: string;
  /** Absent: the policy names none. */
  readonly coordinator?: string;
  /** Who may be of it, in the policy's words. */
  readonly members: readonly string[];
}

const RUNNING = /^(?:cura|gestione) de(?:i|lle) (?:canali|pagine)$/;
const ENABLING = /^abilitare /;
const DIRECTING = /^direzione della gestione dei social$/;
const GROUP = /^gruppo di lavoro\b/i;
const COORDINATED = /, coordinato da(?:l|llo|lla|ll’|i)?\s*(.+)$/;

export function mandateTerms(policy: CompiledPolicy): MandateTerms {
  const said = saidOf(policy, 'mandate').flatMap(({ clause, what }) => {
    const who = known(what.who);
    return clause.dormant || who === undefined ? [] : [{ ...what, who, clause: clause.id }];
  });
  const withTask = (task: RegExp) => said.filter(({ tasks }) => (known(tasks) ?? []).some((one) => task.test(one)));
  return {
    authorities: said.flatMap(({ clause, authorisedBy }) => {
      const by = known(authorisedBy);
      return by === undefined ? [] : [{ by, clause }];
    }),
    training: said.filter(({ training }) => training === 'required').map(({ clause }) => clause),
    owners: [
      ...ownersOnCards(policy),
      // Where people are named one by one with who authorises them, no office is meant.
      ...withTask(RUNNING)
        .filter(({ authorisedBy }) => authorisedBy === undefined)
        .map(({ who, clause, channels }) => ({
          office: who.replace(COORDINATED, ''),
          clause,
          networks: presentedIn(policy).filter((network) => covers(channels, network)),
        })),
    ],
    enabledBy: withTask(ENABLING).map(({ who: office, clause }) => ({ office, clause })),
    directed: withTask(DIRECTING).map(({ who, clause }) => ({ who, mayDelegate: /\bdelegato\b/.test(who), clause })),
    groups: said
      .filter(({ who, members }) => GROUP.test(who) && (COORDINATED.test(who) || members !== undefined))
      .map(({ who, clause, members }) => {
        const coordinator = COORDINATED.exec(who)?.[1];
        return { clause, ...(coordinator !== undefined && { coordinator }), members: known(members) ?? [] };
      }),
  };
}

const presentedIn = (policy: CompiledPolicy): readonly NetworkName[] =>
  NETWORKS.filter((network) => policy.channels.has(network));

function ownersOnCards(policy: CompiledPolicy): readonly Owner[] {
  const found = new Map<string, Owner>();
  for (const network of presentedIn(policy)) {
    const managed = policy.channels.get(network)?.managedBy;
    const office = known(managed?.what);
    if (managed === undefined || managed.clause.dormant || typeof office !== 'string') continue;
    const clause = managed.clause.id;
    const before = found.get(`${clause} ${office}`)?.networks ?? [];
    found.set(`${clause} ${office}`, { office, clause, networks: [...before, network] });
  }
  return [...found.values()];
}
