// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Pool } from 'pg';
import { APP_ROLE, poolOf, silentLog } from '#platform';
import { difference } from '../../src/app/commands/difference.ts';
import { freshSchema, freshStorage, SCHEMA_FILE } from '../../src/app/commands/schema.ts';
import { RIGHTS } from '../../src/app/rights.ts';
import type { Storage } from '../../src/app/storage.ts';

const OURS = 'ente-nostro';
const THEIRS = 'ente-altrui';
const REFUSED = '42501';

/** Tables that belong to no body, and why. */
const WITHOUT_BODY: Readonly<Record<string, string>> = {
  body: 'the directory of bodies is public; a body enters only itself',
  person: 'a person may hold mandates in several bodies',
  sign_in_attempts: 'attempts are counted before anyone is known; digests only',
  sign_in_session: 'a person signs in before any body is known',
  sign_in_credential: 'a person signs in before any body is known',
  second_factor: 'a person’s own, in whichever body they work',
  recovery_code: 'the same',
  sign_in_verification: 'a person signs in before any body is known',
  migration: "the migrations' own; the server has no right on it",
  migration_lock: "the migrations' own; the server has no right on it",
};

/** Tables of which every body's rows may be read, and why; written they are by their own body alone. */
const READ_BY_ALL: Readonly<Record<string, string>> = {
  policy_version: 'an adopted policy is a public page',
  second_factor_rule: 'whoever signs in is told what their bodies want of them: roles and days',
};

/** Functions that see every body's rows, and what they give away. */
const RUN_AS_OWNER: Readonly<Record<string, string>> = {
  account_on_network: 'a webhook names an account before any body is known: ids only',
  active_accounts: 'the poller asks which accounts there are: ids and network only',
  body_of_account: "an account's body, for routing",
  body_of_invitation: 'whoever holds a one-use link names no body: its slug only, by a digest',
  body_of_statement: 'whoever has the code of a statement names no body: its slug only, by a keyed digest',
  decided_under: 'ids of cases of the body in hand, found by an index that row-level security would leave idle',
  fold_queue_changes: 'adds up the counters of the body in hand: a number',
  forget_case_words: 'a trigger: takes away the words by which the case of a blanked item is found',
  forget_unused_media:
    'files of the body in hand that no content uses, in tables that are only added to: ids and digests',
  keep_case_clauses: 'a trigger: under which clauses a case was decided',
  note_queue_change: 'a trigger: what changed in the queue, counted',
  purge_evidence: 'blanks what is due of the body in hand, in a table that is only added to: gives nothing',
  purge_item_words: 'the same of the words of items',
  purge_judgement_words: 'the same of what was quoted of them',
  purge_originals: 'the same of evidence whose masked copy stays',
  purge_withheld: 'the same of evidence of what may be csam',
  purge_young: 'the same of evidence of what somebody too young wrote',
  queue_page: 'cases of the body in hand, found by an index that row-level security would leave idle',
  reseal_evidence: 'evidence without what it quotes of child-abuse content, of the transaction’s body alone',
  restore_withheld: 'words set aside by a false alarm, back where they stood, of the transaction’s body alone',
  sign_in_providers: 'the sign-in page names the services of bodies: names alone',
};

let storage: Storage;
let owner: Pool;
let app: Pool;
const bodied: string[] = [];

before(async () => {
  storage = await freshStorage();
  owner = poolOf(storage.owner, silentLog, 2);
  app = poolOf(storage.app, silentLog, 2);
  bodied.push(...(await tablesWithBody()));
  for (const table of bodied) await seed(table);
});
after(async () => {
  await Promise.all([owner.end(), app.end()]);
  await storage.stop();
});

const ask = async <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
  (await owner.query<Row>(sql, [...values])).rows;

const IN_PUBLIC = `relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;

async function tablesWithBody(): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `select relname as name from pg_class where ${IN_PUBLIC} and exists
       (select from pg_attribute where attrelid = pg_class.oid and attname = 'body' and not attisdropped) order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Tables that neither guard their rows by body nor are excused from having one. */
