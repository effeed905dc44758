// SPDX-License-Identifier: AGPL-3.0-or-later
import { editorialError } from '../errors.ts';

// Captions of a video, read from SubRip or WebVTT and written again by us: times and words alone, without styles or marks.

export interface Cue {
  /** Milliseconds from the beginning. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

export const CAPTIONS_MOST_BYTES = 1024 ** 2;
const MOST_CUES = 5000;
const MOST_SIGNS = 500;
const LONGEST_MILLISECONDS = 12 * 3_600_000;

const wrong = (why: string) => editorialError('CAPTIONS_WRONG', why);

/** Throws CAPTIONS_WRONG with what is wrong and where. */
export function readCaptions(bytes: Uint8Array): Cue[] {
  if (bytes.length > CAPTIONS_MOST_BYTES) throw wrong('supera un megabyte');
  const text = decoded(bytes);
  const isVtt = /^WEBVTT(?:[ \t\n]|$)/.test(text);
  const blocks = text.split(/\n{2,}/).map((block) => block.split('\n').filter((line) => line.trim() !== ''));
  const cues = blocks.flatMap((lines, index) => {
    if (lines.length === 0 || (isVtt && (index === 0 || /^(?:NOTE|STYLE|REGION)\b/.test(lines[0] ?? '')))) return [];
    return [cueOf(lines, isVtt)];
  });
  if (cues.length === 0) throw wrong('non contiene nessuna battuta');
  if (cues.length > MOST_CUES) throw wrong(`ha ${cues.length} battute, al massimo ${MOST_CUES}`);
  for (const [index, cue] of cues.entries()) {
    const before = cues[index - 1];
    if (before !== undefined && cue.from < before.from)
      throw wrong(`la battuta ${index + 1} comincia prima di quella che la precede`);
  }
  return cues;
}

function decoded(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw wrong('non è scritto in UTF-8');
  }
  if (text.includes('\0')) throw wrong('non è un file di testo');
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

const TIME = String.raw`(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d)[,.](\d{3})`;
const TIMES = new RegExp(`^\\s*${TIME}\\s*-->\\s*${TIME}(?:\\s.*)?$`);

function cueOf(lines: readonly string[], isVtt: boolean): Cue {
  // Before the times a name or a number may stand; SubRip wants the number.
  const at = TIMES.test(lines[0] ?? '') ? 0 : 1;
  const times = TIMES.exec(lines[at] ?? '');
  if (times === null || (!isVtt && at === 1 && !/^\d+$/.test((lines[0] ?? '').trim())))
    throw wrong(`non si legge l’ora di «${(lines[0] ?? '').slice(0, 40)}»`);
  const [from, to] = [momentOf(times.slice(1, 5)), momentOf(times.slice(5, 9))];
  if (to <= from) throw wrong(`una battuta finisce prima di cominciare: «${lines[at]?.trim()}»`);
  if (to > LONGEST_MILLISECONDS) throw wrong('va oltre le dodici ore');
  const words = lines
    .slice(at + 1)
    .map(bare)
    .filter((line) => line !== '');
  if (words.length === 0) throw wrong(`una battuta è vuota: «${lines[at]?.trim()}»`);
  if (words.join(' ').length > MOST_SIGNS)
    throw wrong(`una battuta supera ${MOST_SIGNS} caratteri: «${lines[at]?.trim()}»`);
  return { from, to, lines: words };
}

const momentOf = ([hours = '0', minutes, seconds, thousandths]: readonly (string | undefined)[]): number =>
  ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths);

/** Words without marks: `<b>`, `<v Anna>`, `{\an8}`, `&amp;`. */
const bare = (line: string): string =>
  line
    .replace(/<[^<>]*>/g, '')
    .replace(/\{\\[^{}]*\}/g, '')
    .replace(/&(lt|gt|amp|nbsp|lrm|rlm);/g, (_whole, name: string) => SIGNS[name] ?? '')
    .replaceAll('-->', '→')
    .trim();

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', nbsp: ' ', lrm: '', rlm: '' };

const two = (number: number, length = 2): string => String(number).padStart(length, '0');
const clock = (at: number, point: ',' | '.'): string =>
  `${two(Math.floor(at / 3_600_000))}:${two(Math.floor(at / 60_000) % 60)}:${two(Math.floor(at / 1000) % 60)}${point}${two(at % 1000, 3)}`;

const escaped = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const asVtt = (cues: readonly Cue[]): string =>
  `WEBVTT\n\n${cues.map(({ from, to, lines }) => `${clock(from, '.')} --> ${clock(to, '.')}\n${lines.map(escaped).join('\n')}\n`).join('\n')}`;

export const asSubRip = (cues: readonly Cue[]): string =>
  cues
    .map(
      ({ from, to, lines }, index) => `${index + 1}\n${clock(from, ',')} --> ${clock(to, ',')}\n${lines.join('\n')}\n`,
    )
    .join('\n');
