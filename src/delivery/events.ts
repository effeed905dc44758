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
  readonly item: string;
  readonly type: CommandType;
  readonly state: DeliveryState;
  /** It had been taken back: if it landed all the same, whoever took it back undoes it. */
  readonly withdrawn: boolean;
}

export const carryOutJob = jobKind<{ body: string; command: string }>('delivery.carry-out', 8);
