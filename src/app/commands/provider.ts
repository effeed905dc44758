// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { allBodies, enterProvider, redirectOf, removeProvider, unlockPerson } from '#governance';
import { systemClock } from '#kernel';
import { databaseOf, poolOf, readConfig, servedAt, silentLog } from '#platform';
import { openStorage } from '../storage.ts';
import type { Words } from './command.ts';
import { commandError } from './errors.ts';
import { installedConfig, vaultIn } from './installed.ts';
import type { ExitCode } from './policy.ts';
import type { Streams } from './streams.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Opened = Awaited<ReturnType<typeof open>>;

/** Enters the OpenID provider of a body, and writes what the provider has to know of the desk. */
export const providerSet = (words: Words, environment: Environment, streams: Pick<Streams, 'record'>) =>
  withBody(words, environment, async ({ database, vault, url }, body) => {
    const settings = {
      ...{ body, name: needed(words, 'name'), issuer: needed(words, 'issuer'), clientId: needed(words, 'client-id') },
      // Never on the command line, where whoever lists the processes of the machine reads it.
      secret: readSecret(needed(words, 'secret-file')),
      ...{ acrValues: listed(words.option('acr')), amrValues: listed(words.option('amr')) },
    };
    await enterProvider({ database, clock: systemClock, vault }, settings);
    streams.record({ body, issuer: settings.issuer, redirect: redirectOf(url, body), logout: `${url}/accedi` });
    return 0;
  });

export const providerRemove = (words: Words, environment: Environment, streams: Pick<Streams, 'record'>) =>
  withBody(words, environment, async ({ database }, body) => {
    const removed = await removeProvider({ database, clock: systemClock }, body);
    streams.record({ body, removed });
    return removed ? 0 : 1;
  });

/** Takes the second factor from somebody whom no single body may take it from. */
export async function peopleUnlock(
  words: Words,
  environment: Environment,
  streams: Pick<Streams, 'record'>,
): Promise<ExitCode> {
  const opened = await open(environment);
  try {
    const email = needed(words, 'email');
    const unlocked = await unlockPerson({ database: opened.database, clock: systemClock }, email);
    streams.record({ email, unlocked });
    return unlocked ? 0 : 1;
  } finally {
    await opened.close();
  }
}

async function withBody(
  words: Words,
  environment: Environment,
  work: (opened: Opened, body: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  const body = needed(words, 'body');
  const opened = await open(environment);
  try {
    const bodies = await opened.database.outside((tx) => allBodies(tx));
    if (!bodies.some(({ slug }) => slug === body)) throw commandError('USAGE', `--body: «${body}» non è registrato`);
    return await work(opened, body);
  } finally {
    await opened.close();
  }
}

async function open(environment: Environment) {
  const config = installedConfig(environment);
  const vault = vaultIn(config, environment);
  const storage = await openStorage(config, vault, () => {});
  const database = databaseOf(poolOf(storage.app, silentLog, 1));
  const { url } = servedAt(readConfig(environment, ['--empty'], 0), config.port);
  const close = async () => {
    await database.close();
    await storage.stop();
  };
  return { database, vault, url, close };
}

function needed({ option }: Words, name: string): string {
  const value = option(name)?.trim() ?? '';
  if (value === '') throw commandError('USAGE', `serve --${name}`);
  return value;
}

const listed = (value: string | undefined): string[] =>
  (value ?? '').split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));

function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw commandError('USAGE', `--secret-file: ${file} non si legge`, { cause });
  }
}
