// SPDX-License-Identifier: AGPL-3.0-or-later
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Vault } from '#platform';

// Ed25519: whoever has the file and the public key can check it, without any secret of ours.

const PURPOSE = 'dossier signing';
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

export interface Signer {
  /** Base64 of the raw key. */
  readonly publicKey: string;
  sign(bytes: Uint8Array): string;
}

/** The installation's own: it stays whatever keys are added. */
export function signerOf(vault: Pick<Vault, 'derive'>): Signer {
  const seed = vault.derive(PURPOSE);
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: spki.subarray(PUBLIC_PREFIX.length).toString('base64'),
    sign: (bytes) => sign(null, bytes, key).toString('base64'),
  };
}

/** False also for what is no key or no signature, and for one written in another way than ours. */
export function isSigned(
  bytes: Uint8Array,
  { publicKey, signature }: { publicKey: string; signature: string },
): boolean {
  const raw = decoded(publicKey, KEY_BYTES);
  const given = decoded(signature, SIGNATURE_BYTES);
  if (raw === null || given === null) return false;
  try {
    return verify(null, bytes, keyOf(raw), given);
  } catch {
    return false;
  }
}

export const isPublicKey = (text: string): boolean => decoded(text, KEY_BYTES) !== null;

const keyOf = (raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' });

/** Only the one way in which we write it. */
function decoded(text: string, bytes: number): Buffer | null {
  const raw = Buffer.from(text, 'base64');
  return raw.length === bytes && raw.toString('base64') === text ? raw : null;
}
