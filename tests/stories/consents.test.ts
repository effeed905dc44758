// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { registerAccount } from '#accounts';
import { consentsExpiring } from '#editorial';
import {
  ConsentDetail,
  ConsentLedger,
  type ContentDetail,
  type DraftContent,
  type Grounds,
  type NewConsent,
  NO_GROUNDS,
  OwnPostingReply,
} from '#editorial/contract';
import type { Client } from '../support/client.ts';
import { contentWith, type EditorialHand, editorialHand, variantOn } from '../support/editorial-hand.ts';
import { type NetworksDesk, startNetworksDesk, type Town } from '../support/networks-desk.ts';

// By whose leave somebody is shown: asked before, withdrawn afterwards, and what was out comes off every network.

const [ROMA, MOSAICO, CALABRIA] = ['asl-roma-1', 'il-mosaico', 'regione-calabria'] as const;
const NAME = 'Zaira Prestanome';
const DAY_MILLISECONDS = 86_400_000;

let desk: NetworksDesk;
const hands = new Map<string, EditorialHand>();
before(async () => {
  desk = await startNetworksDesk([ROMA, MOSAICO, CALABRIA]);
  for (const town of desk.towns) hands.set(town.body, await editorialHand(desk, town as Town));
});
after(() => desk?.close());

async function at(body: string) {
  const hand = hands.get(body);
  assert.ok(hand);
  const [author, head] = [await desk.signIn('moderator', body), await desk.signIn('head', body)];
  return { hand, author, head, picture: (await hand.picture(author)).id };
}

const dayAfter = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(
    new Date(desk.clock.now().getTime() + days * DAY_MILLISECONDS),
  );

const entry = (more: Partial<NewConsent> = {}): NewConsent => ({
  ...{ id: randomUUID(), subject: null, kind: 'person', name: NAME, age: 'adult', covers: ['image'] },
  ...{ purposes: ['events'], channels: ['facebook', 'x', 'instagram', 'other'], givenOn: dayAfter(0) },
  ...{ from: dayAfter(0), until: null, form: 'written', release: 'given', releaseWhy: '', basis: 'law' },
  ...{ basisNote: 'art. 7 L. 150/2000', signatures: [{ by: 'self', name: NAME, on: dayAfter(0) }], aloneWhy: '' },
  ...{ data: [], reference: 'prot. 12/2026' },
  ...more,
});

async function enters(client: Client, more: Partial<NewConsent> = {}): Promise<ConsentDetail> {
  const response = await client.post('editorial/consents', entry(more));
  assert.equal(response.status, 201, await response.clone().text());
  return ConsentDetail.parse(await response.json());
}

const detail = async (client: Client, id: string) =>
  ConsentDetail.parse(await (await client.get(`editorial/consents/${id}`)).json());
const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { code: string }).code;

const shown = (picture: string, grounds: Partial<Grounds>): DraftContent['media'] => [
  {
    ...{ media: picture, alt: 'La festa nel cortile.', licence: 'Foto dell’ente', people: '' },
    grounds: { ...NO_GROUNDS, purpose: 'events', minors: 0, rights: 'own', ...grounds },
  },
];
const reasons = ({ obstacles }: ContentDetail): string => obstacles.map(({ what }) => what).join('\n');

