// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import type { NetworkName } from '../facts.ts';
import { known } from '../missing.ts';
import { saidOf } from '../said.ts';
import { covers } from '../values/networks.ts';

/** Something that a draft must carry, and what becomes of one that does not. */
export interface Asked {
  readonly what: string;
  readonly clause: string;
  readonly outcome: 'block' | 'justify' | 'advise';
}

/** The kinds of content that a policy names for a network, in its own words and order. */
export function contentsOn(policy: CompiledPolicy, network: NetworkName): readonly string[] {
  return saidOf(policy, 'content')
    .filter(({ clause, what }) => !clause.dormant && what.force !== 'must-not' && covers(what.channels, network))
    .flatMap(({ what }) => known(what.what) ?? []);
}

/** What a draft of a kind of content must carry on a network. A clause that does not say what becomes of it only advises. */
export function askedOf(
  policy: CompiledPolicy,
  draft: { readonly content: string; readonly channel: NetworkName },
): readonly Asked[] {
  return saidOf(policy, 'content')
    .filter(({ clause, what }) => !clause.dormant && covers(what.channels, draft.channel))
    .filter(({ what }) => known(what.what)?.includes(draft.content) ?? false)
    .flatMap(({ clause, what }) =>
      (known(what.asks) ?? []).map((asked) => ({ what: asked, clause: clause.id, outcome: what.outcome ?? 'advise' })),
    );
}
