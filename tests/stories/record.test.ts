// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Pool } from 'pg';
import { record, verify } from '#audit';
import { openEvidence } from '#moderation';
import { poolOf, silentLog, type Tx } from '#platform';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

// The record cannot be quietly changed: here someone who owns the database tries.

const BODY = BODIES.comune.slug;
let desk: Desk;
let owner: Pool;
before(async () => {
  desk = await startDesk();
  owner = poolOf(desk.portavoce.owner, silentLog, 1);
});
after(async () => {
  await owner.end();
  await desk.close();
});

const inBody = <Value>(work: (tx: Tx) => Promise<Value>) => desk.portavoce.ports.database.inBody(BODY, work);
const verified = () => inBody((tx) => verify(tx, BODY));
const act = (summary: string) => ({
  kind: 'decision.taken',
  subject: null,
  person: null,
  grounds: ['ESE-047'],
  policyVersion: '1',
  summary,
  facts: {},
});

/** Does it, looks, and puts everything back as it was. */
async function tampered(sql: string) {
  const keep = await owner.query('select * from audit_entry where body = $1', [BODY]);
  const head = await owner.query('select * from audit_head where body = $1', [BODY]);
  await owner.query(sql);
  const found = await verified();
  await owner.query('delete from audit_entry where body = $1', [BODY]);
  for (const row of keep.rows) {
    await owner.query('insert into audit_entry select * from jsonb_populate_record(null::audit_entry, $1)', [
      JSON.stringify(row),
    ]);
  }
  await owner.query('update audit_head set seq = $2, hash = $3 where body = $1', [
    BODY,
    head.rows[0].seq,
    head.rows[0].hash,
  ]);
  return found;
}

beforeEach(async () => {
  await inBody((tx) => record(tx, BODY, new Date(), act('Nascosto')));
  await inBody((tx) => record(tx, BODY, new Date(), act('Rimosso')));
  assert.equal((await verified()).intact, true);
});

const LAST = `(select max(seq) from audit_entry where body = '${BODY}')`;
for (const [what, sql] of [
  [
    'a changed word',
    `update audit_entry set content = replace(content, 'Nascosto', 'Lasciato') where body = '${BODY}'`,
  ],
  ['a changed column', `update audit_entry set at = at - interval '1 day' where body = '${BODY}' and seq = ${LAST}`],
  ['an entry taken out', `delete from audit_entry where body = '${BODY}' and seq = ${LAST} - 1`],
  ['the last entry cut off', `delete from audit_entry where body = '${BODY}' and seq = ${LAST}`],
  [
    'a rewritten entry with its own new hash',
    `update audit_entry set content = replace(content, 'Rimosso', 'Altro'), hash = encode(sha256(convert_to(replace(content, 'Rimosso', 'Altro'), 'UTF8')), 'hex') where body = '${BODY}' and seq = ${LAST} - 2`,
  ],
] as const) {
  test(`${what} is found`, async () => {
    const found = await tampered(sql);
    assert.equal(found.intact, false);
    assert.ok((found.firstFault?.what ?? '').length > 10);
    assert.equal((await verified()).intact, true, 'put back, it verifies again');
  });
}

test('the server’s own role can add to the record and nothing else', async () => {
  const { pool } = desk.portavoce.ports.database;
  await assert.rejects(pool.query('update audit_entry set kind = kind'), /permission denied/);
  await assert.rejects(pool.query('delete from audit_entry'), /permission denied/);
});

test('evidence opens while its key exists, and never again once the key is destroyed; the chain stays whole', async () => {
  const { id: page } = BODIES.comune.page;
  await desk.facebook.comment({
    page,
    post: desk.posts.comune,
    author: 'Prova',
    text: 'Chiamate Tizia Inventata al 347 7654321',
  });
  await desk.drain();
  const moderator = await desk.signIn('moderator', 'comune');
  const queued = (await moderator.queue()).items[0];
  assert.ok(queued);
  const decision = (await moderator.decide(queued.id, { kind: 'remove' })).decisions.at(-1)?.id ?? '';
  await desk.drain();
  const open = () => inBody((tx) => openEvidence(tx, desk.portavoce.ports.vault, decision));
  assert.equal((await open())?.text, 'Chiamate Tizia Inventata al 347 7654321');
  const stored = await owner.query<{ sealed: Buffer }>('select sealed from evidence where decision_id = $1', [
    decision,
  ]);
  assert.ok(!stored.rows[0]?.sealed.toString('latin1').includes('347'), 'sealed at rest');
  await owner.query('delete from subject_key where body = $1', [BODY]);
  assert.equal(await open(), undefined);
  assert.equal((await verified()).intact, true);
});
