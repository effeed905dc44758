// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '#governance';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { caseById } from '../store.ts';
import type { PresenceRequest } from './contract.ts';
import { clearScreen, shownOn, showOn } from './store.ts';

/** A screen that shows a case says so again before this is over; one that fell silent looks no more. */
export const PRESENCE_MILLISECONDS = 120_000;

export const presentSince = (now: Date): Date => new Date(now.getTime() - PRESENCE_MILLISECONDS);

/** What a person's screen shows now. The others hear of it only when it changes. */
export async function showing(
  ports: ModerationPorts,
  { body, actor }: { readonly body: string; readonly actor: Pick<Actor, 'id' | 'name'> },
  { screen, case: caseId }: PresenceRequest,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const place = { body, person: actor.id, screen };
    const before = await shownOn(tx, place, presentSince(now));
    if (caseId === null) await clearScreen(tx, place);
    else {
      if ((await caseById(tx, caseId)) === undefined) throw moderationError('CASE_NOT_FOUND');
      await showOn(tx, { ...place, person_name: actor.name, case_id: caseId, seen_at: now });
    }
    if (before === caseId) return;
    for (const id of [before, caseId]) {
      if (id !== undefined && id !== null) await ports.news.tell(tx, body, { id, change: 'looking' });
    }
  });
}
