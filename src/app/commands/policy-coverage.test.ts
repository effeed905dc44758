// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from '#policy';
import { policyText } from '../../../tests/support/policy-text.ts';
import type { ExitCode, Output } from './policy.ts';
import { type CoverageGround, policyCoverage } from './policy-coverage.ts';
import { type LedgerClause, readLedger } from './policy-coverage-ledger.ts';
import { inMarkup, onServedPages } from './policy-coverage-pages.ts';
import { fingerprint, type ProofRecord, readRecord, writeRecord } from './policy-coverage-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'portavoce-coverage-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const POLICY = policyText(`### ESE-001 · Facebook

Siamo su Facebook.

~~~canale
rete: Facebook
~~~

### ESE-002 · Insulti

Gli insulti si rimuovono.

~~~regola
modalità: da rimuovere
se: insulti
~~~

~~~esempi
- da rimuovere: «che idioti»
~~~

### ESE-003 · A che cosa servono

Servono a informare, «presto» & bene.

### ESE-004 · Chi le cura

Le cura l'ufficio stampa.

~~~difetto
tipo: refuso
nota: una lettera
~~~

# Policy interna

## Chi lavora

### ESE-005 · Riservatezza

Non si pubblicano atti interni.
`);

const clause = (id: string, kind: LedgerClause['kind'], module: LedgerClause['module']): LedgerClause => ({
  ...{ id, kind, module, body: 'comune-di-esempio', area: 'accounts', section: 'Prova', source: ['1.1'] },
  ...{ clause: 'a norm', test: 'given, then' },
});
const LEDGER = [
  clause('ESE-001', 'config', 'accounts'),
  clause('ESE-002', 'assist', 'policy'),
  clause('ESE-003', 'document', 'rulebook'),
  clause('ESE-004', 'workflow', 'governance'),
  clause('ESE-005', 'document', 'rulebook'),
];

const FILE = join(folder, 'prova.policy.md');
writeFileSync(FILE, POLICY);

const recordOf = (proved: readonly string[], altered: readonly string[], text = POLICY): ProofRecord => ({
  at: '2026-11-21T21:30:00.000Z',
  node: 'v24.0.0',
  commit: '0123456789abcdef',
  policies: { 'comune-di-esempio': fingerprint(text) },
  proved: Object.fromEntries(proved.map((id) => [id, ['tests/proofs/prova.test.ts']])),
  altered: [...altered],
  alterations: { noticed: 12, unnoticed: 0 },
});

interface Told {
  readonly code: ExitCode;
  readonly clauses: readonly Readonly<Record<string, string>>[];
  readonly text: string;
  readonly errors: readonly string[];
}

async function told(ground: Partial<CoverageGround>, json: boolean, file = FILE): Promise<Told> {
  const written: { records: Readonly<Record<string, unknown>>[]; text: string; errors: string[] } = {
    ...{ records: [], text: '', errors: [] },
  };
  const out: Output = {
    record: (record) => void written.records.push(record),
    text: (text) => {
      written.text += text;
    },
    error: (message) => void written.errors.push(message),
  };
  const whole = { ledger: LEDGER, record: undefined, rendered: onServedPages, ...ground };
  const code = await policyCoverage({ files: [file], json }, whole, out);
  const clauses = (written.records[0]?.clauses ?? []) as Told['clauses'];
  return { code, clauses, text: written.text, errors: written.errors };
}

const states = ({ clauses }: Told): readonly string[] => clauses.map(({ id, state }) => `${id} ${state}`);

test('without a run a clause is published, bound or waiting, with its place', async () => {
  const found = await told({}, true);
  assert.deepEqual(found.clauses, [
    {
      ...{ id: 'ESE-001', body: 'comune-di-esempio', area: 'accounts', kind: 'config', state: 'bound' },
      where: `${FILE}:15 canale`,
    },
    {
      ...{ id: 'ESE-002', body: 'comune-di-esempio', area: 'accounts', kind: 'assist', state: 'bound' },
      where: `${FILE}:23 regola`,
    },
    {
      ...{ id: 'ESE-003', body: 'comune-di-esempio', area: 'accounts', kind: 'document', state: 'published' },
      where: `${FILE}:36 → /policy/comune-di-esempio#ESE-003`,
    },
    {
      ...{ id: 'ESE-004', body: 'comune-di-esempio', area: 'accounts', kind: 'workflow', state: 'waiting' },
      where: `${FILE}:40 → governance`,
    },
    {
      ...{ id: 'ESE-005', body: 'comune-di-esempio', area: 'accounts', kind: 'document', state: 'published' },
      where: `${FILE}:53 → /policy/comune-di-esempio/interna#ESE-005`,
    },
  ]);
  assert.equal(found.code, 0);
});

