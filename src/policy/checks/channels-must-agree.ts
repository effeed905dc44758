// SPDX-License-Identifier: AGPL-3.0-or-later
import { BLOCKS } from '../blocks/registry.ts';
import { blocksOf } from '../document.ts';
import type { NetworkName } from '../facts.ts';
import { placeOfKey } from '../reading/report.ts';
import { NETWORK_LABELS } from '../values/networks.ts';
import type { Check } from './check.ts';

/** Two clauses may say the same of a network, never different things. What is said of all gives way to what is said of one. */
export const channelsMustAgree: Check = ({ clauses }, report) => {
  const said = new Map<string, { readonly clause: string; readonly value: string }>();
  for (const { clause } of clauses)
    for (const block of blocksOf(clause, 'channel')) {
      const networks: readonly (NetworkName | undefined)[] = block.networks.except
        ? [undefined]
        : block.networks.networks;
      for (const [field, key] of Object.entries(BLOCKS.channel.keys)) {
        const given = (block as Readonly<Record<string, unknown>>)[field];
        if (given === undefined || field === 'networks' || field === 'dormant') continue;
        const value = key.value.print(given);
        for (const network of networks) {
          const topic = `${network ?? ''} ${field}`;
          const earlier = said.get(topic);
          if (earlier === undefined) said.set(topic, { clause: clause.id, value });
          else if (earlier.value !== value) {
            const where = network === undefined ? 'tutti' : NETWORK_LABELS[network];
            const beside = `per ${where} ${earlier.clause} dice \`${earlier.value}\``;
            report.remark(
              { code: 'POL-E038', found: `${key.name}: ${value}`, beside },
              placeOfKey(report.places, block, { name: key.name }),
            );
          }
        }
      }
    }
};
