// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Client as Connection } from 'pg';
import { registerAccount } from '#accounts';
import type { InboundEvent, NetworkName } from '#channels';
import { receive } from '#inbox';
import { manualClock } from '#kernel';
import { purgeDue } from '#moderation';
import { QueueChoices, QueueViews } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

// The queue narrowed and searched: by what the policy noticed, by deadline, by who wrote, by Italian words; and the views kept
// of it. What one body has, no other finds.

const BODY: string = BODIES.asl.slug;
const OTHER: string = BODIES.comune.slug;
// A Wednesday, at ten in Italy.
const clock = manualClock(new Date('2026-11-25T09:00:00Z'));
const accounts = new Map<string, string>();
let desk: Desk;
let moderator: Client;
let elsewhere: Client;
before(async () => {
  desk = await startDesk({ clock });
  moderator = await desk.signIn('moderator');
  elsewhere = await desk.signIn('moderator', 'comune');
  for (const body of [BODY, OTHER])
    for (const network of ['facebook', 'linkedin', 'youtube'] as const) {
      const place = { body, network, externalId: `${network}-${body}`, handle: `${network}-${body}` };
      const more = { name: 'Ente di prova', url: 'https://social.example/ente', act: 'atto di prova' };
      accounts.set(`${network} ${body}`, await registerAccount(desk.portavoce.ports, { ...place, ...more }));
    }
});
after(() => desk?.close());

type Written = Extract<InboundEvent, { type: 'written' | 'edited' }>;

interface Telling {
  readonly body?: string;
  readonly network?: NetworkName;
  readonly author?: string;
  readonly more?: Partial<Written>;
}

/** Somebody writes it; gives its external id once it is judged. */
async function told(text: string, { body = BODY, network = 'facebook', author = 'qualcuno', more }: Telling = {}) {
  const externalId = randomUUID();
  const event: Written = {
    ...{ type: 'written', externalId, kind: 'comment', text, at: clock.now() },
    author: { externalId: `${author}-${body}`, name: `Nome di ${author}` },
    permalink: `https://social.example/${externalId}`,
    post: { externalId: 'post', text: 'Post di prova' },
    ...{ parentExternalId: null, own: false, hasMedia: false },
    ...more,
  };
  const { ports } = desk.portavoce;
  const source = {
    body,
    account: accounts.get(`${network} ${body}`) ?? '',
    network,
    homes: ['https://social.example'],
  };
  await ports.database.inBody(body, (tx) => receive({ ...ports, tx }, source, [event]));
  await desk.drain();
  return externalId;
}

const found = async (query: string, client: Client = moderator) =>
  (await client.queue(`?limit=100&${query}`)).items.map(({ excerpt }) => excerpt);
const searching = (words: string, client: Client = moderator) => found(`words=${encodeURIComponent(words)}`, client);

test('words are found by their stem, without accents, half typed, together, and in any order', async () => {
  const text = 'Perché le vaccinazioni di Orbetello si prenotano solo in città?';
  await told(text);
  await told('Le vaccinazioni altrove non servono a nessuno');
  for (const words of [
    'orbetello',
    'ORBETELLO',
    'vaccinazione orbetello',
    'orbet',
    'citta orbetello',
    'città Orbetello',
    'orbetello prenotare',
    'vaccinaz orbet',
  ])
    assert.deepEqual(await searching(words), words === 'vaccinaz orbet' ? [] : [text], words);
  assert.equal((await searching('vaccinaz')).length, 2, 'the last word may be half typed');
  assert.deepEqual(await searching('orbetello grosseto'), []);
  assert.deepEqual(await searching('di orbetello'), [text], 'a word that says nothing is left out');
});

test('signs and operators are only words', async () => {
  const text = 'Scrivete a prova.inventata@example.org oppure a l’ospedale';
  await told(text);
  assert.deepEqual(await searching('prova.inventata@example.org'), [text]);
  assert.deepEqual(await searching('ospedale'), [text]);
  for (const odd of ["'", '!&|()', '=body:comune-di-esempio', "x' | 'a", '\\', '%', ':*']) {
    const response = await moderator.get(`cases?words=${encodeURIComponent(odd)}`);
    assert.equal(response.status, 200, odd);
  }
  assert.equal((await moderator.get("cases?clause=a'b")).status, 422, 'a clause is no sentence');
});

