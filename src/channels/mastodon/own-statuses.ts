// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Acting, listIn } from './acting.ts';
import { MOST_PAGES, STATUSES_AT_ONCE } from './limits.ts';
import { type Status, Status as StatusShape, sifted } from './wire.ts';

/** Clocks may differ. */
const CLOCK_SKEW_MILLISECONDS = 30_000;

export const isSince = (at: Date, since: Date | undefined): boolean =>
  since === undefined || at.getTime() >= since.getTime() - CLOCK_SKEW_MILLISECONDS;

/** Our own statuses, newest first, private ones too, page after page. Throws `Unanswered`. */
export async function* ownStatuses(
  { client, me }: Pick<Acting, 'client' | 'me'>,
  { atOnce = STATUSES_AT_ONCE, pages = MOST_PAGES }: { readonly atOnce?: number; readonly pages?: number } = {},
): AsyncGenerator<readonly Status[]> {
  let maxId: string | undefined;
  for (let page = 0; page < pages; page++) {
    const asked = { excludeReblogs: true, limit: atOnce, ...(maxId !== undefined && { maxId }) };
    const list = listIn(await client.v1.accounts.$select(me).statuses.list(asked));
    const { nodes } = sifted(StatusShape, list);
    // Some servers list the words of others that we passed on, although they were not asked for.
    yield nodes.filter(({ reblog }) => reblog === null || reblog === undefined);
    const last = nodes.at(-1)?.id;
    if (list.length < atOnce || last === undefined || last === maxId) return;
    maxId = last;
  }
}

/** The newest of ours that is wanted, among those written since; null where there is none. */
export async function findOwn(
  acting: Pick<Acting, 'client' | 'me'>,
  since: Date | undefined,
  wanted: (status: Status) => boolean,
): Promise<Status | null> {
  for await (const page of ownStatuses(acting)) {
    const found = page.find((status) => isSince(status.createdAt, since) && wanted(status));
    if (found !== undefined) return found;
    if (page.some(({ createdAt }) => !isSince(createdAt, since))) return null;
  }
  return null;
}
