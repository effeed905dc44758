// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { registerAccount } from '#accounts';
import { type ContentDetail, ContentList, type DraftContent, MediaView } from '#editorial/contract';
import { poolOf, silentLog } from '#platform';
import type { Client } from '../support/client.ts';
import { joins } from '../support/colleagues.ts';
import { contentWith, type EditorialHand, editorialHand, variantOn } from '../support/editorial-hand.ts';
import { drawing } from '../support/files-by-hand.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';

// A post of ASL Roma 1 from the first draft to three networks, with everybody who has a say in it; and whoever tries without.

const BODY = 'asl-roma-1';
const LINK = { url: 'https://www.aslroma1.example/vaccinazioni', title: 'Vaccinazioni', description: 'Sedi e orari.' };
const TEXT =
  'Da lunedì il centro vaccinale apre dalle 8 alle 14, senza prenotazione. Portate con voi la tessera sanitaria.';
const CAPTION = 'Da lunedì il centro vaccinale apre dalle 8 alle 14.';
const SHORT = 'Da lunedì il centro vaccinale apre dalle 8 alle 14, senza prenotazione.';

let desk: NetworksDesk;
let hand: EditorialHand;
let author: Client;
let head: Client;
let picture: string;
before(async () => {
  desk = await startNetworksDesk([BODY]);
  hand = await editorialHand(desk, desk.towns[0]);
  author = await desk.signIn('moderator');
  head = await desk.signIn('head');
  picture = (await hand.picture(author)).id;
});
after(() => desk?.close());

const account = (network: 'facebook' | 'x' | 'instagram' | 'linkedin') => hand.on(network).account;

/** On Facebook, and repeated on X and Instagram. */
function vaccinations(more: Partial<DraftContent> = {}): DraftContent {
  const facebook = account('facebook');
  return contentWith({
    ...{ title: 'Centro vaccinale', text: TEXT, links: [LINK] },
    media: [
      { media: picture, alt: 'L’ingresso del centro vaccinale.', licence: 'Foto dell’azienda', people: 'nessuno' },
    ],
    variants: [
      variantOn(facebook),
      variantOn(account('x'), { repeats: facebook, text: SHORT }),
      variantOn(account('instagram'), { repeats: facebook, text: CAPTION, links: false }),
    ],
    ...more,
  });
}

const stateOn = ({ outings }: ContentDetail, network: string) => outings.find((one) => one.network === network)?.state;
const recorded = async (client: Client, kind: string) =>
  (await client.record()).items.filter((entry) => entry.kind === kind);

