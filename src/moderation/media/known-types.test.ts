// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extensionOf, knownTypeOf } from './known-types.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const typeOf = (text: string) => knownTypeOf(bytes(text))?.type ?? null;

describe('a file is what its first bytes are', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['image/jpeg', '\xff\xd8\xff\xe0\0\x10JFIF', 'jpg'],
    ['image/png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'png'],
    ['image/gif', 'GIF89a\x01\0', 'gif'],
    ['image/webp', 'RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
    ['video/mp4', '\0\0\0\x18ftypisom', 'mp4'],
    ['audio/mp4', '\0\0\0\x18ftypM4A ', 'm4a'],
    ['video/webm', '\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm', 'webm'],
    ['audio/mpeg', 'ID3\x04\0', 'mp3'],
    ['audio/mpeg', '\xff\xfb\x90\x64', 'mp3'],
    ['audio/ogg', 'OggS\0\x02', 'ogg'],
    ['audio/wav', 'RIFF\x24\0\0\0WAVEfmt ', 'wav'],
  ];
  for (const [type, head, extension] of cases)
    it(`${type}: ${JSON.stringify(head.slice(0, 8))}`, () => {
      assert.equal(typeOf(head), type);
      assert.equal(extensionOf(type), extension);
    });
});

it('nothing that a browser would run, and nothing unheard of, is shown', () => {
  const others = [
    ...['<!doctype html><script>alert(1)</script>', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'],
    ...['<?xml version="1.0"?><svg/>', '%PDF-1.7', 'PK\x03\x04', '\x7fELF', '#!/bin/sh', 'MZ\x90', '', 'x'],
    ...['\x1a\x45\xdf\xa3\x42\x82\x88matroska', '\0\0\0\x18ftypavif', '\0\0\0\x18ftypheic', 'RIFF\x10\0\0\0AVI LIST'],
    ...['\xff\xfe<\0h\0t\0m\0l\0', '\xff\xf1\x50\x80', ' \x89PNG\r\n\x1a\n', 'GIF88a'],
  ];
  for (const head of others) assert.equal(typeOf(head), null, JSON.stringify(head));
});
