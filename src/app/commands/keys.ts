// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { countedBy, sealAgain, sealedThings } from '#accounts';
import { allBodies } from '#governance';
import {
  addKey,
  type Config,
  type Connection,
  type Database,
  databaseOf,
  newKey,
  poolOf,
  silentLog,
  type Vault,
} from '#platform';
import { openStorage, openToRead } from '../storage.ts';
import { commandError } from './errors.ts';
import { installedConfig, keyFile, vaultIn } from './installed.ts';
import type { ExitCode } from './policy.ts';
import type { Streams } from './streams.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Writes, for each key by its id alone, how many things are sealed under it. Reads, and changes nothing. */
export async function keys(environment: Environment, streams: Streams): Promise<ExitCode> {
  const config = installedConfig(environment);
  const vault = vaultIn(config, environment);
  const storage = await openToRead(config);
  try {
    if (storage.schema !== 'current') throw commandError('SCHEMA_NOT_CURRENT');
    await tellKeys(storage.owner, vault, streams);
    return 0;
  } finally {
    await storage.stop();
  }
}

/**
 * Adds a key to the file and seals again, under it, what accounts hold; a running desk finds the new key by itself. Where the
 * keys come from the environment, which nobody can change from here, it says what to set, and seals again once that is set.
 */
export async function rotateKeys(environment: Environment, streams: Streams): Promise<ExitCode> {
  const config = installedConfig(environment);
  const given = environment.PORTAVOCE_KEY;
  const isGiven = given !== undefined && given !== '';
  if (!isGiven) {
    // Read first: a file that is not one of keys is not added to.
    vaultIn(config, environment);
    addKey(keyFile(config), newKey());
  }
  const sealed = await resealed(config, vaultIn(config, environment));
  streams.record({ sealedAgain: sealed });
  if (!isGiven || sealed > 0) return 0;
  streams.error(
    'Le chiavi vengono da PORTAVOCE_KEY. Aggiungi in fondo al suo valore una virgola e questa chiave nuova, riavvia il banco e ' +
      'ripeti il comando: le chiavi di prima restano, perché aprono ciò che è già cifrato.',
  );
  streams.record({ append: `,${newKey()}` });
  return 1;
}

async function resealed(config: Config, vault: Vault): Promise<number> {
  const storage = await openStorage(config, vault, () => {});
  const database = databaseOf(poolOf(storage.app, silentLog, 2));
  try {
    let count = 0;
    for (const { slug } of await database.outside(allBodies)) count += await sealAgain({ database, vault }, slug);
    return count;
  } finally {
    await database.close();
    await storage.stop();
  }
}

/**
 * What other modules seal under the vault itself, for a body: keys of subjects, what decisions taught, what writes say, people's
 * devices, one-use links on their way, the secret of its provider.
 */
const OTHERS = {
  subjects: (body: string) => sql<Sealed>`select sealed_key as sealed from subject_key where body = ${body}`,
  learned: (body: string) => sql<Sealed>`select sealed from learned_lines where body = ${body}`,
  writes: (body: string) => sql<Sealed>`
    select unnest(array_remove(array[sealed_text, sealed_proof], null)) as sealed from delivery_command
     where body = ${body} and (sealed_text is not null or sealed_proof is not null)`,
  devices: (body: string) => sql<Sealed>`select sealed from push_device where body = ${body} and state = 'on'`,
  links: (body: string) => sql<Sealed>`select sealed from invitation where body = ${body} and sealed is not null`,
  consents: (body: string) => sql<Sealed>`
    select sealed_key as sealed from consent_subject where body = ${body} and sealed_key is not null`,
  providers: (body: string) => sql<Sealed>`select sealed_secret as sealed from sign_in_provider where body = ${body}`,
};
/** Of people, in whichever body. */
const FACTORS = sql<Sealed>`select sealed_key as sealed from second_factor`;

interface Sealed {
  readonly sealed: Buffer;
}

async function tellKeys(connection: Connection, vault: Vault, streams: Streams): Promise<void> {
  const database = databaseOf(poolOf(connection, silentLog, 1));
  try {
    const counts = new Map<string, Record<string, number>>(vault.keys.map((key) => [key, {}]));
    const add = (what: string, byKey: ReadonlyMap<string, number>) => {
      for (const [key, count] of byKey) {
        const known = counts.get(key) ?? {};
        counts.set(key, { ...known, [what]: (known[what] ?? 0) + count });
      }
    };
    for (const { slug } of await database.outside(allBodies))
      for (const [what, byKey] of Object.entries(await thingsOf(database, vault, slug))) add(what, byKey);
    const { rows } = await database.outside((tx) => FACTORS.execute(tx));
    add(
      'factors',
      countedBy(
        vault,
        rows.map(({ sealed }) => sealed),
      ),
    );
    for (const [key, things] of counts)
      streams.record({ key, known: vault.keys.includes(key), seals: key === vault.sealingKey, ...NOTHING, ...things });
  } finally {
    await database.close();
  }
}

const NOTHING = {
  ...{
    connections: 0,
    applications: 0,
    subjects: 0,
    learned: 0,
    writes: 0,
    devices: 0,
    links: 0,
    providers: 0,
    factors: 0,
    consents: 0,
  },
};

async function thingsOf(database: Database, vault: Vault, body: string) {
  return database.inBody(body, async (tx) => {
    const others: Record<string, ReadonlyMap<string, number>> = {};
    for (const [what, select] of Object.entries(OTHERS)) {
      const { rows } = await select(body).execute(tx);
      others[what] = countedBy(
        vault,
        rows.map(({ sealed }) => sealed),
      );
    }
    return { ...(await sealedThings(tx, vault, body)), ...others };
  });
}
