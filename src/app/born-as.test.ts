// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, it } from 'node:test';
import { keepAsBorn } from './born-as.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portavoce-born-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (demo: boolean, dataDir = join(folder, 'data')) => keepAsBorn({ dataDir, demo });

it('starts again as it was born', () => {
  for (const demo of [true, false]) {
    const dataDir = join(folder, String(demo));
    start(demo, dataDir);
    start(demo, dataDir);
  }
});

it('never becomes the other, and says what to do', () => {
  start(false);
  assert.throws(() => start(true), { code: 'FOLDER_IN_SERVICE', hint: /PORTAVOCE_DATA=/ });
  assert.throws(() => start(true), { code: 'FOLDER_IN_SERVICE' }, 'also when asked twice');
  start(true, join(folder, 'demo'));
  assert.throws(() => start(false, join(folder, 'demo')), { code: 'FOLDER_OF_DEMO', hint: /PORTAVOCE_DATA=/ });
});

it('knows a folder that has a database and lacks the word by its simulated world', () => {
  const older = (name: string, inside: readonly string[]) => {
    for (const part of inside) mkdirSync(join(folder, name, part), { recursive: true });
    return join(folder, name);
  };
  assert.throws(() => start(true, older('service', ['postgres'])), { code: 'FOLDER_IN_SERVICE' });
  assert.throws(() => start(false, older('demo', ['postgres', 'sandbox'])), { code: 'FOLDER_OF_DEMO' });
});

it('does not guess at a word that it cannot read', () => {
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data', 'born-as'), 'boh');
  assert.throws(() => start(true), { code: 'FOLDER_UNCLEAR' });
  assert.ok(existsSync(join(folder, 'data', 'born-as')));
});
