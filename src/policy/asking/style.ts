// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import type { NetworkName } from '../facts.ts';
import { known } from '../missing.ts';
import { saidOf } from '../said.ts';
import { covers } from '../values/networks.ts';

/** How one writes on a network, in the policy's own words. */
export interface StyleHint {
  readonly words: readonly string[];
  readonly clause: string;
}

const stylesIn = (policy: CompiledPolicy) =>
  saidOf(policy, 'content').filter(({ clause, what }) => !clause.dormant && what.force === 'style');

/** What is said of the style of one network: what is said of it alone first, then what is said of every network. */
export function stylesOn(policy: CompiledPolicy, network: NetworkName): readonly StyleHint[] {
  const styles = stylesIn(policy).filter(({ what }) => covers(what.channels, network));
  const itsOwn = styles.filter(({ what }) => what.channels !== undefined);
  return [...itsOwn, ...styles.filter((one) => !itsOwn.includes(one))].flatMap(({ clause, what }) => {
    const words = known(what.what) ?? [];
    return words.length === 0 ? [] : [{ words, clause: clause.id }];
  });
}

const A_TEXT_FOR_EACH = /un testo per ciascun/i;

/** The clause that wants a text of its own on each network; null: the policy asks for none. */
export const ownTextsAsked = (policy: CompiledPolicy, network: NetworkName): string | null =>
  stylesIn(policy).find(
    ({ what }) => covers(what.channels, network) && known(what.asks)?.some((asked) => A_TEXT_FOR_EACH.test(asked)),
  )?.clause.id ?? null;
