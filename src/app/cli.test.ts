// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, it } from 'node:test';
import { record } from '#audit';
import { establishBody } from '#governance';
import { systemClock } from '#kernel';
import { databaseOf, masterKeys, poolOf, readConfig, silentLog, vaultOf } from '#platform';
import type { Output } from './commands/policy.ts';
import { schema } from './commands/schema.ts';
import { openStorage } from './storage.ts';

const ROOT = join(import.meta.dirname, '../..');
const PORTAVOCE = join(ROOT, 'bin', 'portavoce');
const COMUNE = 'policies/comune-di-esempio.policy.md';

const folder = mkdtempSync(join(tmpdir(), 'portavoce-cli-'));
chmodSync(folder, 0o711);
after(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as the objects of its lines. */
  records(): Record<string, unknown>[];
}

const { PORTAVOCE_KEY: _key, DATABASE_URL: _url, PORTAVOCE_DATA: _data, ...CLEAN } = process.env;

const start = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  spawn(process.execPath, [PORTAVOCE, ...args], { cwd: ROOT, env: { ...CLEAN, ...environment } });

async function portavoce(args: readonly string[], input = '', environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = start(args, environment);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  // A command that does not read its input may end before it is all written.
  child.stdin.on('error', () => {}).end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  const records = () =>
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code, stdout, stderr, records };
}

