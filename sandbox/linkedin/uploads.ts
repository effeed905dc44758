// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Call, json, type Reply } from '../town/call.ts';
import { type Drawer, openDrawer } from '../town/drawer.ts';
import type { Asked, Stage } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import { only, type Question } from './question.ts';
import { refuse, refuseBody, refuseParameter } from './refusals.ts';

const PART_BYTES = 4 * 1024 * 1024;

const Upload = z.object({
  kind: z.enum(['image', 'video']),
  owner: z.string(),
  state: z.enum(['WAITING_UPLOAD', 'PROCESSING', 'AVAILABLE', 'PROCESSING_FAILED']),
  /** ETags of the parts, in order; empty where one is not up yet. */
  parts: z.array(z.string()),
  /** How many times it will still be found unready. */
  slow: z.number(),
});
export type Upload = z.output<typeof Upload>;

export const uploadsOf = ({ world }: Pick<Stage, 'world'>): Drawer<Upload> => openDrawer(world, 'upload', Upload);

const ImageAsked = z.strictObject({ initializeUploadRequest: z.strictObject({ owner: z.string() }) });
const VideoAsked = z.strictObject({
  initializeUploadRequest: z.strictObject({
    owner: z.string(),
    fileSizeBytes: z.number().int().positive(),
    uploadCaptions: z.boolean(),
    uploadThumbnail: z.boolean(),
  }),
});
const Finalized = z.strictObject({
  finalizeUploadRequest: z.strictObject({
    video: z.string(),
    uploadToken: z.string(),
    uploadedPartIds: z.array(z.string()).min(1),
  }),
});

/** `images`, `videos` and what is under them. */
export function uploads(question: Question): Reply | Asked {
  const { call, path, stage } = question;
  const [resource, urn, ...more] = path;
  if (more.length > 0) return refuse('unknown-path');
  const kind = resource === 'images' ? 'image' : 'video';
  if (call.method === 'GET') return urn === undefined ? refuse('unknown-path') : state(question, urn);
  const action = only(call, ['action']).get('action');
  if (call.method !== 'POST' || urn !== undefined) return refuse('unknown-path');
  if (action === 'initializeUpload') return begin(question, kind);
  return action === 'finalizeUpload' && kind === 'video' ? finish(call, stage) : refuse('unknown-path');
}

function begin({ call, page, stage }: Question, kind: Upload['kind']): Reply | Asked {
  const asked = kind === 'image' ? jsonOf(call, ImageAsked) : jsonOf(call, VideoAsked);
  if (asked instanceof WrongBody) return refuseBody(asked.why);
  const { owner, ...video } = asked.initializeUploadRequest;
  if (owner !== page.id) return refuse('role-lost');
  const size = 'fileSizeBytes' in video && typeof video.fileSizeBytes === 'number' ? video.fileSizeBytes : 1;
  const count = kind === 'image' ? 1 : Math.ceil(size / PART_BYTES);
  const begun = (): Reply => {
    const urn = `urn:li:${kind}:C56${stage.world.draw()}`;
    const slow = call.fault === 'slow-processing' ? 1 : 0;
    uploadsOf(stage).put(urn, { kind, owner, state: 'WAITING_UPLOAD', parts: Array(count).fill(''), slow });
    const address = (part: number) => `${stage.baseUrl}/dms-uploads/${encodeURIComponent(urn)}/${part}`;
    if (kind === 'image')
      return json({
        value: { uploadUrlExpiresAt: stage.now().getTime() + 86_400_000, uploadUrl: address(0), image: urn },
      });
    const uploadInstructions = Array.from({ length: count }, (_, part) => ({
      uploadUrl: address(part),
      firstByte: part * PART_BYTES,
      lastByte: Math.min(size, (part + 1) * PART_BYTES) - 1,
    }));
    return json({
      value: {
        video: urn,
        uploadToken: `token-${urn}`,
        uploadInstructions,
        uploadUrlsExpireAt: stage.now().getTime() + 86_400_000,
      },
    });
  };
  return { effect: begun, unchanged: begun };
}

/** The bytes themselves, at an address of their own. */
export function receive({ path, bytes, method }: Call, stage: Stage): Reply | Asked {
  const [, urn = '', part = '0'] = path;
  const upload = uploadsOf(stage).get(urn);
  if (method !== 'PUT' || upload === undefined || bytes.length === 0) return refuse('not-found');
  const etag = `etag-${part}-${bytes.length}`;
  const reply: Reply = { status: 201, headers: { etag: `"${etag}"` }, body: '' };
  return {
    unchanged: () => reply,
    effect() {
      const parts = upload.parts.map((known, index) => (`${index}` === part ? etag : known));
      const state = upload.kind === 'image' ? 'AVAILABLE' : upload.state;
      uploadsOf(stage).put(urn, { ...upload, parts, state });
      return reply;
    },
  };
}

function finish(call: Call, stage: Stage): Reply | Asked {
  const asked = jsonOf(call, Finalized);
  if (asked instanceof WrongBody) return refuseBody(asked.why);
  const { video, uploadToken, uploadedPartIds } = asked.finalizeUploadRequest;
  const upload = uploadsOf(stage).get(video);
  if (upload === undefined || uploadToken !== `token-${video}`) return refuse('not-found');
  if (JSON.stringify(upload.parts) !== JSON.stringify(uploadedPartIds))
    return refuseParameter('the parts do not match');
  return {
    unchanged: () => ({ status: 200, body: '' }),
    effect() {
      uploadsOf(stage).put(video, { ...upload, state: 'AVAILABLE' });
      return { status: 200, body: '' };
    },
  };
}

function state({ call, page, stage }: Question, urn: string): Reply {
  only(call, []);
  const upload = uploadsOf(stage).get(urn);
  if (upload === undefined || upload.owner !== page.id) return refuse('not-found');
  const isSlow = upload.state === 'AVAILABLE' && upload.slow > 0;
  if (isSlow) uploadsOf(stage).put(urn, { ...upload, slow: upload.slow - 1 });
  const status = call.fault === 'processing-failed' ? 'PROCESSING_FAILED' : isSlow ? 'PROCESSING' : upload.state;
  return json({
    id: urn,
    owner: page.id,
    status,
    downloadUrl: `${stage.baseUrl}/dms-downloads/${encodeURIComponent(urn)}`,
  });
}