test('filters combine: network, clause, category, kind, author', async () => {
  const phone = 'Chiamate la signora Inventati al 347 1234567 per Pitigliano';
  const mail = 'Il cellulare del signor Finti di Pitigliano è 333 7654321, chiamatelo';
  await told(phone, { author: 'uno' });
  await told(mail, { author: 'due' });
  await told('Pitigliano è anche qui', { network: 'youtube' });
  await told('A Pitigliano a che ora apre lo sportello?', { author: 'uno', network: 'youtube' });
  assert.deepEqual((await found('category=personal-data&words=pitigliano')).sort(), [phone, mail].sort());
  assert.deepEqual(await found('category=personal-data&words=pitigliano&network=youtube'), []);
  assert.equal((await found('words=pitigliano&network=youtube')).length, 2);
  assert.deepEqual((await found('clause=RM1-128&words=pitigliano&network=facebook')).sort(), [phone, mail].sort());
  assert.deepEqual(await found('words=pitigliano&kind=message'), []);
  const { items } = await moderator.queue('?limit=100&words=signora+pitigliano');
  const { rows } = await owner<{ author_id: string }>('select author_id from moderation_case where id = $1', [
    items[0]?.id,
  ]);
  assert.equal((await found(`author=${rows[0]?.author_id}&words=pitigliano`)).length, 1);
  assert.equal((await found(`author=${rows[0]?.author_id}`)).length, 1, 'of one network');
  const choices = QueueChoices.parse(await (await moderator.get('queue-choices')).json());
  assert.ok(choices.clauses.some(({ id }) => id === 'RM1-128'));
  assert.ok(choices.categories.some(({ slug }) => slug === 'personal-data'));
});

test('deadlines: overdue, today, this week, none, as days are in Italy', async () => {
  const dues: Record<string, string> = {
    overdue: '2026-11-25T08:59:59Z',
    today: '2026-11-25T22:59:59Z',
    week: '2026-11-29T22:59:59Z',
    later: '2026-11-29T23:00:00Z',
    none: '9999-12-31T00:00:00Z',
  };
  for (const [name, due] of Object.entries(dues)) {
    await told(`Scadenza ${name} di Capalbio`);
    await owner('update moderation_case set due_rank = $1 where excerpt = $2', [due, `Scadenza ${name} di Capalbio`]);
  }
  const named = async (due: string) =>
    (await found(`words=capalbio&due=${due}`)).map((text) => text.split(' ')[1]).sort();
  assert.deepEqual(await named('overdue'), ['overdue']);
  assert.deepEqual(await named('today'), ['today']);
  assert.deepEqual(await named('week'), ['today', 'week']);
  assert.deepEqual(await named('none'), ['none']);
});

test('claimed by me, by nobody; to be looked at; held', async () => {
  await told('Primo di Manciano');
  await told('Secondo di Manciano', { more: { hasMedia: true } });
  const [first] = (await moderator.queue('?words=manciano')).items;
  assert.equal((await found('words=manciano&claimed=nobody')).length, 2);
  assert.deepEqual(await found('words=manciano&claimed=me'), []);
  const { person } = (await (await moderator.get('/api/session')).json()) as { person: { id: string } };
  await owner(
    "update moderation_case set claimed_by = $1, claimed_by_name = 'P', claimed_at = now(), claimed_how = 'by-hand' where id = $2",
    [person.id, first?.id],
  );
  assert.deepEqual(await found('words=manciano&claimed=me'), [first?.excerpt]);
  assert.equal((await found('words=manciano&claimed=nobody')).length, 1);
  const { items } = await moderator.queue('?words=manciano&look=yes');
  assert.ok(items.every(({ mustLook }) => mustLook));
  assert.deepEqual(await found('words=manciano&look=yes'), ['Secondo di Manciano']);
  await owner("update item set visibility = 'held' from moderation_case where item_id = item.id and excerpt = $1", [
    'Primo di Manciano',
  ]);
  assert.deepEqual(await found('words=manciano&held=yes'), ['Primo di Manciano']);
});

test('pages follow each other without a gap, filtered too, and what is rare is found behind two thousand others', async () => {
  await told('Ago di Saturnia nel pagliaio');
  for (let nth = 0; nth < 5; nth += 1) await told(`Pagina ${nth} di Sovana`);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await moderator.queue(`?limit=2&words=sovana${cursor === '' ? '' : `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ excerpt }) => excerpt));
    cursor = page.next_cursor;
  }
  assert.deepEqual(
    seen.sort(),
    [0, 1, 2, 3, 4].map((nth) => `Pagina ${nth} di Sovana`),
  );
  await copies(2500);
  assert.deepEqual(await searching('saturnia'), ['Ago di Saturnia nel pagliaio']);
  assert.equal((await searching('sovana')).length, 5);
  const counters = (await moderator.queue('?limit=1')).counters;
  assert.deepEqual(counters, await countedByHand(BODY));
  await owner('delete from case_terms using moderation_case where case_id = id and number >= 100000');
  await owner('delete from moderation_case where number >= 100000');
  await owner("delete from item where external_id like 'copia-%'");
});

