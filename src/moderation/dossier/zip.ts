// SPDX-License-Identifier: AGPL-3.0-or-later
import { crc32 } from 'node:zlib';

// The plainest ZIP there is: parts one after the other, not compressed, all of one day. The same parts always give the same
// bytes, so that whoever reads one can make it again and compare.

export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** The first of January 1980: the format knows no earlier day. */
const DAY = 0x21;

export function zipOf(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const encoded = Buffer.from(name);
    const facts = factsOf(encoded, bytes);
    const local = Buffer.alloc(LOCAL_BYTES);
    local.writeUInt32LE(LOCAL, 0);
    facts.copy(local, 4);
    const central = Buffer.alloc(CENTRAL_BYTES);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(VERSION, 4);
    facts.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    files.push(local, encoded, bytes);
    directory.push(central, encoded);
    offset += LOCAL_BYTES + encoded.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...files, listed, endOf(parts.length, listed.length, offset)]);
}

/** What both headers of a part tell of it, in the format's order: 26 bytes. */
function factsOf(name: Buffer, bytes: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(UTF8_NAMES, 2);
  facts.writeUInt16LE(DAY, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(bytes.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** The parts as far as they can be told; what is no such file, or breaks off, gives those before. */
export function partsOf(file: Buffer): Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at + LOCAL_BYTES <= file.length && file.readUInt32LE(at) === LOCAL) {
    const size = file.readUInt32LE(at + 18);
    const nameLength = file.readUInt16LE(at + 26);
    const start = at + LOCAL_BYTES + nameLength;
    if (start + size > file.length) break;
    const name = file.subarray(at + LOCAL_BYTES, start).toString();
    parts.push({ name, bytes: file.subarray(start, start + size) });
    at = start + size;
  }
  return parts;
}
