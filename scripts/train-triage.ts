// SPDX-License-Identifier: AGPL-3.0-or-later
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { MODEL_FILE, moduleText } from './training/module-text.ts';
import { train } from './training/train.ts';

// Trains the small model of triage on the corpus and the policies' examples, writes it, and says how good it is.

const model = train();
const text = moduleText(model);
writeFileSync(MODEL_FILE, text);

const columns = ['ranking', 'precision', 'recall', 'falseAlarms', 'offBy', 'comments', 'families'] as const;
const rows = model.figures.map((figures, label) => [
  model.lines.labels[label],
  Object.fromEntries(columns.map((name) => [name, figures[name]])),
]);
console.table(Object.fromEntries(rows));
const { comments, alarms } = model.lawfulHarsh;
console.log(`lawful harsh comments alarmed at: ${alarms} of ${comments}`);
console.log(`left out: ${model.leftOut.join(', ') || 'none'}`);
console.log(`${relative('', MODEL_FILE)}: ${Math.ceil(text.length / 1000)} kB, ${model.examples} examples`);
