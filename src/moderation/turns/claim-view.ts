// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { moderationError } from '../errors.ts';
import { openWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { caseById } from '../store.ts';
import { liveAlarmOf } from './alarm-store.ts';
import type { Claim, Claims, ClaimView } from './contract.ts';
import { colleaguesIn } from './people.ts';
import { presentSince } from './presence.ts';
import { type ClaimedCase, claimedCases, type Handover, handoversOf, isClaimed, lookingAt } from './store.ts';

export interface Reader {
  readonly body: string;
  /** Who reads. */
  readonly person: string;
}

const claimOf = (row: ClaimedCase, person: string): Claim => ({
  case: row.id,
  person: { id: row.claimed_by, name: row.claimed_by_name },
  since: row.claimed_at.toISOString(),
  how: row.claimed_how,
  mine: row.claimed_by === person,
});

export const claimsIn = (ports: ModerationPorts, { body, person }: Reader): Promise<Claims> =>
  ports.database.inBody(body, async (tx) => ({
    items: (await claimedCases(tx, body)).map((row) => claimOf(row, person)),
  }));

/** Who has a case, who looks at it, and how it passed from hand to hand. Throws CASE_NOT_FOUND. */
export async function claimView(ports: ModerationPorts, { body, person }: Reader, id: string): Promise<ClaimView> {
  return ports.database.inBody(body, async (tx) => {
    const row = await caseById(tx, id);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const now = ports.clock.now();
    const handovers = await handoversOf(tx, id);
    return {
      claim: isClaimed(row) ? claimOf(row, person) : null,
      looking: await lookingAt(tx, id, { since: presentSince(now), not: person }),
      handovers: await Promise.all(handovers.map((one) => handoverView(ports, tx, one))),
      people: (await colleaguesIn(tx, body, now)).map(({ id: colleague, name }) => ({ id: colleague, name })),
      alarm: (await liveAlarmOf(tx, id)) ?? null,
    };
  });
}

async function handoverView({ vault }: Pick<ModerationPorts, 'vault'>, tx: Tx, one: Handover) {
  const { id, body, subject, sealed_note } = one;
  const words = await openWords<{ note: string }>({ tx, vault }, { body, subject, row: id }, sealed_note);
  return { id, from: one.from_name, to: one.to_name, at: one.at.toISOString(), note: words?.note ?? null };
}
