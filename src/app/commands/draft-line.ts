// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DraftToCheck } from '#editorial';
import { fail, ok, type Result } from '#kernel';
import { NETWORKS } from '#policy';
import { lineOf } from './item-line.ts';

/** One line of `drafts.ndjson`; `id` is given back as it came. */
export interface DraftLine {
  readonly id: string | number;
  readonly draft: DraftToCheck;
}

/** A line of bytes as a draft; undefined for an empty line, an Italian sentence for a bad one. */
export const draftLine = (bytes: Uint8Array): Result<DraftLine | undefined, string> => lineOf(bytes, draftOf);

type Fields = Readonly<Record<string, unknown>>;

/** A value read from JSON as a draft; an Italian sentence for what is not one. */
export function draftOf(value: unknown): Result<DraftLine, string> {
  if (!isObject(value)) return fail('non è un oggetto JSON');
  const { id, text, channel, alt, links, images, source, electoral } = value;
  if (!((typeof id === 'string' && id !== '') || typeof id === 'number'))
    return fail('manca «id», che dev’essere un testo o un numero');
  if (typeof text !== 'string') return fail('manca «text», che dev’essere un testo');
  const network = NETWORKS.find((name) => name === channel);
  if (!isAbsent(channel) && network === undefined)
    return fail(`«channel» vale ${JSON.stringify(channel).slice(0, 40)}, serve uno fra: ${NETWORKS.join(', ')}`);
  if (!isAbsent(alt) && !areTexts(alt)) return fail('«alt» dev’essere un elenco di testi, uno per immagine');
  if (!isAbsent(links) && !areTexts(links)) return fail('«links» dev’essere un elenco di indirizzi');
  if (!isAbsent(images) && !areImages(images))
    return fail('«images» dev’essere un elenco di oggetti con i testi «description», «alt» e «people»');
  if (!isAbsent(source) && typeof source !== 'string') return fail('«source» dev’essere un testo');
  if (!isAbsent(electoral) && typeof electoral !== 'boolean') return fail('«electoral» dev’essere true o false');
  return ok({
    id,
    draft: {
      text,
      ...(network !== undefined && { network }),
      ...(isAbsent(alt) ? {} : { alt }),
      ...(isAbsent(links) ? {} : { links }),
      ...(isAbsent(images) ? {} : { images }),
      ...(isAbsent(source) ? {} : { source }),
      ...(isAbsent(electoral) ? {} : { isElectoral: electoral }),
    },
  });
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

interface ImageFields {
  readonly description?: string;
  readonly alt?: string;
  readonly people?: string;
}

const IMAGE_FIELDS = ['description', 'alt', 'people'] as const;

const areImages = (value: unknown): value is readonly ImageFields[] =>
  Array.isArray(value) &&
  value.every(
    (image) =>
      isObject(image) && IMAGE_FIELDS.every((field) => image[field] === undefined || typeof image[field] === 'string'),
  );
