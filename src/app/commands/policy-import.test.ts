// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { errorsOf } from '#kernel';
import { type ImportPolicy, policyImport } from './policy-import.ts';
import { collect } from './testing/collect.ts';

const folder = mkdtempSync(join(tmpdir(), 'portavoce-import-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** As many clauses as the file has words; those named «dubbio» are to be looked at. */
const byWords: ImportPolicy = async (bytes, fileName) => {
  const words = Buffer.from(bytes).toString('utf8').trim().split(' ');
  return {
    draft: `policy di ${fileName}\n`,
    clauses: words.map((source, index) => ({ id: `PRO-00${index + 1}`, source })),
    left: [{ left: 'menu', why: 'pulsante' }],
    toLookAt: words.filter((word) => word === 'dubbio').length,
    remarks: [],
  };
};

describe('policy import', () => {
  const good = written('buona.txt', 'uno due');

  it('writes the draft', async () => {
    const out = collect();
    assert.equal(await policyImport({ file: good, json: false }, byWords, out), 0);
    assert.deepEqual([out.texts, out.records, out.errors], [['policy di buona.txt\n'], [], []]);
  });

  it('with --json writes a record for each clause, then what was left out', async () => {
    const out = collect();
    assert.equal(await policyImport({ file: good, json: true }, byWords, out), 0);
    assert.deepEqual(out.records, [
      { id: 'PRO-001', source: 'uno' },
      { id: 'PRO-002', source: 'due' },
      { left: 'menu', why: 'pulsante' },
    ]);
    assert.deepEqual(out.texts, []);
  });

  it('says how many clauses a person must look at, and ends with 1', async () => {
    const out = collect();
    assert.equal(await policyImport({ file: written('dubbia.txt', 'uno dubbio'), json: false }, byWords, out), 1);
    assert.match(out.errors.join('\n'), /un punto è da guardare su 2/);
    assert.equal(out.texts.length, 1);
  });

  it('tells in words what cannot be imported, and writes nothing', async () => {
    const refuse = errorsOf({
      OF_IMAGES: { status: 422, title: 'Il PDF è fatto di immagini', hint: 'Serve l’originale' },
    });
    const refusing: ImportPolicy = () => Promise.reject(refuse('OF_IMAGES'));
    const out = collect();
    assert.equal(await policyImport({ file: good, json: false }, refusing, out), 2);
    assert.match(out.errors.join('\n'), /buona\.txt: Il PDF è fatto di immagini\nServe l’originale/);
    assert.deepEqual([out.texts, out.records], [[], []]);
  });

  it('does not hide a fault of the program', async () => {
    const faulty: ImportPolicy = () => Promise.reject(new TypeError('boom'));
    await assert.rejects(policyImport({ file: good, json: false }, faulty, collect()), TypeError);
  });

  for (const { what, file, says } of [
    {
      what: 'a file that is not there',
      file: join(folder, 'assente.txt'),
      says: /assente\.txt: non si può leggere: il file non esiste/,
    },
    { what: 'a folder', file: folder, says: /è una cartella/ },
  ])
    it(`is not done with ${what}`, async () => {
      const out = collect();
      assert.equal(await policyImport({ file, json: false }, byWords, out), 2);
      assert.match(out.errors.join('\n'), says);
    });

  it('does not read an enormous file into memory', async () => {
    const enormous = written('enorme.txt', '');
    truncateSync(enormous, 80 * 1024 * 1024);
    const out = collect();
    assert.equal(await policyImport({ file: enormous, json: false }, byWords, out), 2);
    assert.match(out.errors.join('\n'), /è di 80 MB/);
  });
});
