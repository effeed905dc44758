// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { carryOut, commandsOf } from '#delivery';
import { openEvidence } from '#moderation';
import { CaseReferrals, CrisisView, DossierCase, DossierPage, OfficesPage } from '#moderation/contract';
import { poolOf, silentLog } from '#platform';
import type { Client } from '../support/client.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import type { Presence } from '../support/presences.ts';

// What may be child-abuse content is out of sight at once and shown by nobody; what has to be kept goes only by a second person.

const MILANO = 'ats-milano';
const A_WHILE_MILLISECONDS = 20 * 60_000;
const HOLD = { reasons: 'Lo chiede la Procura per un procedimento.', act: 'decreto di prova n. 9' };
const CSAM = { office: 'Direzione', confirmed: true };
const LOOKED = { reasons: 'Guardato sul social con la Polizia: non è quello che si temeva.' };
const LAW = {
  kind: 'law',
  rule: 'Codice penale, art. 612',
  why: 'Minaccia rivolta a chi lavora allo sportello.',
} as const;

let desk: NetworksDesk;
let mailbox: Mailbox;
let owner: Pool;
let moderator: Client;
let head: Client;
let page: Presence;
before(async () => {
  mailbox = await startMailbox();
  desk = await startNetworksDesk([MILANO], { mailServer: mailbox.server });
  owner = poolOf(desk.portavoce.owner, silentLog, 2);
  moderator = await desk.signIn('moderator');
  head = await desk.signIn('head');
  const found = desk.towns[0].presences.find(({ network }) => network === 'facebook');
  assert.ok(found);
  page = found;
});
after(async () => {
  await owner?.end();
  await desk?.close();
  await mailbox?.close();
});

interface Arrived {
  readonly id: string;
  readonly item: string;
  readonly external: string;
}

async function arrives(writing: { readonly text: string } & Record<string, unknown>): Promise<Arrived> {
  const external = await page.writes({ author: 'Ugo Inventato', ...writing });
  await reads();
  const found = (await moderator.queue('?limit=100')).items.find(({ excerpt }) => excerpt === writing.text);
  assert.ok(found, writing.text);
  const { rows } = await owner.query<{ item_id: string }>('select item_id from moderation_case where id = $1', [
    found.id,
  ]);
  return { id: found.id, item: rows[0]?.item_id ?? '', external };
}

async function reads(): Promise<void> {
  desk.clock.advance(60_000);
  await page.poll();
  await desk.drain();
}

const read = async (response: Response) => {
  assert.equal(response.status, 200, await response.clone().text());
  return DossierCase.parse(await response.json());
};
const acted = async (client: Client, path: string, body: object) => read(await client.post(`cases/${path}`, body));
const room = async (client: Client, id: string) => read(await client.get(`cases/${id}/dossier`));
const refused = async (response: Response, code: string) => {
  const problem = (await response.json()) as { code: string };
  assert.equal(problem.code, code, JSON.stringify(problem));
};
const ok = async (response: Response): Promise<unknown> => {
  assert.ok(response.ok, await response.clone().text());
  return response.json();
};
const inBody: typeof desk.portavoce.ports.database.inBody = (body, work) =>
  desk.portavoce.ports.database.inBody(body, work);
const evidence = (decision: string) => inBody(MILANO, (tx) => openEvidence(tx, desk.portavoce.ports.vault, decision));
const writesOn = async (item: string) =>
  (await inBody(MILANO, (tx) => commandsOf(tx, { item }))).map(({ type, state }) => `${type} ${state}`);
const isHidden = async (external: string) => (await page.writings()).find(({ id }) => id === external)?.hidden;
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(desk.clock.now());
const police = () => ({ authority: 'Polizia postale', protocol: 'A/17', on: today(), dossier: null });

/** Everywhere in the database where these words stand, in clear. */
async function foundIn(words: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema = 'public'",
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await owner.query(`select 1 from "${name}" as one where strpos(one::text, $1) > 0 limit 1`, [
      words,
    ]);
    if (rowCount !== 0) found.push(name);
  }
  return found;
}