test('a post is checked, sent back, corrected, approved by another, fired by a person, out on Facebook and repeated on X and Instagram', async () => {
  const bare = vaccinations();
  let draft = await hand.opens(author, {
    ...bare,
    media: bare.media.map((one) => ({ ...one, alt: '' })),
    variants: bare.variants.map((one) =>
      one.account === account('x') ? { ...one, text: `${TEXT} ${TEXT} ${TEXT}` } : one,
    ),
  });
  const said = draft.obstacles.map(({ what }) => what).join('\n');
  assert.match(said, /testo alternativo/);
  assert.match(said, /al massimo 280/);
  assert.deepEqual(await hand.tries(author, draft, 'proposal'), { status: 422, code: 'NOT_READY' });

  const saved = await hand.saves(author, draft, bare);
  assert.equal(saved.status, 200, await saved.clone().text());
  draft = await hand.read(author, draft.id);
  assert.deepEqual(draft.obstacles, [], JSON.stringify(draft.variants.map(({ findings }) => findings)));
  assert.deepEqual(
    draft.variants.map(({ network, automatic, repeats }) => [network, automatic.rule, repeats?.clause ?? null]),
    [
      ['facebook', 'forbidden', null],
      ['x', 'forbidden', 'RM1-037'],
      ['instagram', 'forbidden', 'RM1-066'],
    ],
  );
  assert.deepEqual(draft.approvers, [], 'the policy does not say who approves: «dato mancante»');

  draft = await hand.does(author, draft, 'proposal');
  draft = await hand.does(head, draft, 'return', { reasons: 'Manca il giorno: dite da quale lunedì.' });
  assert.equal(draft.state, 'open');
  const corrected = vaccinations({ text: TEXT.replace('Da lunedì', 'Da lunedì 30') });
  assert.equal((await hand.saves(author, draft, corrected)).status, 200);
  draft = await hand.does(author, await hand.read(author, draft.id), 'proposal');
  draft = await hand.approves(head, draft);
  assert.equal(draft.approval?.void, null);
  assert.equal((await hand.posts('facebook', 'centro vaccinale')).length, 0, 'nothing goes out by itself');

  await hand.does(author, draft, 'firing');
  const again = await hand.tries(author, draft, 'firing');
  assert.equal(again.status, 200, 'one confirmation: sent twice it is still one');
  draft = await hand.settles(author, draft.id);
  for (const network of ['facebook', 'x', 'instagram'] as const) {
    assert.equal(stateOn(draft, network), 'out', JSON.stringify(draft.outings));
    assert.equal((await hand.posts(network, 'centro vaccinale')).length, 1, network);
  }
  const [onFacebook] = await hand.posts('facebook', 'lunedì 30');
  assert.equal(onFacebook?.media[0]?.alt, 'L’ingresso del centro vaccinale.');
  assert.ok(onFacebook?.text.includes(LINK.url));
  const original = draft.outings.find(({ network }) => network === 'facebook');
  assert.deepEqual(
    draft.outings.filter(({ repeats }) => repeats === original?.id).map(({ network, clause }) => [network, clause]),
    [
      ['x', 'RM1-037'],
      ['instagram', 'RM1-066'],
    ],
  );
  assert.deepEqual(
    draft.steps.map(({ step }) => step),
    ['opened', 'proposed', 'returned', 'proposed', 'approved', 'fired'],
  );
  const [fired] = await recorded(author, 'editorial.fired');
  assert.equal(fired?.role, 'moderator');
  assert.equal((await author.verification()).intact, true);
});

test('the author alone cannot: neither by the desk nor in the database', async () => {
  const draft = await hand.does(head, await hand.opens(head, vaccinations({ title: 'Da sola' })), 'proposal');
  const until = new Date(desk.clock.now().getTime() + 3_600_000).toISOString();
  const alone = await hand.tries(head, draft, 'approval', { digest: draft.digest, until });
  assert.deepEqual(alone, { status: 403, code: 'CONTENT_FOUR_EYES' });
  const narrow = await hand.tries(author, draft, 'approval', { digest: draft.digest, until });
  assert.deepEqual(narrow, { status: 403, code: 'ROLE_TOO_NARROW' });
  assert.equal((await hand.tries(head, draft, 'firing')).code, 'APPROVAL_MISSING');

  const insert = (person: string) => sql`
    insert into editorial_approval (id, body, draft_id, version, digest, policy_version, signed, approved_by, approved_by_name,
                                    approved_by_role, at, until)
    select gen_random_uuid(), body, draft_id, version, digest, ${draft.policyVersion}, digest, ${person}, 'x', 'head',
           now(), now() + interval '1 day'
      from editorial_version where draft_id = ${draft.id} and version = ${draft.version}`;
  const { database } = desk.portavoce.ports;
  await assert.rejects(
    database.inBody(BODY, (tx) => insert(draft.writers[0]?.id ?? '').execute(tx)),
    /wrote none of its versions/,
  );

  const deputy = await joins(desk.portavoce, { body: BODY, name: 'Vice Prova', role: 'head' });
  assert.equal((await hand.approves(deputy.client, draft)).state, 'approved', 'another head may');
  assert.equal((await hand.posts('facebook', 'centro vaccinale')).length, 1, 'the earlier one alone');
});

