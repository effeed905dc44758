// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf, type Capability, type NetworkName } from '#channels';
import { type CompiledPolicy, commentsOff, NETWORK_LABELS } from '#policy';
import type { Bare } from './obstacles.ts';
import type { Obstacle } from './view-contract.ts';

/** That nobody may comment on what comes out: by which clause, and how that comes about on the network. */
export interface Closing {
  readonly clause: string;
  /** `with` the post itself; `after` it, by a write of its own; `by-hand` by a person; `none`: there is no way. */
  readonly how: 'with' | 'after' | 'by-hand' | 'none';
  /** What really happens there, in Italian. */
  readonly effect: string;
}

const BY_HAND = 'Appena è uscito i commenti si chiudono a mano sul social, poi si conferma qui.';

/** Null: the policy does not close comments there. */
export function closingOn(policy: CompiledPolicy, network: NetworkName): Closing | null {
  const clause = commentsOff(policy, network);
  if (clause === null) return null;
  const capabilities = adapterOf(network)?.capabilities;
  const reaches = (one: Capability) => ['api', 'limited'].includes(capabilities?.[one].how ?? 'none');
  if (capabilities === undefined) return { clause, how: 'by-hand', effect: BY_HAND };
  if (reaches('restrict-comments')) return { clause, how: 'with', effect: capabilities['restrict-comments'].effect };
  const { how, effect } = capabilities['close-comments'];
  if (reaches('close-comments')) return { clause, how: 'after', effect };
  return { clause, how: how === 'none' ? 'none' : 'by-hand', effect };
}

/** Where comments have to be closed and cannot be, nothing goes out. */
export const ofClosing = ({ variants }: Bare): Obstacle[] =>
  variants.flatMap(({ account, closing }) => {
    if (closing?.how !== 'none') return [];
    const what = `${account.name}: i commenti vanno chiusi, e su ${NETWORK_LABELS[account.network]} non si può.`;
    return [{ what, account: account.id, clause: closing.clause }];
  });
