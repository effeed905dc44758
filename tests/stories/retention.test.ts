// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { registerAccount } from '#accounts';
import type { InboundEvent, NetworkName } from '#channels';
import { fingerprintOf, receive } from '#inbox';
import { manualClock } from '#kernel';
import { openEvidence, purgeDue, reconsiderOpen, recordKeepingBasis } from '#moderation';
import { ReplayLine } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

// Contents on their networks' clocks: LinkedIn's two days, YouTube's thirty unless read again, X's one after a deletion.

const HOUR = 3_600_000;
const BODY: string = BODIES.asl.slug;
const clock = manualClock(new Date());
const accounts = new Map<string, string>();
let desk: Desk;
let moderator: Client;
before(async () => {
  desk = await startDesk({ clock });
  moderator = await desk.signIn('moderator');
  for (const body of [BODY, BODIES.comune.slug])
    for (const network of ['facebook', 'linkedin', 'youtube', 'x'] as const) {
      const place = { body, network, externalId: `${network}-${body}`, handle: `${network}-${body}` };
      const more = { name: 'Ente di prova', url: 'https://social.example/ente', act: 'atto di prova' };
      accounts.set(`${network} ${body}`, await registerAccount(desk.portavoce.ports, { ...place, ...more }));
    }
});
after(() => desk.close());

const LAW = { kind: 'law', rule: 'GDPR, art. 6', why: 'Recapiti di altri senza consenso' } as const;

type Written = Extract<InboundEvent, { type: 'written' | 'edited' }>;

const written = (externalId: string, text: string, more: Partial<Written> = {}): Written => ({
  ...{ type: 'written', externalId, kind: 'comment', text, at: clock.now() },
  author: { externalId: `autore-${externalId}`, name: `Nome di ${externalId}` },
  permalink: `https://social.example/${externalId}`,
  post: { externalId: 'post', text: `Post di ${externalId}` },
  ...{ parentExternalId: null, own: false, hasMedia: false },
  ...more,
});

async function told(network: NetworkName, events: readonly InboundEvent[], body = BODY): Promise<void> {
  const { ports } = desk.portavoce;
  const account = accounts.get(`${network} ${body}`) ?? '';
  const source = { body, account, network, homes: ['https://social.example'] };
  await ports.database.inBody(body, (tx) => receive({ ...ports, tx }, source, events));
  await desk.drain();
}

const purged = (body = BODY) => purgeDue(desk.portavoce.ports, body);

