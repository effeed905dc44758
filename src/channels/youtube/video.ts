// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChannelError, Command, WriteOutcome } from '../port.ts';
import { type Acting, change, read } from './api.ts';
import { notFound, rejected } from './errors.ts';
import { DESCRIPTION_BYTES, TITLE_LENGTH } from './limits.ts';
import { ChannelList, type Upload, UploadList, type Video, VideoList } from './wire.ts';

const RECENT_UPLOADS = 50;

/** Read for the sake of a write. Null: there is none. */
export async function videoOf(acting: Acting, id: string): Promise<Video | null> {
  const list = await read(acting, {
    shape: VideoList,
    purpose: 'write',
    send: (api) => api.videos.list({ part: ['snippet', 'status'], id: [id] }),
  });
  return list.items[0] ?? null;
}

/** Changes the description alone. INVARIANT: what of a video's snippet is not sent back is erased; hence it is read first. */
export async function describe(
  acting: Acting,
  { target, text }: Extract<Command, { type: 'edit-post' }>,
): Promise<WriteOutcome> {
  const error = faultOfDescription(text);
  if (error !== null) return { state: 'refused', error };
  const snippet = (await videoOf(acting, target))?.snippet;
  if (snippet === undefined) return { state: 'refused', error: notFound('video-gone') };
  const kept = Object.fromEntries(Object.entries(snippet).filter(([, value]) => value !== undefined));
  return change(acting, (api) =>
    api.videos.update({ part: ['snippet'], requestBody: { id: target, snippet: { ...kept, description: text } } }),
  );
}

/** What YouTube would refuse, or cut, of a description; null: nothing. */
export function faultOfDescription(text: string): ChannelError | null {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > DESCRIPTION_BYTES) {
    return rejected(
      'description-too-long',
      `La descrizione occupa ${bytes} byte e YouTube ne ammette ${DESCRIPTION_BYTES}: lettere accentate ed emoji ne occupano più d’uno.`,
    );
  }
  return faultOfSigns(text);
}

export function faultOfTitle(title: string): ChannelError | null {
  if (title.trim() === '') return rejected('title-missing', 'Un video su YouTube deve avere un titolo.');
  if (title.length > TITLE_LENGTH) {
    return rejected('title-too-long', `Il titolo è di ${title.length} caratteri e YouTube ne ammette ${TITLE_LENGTH}.`);
  }
  return faultOfSigns(title);
}

const faultOfSigns = (text: string): ChannelError | null =>
  /[<>]/.test(text)
    ? rejected('angle-brackets', 'YouTube non accetta i segni < e > nel titolo e nella descrizione.')
    : null;

/** Our latest uploads, newest first; read for the sake of a write. */
export async function recentUploads(acting: Acting): Promise<readonly Upload[]> {
  const channels = await read(acting, {
    shape: ChannelList,
    purpose: 'write',
    send: (api) => api.channels.list({ part: ['contentDetails'], id: [acting.account.externalId] }),
  });
  const playlist = channels.items[0]?.contentDetails?.relatedPlaylists.uploads;
  if (playlist === undefined) return [];
  const list = await read(acting, {
    shape: UploadList,
    purpose: 'write',
    send: (api) => api.playlistItems.list({ part: ['snippet'], playlistId: playlist, maxResults: RECENT_UPLOADS }),
  });
  return list.items;
}
