// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { recordAbout } from '#audit';
import { letWritesGo, stopWrites } from '#delivery';
import { publishDue } from '#editorial';
import type { DraftContent } from '#editorial/contract';
import { compile, type NetworkName, saidOf } from '#policy';
import { type Client, clientOf } from '../support/client.ts';
import {
  ASKED_OF_EVERY,
  contentWith,
  type EditorialHand,
  editorialHand,
  variantOn,
} from '../support/editorial-hand.ts';
import { type NetworksDesk, startNetworksDesk, type Town } from '../support/networks-desk.ts';
import { documentOf } from '../support/proof.ts';
import { proves } from '../support/proves.ts';

// The hour comes: what a policy forbids to programs waits for a person; what a body chose goes by itself, once.

const BODIES = ['asl-roma-1', 'il-mosaico', 'asst-crema', 'regione-calabria'] as const;
type Body = (typeof BODIES)[number];
const HOUR_MILLISECONDS = 3_600_000;

let desk: NetworksDesk;
const hands = new Map<Body, EditorialHand>();
before(async () => {
  desk = await startNetworksDesk(BODIES);
  for (const [index, body] of BODIES.entries()) hands.set(body, await editorialHand(desk, desk.towns[index] as Town));
});
after(() => desk?.close());

const handOf = (body: Body): EditorialHand => {
  const hand = hands.get(body);
  assert.ok(hand);
  return hand;
};

interface Planned {
  readonly body: Body;
  readonly networks: readonly NetworkName[];
  readonly text: string;
  readonly goes?: DraftContent['goes'];
  readonly more?: Partial<DraftContent>;
}

/** Where an address in the text leads nowhere. */
const WITHOUT_LINKS: ReadonlySet<NetworkName> = new Set(['instagram', 'tiktok']);

/** Approved, to go out in an hour. */
async function planned({ body, networks, text, goes = 'fired', more = {} }: Planned) {
  const hand = handOf(body);
  const [author, head] = [await desk.signIn('moderator', body), await desk.signIn('head', body)];
  const at = new Date(desk.clock.now().getTime() + HOUR_MILLISECONDS).toISOString();
  const needsPicture = networks.some((network) => network === 'instagram' || network === 'tiktok');
  const picture = needsPicture ? [(await hand.picture(author)).id] : [];
  const content = contentWith({
    ...{
      text,
      at,
      goes,
      variants: networks.map((network) => variantOn(hand.on(network).account, { links: !WITHOUT_LINKS.has(network) })),
    },
    links: [{ url: 'https://ente.example/avvisi', title: 'Avvisi', description: 'Gli avvisi dell’ente.' }],
    media: picture.map((media) => ({
      media,
      alt: 'Lo sportello visto da fuori.',
      licence: 'Foto dell’ente',
      people: 'nessuno',
    })),
    ...ASKED_OF_EVERY[body],
    ...more,
  });
  const opened = await hand.answers(author, await hand.opens(author, content));
  return { hand, author, head, opened };
}

async function approvedToGo(planning: Planned) {
  const { hand, author, head, opened } = await planned(planning);
  assert.deepEqual(opened.obstacles, [], JSON.stringify(opened.variants));
  const draft = await hand.approves(head, await hand.does(author, opened, 'proposal'));
  return { hand, author, head, draft };
}

/** What the record has about a draft, as whoever reads it sees it. */
const recordedOf = (body: Body, id: string) =>
  desk.portavoce.ports.database.inBody(body, (tx) => recordAbout(tx, body, id));

const due = (body: Body) => publishDue(desk.portavoce.ports, body);

/** No program lets it out: held back and recorded when its hour comes, until a person fires it. */
async function onlyByPerson({ body, networks, text }: Planned, clauses: readonly string[]): Promise<void> {
  const { hand, author, draft } = await approvedToGo({ body, networks, text });
  assert.deepEqual(await hand.tries(author, draft, 'firing'), { status: 409, code: 'TOO_EARLY' });
  desk.clock.advance(2 * HOUR_MILLISECONDS);
  assert.equal(await due(body), 0);
  assert.equal(await due(body), 0);
  await desk.drain();
  const held = await hand.read(author, draft.id);
  assert.deepEqual(held.outings, []);
  const waits = held.steps.filter(({ step }) => step === 'waits');
  assert.equal(waits.length, 1, 'told once');
  for (const clause of clauses) assert.ok(waits[0]?.reasons?.includes(clause), clause);
  for (const network of networks) assert.equal((await hand.posts(network, text)).length, 0, network);
  const [logged, ...more] = (await recordedOf(body, draft.id)).filter(({ kind }) => kind === 'editorial.waits');
  assert.deepEqual([logged?.person, logged?.clauses.toSorted(), more], [null, clauses.toSorted(), []]);
  await hand.does(author, draft, 'firing');
  const out = await hand.settles(author, draft.id);
  for (const network of networks) {
    assert.equal(out.outings.find((one) => one.network === network)?.state, 'out', JSON.stringify(out.outings));
    assert.equal((await hand.posts(network, text)).length, 1, network);
  }
}

