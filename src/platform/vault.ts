// SPDX-License-Identifier: AGPL-3.0-or-later
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { platformError } from './errors.ts';

// Layouts of a sealed value, AES-256-GCM. 1: version (1 byte) · nonce (12) · tag (16) · ciphertext. 2: version (1) · id of its
// key (8) · what layout 1 has after its version.
const UNNAMED = 1;
const NAMED = 2;
const KEY_ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encryption at rest. `context` binds a sealed value to its place: it opens nowhere else. */
export interface Vault {
  /** Under the newest key. */
  seal(plain: string | Uint8Array, context: string): Buffer;
  /** Whichever of the keys it was sealed under. Throws SEALED_UNREADABLE. */
  open(sealed: Uint8Array, context: string): Buffer;
  /** A secret derived from the first key, stable for this installation and purpose whatever keys are added. */
  derive(purpose: string): Buffer;
  /** The id of the key that a value was sealed under, hexadecimal; what names none is of the first. */
  keyOf(sealed: Uint8Array): string;
  /** The id of the key that seals. */
  readonly sealingKey: string;
  /** The ids of all keys, oldest first. */
  readonly keys: readonly string[];
}

export interface VaultOptions {
  /** Looks again for keys, when a value names one that is not known: another process may have added it. */
  readonly more?: () => readonly Uint8Array[];
}

interface Key {
  readonly id: string;
  readonly sealing: Buffer;
}

/** Of one key or of several, oldest first: the first is what secrets are derived from, the last seals, all open. */
export function vaultOf(masterKeys: Uint8Array | readonly Uint8Array[], { more }: VaultOptions = {}): Vault {
  const masters = masterKeys instanceof Uint8Array ? [masterKeys] : masterKeys;
  const [master] = masters;
  if (master === undefined) throw platformError('KEY_UNREADABLE');
  let keys = masters.map(keyFrom);
  const newest = () => keys.at(-1) as Key;
  const named = (id: string): Key | undefined => {
    const known = keys.find((key) => key.id === id);
    if (known !== undefined || more === undefined) return known;
    keys = more().map(keyFrom);
    return keys.find((key) => key.id === id);
  };
  const keyOf = (sealed: Uint8Array) => idIn(Buffer.from(sealed)) ?? keyFrom(master).id;
  return {
    derive: (purpose) => derived(master, purpose),
    seal: (plain, context) => {
      const { id, sealing } = newest();
      return Buffer.concat([Buffer.of(NAMED), Buffer.from(id, 'hex'), sealedParts(sealing, plain, context)]);
    },
    open: (sealed, context) => {
      const bytes = Buffer.from(sealed);
      const key = named(keyOf(bytes));
      if (key === undefined) throw platformError('SEALED_UNREADABLE');
      const start = bytes[0] === NAMED ? 1 + KEY_ID_BYTES : 1;
      return openedParts(key.sealing, bytes.subarray(start), context);
    },
    keyOf,
    get sealingKey() {
      return newest().id;
    },
    get keys() {
      return keys.map(({ id }) => id);
    },
  };
}

const derived = (key: Uint8Array, purpose: string): Buffer => createHmac('sha256', key).update(purpose).digest();

const keyFrom = (master: Uint8Array): Key => ({
  id: derived(master, 'key id').subarray(0, KEY_ID_BYTES).toString('hex'),
  sealing: derived(master, 'seal'),
});

/** Undefined for the layout that names none. Throws SEALED_UNREADABLE. */
function idIn(bytes: Buffer): string | undefined {
  const [version] = bytes;
  if (version === UNNAMED) return undefined;
  if (version !== NAMED) throw platformError('SEALED_UNREADABLE');
  return bytes.subarray(1, 1 + KEY_ID_BYTES).toString('hex');
}

/** Under a key of its own, which the caller keeps: layout 1. */
export const sealWith = (key: Uint8Array, plain: string | Uint8Array, context: string): Buffer =>
  Buffer.concat([Buffer.of(UNNAMED), sealedParts(key, plain, context)]);

export function openWith(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== UNNAMED) throw platformError('SEALED_UNREADABLE');
  return openedParts(key, bytes.subarray(1), context);
}

function sealedParts(key: Uint8Array, plain: string | Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const text = Buffer.concat([cipher.update(Buffer.from(plain)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

function openedParts(key: Uint8Array, parts: Buffer, context: string): Buffer {
  const textStart = NONCE_BYTES + TAG_BYTES;
  if (parts.length < textStart) throw platformError('SEALED_UNREADABLE');
  try {
    const opener = createDecipheriv('aes-256-gcm', key, parts.subarray(0, NONCE_BYTES));
    opener.setAAD(Buffer.from(context)).setAuthTag(parts.subarray(NONCE_BYTES, textStart));
    return Buffer.concat([opener.update(parts.subarray(textStart)), opener.final()]);
  } catch (cause) {
    throw platformError('SEALED_UNREADABLE', undefined, { cause });
  }
}
