// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import type { NetworkName } from '../facts.ts';
import { cardOf, closedComments } from '../judging/card.ts';
import { known } from '../missing.ts';
import { saidOf } from '../said.ts';
import { covers } from '../values/networks.ts';

/** Whether a program may publish by itself on a network; `missing`: the policy does not say. */
export interface AutomaticPublishing {
  readonly rule: 'forbidden' | 'allowed' | 'missing';
  /** The clause that says it, or that says nothing is known; null: no clause speaks of it. */
  readonly clause: string | null;
}

export function automaticPublishing(policy: CompiledPolicy, network: NetworkName): AutomaticPublishing {
  const said = cardOf(policy, network).autoPublishing;
  if (said === undefined) return { rule: 'missing', clause: null };
  const rule = said.what === 'forbidden' || said.what === 'allowed' ? said.what : 'missing';
  return { rule, clause: said.clause.id };
}

/** The clause by which nobody may comment on what comes out there; null: whoever reads may, or the policy does not say. */
export function commentsOff(policy: CompiledPolicy, network: NetworkName): string | null {
  const said = cardOf(policy, network).comments;
  return said?.what === 'disabled' ? said.clause.id : (closedComments(policy, network)?.id ?? null);
}

/** Who approves what goes out, in the policy's own words; null where its clause does not name them. */
export interface ContentApprover {
  readonly by: string | null;
  readonly clause: string;
  /** The contents themselves, or the plan that they follow. */
  readonly of: 'content' | 'plan';
}

/** Who authorises, before they are opened, chats, polls and discussions; undefined: the policy does not ask for it. */
export function initiativeApprover(policy: CompiledPolicy): Omit<ContentApprover, 'of'> | undefined {
  const said = saidOf(policy, 'approval').find(({ clause, what }) => !clause.dormant && what.of === 'initiative');
  return said && { by: known(said.what.by) ?? null, clause: said.clause.id };
}

/** In the order of the file; empty: the policy does not speak of it. */
export function contentApprovers(policy: CompiledPolicy, networks: readonly NetworkName[]): readonly ContentApprover[] {
  const concerns = (scope: Parameters<typeof covers>[0]) => networks.some((network) => covers(scope, network));
  const contents = saidOf(policy, 'approval')
    .filter(({ clause, what }) => !clause.dormant && what.of === 'content' && concerns(what.channels))
    .map(({ clause, what }) => ({ by: known(what.by) ?? null, clause: clause.id, of: 'content' as const }));
  const plans = saidOf(policy, 'plan')
    .filter(({ clause, what }) => !clause.dormant && what.of !== 'work' && concerns(what.channels))
    .flatMap(({ clause, what }) =>
      what.approvedBy === undefined
        ? []
        : [{ by: known(what.approvedBy) ?? null, clause: clause.id, of: 'plan' as const }],
    );
  return [...contents, ...plans].filter(
    (one, index, all) =>
      all.findIndex(({ by, clause, of }) => by === one.by && clause === one.clause && of === one.of) === index,
  );
}
