// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { AuthorsPage, AuthorView, LadderView, ToDo } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { joins } from '../support/colleagues.ts';
import { accepted, keyed, type LadderHand, ladderHand, ladderOf, refusal } from '../support/ladder-hand.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';

// Somebody too young wrote: nothing is counted against them, and where their data are to go nothing of them is left.

const CREMA = 'asst-crema';

let desk: NetworksDesk;
let hand: LadderHand;
before(async () => {
  desk = await startNetworksDesk([CREMA]);
  hand = ladderHand(desk);
  await hand.chooses(CREMA, 2);
});
after(() => desk?.close());

const colleague = async (name: string): Promise<Client> =>
  (await joins(desk.portavoce, { body: CREMA, name: `${name} Provata` })).client;
const seen = (...outcomes: string[]) => ({ basis: 'parent-told', outcomes });
const rows = <Row>(query: ReturnType<typeof sql<Row>>) =>
  desk.portavoce.ports.database.inBody(CREMA, async (tx) => (await query.execute(tx)).rows);

/** Every text of every table of the database that holds the words, as far as nothing seals them. */
async function tablesWith(words: string): Promise<string[]> {
  const named = await rows(sql<{ name: string }>`
    select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'body' group by table_name order by table_name`);
  const found: string[] = [];
  for (const { name } of named) {
    const holding = await rows(sql<{ one: number }>`
      select 1 as one from ${sql.table(name)} as it where to_jsonb(it)::text ilike ${`%${words}%`} limit 1`);
    if (holding.length > 0) found.push(name);
  }
  return found;
}

const evidenceLeft = async (id: string) =>
  (
    await rows(sql<{ bytes: number }>`
      select length(sealed) + coalesce(length(lasting), 0) as bytes from evidence
        join decision on decision.id = evidence.decision_id where decision.case_id = ${id}`)
  ).reduce((sum, { bytes }) => sum + Number(bytes), 0);

async function insultOf(client: Client, author: string, text: string): Promise<string> {
  const { id } = await hand.arrives(client, CREMA, { text, author });
  await hand.takesDown(client, id);
  return id;
}

test('what a child wrote is counted for nothing, and a ban that rested on it is looked at again', async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  const author = 'Tea Inventata';
  const first = await insultOf(moderator, author, 'Siete dei cialtroni incapaci');
  const second = await insultOf(moderator, author, 'Branco di idioti');
  const view = await ladderOf(moderator, second);
  assert.equal(view.history.breaches, 2);
  const more = { whyNoWarning: 'Non c’era dove rispondere.' };
  await accepted(await moderator.post(`cases/${second}/bans`, hand.banRequest(view, more), keyed()));
  await desk.drain();
  await refusal(await moderator.post(`cases/${first}/minor`, seen('data-removed')), 'YOUNG_DATA_KEPT');
  assert.equal((await ladderOf(moderator, first)).history.breaches, 2, 'refused as a whole');
  assert.match((await ladderOf(moderator, first)).minors?.keptBecause ?? '', /bloccat/);

  await accepted(await moderator.post(`cases/${first}/minor`, seen('not-engaged')));
  assert.equal((await ladderOf(moderator, second)).history.breaches, 0);
  const page = AuthorsPage.parse(await accepted(await moderator.get('authors')));
  assert.equal(page.reviews.length, 1);
  const { breaches } = AuthorView.parse(await accepted(await moderator.get(`authors/${view.author?.id}`)));
  assert.deepEqual(
    breaches.map(({ counted, spared }) => [counted, spared]),
    [
      [false, true],
      [false, true],
    ],
  );
});

test('data taken away are nowhere any more: words, name, id, quotations, notes, copies', async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  const second = await colleague('Seconda');
  const [author, words] = ['Pia Inventatissima', 'zuzzurellon'];
  const id = await insultOf(moderator, author, `Siete dei cialtroni ${words}i e vi odio`);
  const view = await ladderOf(moderator, id);
  const authorId = view.author?.id ?? '';
  await accepted(await moderator.post(`authors/${authorId}/notes`, { text: 'Ha telefonato la madre.' }));
  const dossier = { form: 'masked', purpose: 'records-request' };
  await accepted(await moderator.post(`cases/${id}/dossiers`, dossier));
  assert.ok((await evidenceLeft(id)) > 0);
  const [known] = await rows(sql<{ external_id: string }>`select external_id from author where id = ${authorId}`);
  assert.ok((await tablesWith(author)).includes('author'));
  // Where it is read, and where it is searched for.
  const searched = await tablesWith(words);
  for (const table of ['case_terms', 'item_version', 'moderation_case']) assert.ok(searched.includes(table), table);

  await accepted(await moderator.post(`cases/${id}/minor`, seen('not-engaged', 'data-removed')));
  assert.ok((await evidenceLeft(id)) > 0, 'one person alone only asks');
  await accepted(await second.post(`cases/${id}/minor/data`, { remove: true }));
  await desk.drain();
  assert.deepEqual(await tablesWith(words), []);
  assert.deepEqual(await tablesWith(author), []);
  assert.deepEqual(await tablesWith(known?.external_id ?? ''), [], 'no register: nothing leads to the child');
  assert.equal(await evidenceLeft(id), 0);
  const left = AuthorView.parse(await accepted(await moderator.get(`authors/${authorId}`)));
  assert.deepEqual([left.name, left.notes, left.history.breaches], ['', [], 0]);
  const after = await ladderOf(moderator, id);
  assert.deepEqual([after.minors?.seen, after.minors?.emptied, after.minors?.keptBecause], [true, true, null]);
  const detail = await moderator.case(id);
  assert.equal(detail.text, '');

  // The network tells of it once more: nothing comes back.
  desk.clock.advance(60_000);
  await hand.presence(CREMA).poll();
  await desk.drain();
  assert.deepEqual([await tablesWith(words), await tablesWith(author)], [[], []]);
  assert.equal((await moderator.verification()).intact, true);
});

