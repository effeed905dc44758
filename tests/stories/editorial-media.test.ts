// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { forgetUnusedMedia } from '#editorial';
import { CaptionsView, type ContentDetail, type DraftContent, MediaView } from '#editorial/contract';
import type { NetworkName } from '#policy';
import type { Client } from '../support/client.ts';
import { contentWith, type EditorialHand, editorialHand, variantOn } from '../support/editorial-hand.ts';
import { drawing, moving, PICTURES_OF_VIDEO, photo, points, TELLTALES, video } from '../support/files-by-hand.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';

// Files on their way through the desk: what is brought stays as it is, what goes out is made of it and carries nothing.

const BODY = 'asl-roma-1';
const TEXT = 'Da lunedì il centro vaccinale apre dalle 8 alle 14.';
const DAY = 86_400_000;
const MARK = { left: 100, top: 100, width: 300, height: 300 };

let desk: NetworksDesk;
let hand: EditorialHand;
let author: Client;
let head: Client;
before(async () => {
  desk = await startNetworksDesk([BODY]);
  hand = await editorialHand(desk, desk.towns[0]);
  author = await desk.signIn('moderator');
  head = await desk.signIn('head');
});
after(() => desk?.close());

const path = (rest: string) => `${desk.portavoce.url}/api/bodies/${BODY}/editorial/${rest}`;

const brings = (content: Buffer | string, to = 'media', { cookie } = author) =>
  fetch(path(to), {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(Buffer.from(content)),
  });

async function brought(content: Buffer): Promise<MediaView> {
  const response = await brings(content);
  assert.equal(response.status, 201, await response.clone().text());
  return MediaView.parse(await response.json());
}

const bytesAt = async (address: string) => {
  const response = await fetch(address, { headers: { cookie: author.cookie } });
  assert.equal(response.status, 200, address);
  return Buffer.from(await response.arrayBuffer());
};

const use = (media: string) => ({ media, alt: 'L’ingresso.', licence: 'Foto dell’azienda', people: 'nessuno' });
const on = (network: NetworkName) => hand.on(network).account;

const showing = (media: readonly string[], networks: readonly NetworkName[], more: Partial<DraftContent> = {}) =>
  contentWith({
    ...{ title: 'Centro vaccinale', text: TEXT, media: media.map(use) },
    links: [{ url: 'https://www.aslroma1.example/vaccinazioni', title: 'Vaccinazioni', description: '' }],
    variants: networks.map((network) => variantOn(on(network), { links: network !== 'instagram' })),
    ...more,
  });

async function saved(detail: ContentDetail, content: DraftContent): Promise<ContentDetail> {
  const response = await hand.saves(author, detail, content);
  assert.equal(response.status, 200, await response.clone().text());
  return hand.read(author, detail.id);
}

const said = ({ obstacles }: ContentDetail) => obstacles.map(({ what }) => what).join('\n');

async function published(content: DraftContent): Promise<ContentDetail> {
  const draft = await hand.opens(author, content);
  assert.deepEqual(draft.obstacles, [], JSON.stringify(draft.variants.map(({ findings }) => findings)));
  const approved = await hand.approves(head, await hand.does(author, draft, 'proposal'));
  await hand.does(author, approved, 'firing');
  return hand.settles(author, draft.id);
}

test('a photograph that says where it was taken goes out on three networks and says nothing', async () => {
  const original = await photo();
  const kept = await brought(original);
  assert.deepEqual([kept.width, kept.height, kept.carries.includes('position')], [400, 640, true]);
  assert.deepEqual(await bytesAt(path(`media/${kept.id}`)), original, 'kept to the byte');

  // Lying, it is a shape that Instagram takes.
  const square = await brought(await sharp(original).autoOrient().resize(500, 500).keepMetadata().jpeg().toBuffer());
  assert.ok(square.carries.includes('position'));
  const content = showing([square.id], ['facebook', 'x', 'instagram']);
  const draft = await published(content);
  assert.deepEqual(
    draft.outings.map(({ network, state }) => [network, state]).toSorted(),
    [
      ['facebook', 'out'],
      ['instagram', 'out'],
      ['x', 'out'],
    ],
    JSON.stringify(draft.outings),
  );
  const fetched: Buffer[] = [];
  for (const network of ['facebook', 'instagram'] as const) {
    const [post] = await hand.posts(network, TEXT);
    const [given] = post?.media ?? [];
    assert.match(given?.url ?? '', new RegExp(`^${desk.portavoce.url}/media/${BODY}/[\\w-]{32}$`));
    fetched.push(Buffer.from(await (await fetch(given?.url ?? '')).arrayBuffer()));
  }
  for (const { id } of draft.renditions) fetched.push(await bytesAt(path(`renditions/${id}`)));
  assert.equal(fetched.length, 5);
  for (const bytes of fetched) {
    for (const word of TELLTALES) assert.ok(!bytes.includes(word, 0, 'latin1'), word);
    const { exif, xmp, icc, format } = await sharp(bytes).metadata();
    assert.deepEqual([exif, xmp, icc, format], [undefined, undefined, undefined, 'jpeg']);
  }
});