/** Asked to go by itself, it is not even proposed. */
async function neverByItself({ body, networks, text }: Planned, clauses: readonly string[]): Promise<void> {
  const { hand, author, opened } = await planned({ body, networks, text, goes: 'at-its-time' });
  const named = opened.obstacles.flatMap(({ clause }) => clause ?? []);
  assert.deepEqual([...new Set(named)].toSorted(), [...clauses].toSorted());
  assert.equal((await hand.tries(author, opened, 'proposal')).code, 'NOT_READY');
}

test(
  proves(['MOS-014', 'MOS-024'], 'no program publishes on Facebook or LinkedIn: held, recorded, fired by a person'),
  async () => {
    const networks = ['facebook', 'linkedin'] as const;
    const clauses = ['MOS-014', 'MOS-024'];
    await onlyByPerson({ body: 'il-mosaico', networks, text: 'Sabato la bottega è aperta dalle 9 alle 12.' }, clauses);
    await neverByItself({ body: 'il-mosaico', networks, text: 'Domenica la bottega è chiusa.' }, clauses);
  },
);

test(
  proves(['RM1-036', 'RM1-065', 'RM1-096', 'RM1-109'], 'no program publishes on X, Instagram, TikTok or Threads'),
  async () => {
    const networks = ['x', 'instagram', 'tiktok', 'threads'] as const;
    const clauses = ['RM1-036', 'RM1-065', 'RM1-096', 'RM1-109'];
    await onlyByPerson({ body: 'asl-roma-1', networks, text: 'Lunedì il centro prelievi apre alle 7.' }, clauses);
    await neverByItself({ body: 'asl-roma-1', networks, text: 'Martedì il centro prelievi apre alle 8.' }, clauses);
    const slip = saidOf(compile(documentOf('asl-roma-1')), 'defect').find(({ clause }) => clause.id === 'RM1-109');
    assert.equal(slip?.what.of, 'typo', 'its source names another network: recorded as a slip');
    assert.match(slip?.what.note ?? '', /Instagram/);
  },
);

test('where the policy is silent the body chooses: it goes by itself at its hour, once, and not while everything is stopped', async () => {
  const body = 'asst-crema';
  const text = 'Da giovedì lo sportello apre alle 9.';
  const { hand, author, draft } = await approvedToGo({ body, networks: ['facebook'], text, goes: 'at-its-time' });
  assert.deepEqual(draft.variants[0]?.automatic, { rule: 'missing', clause: 'CRE-003' });
  assert.equal(await due(body), 0, 'not before its hour');
  desk.clock.advance(2 * HOUR_MILLISECONDS);
  const { database } = desk.portavoce.ports;
  const actor = { id: draft.writers[0]?.id ?? '', name: 'Persona', role: 'head' } as const;
  await database.inBody(body, (tx) => stopWrites(tx, body, { actor, at: desk.clock.now() }));
  assert.equal(await due(body), 0);
  await database.inBody(body, (tx) => letWritesGo(desk.portavoce.ports, tx, body));
  const gone = await Promise.all([due(body), due(body)]);
  assert.equal(gone[0] + gone[1], 1);
  const out = await hand.settles(author, draft.id);
  assert.equal(out.outings[0]?.state, 'out');
  assert.equal((await hand.posts('facebook', text)).length, 1);
  const [entry] = (await recordedOf(body, draft.id)).filter(({ kind }) => kind === 'editorial.fired');
  assert.equal(entry?.person, null, 'the program, as was approved');
});

/** Why a post of Calabria is on Facebook alone. */
const leftOut = ['instagram', 'linkedin', 'youtube'].map((network) => ({
  network,
  reason: 'Avviso locale, senza immagini.',
}));

