// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import type { AccountPorts, Place } from './ports.ts';

/** Tells open screens that an account is to be looked at again. */
export async function tellScreens({ news }: AccountPorts, tx: Tx, { body, account }: Place): Promise<void> {
  await news?.tell(tx, body, { id: account, change: 'account' });
}
