// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { RefusedDraft, ReplayLine } from '#moderation/contract';
import { poolOf, silentLog } from '#platform';
import type { Client } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

let desk: Desk;
let moderator: Client;
before(async () => {
  desk = await startDesk();
  moderator = await desk.signIn('moderator', 'comune');
});
after(() => desk.close());

const POLICY = readFileSync(join(import.meta.dirname, '../../policies/comune-di-esempio.policy.md'), 'utf8');

/** The policy in force with a clause more, before its last section. */
function withClause(...blocks: readonly string[]): string {
  const clause = `### ESE-900 · Prova\n\nPer prova.\n\n${blocks.map((block) => `~~~${block}\n~~~\n\n`).join('')}`;
  const place = POLICY.indexOf('\n## Sezione 3') + 1;
  assert.ok(place > 0);
  return POLICY.slice(0, place) + clause + POLICY.slice(place);
}

const THANKS_GO = withClause('regola\nmodalità: da rimuovere\nse: ringraziamento');
const OWN_WORDS = withClause(
  'categoria\nnome: zampogne\netichetta: Zampogne\ngravità: alta\nparole: «zampogna»; «zampogne»',
  'regola\nmodalità: da rimuovere\nse: zampogne',
);

const commented = async (text: string, author = 'Cittadina Inventata'): Promise<void> => {
  const { page } = BODIES.comune;
  await desk.facebook.comment({ page: page.id, post: desk.posts.comune, author, text });
};

const replayed = async (client: Client, request: object): Promise<ReplayLine[]> => {
  const response = await client.post('replays', request);
  assert.equal(response.status, 200, await response.clone().text());
  assert.match(response.headers.get('content-type') ?? '', /^application\/x-ndjson/);
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => ReplayLine.parse(JSON.parse(line)));
};

const itemsIn = (lines: readonly ReplayLine[]) =>
  lines.filter((line): line is Extract<ReplayLine, { type: 'item' }> => line.type === 'item');

test('a draft is tried on what came: only what it would judge otherwise is listed, with both judgements', async () => {
  await commented('Grazie mille, siete stati gentilissimi!', 'Cittadino Contento');
  await commented('A che ora apre lo sportello?');
  await commented('Che bella zampogna suonava stamattina in piazza');
  await desk.poll('comune');
  await desk.drain();

  const lines = await replayed(moderator, { source: THANKS_GO, days: 30 });
  const [item, ...others] = itemsIn(lines);
  assert.deepEqual(others, []);
  assert.ok(item);
  assert.equal(item.excerpt, 'Grazie mille, siete stati gentilissimi!');
  assert.equal(item.author, 'Cittadino Contento');
  assert.equal(item.network, 'facebook');
  assert.notEqual(item.before.action, 'remove');
  assert.equal(item.after.action, 'remove');
  assert.ok(item.after.clauses.some(({ id, modality }) => id === 'ESE-900' && modality === 'must-remove'));
  assert.ok(item.after.reasons.some(({ clause }) => clause === 'ESE-900'));
  assert.ok(item.differences.includes('action'));
  assert.equal((await moderator.case(item.case)).text, item.excerpt);

  assert.deepEqual(lines[0], { type: 'begin', total: 3 });
  assert.deepEqual(lines.at(-1), {
    type: 'end',
    seen: 3,
    changed: 1,
    actions: [{ before: item.before.action, after: 'remove', items: 1 }],
    summary: 'Con questa bozza, negli ultimi 30 giorni: un intervento sarebbe stato giudicato diversamente, su 3.',
  });
});

test('the policy in force against itself changes nothing, and trying changes no case', async () => {
  const cases = await moderator.queue();
  const lines = await replayed(moderator, { source: POLICY, days: 365 });
  assert.deepEqual(itemsIn(lines), []);
  await replayed(moderator, { source: THANKS_GO, days: 365 });
  assert.deepEqual(await moderator.queue(), cases);
});

test('words that only the draft lists are looked for in what was written', async () => {
  const [item, ...others] = itemsIn(await replayed(moderator, { source: OWN_WORDS, days: 30 }));
  assert.deepEqual(others, []);
  assert.match(item?.excerpt ?? '', /zampogna/);
  assert.equal(item?.after.priority, 1);
});

test('a sample looks at the latest only', async () => {
  const lines = await replayed(moderator, { source: THANKS_GO, days: 30, sample: 1 });
  assert.deepEqual(lines[0], { type: 'begin', total: 1 });
  const end = lines.at(-1);
  assert.equal(end?.type === 'end' ? end.seen : undefined, 1);
});

test('a text with mistakes is refused with every complaint and its place', async () => {
  const response = await moderator.post('replays', { source: `${POLICY}\n~~~regla\n~~~\n`, days: 30 });
  assert.equal(response.status, 422);
  const { code, complaints } = RefusedDraft.parse(await response.json());
  assert.equal(code, 'DRAFT_UNREADABLE');
  assert.ok(complaints.some((complaint) => complaint.code === 'POL-E014' && complaint.line > 1));
  assert.equal((await moderator.post('replays', { source: POLICY, days: 0 })).status, 422);
});

