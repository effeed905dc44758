// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asSubRip, asVtt, readCaptions } from './captions.ts';

const read = (text: string) => readCaptions(Buffer.from(text, 'utf8'));

const SUBRIP = `\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\n{\\an8}<i>Buongiorno</i> a tutti.\r\n \t\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nPerché siamo qui?\r\nPer <b>voi</b>.\r\n`;
const VTT = `WEBVTT - dell’ente

STYLE
::cue { color: red }

NOTE di chi l’ha scritto

saluto
00:01.000 --> 00:02.500 align:start
<v Anna>Buongiorno a tutti.

00:00:03.000 --> 00:00:04.000
Perché siamo qui?
Per voi.
`;

test('both forms are read alike, without styles and marks, and written again in both', () => {
  const cues = read(SUBRIP);
  assert.deepEqual(cues, [
    { from: 1000, to: 2500, lines: ['Buongiorno a tutti.'] },
    { from: 3000, to: 4000, lines: ['Perché siamo qui?', 'Per voi.'] },
  ]);
  assert.deepEqual(read(VTT), cues);
  assert.deepEqual(read(asVtt(cues)), cues);
  assert.deepEqual(read(asSubRip(cues)), cues);
  const odd = [{ from: 0, to: 1, lines: ['a < b & c → d'] }];
  assert.deepEqual(read(asVtt(odd)), odd);
});

test('what is no captions is refused, with why', () => {
  const one = '1\n00:00:01,000 --> 00:00:02,000\n';
  const table: readonly (readonly [string, string | Buffer, RegExp])[] = [
    ['nothing', '', /nessuna battuta/],
    ['a heading alone', 'WEBVTT\n\nNOTE niente', /nessuna battuta/],
    ['not UTF-8', Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nPerch\xe9\n', 'latin1'), /UTF-8/],
    ['no text', Buffer.from([0x31, 0x0a, 0]), /file di testo/],
    ['a page', '<!doctype html><script>alert(1)</script>', /non si legge l’ora/],
    ['an end before its beginning', '1\n00:00:02,000 --> 00:00:01,000\nCiao', /finisce prima/],
    ['out of order', `${one}Ciao\n\n2\n00:00:00,500 --> 00:00:03,000\nCiao`, /battuta 2 comincia prima/],
    ['without words', one, /vuota/],
    ['marks alone', `${one}<script></script>`, /vuota/],
    ['endless words', `${one}${'a'.repeat(501)}`, /500 caratteri/],
    ['endless time', '1\n13:00:00,000 --> 13:00:01,000\nCiao', /dodici ore/],
    ['too much', 'a'.repeat(1024 ** 2 + 1), /megabyte/],
    [
      'too many',
      Array.from({ length: 5001 }, (_, nth) => `${nth}\n00:00:01,000 --> 00:00:02,000\nCiao\n`).join('\n'),
      /5001/,
    ],
  ];
  for (const [name, file, why] of table)
    assert.throws(() => readCaptions(typeof file === 'string' ? Buffer.from(file) : file), why, name);
});
