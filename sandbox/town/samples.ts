// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answer } from './call.ts';

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

/** Files that a network, or an adapter, can fetch: `/samples/image.jpg`, `/samples/video.mp4`. */
export const SAMPLES: Readonly<Record<string, Answer>> = {
  'image.jpg': file('image/jpeg', Buffer.from(JPEG, 'base64')),
  'video.mp4': file('video/mp4', mp4()),
};