test('what has to be kept is kept, and said', async () => {
  const [moderator, head] = [await desk.signIn('moderator', CREMA), await desk.signIn('head', CREMA)];
  const id = await insultOf(moderator, 'Ivo Inventato', 'Deficienti, tutti quanti');
  const hold = { reasons: 'Lo chiede la Procura per un procedimento.', act: 'decreto di prova n. 5' };
  await accepted(await head.post(`cases/${id}/hold`, hold));
  assert.match((await ladderOf(moderator, id)).minors?.keptBecause ?? '', /vincolo di conservazione/);
  assert.match(
    await refusal(await moderator.post(`cases/${id}/minor`, seen('data-removed')), 'YOUNG_DATA_KEPT'),
    /vincolo/,
  );
  assert.ok((await evidenceLeft(id)) > 0);
  await accepted(await head.post(`cases/${id}/hold/lift`, hold));
  await accepted(await head.post(`cases/${id}/minor`, seen('data-removed')));
  assert.equal(await evidenceLeft(id), 0, 'the head needs nobody else');
});

test('who asks that the data go does not take them away: another person does, or lets them stay', async () => {
  const [moderator, auditor] = [await desk.signIn('moderator', CREMA), await desk.signIn('auditor', CREMA)];
  const second = await colleague('Altra');
  const id = await insultOf(moderator, 'Ida Inventata', 'Siete una manica di deficienti');
  await refusal(await second.post(`cases/${id}/minor/data`, { remove: true }), 'YOUNG_NOT_ASKED', 409);
  const waiting = async (who: Client) =>
    ToDo.parse(await accepted(await who.get('to-do'))).items.find(({ kind }) => kind === 'young-data')?.count ?? 0;

  const asked = LadderView.parse(await accepted(await moderator.post(`cases/${id}/minor`, seen('data-removed'))));
  assert.deepEqual(
    [asked.minors?.seen, asked.minors?.emptied, asked.minors?.asked?.by],
    [true, false, 'Persona moderator asst-crema'],
  );
  assert.deepEqual([await waiting(moderator), await waiting(second)], [0, 1], 'it waits for the others');
  const page = AuthorsPage.parse(await accepted(await second.get('authors')));
  assert.deepEqual(
    page.emptyings.map((one) => one.case.id),
    [id],
  );
  await refusal(await moderator.post(`cases/${id}/minor/data`, { remove: true }), 'YOUNG_OTHER_PERSON', 403);
  await accepted(await moderator.post(`cases/${id}/minor`, seen('data-removed')));
  assert.ok((await evidenceLeft(id)) > 0, 'asking twice is no second person');
  assert.equal((await auditor.post(`cases/${id}/minor/data`, { remove: true })).status, 403);
  assert.equal((await moderator.post(`cases/${id}/minor/data`, { remove: 'sì' })).status, 422);

  const left = LadderView.parse(await accepted(await second.post(`cases/${id}/minor/data`, { remove: false })));
  assert.equal(left.minors?.asked, null);
  await refusal(await second.post(`cases/${id}/minor/data`, { remove: true }), 'YOUNG_NOT_ASKED', 409);
  await accepted(await moderator.post(`cases/${id}/minor`, seen('data-removed')));
  await accepted(await second.post(`cases/${id}/minor`, seen('data-removed')));
  assert.equal(await evidenceLeft(id), 0, 'two people said it');
  assert.deepEqual([await waiting(moderator), await waiting(second)], [0, 0]);
  await refusal(await second.post(`cases/${id}/minor/data`, { remove: true }), 'YOUNG_NOT_ASKED', 409);
  const { items } = await moderator.record();
  assert.ok(items.some(({ kind }) => kind === 'minor.data-kept'));
  assert.match(items.find(({ kind }) => kind === 'minor.considered')?.summary ?? '', /si tolgono i dati$/);
});

test('a duty that came meanwhile keeps what two people would take away', async () => {
  const [moderator, head] = [await desk.signIn('moderator', CREMA), await desk.signIn('head', CREMA)];
  const id = await insultOf(moderator, 'Ezio Inventato', 'Cialtroni, cialtroni tutti');
  await accepted(await moderator.post(`cases/${id}/minor`, seen('data-removed')));
  const hold = { reasons: 'Lo chiede la Procura per un procedimento.', act: 'decreto di prova n. 6' };
  await accepted(await head.post(`cases/${id}/hold`, hold));
  await refusal(await head.post(`cases/${id}/minor/data`, { remove: true }), 'YOUNG_DATA_KEPT');
  assert.ok((await evidenceLeft(id)) > 0);
});
