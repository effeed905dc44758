// SPDX-License-Identifier: AGPL-3.0-or-later
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readMaterial } from './training/examples.ts';
import { fitWeights } from './training/weights.ts';

// Fits the weights by which triage settles what its rules noticed, on the corpus for training and the policies' examples, writes
// them, and says what was seen on families held out.

const FILE = join(import.meta.dirname, '../src/triage/settling/table.json');

const { lessons } = readMaterial();
const { table, heldOut } = fitWeights(lessons);
const text = `${JSON.stringify(table, null, 2)}\n`;
writeFileSync(FILE, text);
console.table(heldOut);
console.log(`${relative('', FILE)}: ${Math.ceil(text.length / 1000)} kB, ${lessons.length} texts`);