const ndjson = (items: readonly object[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join('');

describe('portavoce', () => {
  it('alone, or asked for help, says in Italian what there is', async () => {
    const [alone, asked] = await Promise.all([portavoce([]), portavoce(['--help'])]);
    assert.equal(alone.code, 0);
    assert.equal(asked.stdout, alone.stdout);
    for (const command of ['policy check FILE…', 'triage [--policy SLUG|FILE]', 'audit verify', 'sandbox', 'schema'])
      assert.ok(alone.stdout.includes(`  ${command}`), command);
    const triage = await portavoce(['triage', '--help']);
    assert.match(triage.stdout, /^Uso: portavoce triage /);
  });

  for (const { args, says } of [
    { args: ['polizia'], says: /Il comando «polizia» non esiste/ },
    { args: ['policy'], says: /Il comando «policy» non esiste/ },
    { args: ['policy', 'check'], says: /manca il nome di un file/ },
    { args: ['policy', 'print', COMUNE, COMUNE], says: /«policies\/comune-di-esempio\.policy\.md» è di troppo/ },
    { args: ['triage', '--polici', 'x'], says: /non esiste l'opzione «--polici»/ },
    { args: ['triage', '--policy'], says: /l'opzione «--policy» non è completa/ },
    { args: ['triage', '--policy', 'atlantide'], says: /«atlantide» \(gli slug sono .*comune-di-esempio/ },
    { args: ['policy', 'check', 'assente.policy.md'], says: /assente\.policy\.md: non si può leggere/ },
  ]) {
    it(`does not do \`${args.join(' ')}\` and says why`, async () => {
      const { code, stdout, stderr } = await portavoce(args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, says);
    });
  }
});

describe('portavoce policy', () => {
  const source = readFileSync(join(ROOT, COMUNE), 'utf8');
  const ill = written('ill.policy.md', source.replace('rete: Facebook', 'rete: Fecebook'));

  it('check is silent about a good policy and finds the mistake of a bad one', async () => {
    const good = await portavoce(['policy', 'check', COMUNE]);
    assert.deepEqual([good.code, good.stdout, good.stderr], [0, '', '']);
    const bad = await portavoce(['policy', 'check', COMUNE, ill]);
    assert.equal(bad.code, 1);
    assert.deepEqual(
      bad.records().map(({ file, code }) => [file, code]),
      [[ill, 'POL-E022']],
    );
  });

  it('test runs examples through the real triage', async () => {
    const short = source.slice(0, source.indexOf('### ESE-007'));
    const example = (expected: string) => `### ESE-900 · Dati personali

Si rimuovono.

~~~regola
modalità: da rimuovere
se: dati-personali
~~~

~~~esempi
- ${expected}: «chiamate la signora Inventati al 347 1234567»
~~~

### ESE-901 · Scrivici

Scrivici.

~~~contatto
per: tutto
indirizzo: urp@comune.example
~~~
`;
    const right = await portavoce(['policy', 'test', written('right.policy.md', `${short}${example('da rimuovere')}`)]);
    assert.equal(right.code, 0, right.stderr);
    const ours = (ended: Ended) => ended.records().find(({ clause }) => clause === 'ESE-900');
    assert.deepEqual([ours(right)?.got, ours(right)?.ok], ['da rimuovere', true]);
    assert.equal(right.records().at(-1)?.failed, 0);
    const wrong = await portavoce(['policy', 'test', written('wrong.policy.md', `${short}${example('intatto')}`)]);
    assert.equal(wrong.code, 1, wrong.stderr);
    assert.equal(ours(wrong)?.ok, false);
    assert.equal(wrong.records().at(-1)?.failed, 1);
  });

  it('print writes the canonical form', async () => {
    const { code, stdout } = await portavoce(['policy', 'print', COMUNE]);
    assert.deepEqual([code, stdout], [0, source]);
  });
});

interface Judged {
  readonly id: unknown;
  readonly signals: { readonly category: string; readonly source: string; readonly spans: [number, number][] }[];
  readonly clauses: { readonly id: string; readonly modality: string; readonly dormant?: true }[];
  readonly proposal: { readonly action: string; readonly reasons: { clause?: string; text: string }[] };
  readonly due?: string;
  readonly route?: { office: string };
}

describe('portavoce triage', () => {
  const judged = (ended: Ended): Judged[] => ended.records() as unknown as Judged[];
  const phone = { id: 'a', text: '📞 Chiamate la signora Inventati al 347 1234567', channel: 'facebook' };

  it('without a policy gives signals and proposes nothing', async () => {
    const ended = await portavoce(['triage'], ndjson([phone, { id: 7, text: 'A che ora aprite?' }]));
    assert.equal(ended.code, 0);
    const [first, second] = judged(ended);
    assert.deepEqual(Object.keys(first ?? {}), ['id', 'signals', 'clauses', 'proposal']);
    assert.deepEqual([first?.clauses, first?.proposal], [[], { action: 'none', reasons: [] }]);
    const spans = first?.signals.find(({ source }) => source === 'telefono')?.spans ?? [];
    assert.deepEqual(
      spans.map(([from, to]) => phone.text.slice(from, to)),
      ['347 1234567'],
    );
    for (const signal of first?.signals ?? [])
      assert.deepEqual(Object.keys(signal).sort(), ['category', 'reason', 'source', 'spans', 'strength']);
    assert.equal(second?.id, 7);
  });

  it('with a policy cites its clauses, by slug or by file alike', async () => {
    const items = ndjson([{ ...phone, at: '2026-01-13T10:00:00+01:00' }]);
    const [bySlug, byFile] = await Promise.all([
      portavoce(['triage', '--policy', 'ats-milano'], items),
      portavoce(['triage', '--policy', 'policies/ats-milano.policy.md'], items),
    ]);
    assert.equal(bySlug.stdout, byFile.stdout);
    const [item] = judged(bySlug);
    assert.deepEqual(item?.clauses[0], { id: 'MIL-043', modality: 'must-remove' });
    assert.equal(item.proposal.action, 'remove');
    assert.equal(item.proposal.reasons[0]?.clause, 'MIL-043');
    // That Tuesday's close, at five in Italy.
    assert.equal(item.due, '2026-01-13T16:00:00.000Z');
  });

  it("leaves the body's own addresses alone, and marks the clauses that sleep", async () => {
    const own = { id: 'own', text: 'Scrivete a urp@asst-crema.it', channel: 'facebook' };
    const asleep = await portavoce(['triage', '--policy', 'regione-calabria'], ndjson([phone]));
    const [item] = judged(asleep);
    assert.ok((item?.clauses.length ?? 0) > 0);
    assert.ok(item?.clauses.every(({ dormant }) => dormant === true));
    assert.equal(item?.proposal.action, 'none');
    const contact = /indirizzo: (\S+@\S+)/.exec(readFileSync(join(ROOT, COMUNE), 'utf8'))?.[1];
    assert.ok(contact);
    const texts = [contact, 'gina.inventata@example.org'].map((text) => ({ ...own, text: `Scrivete a ${text}` }));
    const [ours, stranger] = judged(await portavoce(['triage', '--policy', 'comune-di-esempio'], ndjson(texts)));
    const noticed = (one: Judged | undefined) => one?.signals.some(({ category }) => category === 'personal-data');
    assert.deepEqual([noticed(ours), noticed(stranger)], [false, true]);
  });

  it('reads a time without an offset as Italian, and routes where the policy does', async () => {
    const text =
      'Ho bisogno del mio referto, a mio padre hanno diagnosticato un tumore, quando posso prenotare la visita?';
    const items = ['2026-07-14T10:00', '2026-07-14T10:00:00+02:00'].map((at, id) => ({ id, text, at }));
    const ended = await portavoce(['triage', '--policy', 'ats-milano'], ndjson(items));
    const [local, offset] = judged(ended);
    assert.ok(local?.due);
    assert.equal(local.due, offset?.due);
    assert.equal(local.route?.office, 'uffici relazioni con il pubblico');
  });

  it('tells bad lines by number, does the others, and ends with 1', async () => {
    const lines = [
      '{"id":"1","text":"uno"}\r',
      '{"id":"2",',
      '',
      '[]',
      '{"text":"senza nome"}',
      '{"id":"6"}',
      '{"id":"7","text":"x","channel":"telegram"}',
      '{"id":"8","text":"x","kind":"tweet"}',
      '{"id":"9","text":"x","at":"ieri"}',
      '{"id":"10","text":"x","post":"y"}',
      '{"id":"11","text":"una\u2028riga","channel":null}',
    ];
    const ended = await portavoce(['triage'], `\uFEFF${lines.join('\n')}`);
    assert.equal(ended.code, 1);
    assert.deepEqual(
      judged(ended).map(({ id }) => id),
      ['1', '11'],
    );
    const told = ended.stderr.split('\n').map((line) => /^riga (\d+): /.exec(line)?.[1]);
    assert.deepEqual(
      told.filter((number) => number !== undefined),
      ['2', '4', '5', '6', '7', '8', '9', '10'],
    );
    assert.match(ended.stderr, /«channel» vale "telegram", serve uno fra: facebook, /);
  });

  it('answers before its input ends, and in order however much there is', async () => {
    const child = start(['triage']);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stdin.write(ndjson([{ id: 'first', text: 'ciao' }]));
    assert.match(String((await lines.next()).value), /^{"id":"first"/);
    const many = Array.from({ length: 5000 }, (_, id) => ({ id, text: `Messaggio numero ${id} per lo sportello` }));
    child.stdin.end(ndjson(many));
    let next = 0;
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      assert.equal((JSON.parse(line.value) as Judged).id, next);
      next += 1;
    }
    assert.equal(next, many.length);
  });

  it('ends in silence when nobody reads on', async () => {
    const child = start(['triage']);
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.stdin.on('error', () => {});
    child.stdout.destroy();
    child.stdin.end(ndjson(Array.from({ length: 2000 }, (_, id) => ({ id, text: 'Buongiorno a tutti' }))));
    const [code] = (await once(child, 'close')) as [number];
    assert.deepEqual([code, stderr], [2, '']);
  });
});

describe('portavoce audit verify', () => {
  it('does not make an installation where there is none', async () => {
    const nowhere = join(folder, 'nowhere');
    const { code, stderr } = await portavoce(['audit', 'verify'], '', { PORTAVOCE_DATA: nowhere });
    assert.equal(code, 2);
    assert.match(stderr, /Qui non ci sono i dati di Portavoce/);
    assert.throws(() => readFileSync(nowhere), { code: 'ENOENT' });
  });

  it('tells a whole chain from one that was changed or cut', async () => {
    const dataDir = join(folder, 'data');
    const config = readConfig({ PORTAVOCE_DATA: dataDir }, [], 0);
    const vault = vaultOf(masterKeys(undefined, join(dataDir, 'keys', 'master.key')));
    const storage = await openStorage(config, vault, () => {});
    const database = databaseOf(poolOf(storage.app, silentLog, 1));
    const owner = poolOf(storage.owner, silentLog, 1);
    const verify = (...args: string[]) => portavoce(['audit', 'verify', ...args], '', { PORTAVOCE_DATA: dataDir });
    try {
      for (const slug of ['ente-cambiato', 'ente-integro', 'ente-tagliato']) {
        await establishBody(database, systemClock, { slug, name: slug });
        for (const subject of ['1', '2', '3'])
          await database.inBody(slug, (tx) => record(tx, slug, systemClock.now(), { ...ACT, subject }));
      }
      const before = await verify();
      assert.equal(before.code, 0, before.stderr);
      const entries = Number(before.records()[0]?.entries);
      assert.ok(entries >= 3);

      await owner.query(`update audit_entry set content = replace(content, 'prova', 'altro')
        where body = 'ente-cambiato' and subject = '2'`);
      await owner.query(`delete from audit_entry where body = 'ente-tagliato' and subject = '3'`);
      const after = await verify();
      assert.equal(after.code, 1);
      const found = Object.fromEntries(after.records().map(({ body, ...rest }) => [body, rest]));
      assert.deepEqual(Object.keys(found), ['ente-cambiato', 'ente-integro', 'ente-tagliato']);
      const { intact, firstFault, head } = found['ente-cambiato'] ?? {};
      assert.equal(intact, false);
      assert.deepEqual(firstFault, {
        seq: entries - 1,
        what: 'il contenuto non corrisponde alla sua impronta',
      });
      assert.match(String(head), /^[0-9a-f]{64}$/);
      assert.deepEqual(found['ente-integro'], before.records().map(({ body: _, ...rest }) => rest)[1]);
      assert.match(JSON.stringify(found['ente-tagliato']?.firstFault), /mancano le ultime voci/);

      const one = await verify('--body', 'ente-integro');
      assert.deepEqual([one.code, one.records().length], [0, 1]);
      assert.equal((await verify('--body', 'ente-assente')).code, 2);
    } finally {
      await owner.end();
      await database.close();
      await storage.stop();
    }
  });

  it('reads only: no role is touched, and a schema that is not its own is left as it is', async () => {
    const dataDir = join(folder, 'read-only');
    const config = readConfig({ PORTAVOCE_DATA: dataDir }, [], 0);
    const storage = await openStorage(
      config,
      vaultOf(masterKeys(undefined, join(dataDir, 'keys', 'master.key'))),
      () => {},
    );
    const owner = poolOf(storage.owner, silentLog, 1);
    // Under another key: the server's role must keep the password that the running desk signs in with.
    const otherKey = Buffer.alloc(32, 7).toString('base64');
    const verify = () => portavoce(['audit', 'verify'], '', { PORTAVOCE_DATA: dataDir, PORTAVOCE_KEY: otherKey });
    const password = async () =>
      (
        await owner.query<{ secret: string }>(
          "select rolpassword as secret from pg_authid where rolname = 'portavoce_app'",
        )
      ).rows[0]?.secret;
    try {
      const before = await password();
      assert.equal((await verify()).code, 0);
      assert.equal(await password(), before);
      const last = 'select max(name) as name from migration';
      const { rows } = await owner.query<{ name: string }>(last);
      await owner.query('delete from migration where name = $1', [rows[0]?.name]);
      const behind = await verify();
      assert.equal(behind.code, 2);
      assert.match(behind.stderr, /non è alla versione di questo programma/);
      assert.notEqual((await owner.query<{ name: string }>(last)).rows[0]?.name, rows[0]?.name);
    } finally {
      await owner.end();
      await storage.stop();
    }
  });

  const ACT = {
    kind: 'prova.fatta',
    person: null,
    grounds: [],
    policyVersion: null,
    summary: 'Atto di prova',
    facts: {},
  };
});

describe('portavoce sandbox', () => {
  it('serves the simulated networks until it is told to stop', async () => {
    const child = start(['sandbox', '--port', '0']);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const ready = JSON.parse(String((await lines.next()).value)) as { ready: boolean; url: string };
    assert.equal(ready.ready, true);
    assert.ok((await fetch(ready.url)).status < 600);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'close'), [0, null]);
    await assert.rejects(fetch(ready.url));
  });
});

describe('portavoce schema', () => {
  it('--check agrees with the schema that is written', async () => {
    const { code, stdout, stderr } = await portavoce(['schema', '--check']);
    assert.deepEqual([code, stdout, stderr], [0, '', '']);
  });

  it('--check tells what differs, and writing puts it right', async () => {
    const texts: string[] = [];
    const out: Output = { record: () => {}, text: (text) => void texts.push(text), error: () => {} };
    const file = join(folder, 'schema.sql');
    assert.equal(await schema(false, out, file), 0);
    const right = readFileSync(file, 'utf8');
    writeFileSync(file, right.replace('  slug text not null,\n', ''));
    assert.equal(await schema(true, out, file), 1);
    assert.match(texts.join(''), /^\+ \d+: {3}slug text not null,\n$/);
    assert.equal(await schema(false, out, file), 0);
    assert.equal(readFileSync(file, 'utf8'), right);
  });
});
