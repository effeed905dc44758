// SPDX-License-Identifier: AGPL-3.0-or-later

import { readingsIn } from '#accounts';
import { adapterOf, isRead, type NetworkName } from '#channels';
import type { Tx } from '#platform';

/** How the reading of an account goes. */
export interface Reading {
  readonly account: string;
  readonly network: NetworkName;
  readonly handle: string;
  /** As the body registered it. */
  readonly name: string;
  /** When it was last read to the end; null: never. */
  readonly readAt: Date | null;
  /** What is wrong, in Italian: the last attempt failed (`failures` > 0), or passed something over. */
  readonly error: string | null;
  /** Attempts failed in a row. */
  readonly failures: number;
}

/** Each account of the body that the desk reads; those worked by hand are not among them. */
export async function readingOf(tx: Tx, body: string): Promise<readonly Reading[]> {
  const rows = await readingsIn(tx, body);
  return rows
    .filter(({ network }) => {
      const adapter = adapterOf(network);
      return adapter !== null && isRead(adapter);
    })
    .map(({ read_at, failures, ...reading }) => ({ ...reading, readAt: read_at, failures: failures ?? 0 }));
}
