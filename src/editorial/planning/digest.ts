// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { PlanContent } from './contract.ts';

/** SHA-256 of all that an approval of a plan signs: one text for one plan, in a fixed order, nothing left out. */
export function planDigest({ kind, title, from, to, aims, themes, audiences, slots, work }: PlanContent): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        'plan 1',
        [kind, title, from, to, aims, themes, audiences],
        slots.map((one) => [
          ...[one.id, one.day, one.time, one.accounts, one.theme, one.audience, one.title, one.prepares, one.uid],
        ]),
        work.map(({ id, week, who, what, done }) => [id, week, who, what, done]),
      ]),
    )
    .digest('hex');
}
