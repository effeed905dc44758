// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ModerationPorts } from '../ports.ts';
import { answeredReferrals, casesOfOffice, officeCounts, waitingReferrals } from './board-store.ts';
import type { OfficeQueue, ReferralBoard } from './contract.ts';
import { referralView } from './view.ts';

/** What waits at the offices, what came back, and the queue of each. */
export async function referralBoard(ports: ModerationPorts, body: string): Promise<ReferralBoard> {
  const now = ports.clock.now();
  return ports.database.inBody(body, async (tx) => {
    const waiting = await waitingReferrals(tx, body);
    const answered = await answeredReferrals(tx, body);
    return {
      waiting: waiting.map((one) => referralView(one, { number: Number(one.number), now })),
      answered: answered.map((one) => referralView(one, { number: Number(one.number), now })),
      queues: await officeCounts(tx, body),
    };
  });
}

/** The open cases of one office, by its name in the policy. */
export async function officeQueue(ports: ModerationPorts, body: string, office: string): Promise<OfficeQueue> {
  const rows = await ports.database.inBody(body, (tx) => casesOfOffice(tx, body, office));
  return {
    items: rows.map(({ id, number, excerpt, network, received_at, role, clause }) => ({
      ...{ id, number: Number(number), excerpt, network, receivedAt: received_at.toISOString(), role, clause },
    })),
  };
}