/** Hidden, reported to the authorities and held: what somebody may want to see gone. */
async function heldThreat(words: string) {
  const one = await arrives({ text: `Vi aspetto sotto casa e vi spacco la testa, ${words}` });
  const decided = await moderator.decide(one.id, { kind: 'hide', grounds: [LAW], reasons: 'Minaccia una persona.' });
  await desk.drain();
  await acted(moderator, `${one.id}/authorities`, {
    ...{ tell: true, reasons: 'Minaccia seria a una persona precisa.', office: 'Direzione' },
    ...{ course: 'ex-officio', knownOn: today() },
  });
  await acted(head, `${one.id}/hold`, HOLD);
  const { dossiers } = await acted(head, `${one.id}/dossiers`, { form: 'whole', purpose: 'authorities' });
  return { ...one, decision: decided.decisions.at(-1)?.id ?? '', file: dossiers[0]?.id ?? '' };
}

test('under a hold or a duty to report, raising puts out of sight and destroys nothing; a false alarm gives it back', async () => {
  const { id, decision, file } = await heldThreat('zefirino');
  const raised = await acted(moderator, `${id}/csam`, CSAM);
  await desk.drain();
  assert.deepEqual(
    [raised.csam?.setAside, raised.report?.about, raised.may.endCsam],
    [true, ['Pedopornografia'], false],
  );
  assert.deepEqual(await foundIn('zefirino'), [], 'in no table in clear');
  const shown = await moderator.case(id);
  assert.deepEqual([shown.text, shown.excerpt], ['', '']);
  assert.match((await evidence(decision))?.text ?? '', /zefirino/, 'sealed, as it was');
  await refused(await head.get(`dossiers/${file}/file`), 'CSAM_NO_COPY');
  await refused(await head.post(`cases/${id}/dossiers`, { form: 'whole', purpose: 'authorities' }), 'CSAM_NO_COPY');
  const { reports } = DossierPage.parse(await ok(await head.get('dossiers')));
  const owed = reports.filter((one) => one.case.id === id).map(({ state, about }) => `${state} ${about.join()}`);
  assert.equal(owed.length, 2, 'the police step stands beside the duty that was there');

  await refused(await moderator.post(`cases/${id}/csam/destroy`, { confirmed: true }), 'ROLE_TOO_NARROW');
  const back = await acted(head, `${id}/csam/dismiss`, LOOKED);
  await desk.drain();
  assert.deepEqual([back.csam, back.report?.state, back.report?.course], [null, 'due', 'ex-officio']);
  const again = await moderator.case(id);
  assert.match(again.text, /zefirino/);
  assert.match(again.excerpt, /zefirino/);
  assert.equal((await head.get(`dossiers/${file}/file`)).status, 200);
  const filed = { authority: 'Procura della Repubblica', protocol: '9/2026', on: today(), dossier: file };
  assert.equal((await acted(head, `${id}/authorities/filed`, filed)).report?.state, 'filed');
  assert.equal((await moderator.verification()).intact, true);
});

test('what was set aside goes for good when another person in charge says so, never by who raised it', async () => {
  const { id, decision, file } = await heldThreat('zefiretto');
  await acted(moderator, `${id}/csam`, CSAM);
  assert.equal((await room(head, id)).may.endCsam, true);
  const gone = await acted(head, `${id}/csam/destroy`, { confirmed: true });
  assert.deepEqual([gone.csam?.setAside, gone.dossiers.find((one) => one.id === file)?.gone], [false, true]);
  assert.equal(await evidence(decision), undefined);
  await refused(await head.post(`cases/${id}/csam/destroy`, { confirmed: true }), 'CSAM_NOTHING_ASIDE');
  await acted(head, `${id}/authorities/filed`, police());
  assert.equal((await room(head, id)).report?.state, 'due', 'the threat is still to be reported');

  const alone = await heldThreat('zefirone');
  await acted(head, `${alone.id}/csam`, CSAM);
  for (const [path, body] of [
    ['dismiss', LOOKED],
    ['destroy', { confirmed: true }],
  ] as const)
    await refused(await head.post(`cases/${alone.id}/csam/${path}`, body), 'CSAM_OTHER_PERSON');
  const kinds = (await head.record()).items.map(({ kind }) => kind);
  assert.ok(kinds.includes('csam.destroyed') && kinds.includes('csam.raised'));
});