test('a photo of a child without both signatures is stopped; with both it goes', async () => {
  const { hand, author, picture } = await at(ROMA);
  const parent = (name: string) => ({ by: 'parent', name, on: dayAfter(0) }) as const;
  const child: Partial<NewConsent> = {
    ...{ age: 'minor', name: 'Zeno Prestanome', signatures: [parent('Ada Prestanome')] },
  };
  const one = await enters(author, child);
  assert.deepEqual([one.state, one.lacks?.includes('secondo genitore')], ['lacking', true]);
  const facebook = hand.on('facebook').account;
  const with_ = (id: string) =>
    contentWith({
      ...{ title: 'Festa di primavera', text: 'La festa di primavera è stata un successo.' },
      media: shown(picture, { seen: 1, minors: 1, bases: [id] }),
      variants: [variantOn(facebook)],
    });
  let draft = await hand.opens(author, with_(one.id));
  assert.match(reasons(draft), new RegExp(`${one.code} non vale: manca la firma del secondo genitore`));
  assert.match(reasons(draft), /minorenni riconoscibili: 1; basi valide: 0/);
  assert.doesNotMatch(JSON.stringify(draft.obstacles), /Prestanome/, 'nobody is named');
  assert.deepEqual(await hand.tries(author, draft, 'proposal'), { status: 422, code: 'NOT_READY' });

  const same = entry({ ...child, signatures: [parent('Ada Prestanome'), parent('ada prestanome')] });
  assert.equal((await author.post('editorial/consents', same)).status, 422, 'nor entered twice');
  const signs = (name: string) => author.post(`editorial/consents/${one.id}/signatures`, parent(name));
  const twice = ConsentDetail.parse(await (await signs('Ada Prestanome')).json());
  assert.equal(twice.state, 'lacking', 'one parent twice is one');
  const signed = ConsentDetail.parse(await (await signs('Bruno Prestanome')).json());
  assert.deepEqual([signed.state, signed.signatures.length], ['valid', 2]);
  draft = await hand.read(author, draft.id);
  assert.deepEqual(draft.obstacles, []);
  const alone = await enters(author, { ...child, subject: one.subject, aloneWhy: 'unico genitore esercente' });
  assert.equal(alone.state, 'valid');
  assert.equal((await hand.does(author, draft, 'proposal')).state, 'proposed');
});

test('a consent withdrawn stops what is on its way and takes off all five copies, on three networks', async () => {
  const { hand, author, head, picture } = await at(ROMA);
  const consent = await enters(author);
  const [facebook, x, instagram] = (['facebook', 'x', 'instagram'] as const).map((one) => hand.on(one).account);
  assert.ok(facebook !== undefined && x !== undefined && instagram !== undefined);
  const copy = (account: string) => variantOn(account, { repeats: facebook });
  const post = (title: string, copies: readonly string[]) =>
    contentWith({
      ...{ title, text: `${title}: grazie a chi è venuto.` },
      media: shown(picture, { seen: 1, bases: [consent.id] }),
      variants: [variantOn(facebook), ...copies.map(copy)],
    });
  const approved = async (content: DraftContent) =>
    hand.approves(head, await hand.does(author, await hand.opens(author, content), 'proposal'));
  for (const content of [post('Open day dei consultori', [x, instagram]), post('Giornata della salute', [x])]) {
    const draft = await hand.does(author, await approved(content), 'firing');
    const out = (await hand.settles(author, draft.id)).outings;
    assert.ok(
      out.every(({ state }) => state === 'out'),
      JSON.stringify(out),
    );
  }
  const waiting = await approved(post('Prossimo incontro', []));
  const before = await detail(author, consent.id);
  assert.deepEqual([before.copies.length, before.drafts.map(({ id }) => id)], [5, [waiting.id]]);

  const act = { askedBy: NAME, how: 'e-mail di oggi', on: dayAfter(0) };
  const copies = before.copies.map((one) => one.copy.id);
  const withdraw = (of: readonly string[]) =>
    author.post(`editorial/consents/${consent.id}/withdrawal`, { ...act, copies: of });
  const fewer = await withdraw(copies.slice(1));
  assert.deepEqual([fewer.status, await codeOf(fewer)], [409, 'CONSENT_COPIES_MOVED'], 'not what was read');
  const done = await withdraw(copies);
  assert.equal(done.status, 200, await done.clone().text());
  const again = await withdraw(copies);
  assert.deepEqual([again.status, await codeOf(again)], [409, 'CONSENT_WITHDRAWN']);

  const stopped = await hand.read(author, waiting.id);
  assert.deepEqual([stopped.state, stopped.approval?.void?.includes(consent.code)], ['open', true]);
  assert.match(reasons(stopped), /è stata revocata/);
  for (const draft of new Set(before.copies.map((one) => one.copy.draft))) await hand.settles(author, draft);
  const byHand = (await detail(author, consent.id)).copies.flatMap(({ removal }) =>
    removal?.byHand ? [removal.id] : [],
  );
  for (const id of byHand) assert.equal((await author.post(`editorial/outings/${id}/done`, { link: '' })).status, 200);
  await desk.drain();
  const after = await detail(author, consent.id);
  assert.equal(after.state, 'withdrawn');
  assert.deepEqual(after.copies.map((one) => [one.copy.network, one.copy.state]).toSorted(), [
    ['facebook', 'removed'],
    ['facebook', 'removed'],
    ['instagram', 'removed'],
    ['x', 'removed'],
    ['x', 'removed'],
  ]);
  for (const network of ['facebook', 'x'] as const)
    assert.equal((await hand.posts(network, 'grazie a chi è venuto')).length, 0, network);

  const { items } = await author.record();
  const acts = items.filter(({ kind }) => kind.startsWith('editorial.consent-'));
  assert.ok(acts.some(({ kind }) => kind === 'editorial.consent-withdrawn'));
  assert.doesNotMatch(JSON.stringify(acts), /Prestanome/, 'nobody’s name is in the record');
  assert.equal((await author.verification()).intact, true);
});

