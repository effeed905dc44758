// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { policyText } from '../../../tests/support/policy-text.ts';
import { ROOT } from './installation.ts';
import { policyDiff } from './policy-diff.ts';

const folder = mkdtempSync(join(tmpdir(), 'portavoce-diff-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const POLICY = policyText(`### ESE-001 · Facebook

Siamo su Facebook.

~~~canale
rete: Facebook
commenti: aperti
~~~

### ESE-002 · Insulti

Non si insulta.

~~~regola
modalità: si chiede
se: insulti
~~~

### ESE-003 · Orario

La pagina è seguita il lunedì.

~~~orario
vale per: moderazione
giorni: lunedì
ore: dalle 8:30 alle 16:30
~~~

### ESE-004 · Saluti

Si saluta.
`);

const DRAFT = POLICY.replace('versione: 1', 'versione: 2')
  .replace('modalità: si chiede', 'modalità: da rimuovere')
  .replace('16:30', '18:00')
  .replace('Non si insulta.', 'Chi insulta vede rimosso il commento.')
  .replace(
    /### ESE-004[\s\S]*/,
    '### ESE-005 · Contatti\n\nScriveteci.\n\n~~~contatto\nper: notizie\nindirizzo: urp@comune.example\n~~~\n',
  );

function written(name: string, text: string): string {
  const file = join(folder, `${name}.policy.md`);
  writeFileSync(file, text);
  return file;
}
const BEFORE = written('before', POLICY);
const AFTER = written('after', DRAFT);

async function diff(before: string, later: string, json = false) {
  let text = '';
  const [records, errors]: [object[], string[]] = [[], []];
  const code = await policyDiff([before, later], json, {
    record: (record) => records.push(record),
    text: (words) => {
      text += words;
    },
    error: (message) => errors.push(message),
  });
  return { code, text, records, errors };
}

test('as text: first what it means for who moderates, then the clauses by what became of them', async () => {
  const { code, text } = await diff(BEFORE, AFTER);
  assert.equal(code, 1);
  const golden = join(import.meta.dirname, 'golden', 'policy-diff.txt');
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, text);
  assert.equal(text, readFileSync(golden, 'utf8'));
});

test('as JSON: the whole comparison in one record', async () => {
  const { code, text, records } = await diff(BEFORE, AFTER, true);
  assert.equal(code, 1);
  assert.equal(text, '');
  const [comparison] = records as { counts: object; meaning: { text: string; clauses: string[] }[] }[];
  assert.deepEqual(comparison?.counts, { new: 1, changed: 2, removed: 1, moved: 0 });
  assert.deepEqual(comparison?.meaning[0], {
    text: 'Da ora gli insulti si rimuovono (prima si chiedeva soltanto di evitarli).',
    clauses: ['ESE-002'],
  });
});

test('nothing differs: said so, and 0', async () => {
  const { code, text } = await diff(BEFORE, BEFORE);
  assert.equal(code, 0);
  assert.match(text, /dicono le stesse cose/);
});

test('a file with mistakes compares with nothing: its complaints, and 2', async () => {
  const { code, errors, text } = await diff(BEFORE, written('broken', DRAFT.replace('se: insulti', 'se:')));
  assert.equal(code, 2);
  assert.equal(text, '');
  assert.match(errors[0] ?? '', /POL-E020/);
  await assert.rejects(diff(BEFORE, join(folder, 'absent.policy.md')), /Non esiste una policy/);
});

test('lines of text stay within the page', async () => {
  const { text } = await diff(join(ROOT, 'policies/comune-di-esempio.policy.md'), 'il-mosaico');
  const longest = Math.max(...text.split('\n').map((line) => line.length));
  assert.ok(longest <= 130, String(longest));
});
