// SPDX-License-Identifier: AGPL-3.0-or-later
import { CaptionsView, type ContentDetail, type DraftContent, type Mark, MediaView } from '#editorial/contract';
import { request } from '../client/request.ts';

const UPLOAD_PATIENCE_MS = 120_000;

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}/editorial`;

export const fileAddress = (body: string, media: string) => `${root(body)}/media/${encodeURIComponent(media)}`;
export const renditionAddress = (body: string, id: string) => `${root(body)}/renditions/${encodeURIComponent(id)}`;
export const captionsAddress = (body: string, id: string, as: 'vtt' | 'srt') =>
  `${root(body)}/captions/${encodeURIComponent(id)}?as=${as}`;

export const uploadMedia = (body: string, file: File): Promise<MediaView> =>
  request(MediaView, `${root(body)}/media`, { method: 'POST', body: file, patienceMs: UPLOAD_PATIENCE_MS });

export const uploadCaptions = (body: string, file: File): Promise<CaptionsView> =>
  request(CaptionsView, `${root(body)}/captions`, { method: 'POST', body: file });

export const blurMedia = (body: string, media: string, marks: readonly Mark[]): Promise<MediaView> =>
  request(MediaView, `${fileAddress(body, media)}/blur`, {
    method: 'POST',
    body: { marks },
    patienceMs: UPLOAD_PATIENCE_MS,
  });

type Part = Partial<DraftContent>;

/** A file more; one that is there already is not there twice. */
export const withFile = ({ media }: DraftContent, id: string): Part =>
  media.some((one) => one.media === id) ? {} : { media: [...media, { media: id, alt: '', licence: '', people: '' }] };

/** A file less, with all that was said of it. */
export const withoutFile = ({ media, captions, framings, variants }: DraftContent, id: string): Part => ({
  media: media.filter((one) => one.media !== id),
  captions: captions.filter((one) => one.media !== id),
  framings: framings.filter((one) => one.media !== id),
  variants: variants.map((one) =>
    one.media === null ? one : { ...one, media: one.media.filter((shown) => shown !== id) },
  ),
});

/** One file in the place of another: what was said of it stays. */
export function withFileChanged(content: DraftContent, id: string, other: string): Part {
  if (content.media.some(({ media }) => media === other)) return withoutFile(content, id);
  const changed = (one: string) => (one === id ? other : one);
  return {
    media: content.media.map((one) => ({ ...one, media: changed(one.media) })),
    framings: content.framings.map((one) => ({ ...one, media: changed(one.media) })),
    variants: content.variants.map((one) => (one.media === null ? one : { ...one, media: one.media.map(changed) })),
  };
}

export const withCaptions = ({ captions }: DraftContent, media: string, id: string | null): Part => ({
  captions: [...captions.filter((one) => one.media !== media), ...(id === null ? [] : [{ media, captions: id }])],
});

export const withFraming = (
  { framings }: DraftContent,
  media: string,
  { account, how }: { readonly account: string; readonly how: 'pad' | 'crop' | null },
): Part => ({
  framings: [
    ...framings.filter((one) => one.media !== media || one.account !== account),
    ...(how === null ? [] : [{ media, account, how }]),
  ],
});

export const renditionsOf = ({ renditions }: ContentDetail, media: string) =>
  renditions.filter((one) => one.media === media);
