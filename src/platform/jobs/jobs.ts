// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Connection, Tx } from '../database/database.ts';
import type { Log } from '../log.ts';

/** A kind of work that is promised in a transaction and done after it, once or more: its handler must bear repetition. */
export interface JobKind<Data extends object> {
  readonly name: string;
  /** Most jobs of this kind done side by side in one process. */
  readonly concurrency: number;
  readonly shape?: Data;
}

export const jobKind = <Data extends object>(name: string, concurrency = 10): JobKind<Data> => ({ name, concurrency });

export interface Jobs {
  /** Promises the work in the caller's transaction: no commit, no work. */
  promise<Data extends object>(tx: Tx, kind: JobKind<Data>, data: Data, after?: { seconds: number }): Promise<void>;
  /** The same of many, in one statement. */
  promiseAll<Data extends object>(tx: Tx, kind: JobKind<Data>, data: readonly Data[]): Promise<void>;
  /**
   * Says who does it. A handler that throws is tried again, later and later, for about a day. `together`: does those that wait
   * at the same moment at once, all or none; where it throws each is done by itself, so that one does not keep the others.
   */
  perform<Data extends object>(
    kind: JobKind<Data>,
    handler: (data: Data) => Promise<void>,
    together?: (data: readonly Data[]) => Promise<void>,
  ): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** How many jobs of each kind were tried to the last and given up, in the last thirty days. */
  givenUp(tx: Tx): Promise<readonly { readonly kind: string; readonly jobs: number }[]>;
}

const SCHEMA = 'jobs';
// A process that dies holding a job is noticed when its heartbeat stops: the shortest the library allows.
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_EVERY_SECONDS = 5;
const LOOK_EVERY_SECONDS = 1;
const RETRIES = 30;
const LONGEST_WAIT_SECONDS = 3600;
// A job given up stays in its queue, failed, where it can be found and promised again.
const KEPT_SECONDS = 30 * 24 * 60 * 60;

/** Creates the tables and queues of the jobs. Run as the owner, after the migrations. */
export async function migrateJobs(owner: Connection, kinds: readonly JobKind<object>[]): Promise<void> {
  const boss = new PgBoss({ ...owner, schema: SCHEMA, max: 2, supervise: false, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  try {
    for (const { name } of kinds) {
      await boss.createQueue(name, {
        retryLimit: RETRIES,
        retryDelay: 1,
        retryBackoff: true,
        retryDelayMax: LONGEST_WAIT_SECONDS,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        notify: true,
        deleteAfterSeconds: KEPT_SECONDS,
      });
      // A queue that was there keeps what it was made with.
      await boss.updateQueue(name, { deleteAfterSeconds: KEPT_SECONDS });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

export function jobsOf(connection: Connection, log: Log): Jobs {
  const boss = new PgBoss({
    ...connection,
    schema: SCHEMA,
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: false,
    superviseIntervalSeconds: SUPERVISE_EVERY_SECONDS,
    monitorIntervalSeconds: SUPERVISE_EVERY_SECONDS,
    monitorVacuum: false,
    reindex: false,
    useListenNotify: true,
  });
  boss.on('error', (error) => log.warn({ error: error.message }, 'jobs: the database did not answer'));
  return {
    promise: async (tx, kind, data, after) => {
      await boss.send(kind.name, data, { db: fromKysely(tx), ...(after && { startAfter: after.seconds }) });
    },
    promiseAll: async (tx, kind, data) => {
      if (data.length === 0) return;
      await boss.insert(
        kind.name,
        data.map((one) => ({ data: one })),
        { db: fromKysely(tx) },
      );
    },
    perform: async (kind, handler, together) => {
      const options = {
        batchSize: kind.concurrency,
        perJobResults: true,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: LOOK_EVERY_SECONDS,
        // A job put off announces itself when it is promised, not when it falls due.
        notifyPollingIntervalSeconds: LOOK_EVERY_SECONDS,
        includeMetadata: true,
      } as const;
      await boss.work<object, unknown, typeof options>(kind.name, options, async (jobs) => {
        if (together !== undefined && jobs.length > 1 && (await areDone(kind, together, { jobs, log })))
          return jobs.map(({ id }) => ({ id, status: 'completed' as const }));
        return Promise.all(jobs.map((job) => outcome(kind, handler, job, log)));
      });
    },
    start: async () => {
      await boss.start();
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
    givenUp: async (tx) => (await GIVEN_UP.execute(tx)).rows,
  };
}

const GIVEN_UP = sql<{ kind: string; jobs: number }>`
  select name as kind, count(*)::integer as jobs from jobs.job where state = 'failed' group by name order by name`;

interface Attempt {
  readonly id: string;
  readonly data: object;
  readonly retryCount: number;
  readonly retryLimit: number;
}

async function areDone<Data extends object>(
  kind: JobKind<Data>,
  together: (data: readonly Data[]) => Promise<void>,
  { jobs, log }: { readonly jobs: readonly Attempt[]; readonly log: Log },
): Promise<boolean> {
  try {
    await together(jobs.map(({ data }) => data as Data));
    return true;
  } catch (error) {
    log.warn({ job: kind.name, jobs: jobs.length, error: (error as Error).message }, 'jobs done together failed');
    return false;
  }
}

async function outcome<Data extends object>(
  kind: JobKind<Data>,
  handler: (data: Data) => Promise<void>,
  job: Attempt,
  log: Log,
) {
  try {
    await handler(job.data as Data);
    return { id: job.id, status: 'completed' as const };
  } catch (error) {
    const facts = { job: kind.name, id: job.id, error: (error as Error).message };
    if (job.retryCount < job.retryLimit) log.warn(facts, 'a job failed and will be tried again');
    else log.error(facts, 'a job failed for the last time and is given up');
    return { id: job.id, status: 'failed' as const, output: { message: (error as Error).message } };
  }
}