test('where no interface reaches, every copy to be taken off is a task for a person, and is shown until it is done', async () => {
  const { hand, author, head, picture } = await at(ROMA);
  const channel = await registerAccount(desk.portavoce.ports, {
    ...{ network: 'other', externalId: 'canale-di-prova', handle: 'canale.example/asl', act: 'atto di prova' },
    ...{ body: ROMA, name: 'Canale di prova', url: 'https://canale.example/asl' },
  });
  const consent = await enters(author);
  const content = contentWith({
    ...{ title: 'A mano', text: 'La foto della giornata.', variants: [variantOn(channel)] },
    media: shown(picture, { seen: 1, bases: [consent.id] }),
  });
  const proposed = await hand.does(author, await hand.opens(author, content), 'proposal');
  const fired = await hand.does(author, await hand.approves(head, proposed), 'firing');
  const link = 'https://canale.example/asl/1';
  assert.equal((await author.post(`editorial/outings/${fired.outings[0]?.id}/done`, { link })).status, 200);
  await desk.drain();
  const { copies } = await detail(author, consent.id);
  const act = { askedBy: NAME, how: 'di persona', on: dayAfter(0), copies: copies.map(({ copy }) => copy.id) };
  assert.equal((await author.post(`editorial/consents/${consent.id}/withdrawal`, act)).status, 200);
  await desk.drain();
  const [task] = (await detail(author, consent.id)).copies;
  assert.equal(task?.copy.state, 'out', 'it is still there');
  assert.ok((task?.removal?.byHand?.steps.length ?? 0) > 0);
  const inUse = await head.post(`editorial/consents/${consent.id}/erasure`, { confirmed: true });
  assert.deepEqual([inUse.status, await codeOf(inUse)], [409, 'CONSENT_IN_USE']);
  assert.equal((await author.post(`editorial/outings/${task?.removal?.id}/done`, { link: '' })).status, 200);
  await desk.drain();
  assert.equal((await detail(author, consent.id)).copies[0]?.copy.state, 'removed');
});

