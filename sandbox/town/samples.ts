// SPDX-License-Identifier: AGPL-3.0-or-later
import { crc32, deflateSync } from 'node:zlib';
import type { Answer } from './call.ts';
import type { Media } from './writing.ts';

/** A grey square of eight points, as JPEG. */
const JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z';

const file = (type: string, body: Uint8Array): Answer => ({ status: 200, headers: { 'content-type': type }, body });

/** An MP4 with its first box alone: enough for who reads what kind of file it is. */
const mp4 = (): Uint8Array => {
  const box = Buffer.from('....ftypisom....isommp42', 'latin1');
  box.writeUInt32BE(box.length, 0);
  box.writeUInt32BE(512, 12);
  return box;
};

const WIDTH = 480;
const HEIGHT = 320;

/** An invented landscape: sky, sun, hill, and a bench. */
function picture(): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits for each of red, green and blue.
  header.set([8, 2], 8);
  const lines = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) lines.set(pointAt(x, y), y * (1 + WIDTH * 3) + 1 + x * 3);
  const parts = [part('IHDR', header), part('IDAT', deflateSync(lines)), part('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}

function pointAt(x: number, y: number): readonly [number, number, number] {
  if (y > 220 && y < 232 && x > 180 && x < 300) return [110, 66, 38];
  if (y >= 232 && y < 256 && (Math.abs(x - 192) < 5 || Math.abs(x - 288) < 5)) return [80, 48, 28];
  if (y > 210 + 40 * Math.sin(x / 90)) return [86, 140 + (y % 24), 70];
  if ((x - 380) ** 2 + (y - 80) ** 2 < 1600) return [250, 210, 90];
  return [120 + y / 4, 180 + y / 6, 235];
}

function part(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

/** Two seconds of silence, as WAV. */
function silence(): Uint8Array {
  const sound = Buffer.alloc(44 + 16_000, 128);
  sound.write('RIFF', 0);
  sound.writeUInt32LE(sound.length - 8, 4);
  sound.write('WAVEfmt ', 8);
  sound.writeUInt32LE(16, 16);
  sound.writeUInt16LE(1, 20);
  sound.writeUInt16LE(1, 22);
  sound.writeUInt32LE(8000, 24);
  sound.writeUInt32LE(8000, 28);
  sound.writeUInt16LE(1, 32);
  sound.writeUInt16LE(8, 34);
  sound.write('data', 36);
  sound.writeUInt32LE(16_000, 40);
  return sound;
}

const PAGE = '<!doctype html><title>Una pagina</title><script>alert(document.domain)</script>';
const HUGE_BYTES = 50_000_000;

/**
 * Files that a network, or an adapter, can fetch under `/samples/`. Those that do harm: `lie.png` is a page, `huge.jpg` has fifty million
 * bytes, `moved.jpg?to=` leads wherever it is told.
 */
const SAMPLES: Readonly<Record<string, (query: URLSearchParams) => Answer>> = {
  'image.jpg': () => file('image/jpeg', Buffer.from(JPEG, 'base64')),
  'video.mp4': () => file('video/mp4', mp4()),
  'picture.png': () => file('image/png', picture()),
  'voice.wav': () => file('audio/wav', silence()),
  'lie.png': () => file('image/png', Buffer.from(PAGE)),
  'huge.jpg': () => file('image/jpeg', Buffer.concat([Buffer.from(JPEG, 'base64'), Buffer.alloc(HUGE_BYTES)])),
  'moved.jpg': (query) => ({ status: 302, headers: { location: query.get('to') ?? '/' }, body: '' }),
};

export const sampleNamed = (name: string, query: URLSearchParams): Answer | undefined => SAMPLES[name]?.(query);

/** Where a file is that somebody attached; one that lives only in the imagination is a sample. `screen`: any address of the front. */
export const addressOfFile = ({ url, type }: Pick<Media, 'url' | 'type'>, screen: string): string =>
  url ?? new URL(type === 'video' ? '/samples/video.mp4' : '/samples/image.jpg', screen).href;
