// SPDX-License-Identifier: AGPL-3.0-or-later
export { type DoneByHand, doneByHand } from './by-hand.ts';
export { carryOut, type DeliveryPorts, type MayStillGo } from './carry-out.ts';
export { checkByHand } from './check-by-hand.ts';
export { carryOutJob, checkByHandJob, deliverySettled, type Settled } from './events.ts';
export { forgetTexts, sealTexts } from './forget-texts.ts';
export { type Order, type OrderPorts, order, type Wanted } from './order.ts';
export { retry } from './retry.ts';
export { ACTS as WRITE_NAMES } from './settle.ts';
export { letOneGo, letWritesGo, stopWrites, writesStopped, writesWaiting } from './stop.ts';
export { type Stop, type WriteEnd, writesSince } from './stop-store.ts';
export { commandById, commandsOf, holdWritesOn, type StoredCommand } from './store.ts';
export { promiseForgotten } from './sweep.ts';
export type { DeliveryState } from './tables.ts';
export { withdraw } from './withdraw.ts';
export { commandOf } from './words.ts';
