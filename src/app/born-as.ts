// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#platform';
import { folderError } from './errors.ts';

const FILE = 'born-as';
const KINDS = ['demo', 'empty'] as const;
type Kind = (typeof KINDS)[number];

/**
 * A data folder is a demonstration or a desk in service from its first start on: invented people never enter a real desk,
 * and a demonstration is never taken for one. Makes the folder. Throws FOLDER_IN_SERVICE or FOLDER_OF_DEMO.
 */
export function keepAsBorn({ dataDir, demo }: Pick<Config, 'dataDir' | 'demo'>): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const born = bornAs(dataDir, demo ? 'demo' : 'empty');
  if (demo && born === 'empty') throw folderError('FOLDER_IN_SERVICE', dataDir);
  if (!demo && born === 'demo') throw folderError('FOLDER_OF_DEMO', dataDir);
}

function bornAs(dataDir: string, asked: Kind): Kind {
  const file = join(dataDir, FILE);
  if (!existsSync(file)) {
    try {
      // 'wx': two first starts agree on one word.
      writeFileSync(file, `${withoutItsWord(dataDir) ?? asked}\n`, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  const word = readFileSync(file, 'utf8').trim();
  const kind = KINDS.find((one) => one === word);
  if (kind === undefined) throw folderError('FOLDER_UNCLEAR', file);
  return kind;
}

/** What a folder with a database and without the word is: only the demonstration keeps a simulated world. */
function withoutItsWord(dataDir: string): Kind | undefined {
  if (!existsSync(join(dataDir, 'postgres'))) return undefined;
  return existsSync(join(dataDir, 'sandbox')) ? 'demo' : 'empty';
}