test('what is no picture or hides something is refused with the reason, and an auditor brings nothing', async () => {
  const refused = async (content: Buffer | string) => {
    const response = await brings(content);
    const { code, detail = '', hint = '' } = (await response.json()) as Record<string, string>;
    return `${response.status} ${code} ${detail} ${hint}`;
  };
  assert.match(await refused('<svg onload="alert(1)"/>'), /^415 CONTENT_MEDIA_TYPE .*SVG/);
  assert.match(await refused('%PDF-1.7'), /^415 CONTENT_MEDIA_TYPE .*PDF/);
  assert.match(await refused((await drawing()).subarray(0, -30)), /^422 MEDIA_BROKEN/);
  assert.match(await refused(Buffer.concat([await drawing(), Buffer.from('<script>')])), /^422 MEDIA_HIDES/);
  const auditor = await desk.signIn('auditor');
  assert.equal((await brings(await drawing(), 'media', auditor)).status, 403);
  assert.equal((await brings('1', 'captions', auditor)).status, 403);
});

test('a shape that a network refuses stops the draft until a person chooses; the choice is signed', async () => {
  const wide = await brought(
    await sharp(points(900, 300), { raw: { width: 900, height: 300, channels: 3 } })
      .jpeg()
      .toBuffer(),
  );
  const content = showing([wide.id], ['instagram']);
  let draft = await hand.opens(author, content);
  assert.match(said(draft), /Instagram: l’immagine 1 è troppo larga/);
  assert.equal((await hand.tries(author, draft, 'proposal')).code, 'NOT_READY');
  const { digest } = draft;
  const framings = [{ media: wide.id, account: on('instagram'), how: 'crop' as const }];
  draft = await saved(draft, { ...content, framings });
  assert.equal(said(draft), '');
  assert.notEqual(draft.digest, digest);
  const [made] = draft.renditions;
  assert.deepEqual([made?.framing, made?.width, made?.height], ['crop', 573, 300]);
});

test('what is marked goes out unrecognisable, and its original never beside it', async () => {
  const original = await brought(await drawing(400, 400));
  const response = await author.post(`editorial/media/${original.id}/blur`, { marks: [MARK] });
  assert.equal(response.status, 201, await response.clone().text());
  const blurred = MediaView.parse(await response.json());
  assert.equal(blurred.madeOf, original.id);
  assert.notEqual(blurred.digest, original.digest);
  const again = await author.post(`editorial/media/${original.id}/blur`, { marks: [MARK] });
  assert.equal(MediaView.parse(await again.json()).id, blurred.id, 'the same marks make the same picture');

  const both = await hand.opens(author, showing([blurred.id, original.id], ['facebook']));
  assert.match(said(both), /Il file 2 è la stessa immagine del file 1, che ha una parte sfocata/);
  const draft = await published(showing([blurred.id], ['facebook'], { title: 'Sfocata' }));
  const [out] = draft.renditions;
  assert.ok(out);
  const pointsAt = async (address: string) =>
    sharp(await bytesAt(path(address)))
      .removeAlpha()
      .raw()
      .toBuffer();
  const [shown, clear] = [await pointsAt(`renditions/${out.id}`), await pointsAt(`media/${original.id}`)];
  const alike = (x: number, y: number) => {
    const at = (y * 400 + x) * 3;
    return shown.subarray(at, at + 3).equals(clear.subarray(at, at + 3));
  };
  assert.ok(alike(5, 5) && alike(390, 390));
  const inside = Array.from({ length: 1000 }, (_, nth) => alike(50 + (nth % 100), 50 + Math.floor(nth / 10)));
  assert.ok(inside.filter(Boolean).length < 5, 'what was marked is gone');

  const outside = await author.post(`editorial/media/${original.id}/blur`, {
    marks: [{ left: 900, top: 0, width: 200, height: 10 }],
  });
  assert.equal(outside.status, 422);
  const gif = await brought(await moving(3));
  const moves = await author.post(`editorial/media/${gif.id}/blur`, { marks: [MARK] });
  assert.equal(((await moves.json()) as { code: string }).code, 'MEDIA_NOT_BLURRED');
});

