// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { dayIn } from '../allowance.ts';
import { everyAccountOf, lastChecksOf } from './standing-store.ts';
import { impostorsOf, registerChoiceOf, requestsOf } from './store.ts';
import { intervalOf, nextCheckOf } from './supervision.ts';
import { policyHere } from './terms.ts';

const ROME = 'Europe/Rome';

/** What waits for somebody in the register. */
export interface RegisterDuty {
  readonly kind: 'account-requests' | 'account-checks' | 'impostors';
  readonly count: number;
  /** Of these, past their day. */
  readonly late: number;
  /** The oldest day, `YYYY-MM-DD`; null: none has one. */
  readonly due: string | null;
}

interface Asked {
  readonly body: string;
  readonly now: Date;
  /** Whose own requests wait for others; null: anybody's. */
  readonly person: string | null;
}

/** Requests to give an opinion of or settle, profiles to look at, impostors to report; also those of which there are none. */
export async function registerDuties(tx: Tx, { body, now, person }: Asked): Promise<readonly RegisterDuty[]> {
  const requests = (await requestsOf(tx, body)).filter(
    ({ state, asked_by }) => (state === 'asked' || state === 'opined') && asked_by !== person,
  );
  const impostors = (await impostorsOf(tx, body)).filter(({ state }) => state === 'to-report');
  const checks = await checksDue(tx, { body, now });
  const today = dayIn(ROME, now);
  return [
    { kind: 'account-requests', count: requests.length, late: 0, due: null },
    {
      ...{ kind: 'account-checks', count: checks.length, late: checks.filter((day) => day < today).length },
      due: checks[0] ?? null,
    },
    { kind: 'impostors', count: impostors.length, late: 0, due: null },
  ];
}

/** The days on which profiles were to be looked at and were not, the oldest first. */
async function checksDue(tx: Tx, { body, now }: Omit<Asked, 'person'>): Promise<string[]> {
  const policy = await policyHere(tx, body, now);
  const choice = await registerChoiceOf(tx, body);
  const checks = new Map((await lastChecksOf(tx, body)).map((one) => [one.account_id, one.at]));
  return (await everyAccountOf(tx, body))
    .filter(({ state }) => state !== 'closed')
    .flatMap(({ id, network, created_at }) => {
      const next = nextCheckOf(checks.get(id) ?? created_at, intervalOf(policy, { network, choice }));
      return next === null || next > now ? [] : [dayIn(ROME, next)];
    })
    .sort();
}