test('one comma changed after the approval is refused, and so is what is changed behind the desk’s back', async () => {
  const approved = async (title: string) =>
    hand.approves(head, await hand.does(author, await hand.opens(author, vaccinations({ title })), 'proposal'));
  const before = (await hand.posts('facebook', 'centro vaccinale')).length;

  const draft = await approved('Con la virgola');
  const comma = vaccinations({ title: 'Con la virgola', text: TEXT.replace('alle 14,', 'alle 14') });
  assert.equal((await hand.saves(author, draft, comma)).status, 200);
  assert.deepEqual(await hand.tries(author, draft, 'firing'), { status: 409, code: 'NOT_WHAT_WAS_READ' });
  const changed = await hand.read(author, draft.id);
  assert.equal(changed.state, 'open');
  assert.match(changed.approval?.void ?? '', /cambiato/);
  assert.deepEqual(await hand.tries(author, changed, 'firing'), { status: 409, code: 'APPROVAL_MISSING' });
  const late = await hand.saves(head, draft, vaccinations({ title: 'Con la virgola', text: `${TEXT} Grazie.` }));
  assert.equal(late.status, 409, 'on top of an older version');
  assert.equal(((await late.json()) as { code: string }).code, 'CONTENT_MOVED_ON');

  const behind = await approved('Dietro le quinte');
  const owner = poolOf(desk.portavoce.owner, silentLog, 1);
  await owner.query(
    `update editorial_version set content = jsonb_set(content, '{text}', to_jsonb($2::text)) where draft_id = $1`,
    [behind.id, TEXT.replace('8', '9')],
  );
  assert.deepEqual(await hand.tries(author, behind, 'firing'), { status: 409, code: 'APPROVAL_OF_ANOTHER' });

  const swapped = await approved('Un’altra foto');
  await owner.query('update editorial_media set content = content || $2 where id = $1', [picture, Buffer.from([0])]);
  assert.deepEqual(await hand.tries(author, swapped, 'firing'), { status: 409, code: 'APPROVAL_OF_ANOTHER' });
  await owner.query('update editorial_media set content = substring(content for bytes) where id = $1', [picture]);

  const redrawn = await approved('Un’altra immagine in uscita');
  const redraw = (content: string) =>
    owner.query(`update editorial_rendition set content = ${content} where media_id = $1`, [picture]);
  await redraw("content || '\\x00'::bytea");
  assert.deepEqual(await hand.tries(author, redrawn, 'firing'), { status: 409, code: 'APPROVAL_OF_ANOTHER' });
  await redraw('substring(content for bytes)');
  await owner.end();

  const expired = await approved('Scaduta');
  desk.clock.advance(2 * 86_400_000);
  assert.deepEqual(await hand.tries(author, expired, 'firing'), { status: 409, code: 'APPROVAL_EXPIRED' });
  assert.equal((await hand.posts('facebook', 'centro vaccinale')).length, before);
});

test('files are what their bytes say, and networks are given only those of what was published', async () => {
  const { ports, url } = desk.portavoce;
  const bring = (bytes: Uint8Array<ArrayBuffer>) =>
    fetch(`${url}/api/bodies/${BODY}/editorial/media`, {
      method: 'POST',
      headers: { cookie: author.cookie, 'content-type': 'application/octet-stream' },
      body: bytes,
    });
  const page = await bring(new Uint8Array(Buffer.from('<!doctype html><script>alert(1)</script>')));
  assert.equal(page.status, 415);
  assert.equal((await bring(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))).status, 422);
  const brought = await bring(new Uint8Array(await drawing()));
  assert.equal(brought.status, 201);
  const { id } = MediaView.parse(await brought.json());
  const [only] = vaccinations().media;
  assert.ok(only);
  await hand.opens(author, vaccinations({ title: 'In scrittura', media: [{ ...only, media: id }] }));
  const addressOf = async (media: string) => {
    const { rows } = await ports.database.inBody(BODY, (tx) =>
      sql<{ token: string }>`select token from editorial_rendition where media_id = ${media}`.execute(tx),
    );
    return `${url}/media/${BODY}/${rows[0]?.token}`;
  };
  assert.equal((await fetch(await addressOf(id))).status, 404, 'of a draft');
  const shown = await fetch(await addressOf(picture));
  assert.deepEqual([shown.status, shown.headers.get('content-type')], [200, 'image/jpeg']);
  assert.equal((await fetch(`${url}/media/${BODY}/${'a'.repeat(32)}`)).status, 404);
  assert.equal((await fetch(`${url}/api/bodies/${BODY}/editorial/media/${id}`)).status, 401);
});

