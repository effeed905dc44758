// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';

const SORTABLE = '234567abcdefghijklmnopqrstuvwxyz';
const PLAIN = 'abcdefghijklmnopqrstuvwxyz234567';

/** A record key: 13 signs that sort as the numbers they are made of, microseconds and ten more bits. */
export function tidOf(number: bigint): string {
  const packed = BigInt.asUintN(63, number << 10n);
  let text = '';
  for (let index = 12; index >= 0; index--) text += SORTABLE[Number((packed >> BigInt(index * 5)) & 31n)];
  return text;
}

export const isRecordKey = (text: string): boolean => /^[\w.~:-]{1,512}$/.test(text) && text !== '.' && text !== '..';

/** Someone's identifier: `did:plc:` and 24 signs. */
export function didOf(number: bigint): string {
  let text = '';
  for (let index = 23; index >= 0; index--) text += PLAIN[Number((number >> BigInt(index * 5)) & 31n)];
  return `did:plc:${text}`;
}

/** What a record's content is called: changing with every letter of it. */
export const cidOfRecord = (value: unknown): string => cid(0x71, JSON.stringify(value));
export const cidOfBytes = (bytes: Uint8Array | string): string => cid(0x55, bytes);

function cid(codec: number, content: Uint8Array | string): string {
  const digest = createHash('sha256').update(content).digest();
  return `b${base32(Buffer.concat([Buffer.from([1, codec, 0x12, 0x20]), digest]))}`;
}

function base32(bytes: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += PLAIN[(held >> bits) & 31];
    }
  }
  return bits > 0 ? text + PLAIN[(held << (5 - bits)) & 31] : text;
}

export const POST = 'app.bsky.feed.post';
export const THREADGATE = 'app.bsky.feed.threadgate';
export const BLOCK = 'app.bsky.graph.block';

export const uriOf = (did: string, collection: string, rkey: string): string => `at://${did}/${collection}/${rkey}`;

export function partsOfUri(uri: string): { did: string; collection: string; rkey: string } | null {
  const [, did = '', collection = '', rkey = ''] = /^at:\/\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(uri) ?? [];
  return rkey === '' ? null : { did, collection, rkey };
}

export const rkeyOf = (uri: string): string => partsOfUri(uri)?.rkey ?? '';

/** A name that could be a domain, as handles are. */
export const handleOf = (handle: string): string => {
  const plain = handle
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  return plain.includes('.') ? plain : `${plain}.sandbox.example`;
};
