// SPDX-License-Identifier: AGPL-3.0-or-later
import { blocksOf } from '../document.ts';
import { placeOfKey } from '../reading/report.ts';
import { covers, NETWORK_LABELS } from '../values/networks.ts';
import type { Check } from './check.ts';

/** What a rule says of a network makes sense only if the policy presents that network. */
export const channelsMustBePresented: Check = ({ clauses, wellWritten }, report) => {
  const presented = clauses.flatMap(({ clause }) => blocksOf(clause, 'channel').map((block) => block.networks));
  if (presented.length === 0 && !wellWritten) return;
  for (const { clause } of clauses)
    for (const block of clause.blocks) {
      if (!('channels' in block) || block.channels === undefined) continue;
      for (const name of block.channels.networks) {
        if (presented.some((scope) => covers(scope, name))) continue;
        const word = NETWORK_LABELS[name];
        report.remark({ code: 'POL-E037', found: word }, placeOfKey(report.places, block, { name: 'canali', word }));
      }
    }
};
