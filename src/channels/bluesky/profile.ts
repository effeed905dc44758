// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Acting } from './records.ts';

/** What the account says of itself. */
export async function profile({ agent, did }: Acting): Promise<string> {
  const { data } = await agent.app.bsky.actor.getProfile({ actor: did });
  return data.description ?? '';
}
