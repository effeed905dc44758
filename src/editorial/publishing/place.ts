// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Place } from '#governance';
import { isId } from '#kernel';
import type { Tx } from '#platform';
import { outingById } from './store.ts';

/** The account that an outing is on, for people whose mandate is good on some channels only; undefined where there is no such outing. */
export async function placeOfOuting(tx: Tx, id: string): Promise<Place | undefined> {
  const outing = isId(id) ? await outingById(tx, id) : undefined;
  return outing && { network: outing.network, account: outing.account_id };
}
