// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseArgs } from 'node:util';
import { commandError } from './errors.ts';
import type { ExitCode } from './policy.ts';
import type { Streams } from './streams.ts';

/** What was typed after a command's name. */
export interface Words {
  readonly files: readonly string[];
  /** The value of `--name`, if it was given. */
  option(name: string): string | undefined;
  flag(name: string): boolean;
}

export interface Command {
  /** As it is typed: `policy check`. */
  readonly name: string;
  /** What may follow the name, as the usage shows it. */
  readonly takes: string;
  /** What it does: one Italian line. */
  readonly does: string;
  /** Fewest and most files; absent: none. */
  readonly files?: readonly [fewest: number, most: number];
  /** Names that want a value. */
  readonly options?: readonly string[];
  readonly flags?: readonly string[];
  /** Loads the command's own file, so that none waits for what another needs. */
  run(words: Words, streams: Streams): Promise<ExitCode>;
}

/** Throws USAGE for words that the command does not know, and for too few or too many files. */
export function wordsFor(command: Command, args: readonly string[]): Words {
  const { values, positionals: files } = read(command, args);
  const [fewest, most] = command.files ?? [0, 0];
  if (files.length < fewest) throw commandError('USAGE', 'manca il nome di un file');
  if (files.length > most) throw commandError('USAGE', `«${files[most]}» è di troppo`);
  return {
    files,
    option: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (name) => values[name] === true,
  };
}

interface Parsed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

function read({ options = [], flags = [] }: Command, args: readonly string[]): Parsed {
  const known = Object.fromEntries([
    ...options.map((name) => [name, { type: 'string' }] as const),
    ...flags.map((name) => [name, { type: 'boolean' }] as const),
  ]);
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true, strict: true });
  } catch (error) {
    const name = /'(-[^ '<]+)/.exec((error as Error).message)?.[1] ?? '';
    const unknown = (error as { code?: unknown }).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw commandError('USAGE', unknown ? `non esiste l'opzione «${name}»` : `l'opzione «${name}» non è completa`);
  }
}
