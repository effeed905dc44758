// SPDX-License-Identifier: AGPL-3.0-or-later
import { editorialError } from '../errors.ts';
import { type Box, boxAt, boxesIn, childrenOf, empty, numberIn } from './boxes.ts';
import type { Carried } from './contract.ts';
import { samplesOf } from './samples.ts';

// A video goes out as it was shot, picture and sound untouched; everything that it carries along is emptied in its place.

export interface CleanVideo {
  readonly content: Buffer;
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  readonly carries: readonly Carried[];
}

/** Places in the file that hold pictures and sound: one, nearly always. */
const MOST_STORES = 64;
const SEEN_OR_HEARD: ReadonlySet<string> = new Set(['vide', 'soun']);
const KEPT_IN_MOVIE: ReadonlySet<string> = new Set(['mvhd', 'trak']);
const KEPT_IN_TRACK: ReadonlySet<string> = new Set(['tkhd', 'edts', 'mdia']);
const KEPT_IN_MEDIA: ReadonlySet<string> = new Set(['mdhd', 'hdlr', 'minf']);
const KEPT_IN_INFORMATION: ReadonlySet<string> = new Set(['vmhd', 'smhd', 'dinf', 'stbl']);
const DROPPED_IN_TABLES: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'free', 'skip']);

/** A copy without place, time, device and data tracks, as long as the file and laid out like it. Throws MEDIA_BROKEN. */
export function cleanVideo(file: Buffer): CleanVideo {
  const content = Buffer.from(file);
  const boxes = boxesIn(content, 0, content.length);
  const movie = onlyOne(boxes, 'moov');
  if (boxes.some(({ type }) => type === 'moof'))
    throw editorialError('MEDIA_BROKEN', 'il video è diviso in frammenti: esportalo come MP4 normale');
  const data = boxes.filter(({ type }) => type === 'mdat');
  if (data.length > MOST_STORES) throw editorialError('MEDIA_BROKEN', 'è fatto di troppi pezzi');
  const found = new Set<Carried>();
  for (const box of boxes) if (!['ftyp', 'moov', 'mdat'].includes(box.type)) take(content, box, found);
  const header = boxAt(content, movie, ['mvhd']);
  if (header === undefined) throw editorialError('MEDIA_BROKEN', 'manca la sua intestazione');
  forgetTimes(content, header, found);
  const shown = cleanTracks(content, { movie, data, found });
  const [width, height] = sidesOf(content, shown);
  return { content, width, height, seconds: secondsOf(content, header), carries: [...found] };
}

function onlyOne(boxes: readonly Box[], name: string): Box {
  const [found, ...others] = boxes.filter(({ type }) => type === name);
  if (found === undefined || others.length > 0) throw editorialError('MEDIA_BROKEN', 'non è un video completo');
  return found;
}

interface Cleaning {
  readonly movie: Box;
  readonly data: readonly Box[];
  readonly found: Set<Carried>;
}

/** The track of what is seen. */
function cleanTracks(content: Buffer, { movie, data, found }: Cleaning): Box {
  const shown: Box[] = [];
  for (const box of childrenOf(content, movie)) {
    if (!KEPT_IN_MOVIE.has(box.type)) take(content, box, found);
    if (box.type !== 'trak') continue;
    const kind = handlerOf(content, box);
    if (!SEEN_OR_HEARD.has(kind)) {
      dropTrack(content, box, data);
      found.add('more');
      continue;
    }
    if (kind === 'vide') shown.push(box);
    cleanTrack(content, box, found);
  }
  const [first] = shown;
  if (first === undefined) throw editorialError('MEDIA_BROKEN', 'non c’è nessuna immagine');
  for (const { from, to } of samplesOf(content, first))
    if (!data.some(({ inside, end }) => from >= inside && to <= end))
      throw editorialError('MEDIA_BROKEN', 'le immagini non sono dove dice');
  return first;
}

function handlerOf(content: Buffer, track: Box): string {
  const handler = boxAt(content, track, ['mdia', 'hdlr']);
  if (handler === undefined || handler.end - handler.inside < 12) return '';
  return content.toString('latin1', handler.inside + 8, handler.inside + 12);
}

/** Data that is neither seen nor heard: the way that was walked, the times, whatever a device noted beside the pictures. */
function dropTrack(content: Buffer, track: Box, data: readonly Box[]): void {
  for (const { from, to } of samplesOf(content, track))
    if (data.some(({ inside, end }) => from >= inside && to <= end)) content.fill(0, from, to);
  empty(content, track);
}

function cleanTrack(content: Buffer, track: Box, found: Set<Carried>): void {
  const inside = (box: Box | undefined, kept: (type: string) => boolean) => {
    for (const one of box === undefined ? [] : childrenOf(content, box)) if (!kept(one.type)) take(content, one, found);
  };
  inside(track, (type) => KEPT_IN_TRACK.has(type));
  const media = boxAt(content, track, ['mdia']);
  inside(media, (type) => KEPT_IN_MEDIA.has(type));
  const information = media && boxAt(content, media, ['minf']);
  inside(information, (type) => KEPT_IN_INFORMATION.has(type));
  inside(information && boxAt(content, information, ['stbl']), (type) => !DROPPED_IN_TABLES.has(type));
  for (const header of [boxAt(content, track, ['tkhd']), media && boxAt(content, media, ['mdhd'])])
    if (header !== undefined) forgetTimes(content, header, found);
  const handler = media && boxAt(content, media, ['hdlr']);
  // The name of the program or of the device.
  if (handler !== undefined) content.fill(0, Math.min(handler.inside + 24, handler.end), handler.end);
}

/** When it was made and changed: the two first numbers of each header, wider in the second version of it. */
function forgetTimes(content: Buffer, header: Box, found: Set<Carried>): void {
  const to = header.inside + 4 + (isWide(content, header) ? 16 : 8);
  if (to > header.end) throw editorialError('MEDIA_BROKEN', 'un blocco è troppo corto');
  const times = content.subarray(header.inside + 4, to);
  if (times.some((byte) => byte !== 0)) found.add('moment');
  times.fill(0);
}

const isWide = (content: Buffer, header: Box): boolean => content[header.inside] === 1;

const TOLD: readonly (readonly [RegExp, Carried])[] = [
  [/\xa9xyz|loci|location\.ISO6709|GPS/, 'position'],
  [/\xa9day|creationdate|CreateDate/, 'moment'],
  [/\xa9mak|\xa9mod|quicktime\.(?:make|model)/, 'device'],
  [/\xa9ART|\xa9nam|\xa9cmt|\xa9aut|dc:creator/, 'names'],
];

function take(content: Buffer, box: Box, found: Set<Carried>): void {
  const words = content.toString('latin1', box.start, box.end);
  for (const [pattern, carried] of TOLD) if (pattern.test(words)) found.add(carried);
  empty(content, box);
}

/** As numbers of sixteen bits with as many behind the point, at the end of the track's header. */
function sidesOf(content: Buffer, track: Box): [number, number] {
  const header = boxAt(content, track, ['tkhd']);
  if (header === undefined) throw editorialError('MEDIA_BROKEN', 'a una traccia manca l’intestazione');
  const at = header.end - header.inside - 8;
  return [numberIn(content, header, at) >>> 16, numberIn(content, header, at + 4) >>> 16];
}

function secondsOf(content: Buffer, header: Box): number {
  const isLong = isWide(content, header);
  const scale = numberIn(content, header, isLong ? 20 : 12);
  const duration = isLong ? numberIn(content, header, 24, 8) : numberIn(content, header, 16);
  return scale === 0 ? 0 : Math.min(Math.round(duration / scale), 86_400);
}
