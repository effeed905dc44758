// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Raw } from 'sharp';
import { editorialError } from '../errors.ts';
import type { Acting, EditorialPorts } from '../ports.ts';
import type { Mark, MediaView } from './contract.ts';
import { store } from './keep.ts';
import { inTurn, openPicture, openPoints } from './pictures.ts';
import { mediaById } from './store.ts';

/** What is left of a part that was marked: so many fields along its longer side, each of one colour, and their borders melted. */
const FIELDS = 6;
const QUALITY = 92;

/**
 * Makes a picture in which what is marked cannot be recognised any more, as a file of its own that says what it was made from. The
 * points are gone from it, not covered. Throws CONTENT_MEDIA_NOT_FOUND, MEDIA_NOT_BLURRED.
 */
export async function blurMedia(
  ports: EditorialPorts,
  { body, actor, id, marks }: Acting & { readonly id: string; readonly marks: readonly Mark[] },
): Promise<MediaView> {
  const original = await ports.database.inBody(body, (tx) => mediaById(tx, id));
  if (original === undefined) throw editorialError('CONTENT_MEDIA_NOT_FOUND');
  if (original.kind !== 'image' || original.frames > 1) throw editorialError('MEDIA_NOT_BLURRED');
  const content = await inTurn(() => blurred(original, marks));
  const from = { made_of: original.id, first_of: original.first_of ?? original.id, marks };
  return store(ports, { body, actor }, { content, from });
}

/** The same type without loss where the original has none, otherwise a JPEG; nothing that the original carried along. */
export async function blurred(
  { content, type }: { readonly content: Buffer; readonly type: string },
  marks: readonly Mark[],
): Promise<Buffer> {
  const { data, info } = await openPicture(content)
    .autoOrient()
    .toColourspace('srgb')
    .flatten({ background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw: Raw = { width: info.width, height: info.height, channels: info.channels };
  for (const mark of marks) await cover(data, raw, mark);
  const picture = openPoints(data, raw);
  return type === 'image/png' || type === 'image/gif'
    ? picture.png().toBuffer()
    : picture.jpeg({ quality: QUALITY }).toBuffer();
}

/** Writes over the points themselves: what was there is nowhere any more. */
async function cover(data: Buffer, raw: Raw, mark: Mark): Promise<void> {
  const left = Math.floor((mark.left * raw.width) / 1000);
  const top = Math.floor((mark.top * raw.height) / 1000);
  const width = Math.max(1, Math.min(raw.width - left, Math.ceil((mark.width * raw.width) / 1000)));
  const height = Math.max(1, Math.min(raw.height - top, Math.ceil((mark.height * raw.height) / 1000)));
  const field = Math.max(width, height) / FIELDS;
  const coarse = {
    width: Math.max(1, Math.round(width / field)),
    height: Math.max(1, Math.round(height / field)),
    fit: 'fill' as const,
  };
  // Each step on points of its own: the library would fold two changes of size into one.
  const fields = await openPoints(data, raw)
    .extract({ left, top, width, height })
    .resize({ ...coarse, kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const wide = await openPoints(fields.data, { ...coarseRaw(fields.info), channels: raw.channels })
    .resize({ width, height, fit: 'fill', kernel: 'nearest' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const melted = await openPoints(wide.data, { ...coarseRaw(wide.info), channels: raw.channels })
    .blur(Math.max(0.3, Math.min(field / 3, 200)))
    .raw()
    .toBuffer();
  const line = width * raw.channels;
  for (let y = 0; y < height; y++)
    melted.copy(data, ((top + y) * raw.width + left) * raw.channels, y * line, (y + 1) * line);
}

const coarseRaw = ({ width, height }: { readonly width: number; readonly height: number }) => ({ width, height });
