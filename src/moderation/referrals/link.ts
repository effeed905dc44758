// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Vault } from '#platform';
import type { Referral } from './store.ts';

// What lets an office in without an account: 256 bits worked out from the vault's secret, so that nothing stored opens anything.

type Linked = Pick<Referral, 'id' | 'body' | 'link_number' | 'link_until' | 'link_revoked_at' | 'state'>;

const secretOf = (vault: Vault, { id, body, link_number }: Linked): string =>
  createHmac('sha256', vault.derive('referral links')).update(`${body}:${id}:${link_number}`).digest('base64url');

export const linkPath = (vault: Vault, referral: Linked): string =>
  `/uffici/${referral.body}/inoltri/${referral.id}/${secretOf(vault, referral)}`;

export const DAY_MILLISECONDS = 86_400_000;
/** Where the body has chosen no time: a link that never ended would be a key left in the door. */
export const LINK_DAYS = 30;

export function linkState({ link_until, link_revoked_at, state }: Linked, now: Date): 'open' | 'over' | 'revoked' {
  if (link_revoked_at !== null || state === 'withdrawn') return 'revoked';
  return link_until.getTime() <= now.getTime() ? 'over' : 'open';
}

/** Whether what an address ends with opens this referral now. */
export function opens(vault: Vault, referral: Linked, { token, now }: { token: string; now: Date }): boolean {
  const [given, right] = [Buffer.from(token), Buffer.from(secretOf(vault, referral))];
  return given.length === right.length && timingSafeEqual(given, right) && linkState(referral, now) === 'open';
}
