// SPDX-License-Identifier: AGPL-3.0-or-later
import { order } from '#delivery';
import type { Tx } from '#platform';
import type { Reading } from '../drafting/reading.ts';
import { editorialError } from '../errors.ts';
import type { EditorialPorts } from '../ports.ts';
import type { Outing } from './store.ts';

/** Asks the network of an account for its post: once for each outing, whose id is the cause. */
export async function orderPost(
  ports: EditorialPorts,
  tx: Tx,
  { outing, reading }: { readonly outing: Outing; readonly reading: Reading },
): Promise<void> {
  const share = reading.variants.find(({ account }) => account.id === outing.account_id);
  if (share === undefined) throw editorialError('ACCOUNT_NOT_ACTIVE');
  const { body, account_id: account, network, id: cause, person } = outing;
  const command = { type: 'publish', content: share.post } as const;
  await order({ ...ports, tx }, { body, account, network, cause, item: null, command, person });
}
