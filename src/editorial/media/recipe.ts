// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf, type NetworkName, type PictureLimits, type PictureType } from '#channels';
import type { DraftContent } from '../drafting/contract.ts';
import type { MediaView, RenditionView } from './contract.ts';

// How a file is made ready for a network: by the network's own limits, never by its name.

export interface PictureRecipe extends Pick<PictureLimits, 'bytes' | 'side'> {
  readonly kind: 'image';
  /** The type that it is tried in first; what is too heavy is made a JPEG. */
  readonly type: PictureType;
  readonly moves: boolean;
  /** The shape it is brought to, and how; null: the one it has. */
  readonly frame: { readonly how: 'pad' | 'crop'; readonly ratio: number } | null;
}

export type Recipe = { readonly kind: 'video' } | PictureRecipe;

/** Where a network says nothing of its own. */
const ORDINARY: PictureLimits = { types: ['image/jpeg', 'image/png'], bytes: 4 * 1024 ** 2, side: 2048 };

export interface Planned {
  readonly recipe: Recipe;
  readonly framing: RenditionView['framing'];
  readonly stopped: boolean;
}

/** What a file needs to be made ready; without `how` a picture keeps its shape, also where the network does not take it. */
export function plannedFor(
  file: Pick<MediaView, 'kind' | 'type' | 'width' | 'height' | 'frames'>,
  network: NetworkName,
  how: 'pad' | 'crop' | undefined,
): Planned {
  if (file.kind === 'video') return { recipe: { kind: 'video' }, framing: 'fits', stopped: false };
  const limits = adapterOf(network)?.limits.pictures ?? ORDINARY;
  const moves = file.frames > 1 && limits.types.includes('image/gif');
  const ratio = nearestRatio(file, limits);
  const frame = ratio === null || how === undefined ? null : { how, ratio };
  return {
    recipe: {
      ...{ kind: 'image', side: limits.side, moves, frame },
      type: moves ? 'image/gif' : stillType(file.type, limits),
      bytes: moves ? (limits.movingBytes ?? limits.bytes) : limits.bytes,
    },
    framing: ratio === null ? 'fits' : (how ?? 'needed'),
    stopped: file.frames > 1 && !moves,
  };
}

/** Drawings stay what they are where they may; photographs, and what no longer fits, become JPEG. */
const stillType = (type: string, { types }: PictureLimits): PictureType =>
  (type === 'image/png' || type === 'image/gif') && types.includes('image/png') ? 'image/png' : 'image/jpeg';

/** The shape nearest to its own that the network takes; null: its own. */
function nearestRatio({ width, height }: Pick<MediaView, 'width' | 'height'>, { ratio }: PictureLimits): number | null {
  if (ratio === undefined || width === 0 || height === 0) return null;
  const [least, most] = ratio;
  const own = width / height;
  return own < least ? least : own > most ? most : null;
}

/** Changes whenever the same recipe makes something else. */
const MAKING = 1;

/** One text for one recipe. */
export function nameOf(recipe: Recipe): string {
  if (recipe.kind === 'video') return `${MAKING} video`;
  const { type, side, bytes, moves, frame } = recipe;
  const shape = frame === null ? 'whole' : `${frame.how} ${frame.ratio}`;
  return `${MAKING} ${type} ${side} ${bytes} ${moves ? 'moving' : 'still'} ${shape}`;
}

export const framingOf = ({ framings }: DraftContent, media: string, account: string): 'pad' | 'crop' | undefined =>
  framings.find((one) => one.media === media && one.account === account)?.how;
