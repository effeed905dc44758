// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CommandType } from '#channels';
import { eventKind, jobKind } from '#platform';
import type { DeliveryState } from './tables.ts';

/** A command reached a state that those who asked for it should know. */
export const deliverySettled = eventKind<Settled>('delivery.settled');

export interface Settled {
  readonly body: string;
  readonly command: string;
  readonly cause: string;
  /** Null for what concerns no item: a post of ours. */
  readonly item: string | null;
  readonly type: CommandType;
  readonly state: DeliveryState;
  /** It had been taken back: if it landed all the same, whoever took it back undoes it. */
  readonly withdrawn: boolean;
}

/** Looks whether what a person says he did is there. */
export const checkByHandJob = jobKind<{ body: string; command: string }>('delivery.check-by-hand', 4);

export const carryOutJob = jobKind<{ body: string; command: string }>('delivery.carry-out', 8);
