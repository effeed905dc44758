// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Pool } from 'pg';
import type { NetworkName } from '#channels';
import { receive } from '#inbox';
import { evidenceDue, openEvidence, purgeDue } from '#moderation';
import { CaseMedia, DossierCase } from '#moderation/contract';
import { poolOf, silentLog } from '#platform';
import type { Client } from '../support/client.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import type { Presence } from '../support/presences.ts';

// What comes with a comment besides words: copied from the network at the first need, sealed, shown by our own server alone, kept
// as evidence before acting, and gone with the words.

const MILANO = 'ats-milano';
const CREMA = 'asst-crema';
const HOUR = 3_600_000;
const ALT = 'Una panchina sgangherata al parco';
const CSAM = { office: 'Direzione', confirmed: true };

let desk: NetworksDesk;
let owner: Pool;
let moderator: Client;
before(async () => {
  desk = await startNetworksDesk([MILANO, CREMA]);
  owner = poolOf(desk.portavoce.owner, silentLog, 2);
  moderator = await desk.signIn('moderator');
});
after(async () => {
  await owner?.end();
  await desk?.close();
});

function presence(network: NetworkName): Presence {
  const found = desk.towns[0].presences.find((one) => one.network === network);
  assert.ok(found);
  return found;
}

const sample = (name: string) => `${desk.towns[0].sandbox.url}/samples/${name}`;
const bytesOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());
const picture = (url = sample('picture.png')) => [{ type: 'image', url, alt: ALT }];

async function reads(on: Presence): Promise<void> {
  desk.clock.advance(60_000);
  await on.poll();
  await desk.drain();
}

async function caseOf(text: string): Promise<string> {
  const found = (await moderator.queue('?limit=100')).items.find(({ excerpt }) => excerpt.includes(text));
  assert.ok(found, text);
  return found.id;
}

interface Arrived {
  readonly id: string;
  readonly external: string;
}

async function arrives(on: Presence, text: string, media: unknown = picture()): Promise<Arrived> {
  const external = await on.writes({ text, media });
  await reads(on);
  return { id: await caseOf(text), external };
}

async function mediaOf(id: string, client = moderator) {
  const response = await client.get(`cases/${id}/media`);
  assert.equal(response.status, 200, await response.clone().text());
  return CaseMedia.parse(await response.json());
}

const fileOf = (id: string, piece: string, client = moderator) => client.get(`cases/${id}/media/${piece}`);

async function pieceOf(id: string) {
  const { pieces, state } = await mediaOf(id);
  const [piece] = pieces;
  assert.ok(piece !== undefined && pieces.length === 1, `${state} with ${pieces.length} pieces`);
  return piece;
}

/** Reads of the network, of whatever it was asked, as it remembers them. */
const callsTo = async (on: Presence) =>
  (await on.control<{ calls: { method: string }[] }>('GET', 'calls')).calls.filter(({ method }) => method === 'GET')
    .length;

const copiesIn = async (table: 'media_copy' | 'evidence_media', id: string) => {
  const where =
    table === 'media_copy'
      ? 'item_id = (select item_id from moderation_case where id = $1)'
      : 'decision_id in (select id from decision where case_id = $1)';
  return (await owner.query<{ sealed: Buffer | null }>(`select sealed from ${table} where ${where}`, [id])).rows;
};

