// SPDX-License-Identifier: AGPL-3.0-or-later
export { type DoneByHand, doneByHand } from './by-hand.ts';
export { carryOut, type DeliveryPorts } from './carry-out.ts';
export { cancel, type Order, type OrderPorts, order } from './enqueue.ts';
export { carryOutJob, deliverySettled, type Settled } from './events.ts';
export { commandsOf, type StoredCommand } from './store.ts';
export type { DeliveryState } from './tables.ts';