test(
  proves('CAL-092', 'where a post does not go out the missing channels are listed, each with a reason'),
  async () => {
    const body = 'regione-calabria';
    const text = 'Giovedì lo sportello di prova chiude alle 12.';
    const bare = await planned({ body, networks: ['facebook'], text });
    assert.deepEqual(
      bare.opened.lacking.map(({ network, clause, reason }) => [network, clause, reason]),
      ['instagram', 'linkedin', 'youtube'].map((network) => [network, 'CAL-042', null]),
    );
    assert.equal((await bare.hand.tries(bare.author, bare.opened, 'proposal')).code, 'NOT_READY');
    const { hand, author, draft } = await approvedToGo({ body, networks: ['facebook'], text, more: { leftOut } });
    desk.clock.advance(2 * HOUR_MILLISECONDS);
    await hand.does(author, draft, 'firing');
    const out = await hand.settles(author, draft.id);
    assert.equal(out.outings[0]?.state, 'out');
    assert.deepEqual(
      out.lacking.map(({ network, reason }) => [network, reason]),
      leftOut.map(({ network, reason }) => [network, reason]),
    );
  },
);

test(proves('CAL-041', 'a poll without its authorisation is not planned'), async () => {
  const body = 'regione-calabria';
  const planning = {
    body,
    networks: ['facebook'],
    text: 'A che ora preferite lo sportello? Alle 9 o alle 15?',
  } as const;
  const poll = (authorisation: string) => ({ leftOut, initiative: { kind: 'poll' as const, authorisation } });
  const { hand, author, opened } = await planned({ ...planning, more: poll('') });
  assert.deepEqual(
    opened.obstacles.map(({ clause }) => clause),
    ['CAL-041'],
  );
  assert.equal((await hand.tries(author, opened, 'proposal')).code, 'NOT_READY');
  const authorised = await planned({ ...planning, more: poll('decreto n. 12 del 3 novembre 2026') });
  assert.deepEqual(authorised.opened.obstacles, []);
  assert.equal((await hand.does(author, authorised.opened, 'proposal')).state, 'proposed');
});

test(proves('CAL-036', 'of what was published the record has the account of the body and the person'), async () => {
  const body = 'regione-calabria';
  const text = 'Martedì riapre il Centro per l’impiego di prova.';
  const { hand, author, draft } = await approvedToGo({ body, networks: ['facebook'], text, more: { leftOut } });
  assert.deepEqual(draft.approvers, [{ by: 'Dirigente generale', clause: 'CAL-090', of: 'plan' }]);
  desk.clock.advance(2 * HOUR_MILLISECONDS);
  await hand.does(author, draft, 'firing');
  await hand.settles(author, draft.id);
  const entry = (await recordedOf(body, draft.id)).find(({ kind }) => kind === 'editorial.fired');
  assert.equal(entry?.person, `Persona moderator ${body}`);
  assert.ok(entry?.summary.includes(`${draft.variants[0]?.name} (Facebook)`), entry?.summary);
});

test(proves('MOS-010', 'whoever has no authorisation in force neither publishes nor moderates'), async () => {
  for (const body of ['il-mosaico', 'regione-calabria'] as const) {
    const text = 'Mercoledì gli uffici chiudono alle 12.';
    const more = body === 'regione-calabria' ? { leftOut } : {};
    const { hand, author, draft } = await approvedToGo({ body, networks: ['facebook'], text, more });
    desk.clock.advance(2 * HOUR_MILLISECONDS);
    const stranger = await strangerIn(body);
    assert.deepEqual(await hand.tries(stranger, draft, 'firing'), { status: 403, code: 'NO_MANDATE' });
    const decision = {
      kind: 'no-action',
      reasons: 'Prova di accesso.',
      revision: 1,
      policyVersion: draft.policyVersion,
    };
    const grounds = [{ kind: 'law', rule: 'norma di prova', why: 'Prova di accesso.' }];
    const headers = { 'idempotency-key': randomUUID() };
    const moderating = await stranger.post(`cases/${randomUUID()}/decisions`, { ...decision, grounds }, headers);
    assert.equal(moderating.status, 403);
    assert.equal(((await moderating.json()) as { code: string }).code, 'NO_MANDATE');
    assert.equal((await hand.posts('facebook', text)).length, 0);
    await hand.does(author, draft, 'discard', { reasons: 'Era una prova.' });
  }
});

/** Enrolled, with a password, and without any mandate. */
async function strangerIn(body: Body): Promise<Client> {
  const credentials = { email: `senza-incarico@${body}.example`, password: 'parola-di-prova-lunga' };
  await desk.portavoce.signIn.enrol({ name: 'Senza Incarico', ...credentials });
  return clientOf(desk.portavoce.url, body, credentials);
}