test('whoever may read may try a draft; nobody tries it on another body’s items', async () => {
  const auditor = await desk.signIn('auditor', 'comune');
  assert.equal(itemsIn(await replayed(auditor, { source: THANKS_GO, days: 30 })).length, 1);
  const stranger = await desk.signIn('moderator', 'asl');
  const elsewhere = await stranger.post(`/api/bodies/${BODIES.comune.slug}/replays`, { source: THANKS_GO, days: 30 });
  assert.equal(elsewhere.status, 403);
  assert.deepEqual(itemsIn(await replayed(stranger, { source: THANKS_GO, days: 30 })), []);
});

const COPIES = 20_000;

/** So many copies of the case of the thanks, as if as many people had written. */
async function multiply(): Promise<void> {
  const pool = poolOf(desk.portavoce.owner, silentLog, 1);
  try {
    await pool.query(COPYING, [COPIES]);
  } finally {
    await pool.end();
  }
}

const COPYING = `
  with original as materialized (
    select id, item_id from moderation_case where excerpt like 'Grazie mille%' and body = '${BODIES.comune.slug}'
  ), copied as materialized (
    select n, gen_random_uuid() as to_item, gen_random_uuid() as to_case from generate_series(1, $1::int) as n
  ), items as (
    insert into item
    select (jsonb_populate_record(i, jsonb_build_object('id', to_item, 'external_id', 'copia-' || n))).*
      from copied, original join item i on i.id = item_id
    returning id
  ), versions as (
    insert into item_version
    select (jsonb_populate_record(v, jsonb_build_object('item_id', to_item))).*
      from copied, original o join item_version v on v.item_id = o.item_id
    returning item_id
  ), cases as (
    insert into moderation_case
    select (jsonb_populate_record(c, jsonb_build_object('id', to_case, 'item_id', to_item, 'number', 1000 + n))).*
      from copied, original o join moderation_case c on c.id = o.id
    returning id
  )
  insert into judgement
  select (jsonb_populate_record(j, jsonb_build_object('case_id', to_case))).*
    from copied, original o join judgement j on j.case_id = o.id`;

test('many items come a page at a time, each once', async () => {
  await multiply();
  const lines = await replayed(moderator, { source: THANKS_GO, days: 30 });
  const items = itemsIn(lines);
  assert.equal(items.length, COPIES + 1);
  assert.equal(new Set(items.map((item) => item.case)).size, COPIES + 1);
  const progress = lines.flatMap((line) => (line.type === 'progress' ? [line.seen] : []));
  assert.ok(progress.length >= COPIES / 1000);
  assert.deepEqual(
    progress,
    progress.toSorted((one, other) => one - other),
  );
  assert.equal(progress.at(-1), COPIES + 3);
});

test('one at a time for each person; giving up leaves room for another', async () => {
  const leaving = new AbortController();
  const request = { source: THANKS_GO, days: 30 };
  const slow = await fetch(`${desk.url}/api/bodies/${BODIES.comune.slug}/replays`, {
    method: 'POST',
    headers: { cookie: moderator.cookie, 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal: leaving.signal,
  });
  const refused = await moderator.post('replays', request);
  assert.equal(refused.status, 409);
  assert.equal(((await refused.json()) as { code: string }).code, 'REPLAY_RUNNING');
  const unreadable = await moderator.post('replays', { ...request, source: 'non è una policy' });
  assert.equal(unreadable.status, 409, 'and its text is not even read');
  const auditor = await desk.signIn('auditor', 'comune');
  assert.equal((await replayed(auditor, { ...request, sample: 1 })).at(-1)?.type, 'end');

  leaving.abort();
  await assert.rejects(slow.text());
  // The server hears of it when the connection closes, which nobody tells us: asked until it has.
  let again = await moderator.post('replays', { ...request, sample: 1 });
  for (let attempt = 0; attempt < 200 && again.status === 409; attempt++) {
    again = await moderator.post('replays', { ...request, sample: 1 });
  }
  assert.equal(again.status, 200);
});

test('who gives up at once, again and again, is not kept out', async () => {
  const request = { source: THANKS_GO, days: 30, sample: 1 };
  for (const wait of [0, 1, 2, 4, 8, 16, 32]) {
    const left = fetch(`${desk.url}/api/bodies/${BODIES.comune.slug}/replays`, {
      method: 'POST',
      headers: { cookie: moderator.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ ...request, sample: 100_000 }),
      signal: AbortSignal.timeout(wait),
    });
    await left.then((response) => response.text()).catch(() => undefined);
  }
  let again = await moderator.post('replays', request);
  for (let attempt = 0; attempt < 200 && again.status === 409; attempt++)
    again = await moderator.post('replays', request);
  assert.equal(again.status, 200);
});
