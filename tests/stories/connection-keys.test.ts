// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { pollAccount } from '#inbox';
import { masterKeys } from '#platform';
import { type AccountsDesk, BODY, startAccountsDesk } from '../support/accounts-desk.ts';
import { connectByOauth, healthOf } from '../support/connecting.ts';

// A key is added while the desk works and after it stopped: what was sealed before still opens.

let desk: AccountsDesk;
let account: string;
before(async () => {
  desk = await startAccountsDesk();
  account = await connectByOauth(desk, await desk.signIn('head'));
});
after(() => desk?.close());

interface Told {
  readonly key?: string;
  readonly seals?: boolean;
  readonly connections?: number;
  readonly applications?: number;
  readonly subjects?: number;
  readonly sealedAgain?: number;
  readonly append?: string;
}

const { PORTAVOCE_KEY: _key, DATABASE_URL: _url, ...CLEAN } = process.env;
const PORTAVOCE = join(import.meta.dirname, '../../src/app/cli.ts');

/** What a command wrote, and how it ended; a process of its own, as whoever manages the machine runs it. */
async function told(command: string, more: Readonly<Record<string, string>> = {}) {
  const env = { ...CLEAN, PORTAVOCE_DATA: desk.dataDir, ...more };
  const child = spawn(process.execPath, [PORTAVOCE, ...command.split(' ')], { env });
  const [out, errors, [exit]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const lines = out.split('\n').filter((line) => line !== '');
  return { exit: exit as number | null, records: lines.map((line) => JSON.parse(line) as Told), errors };
}

const keyFile = () => join(desk.dataDir, 'keys', 'master.key');
const poll = () => pollAccount(desk.portavoce.ports, { body: BODY, account });

/** Hiding leaves evidence, sealed under a key of its author, which the vault seals in turn: a second time it must open. */
async function hides(words: string): Promise<void> {
  desk.network.citizenWrites(words);
  await poll();
  await desk.drain();
  const moderator = await desk.signIn('moderator');
  const found = (await moderator.queue('?limit=100')).items.find(({ excerpt }) => excerpt === words);
  assert.ok(found);
  const decided = await moderator.decide(found.id, { kind: 'hide' });
  assert.equal(decided.decision, 'hide');
  await desk.drain();
}

test('rotated while the desk works: it finds the new key by itself, and nothing is left under the old one', async () => {
  await hides('Scrivete a persona1@example.org');
  const before = await told('keys');
  assert.equal(before.records.length, 1);
  assert.equal(before.records[0]?.connections, 1);
  assert.equal(before.records[0]?.subjects, 1, 'evidence is sealed');

  assert.deepEqual(await told('keys rotate'), { exit: 0, records: [{ sealedAgain: 2 }], errors: '' });
  assert.equal((await stat(keyFile())).mode & 0o777, 0o600);
  const [old, fresh] = (await told('keys')).records;
  assert.deepEqual([old?.connections, old?.applications, old?.seals], [0, 0, false]);
  assert.deepEqual([fresh?.connections, fresh?.applications, fresh?.seals], [1, 1, true]);
  assert.equal(old?.subjects, before.records[0]?.subjects, 'keys of subjects stay where they are');

  await poll();
  desk.network.killAccess();
  await poll();
  assert.equal((await healthOf(await desk.signIn('head'), account)).state, 'connected');
});

test('after a restart accounts, evidence, sessions and the database role are all still there', async () => {
  await desk.restart();
  await poll();
  await hides('Scrivete a persona2@example.org');
  assert.equal((await healthOf(await desk.signIn('head'), account)).state, 'connected');
  assert.equal((await told('keys')).records[0]?.subjects, 1, 'the same author, the same key of hers');
});

test('what the commands write holds no key', async () => {
  const { records, errors } = await told('keys');
  const lines = (await readFile(keyFile(), 'utf8')).trim().split('\n');
  assert.equal(lines.length, 2);
  const said = JSON.stringify([records, errors]);
  for (const line of lines)
    assert.ok(!said.includes(line) && !said.includes(Buffer.from(line, 'base64').toString('hex')));
});

test('keys from the environment: it says what to set, and seals again once it is set', async () => {
  const given = (await readFile(keyFile(), 'utf8')).trim().split('\n').join(',');
  const first = await told('keys rotate', { PORTAVOCE_KEY: given });
  assert.equal(first.exit, 1);
  assert.match(first.errors, /PORTAVOCE_KEY/);
  const { append = '' } = first.records.at(-1) ?? {};
  assert.equal(masterKeys(`${given}${append}`, '').length, 3);
  const second = await told('keys rotate', { PORTAVOCE_KEY: `${given}${append}` });
  assert.deepEqual([second.exit, second.records], [0, [{ sealedAgain: 2 }]]);
  // Back to the file's keys, as this desk has them.
  await assert.rejects(poll(), /non si apre/);
});