test('a video goes out without its track of places; its captions are read, signed and given back in both forms', async () => {
  const kept = await brought(video());
  assert.deepEqual([kept.kind, kept.seconds, kept.carries.includes('position')], ['video', 2, true]);
  const captions = '1\n00:00:00,000 --> 00:00:02,000\nIl centro vaccinale apre alle 8.\n';
  const response = await brings(captions, 'captions');
  assert.equal(response.status, 201, await response.clone().text());
  const { id, cues } = CaptionsView.parse(await response.json());
  assert.equal(cues, 1);
  assert.equal((await brings('non sono sottotitoli', 'captions')).status, 422);

  const content = showing([kept.id], ['facebook']);
  let draft = await hand.opens(author, content);
  const { digest } = draft;
  draft = await saved(draft, { ...content, captions: [{ media: kept.id, captions: id }] });
  assert.notEqual(draft.digest, digest);
  assert.deepEqual(
    draft.captions.map((one) => [one.id, one.seconds]),
    [[id, 2]],
  );
  const [made] = draft.renditions;
  const bytes = await bytesAt(path(`renditions/${made?.id}`));
  assert.ok(bytes.includes(PICTURES_OF_VIDEO));
  for (const word of ['41.9', 'TelefonoDiProva']) assert.ok(!bytes.includes(word), word);
  assert.match(String(await bytesAt(path(`captions/${id}`))), /^WEBVTT\n\n00:00:00\.000 --> /);
  assert.equal(String(await bytesAt(path(`captions/${id}?as=srt`))), captions);
  const astray = await saved(draft, { ...content, media: [], captions: [{ media: kept.id, captions: id }] });
  assert.match(said(astray), /sottotitoli per un video che non è nella bozza/);
});

test('files that no content uses go after thirty days, with a record; what is written, blurred from or out stays', async () => {
  const never = await brought(await drawing(50, 50));
  const dropped = await brought(await drawing(60, 60));
  const open = await brought(await drawing(70, 70));
  const from = await brought(await drawing(80, 80));
  const blurring = await author.post(`editorial/media/${from.id}/blur`, { marks: [MARK] });
  const blurred = MediaView.parse(await blurring.json());
  const given = await hand.opens(author, showing([dropped.id], ['facebook'], { title: 'Da lasciare' }));
  await hand.opens(author, showing([open.id, blurred.id], ['facebook'], { title: 'In scrittura' }));
  const out = await published(showing([(await brought(await drawing(90, 90))).id], ['facebook'], { title: 'Uscita' }));
  const { database, clock } = desk.portavoce.ports;
  const sweep = () => forgetUnusedMedia({ database, clock }, BODY);
  const statusOf = async (id: string) =>
    (await fetch(path(`media/${id}`), { headers: { cookie: author.cookie } })).status;

  await sweep();
  assert.equal(await statusOf(never.id), 200, 'not yet');
  desk.clock.advance(31 * DAY);
  author = await desk.signIn('moderator');
  await hand.does(author, given, 'discard', { reasons: 'Non serve più.' });
  await sweep();
  assert.equal(await statusOf(never.id), 404);
  assert.equal(await statusOf(dropped.id), 200, 'given up a moment ago');
  desk.clock.advance(31 * DAY);
  author = await desk.signIn('moderator');
  assert.ok((await sweep()) >= 1);
  assert.equal(await statusOf(dropped.id), 404);
  for (const id of [open.id, from.id, blurred.id, out.content.media[0]?.media ?? ''])
    assert.equal(await statusOf(id), 200);
  assert.equal(await sweep(), 0);
  const recorded = (await author.record()).items.filter(({ kind }) => kind === 'editorial.media-forgotten');
  assert.ok(recorded.length >= 2);
  assert.equal((await author.verification()).intact, true);
});
