// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Capability, Check } from '../port.ts';
import { channelError, fault } from './errors.ts';
import { probeChat } from './messages.ts';
import { quotaOf } from './quota.ts';
import type { Acting } from './records.ts';

/** Whom the secrets act for and what they may not do: an application password can be one without private messages. */
export async function check({ agent, did, now }: Acting): Promise<Check> {
  const { data, headers } = await agent.com.atproto.server.getSession();
  if (data.did !== did) throw fault('role-lost', 'OtherAccount');
  if (data.active === false) throw fault('blocked-by-platform', data.status ?? 'inactive');
  const quota = quotaOf(headers);
  return { expiries: [], lacking: await lackingOf({ agent, now }), ...(quota !== null && { quota }) };
}

const PRIVATE: readonly Capability[] = ['read-messages', 'answer-message'];

async function lackingOf({ agent, now }: Pick<Acting, 'agent' | 'now'>): Promise<readonly Capability[]> {
  try {
    await probeChat(agent);
    return [];
  } catch (cause) {
    // Out of order for a while is no lack.
    const { kind } = channelError(cause, now);
    return kind === 'transient' || kind === 'rate-limited' ? [] : PRIVATE;
  }
}
