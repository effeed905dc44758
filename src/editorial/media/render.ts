// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OutputInfo, Sharp } from 'sharp';
import { editorialError } from '../errors.ts';
import { inTurn, openPicture } from './pictures.ts';
import type { PictureRecipe, Recipe } from './recipe.ts';
import { cleanVideo } from './video.ts';

export interface Original {
  readonly content: Buffer;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
}

export interface Made {
  readonly content: Buffer;
  readonly type: string;
  readonly width: number;
  readonly height: number;
}

/** What goes out of a file: its points alone, drawn anew, and nothing that lay around them. Throws MEDIA_TOO_HEAVY. */
export async function render(original: Original, recipe: Recipe): Promise<Made> {
  if (recipe.kind === 'image') return inTurn(() => renderPicture(original, recipe));
  const { content, width, height } = cleanVideo(original.content);
  return { content, type: original.type, width, height };
}

const WHITE = { r: 255, g: 255, b: 255 };
const QUALITIES = [86, 78, 68, 56];
const SHRINKING = 0.75;
const SMALLEST_SIDE = 160;

async function renderPicture(original: Original, recipe: PictureRecipe): Promise<Made> {
  for (let side = recipe.side; side >= SMALLEST_SIDE; side = Math.floor(side * SHRINKING)) {
    for (const write of attemptsOf(recipe)) {
      const { data, info } = await write(framed(original, recipe, side)).toBuffer({ resolveWithObject: true });
      if (data.length <= recipe.bytes) return madeOf(data, info);
    }
  }
  throw editorialError('MEDIA_TOO_HEAVY');
}

const madeOf = (content: Buffer, { format, width, height, pageHeight }: OutputInfo): Made => ({
  ...{ content, type: `image/${format}`, width, height: pageHeight ?? height },
});

/** Heavier ones first. */
function attemptsOf({ type, moves }: PictureRecipe): ((picture: Sharp) => Sharp)[] {
  if (moves) return [(picture) => picture.gif({ effort: 4 })];
  const jpegs = QUALITIES.map((quality) => (picture: Sharp) => picture.jpeg({ quality }));
  return type === 'image/png' ? [(picture) => picture.png({ compressionLevel: 9 }), ...jpegs] : jpegs;
}

/** Upright, in the colours that every screen shows, in its shape and no larger than asked. What it carried is left behind. */
function framed(original: Original, recipe: PictureRecipe, side: number): Sharp {
  const { frame, moves } = recipe;
  const opened = moves ? openPicture(original.content, original.frames) : openPicture(original.content).autoOrient();
  // On white: what lies under points that cannot be seen would go out with them.
  const upright = moves ? opened : opened.toColourspace('srgb').flatten({ background: WHITE });
  if (frame === null) return upright.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  const [width, height] = frameSides(original, frame, side);
  const fit = frame.how === 'crop' ? 'cover' : 'contain';
  return upright.resize({ width, height, fit, position: 'centre', background: WHITE });
}

/** Whole points inside the shape: one too many, and it would be refused again. */
function frameSides(
  { width, height }: Original,
  { how, ratio }: { readonly how: 'pad' | 'crop'; readonly ratio: number },
  most: number,
): [number, number] {
  const isWide = width / height > ratio;
  const [rawWidth, rawHeight] = (how === 'crop') === isWide ? [height * ratio, height] : [width, width / ratio];
  const scale = Math.min(1, most / Math.max(rawWidth, rawHeight));
  const [shorter, longer] = [
    (side: number) => Math.max(1, Math.floor(side * scale)),
    (side: number) => Math.ceil(side * scale),
  ];
  return isWide ? [shorter(rawWidth), longer(rawHeight)] : [longer(rawWidth), shorter(rawHeight)];
}
