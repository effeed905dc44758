// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, json } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Asked, Stage } from '../town/network.ts';
import { stranger } from '../town/parameters.ts';
import type { Account } from '../town/writing.ts';
import { LONGEST_ALT } from './instance.ts';
import { invalid, refuse, unknownParameter } from './refusals.ts';
import { renderAttachment } from './rendering.ts';

const Upload = z.object({
  account: z.string(),
  type: z.enum(['image', 'video']),
  alt: z.string().nullable(),
  /** How often somebody asked whether it is ready. */
  looks: z.number(),
  state: z.enum(['ready', 'processing', 'failed']),
});
export type Upload = z.infer<typeof Upload>;

export const uploadsOf = ({ world }: Stage) => openDrawer(world, 'upload', Upload);

/** A video is worked on: so many looks before it is ready. */
const LOOKS = 2;

/** What kind of file it is, by its first bytes; null where an instance takes none of it. */
function kindOf(bytes: Uint8Array): 'image' | 'video' | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG') || head.startsWith('GIF8')) return 'image';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image';
  return head.slice(4, 8) === 'ftyp' || head.startsWith('\x1aE\xdf\xa3') ? 'video' : null;
}

interface Uploading {
  readonly account: Account;
  readonly parts: ReadonlyMap<string, string | Uint8Array> | null;
  readonly fault: string | null;
}

/** A file that nobody sees until a status takes it: 200 where it is ready at once, 202 where it is worked on. */
export function upload({ account, parts, fault }: Uploading, stage: Stage): Answer | Asked {
  if (parts === null) return invalid('File can’t be blank');
  const unknown = stranger(Object.fromEntries(parts), ['file', 'description', 'focus', 'thumbnail']);
  if (unknown !== null) return unknownParameter(unknown);
  const [file, description] = [parts.get('file'), parts.get('description')];
  if (!(file instanceof Uint8Array) || file.length === 0) return invalid('File can’t be blank');
  const type = kindOf(file);
  if (type === null) return invalid('File content type is invalid');
  const alt = typeof description === 'string' && description !== '' ? description : null;
  if (alt !== null && [...alt].length > LONGEST_ALT) return invalid('Description is too long');
  const id = `${stage.world.draw()}`;
  const isVideo = type === 'video';
  const state = fault === 'media-fails' ? 'failed' : isVideo ? 'processing' : 'ready';
  const rendered = renderAttachment({ id, type, url: null, alt }, stage, state === 'ready');
  const answer = () => json(rendered, state === 'ready' ? 200 : 202);
  return {
    unchanged: answer,
    effect() {
      uploadsOf(stage).put(id, { account: account.id, type, alt, looks: 0, state });
      return answer();
    },
  };
}

/** 206 as long as it is worked on. */
export function lookAt(id: string, account: Account, stage: Stage): Answer {
  const kept = uploadsOf(stage).get(id);
  if (kept === undefined || kept.account !== account.id) return refuse('gone');
  if (kept.state === 'failed') return invalid('Error processing thumbnail for uploaded media');
  const looks = kept.looks + 1;
  const state = kept.state === 'processing' && looks >= LOOKS ? 'ready' : kept.state;
  uploadsOf(stage).put(id, { ...kept, looks, state });
  const ready = state === 'ready';
  return json(renderAttachment({ id, type: kept.type, url: null, alt: kept.alt }, stage, ready), ready ? 200 : 206);
}
