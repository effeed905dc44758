// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';

const ROOT = resolve(import.meta.dirname, '../..');
const SHARED = resolve(ROOT, process.env.PORTAVOCE_SHARED ?? '../shared');
const skip = existsSync(SHARED) ? false : `the evaluation data are not in ${SHARED}`;

it('finds what it must in five policies read by hand', { skip }, async () => {
  const script = resolve(ROOT, 'scripts/measure-import.ts');
  const environment = { ...process.env, PORTAVOCE_SHARED: SHARED };
  // It ends with 1, and so rejects, when a share falls below its target.
  const { stdout } = await promisify(execFile)(process.execPath, [script], { cwd: ROOT, env: environment });
  assert.match(stdout, /^sentences +4\d\d\/427 /m);
  for (const fact of ['hours', 'contacts', 'channels', 'ladder', 'categories', 'together'])
    assert.match(stdout, new RegExp(`^${fact} +\\d+/[1-9]`, 'm'));
});
