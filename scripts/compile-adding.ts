// SPDX-License-Identifier: AGPL-3.0-or-later
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ADDING, compileAdding } from './training/adding.ts';

// node scripts/compile-adding.ts: compiles adding.wat again, by which triage adds up weights, after it changed.

const wasm = await compileAdding();
writeFileSync(ADDING, `${JSON.stringify({ wasm: Buffer.from(wasm).toString('base64') }, null, 2)}\n`);
process.stdout.write(`${relative('', ADDING)}: ${wasm.length} bytes\n`);
