// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { RefusalName } from './refusals.ts';

/** Refusals that can be ordered: the call is answered so, and nothing is done. */
const REFUSED = [
  'rate-limited',
  'token-expired',
  'password-changed',
  'role-lost',
  'permission-missing',
  'not-the-page',
  'blocked',
] as const satisfies readonly RefusalName[];

/** Troubles that can be ordered, by what the caller sees and whether the world changes. */
export const FAULTS = [
  ...REFUSED,
  'timeout-before-effect',
  'timeout-after-effect',
  'broken-before-effect',
  'broken-after-effect',
  'error-before-effect',
  'error-after-effect',
  'unreadable-after-effect',
  'success-without-effect',
  'no-id-after-effect',
] as const;
export type FaultName = (typeof FAULTS)[number];

export const isRefusal = (fault: FaultName): fault is (typeof REFUSED)[number] =>
  (REFUSED as readonly string[]).includes(fault);

export const FaultOrder = z.strictObject({
  fault: z.enum(FAULTS),
  /** How many calls it strikes. */
  times: z.number().int().positive().default(1),
  on: z.enum(['write', 'read', 'any']).default('write'),
});
export type FaultOrder = z.infer<typeof FaultOrder>;

export interface Faults {
  order(order: FaultOrder): void;
  clear(): void;
  /** The fault that strikes this call, used up by asking. */
  take(method: string): FaultName | null;
}

export function openFaults(): Faults {
  let orders: { fault: FaultName; left: number; on: FaultOrder['on'] }[] = [];
  return {
    order: ({ fault, times, on }) => orders.push({ fault, left: times, on }),
    clear: () => {
      orders = [];
    },
    take(method) {
      const kind = method === 'GET' ? 'read' : 'write';
      const order = orders.find(({ on }) => on === 'any' || on === kind);
      if (order === undefined) return null;
      order.left -= 1;
      orders = orders.filter(({ left }) => left > 0);
      return order.fault;
    },
  };
}
