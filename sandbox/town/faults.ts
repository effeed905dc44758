// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Call } from './call.ts';
import type { CallKind, NetworkDefinition } from './network.ts';

/** Troubles that any network can have, by what the caller sees and whether the world changes. */
export const COMMON_FAULTS = [
  'timeout-before-effect',
  'timeout-after-effect',
  'broken-before-effect',
  'broken-after-effect',
  'error-before-effect',
  'error-after-effect',
  'unreadable-after-effect',
  'success-without-effect',
] as const;

/** Everything is refused until faults are cleared: the network is not there. */
export const DOWN = 'down';

export const FaultOrder = z.strictObject({
  fault: z.string(),
  /** How many calls it strikes. */
  times: z.number().int().positive().default(1),
  on: z.enum(['write', 'read', 'any']).default('write'),
  /** Only calls whose method and path, `POST v26.0/1_2/comments`, contain this. */
  where: z.string().optional(),
  /** Lets so many calls pass first. */
  after: z.number().int().nonnegative().default(0),
});
export type FaultOrder = z.infer<typeof FaultOrder>;

export interface Faults {
  /** False: this network cannot have that one. */
  order(order: FaultOrder): boolean;
  clear(): void;
  isDown(): boolean;
  /** The fault that strikes this call, used up by asking. */
  take(call: Call, kind: CallKind): string | null;
}

export const faultsOf = ({ refusals, ownFaults }: NetworkDefinition): string[] => [
  ...COMMON_FAULTS,
  DOWN,
  ...Object.keys(refusals),
  ...Object.keys(ownFaults),
];

export function openFaults(definition: NetworkDefinition): Faults {
  const known = new Set(faultsOf(definition));
  let down = false;
  let orders: { order: FaultOrder; left: number; pass: number }[] = [];
  return {
    order(order) {
      if (!known.has(order.fault)) return false;
      if (order.fault === DOWN) down = true;
      else orders.push({ order, left: order.times, pass: order.after });
      return true;
    },
    clear() {
      down = false;
      orders = [];
    },
    isDown: () => down,
    take({ method, path }, kind) {
      if (kind === 'aside') return null;
      const place = `${method} ${path.join('/')}`;
      const struck = orders.find(
        ({ order: { on, where } }) => (on === 'any' || on === kind) && (where === undefined || place.includes(where)),
      );
      if (struck === undefined) return null;
      if (struck.pass > 0) {
        struck.pass -= 1;
        return null;
      }
      struck.left -= 1;
      orders = orders.filter(({ left }) => left > 0);
      return struck.order.fault;
    },
  };
}
