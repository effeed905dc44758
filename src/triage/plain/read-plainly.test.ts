// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jargonCount, jargonIn } from './jargon.ts';
import { JARGON } from './jargon-words.ts';
import { LONGEST_SENTENCE, readPlainly } from './read-plainly.ts';

const wordsAt = (text: string, spans: readonly (readonly [number, number])[]) =>
  spans.map(([start, end]) => text.slice(start, end));

test('the list knows at least 150 ways of offices, each once, each with what people say instead', () => {
  assert.ok(jargonCount() >= 150, String(jargonCount()));
  const lines = JARGON.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines) assert.match(line, /^[^=]+ = [^=]+$/, line);
  const written = lines.map((line) => line.split(' = ')[0]);
  assert.deepEqual(
    written.filter((one, index) => written.indexOf(one) !== index),
    [],
  );
});

test('each entry of the list is found in its own words, with every ending', () => {
  for (const line of JARGON.split('\n').filter((one) => one.includes(' = '))) {
    const [written = ''] = line.split(' = ');
    const endings = [...written.matchAll(/\(([^)]+)\)/g)].map(([, all = '']) => all.split('/').length);
    for (let nth = 0; nth < Math.max(1, ...endings); nth++) {
      const text = written.replace(/\(([^)]+)\)/g, (_, all: string) => {
        const choices = all.split('/');
        return choices[nth % choices.length] ?? '';
      });
      assert.ok(jargonIn(`Ecco: ${text}${text.endsWith('’') ? '' : ' '}altro`).length > 0, text);
    }
  }
});

test('the Gulpease index is that of its formula; of a few words nothing is said', () => {
  const text = 'Il gatto dorme sul tetto. La luna sale piano sopra il mare calmo.';
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  assert.equal(readPlainly(text).gulpease, Math.min(100, Math.round(89 + (300 * 2 - 10 * letters) / 13)));
  assert.equal(readPlainly('Aperto domani.').gulpease, null);
  assert.equal(readPlainly('').gulpease, null);
});

test('an office’s sentence is harder than the same thing as people say it', () => {
  const office =
    'Si rende noto che, ai sensi della vigente normativa, nelle more dell’espletamento delle procedure di affidamento, l’erogazione delle prestazioni presso codesto presidio sarà effettuata previo appuntamento telefonico da inoltrare entro e non oltre il giorno antecedente.';
  const people =
    'Finché non scegliamo il nuovo gestore, in questo presidio si entra su appuntamento. Telefonate entro il giorno prima.';
  const [hard, easy] = [readPlainly(office), readPlainly(people)];
  assert.ok((hard.gulpease ?? 0) < 40 && (easy.gulpease ?? 0) > 50, `${hard.gulpease} ${easy.gulpease}`);
  assert.deepEqual([hard.long.length, easy.long.length], [1, 0]);
  assert.ok(hard.jargon.length >= 6);
  assert.deepEqual(easy.jargon, []);
  assert.deepEqual(wordsAt(office, hard.passive), ['sarà effettuata']);
});

test(`a sentence of more than ${LONGEST_SENTENCE} words is long; addresses and tags are no words`, () => {
  const words = (count: number) => `${Array.from({ length: count }, () => 'casa').join(' ')}.`;
  assert.equal(readPlainly(words(LONGEST_SENTENCE)).long.length, 0);
  assert.equal(readPlainly(words(LONGEST_SENTENCE + 1)).long.length, 1);
  assert.equal(readPlainly('https://ente.example/a/b #avviso @ente info@ente.example').words, 0);
});

test('a longer entry hides those inside it, whatever its case and apostrophe', () => {
  const found = jargonIn("AI SENSI DELL'articolo 3");
  assert.equal(found.length, 1);
  assert.match(found[0]?.plain ?? '', /secondo/);
});

test('passive voice: who does it is not told; what one does oneself is no passive', () => {
  const text =
    'È stato deciso ieri. Verranno chiuse le strade. È stata andata. Il parco sarà aperto. La strada è chiusa.';
  assert.deepEqual(wordsAt(text, readPlainly(text).passive), ['È stato deciso', 'Verranno chiuse', 'sarà aperto']);
});

test('an acronym is told once in full, or known to everybody', () => {
  const said = (text: string) => wordsAt(text, readPlainly(text).acronyms);
  assert.deepEqual(said('Il SAD riparte lunedì, il SAD è gratis.'), ['SAD']);
  assert.deepEqual(said('Il servizio di assistenza domiciliare (SAD) riparte. Il SAD è gratis.'), []);
  assert.deepEqual(said('SAD (servizio di assistenza domiciliare): si riparte.'), []);
  assert.deepEqual(said('Serve lo SPID o la CIE. Il XXV aprile siamo chiusi.'), []);
  assert.deepEqual(said('ATTENZIONE STRADA CHIUSA DOMANI'), []);
});

test('long runs of the same thing are read to their end', () => {
  const runs = ['a'.repeat(60_000), 'è stato '.repeat(8000), 'AB '.repeat(20_000), '. '.repeat(30_000)];
  assert.deepEqual(
    runs.map((text) => readPlainly(text).words),
    [1, 16_000, 20_000, 0],
  );
});