test('a run proves at the kind of the clause: what hangs on a block needs its alterations noticed', async () => {
  const record = recordOf(['ESE-001', 'ESE-002', 'ESE-004'], ['ESE-001']);
  const found = await told({ record }, true);
  assert.deepEqual(states(found), [
    'ESE-001 proved',
    'ESE-002 bound',
    'ESE-003 published',
    'ESE-004 proved',
    'ESE-005 published',
  ]);
  assert.equal(found.clauses[0]?.where, `${FILE}:15 canale → tests/proofs/prova.test.ts`);
  const { text } = await told({ record }, false);
  assert.match(text, /ESE-002 .*collegato .*policy .*la prova passa, ma non nota tutte le alterazioni/);
});

test('a run on another text of the file proves nothing of it, and it is said', async () => {
  const record = recordOf(['ESE-001'], ['ESE-001'], `${POLICY}\n`);
  assert.equal(states(await told({ record }, true))[0], 'ESE-001 bound');
  assert.match((await told({ record }, false)).text, /è cambiato dopo quell’esecuzione/);
});

test('what the file lacks is missing, what the ledger lacks is unknown: both are wrong', async () => {
  const missing = await told({ ledger: [...LEDGER, clause('ESE-006', 'auto', 'policy')] }, true);
  assert.equal(states(missing).at(-1), 'ESE-006 missing');
  assert.equal(missing.code, 1);
  const unknown = await told({ ledger: LEDGER.slice(1) }, true);
  assert.equal(states(unknown).at(-1), 'ESE-001 unknown');
  assert.equal(unknown.code, 1);
});

test('in words: the counts by area, what is left and who will honour it, the last run', async () => {
  const { text } = await told({}, false);
  assert.match(text, /^Comune di Esempio /);
  assert.match(text, /^accounts +0 +2 +2 +1 +0 +0$/m);
  assert.match(text, /^Non ancora provati né pubblicati: 3$/m);
  assert.match(text, /ESE-004 +workflow +accounts +in attesa +governance +/);
  assert.match(text, /non c’è: esegui npm test/);
  const ran = await told({ record: recordOf([], []) }, false);
  assert.match(ran.text, /21 novembre 2026 alle ore 22:30 \(Node v24\.0\.0, versione 0123456789ab\); 12 alterazioni/);
});

test('a body without a ledger, a file that is not there or not well written: not done, and said', async () => {
  const other = await told({ ledger: readLedger() }, true);
  assert.equal(other.code, 2);
  assert.match(other.errors.join(), /di Comune di Esempio non c’è l’elenco dei punti/);
  assert.equal((await told({}, true, join(folder, 'nessuno.policy.md'))).code, 2);
  const broken = join(folder, 'rotta.policy.md');
  writeFileSync(broken, POLICY.replace('se: insulti', 'se: boh'));
  const refused = await told({}, true, broken);
  assert.equal(refused.code, 2);
  assert.match(refused.errors.join(), /POL-E024/);
});

test('a clause is on a page with its anchor and all its prose, or it is not', () => {
  const { policy: document } = parse(POLICY, 'prova');
  assert.ok(document);
  const page = (id: string, words: string): string => `<article id="${id}"><h3>Titolo</h3><p>${words}</p></article>`;
  const whole = 'Servono a informare, «presto» &amp; bene.';
  assert.deepEqual([...inMarkup(document, page('ESE-003', whole))], ['ESE-003']);
  assert.deepEqual([...inMarkup(document, page('ESE-003', 'Servono a <b>informare</b>.'))], []);
  assert.deepEqual([...inMarkup(document, page('ESE-004', whole))], []);
  assert.deepEqual([...inMarkup(document, `<p>${whole}</p>`)], []);
});

test('the record of a run comes back as it was written, and what is none is none', () => {
  const file = join(folder, 'record.json');
  assert.equal(readRecord(file), undefined);
  const record = recordOf(['ESE-001'], []);
  writeRecord(record, file);
  assert.deepEqual(readRecord(file), record);
  writeFileSync(file, '{"proved":["ESE-001"]}');
  assert.equal(readRecord(file), undefined);
});

test('the ledger refuses what is no clause, and a clause in another body’s file', () => {
  const ledgers = mkdtempSync(join(folder, 'ledger-'));
  const line = JSON.stringify(clause('ESE-001', 'config', 'accounts'));
  writeFileSync(join(ledgers, 'comune-di-esempio.ndjson'), `${line}\n`);
  assert.equal(readLedger(ledgers).length, 1);
  writeFileSync(join(ledgers, 'altro-ente.ndjson'), `${line}\n`);
  assert.throws(() => readLedger(ledgers), /altro-ente\.ndjson:1: ESE-001 is of comune-di-esempio/);
  writeFileSync(join(ledgers, 'altro-ente.ndjson'), `${line.replace('"config"', '"boh"')}\n`);
  assert.throws(() => readLedger(ledgers), /altro-ente\.ndjson:1: .*kind/s);
});