test('a copy where no clause lets it be repeated is refused', async () => {
  const linkedin = account('linkedin');
  const facebook = account('facebook');
  const variants = [variantOn(facebook), variantOn(linkedin, { repeats: facebook })];
  const draft = await hand.opens(author, vaccinations({ title: 'Su LinkedIn', variants }));
  assert.match(draft.obstacles.map(({ what }) => what).join('\n'), /da Facebook a LinkedIn/);
  assert.equal((await hand.tries(author, draft, 'proposal')).code, 'NOT_READY');
  const back = [variantOn(account('x')), variantOn(facebook, { repeats: account('x') })];
  const other = await hand.opens(author, vaccinations({ title: 'Al contrario', variants: back }));
  assert.match(other.obstacles.map(({ what }) => what).join('\n'), /da X a Facebook/);
});

test('where no interface reaches a person does it by its steps, and pastes where it can be seen', async () => {
  const place = {
    network: 'other',
    externalId: 'canale-di-prova',
    handle: 'canale.example/asl',
    act: 'atto di prova',
  } as const;
  const by = { ...place, body: BODY, name: 'Canale di prova', url: 'https://canale.example/asl' };
  const channel = await registerAccount(desk.portavoce.ports, by);
  const content = vaccinations({ title: 'A mano', variants: [variantOn(channel)] });
  let draft = await hand.does(author, await hand.opens(author, content), 'proposal');
  draft = await hand.does(author, await hand.approves(head, draft), 'firing');
  const [outing] = draft.outings;
  assert.equal(outing?.delivery, 'by-hand');
  assert.match(outing?.byHand?.steps.join(' ') ?? '', /approvati, senza cambiarli/);
  const link = 'https://canale.example/asl/1';
  assert.equal((await author.post(`editorial/outings/${outing?.id}/done`, { link })).status, 200);
  await desk.drain();
  const done = (await hand.read(author, draft.id)).outings[0];
  assert.deepEqual([done?.state, done?.permalink], ['out', link]);
  assert.equal((await author.post(`editorial/outings/${outing?.id}/done`, { link })).status, 409, 'once is enough');
});

test('what is out is corrected with another approval and taken back on every copy, with the reason', async () => {
  const { items } = ContentList.parse(await (await author.get('editorial/drafts?state=out')).json());
  let draft = await hand.read(author, items.find(({ title }) => title === 'Centro vaccinale')?.id ?? '');
  draft = await hand.does(author, draft, 'correction', { reasons: 'L’orario è sbagliato: chiude alle 13.' });
  const moved = { ...draft.content, variants: draft.content.variants.slice(1) };
  assert.equal(
    ((await (await hand.saves(author, draft, moved)).json()) as { code: string }).code,
    'CORRECTION_OF_TEXT',
  );
  const right = (text: string) => text.replace('alle 14', 'alle 13');
  const content = {
    ...draft.content,
    text: right(draft.content.text),
    variants: draft.content.variants.map((one) => ({ ...one, text: one.text === null ? null : right(one.text) })),
  };
  assert.equal((await hand.saves(author, draft, content)).status, 200);
  draft = await hand.approves(head, await hand.does(author, await hand.read(author, draft.id), 'proposal'));
  await hand.does(author, draft, 'firing');
  draft = await hand.settles(author, draft.id);
  assert.equal((await hand.posts('facebook', 'alle 13')).length, 1);
  assert.equal((await hand.posts('facebook', 'alle 14')).length, 0);
  const byHand = draft.outings.find(({ act, network }) => act === 'edit' && network === 'instagram');
  assert.equal(byHand?.delivery, 'by-hand', 'no interface edits a caption');
  assert.ok((byHand?.byHand?.steps.length ?? 0) > 0);
  const done = await author.post(`editorial/outings/${byHand?.id}/done`, { link: 'https://instagram.example/p/1' });
  assert.equal(done.status, 200);

  await hand.does(author, draft, 'removal', { reasons: 'L’apertura è annullata.' });
  draft = await hand.settles(author, draft.id);
  for (const network of ['facebook', 'x'] as const) {
    assert.equal((await hand.posts(network, 'centro vaccinale')).length, 0, network);
    assert.equal(draft.outings.find((one) => one.act === 'publish' && one.network === network)?.state, 'removed');
  }
  const removal = draft.outings.find(({ act, network }) => act === 'remove' && network === 'instagram');
  assert.ok(removal !== undefined && (removal.state === 'out' || removal.byHand !== null), JSON.stringify(removal));
  assert.equal((await recorded(author, 'editorial.removed')).length, 1);
});
