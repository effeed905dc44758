// SPDX-License-Identifier: AGPL-3.0-or-later
import { resolve } from 'node:path';
import { platformError } from './errors.ts';

/** What the environment says; read once, passed on as an argument. */
export interface Config {
  /** 0 picks a free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute folder of everything this installation keeps: database, keys, sandbox. */
  readonly dataDir: string;
  /** The owner's connection string; unset: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** Public address, when a proxy stands in front; unset: derived from host and port. */
  readonly publicUrl: string | undefined;
  readonly demo: boolean;
  /** Milliseconds since the epoch when the starting command began, to say how long it all took. */
  readonly startedAt: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(environment: Environment, argv: readonly string[], now: number): Config {
  return {
    port: port(environment.PORT),
    host: environment.HOST ?? '127.0.0.1',
    dataDir: resolve(environment.PORTAVOCE_DATA ?? './data'),
    databaseUrl: address(environment, 'DATABASE_URL'),
    publicUrl: address(environment, 'PORTAVOCE_URL')?.replace(/\/$/, ''),
    demo: !argv.includes('--empty'),
    startedAt: Number(environment.PORTAVOCE_STARTED_AT) || now,
  };
}

function port(value: string | undefined): number {
  if (value === undefined || value === '') return 3000;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65535) {
    throw platformError('CONFIG_INVALID', `PORT vale "${value}", serve un numero da 0 a 65535`);
  }
  return number;
}

function address(environment: Environment, name: string): string | undefined {
  const value = environment[name];
  if (value === undefined || value === '') return undefined;
  if (!URL.canParse(value)) throw platformError('CONFIG_INVALID', `${name} non è un indirizzo`);
  return value;
}
