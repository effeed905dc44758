// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vaultOf } from '#platform';
import { MANIFEST, RECORD, SIGNATURE, sealedFile, sha256, textOfSignature } from './file.ts';
import { isSigned, signerOf } from './signing.ts';
import { verifyFile } from './verify-file.ts';
import { partsOf, zipOf } from './zip.ts';

const signer = signerOf(vaultOf(Buffer.alloc(32, 7)));
const stranger = signerOf(vaultOf(Buffer.alloc(32, 8)));

const line = (seq: number, content: string) =>
  `${JSON.stringify({ seq, at: '2026-11-22T10:00:00.000Z', kind: 'x', summary: 'y', previous: sha256('p'), hash: sha256(content), content })}\n`;
const PARTS = [
  { name: 'raccolta.html', bytes: Buffer.from('<p>Perché così è scritto</p>') },
  { name: 'raccolta.json', bytes: Buffer.from('{"a":1}\n') },
  { name: RECORD, bytes: Buffer.from(line(3, 'primo') + line(5, 'secondo')) },
];
const ABOUT: Parameters<typeof sealedFile>[0] = {
  ...{ id: '1', body: 'comune-di-esempio', case: 12, form: 'whole', purpose: 'authorities' },
  ...{ madeAt: '2026-11-22T10:00:00.000Z', record: { seq: 5, hash: sha256('end') } },
};
const { file } = sealedFile(ABOUT, PARTS, signer);

test('a file as it was made is intact, and says whose it is', () => {
  const { alterations, manifest } = verifyFile(file);
  assert.deepEqual(alterations, []);
  assert.deepEqual([manifest?.case, manifest?.key], [12, signer.publicKey]);
  assert.deepEqual(verifyFile(file, signer.publicKey).alterations, []);
  assert.deepEqual(
    verifyFile(file, stranger.publicKey).alterations.map(({ part }) => part),
    [SIGNATURE],
  );
});

test('every single byte, changed in any bit, is found', () => {
  for (let at = 0; at < file.length; at += 1)
    for (const bit of [1, 0x80]) {
      const altered = Buffer.from(file);
      altered[at] = (altered[at] ?? 0) ^ bit;
      assert.notDeepEqual(verifyFile(altered).alterations, [], `byte ${at}, bit ${bit}`);
    }
});

test('cut short anywhere, or longer by a byte', () => {
  for (let length = 0; length < file.length; length += 1)
    assert.notDeepEqual(verifyFile(file.subarray(0, length)).alterations, [], `${length} bytes`);
  assert.notDeepEqual(verifyFile(Buffer.concat([file, Buffer.of(0)])).alterations, []);
  assert.notDeepEqual(verifyFile(Buffer.concat([Buffer.of(0), file])).alterations, []);
});

const remade = (change: (parts: ReturnType<typeof partsOf>) => ReturnType<typeof partsOf>) =>
  verifyFile(zipOf(change(partsOf(file)))).alterations;

test('says which part: changed, gone, added, twice', () => {
  const html = { name: 'raccolta.html', bytes: Buffer.from('<p>Altro</p>') };
  assert.deepEqual(
    remade((parts) => parts.map((part) => (part.name === html.name ? html : part))),
    [{ part: 'raccolta.html', what: 'questa parte è stata modificata' }],
  );
  assert.deepEqual(
    remade((parts) => parts.filter(({ name }) => name !== 'raccolta.json')),
    [{ part: 'raccolta.json', what: 'questa parte manca' }],
  );
  assert.deepEqual(
    remade((parts) => [...parts, { name: 'altro.txt', bytes: Buffer.from('x') }]),
    [{ part: 'altro.txt', what: 'questa parte è stata aggiunta' }],
  );
  assert.deepEqual(
    remade((parts) => [...parts, ...parts.slice(0, 1)]),
    [{ part: 'raccolta.html', what: 'questa parte c’è più volte' }],
  );
  assert.deepEqual(
    remade((parts) => parts.toReversed()),
    [{ part: null, what: 'la cornice del file è stata modificata: le parti sono quelle di prima' }],
  );
});

test('whoever signs anew has another key, and a signature of theirs on our manifest is none', () => {
  const { file: forged } = sealedFile(ABOUT, PARTS, stranger);
  assert.deepEqual(verifyFile(forged).alterations, []);
  assert.equal(verifyFile(forged, signer.publicKey).alterations[0]?.what, 'la chiave che firma non è quella indicata');
  const manifest = partsOf(file).find(({ name }) => name === MANIFEST)?.bytes ?? Buffer.alloc(0);
  const theirs = textOfSignature(stranger.publicKey, stranger.sign(manifest));
  const resigned = remade((parts) =>
    parts.map((part) => (part.name === SIGNATURE ? { ...part, bytes: Buffer.from(theirs) } : part)),
  );
  assert.deepEqual(
    resigned.map(({ part }) => part),
    [SIGNATURE],
  );
});

test('entries of the record that do not hash, or stand in another order, are found even under a good signature', () => {
  const lying = (content: string) =>
    verifyFile(sealedFile(ABOUT, [...PARTS.slice(0, 2), { name: RECORD, bytes: Buffer.from(content) }], signer).file)
      .alterations;
  assert.match(lying(line(3, 'primo').replace('primo', 'altro'))[0]?.what ?? '', /voce 3 non corrisponde/);
  assert.match(lying(line(5, 'b') + line(3, 'a'))[0]?.what ?? '', /voce 3 è fuori posto/);
  assert.match(lying(line(6, 'b'))[0]?.what ?? '', /voce 6 è fuori posto/);
  assert.match(lying('non è JSON\n')[0]?.what ?? '', /non si legge/);
});

test('a signature is checked with the public key alone', () => {
  const bytes = Buffer.from('qualcosa');
  const signature = signer.sign(bytes);
  const { publicKey } = signer;
  assert.equal(isSigned(bytes, { publicKey, signature }), true);
  assert.equal(isSigned(Buffer.from('altro'), { publicKey, signature }), false);
  assert.equal(isSigned(bytes, { publicKey: stranger.publicKey, signature }), false);
  assert.equal(isSigned(bytes, { publicKey: 'corta', signature }), false);
  assert.equal(isSigned(bytes, { publicKey, signature: `${signature} ` }), false);
});
