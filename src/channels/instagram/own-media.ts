// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { ChannelError } from '../port.ts';
import type { Acting } from './acting.ts';
import { errors } from './errors.ts';
import { type OneMedia, OWN_MEDIA_FIELDS, OwnMediaList } from './wire.ts';

type OwnMedia = z.infer<typeof OneMedia>;

/** Instagram's clock and ours may differ, and its times are whole seconds. */
export const CLOCK_SKEW_MILLISECONDS = 30_000;
const LOOKED_AT = 25;

/** The newest of our own posts that is wanted, among those since a moment; null where there is none. */
export async function ownMedia(
  { graph, accountId }: Pick<Acting, 'graph' | 'accountId'>,
  since: Date | undefined,
  wanted: (media: OwnMedia) => boolean,
): Promise<OwnMedia | null | { readonly error: ChannelError }> {
  const path = `${encodeURIComponent(accountId)}/media`;
  const answer = await graph('GET', path, { fields: OWN_MEDIA_FIELDS, limit: LOOKED_AT });
  if (answer.kind !== 'answer') return { error: errors.faultOf(answer) };
  const listed = OwnMediaList.safeParse(answer.body);
  if (!listed.success) return { error: errors.unclear('unexpected-shape') };
  const from = since === undefined ? 0 : since.getTime() - CLOCK_SKEW_MILLISECONDS;
  return listed.data.data.find((media) => (media.timestamp?.getTime() ?? 0) >= from && wanted(media)) ?? null;
}
