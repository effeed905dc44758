// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import type { Vault } from '#platform';

const keys = new WeakMap<Vault, Buffer>();

/**
 * A keyed digest of words, hexadecimal: it recognises them and tells nothing of them. A plain one would not do: short texts
 * could be guessed from it.
 */
export function fingerprintOf(vault: Vault, text: string): string {
  const key = keys.get(vault) ?? vault.derive('evidence fingerprint');
  keys.set(vault, key);
  return createHmac('sha256', key).update(text).digest('hex');
}