async function stopped<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  CrisisView.parse(await ok(await head.post('crisis', { reason: 'Prova di fermo.', stop: true })));
  try {
    return await work();
  } finally {
    await ok(await head.post('crisis/end', { note: '' }));
    await desk.drain();
  }
}

test('what was promised before is withdrawn, and the hiding goes also while all sending is stopped', async () => {
  const hidden = await arrives({ text: 'Il mio profilo è pieno di figurine da scambiare' });
  const decided = await moderator.decide(hidden.id, { kind: 'hide', grounds: [LAW], reasons: 'Si nasconde.' });
  await desk.drain();
  const seen = await arrives({ text: 'Altre figurine nel gruppo, scrivetemi pure' });
  await stopped(async () => {
    await ok(await moderator.post(`decisions/${decided.decisions.at(-1)?.id}/undo`, { reasons: 'Ripensandoci.' }));
    await moderator.decide(seen.id, {
      kind: 'reply',
      reply: 'Grazie della segnalazione.',
      grounds: [LAW],
      reasons: 'Si risponde.',
    });
    await desk.drain();
    assert.equal((await writesOn(hidden.item)).at(-1), 'unhide queued');
    await acted(moderator, `${hidden.id}/csam`, CSAM);
    await acted(moderator, `${seen.id}/csam`, CSAM);
    await desk.drain();
    assert.equal((await writesOn(hidden.item)).at(-1), 'unhide cancelled');
    assert.deepEqual(await writesOn(seen.item), ['reply cancelled', 'hide confirmed']);
  });
  assert.deepEqual([await isHidden(hidden.external), await isHidden(seen.external)], [true, true]);
});

test('what was on its way and lands after all is hidden again', async () => {
  const one = await arrives({ text: 'Ho le altre figurine da farvi vedere' });
  const decided = await moderator.decide(one.id, { kind: 'hide', grounds: [LAW], reasons: 'Si nasconde.' });
  await desk.drain();
  await page.control('POST', 'faults', { fault: 'broken-after-effect' });
  await ok(await moderator.post(`decisions/${decided.decisions.at(-1)?.id}/undo`, { reasons: 'Ripensandoci.' }));
  await desk.drain();
  assert.equal(await isHidden(one.external), false, 'shown, and the desk does not know yet');
  await acted(moderator, `${one.id}/csam`, CSAM);
  for (let round = 0; round < 4; round += 1) {
    desk.clock.advance(A_WHILE_MILLISECONDS);
    for (const { id } of await inBody(MILANO, (tx) => commandsOf(tx, { item: one.item })))
      await carryOut(desk.portavoce.ports, { body: MILANO, command: id });
    await desk.drain();
  }
  assert.equal(await isHidden(one.external), true, (await writesOn(one.item)).join());
});

test('an edit that is being received while it is raised keeps no words', async () => {
  const { id, item } = await arrives({ text: 'Scambio figurine dei bambini della scuola' });
  const raising = await inBody(MILANO, async (tx) => {
    await sql`select from item where id = ${item} for no key update`.execute(tx);
    const raised = moderator.post(`cases/${id}/csam`, CSAM);
    for (let waits = 0; waits === 0; ) {
      await setImmediate();
      const { rows } = await owner.query<{ waits: number }>(
        'select count(*)::int as waits from pg_locks where not granted',
      );
      waits = rows[0]?.waits ?? 0;
    }
    await sql`update item set version = 2 where id = ${item}`.execute(tx);
    await sql`insert into item_version (item_id, body, version, text, at, kept_since)
      values (${item}, ${MILANO}, 2, 'Scambio figurine zefirello', now(), now())`.execute(tx);
    return { raised };
  });
  await read(await raising.raised);
  assert.deepEqual(await foundIn('zefirello'), []);
});

