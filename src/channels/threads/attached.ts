// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Attached, AttachedTo } from '../port.ts';
import { type Acting, read } from './acting.ts';

const Part = z.object({
  media_type: z.string().catch(''),
  media_url: z.string().nullish().catch(null),
  alt_text: z.string().nullish().catch(null),
});
const Whole = Part.extend({
  children: z
    .object({ data: z.array(z.object({ id: z.string() })) })
    .nullish()
    .catch(null),
});

const PART_FIELDS = 'id,media_type,media_url,alt_text';

/** What came with a reply or a post. Null: it is gone. */
export async function attached(acting: Acting, { externalId }: AttachedTo): Promise<readonly Attached[] | null> {
  const query = { fields: `${PART_FIELDS},children` };
  const whole = await read(acting, Whole, { path: encodeURIComponent(externalId), query });
  if (whole === null) return null;
  const children = whole.children?.data ?? [];
  if (children.length === 0) return whole.media_url ? [fromPart(whole)] : [];
  const parts = await Promise.all(
    children.map(({ id }) => read(acting, Part, { path: encodeURIComponent(id), query: { fields: PART_FIELDS } })),
  );
  return parts.flatMap((part) => (part === null ? [] : [fromPart(part)]));
}

function fromPart({ media_type: type, media_url: url, alt_text: alt }: z.infer<typeof Part>): Attached {
  const kind = type === 'VIDEO' ? 'video' : type === 'AUDIO' ? 'audio' : 'image';
  return { kind, url: url ?? null, alt: alt || null };
}
