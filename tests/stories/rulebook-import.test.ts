// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from '#policy';
import { DraftChecks, ImportedDocument } from '#rulebook/contract';
import { pdfOf } from '../import/pdf-by-hand.ts';
import type { Client } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { type RulebookHand, read, refusedAs, rulebookHand } from '../support/rulebook-hand.ts';

// An existing document becomes a draft in the desk.

const BODY = BODIES.comune.slug;
const FIXTURES = join(import.meta.dirname, '../import/fixtures');

let desk: Desk;
let moderator: Client;
let hand: RulebookHand;
before(async () => {
  desk = await startDesk();
  moderator = await desk.signIn('moderator', 'comune');
  hand = rulebookHand(desk.url, BODY, moderator);
});
after(() => desk.close());

const send = (bytes: Uint8Array | undefined, name: string, { cookie }: Pick<Client, 'cookie'> = moderator) =>
  fetch(`${desk.url}/api/bodies/${BODY}/rulebook/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/octet-stream' },
    ...(bytes !== undefined && { body: bytes as Uint8Array<ArrayBuffer> }),
  });

test('a document gives a draft of this body, which opens as any text and has no mistake', async () => {
  const bytes = await readFile(join(FIXTURES, 'comune-elenchi.txt'));
  const imported = await read(ImportedDocument, await send(bytes, 'Policy del Comune.txt'));
  const { policy } = parse(imported.source, 'imported');
  assert.ok(policy !== undefined);
  assert.deepEqual([policy.header.body, policy.header.version], [BODY, '2']);
  assert.match(imported.source, /^fonte: Policy del Comune\.txt$/m);
  const inDraft = policy.parts.flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses));
  assert.equal(imported.clauses, inDraft.length);
  assert.ok((imported.found.find(({ what }) => what === 'rules')?.count ?? 0) > 3);
  const draft = await hand.open(imported.source, 'Dal documento');
  const { complaints, obstacles } = await read(DraftChecks, await hand.get(`drafts/${draft.id}/checks`));
  assert.deepEqual(complaints, []);
  assert.deepEqual(
    obstacles.map(({ code }) => code),
    ['CHANGE_NOTE_MISSING'],
  );
});

test('a page and a PDF are told by their bytes, whatever they are called', async () => {
  const page = await read(ImportedDocument, await send(await readFile(join(FIXTURES, 'agenzia-pagina.html')), 'a.pdf'));
  assert.ok(page.clauses > 5 && page.left.length > 0);
  const lines = ['Social media policy del Comune di Prova', 'Saranno rimossi i commenti con insulti e minacce.'];
  const pdf = await read(ImportedDocument, await send(pdfOf([lines.map((text) => ({ text }))]), 'senza-nome'));
  assert.match(pdf.source, /insulti e minacce/);
  assert.equal(pdf.named, 'Comune di Prova');
});

test('what a person must look at is listed with its reason, and marked in the draft', async () => {
  const text = 'Social media policy del Comune di Prova\n\nSaranno rimossi i commenti con insulti.\n';
  const { lookAt, source, found } = await read(ImportedDocument, await send(Buffer.from(text), 'breve.txt'));
  assert.equal(lookAt.length, 1);
  assert.match(lookAt[0]?.why ?? '', /nessun social/);
  assert.match(source, /### \S+ · .*[\s\S]*~~~difetto/);
  assert.deepEqual(found, [{ what: 'rules', count: 1 }]);
});

test('what cannot be read is refused with what to do', async () => {
  await refusedAs(await send(new Uint8Array(), 'vuoto.txt'), 422, 'EMPTY_SOURCE');
  await refusedAs(await send(undefined, 'niente.txt'), 422, 'EMPTY_SOURCE');
  await refusedAs(await send(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'a.docx'), 415, 'NOT_A_DOCUMENT');
  await refusedAs(await send(pdfOf([[]]), 'scansione.pdf'), 422, 'PDF_OF_IMAGES');
  const locked = pdfOf([[{ text: 'Chiuso' }]], { locked: true });
  await refusedAs(await send(locked, 'chiuso.pdf'), 422, 'PDF_LOCKED');
  await refusedAs(await send(Buffer.from('%PDF-1.7\nrotto'), 'rotto.pdf'), 422, 'PDF_BROKEN');
  await refusedAs(await send(Buffer.alloc(16 * 1024 * 1024 + 1, 'a '), 'lungo.txt'), 413, 'TOO_LARGE');
});

test('only who writes the policy sends documents, and nothing is kept of them', async () => {
  const auditor = await desk.signIn('auditor', 'comune');
  await refusedAs(await send(Buffer.from('Testo'), 'a.txt', auditor), 403, 'ROLE_TOO_NARROW');
  await refusedAs(await send(Buffer.from('Testo'), 'a.txt', { cookie: '' }), 401, 'NOT_SIGNED_IN');
  const other = await desk.signIn('moderator', 'asl');
  const response = await send(Buffer.from('Testo'), 'a.txt', other);
  assert.ok(response.status === 403 || response.status === 404, `${response.status}`);
});
