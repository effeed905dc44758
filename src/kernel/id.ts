// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomFillSync } from 'node:crypto';

const bytes = new Uint8Array(16);
let lastMillisecond = 0;
let sequence = 0;

/**
 * A UUID version 7 (RFC 9562): sorts by the time it was made, so that primary keys grow at one end of their index.
 * Within one millisecond the 12 bits after the version count up, which keeps ids of one process in order.
 */
export function newId(now: number = Date.now()): string {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    sequence = 0;
  } else if (++sequence > 0xfff) {
    lastMillisecond += 1;
    sequence = 0;
  }
  randomFillSync(bytes, 8);
  let time = lastMillisecond;
  for (let index = 5; index >= 0; index--) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = 0x70 | (sequence >> 8);
  bytes[7] = sequence & 0xff;
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isId = (value: string): boolean => UUID.test(value);