/** Cases without words before all others: the queue's nearest. */
const copies = (number: number) =>
  owner(
    `with item_copy as (
       insert into item (id, body, account_id, network, external_id, kind, own, has_media, version, visibility, written_at,
                         received_at, text_at, state_at)
       select gen_random_uuid(), $1, $2, 'facebook', 'copia-' || nth, 'comment', false, false, 1, 'visible', now(), now(),
              now(), now() from generate_series(1, $3::integer) as nth returning id),
     numbered as (select id, row_number() over () as nth from item_copy),
     case_copy as (
       insert into moderation_case (id, body, number, item_id, state, priority, due_rank, written_at, received_at, network, kind,
                                    excerpt, proposal, clauses, must_look, edited, deleted_by_author, has_media, enforcement,
                                    revision)
       select gen_random_uuid(), $1, 100000 + nth, id, 'open', 0, '2020-01-01', now(), now(), 'facebook', 'comment', '', 'none',
              '{}', false, false, false, false, 'none', 1 from numbered returning id)
     insert into case_terms select id, $1, case_terms('', case_marks($1, 'facebook', 'comment', null, '{}', '{}')) from case_copy`,
    [BODY, accounts.get(`facebook ${BODY}`), number],
  );

test('an edit is found by its new words, and by its old ones no more', async () => {
  const externalId = await told('Parole di Roccalbegna');
  const edit: Partial<Written> = { type: 'edited', externalId, at: new Date(clock.now().getTime() + 1000) };
  await told('Parole di Semproniano', { more: edit });
  assert.deepEqual(await searching('roccalbegna'), []);
  assert.deepEqual(await searching('semproniano'), ['Parole di Semproniano']);
});

test('words that had to go, and those of what was decided to be csam, are found no more', async () => {
  await told('Parole di Magliano su LinkedIn', { network: 'linkedin' });
  await told('Parole di Arcidosso', { body: OTHER });
  assert.equal((await searching('magliano')).length, 1);
  clock.advance(48 * 3_600_000);
  await purgeDue(desk.portavoce.ports, BODY);
  assert.deepEqual(await searching('magliano'), []);
  assert.equal((await found('network=linkedin')).length, 1, 'the case is still there');
  const kept = await owner<{ word: string }>(
    "select word from case_terms, unnest(tsvector_to_array(terms)) as word where word like 'maglian%'",
  );
  assert.deepEqual(kept.rows, []);

  const [one] = (await elsewhere.queue('?words=arcidosso')).items;
  assert.ok(one);
  const raised = await elsewhere.post(
    `cases/${one.id}/csam`,
    { office: 'Ufficio di prova', confirmed: true },
    { 'idempotency-key': randomUUID() },
  );
  assert.ok(raised.ok, await raised.text());
  assert.deepEqual(await searching('arcidosso', elsewhere), []);
  const left = await owner<{ word: string }>(
    `select word from case_terms, unnest(tsvector_to_array(terms)) as word where case_id = $1 and word !~ '^='`,
    [one.id],
  );
  assert.deepEqual(left.rows, []);
});

test('nobody finds what another body has: not by the desk, not by hand in the database', async () => {
  const text = 'Segreto di Montemerano';
  await told(text);
  await told('Altrove di Scansano', { body: OTHER });
  assert.deepEqual(await searching('montemerano'), [text]);
  assert.deepEqual(await searching('montemerano', elsewhere), []);
  assert.equal((await moderator.get(`/api/bodies/${OTHER}/cases?words=scansano`)).status, 403);
  const asked = JSON.stringify({ state: 'open', marks: [], words: ['montemerano'] });
  const forged = JSON.stringify({ state: 'open', marks: [`=body:${BODY}`], words: [] });
  const all = JSON.stringify({ state: 'open', marks: [], words: [], body: BODY });
  for (const statement of [
    `select body from queue_page('${asked}', null, 100) as seen`,
    `select body from queue_page('${forged}', null, 100) as seen where body <> '${OTHER}'`,
    `select body from queue_page('${all}', null, 100) as seen where body <> '${OTHER}'`,
    `select body from case_terms where body <> '${OTHER}'`,
    `select body from queue_count where body <> '${OTHER}'`,
    `select body from queue_change where body <> '${OTHER}'`,
    `select body from queue_view where body <> '${OTHER}'`,
  ])
    assert.deepEqual(await asServer(OTHER, statement), [], statement);
  assert.equal((await asServer(BODY, `select body from queue_page('${asked}', null, 100) as seen`)).length, 1);
  assert.deepEqual(await asServer('', `select body from queue_page('${asked}', null, 100) as seen`), []);
  await assert.rejects(asServer(BODY, 'update queue_count set cases = 7'), /permission denied/);
  await assert.rejects(asServer(BODY, 'delete from queue_change'), /permission denied/);
});

