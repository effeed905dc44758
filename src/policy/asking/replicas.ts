// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import { NETWORKS, type NetworkName } from '../facts.ts';
import { saidOf } from '../said.ts';
import { covers } from '../values/networks.ts';

/** A network where a post is repeated: from which one, and by which clause. */
export interface Replica {
  readonly network: NetworkName;
  readonly from: NetworkName;
  readonly clause: string;
}

interface Edge extends Replica {
  readonly way: 'direct' | 'by-hand' | 'link';
}

/** Every edge that the policy draws between networks it presents, in the order of the file. */
function edgesOf(policy: CompiledPolicy): readonly Edge[] {
  const presented = NETWORKS.filter((network) => policy.channels.has(network));
  return saidOf(policy, 'replication')
    .filter(({ clause }) => !clause.dormant)
    .flatMap(({ clause, what }) =>
      presented
        .filter((network) => covers(what.from, network))
        .flatMap((from) =>
          presented
            .filter((network) => network !== from && covers(what.to, network))
            .map((network) => ({ network, from, clause: clause.id, way: what.way })),
        ),
    );
}

/**
 * Where a post of a network is repeated by itself, nearest first. Each network once, though several ways lead there: one
 * post must not come out twice. What the policy does not allow is not in the list.
 */
export function replicasOf(policy: CompiledPolicy, origin: NetworkName): readonly Replica[] {
  const edges = edgesOf(policy).filter(({ way }) => way === 'direct');
  const reached: Replica[] = [];
  const seen = new Set([origin]);
  let front: readonly NetworkName[] = [origin];
  while (front.length > 0) {
    const next: NetworkName[] = [];
    for (const from of front)
      for (const edge of edges) {
        if (edge.from !== from || seen.has(edge.network)) continue;
        seen.add(edge.network);
        next.push(edge.network);
        reached.push({ network: edge.network, from, clause: edge.clause });
      }
    front = next;
  }
  return reached;
}

/** Networks that the policy ties to those where something came out, and where it is still missing. */
export function lackingIn(policy: CompiledPolicy, published: readonly NetworkName[]): readonly Replica[] {
  const lacking = new Map<NetworkName, Replica>();
  for (const { network, from, clause } of edgesOf(policy))
    if (published.includes(from) && !published.includes(network) && !lacking.has(network))
      lacking.set(network, { network, from, clause });
  return [...lacking.values()];
}
