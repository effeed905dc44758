// SPDX-License-Identifier: AGPL-3.0-or-later
import { citizenSends, citizenWrites } from './citizen.ts';
import { DOWN } from './faults.ts';
import type { OpenNetwork } from './open-network.ts';
import type { Account } from './writing.ts';

/** One thing that happens. `as` names what is written, `on` and `under` point to such a name on the same network. */
export type Deed =
  | { readonly do: 'post'; readonly as: string; readonly text: string }
  | {
      readonly do: 'comment';
      readonly as?: string;
      /** Absent: the account's newest post. */
      readonly on?: string;
      readonly under?: string;
      readonly author: string;
      readonly text: string;
    }
  | { readonly do: 'mention' | 'message'; readonly author: string; readonly text: string }
  | { readonly do: 'edit'; readonly of: string; readonly text: string }
  | { readonly do: 'delete'; readonly of: string }
  | { readonly do: 'end-tokens'; readonly why: 'expired' | 'revoked' | 'password-changed' | 'role-lost' }
  | { readonly do: 'go-down' | 'come-back' };

/** One network where a story happens to one account. */
export interface Scene {
  readonly network: OpenNetwork;
  readonly account: Account;
  /** Ids by the names that steps gave. */
  readonly named: Map<string, string>;
}

/** Does it; why not, where it could not be done. */
export function carryOut(deed: Deed, { network, account, named }: Scene): string | null {
  const { stage, faults } = network;
  const { world } = stage;
  switch (deed.do) {
    case 'post': {
      const from = world.self(account.id);
      const { needs } = network.definition.screen;
      const media = needs === undefined ? [] : [{ type: needs, url: null, alt: null }];
      const title = deed.text.split(/[.:?!]/)[0] ?? deed.text;
      const post = { account: account.id, kind: 'post', from, text: deed.text, at: stage.now(), media } as const;
      named.set(deed.as, world.write(needs === 'video' ? { ...post, title } : post).id);
      return null;
    }
    case 'comment': {
      const on = deed.on === undefined ? world.postsOn(account.id, ['post'])[0]?.id : named.get(deed.on);
      const parent = deed.under === undefined ? undefined : named.get(deed.under);
      const place = {
        account: account.id,
        kind: 'comment',
        ...(on && { post: on }),
        ...(parent && { parent }),
      } as const;
      const written = citizenWrites(stage, { ...place, author: deed.author, text: deed.text });
      if (typeof written === 'string') return written;
      if (deed.as !== undefined) named.set(deed.as, written.id);
      return null;
    }
    case 'mention': {
      if (!network.definition.screen.can.includes('mention')) return null;
      const written = citizenWrites(stage, {
        account: account.id,
        kind: 'mention',
        author: deed.author,
        text: deed.text,
      });
      return typeof written === 'string' ? written : null;
    }
    case 'message': {
      if (!network.definition.screen.can.includes('message')) return null;
      const sent = citizenSends(stage, { account: account.id, author: deed.author, text: deed.text });
      return typeof sent === 'string' ? sent : null;
    }
    case 'edit':
    case 'delete': {
      const id = named.get(deed.of);
      if (id === undefined || !world.exists(id)) return 'missing';
      if (deed.do === 'edit') world.edit(id, { text: deed.text, at: stage.now() });
      else world.set(id, 'deleted');
      return null;
    }
    case 'end-tokens': {
      const alive = [...world.tokens.values()].filter((one) => one.account === account.id && one.ended === null);
      for (const { value, kind } of alive) if (kind === 'access') world.endToken(value, deed.why);
      return null;
    }
    case 'go-down':
      faults.order({ fault: DOWN, times: 1, on: 'any', after: 0 });
      return null;
    case 'come-back':
      network.calm();
      return null;
  }
}
