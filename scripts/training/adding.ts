// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';

const FOLDER = join(import.meta.dirname, '../../src/triage/settling');
const SOURCE = join(FOLDER, 'adding.wat');
/** Where what was compiled is kept. */
export const ADDING = join(FOLDER, 'adding.json');

/** The bytes of adding.wat compiled. Throws with line and column where it is no WebAssembly. */
export async function compileAdding(): Promise<Uint8Array> {
  const { parseWat } = await wabt();
  const parsed = parseWat(SOURCE, readFileSync(SOURCE, 'utf8'), { simd: true });
  try {
    return parsed.toBinary({}).buffer;
  } finally {
    parsed.destroy();
  }
}
