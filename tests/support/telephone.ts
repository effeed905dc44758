// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What a program on a telephone shows for a key that was typed into it: written from RFC 6238 alone, apart from the desk's own. */
export function telephone(written: string): (now: Date, stepsOff?: number) => string {
  const bits = [...written.replaceAll(/\s/g, '')]
    .map((one) => ALPHABET.indexOf(one).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return (now, stepsOff = 0) => {
    const counter = Buffer.alloc(8);
    counter.writeUInt32BE(Math.floor(now.getTime() / 30_000) + stepsOff, 4);
    const digest = createHmac('sha1', key).update(counter).digest();
    const from = digest.readUInt8(19) % 16;
    const number = ((digest.readUInt8(from) % 128) << 24) | digest.readUIntBE(from + 1, 3);
    return String(number % 1_000_000).padStart(6, '0');
  };
}
