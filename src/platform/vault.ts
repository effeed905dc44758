// SPDX-License-Identifier: AGPL-3.0-or-later
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { platformError } from './errors.ts';

// Layout of a sealed value: version (1 byte) · nonce (12) · tag (16) · ciphertext. AES-256-GCM.
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Encryption at rest. `context` binds a sealed value to its place: it opens nowhere else. */
export interface Vault {
  seal(plain: string | Uint8Array, context: string): Buffer;
  open(sealed: Uint8Array, context: string): Buffer;
  /** A secret derived from the master key, stable for this installation and purpose. */
  derive(purpose: string): Buffer;
}

export function vaultOf(masterKey: Uint8Array): Vault {
  const derive = (purpose: string) => createHmac('sha256', masterKey).update(purpose).digest();
  const sealingKey = derive('seal');
  return {
    derive,
    seal: (plain, context) => sealWith(sealingKey, plain, context),
    open: (sealed, context) => openWith(sealingKey, sealed, context),
  };
}

export function sealWith(key: Uint8Array, plain: string | Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const text = Buffer.concat([cipher.update(Buffer.from(plain)), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text]);
}

export function openWith(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed);
  const textStart = 1 + NONCE_BYTES + TAG_BYTES;
  if (bytes.length < textStart || bytes[0] !== VERSION) throw platformError('SEALED_UNREADABLE');
  try {
    const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE_BYTES));
    opener.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(1 + NONCE_BYTES, textStart));
    return Buffer.concat([opener.update(bytes.subarray(textStart)), opener.final()]);
  } catch (cause) {
    throw platformError('SEALED_UNREADABLE', undefined, { cause });
  }
}

/** The master key: `PORTAVOCE_KEY` (32 bytes, base64) or a file that only its owner reads, made at the first start. */
export function masterKey(fromEnvironment: string | undefined, file: string): Buffer {
  if (fromEnvironment !== undefined && fromEnvironment !== '') return checked(fromEnvironment, 'PORTAVOCE_KEY');
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    try {
      // INVARIANT: 'wx', so that two first starts agree on one key.
      writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    chmodSync(file, 0o600);
  }
  return checked(readFileSync(file, 'utf8'), file);
}

function checked(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw platformError('KEY_UNREADABLE', where);
  return key;
}
