// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

// The entry files in a checkout of their own, with a stand-in for npm: what they decide, not what npm does.

let checkout = '';

beforeEach(() => {
  checkout = realpathSync(mkdtempSync(join(tmpdir(), 'portavoce-start-')));
  cpSync(import.meta.dirname, join(checkout, 'scripts'), { recursive: true });
  write('package.json', '{ "type": "module" }');
  write(
    'package-lock.json',
    lock({ 'node_modules/pg': {}, 'node_modules/tool': { dev: true }, 'node_modules/odd': { optional: true } }),
  );
  write('web/index.html', '<!doctype html>');
  write('src/app/main.ts', MAIN);
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

const MAIN = `
const [word = '', code = '0'] = process.argv.slice(2);
if (word === 'stay') {
  const stay = setInterval(() => {}, 1000);
  process.on('SIGTERM', () => { console.log('asked to stop'); clearInterval(stay); process.exitCode = 5; });
} else process.exitCode = Number(code);
console.log(['ready', word, Number(process.env.PORTAVOCE_STARTED_AT) > 0].join(' '));
`;

const lock = (packages: Record<string, object>) =>
  JSON.stringify({
    packages: Object.fromEntries(
      Object.entries(packages).map(([path, entry]) => [path, { version: '1.0.0', ...entry }]),
    ),
  });

function write(path: string, content: string): void {
  mkdirSync(join(checkout, path, '..'), { recursive: true });
  writeFileSync(join(checkout, path), content);
}

const calls = (program: 'npm' | 'vite') => {
  const file = join(checkout, `${program}.calls`);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
};

function begin(script: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(checkout, 'scripts', script), ...args], {
    cwd: checkout,
    env: { ...process.env, npm_execpath: join(checkout, 'scripts', 'testing', 'npm-cli.mjs'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    told.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    told.err += chunk;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, ...told })),
  );
  return { child, ended };
}

const start = (args: readonly string[] = [], env: Record<string, string> = {}) => begin('start.mjs', args, env).ended;

describe('npm start', () => {
  it('installs, builds and goes on under Node 24, whose exit code it takes', async () => {
    const { code, out, err } = await start(['hello', '7']);
    assert.equal(out, 'ready hello true\n');
    assert.equal(code, 7);
    assert.match(err, /Installo le dipendenze…\n {2}fatto in \d+,\d s\nCostruisco le pagine…/);
    assert.match(calls('npm')[0] ?? '', /--omit=dev .*--ignore-scripts/);
    assert.equal(existsSync(join(checkout, 'node_modules', 'tool')), false);
  });

  it('does neither again, and says nothing, until something changes', async () => {
    await start();
    assert.equal((await start()).err, '');
    assert.deepEqual([calls('npm').length, calls('vite').length], [1, 1]);
    write('web/index.html', '<!doctype html><title>other</title>');
    await start();
    assert.deepEqual([calls('npm').length, calls('vite').length], [1, 2]);
    write('package-lock.json', lock({ 'node_modules/pg': {}, 'node_modules/more': {} }));
    await start();
    assert.deepEqual([calls('npm').length, calls('vite').length], [2, 3]);
    assert.equal(existsSync(join(checkout, 'node_modules', 'more')), true);
  });

  it('makes again an installation that was interrupted, and mends one that lost a package', async () => {
    const { code, err } = await start([], { NPM_FAULT: 'death' });
    assert.equal(code, 2);
    assert.match(err, /riprende da capo/);
    write('node_modules/leftover/package.json', '{}');
    assert.equal((await start()).code, 0);
    assert.equal(existsSync(join(checkout, 'node_modules', 'leftover')), false);

    rmSync(join(checkout, 'node_modules', 'pg'), { recursive: true });
    assert.equal((await start()).code, 0);
    assert.equal(existsSync(join(checkout, 'node_modules', 'pg', 'package.json')), true);
    assert.equal(calls('npm').length, 3);
  });

  it('takes for good what npm finished at someone else’s request', async () => {
    await start();
    rmSync(join(checkout, 'node_modules', '.portavoce.json'));
    await start();
    assert.equal(calls('npm').length, 1);
  });

  for (const [fault, what] of Object.entries({
    network: 'manca la rete',
    space: 'lo spazio su disco è esaurito',
    rights: 'mancano i permessi di scrittura',
  })) {
    it(`says in Italian what is wrong, where, and what to do: ${fault}`, async () => {
      const { code, out, err } = await start([], { NPM_FAULT: fault });
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, new RegExp(`Portavoce non può proseguire: .*${what}`));
      assert.match(err, /Dove: .*node_modules\n {2}Che cosa fare: /);
      assert.equal((await start()).code, 0, 'the next start takes up where this one failed');
    });
  }

  it('asks npm for what it has kept where there is no network, instead of trying for minutes', async () => {
    await start([], { NPM_FAULT: 'network' });
    assert.match(calls('npm')[0] ?? '', /--offline/);
    await start();
    assert.doesNotMatch(calls('npm')[1] ?? '', /--offline/);
  });

  it('refuses a temporary folder of our name that others may touch, and writes nothing through it', async () => {
    const temporary = join(checkout, 'tmp');
    const target = join(checkout, 'target');
    for (const path of [temporary, target]) mkdirSync(path);
    const own = join(temporary, `portavoce-${userInfo().uid}`);
    symlinkSync(target, own);
    const trapped = await start([], { TMPDIR: temporary });
    assert.equal(trapped.code, 2);
    assert.match(trapped.err, /che altri possono toccare/);
    assert.deepEqual([readdirSync(target), calls('npm')], [[], []]);
    rmSync(own);
    mkdirSync(own, { mode: 0o777 });
    chmodSync(own, 0o777);
    assert.equal((await start([], { TMPDIR: temporary })).code, 2);
    rmSync(own, { recursive: true });
    assert.equal((await start([], { TMPDIR: temporary })).code, 0);
    assert.equal(statSync(own).mode & 0o777, 0o700);
  });

  it('installs once when started twice at once', async () => {
    const both = await Promise.all([start(), start()]);
    assert.deepEqual(
      both.map(({ code }) => code),
      [0, 0],
    );
    assert.deepEqual([calls('npm').length, calls('vite').length], [1, 1]);
  });

  it('passes on a request to stop and waits for the end', async () => {
    await start();
    const { child, ended } = begin('start.mjs', ['stay']);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    assert.deepEqual(await ended, { code: 5, out: 'ready stay true\nasked to stop\n', err: '' });
  });
});

describe('under-node24', () => {
  it('adds the development tools to what is there, and start then keeps them', async () => {
    await start();
    write('tool.ts', "const said: string = process.argv[2] ?? ''; console.log(said);");
    const { out, code } = await begin('under-node24.mjs', ['tool.ts', 'well']).ended;
    assert.deepEqual([out, code], ['well\n', 0]);
    assert.match(calls('npm')[1] ?? '', /--include=dev/);
    await start();
    assert.equal(calls('npm').length, 2);
    assert.deepEqual(readdirSync(join(checkout, 'node_modules')).sort().slice(-3), ['pg', 'tool', 'vite']);
  });
});
