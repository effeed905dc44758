// SPDX-License-Identifier: AGPL-3.0-or-later
import { ChannelFault } from '#channels';
import { accountError } from '../errors.ts';
import { openToAsk } from '../open.ts';
import { type AccountPorts, adapterIn } from '../ports.ts';
import type { ProfileReading } from './contract.ts';
import { textsFor } from './profile.ts';
import { accountIn } from './standing.ts';
import { policyHere } from './terms.ts';

export interface ReadingProfile {
  readonly body: string;
  readonly account: string;
  /** Where the desk is served: the texts name its pages. */
  readonly url: string;
}

/**
 * What the network says now of the account, beside what the policy wants there. Throws ACCOUNT_UNKNOWN, ACCOUNT_STATE_WRONG,
 * PROFILE_BY_HAND, ACCOUNT_NOT_CONNECTED, PROFILE_NOT_READ.
 */
export async function readProfile(
  ports: AccountPorts,
  { body, account, url }: ReadingProfile,
): Promise<ProfileReading> {
  const { network, name, wanted } = await ports.database.inBody(body, async (tx) => {
    const row = await accountIn(tx, account, ['active', 'suspended']);
    const policy = await policyHere(tx, body, ports.clock.now());
    const texts = policy === undefined ? undefined : textsFor(policy, { body, network: row.network, url });
    return { network: row.network, name: row.name, wanted: texts?.bio };
  });
  const profile = adapterIn(ports, network)?.profile;
  if (profile === undefined) throw accountError('PROFILE_BY_HAND', name);
  const opened = await openToAsk(ports, { body, account });
  if (opened === undefined || opened.isLost) throw accountError('ACCOUNT_NOT_CONNECTED', name);
  try {
    const said = await profile(opened);
    return { said, stands: wanted !== undefined && spaced(said).includes(spaced(wanted)) };
  } catch (fault) {
    if (!(fault instanceof ChannelFault)) throw fault;
    throw accountError('PROFILE_NOT_READ', fault.error.message, { cause: fault });
  }
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