test('what is known of somebody is sealed; when nothing leans on it any more its key is destroyed', async () => {
  const { author, head } = await at(ROMA);
  const auditor = await desk.signIn('auditor', ROMA);
  const consent = await enters(author, { covers: ['image', 'name', 'data'], data: ['333 1234567'] });
  const pdf = Buffer.from('%PDF-1.4 di prova');
  const attach = (client: Client, bytes: Buffer) =>
    fetch(`${desk.portavoce.url}/api/bodies/${ROMA}/editorial/consents/${consent.id}/document`, {
      method: 'POST',
      headers: { cookie: client.cookie, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    });
  assert.equal((await attach(author, Buffer.from('<script>alert(1)</script>'))).status, 415);
  assert.equal((await attach(author, pdf)).status, 201);
  assert.equal((await attach(author, pdf)).status, 409, 'it is not replaced');
  const paper = await author.get(`editorial/consents/${consent.id}/document`);
  assert.deepEqual([paper.headers.get('content-type'), await paper.text()], ['application/pdf', pdf.toString()]);
  assert.equal(paper.headers.get('content-disposition'), 'attachment');
  assert.equal((await auditor.get(`editorial/consents/${consent.id}/document`)).status, 403);
  const seen = ConsentLedger.parse(await (await auditor.get('editorial/consents')).json());
  assert.doesNotMatch(JSON.stringify(seen), /Prestanome|1234567/);

  const { rows } = await desk.portavoce.ports.database.inBody(ROMA, (tx) =>
    sql<{ all: string }>`
      select concat(s.sealed::text, c.sealed::text, d.sealed::text, g.sealed::text) as all
        from consent c join consent_subject s on s.id = c.subject_id join consent_document d on d.consent_id = c.id
        join consent_signature g on g.consent_id = c.id where c.id = ${consent.id}`.execute(tx),
  );
  const kept = rows[0]?.all ?? '';
  assert.ok(kept.length > 0);
  for (const words of [NAME, '333 1234567', '%PDF'])
    assert.ok(!kept.includes(Buffer.from(words).toString('hex')), words);

  const narrow = await author.post(`editorial/consents/${consent.id}/erasure`, { confirmed: true });
  assert.equal(await codeOf(narrow), 'ROLE_TOO_NARROW');
  const erased = await head.post(`editorial/consents/${consent.id}/erasure`, { confirmed: true });
  assert.equal(erased.status, 200, await erased.clone().text());
  const gone = ConsentDetail.parse(await erased.json());
  assert.deepEqual([gone.state, gone.name, gone.said, gone.signatures[0]?.name], ['erased', null, null, null]);
  assert.equal((await author.get(`editorial/consents/${consent.id}/document`)).status, 404);
});

test('a text tells somebody’s data by a consent that covers them; what is said of their health stays blocked', async () => {
  const { hand, author } = await at(MOSAICO);
  const consent = await enters(author, {
    ...{ basis: 'consent', basisNote: 'cooperativa privata', covers: ['image', 'name', 'data'] },
    data: ['333 1234567'],
  });
  const told = (text: string, bases: readonly string[]) =>
    contentWith({ text, bases: [...bases], variants: [variantOn(hand.on('facebook').account)] });
  const text = `Per i laboratori della cooperativa chiamate ${NAME} al 333 1234567.`;
  const stops = async (words: string, bases: readonly string[]) => {
    const { variants } = await hand.opens(author, told(words, bases));
    return variants.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'block'));
  };
  assert.ok((await stops(text, [])).some(({ check }) => check === 'personal-data'));
  assert.deepEqual(await stops(text, [consent.id]), []);
  const ill = await stops(`${NAME} è in cura per un tumore da due anni.`, [consent.id]);
  assert.ok(
    ill.some(({ check }) => check === 'sensitive-data'),
    JSON.stringify(ill),
  );
});

test('a place has to agree too where the policy wants it, and a public event asks nobody', async () => {
  const { hand, author, picture } = await at(CALABRIA);
  const ledger = ConsentLedger.parse(await (await author.get('editorial/consents')).json());
  assert.equal(ledger.asks.premises?.clause, 'CAL-054');
  const [exception] = ledger.asks.exceptions;
  const person = await enters(author);
  const place = await enters(author, {
    ...{ kind: 'premises', name: 'Centro per l’impiego di prova', age: null },
    signatures: [{ by: 'premises', name: 'Responsabile di prova', on: dayAfter(0) }],
  });
  const obstacles = async (grounds: Partial<Grounds>) => {
    const media = shown(picture, { seen: 1, premises: true, ...grounds });
    const content = contentWith({ text: 'Il centro.', media, variants: [variantOn(hand.on('facebook').account)] });
    const { obstacles: all } = await hand.opens(author, content);
    return all.filter(({ what }) => what.startsWith('Del file'));
  };
  const [stopped] = await obstacles({ bases: [person.id] });
  assert.equal(stopped?.clause, 'CAL-054');
  assert.deepEqual(await obstacles({ bases: [person.id, place.id] }), []);
  const event = { circumstance: exception?.words ?? '', event: 'Fiera del lavoro' };
  assert.deepEqual(await obstacles({ seen: 40, ...event }), []);
  const elsewhere = contentWith({
    media: shown(picture, { seen: 1, premises: false, bases: [person.id] }),
    variants: [variantOn(hand.on('linkedin').account)],
  });
  assert.match(reasons(await hand.opens(author, elsewhere)), /non vale su LinkedIn/);
});

