// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, type Call, json } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Asked, Stage } from '../town/network.ts';
import { cidOfBytes } from './identifiers.ts';
import { invalid } from './refusals.ts';

const LARGEST_BYTES = 50_000_000;

const Kept = z.object({ mimeType: z.string(), size: z.number() });
export const blobsOf = ({ world }: Stage) => openDrawer(world, 'blob', Kept);

/** A file that nobody sees until a record names it. */
export function uploadBlob({ headers, bytes }: Call, stage: Stage): Answer | Asked {
  const mimeType = headers['content-type'] ?? 'application/octet-stream';
  if (bytes.length === 0) return invalid('Request body is empty');
  if (bytes.length > LARGEST_BYTES) return json({ error: 'PayloadTooLarge', message: 'request entity too large' }, 413);
  const link = cidOfBytes(bytes);
  const answer = () => json({ blob: { $type: 'blob', ref: { $link: link }, mimeType, size: bytes.length } });
  return {
    unchanged: answer,
    effect() {
      blobsOf(stage).put(link, { mimeType, size: bytes.length });
      return answer();
    },
  };
}