async function unguarded(excused: Readonly<Record<string, string>>): Promise<string[]> {
  const guarded = new Set(
    (
      await ask<{ name: string }>(
        `select relname as name from pg_class where ${IN_PUBLIC} and relrowsecurity
           and exists (select from pg_policy where polrelid = pg_class.oid)`,
      )
    ).map(({ name }) => name),
  );
  const withBody = new Set(await tablesWithBody());
  const all = await ask<{ name: string }>(`select relname as name from pg_class where ${IN_PUBLIC} order by 1`);
  return all
    .map(({ name }) => name)
    .filter((name) => (withBody.has(name) ? !guarded.has(name) : excused[name] === undefined));
}

let count = 0;

/** A value that a column of the type takes; the owner writes it with foreign keys and checks asleep. */
function sample(type: string, column: string, body: string): unknown {
  if (column === 'body') return body;
  count += 1;
  if (type === 'text') return `${column} ${count}`;
  if (type === 'uuid') return randomUUID();
  if (type === 'bigint' || type === 'integer' || type === 'smallint') return count;
  if (type === 'boolean') return false;
  if (type === 'jsonb') return {};
  if (type === 'bytea') return '\\x00';
  if (type === 'text[]' || type === 'uuid[]') return [];
  if (type === 'tsvector') return "'parola'";
  if (type === 'timestamp with time zone') return '2026-01-13T10:00:00Z';
  throw new Error(`say here what a value of type ${type} looks like`);
}

async function sampleRow(table: string, body: string): Promise<string> {
  const columns = await ask<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  return JSON.stringify(Object.fromEntries(columns.map(({ name, type }) => [name, sample(type, name, body)])));
}

const INSERT = (table: string) => `insert into ${table} select * from json_populate_record(null::${table}, $1)`;

