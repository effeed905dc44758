// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BlockNode } from '../blocks/registry.ts';
import { blocksOf } from '../document.ts';
import type { NetworkName } from '../facts.ts';
import { placeOfKey } from '../reading/report.ts';
import { covers, NETWORK_LABELS } from '../values/networks.ts';
import type { Check } from './check.ts';

/** The networks that a block names, by the key that names them. */
function named(block: BlockNode): readonly { readonly key: string; readonly networks: readonly NetworkName[] }[] {
  if (block.kind === 'replication')
    return [
      { key: 'da', networks: block.from.networks },
      { key: 'verso', networks: block.to.networks },
    ];
  return 'channels' in block && block.channels !== undefined
    ? [{ key: 'canali', networks: block.channels.networks }]
    : [];
}

/** What a rule says of a network makes sense only if the policy presents that network. */
export const channelsMustBePresented: Check = ({ clauses, wellWritten }, report) => {
  const presented = clauses.flatMap(({ clause }) => blocksOf(clause, 'channel').map((block) => block.networks));
  if (presented.length === 0 && !wellWritten) return;
  for (const { clause } of clauses)
    for (const block of clause.blocks) {
      for (const { key, networks } of named(block))
        for (const name of networks) {
          if (presented.some((scope) => covers(scope, name))) continue;
          const word = NETWORK_LABELS[name];
          report.remark({ code: 'POL-E037', found: word }, placeOfKey(report.places, block, { name: key, word }));
        }
    }
};
