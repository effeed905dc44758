// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, type Call, json } from '../town/call.ts';
import { type Drawer, openDrawer } from '../town/drawer.ts';
import type { Asked, Stage } from '../town/network.ts';
import { jsonOf, partsOf, WrongBody } from '../town/parameters.ts';
import type { World } from '../town/world.ts';
import { invalid } from './problems.ts';

const CATEGORIES = ['tweet_image', 'tweet_gif', 'tweet_video', 'amplify_video'] as const;
const TYPES = [
  ...['video/mp4', 'video/webm', 'video/mp2t', 'video/quicktime', 'image/jpeg', 'image/gif', 'image/bmp', 'image/png'],
  ...['image/webp', 'image/pjpeg', 'image/tiff'],
] as const;

const Upload = z.object({
  account: z.string(),
  category: z.enum(CATEGORIES),
  type: z.enum(TYPES),
  total: z.number(),
  /** Bytes of each piece, by its number. */
  pieces: z.record(z.string(), z.number()),
  /** `working` videos are ready after being asked about twice. */
  state: z.enum(['open', 'working', 'succeeded', 'failed']),
  asked: z.number(),
  alt: z.string().nullable(),
});
export type Upload = z.infer<typeof Upload>;

export const uploadsOf = (world: World): Drawer<Upload> => openDrawer(world, 'upload', Upload);

const Start = z.strictObject({
  media_type: z.enum(TYPES),
  media_category: z.enum(CATEGORIES),
  total_bytes: z.number().int().positive().max(17_179_869_184),
  shared: z.boolean().optional(),
  additional_owners: z.array(z.string()).optional(),
});

const Metadata = z.strictObject({
  id: z.string().regex(/^\d{1,19}$/),
  metadata: z.strictObject({ alt_text: z.strictObject({ text: z.string().max(1000) }) }),
});

/** One call about an upload: who asks, and for which one. */
export interface Uploading {
  readonly call: Call;
  readonly stage: Stage;
  readonly account: string;
}

const DAY_SECONDS = 86_400;
const keyOf = (id: string, { category }: Upload): string => `${category === 'tweet_image' ? 3 : 7}_${id}`;
const about = (id: string, upload: Upload, more: object = {}): Answer =>
  json({ data: { id, media_key: keyOf(id, upload), expires_after_secs: DAY_SECONDS, ...more } });

export function initialize({ call, stage, account }: Uploading): Asked {
  const asked = jsonOf(call, Start);
  if (asked instanceof WrongBody) throw invalid(asked.why);
  const upload: Upload = {
    ...{ account, category: asked.media_category, type: asked.media_type, total: asked.total_bytes },
    ...{ pieces: {}, state: 'open', asked: 0, alt: null },
  };
  const id = `${stage.world.draw()}000`;
  return {
    unchanged: () => about(id, upload),
    effect: () => {
      uploadsOf(stage.world).put(id, upload);
      return about(id, upload);
    },
  };
}

function found(id: string, { stage, account }: Uploading): Upload {
  const upload = uploadsOf(stage.world).get(id);
  if (upload === undefined || upload.account !== account) throw invalid(`There is no media with id [${id}]`);
  return upload;
}

export async function append(id: string, uploading: Uploading): Promise<Asked> {
  const upload = found(id, uploading);
  const parts = await partsOf(uploading.call);
  const [media, segment] = [parts?.get('media'), parts?.get('segment_index')];
  const strange = [...(parts?.keys() ?? [])].find((name) => name !== 'media' && name !== 'segment_index');
  if (!(media instanceof Uint8Array) || typeof segment !== 'string' || strange !== undefined) {
    throw invalid(`a piece has \`media\` and \`segment_index\`${strange === undefined ? '' : `, not ${strange}`}`);
  }
  if (!/^\d{1,3}$/.test(segment) || upload.state !== 'open') throw invalid('this piece cannot be taken');
  const answer = json({ data: { expires_at: Math.floor(uploading.stage.now().getTime() / 1000) + DAY_SECONDS } });
  return {
    unchanged: () => answer,
    effect: () => {
      const pieces = { ...upload.pieces, [segment]: media.length };
      uploadsOf(uploading.stage.world).put(id, { ...upload, pieces });
      return answer;
    },
  };
}

const CHECK_SECONDS = 1;
const processing = ({ state }: Upload): object => {
  if (state === 'working') return { processing_info: { state: 'in_progress', check_after_secs: CHECK_SECONDS } };
  return state === 'failed' ? { processing_info: { state: 'failed', progress_percent: 0 } } : {};
};

export function finalize(id: string, uploading: Uploading): Asked {
  const upload = found(id, uploading);
  const sizes = Object.values(upload.pieces);
  const isWhole = sizes.reduce((sum, size) => sum + size, 0) === upload.total;
  const isInOrder = Object.keys(upload.pieces).every((name) => Number(name) < sizes.length);
  if (!isWhole || !isInOrder || upload.state !== 'open') throw invalid('the pieces do not make the whole file');
  const isVideo = upload.category !== 'tweet_image';
  const failed = uploading.call.fault === 'media-fails';
  const done: Upload = { ...upload, state: failed ? 'failed' : isVideo ? 'working' : 'succeeded' };
  const answer = about(id, done, { size: upload.total, ...processing(done) });
  return {
    unchanged: () => answer,
    effect: () => {
      uploadsOf(uploading.stage.world).put(id, done);
      return answer;
    },
  };
}

const ASKED_BEFORE_READY = 2;

export function status(uploading: Uploading): Answer {
  const { query } = uploading.call;
  const id = query.get('media_id') ?? '';
  if ((query.get('command') ?? 'STATUS') !== 'STATUS') throw invalid('`command` is STATUS');
  const upload = found(id, uploading);
  const isReady = upload.state === 'working' && upload.asked + 1 >= ASKED_BEFORE_READY;
  const now: Upload = { ...upload, asked: upload.asked + 1, state: isReady ? 'succeeded' : upload.state };
  uploadsOf(uploading.stage.world).put(id, now);
  const info =
    now.state === 'succeeded' ? { processing_info: { state: 'succeeded', progress_percent: 100 } } : processing(now);
  return about(id, now, info);
}

export function describe(uploading: Uploading): Asked {
  const asked = jsonOf(uploading.call, Metadata);
  if (asked instanceof WrongBody) throw invalid(asked.why);
  const { id, metadata } = asked;
  const upload = found(id, uploading);
  const answer = json({ data: { id, associated_metadata: metadata } });
  return {
    unchanged: () => answer,
    effect: () => {
      uploadsOf(uploading.stage.world).put(id, { ...upload, alt: metadata.alt_text.text });
      return answer;
    },
  };
}