for (const [network, alt] of [
  ['facebook', null],
  ['x', ALT],
  ['threads', ALT],
  ['bluesky', ALT],
  ['mastodon', ALT],
] as const)
  test(`${network}: a picture is copied when it is needed, and our own server gives it back to the byte`, async () => {
    const on = presence(network);
    const { id } = await arrives(on, `Guardate questa panchina (${network})`);
    assert.deepEqual(await copiesIn('media_copy', id), [], 'nobody has needed it yet');
    const media = await mediaOf(id);
    assert.deepEqual([media.state, media.grave, media.pieces.length], ['told', false, 1]);
    const [piece] = media.pieces;
    assert.ok(piece);
    assert.deepEqual([piece.kind, piece.state, piece.type, piece.alt], ['image', 'copied', 'image/png', alt]);
    const answer = await fileOf(id, piece.id);
    assert.equal(answer.status, 200);
    const headers = ['content-type', 'x-content-type-options', 'cache-control'].map((name) => answer.headers.get(name));
    assert.deepEqual(headers, ['image/png', 'nosniff', 'no-store']);
    assert.match(answer.headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none'/);
    assert.match(answer.headers.get('content-disposition') ?? '', /^inline; filename="pratica-\d+-allegato-1\.png"$/);
    const original = await bytesOf(sample('picture.png'));
    assert.ok(Buffer.from(await answer.arrayBuffer()).equals(original));
    const [copy] = await copiesIn('media_copy', id);
    assert.ok(copy?.sealed && !copy.sealed.includes(original.subarray(0, 24)), 'sealed where it lies');
    const inClear = await owner.query('select from media_copy where media_copy::text like $1', ['%sgangherata%']);
    assert.equal(inClear.rowCount, 0, 'and its description too');
  });

test('a picture in a private message, on the networks that let the desk read them', async () => {
  for (const network of ['facebook', 'x', 'mastodon'] as const) {
    const on = presence(network);
    const text = `In privato, da ${network}`;
    await on.control('POST', 'messages', { account: on.externalId, author: 'Ada Prova', text, media: picture() });
    await reads(on);
    const piece = await pieceOf(await caseOf(text));
    assert.deepEqual([piece.state, piece.type], ['copied', 'image/png'], network);
  }
});

test('a voice and a film are known by their bytes; a player may ask for a part', async () => {
  const on = presence('facebook');
  const { id } = await arrives(on, 'Sentite qui', [{ type: 'video', url: sample('voice.wav'), alt: null }]);
  const piece = await pieceOf(id);
  assert.deepEqual([piece.kind, piece.type], ['video', 'audio/wav']);
  const whole = await bytesOf(sample('voice.wav'));
  const path = `${desk.portavoce.url}/api/bodies/${MILANO}/cases/${id}/media/${piece.id}`;
  const part = (range: string) => fetch(path, { headers: { cookie: moderator.cookie, range } });
  const middle = await part('bytes=4-7');
  assert.deepEqual([middle.status, middle.headers.get('content-range')], [206, `bytes 4-7/${whole.length}`]);
  assert.ok(Buffer.from(await middle.arrayBuffer()).equals(whole.subarray(4, 8)));
  assert.equal((await (await part('bytes=-10')).arrayBuffer()).byteLength, 10);
  assert.equal((await part(`bytes=${whole.length}-`)).status, 416);
});

test('bytes that are no picture, too many of them, or behind a door that is not the network’s, are not shown and not kept', async () => {
  let asked = 0;
  const inside = createServer((_request, response) => {
    asked += 1;
    response.end('secret');
  }).listen(0, '127.0.0.1');
  await once(inside, 'listening');
  const within = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/secret.png`;
  const cases = [
    ['lie.png', 'unknown-type'],
    ['huge.jpg', 'too-large'],
    ['missing.png', 'gone'],
    [`moved.jpg?to=${encodeURIComponent(within)}`, 'not-given'],
  ] as const;
  const on = presence('facebook');
  for (const [name, state] of cases) {
    const { id } = await arrives(on, `Prova con ${name.slice(0, 9)}`, picture(sample(name)));
    const piece = await pieceOf(id);
    assert.deepEqual([piece.state, piece.type, piece.bytes], [state, null, null], name);
    assert.equal((await fileOf(id, piece.id)).status, 404, name);
    assert.equal((await copiesIn('media_copy', id))[0]?.sealed, null, name);
  }
  const { id } = await arrives(on, 'Prova senza giri', picture(within));
  assert.equal((await pieceOf(id)).state, 'not-given');
  inside.close();
  assert.equal(asked, 0, 'nobody inside was ever asked');
});

test('what the network no longer has, and what its interface never gives, is said so', async () => {
  const on = presence('mastodon');
  const { id, external } = await arrives(on, 'La tolgo subito');
  await on.control('POST', 'deletions', { id: external });
  assert.deepEqual(await mediaOf(id), { state: 'gone', grave: false, pieces: [] });
  const instagram = presence('instagram');
  await instagram.writes({ kind: 'mention', text: 'Una foto con @ente dentro', media: true });
  await reads(instagram);
  const tagged = await caseOf('Una foto con @ente dentro');
  assert.deepEqual([(await moderator.case(tagged)).hasMedia, (await mediaOf(tagged)).state], [true, 'not-given']);
  const { id: none } = await arrives(on, 'Solo parole, davvero', []);
  assert.equal((await mediaOf(none)).state, 'none');
});

test('a network in trouble is asked again, and only then; two at once ask once', async () => {
  const on = presence('x');
  const { id } = await arrives(on, 'Mentre il social è giù');
  await on.control('POST', 'faults', { fault: 'rate-limited', times: 1, on: 'read' });
  assert.equal((await mediaOf(id)).state, 'failed');
  desk.clock.advance(60_000);
  const calls = await callsTo(on);
  const both = await Promise.all([mediaOf(id), mediaOf(id)]);
  assert.deepEqual(
    both.map(({ state }) => state),
    ['told', 'told'],
  );
  assert.equal((await callsTo(on)) - calls, 1);
  await on.control('POST', 'faults', { fault: 'down' });
  assert.equal((await pieceOf(id)).state, 'copied', 'the copy needs no network');
  await on.control('DELETE', 'faults');
});

test('read by whoever may read the case, and by nobody else', async () => {
  const { id } = await arrives(presence('facebook'), 'Chi può vederla');
  const { id: other } = await arrives(presence('facebook'), 'Un’altra panchina');
  const { id: piece } = await pieceOf(id);
  assert.equal((await fileOf(id, piece, await desk.signIn('auditor'))).status, 200);
  const stranger = await desk.signIn('head', CREMA);
  for (const path of [`cases/${id}/media`, `cases/${id}/media/${piece}`]) {
    assert.equal((await stranger.get(`/api/bodies/${MILANO}/${path}`)).status, 403);
    assert.equal((await stranger.get(`/api/bodies/${CREMA}/${path}`)).status, 404);
    assert.equal((await fetch(`${desk.portavoce.url}/api/bodies/${MILANO}/${path}`)).status, 401);
  }
  assert.equal((await fileOf(other, piece)).status, 404, 'a piece is of its own case');
});

test('what is hard to look at is told so; what may be child-abuse content is neither asked for, nor copied, nor shown', async () => {
  const on = presence('facebook');
  const threat = await arrives(on, 'Vi aspetto sotto casa e vi spacco la testa');
  assert.equal((await mediaOf(threat.id)).grave, true);

  const seen = await arrives(on, 'Una foto già vista');
  const { id: piece } = await pieceOf(seen.id);
  const unseen = await arrives(on, 'Una foto mai vista');
  for (const { id } of [seen, unseen]) assert.equal((await moderator.post(`cases/${id}/csam`, CSAM)).status, 200);
  assert.deepEqual(await copiesIn('media_copy', seen.id), [], 'the copy went at once');
  assert.equal((await fileOf(seen.id, piece)).status, 404);
  const noticed = await arrives(on, 'Una foto che insospettisce');
  await owner.query(`update judgement set signals = signals || $2::jsonb where case_id = $1`, [
    noticed.id,
    JSON.stringify([{ category: 'csam', strength: 0.2, spans: [], source: 'model', reason: 'indizio debole' }]),
  ]);
  const calls = await callsTo(on);
  assert.equal((await mediaOf(noticed.id)).state, 'withheld');
  for (const { id } of [seen, unseen])
    assert.deepEqual(await mediaOf(id), { state: 'withheld', grave: true, pieces: [] });
  assert.equal(await callsTo(on), calls, 'the network was not asked');
  assert.deepEqual(await copiesIn('media_copy', unseen.id), []);
});

test('before hiding, what nobody had opened is copied as evidence; it is in the whole file, and goes with the original', async () => {
  const { id } = await arrives(presence('facebook'), 'Guardate la faccia di quel pezzo di merda');
  const LAW = { kind: 'law', rule: 'Codice penale, art. 595', why: 'Ritrae una persona per deriderla.' } as const;
  const decided = await moderator.decide(id, {
    kind: 'remove',
    grounds: [LAW],
    reasons: 'Deride una persona ritratta.',
  });
  const decision = decided.decisions.at(-1)?.id ?? '';
  const { database, vault } = desk.portavoce.ports;
  const evidence = await database.inBody(MILANO, (tx) => openEvidence(tx, vault, decision));
  const original = await bytesOf(sample('picture.png'));
  const [fact] = evidence?.media ?? [];
  assert.deepEqual([fact?.state, fact?.type, fact?.bytes], ['copied', 'image/png', original.length]);
  assert.match(fact?.digest ?? '', /^[0-9a-f]{64}$/);
  assert.equal((await copiesIn('evidence_media', id)).length, 1);

  const head = await desk.signIn('head');
  const made = await head.post(`cases/${id}/dossiers`, { form: 'whole', purpose: 'authorities' });
  const { dossiers } = DossierCase.parse(await made.json());
  const file = Buffer.from(await (await head.get(`dossiers/${dossiers[0]?.id}/file`)).arrayBuffer());
  assert.ok(file.includes('allegati/1-1.png') && file.includes(original), 'the picture is in the file');
  assert.ok(file.includes('Allegato: image/png, impronta con chiave'), 'and in its page');
  const covered = DossierCase.parse(
    await (await moderator.post(`cases/${id}/dossiers`, { form: 'masked', purpose: 'records-request' })).json(),
  );
  const masked = covered.dossiers.find(({ form }) => form === 'masked')?.id;
  const copy = Buffer.from(await (await moderator.get(`dossiers/${masked}/file`)).arrayBuffer());
  assert.ok(!copy.includes(original), 'no picture can be masked');

  desk.clock.advance(200 * 24 * HOUR);
  await evidenceDue(desk.portavoce.ports, MILANO);
  assert.deepEqual(await copiesIn('evidence_media', id), []);
});

test('a copy goes when the words have to go', async () => {
  const on = presence('bluesky');
  const { id, external } = await arrives(on, 'La cancello domani');
  assert.equal((await pieceOf(id)).state, 'copied');
  await on.control('POST', 'deletions', { id: external });
  const { ports } = desk.portavoce;
  const source = { body: MILANO, account: on.account, network: on.network, homes: [] };
  const gone = { type: 'deleted', externalId: external, at: desk.clock.now() } as const;
  await ports.database.inBody(MILANO, (tx) => receive({ ...ports, tx }, source, [gone]));
  desk.clock.advance(24 * HOUR);
  await purgeDue(desk.portavoce.ports, MILANO);
  assert.deepEqual(await copiesIn('media_copy', id), []);
  assert.equal((await mediaOf(id)).state, 'purged');
  assert.deepEqual(await copiesIn('media_copy', id), [], 'and does not come back');
});

test('a citizen of the simulated networks can attach a picture, where people can', async () => {
  const { sandbox } = desk.towns[0];
  const attaching = async (network: NetworkName, testo: string) => {
    const on = presence(network);
    const { handle } = (await on.control<{ accounts: { handle: string }[] }>('GET', 'accounts')).accounts[0] ?? {};
    const form = {
      atto: 'commenta',
      post: on.post,
      autore: 'Leo Finto',
      testo,
      immagine: 'sì',
      descrizione: 'La buca',
    };
    const sent = await fetch(`${sandbox.url}/${network}/${handle}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    });
    assert.equal(sent.status, 303);
    await reads(on);
    return caseOf(testo);
  };
  const piece = await pieceOf(await attaching('mastodon', 'Ecco la buca, con foto'));
  assert.deepEqual([piece.state, piece.alt], ['copied', 'La buca']);
  assert.equal((await mediaOf(await attaching('instagram', 'Qui le foto non si allegano'))).state, 'none');
});