/** A row of each body. What rows may hold is not the subject: checks are dropped, references not followed. */
async function seed(table: string): Promise<void> {
  const checks = await ask<{ name: string }>(
    `select quote_ident(conname) as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table],
  );
  for (const { name } of checks) await owner.query(`alter table ${table} drop constraint ${name}`);
  const client = await owner.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const body of [OURS, THEIRS]) await client.query(INSERT(table), [await sampleRow(table, body)]);
    await client.query('reset session_replication_role');
  } finally {
    client.release();
  }
}

interface Outcome {
  readonly rows: number;
  /** PostgreSQL's code where the statement was refused. */
  readonly refused: string | undefined;
}

/** One statement as the server's role, working for a body or for none; nothing of it stays. */
async function asServer(body: string | null, sql: string, values: readonly unknown[] = []): Promise<Outcome> {
  const client = await app.connect();
  try {
    await client.query('begin');
    if (body !== null) await client.query("select set_config('app.body', $1, true)", [body]);
    const { rowCount } = await client.query(sql, [...values]);
    return { rows: rowCount ?? 0, refused: undefined };
  } catch (error) {
    return { rows: 0, refused: (error as { code?: string }).code ?? String(error) };
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Every way found over the wall between two bodies in this table. */
async function crossings(table: string, readByAll = READ_BY_ALL): Promise<string[]> {
  const found: string[] = [];
  const expect = (holds: boolean, what: string): void => void (holds || found.push(what));
  const theirs = readByAll[table] === undefined ? 0 : 1;
  const select = `select from ${table} where body = $1`;
  expect((await asServer(OURS, select, [OURS])).rows === 1, 'a body does not see its own row');
  expect((await asServer(OURS, select, [THEIRS])).rows === theirs, "reads another body's row");
  expect((await asServer(OURS, `select from ${table}`)).rows === 1 + theirs, "reads another body's row unasked");
  expect((await asServer(null, `select from ${table}`)).rows === 2 * theirs, 'reads without a body');
  const update = await asServer(OURS, `update ${table} set body = body where body = $1`, [THEIRS]);
  expect(update.rows === 0, "changes another body's row");
  const remove = await asServer(OURS, `delete from ${table} where body = $1`, [THEIRS]);
  expect(remove.rows === 0, "deletes another body's row");
  const smuggle = await asServer(OURS, `update ${table} set body = $1`, [THEIRS]);
  expect(smuggle.rows === 0 && [REFUSED, undefined].includes(smuggle.refused), 'hands a row to another body');
  for (const body of [OURS, null]) {
    const insert = await asServer(body, INSERT(table), [await sampleRow(table, THEIRS)]);
    expect(insert.refused === REFUSED, `writes for another body, working for ${body}: ${insert.refused}`);
  }
  return found;
}

describe('the wall between bodies', () => {
  it('stands around every table', async () => {
    assert.ok(bodied.length > 10);
    assert.deepEqual(await unguarded(WITHOUT_BODY), []);
  });

  it('excuses no table that is not there', async () => {
    const all = (await ask<{ name: string }>(`select relname as name from pg_class where ${IN_PUBLIC}`)).map(
      (t) => t.name,
    );
    for (const name of [...Object.keys(WITHOUT_BODY), ...Object.keys(READ_BY_ALL)]) assert.ok(all.includes(name), name);
  });

  it('cannot be crossed in any table', async (t) => {
    for (const table of bodied) await t.test(table, async () => assert.deepEqual(await crossings(table), []));
  });

  it('lets a body enter nobody but itself in the directory', async () => {
    const enter = 'insert into body values ($1, $1, now())';
    assert.equal((await asServer(OURS, enter, [OURS])).refused, undefined);
    assert.equal((await asServer(OURS, enter, [THEIRS])).refused, REFUSED);
    assert.equal((await asServer(null, enter, [THEIRS])).refused, REFUSED);
  });

  it('is passed only by the functions known to', async () => {
    const found = await ask<{ name: string; settings: string[] | null }>(
      `select proname as name, proconfig as settings from pg_proc
       where prosecdef and pronamespace = 'public'::regnamespace order by 1`,
    );
    assert.deepEqual(
      found.map(({ name }) => name),
      Object.keys(RUN_AS_OWNER),
    );
    for (const { name, settings } of found) assert.match(String(settings), /search_path=pg_catalog/, name);
  });
});

describe('these checks', () => {
  const leak = async (guard: string, look: () => Promise<void>) => {
    await owner.query(`create table leak (body text not null); grant all on leak to ${APP_ROLE}; ${guard}`);
    try {
      await seed('leak');
      await look();
    } finally {
      await owner.query('drop table leak');
    }
  };

  it('find a table without a wall', () =>
    leak('', async () => {
      assert.deepEqual(await unguarded(WITHOUT_BODY), ['leak']);
      assert.equal((await crossings('leak')).length, 8);
    }));

  it('find a wall that everyone may read over', () =>
    leak(
      'alter table leak enable row level security; create policy all_read on leak for select using (true);',
      async () => {
        assert.deepEqual(await crossings('leak'), [
          "reads another body's row",
          "reads another body's row unasked",
          'reads without a body',
        ]);
      },
    ));

  it('find a wall with a door for writing', () =>
    leak(
      `alter table leak enable row level security;
       create policy reads on leak for select using (body = current_body());
       create policy writes on leak for insert with check (true);`,
      async () => {
        assert.equal((await crossings('leak')).filter((found) => found.startsWith('writes for')).length, 2);
      },
    ));

  it('find a table of no body that nobody excused', async () => {
    const { person: _, ...others } = WITHOUT_BODY;
    assert.deepEqual(await unguarded(others), ['person']);
  });
});

describe("the server's role", () => {
  it('is nobody special', async () => {
    const [role] = await ask(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
         exists (select from pg_auth_members where member = pg_roles.oid) as member
       from pg_roles where rolname = $1`,
      [APP_ROLE],
    );
    assert.ok(role);
    for (const [right, has] of Object.entries(role)) assert.equal(has, false, right);
  });

  it('owns nothing and cannot create anything', async () => {
    const owned = await ask(
      `select classid::regclass::text, objid::text from pg_shdepend
       where refclassid = 'pg_authid'::regclass and refobjid = $1::regrole and deptype = 'o'`,
      [APP_ROLE],
    );
    assert.deepEqual(owned, []);
    const schemas = await ask(
      `select nspname from pg_namespace where has_schema_privilege($1, oid, 'create') and nspname !~ '^pg_'`,
      [APP_ROLE],
    );
    assert.deepEqual(schemas, []);
    assert.equal((await asServer(OURS, 'create table mine (body text)')).refused, REFUSED);
  });

  it('adds to the record, and cannot change or shorten it', async () => {
    const [rights] = await ask(
      `select has_table_privilege($1, 'audit_entry', 'insert') as add,
         has_any_column_privilege($1, 'audit_entry', 'update') as change,
         has_table_privilege($1, 'audit_entry', 'delete') as remove,
         has_table_privilege($1, 'audit_entry', 'truncate') as empty`,
      [APP_ROLE],
    );
    assert.deepEqual(rights, { add: true, change: false, remove: false, empty: false });
    for (const sql of ["update audit_entry set kind = 'x'", 'delete from audit_entry', 'truncate audit_entry'])
      assert.equal((await asServer(OURS, sql)).refused, REFUSED, sql);
  });

  it('may do with the witnesses of what happened what is said of each, and nothing else', async () => {
    for (const [table, given] of Object.entries(RIGHTS)) {
      const names = given.map((right) => right.split(' ')[0]);
      const [rights] = await ask<Record<string, boolean>>(
        `select has_table_privilege($1, $2, 'select') as select, has_table_privilege($1, $2, 'insert') as insert,
           has_any_column_privilege($1, $2, 'update') as update, has_table_privilege($1, $2, 'delete') as delete,
           has_table_privilege($1, $2, 'truncate') as truncate`,
        [APP_ROLE, table],
      );
      const held = Object.entries(rights ?? {}).flatMap(([right, has]) => (has ? [right] : []));
      assert.deepEqual(held.sort(), [...names].sort(), table);
    }
  });

  it('cannot rewrite, shorten or forget what was written, judged, decided, sealed or ordered', async () => {
    const refusedOn = async (sql: string) => assert.equal((await asServer(OURS, sql)).refused, REFUSED, sql);
    for (const table of ['evidence', 'item_version', 'judgement', 'policy_version'])
      await refusedOn(`update ${table} set body = body`);
    for (const table of [...SHORTENED, 'evidence', 'item_version', 'judgement', 'policy_version'])
      await refusedOn(`delete from ${table}`);
    for (const column of ['grounds', 'reasons', 'person', 'person_name', 'at', 'policy_version', 'item_version'])
      await refusedOn(`update decision set ${column} = ${column}`);
    const undo = 'update decision set undone_at = undone_at, undone_by = undone_by, undone_reasons = undone_reasons';
    assert.equal((await asServer(OURS, undo)).refused, undefined);
  });

  const SHORTENED = ['decision', 'audit_head', 'item', 'moderation_case', 'delivery_command'];

  it('cannot lift the wall', async () => {
    for (const sql of [
      'alter table item disable row level security',
      'drop policy only_this_body on item',
      'set row_security = off; select from item',
      'set session_replication_role = replica',
      'select from migration',
    ])
      assert.equal((await asServer(OURS, sql)).refused, REFUSED, sql);
  });
});

it('the written schema is the one that the migrations result in', async () => {
  const written = await readFile(SCHEMA_FILE, 'utf8');
  assert.equal(difference(written, await freshSchema()), '', 'write it again with `portavoce schema`');
});
