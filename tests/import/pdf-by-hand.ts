// SPDX-License-Identifier: AGPL-3.0-or-later

/** A line of a page: its words and, if not those of the text, the size of its letters. */
export interface PdfLine {
  readonly text: string;
  readonly size?: number;
  /** Space left free before it, in points. */
  readonly before?: number;
}

const TEXT_SIZE = 11;
const LEADING = 14;
const TOP = 800;

/** Letters as octal codes of Windows-1252, which the font's encoding names; the characters used here are the same in Latin-1. */
const written = (text: string): string =>
  [...text]
    .map((letter) => (/[\w ,.;:/@-]/.test(letter) ? letter : `\\${letter.charCodeAt(0).toString(8).padStart(3, '0')}`))
    .join('');

function streamOf(lines: readonly PdfLine[]): string {
  let y = TOP;
  const drawn = lines.map(({ text, size = TEXT_SIZE, before = 0 }) => {
    y -= LEADING + before;
    return `BT /F1 ${size} Tf 1 0 0 1 60 ${y} Tm (${written(text)}) Tj ET`;
  });
  return drawn.join('\n');
}

/** A password that nobody knows: the reader asks for it. */
const LOCK = `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`;

/** Writes a small PDF, object by object. */
export function pdfOf(pages: readonly (readonly PdfLine[])[], { locked = false } = {}): Uint8Array {
  const streams = pages.map(streamOf);
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...streams.flatMap((stream, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
    ...(locked ? [LOCK] : []),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((body, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const encrypt = locked ? ` /Encrypt ${objects.length} 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]` : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encrypt} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
