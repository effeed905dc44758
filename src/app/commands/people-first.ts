// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { enterFirst, type FirstPerson } from '#governance';
import { EntryRequest, MandateAct } from '#governance/contract';
import { systemClock } from '#kernel';
import {
  type Config,
  databaseOf,
  jobsOf,
  mailOf,
  masterKeys,
  poolOf,
  readConfig,
  servedAt,
  silentLog,
  vaultOf,
} from '#platform';
import { openStorage } from '../storage.ts';
import type { Words } from './command.ts';
import { commandError } from './errors.ts';
import type { ExitCode } from './policy.ts';
import type { Streams } from './streams.ts';

const SLUG = /^[a-z0-9-]{2,60}$/;

/** Enters a body and its first person, and writes the link by which they set their password: it is told here alone. */
export async function peopleFirst(
  words: Words,
  environment: Readonly<Record<string, string | undefined>>,
  streams: Pick<Streams, 'record'>,
): Promise<ExitCode> {
  const first = firstIn(words);
  const config = readConfig(environment, ['--empty'], systemClock.now().getTime());
  const keyFile = join(config.dataDir, 'keys', 'master.key');
  if (!isInstalled(config, keyFile, environment)) throw commandError('NO_INSTALLATION', config.dataDir);
  const vault = vaultOf(masterKeys(environment.PORTAVOCE_KEY, keyFile));
  const storage = await openStorage(config, vault, () => {});
  const database = databaseOf(poolOf(storage.app, silentLog, 1));
  try {
    const link = await enterFirst(
      {
        ...{ database, clock: systemClock, vault, url: servedAt(config, config.port).url },
        // Nothing is promised where no letter is written.
        ...{ mail: mailOf({ server: undefined, from: undefined }), jobs: jobsOf(storage.app, silentLog) },
      },
      first,
    );
    streams.record({ body: first.body.slug, person: first.name, link });
    return 0;
  } finally {
    await database.close();
    await storage.stop();
  }
}

/** A key of another's making would open nothing that the desk sealed. */
const isInstalled = (
  { dataDir, databaseUrl }: Config,
  keyFile: string,
  { PORTAVOCE_KEY: key }: Readonly<Record<string, string | undefined>>,
): boolean =>
  (databaseUrl !== undefined || existsSync(join(dataDir, 'postgres'))) && (Boolean(key) || existsSync(keyFile));

function firstIn({ option }: Words): FirstPerson {
  const slug = option('body') ?? '';
  if (!SLUG.test(slug)) throw commandError('USAGE', '--body vuole lettere minuscole, cifre e trattini');
  const person = EntryRequest.pick({ name: true, email: true }).safeParse({
    ...{ name: option('name'), email: option('email') },
  });
  if (!person.success) throw commandError('USAGE', 'servono --name e --email');
  const act = MandateAct.safeParse({
    ...{ number: option('act'), on: option('act-on'), authority: option('authority') },
  });
  if (!act.success) throw commandError('USAGE', 'servono --act, --act-on (AAAA-MM-GG) e --authority');
  const name = option('body-name')?.trim() ?? '';
  if (name === '') throw commandError('USAGE', 'serve --body-name');
  return { body: { slug, name }, ...person.data, act: act.data, office: option('office') ?? null };
}
