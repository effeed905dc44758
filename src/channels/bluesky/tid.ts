// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';
const LENGTH = 13;
const UUID_V7 = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/i;
const FALLBACK_START_MS = Date.UTC(2023, 0, 1);
const FALLBACK_SPAN_MICROSECONDS = 2n * 365n * 86_400_000_000n;

/**
 * A record key (13 characters, `tid` of the lexicons) that is always the same for the same command key, so that a repeated
 * write lands on the record it already made. Readers of the network sort by the time inside it: it is that of the UUID v7
 * in the key, otherwise a moment of the past drawn from the key.
 */
export function tidFromKey(key: string): string {
  const digest = createHash('sha256').update(key).digest();
  const clockId = BigInt(digest.readUInt16BE(8) & 0x3ff);
  const packed = (BigInt.asUintN(53, microsecondsOf(key, digest)) << 10n) | clockId;
  let text = '';
  for (let index = LENGTH - 1; index >= 0; index--) text += ALPHABET[Number((packed >> BigInt(index * 5)) & 31n)];
  return text;
}

function microsecondsOf(key: string, digest: Buffer): bigint {
  const uuid = UUID_V7.exec(key)?.[0].replaceAll('-', '');
  if (uuid === undefined)
    return BigInt(FALLBACK_START_MS) * 1000n + (digest.readBigUInt64BE(0) % FALLBACK_SPAN_MICROSECONDS);
  return BigInt(`0x${uuid.slice(0, 12)}`) * 1000n + (digest.readBigUInt64BE(0) % 1000n);
}