async function rows<Row extends object>(statement: string, values: readonly unknown[] = [], body = BODY) {
  const client = await desk.portavoce.ports.database.pool.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.body', $1, true)", [body]);
    return (await client.query<Row>(statement, [...values])).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

interface Kept {
  readonly id: string;
  readonly permalink: string;
  readonly post_text: string | null;
  readonly author: string;
  readonly text: string;
  readonly digest: string;
  readonly version: number;
  readonly case_id: string;
  readonly excerpt: string;
}

async function kept(externalId: string): Promise<Kept> {
  const [row] = await rows<Kept>(
    `select item.id, permalink, post_text, author.name as author, text, digest, item.version, c.id as case_id, c.excerpt
       from item join author on author.id = author_id
       join item_version v on v.item_id = item.id and v.version = item.version
       join moderation_case c on c.item_id = item.id
      where item.external_id = $1`,
    [externalId],
  );
  assert.ok(row, `${externalId} is in the queue`);
  return row;
}

/** Everything that the server can read of this body, as one text. */
async function everything(): Promise<string> {
  const named = await rows<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_schema in ('public', 'jobs') and table_type = 'BASE TABLE'
        and has_table_privilege(quote_ident(table_schema) || '.' || quote_ident(table_name), 'select')`,
  );
  const texts = await Promise.all(
    named.map(({ name }) => rows<{ all: string | null }>(`select string_agg(t::text, ' ') as all from ${name} t`)),
  );
  return texts.flatMap(([row]) => row?.all ?? []).join('\n');
}

test('after LinkedIn’s two days its words are gone, and only they', async () => {
  const offence = 'Siete dei ladri zuzzurelloni, scrivete a pinco@example.org';
  await told('linkedin', [written('li-1', offence)]);
  await told('linkedin', [written('li-own', 'Risposta dell’ufficio', { own: true })]);
  await told('facebook', [written('fb-1', 'Parole che restano qui')]);
  await told('youtube', [written('yt-1', 'Parole che durano un mese')]);
  const { case_id, id } = await kept('li-1');
  const decided = await moderator.decide(case_id, { kind: 'no-action' });
  assert.match(JSON.stringify(decided.signals), /«ladri»/);
  clock.advance(47 * HOUR);
  assert.equal(await purged(), 0);
  assert.equal((await kept('li-1')).text, offence);
  clock.advance(HOUR);
  assert.equal(await purged(), 1);

  const { vault } = desk.portavoce.ports;
  const gone = await kept('li-1');
  const { permalink, ...words } = gone;
  assert.equal(permalink, 'https://social.example/li-1');
  assert.deepEqual(words, {
    ...{ id, case_id, version: 1, text: '', excerpt: '', author: '', post_text: null },
    digest: fingerprintOf(vault, offence),
  });
  const all = await everything();
  for (const word of ['zuzzurelloni', 'pinco', 'Nome di li-1', 'Post di li-1'])
    assert.ok(!all.includes(word), `«${word}» stands nowhere`);
  for (const word of ['Risposta dell’ufficio', 'Parole che restano qui', 'Parole che durano un mese', 'Nome di fb-1'])
    assert.ok(all.includes(word), `«${word}» is still there`);

  const read = await moderator.case(case_id);
  assert.deepEqual([read.purged, read.text, read.author, read.decisions.length], [true, '', null, 1]);
  assert.doesNotMatch(JSON.stringify(read.signals), /ladri/);
  assert.deepEqual(read.decisions[0], decided.decisions[0], 'what was decided reads as before');
  const recorded = await rows<{ content: string }>(
    "select content from audit_entry where kind = 'decision.taken' and subject = $1",
    [id],
  );
  assert.match(recorded[0]?.content ?? '', new RegExp(gone.digest), 'the record proves which words were decided on');
  assert.equal((await moderator.verification()).intact, true);
  assert.equal(await purged(), 0, 'nothing is left to do');
});

test('words that had to go do not come back by being read again; words written anew are judged', async () => {
  await told('linkedin', [written('li-2', 'Bravi tutti')]);
  clock.advance(48 * HOUR);
  await purged();
  const before = await kept('li-2');
  await told('linkedin', [written('li-2', 'Bravi tutti', { seenAt: clock.now() })]);
  assert.deepEqual(await kept('li-2'), before);
  await told('linkedin', [written('li-2', 'Un testo nuovo', { type: 'edited' })]);
  const { text, version, author, excerpt } = await kept('li-2');
  assert.deepEqual([text, version, excerpt], ['Un testo nuovo', 2, 'Un testo nuovo']);
  assert.equal(author, 'Nome di li-2');
  clock.advance(48 * HOUR);
  await purged();
  assert.equal((await kept('li-2')).text, '');
});

test('an open case whose words are gone says so, keeps what was proposed, and is decided', async () => {
  await told('linkedin', [written('li-3', 'Il numero di Mario è 333 1234567, chiamatelo')]);
  const { case_id } = await kept('li-3');
  const before = await moderator.case(case_id);
  clock.advance(48 * HOUR);
  await purged();
  await reconsiderOpen(desk.portavoce.ports, { body: BODY });
  const open = await moderator.case(case_id);
  assert.deepEqual([open.purged, open.text, open.mustLook], [true, '', true]);
  assert.equal(open.proposal, before.proposal, 'nothing was read again where nothing is left to read');
  assert.notEqual(open.proposal, 'none');
  assert.ok(open.signals.length > 0 && open.signals.every(({ spans }) => spans.length === 0));
  assert.equal((await moderator.decide(case_id, { kind: 'no-action' })).state, 'decided');

  const policy = join(import.meta.dirname, '../../policies', `${BODY}.policy.md`);
  const replayed = await moderator.post('replays', { source: await readFile(policy, 'utf8'), days: 30 });
  const end = ReplayLine.parse(JSON.parse((await replayed.text()).trim().split('\n').at(-1) ?? ''));
  const gone = await rows('select 1 from moderation_case c join item on item.id = item_id where purged_at is not null');
  assert.ok(end.type === 'end' && gone.length > 1);
  assert.equal(end.unread, gone.length);
  assert.ok(end.seen > gone.length, 'the others are judged again');
  assert.match(end.summary, new RegExp(`Di ${gone.length} interventi non si può più conservare il testo`));
});

test('YouTube’s words last thirty days from when they were last read', async () => {
  const start = clock.now();
  await told('youtube', [written('yt-2', 'Letto una volta')]);
  await told('youtube', [written('yt-3', 'Letto ancora', { at: start })]);
  clock.advance(20 * 24 * HOUR);
  await told('youtube', [written('yt-3', 'Letto ancora', { at: start, seenAt: clock.now() })]);
  clock.advance(10 * 24 * HOUR);
  await purged();
  assert.deepEqual([(await kept('yt-2')).text, (await kept('yt-3')).text], ['', 'Letto ancora']);
  clock.advance(20 * 24 * HOUR);
  await purged();
  assert.equal((await kept('yt-3')).text, '');
});

test('what its author deletes from X is gone from here within a day, and the evidence with it', async () => {
  await told('x', [written('x-1', 'Scrivete tutti a caio@example.org')]);
  await told('x', [written('x-2', 'Questo resta su X')]);
  const { case_id } = await kept('x-1');
  const decision = (await moderator.decide(case_id, { kind: 'hide' })).decisions[0]?.id ?? '';
  const { database, vault } = desk.portavoce.ports;
  const evidence = () => database.inBody(BODY, (tx) => openEvidence(tx, vault, decision));
  assert.equal((await evidence())?.text, 'Scrivete tutti a caio@example.org');
  clock.advance(72 * HOUR);
  await told('x', [{ type: 'deleted', externalId: 'x-1', at: clock.now() }]);
  await purged();
  assert.notEqual((await kept('x-1')).text, '');
  clock.advance(24 * HOUR);
  await purged();
  assert.deepEqual([(await kept('x-1')).text, (await kept('x-2')).text], ['', 'Questo resta su X']);
  assert.equal(await evidence(), undefined);
});

test('where the contract forbids keeping, evidence holds no words, unless the body recorded why it may', async () => {
  const { ports } = desk.portavoce;
  const { database, vault } = ports;
  const hidden = async (externalId: string) => {
    await told('youtube', [written(externalId, `Scrivete tutti a sempronio@example.org ${externalId}`)]);
    const { case_id } = await kept(externalId);
    const hiding = { grounds: [LAW], reasons: 'Contiene dati di altri.' };
    const decision = (await moderator.decide(case_id, { kind: 'hide', ...hiding })).decisions[0]?.id ?? '';
    const open = () => database.inBody(BODY, (tx) => openEvidence(tx, vault, decision));
    const stored = () => rows<{ fingerprint: string }>('select * from evidence where decision_id = $1', [decision]);
    return { open, stored };
  };
  const strict = await hidden('yt-4');
  const { text, author, externalId, permalink } = (await strict.open()) ?? {};
  assert.deepEqual([text, author, externalId, permalink], [null, null, 'yt-4', 'https://social.example/yt-4']);
  assert.equal(
    (await strict.stored())[0]?.fingerprint,
    fingerprintOf(vault, 'Scrivete tutti a sempronio@example.org yt-4'),
  );

  const [person] = await rows<{ id: string; name: string }>(
    `select person as id, 'Persona di prova' as name from mandate`,
  );
  assert.ok(person);
  const basis = {
    body: BODY,
    network: 'youtube',
    basis: 'D.lgs. di prova, art. 1',
    act: 'Delibera 1/2026',
    days: 60,
  } as const;
  const by = { ...person, role: 'head' } as const;
  await assert.rejects(recordKeepingBasis(ports, { ...basis, network: 'facebook', by }), { code: 'BASIS_NOT_NEEDED' });
  await assert.rejects(recordKeepingBasis(ports, { ...basis, act: ' ', by }), { code: 'BASIS_INCOMPLETE' });
  await recordKeepingBasis(ports, { ...basis, by });
  assert.match((await moderator.record()).items[0]?.summary ?? '', /YouTube.*D\.lgs\. di prova/);
  const sealed = await hidden('yt-5');
  assert.equal((await sealed.open())?.text, 'Scrivete tutti a sempronio@example.org yt-5');
  clock.advance(31 * 24 * HOUR);
  await purged();
  assert.equal((await kept('yt-5')).text, '', 'the item goes on its network’s clock');
  assert.equal(
    (await sealed.open())?.text,
    'Scrivete tutti a sempronio@example.org yt-5',
    'the evidence on the body’s',
  );
  clock.advance(30 * 24 * HOUR);
  await purged();
  assert.equal(await sealed.open(), undefined);
  assert.equal((await strict.open())?.externalId, 'yt-4');
  assert.equal((await moderator.verification()).intact, true);
});

test('one body’s purge touches no other’s, and the server can blank nothing but through it', async () => {
  const other = BODIES.comune.slug;
  await told('linkedin', [written('li-9', 'Di un altro ente')], other);
  clock.advance(48 * HOUR);
  await purged();
  const [theirs] = await rows<{ id: string; text: string }>(
    "select item.id, text from item join item_version on item_id = item.id where external_id = 'li-9'",
    [],
    other,
  );
  assert.equal(theirs?.text, 'Di un altro ente');
  const { database } = desk.portavoce.ports;
  const asBody = (body: string, statement: string, values: readonly unknown[] = []) =>
    database.inBody(body, async () => {
      const client = await database.pool.connect();
      try {
        await client.query("select set_config('app.body', $1, false)", [body]);
        return await client.query(statement, [...values]);
      } finally {
        client.release(true);
      }
    });
  await asBody(BODY, "select purge_item_words(array[$1]::uuid[], array[1], array['x'], now())", [theirs.id]);
  await asBody(BODY, 'select purge_judgement_words(array[$1]::uuid[])', [theirs.id]);
  const [still] = await rows<{ text: string; reason: string }>(
    'select text from item_version where item_id = $1',
    [theirs.id],
    other,
  );
  assert.equal(still?.text, 'Di un altro ente');
  assert.equal((await rows('select 1 from keeping_basis', [], other)).length, 0);
  for (const statement of [
    "update item_version set text = ''",
    "update judgement set signals = '[]'",
    "update evidence set sealed = ''",
    'update keeping_basis set days = 1',
    'delete from keeping_basis',
  ])
    await assert.rejects(asBody(BODY, statement), /permission denied/, statement);
  // Evidence that no clock governs is not blanked by asking.
  await told('facebook', [written('fb-2', 'Scrivete tutti a tizio@example.org')]);
  const { case_id } = await kept('fb-2');
  const decision = (await moderator.decide(case_id, { kind: 'hide' })).decisions[0]?.id ?? '';
  await asBody(BODY, "select purge_evidence(array[$1]::uuid[], now() + interval '100 years')", [decision]);
  const opened = await database.inBody(BODY, (tx) => openEvidence(tx, desk.portavoce.ports.vault, decision));
  assert.equal(opened?.text, 'Scrivete tutti a tizio@example.org');
  assert.equal(await purged(other), 1);
});
