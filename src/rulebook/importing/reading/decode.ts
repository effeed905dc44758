// SPDX-License-Identifier: AGPL-3.0-or-later
import { importError } from '../errors.ts';

export type SourceFormat = 'pdf' | 'html' | 'text';

/** Bytes whose format is known; a PDF is left to its own reader. */
export type Decoded =
  | { readonly format: 'pdf' }
  | { readonly format: 'html' | 'text'; readonly text: string; readonly remarks: readonly string[] };

const MOST_BYTES = 16 * 1024 * 1024;
/** A PDF may begin with other bytes; readers look for its mark this far. */
const PDF_MARK_WITHIN = 1024;
const FORMERLY_WINDOWS = 'Il testo non è in UTF-8: è stato letto come Windows-1252. Guarda gli accenti.';

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

function hasPdfMark(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, PDF_MARK_WITHIN)).includes('%PDF-');
}

function textOf(bytes: Uint8Array): { readonly text: string; readonly remarks: readonly string[] } {
  if (startsWith(bytes, 0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes), remarks: [] };
  if (startsWith(bytes, 0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes), remarks: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), remarks: [] };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), remarks: [FORMERLY_WINDOWS] };
  }
}

/** Control characters that no text holds; a few are borne, for text cut out of other programs. */
const MOST_CONTROLS = 0.005;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a program's file from a text.
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\ufffd]/g;

function isBinary(text: string): boolean {
  const sample = text.slice(0, 100_000);
  if (sample.includes('\u0000')) return true;
  return (sample.match(CONTROLS)?.length ?? 0) > sample.length * MOST_CONTROLS;
}

const HTML_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|main|article|div|section|p|h[1-6]|ul|table)\b/i;
const HTML_TAGS = /<\/(?:p|div|li|h[1-6]|body|ul|ol|td|section)>/gi;
const TAGS_OF_A_PAGE = 3;

const isHtml = (text: string): boolean =>
  HTML_START.test(text) || (text.match(HTML_TAGS)?.length ?? 0) >= TAGS_OF_A_PAGE;

/** Tells what a file is and turns its bytes into text. Throws TOO_LARGE, EMPTY_SOURCE, NOT_A_DOCUMENT. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > MOST_BYTES) throw importError('TOO_LARGE', `${Math.ceil(bytes.length / 1024 / 1024)} MB`);
  if (hasPdfMark(bytes)) return { format: 'pdf' };
  const { text, remarks } = textOf(bytes);
  if (text.replace(/[\s\ufeff\u200b]/g, '') === '') throw importError('EMPTY_SOURCE');
  if (isBinary(text)) throw importError('NOT_A_DOCUMENT');
  return { format: isHtml(text) ? 'html' : 'text', text, remarks };
}