test('evidence of what was written under it loses the quotation and stays; files that quote it go', async () => {
  const post = await arrives({ kind: 'visitor-post', author: 'Nino Inventato', text: 'Guardate le foto zefirose' });
  const under = await arrives({ post: post.external, text: 'Siete dei cialtroni incapaci e idioti' });
  const decided = await moderator.decide(under.id, { kind: 'hide', grounds: [LAW], reasons: 'Insulto.' });
  await desk.drain();
  const decision = decided.decisions.at(-1)?.id ?? '';
  assert.match((await evidence(decision))?.post?.text ?? '', /zefirose/, 'quoted before');
  const { dossiers } = await acted(moderator, `${under.id}/dossiers`, { form: 'masked', purpose: 'records-request' });
  await acted(moderator, `${post.id}/csam`, CSAM);
  const left = await evidence(decision);
  assert.deepEqual([left?.post?.text, left?.text], [null, 'Siete dei cialtroni incapaci e idioti']);
  assert.ok(
    !Buffer.from(left?.captured ?? '', 'base64')
      .toString()
      .includes('zefirose'),
  );
  assert.equal((await head.get(`dossiers/${dossiers[0]?.id}/file`)).status, 410);
});

test('an office that was asked about it sees it no more, and no letter tells it why', async () => {
  const offices = OfficesPage.parse(
    await ok(
      await head.post('offices', {
        ...{
          name: 'URP di prova',
          kind: 'urp',
          email: 'urp@example.org',
          opening: null,
          substitutes: [],
          alsoNamed: [],
        },
      }),
    ),
  );
  const office = offices.offices.find(({ name }) => name === 'URP di prova')?.id ?? '';
  const { id } = await arrives({ text: 'Come prenoto il vaccino per mio figlio?' });
  const current = await moderator.case(id);
  const option = current.options.find(({ kind }) => kind === 'route');
  assert.ok(option);
  const request = {
    ...{ kind: 'route', grounds: [LAW], reasons: option.reasons, revision: current.revision },
    ...{ policyVersion: current.policy.version, policyDigest: current.policy.digest },
    referral: { office, note: '' },
  };
  await ok(await moderator.post(`cases/${id}/referrals`, request, { 'idempotency-key': randomUUID() }));
  await desk.drain();
  const link = /https?:\/\/\S+\/uffici\/\S+/.exec(mailbox.letters.at(-1)?.text ?? '')?.[0] ?? '';
  assert.equal((await fetch(link)).status, 200);
  const letters = mailbox.letters.length;
  await acted(moderator, `${id}/csam`, CSAM);
  await desk.drain();
  assert.equal((await fetch(link)).status, 404);
  assert.deepEqual(
    mailbox.letters.slice(letters).map(({ to }) => to),
    [[`head@${MILANO}.example`]],
  );
});

test('what staff write about a citizen stands in no table in clear once it has been carried out', async () => {
  const asked = await arrives({ text: 'Quando arriva la risposta alla mia domanda di rimborso?' });
  const note = { outcome: 'answered-elsewhere', note: 'Sentita al telefono la signora Zefirina.' };
  await ok(await moderator.post(`cases/${asked.id}/outcome`, note));
  const told = CaseReferrals.parse(await ok(await moderator.get(`cases/${asked.id}/referrals`)));
  assert.equal(told.outcome?.note, note.note);
  assert.deepEqual(await foundIn('Zefirina'), []);

  const one = await arrives({ text: 'Lo sportello di quale quartiere è aperto oggi?' });
  await moderator.decide(one.id, {
    ...{ kind: 'reply', reply: 'Oggi è aperto quello di via Zefirelli.', grounds: [LAW], reasons: 'Si risponde.' },
  });
  await desk.drain();
  assert.deepEqual(await foundIn('Zefirelli'), ['decision']);
});
