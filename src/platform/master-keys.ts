// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { platformError } from './errors.ts';

const KEY_BYTES = 32;

/**
 * The master keys, oldest first, each 32 bytes in base64: `PORTAVOCE_KEY`, separated by commas, or a file that only its owner
 * reads, one a line, made at the first start. Throws KEY_UNREADABLE.
 */
export function masterKeys(fromEnvironment: string | undefined, file: string): readonly Buffer[] {
  if (fromEnvironment !== undefined && fromEnvironment !== '')
    return fromEnvironment.split(',').map((text) => checked(text, 'PORTAVOCE_KEY'));
  if (!existsSync(file)) makeFile(file);
  return linesOf(file).map((text) => checked(text, file));
}

export const newKey = (): string => randomBytes(KEY_BYTES).toString('base64');

/** Adds a key to the file, whole or not at all: a file without its keys would be the loss of everything sealed. */
export function addKey(file: string, key: string): void {
  const next = `${file}.next`;
  const written = openSync(next, 'w', 0o600);
  try {
    writeFileSync(written, `${[...linesOf(file), key].join('\n')}\n`);
    fsyncSync(written);
  } finally {
    closeSync(written);
  }
  chmodSync(next, 0o600);
  renameSync(next, file);
}

function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    // INVARIANT: 'wx', so that two first starts agree on one key.
    writeFileSync(file, `${newKey()}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  chmodSync(file, 0o600);
}

const linesOf = (file: string): string[] => {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim());
  const keys = lines.filter((line) => line !== '');
  if (keys.length === 0) throw platformError('KEY_UNREADABLE', file);
  return keys;
};

function checked(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw platformError('KEY_UNREADABLE', where);
  return key;
}