test('views are kept for oneself, and for all by the head alone', async () => {
  const head = await desk.signIn('head');
  const auditor = await desk.signIn('auditor');
  const put = (client: Client, id: string, content: object) =>
    fetch(`${desk.url}/api/bodies/${BODY}/queue-views/${id}`, {
      ...{ method: 'PUT', body: JSON.stringify(content) },
      headers: { cookie: client.cookie, 'content-type': 'application/json' },
    });
  const viewsOf = async (client: Client) => QueueViews.parse(await (await client.get('queue-views')).json()).items;
  const [mine, common] = [randomUUID(), randomUUID()];
  const search = { state: 'open', network: 'youtube' };
  assert.equal((await put(moderator, mine, { name: 'Solo video', shared: false, search })).status, 200);
  assert.equal((await put(moderator, mine, { name: 'Video', shared: false, search })).status, 200, 'twice is once');
  assert.equal((await put(moderator, common, { name: 'Di tutti', shared: true, search })).status, 403);
  assert.equal((await put(head, common, { name: 'Scaduti', shared: true, search: { due: 'overdue' } })).status, 200);
  assert.equal((await put(moderator, common, { name: 'Mio ora', shared: false, search })).status, 403);
  // Made while they led the desk: it stays everybody's.
  const { email } = desk.credentials('moderator');
  await owner('update queue_view set person = (select id from person where email = $1) where id = $2', [email, common]);
  assert.equal((await put(moderator, common, { name: 'Mio ora', shared: false, search })).status, 403);
  assert.equal((await moderator.post(`queue-views/${common}/drop`, {})).status, 403);
  const seen = await viewsOf(moderator);
  assert.deepEqual(
    seen.map(({ name, shared, mine: own }) => [name, shared, own]),
    [
      ['Scaduti', true, true],
      ['Video', false, true],
    ],
  );
  assert.equal(seen[0]?.cases, null, 'what changes with the hour is not counted beforehand');
  assert.equal(seen[1]?.cases, (await found('network=youtube')).length);
  assert.deepEqual(
    (await viewsOf(auditor)).map(({ name }) => name),
    ['Scaduti'],
  );
  const drop = (client: Client, id: string) => client.post(`queue-views/${id}/drop`, {});
  assert.equal((await drop(moderator, common)).status, 403);
  assert.equal((await drop(moderator, mine)).status, 200);
  assert.equal((await drop(moderator, mine)).status, 404);
  assert.equal((await drop(head, common)).status, 200);
  const { items } = await moderator.record();
  assert.equal(items.filter(({ kind }) => kind === 'queue-view.shared').length, 2, 'only what is for all is recorded');
});

/** As the owner, whom no rule holds. */
async function owner<Row extends object>(statement: string, values: readonly unknown[] = []) {
  const client = new Connection(desk.portavoce.owner);
  await client.connect();
  try {
    return await client.query<Row>(statement, [...values]);
  } finally {
    await client.end();
  }
}

/** As the server's own role, for one body. */
async function asServer(body: string, statement: string): Promise<object[]> {
  const client = await desk.portavoce.ports.database.pool.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.body', $1, true)", [body]);
    return (await client.query<object>(statement)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function countedByHand(body: string) {
  const { rows } = await owner<Record<string, string>>(
    `select count(*) filter (where state = 'open') as open, count(*) filter (where state = 'decided') as decided,
            count(*) filter (where state = 'open' and priority = 0) as grave,
            count(*) filter (where state = 'decided' and enforcement in ('failed', 'by-hand', 'unknown')) as stuck
       from moderation_case where body = $1`,
    [body],
  );
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, value]) => [name, Number(value)]));
}
