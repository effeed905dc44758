// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomInt } from 'node:crypto';
import { controlOf } from '../support/sandbox-hand.ts';

/** Answers of networks that never arrive, or arrive and mean nothing: the write took effect, or it did not. */
const TROUBLES = [
  'broken-before-effect',
  'broken-after-effect',
  'error-after-effect',
  'unreadable-after-effect',
  'success-without-effect',
] as const;

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Strikes the simulated networks at random moments, at whatever step of a write comes next; gives how often. */
export function troubles(aim: { url: string; networks: readonly string[]; meanwhile: () => boolean }): {
  run(): Promise<number>;
} {
  const { url, networks, meanwhile } = aim;
  return {
    run: async () => {
      let struck = 0;
      while (meanwhile()) {
        await soon(randomInt(400, 2000));
        const network = networks[randomInt(networks.length)] ?? '';
        const fault = TROUBLES[randomInt(TROUBLES.length)];
        await controlOf(url, network)('POST', 'faults', { fault, on: 'write', after: randomInt(3) });
        struck += 1;
      }
      for (const network of networks) await controlOf(url, network)('DELETE', 'faults');
      return struck;
    },
  };
}
