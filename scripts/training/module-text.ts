// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TrainedModel } from '../../src/triage/learned/trained.ts';

const ROOT = join(import.meta.dirname, '../..');
export const MODEL_FILE = join(ROOT, 'src/triage/learned/model.ts');

/** The module that holds a model, as the formatter writes it. */
export function moduleText(model: TrainedModel): string {
  const source = `// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TrainedModel } from './trained.ts';

// Written by \`node scripts/train-triage.ts\`, never by hand: a test trains again and compares.
export const MODEL: TrainedModel = ${JSON.stringify(model)};

// Apart from the model, so that who bundles the rest of triage for a browser does not carry its weights.
/** Which model it is. */
export const MODEL_DIGEST = ${JSON.stringify(model.digest)};
/** The categories that the model knows; of all others it says nothing. */
export const LEARNED_CATEGORIES: readonly string[] = ${JSON.stringify(model.lines.labels)};
`;
  const biome = join(ROOT, 'node_modules/.bin/biome');
  const { status, stdout, stderr } = spawnSync(biome, ['format', `--stdin-file-path=${MODEL_FILE}`], {
    input: source,
    encoding: 'utf8',
    cwd: ROOT,
    maxBuffer: 8 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`the formatter refused the model: ${stderr}`);
  return stdout;
}
