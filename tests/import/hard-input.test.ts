// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodedError } from '#kernel';
import { parse } from '#policy';
import { importPolicy } from '../../src/rulebook/importing/index.ts';
import { bytesOf, FIXTURES } from './fixtures.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('what is no policy', () => {
  for (const { what, bytes, code } of [
    { what: 'an empty file', bytes: utf8(''), code: 'EMPTY_SOURCE' },
    { what: 'a file of blanks', bytes: utf8('\ufeff \r\n\t\n'), code: 'EMPTY_SOURCE' },
    {
      what: 'a picture',
      bytes: Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108', 'hex'),
      code: 'NOT_A_DOCUMENT',
    },
    {
      what: 'a word processor’s file',
      bytes: Buffer.concat([utf8('PK\u0003\u0004'), Buffer.alloc(400, 3)]),
      code: 'NOT_A_DOCUMENT',
    },
    { what: 'a menu alone', bytes: utf8('Home\nCerca\nMenu\n'), code: 'NOTHING_TO_IMPORT' },
    { what: 'a page nested without end', bytes: utf8('<div>'.repeat(60_000)), code: 'PAGE_TOO_NESTED' },
    { what: 'a file of 20 MB', bytes: Buffer.alloc(20 * 1024 * 1024, 97), code: 'TOO_LARGE' },
    { what: 'a whole code of laws', bytes: utf8('Il commento è rimosso. '.repeat(1200)), code: 'TOO_MANY_CLAUSES' },
  ])
    it(`${what} is refused: ${code}`, async () => {
      await assert.rejects(importPolicy(bytes, 'documento'), { code });
    });
});

describe('text in other encodings', () => {
  const text =
    'REGOLE DELLA PAGINA\r\n\r\nLe attività del Comune di Città Alta sono anche su Facebook.\r\n\r\nNon è consentita la pubblicità.\r\n';

  it('Windows-1252 is read, and said', async () => {
    const { clauses, remarks, body } = await importPolicy(Buffer.from(text, 'latin1'), 'a.txt');
    assert.equal(body.name, 'Comune di Città Alta');
    assert.deepEqual(clauses.at(-1)?.categories, ['commercial']);
    assert.match(remarks.join(' '), /Windows-1252/);
  });

  it('UTF-16 is read', async () => {
    const { clauses, remarks } = await importPolicy(Buffer.from(`\ufeff${text}`, 'utf16le'), 'a.txt');
    assert.equal(clauses.length, 2);
    assert.deepEqual(remarks, []);
  });
});

it('a document that names nobody, no network and no rule still gives a policy to correct', async () => {
  const { draft, remarks, body } = await importPolicy(utf8('Siamo contenti di avervi qui con noi.\n'), 'a.txt');
  assert.equal(body.found, false);
  assert.match(remarks.join(' '), /nome dell’ente/);
  assert.deepEqual(parse(draft, 'a').complaints, []);
  assert.match(draft, /se: dato mancante/);
});

it('two sentences at odds about one network are kept, and the second is marked', async () => {
  const text =
    'Il Comune di Prova è su Facebook.\n\nSu Facebook i commenti sono aperti ai commenti di tutti.\n\nSu Facebook i commenti sono disattivati.\n';
  const { draft } = await importPolicy(utf8(text), 'a.txt');
  assert.match(draft, /tipo: contraddizione/);
});

describe('text that is no prose', () => {
  for (const piece of ['non si riserva di ', '"messaggio ', 'a.a-a+', '12 ', '[a](', 'www.', '(', 'Comune Di '])
    it(`is read in time: ${piece.trim()}`, async () => {
      const start = performance.now();
      const { clauses } = await importPolicy(utf8(piece.repeat(390_000 / piece.length)), 'a.txt');
      assert.equal(clauses.length, 1);
      assert.ok(performance.now() - start < 10_000);
    });
});

/** A fixed sequence of numbers, so that what fails once fails again. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state;
  }
}

it('spoilt documents are imported or refused in words, never a crash, and fast', async () => {
  const chance = numbers(7);
  for (const name of FIXTURES)
    for (let round = 0; round < 25; round++) {
      const bytes = Buffer.from(bytesOf(name));
      for (let change = 0; change < 20; change++) bytes[chance.next().value % bytes.length] = chance.next().value % 256;
      const start = performance.now();
      try {
        const { draft } = await importPolicy(bytes, name);
        assert.deepEqual(parse(draft, name).complaints, []);
      } catch (error) {
        if (!(error instanceof CodedError)) throw error;
      }
      assert.ok(performance.now() - start < 2000, `${name}, round ${round}`);
    }
});
