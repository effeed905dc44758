// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#channels';
import type { RegisterChoice } from './store.ts';
import { type PolicyHere, termsOf } from './terms.ts';

const MINUTES_OF_A_DAY = 1440;
const DAY_MS = 86_400_000;

interface Asked {
  readonly network: NetworkName;
  readonly choice: RegisterChoice | undefined;
}

/** Days between two looks at a profile: as the policy fixes them, else as the body chose; null: nobody says. */
export function intervalOf(policy: PolicyHere | undefined, { network, choice }: Asked): number | null {
  const minutes = termsOf(policy, network).checkMinutes?.value ?? null;
  return minutes === null ? (choice?.check_days ?? null) : Math.ceil(minutes / MINUTES_OF_A_DAY);
}

/** When a profile is to be looked at again, counted from the last look, or from when it was registered. */
export const nextCheckOf = (from: Date, days: number | null): Date | null =>
  days === null ? null : new Date(from.getTime() + days * DAY_MS);
