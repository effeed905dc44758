// SPDX-License-Identifier: AGPL-3.0-or-later
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// How each simulated network was when the folder was new: a copy of what had been written to its journal by then.

const beginningOf = (state: string, network: string) => join(state, 'beginning', `${network}.ndjson`);
const journalOf = (state: string, network: string) => join(state, `${network}.ndjson`);

/** Keeps the beginning of the networks that have none yet. */
export function keepBeginning(state: string, networks: readonly string[]): void {
  mkdirSync(join(state, 'beginning'), { recursive: true, mode: 0o700 });
  for (const network of networks.filter((name) => !existsSync(beginningOf(state, name))))
    if (existsSync(journalOf(state, network))) copyFileSync(journalOf(state, network), beginningOf(state, network));
}

/** Puts the beginning back in the journals. Nobody may be writing to them. */
export function bringBack(state: string, networks: readonly string[]): void {
  for (const network of networks) {
    if (!existsSync(beginningOf(state, network))) continue;
    const beginning = linesOf(beginningOf(state, network));
    const lines = begunAgain(beginning, linesOf(journalOf(state, network)));
    writeFileSync(journalOf(state, network), lines.map((line) => `${line}\n`).join(''), { mode: 0o600 });
  }
}

interface Entry {
  readonly type: string;
  /** How many ids the network had given. */
  readonly drawn?: number;
}

/**
 * The lines of a world begun again. The tokens stay those of today, or the desk would be locked out before it is connected
 * again; and the ids given meanwhile stay given, or what is written next would be taken for what was there before.
 */
export function begunAgain(beginning: readonly string[], today: readonly string[]): string[] {
  const isToken = (line: string) => /^token/.test(entryOf(line).type);
  const drawn = Math.max(0, ...today.map((line) => entryOf(line).drawn ?? 0));
  const begun = { type: 'own', key: 'begun-again', value: null, drawn };
  return [...beginning.filter((line) => !isToken(line)), ...today.filter(isToken), JSON.stringify(begun)];
}

const entryOf = (line: string) => JSON.parse(line) as Entry;

/** Complete lines only: the last one may have been cut off. */
const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1).filter(Boolean);