test('what the entry of a public body rests on is asked; a private one may rest on consent', async () => {
  const { author, head } = await at(CALABRIA);
  const refused = await author.post('editorial/consents', entry({ basis: 'consent', basisNote: '' }));
  assert.deepEqual([refused.status, await codeOf(refused)], [422, 'CONSENT_INCOMPLETE']);
  assert.equal((await author.post('editorial/consents/kind', { kind: 'private' })).status, 403);
  const said = await head.post('editorial/consents/kind', { kind: 'private' });
  assert.equal(ConsentLedger.parse(await said.json()).kind?.kind, 'private');
  const sent = entry({ basis: 'consent', basisNote: '' });
  assert.equal((await author.post('editorial/consents', sent)).status, 201);
  assert.equal((await author.post('editorial/consents', sent)).status, 201, 'sent twice');
  const { items } = ConsentLedger.parse(await (await author.get('editorial/consents')).json());
  assert.equal(items.filter(({ id }) => id === sent.id).length, 1, 'entered once');
  const elsewhere = await desk.signIn('moderator', ROMA);
  assert.equal((await elsewhere.get(`editorial/consents/${sent.id}`)).status, 404, 'another body’s');
});

test('whoever works here asks the policy whether a photo may go on an account of their own', async () => {
  const { author } = await at(MOSAICO);
  const ask = async (given: readonly object[]) =>
    OwnPostingReply.parse(
      await (await author.post('editorial/consents/own-posting', { shows: ['locali', 'ospiti'], given })).json(),
    );
  const no = await ask([]);
  assert.deepEqual([no.allowed, no.lacking.map(({ clause }) => clause)], [false, ['MOS-108']]);
  assert.equal((await ask([{ of: 'le persone coinvolte', form: 'explicit' }])).allowed, true);
});

test('an entry about to end is warned of once, while something that leans on it is out', async () => {
  const { hand, author, head, picture } = await at(ROMA);
  const consent = await enters(author, { until: dayAfter(20) });
  const content = contentWith({
    ...{ title: 'Scadenza', text: 'Una giornata di incontri.', variants: [variantOn(hand.on('facebook').account)] },
    media: shown(picture, { seen: 1, bases: [consent.id] }),
  });
  const { ports } = desk.portavoce;
  await consentsExpiring(ports, ROMA);
  assert.equal((await detail(author, consent.id)).warned, null, 'nothing is out');
  const proposed = await hand.does(author, await hand.opens(author, content), 'proposal');
  const fired = await hand.does(author, await hand.approves(head, proposed), 'firing');
  await hand.settles(author, fired.id);
  await consentsExpiring(ports, ROMA);
  await consentsExpiring(ports, ROMA);
  const { warned, state } = await detail(author, consent.id);
  assert.deepEqual([state, warned], ['expiring', { days: 30, copies: 1 }]);
  const { items } = await author.record();
  assert.equal(items.filter(({ kind }) => kind === 'editorial.consent-expiring').length, 1);
  const late = contentWith({
    ...{ ...content, title: 'Tardi' },
    at: new Date(desk.clock.now().getTime() + 25 * DAY_MILLISECONDS).toISOString(),
  });
  assert.match(reasons(await hand.opens(author, late)), /scade il .*, prima dell’uscita/);
});
