// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { type Database, databaseOf, poolOf } from '../database/database.ts';
import { type Log, silentLog } from '../log.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../postgres/index.ts';
import { type Jobs, jobKind, jobsOf, migrateJobs } from './jobs.ts';

const KIND = jobKind<{ name: string }>('prova.lavoro');
const told = { warn: [] as object[], error: [] as object[] };
const lastTold = Promise.withResolvers<void>();
const log: Log = {
  ...silentLog,
  warn: (facts) => void told.warn.push(facts),
  error: (facts) => {
    told.error.push(facts);
    lastTold.resolve();
  },
};

const FLOOD = jobKind<{ number: number }>('prova.piena', 50);

let folder = '';
let postgres: EmbeddedPostgres;
let database: Database;
let jobs: Jobs;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portavoce-jobs-'));
  // PostgreSQL, which may run as another account, has to walk through it.
  chmodSync(folder, 0o711);
  postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => {} });
  await migrateJobs(postgres.connection, [KIND, FLOOD]);
  await migrateJobs(postgres.connection, [KIND, FLOOD]);
  database = databaseOf(poolOf(postgres.connection, silentLog, 2));
  jobs = jobsOf(postgres.connection, log);
  await jobs.start();
});
after(async () => {
  await jobs.stop();
  await database.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('a job that fails for the last time is an error in the log, and stays where it can be found', async () => {
  assert.deepEqual(await database.outside((tx) => jobs.givenUp(tx)), []);
  await database.outside((tx) => jobs.promise(tx, KIND, { name: 'uno' }));
  // One more attempt after the first, and at once.
  await database.pool.query('update jobs.job set retry_limit = 1, retry_delay = 0, retry_backoff = false');
  await jobs.perform(KIND, () => Promise.reject(new Error('non riesce')));
  await lastTold.promise;
  assert.deepEqual([told.warn.length, told.error.length], [1, 1]);
  assert.match(JSON.stringify(told.error[0]), /"job":"prova\.lavoro".*"error":"non riesce"/);
  const kept = async () => (await database.outside((tx) => jobs.givenUp(tx)))[0];
  // Told before it is settled.
  const deadline = performance.now() + 30_000;
  while ((await kept()) === undefined && performance.now() < deadline)
    await new Promise((soon) => setTimeout(soon, 20));
  assert.deepEqual(await kept(), { kind: 'prova.lavoro', jobs: 1 });
  const { rows } = await database.pool.query<{ data: object; days: number }>(
    "select data, deletion_seconds / 86400 as days from jobs.job where state = 'failed'",
  );
  assert.deepEqual(rows, [{ data: { name: 'uno' }, days: 30 }]);
});

it('jobs promised together are done together; where that fails each is done by itself', async () => {
  const numbers = Array.from({ length: 40 }, (_, number) => number);
  await database.outside((tx) =>
    jobs.promiseAll(
      tx,
      FLOOD,
      numbers.map((number) => ({ number })),
    ),
  );
  const all: number[] = [];
  const alone: number[] = [];
  const done = Promise.withResolvers<void>();
  const together = async (data: readonly { number: number }[]) => {
    all.push(...data.map(({ number }) => number));
    throw new Error('one of them cannot be done');
  };
  const one = async ({ number }: { number: number }) => {
    alone.push(number);
    if (alone.length === numbers.length) done.resolve();
  };
  await jobs.perform(FLOOD, one, together);
  await done.promise;
  const inOrder = (some: readonly number[]) => some.toSorted((first, second) => first - second);
  assert.deepEqual([inOrder(all), inOrder(alone)], [numbers, numbers]);
});
