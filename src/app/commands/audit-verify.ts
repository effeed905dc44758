// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verify } from '#audit';
import { allBodies } from '#governance';
import { systemClock } from '#kernel';
import { type Config, type Connection, databaseOf, poolOf, readConfig, silentLog } from '#platform';
import { openToRead } from '../storage.ts';
import { commandError } from './errors.ts';
import type { ExitCode } from './policy.ts';
import type { Streams } from './streams.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Walks the chain of every body, or of one, and writes a line for each. Reads, and changes nothing. */
export async function auditVerify(
  body: string | undefined,
  environment: Environment,
  streams: Streams,
): Promise<ExitCode> {
  const config = readConfig(environment, [], systemClock.now().getTime());
  if (!isInstalled(config)) throw commandError('NO_INSTALLATION', config.dataDir);
  const storage = await openToRead(config);
  try {
    if (storage.schema !== 'current') throw commandError('SCHEMA_NOT_CURRENT');
    return await verifyAll(storage.owner, body, streams);
  } finally {
    await storage.stop();
  }
}

/** Opening what is not there would make an empty installation, in which everything is intact. */
const isInstalled = ({ dataDir, databaseUrl }: Config): boolean =>
  databaseUrl !== undefined || existsSync(join(dataDir, 'postgres'));

async function verifyAll(connection: Connection, only: string | undefined, streams: Streams): Promise<ExitCode> {
  const database = databaseOf(poolOf(connection, silentLog, 1));
  try {
    const bodies = (await database.outside(allBodies)).map(({ slug }) => slug);
    if (only !== undefined && !bodies.includes(only)) throw commandError('NO_SUCH_BODY', only);
    let faults = 0;
    for (const body of only === undefined ? bodies : [only]) {
      const { intact, entries, head, firstFault } = await database.snapshot(body, (tx) => verify(tx, body));
      streams.record({ body, intact, entries, head, firstFault });
      if (!intact) faults += 1;
    }
    return faults === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}
