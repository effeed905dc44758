// SPDX-License-Identifier: AGPL-3.0-or-later
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compileWords } from '../src/triage/compile-words.ts';
import { packWords } from '../src/triage/pack-words.ts';

// node scripts/compile-words.ts: compiles the lexicon of triage again, after its words changed. JSON, because Node
// reads it at once: a module of that size would first be searched for types.

const FILE = join(import.meta.dirname, '../src/triage/compiled-words.json');

const text = `${JSON.stringify(packWords(compileWords()), null, 2)}\n`;
writeFileSync(FILE, text);
process.stdout.write(`${relative('', FILE)}: ${Math.ceil(text.length / 1000)} kB\n`);
