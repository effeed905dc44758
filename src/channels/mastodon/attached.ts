// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Attached, AttachedKind, AttachedTo } from '../port.ts';
import { type Api, Unanswered } from './api.ts';
import { Media } from './wire.ts';

const Attachment = Media.extend({
  type: z.string().catch('unknown'),
  description: z.string().nullish().catch(null),
});
const WithMedia = z.object({ mediaAttachments: z.array(Attachment) });

const KINDS: Readonly<Record<string, AttachedKind>> = { image: 'image', gifv: 'video', video: 'video', audio: 'audio' };

/** What came with a status, as the account's own instance keeps it. Null: it is gone. */
export async function attached({ client }: Pick<Api, 'client'>, to: AttachedTo): Promise<readonly Attached[] | null> {
  try {
    const status = WithMedia.safeParse(await client.v1.statuses.$select(to.externalId).fetch()).data;
    return (status?.mediaAttachments ?? []).map(({ type, url, description }) => ({
      ...{ kind: KINDS[type] ?? 'other', url: url ?? null, alt: description || null },
    }));
  } catch (cause) {
    const isGone = cause instanceof Unanswered && cause.failed.kind === 'refused' && cause.failed.status === 404;
    if (isGone) return null;
    throw cause;
  }
}
