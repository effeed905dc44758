// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { EditorialPorts } from '../ports.ts';
import { forgetUnused } from './store.ts';

export const UNUSED_DAYS = 30;
const DAY_MILLISECONDS = 86_400_000;

/**
 * Files brought thirty days ago that no content uses go, with what was made of them: never saved, or only in drafts given up as
 * long ago. What is being written or ever went out stays. Returns how many went.
 */
export async function forgetUnusedMedia(
  { database, clock }: Pick<EditorialPorts, 'database' | 'clock'>,
  body: string,
): Promise<number> {
  return database.inBody(body, async (tx) => {
    const at = clock.now();
    const gone = await forgetUnused(tx, new Date(at.getTime() - UNUSED_DAYS * DAY_MILLISECONDS));
    if (gone.length > 0)
      await record(tx, body, at, {
        kind: 'editorial.media-forgotten',
        subject: body,
        person: null,
        grounds: [],
        policyVersion: null,
        summary: `Eliminati ${gone.length} file caricati per le bozze e mai usati in ${UNUSED_DAYS} giorni`,
        facts: { files: gone.map(({ kind, digest }) => ({ kind, digest })) },
      });
    return gone.length;
  });
}
