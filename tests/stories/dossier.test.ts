// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { Pool } from 'pg';
import { evidenceDue, openEvidence, purgeDue, verifyFile } from '#moderation';
import { DossierCase, DossierPage } from '#moderation/contract';
import { poolOf, silentLog } from '#platform';
import { ActList } from '#rulebook/contract';
import type { Client } from '../support/client.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import type { Presence } from '../support/presences.ts';
import { proves } from '../support/proves.ts';

// Evidence kept, held and handed over; the authorities told; and what is never kept. End to end on simulated networks.

const MOSAICO = 'il-mosaico';
const MILANO = 'ats-milano';
const CALABRIA = 'regione-calabria';
const DAY = 86_400_000;
const ROOT = join(import.meta.dirname, '..', '..');

let desk: NetworksDesk;
let mailbox: Mailbox;
let owner: Pool;
before(async () => {
  mailbox = await startMailbox();
  desk = await startNetworksDesk([MOSAICO, MILANO, CALABRIA], { mailServer: mailbox.server });
  owner = poolOf(desk.portavoce.owner, silentLog, 2);
});
after(async () => {
  await owner?.end();
  await desk?.close();
  await mailbox?.close();
});

function presence(body: string, network = 'facebook'): Presence {
  const found = desk.towns.find((town) => town.body === body)?.presences.find((one) => one.network === network);
  assert.ok(found);
  return found;
}

async function arrives(client: Client, on: Presence, writing: { text: string } & Record<string, unknown>) {
  const external = await on.writes({ author: 'Ugo Inventato', ...writing });
  desk.clock.advance(60_000);
  await on.poll();
  await desk.drain();
  const found = (await client.queue('?limit=100')).items.find(({ excerpt }) => excerpt === writing.text);
  assert.ok(found, writing.text);
  return { id: found.id, external };
}

const room = async (client: Client, id: string) => read(await client.get(`cases/${id}/dossier`));
const read = async (response: Response) => {
  assert.equal(response.status, 200, await response.clone().text());
  return DossierCase.parse(await response.json());
};
const acted = async (client: Client, path: string, body: object) => read(await client.post(`cases/${path}`, body));
const refused = async (response: Response, code: string) => {
  const problem = (await response.json()) as { code: string };
  assert.equal(problem.code, code, JSON.stringify(problem));
};
const evidence = (body: string, decision: string) => {
  const { database, vault } = desk.portavoce.ports;
  return database.inBody(body, (tx) => openEvidence(tx, vault, decision));
};
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(desk.clock.now());
const LAW = {
  kind: 'law',
  rule: 'Codice penale, art. 612',
  why: 'Minaccia rivolta a chi lavora allo sportello.',
} as const;
const REASONS = 'Minaccia seria a una persona precisa, va detta a chi di dovere.';

test(proves('MOS-072', 'a threat asks «segnalare alle autorità?», and the reasoned answer is stored'), async () => {
  const moderator = await desk.signIn('moderator', MOSAICO);
  const head = await desk.signIn('head', MOSAICO);
  const { id } = await arrives(moderator, presence(MOSAICO), {
    text: 'Vengo lì e vi ammazzo tutti, chiamate pure Tizia Inventata al 347 7654321',
  });
  const offered = await room(moderator, id);
  assert.ok(offered.asks.length > 0, 'asked while deciding');
  assert.equal(offered.report, null);
  const decided = await moderator.decide(id, { kind: 'remove' });
  const decision = decided.decisions.at(-1)?.id ?? '';
  const asked = await room(moderator, id);
  assert.deepEqual([asked.report?.state, asked.report?.reasons], ['asked', null]);
  assert.ok(asked.asks.includes('Minacce e toni violenti'), asked.asks.join());

  const thin = await moderator.post(`cases/${id}/authorities`, { tell: false, reasons: 'no' });
  assert.equal(thin.status, 422, 'an answer without reasons is none');
  const answer = { tell: true, reasons: REASONS, office: 'Direzione', course: 'ex-officio', knownOn: today() };
  await refused(
    await moderator.post(`cases/${id}/authorities`, { ...answer, knownOn: '2099-01-01' }),
    'AUTHORITIES_DATE',
  );
  const auditor = await desk.signIn('auditor', MOSAICO);
  assert.equal((await auditor.post(`cases/${id}/authorities`, answer)).status, 403);
  const due = await acted(moderator, `${id}/authorities`, answer);
  assert.deepEqual(
    [due.report?.state, due.report?.reasons, due.report?.office, due.report?.dueOn],
    ['due', REASONS, 'Direzione', today()],
  );
  await refused(await moderator.post(`cases/${id}/authorities`, answer), 'AUTHORITIES_ANSWERED');
  const waiting = DossierPage.parse(await (await moderator.get('dossiers')).json());
  assert.deepEqual(
    waiting.reports.map((report) => report.case.id),
    [id],
  );

  // Told without the evidence is not told.
  const filed = { authority: 'Procura della Repubblica', protocol: '2026/000123', on: today() };
  await refused(await head.post(`cases/${id}/authorities/filed`, { ...filed, dossier: null }), 'DOSSIER_FIRST');
  await refused(
    await moderator.post(`cases/${id}/dossiers`, { form: 'whole', purpose: 'authorities' }),
    'WHOLE_FOR_HEAD',
  );
  const covered = await acted(moderator, `${id}/dossiers`, { form: 'masked', purpose: 'records-request' });
  const masked = covered.dossiers[0]?.id ?? '';
  await refused(await head.post(`cases/${id}/authorities/filed`, { ...filed, dossier: masked }), 'DOSSIER_FIRST');
  const made = await acted(head, `${id}/dossiers`, { form: 'whole', purpose: 'authorities' });
  const whole = made.dossiers.find(({ form }) => form === 'whole')?.id ?? '';
  const done = await acted(head, `${id}/authorities/filed`, { ...filed, dossier: whole });
  assert.deepEqual([done.report?.state, done.report?.protocol, done.report?.dossier], ['filed', '2026/000123', whole]);

  const kept = await evidence(MOSAICO, decision);
  assert.match(kept?.text ?? '', /347 7654321/);
  assert.deepEqual(
    [kept?.network, kept?.versions.length, kept?.post?.text],
    ['facebook', 1, 'Da lunedì lo sportello apre alle 9.'],
  );
  assert.ok(
    Buffer.from(kept?.captured ?? '', 'base64')
      .toString()
      .includes('347 7654321'),
    'as it was received',
  );

  await verifiedOffline(await fileOf(head, whole), await fileOf(moderator, masked));
  assert.equal((await moderator.get(`dossiers/${whole}/file`)).status, 403);
  const kinds = (await moderator.record()).items.map(({ kind }) => kind);
  for (const kind of ['authorities.to-be-told', 'authorities.told', 'dossier.made'])
    assert.ok(kinds.includes(kind), kind);
  assert.equal((await moderator.verification()).intact, true);
});

test(proves('MOS-072', 'a no is reasoned too, and what is taken back is no longer asked'), async () => {
  const moderator = await desk.signIn('moderator', MOSAICO);
  const { id } = await arrives(moderator, presence(MOSAICO), { text: 'Stasera vi brucio la macchina, siete avvisati' });
  await moderator.decide(id, { kind: 'hide' });
  await desk.drain();
  const no = await acted(moderator, `${id}/authorities`, {
    tell: false,
    reasons: 'Sfogo senza seguito, valutato con il responsabile.',
  });
  assert.equal(no.report?.state, 'declined');
  const complaint = {
    tell: true,
    reasons: REASONS,
    office: 'Direzione',
    course: 'private-complaint',
    knownOn: '2026-11-20',
  };
  const later = await acted(moderator, `${id}/authorities`, complaint);
  assert.deepEqual([later.report?.dueOn, later.report?.state], ['2027-02-20', 'due']);

  const other = await arrives(moderator, presence(MOSAICO), { text: 'Vi aspetto sotto casa e vi spacco la testa' });
  const decision = (await moderator.decide(other.id, { kind: 'hide' })).decisions.at(-1)?.id ?? '';
  assert.equal((await room(moderator, other.id)).report?.state, 'asked');
  const undone = await moderator.post(`decisions/${decision}/undo`, { reasons: 'Mi ero sbagliata di pratica.' });
  assert.equal(undone.status, 200, `${await undone.text()} ${desk.logged.at(-1)}`);
  assert.equal((await room(moderator, other.id)).report, null);

  const plain = await arrives(moderator, presence(MOSAICO), { text: 'Gli orari sono scomodi e nessuno risponde' });
  await moderator.decide(plain.id, { kind: 'no-action' });
  assert.equal((await room(moderator, plain.id)).report, null, 'criticism asks nothing');
});

async function fileOf(client: Client, id: string): Promise<Buffer> {
  const response = await client.get(`dossiers/${id}/file`);
  assert.equal(response.status, 200);
  return Buffer.from(await response.arrayBuffer());
}

const run = promisify(execFile);
interface Run {
  readonly code: number;
  readonly lines: readonly Record<string, unknown>[];
}

/** The command alone, in a folder where there is nothing of the desk, with no database to be found. */
async function portavoce(folder: string, ...args: readonly string[]): Promise<Run> {
  const env = { PATH: process.env.PATH ?? '', PORTAVOCE_DATA: join(folder, 'nothing') };
  const cli = join(ROOT, 'src', 'app', 'cli.ts');
  const told = await run(process.execPath, [cli, ...args], { cwd: folder, env }).catch(
    (error: { code: number; stdout: string }) => error,
  );
  const code = 'code' in told ? told.code : 0;
  return {
    code,
    lines: told.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

async function verifiedOffline(whole: Buffer, masked: Buffer): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portavoce-dossier-'));
  try {
    await writeFile(join(folder, 'whole.zip'), whole);
    const head = await desk.signIn('head', MOSAICO);
    const { publicKey } = DossierPage.parse(await (await head.get('dossiers')).json());
    const intact = await portavoce(folder, 'dossier', 'verify', 'whole.zip', '--key', publicKey);
    assert.deepEqual([intact.code, intact.lines.at(-1)?.intact, intact.lines.at(-1)?.keyChecked], [0, true, true]);
    const inside = whole.toString();
    assert.ok(inside.includes('347 7654321') && inside.includes('Ugo Inventato'), 'whole');
    assert.ok(
      !/347 7654321|Ugo Inventato|Persona moderator/.test(masked.toString()),
      'of nobody else, in a masked one',
    );
    assert.deepEqual(verifyFile(masked, publicKey).alterations, []);

    const altered = Buffer.from(whole);
    altered.write('348', whole.indexOf('347 7654321'));
    await writeFile(join(folder, 'altered.zip'), altered);
    const told = await portavoce(folder, 'dossier', 'verify', 'altered.zip');
    assert.equal(told.code, 1);
    assert.deepEqual(told.lines[0], { part: 'raccolta.html', what: 'questa parte è stata modificata' });
    assert.equal(told.lines.at(-1)?.said, 'modificata');
    assert.equal((await portavoce(folder, 'dossier', 'verify', 'missing.zip')).code, 2);
    assert.equal((await portavoce(folder, 'dossier', 'verify', 'whole.zip', '--key', 'x')).code, 2);
    assert.equal((await portavoce(folder, 'dossier', 'key')).code, 2, 'no installation, no key made');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('originals go when their term is over, masked copies stay; a hold keeps both until it is lifted', async () => {
  const moderator = await desk.signIn('moderator', MOSAICO);
  const head = await desk.signIn('head', MOSAICO);
  const hidden = async (text: string) => {
    const { id } = await arrives(moderator, presence(MOSAICO), { text });
    return {
      id,
      decision: (await moderator.decide(id, { kind: 'remove', grounds: [LAW] })).decisions.at(-1)?.id ?? '',
    };
  };
  assert.equal(
    (await moderator.post('evidence-terms', { originalDays: 1, dossierDays: 2, act: 'atto di prova' })).status,
    403,
  );
  assert.equal(
    (await head.post('evidence-terms', { originalDays: 10, dossierDays: 20, act: 'atto di prova' })).status,
    200,
  );
  const free = await hidden('Chiamate Caia Inventata al 347 1112223 di notte');
  const held = await hidden('Chiamate Sempronia Inventata al 347 4445556 di notte');
  const hold = { reasons: 'Lo chiede la Procura per un procedimento.', act: 'decreto di prova n. 5' };
  assert.equal((await moderator.post(`cases/${held.id}/hold`, hold)).status, 403);
  const standing = await acted(head, `${held.id}/hold`, hold);
  assert.deepEqual([standing.hold?.act, standing.hold?.reasons], [hold.act, hold.reasons]);
  await refused(await head.post(`cases/${held.id}/hold`, hold), 'HOLD_STANDS');
  await acted(moderator, `${held.id}/dossiers`, { form: 'masked', purpose: 'records-request' });
  const { dossiers } = await acted(moderator, `${free.id}/dossiers`, { form: 'masked', purpose: 'records-request' });

  const due = async () => evidenceDue(desk.portavoce.ports, MOSAICO);
  desk.clock.advance(9 * DAY);
  await due();
  assert.match((await evidence(MOSAICO, free.decision))?.text ?? '', /1112223/);
  desk.clock.advance(12 * DAY);
  await due();
  const left = await evidence(MOSAICO, free.decision);
  assert.ok(left?.masked && !left.text?.includes('1112223') && left.text?.includes('▮▮▮'), left?.text ?? 'gone');
  assert.equal(left.captured, null);
  assert.match((await evidence(MOSAICO, held.decision))?.text ?? '', /4445556/);
  assert.equal((await head.get(`dossiers/${dossiers[0]?.id}/file`)).status, 410);
  assert.equal((await room(head, held.id)).dossiers[0]?.gone, false);
  assert.equal((await room(head, free.id)).evidence[0]?.original, 'gone');

  const lifted = await acted(head, `${held.id}/hold/lift`, {
    reasons: 'Il procedimento è stato archiviato.',
    act: 'decreto di prova n. 6',
  });
  assert.equal(lifted.hold, null);
  await due();
  assert.equal((await evidence(MOSAICO, held.decision))?.masked, true);
  const page = DossierPage.parse(await (await head.get('dossiers')).json());
  assert.equal(page.holds.find((one) => one.case.id === held.id)?.lifted?.act, 'decreto di prova n. 6');
});

test('on a network whose contract forbids keeping, a hold keeps no words, and says so', async () => {
  const moderator = await desk.signIn('moderator', MOSAICO);
  const head = await desk.signIn('head', MOSAICO);
  const { id } = await arrives(moderator, presence(MOSAICO, 'linkedin'), {
    text: 'Chiamate Mevia Inventata al 347 9998887',
  });
  const decision =
    (await moderator.decide(id, { kind: 'remove', grounds: [LAW], reasons: REASONS })).decisions.at(-1)?.id ?? '';
  assert.equal((await evidence(MOSAICO, decision))?.text, null);
  const held = await acted(head, `${id}/hold`, {
    reasons: 'Lo chiede la Procura per un procedimento.',
    act: 'decreto n. 7',
  });
  assert.match(held.holdLimit, /LinkedIn.*non le parole/);
  assert.equal(held.evidence[0]?.wordless, true);
  await acted(head, `${id}/dossiers`, { form: 'whole', purpose: 'authorities' });
  desk.clock.advance(3 * DAY);
  await purgeDue(desk.portavoce.ports, MOSAICO);
  await evidenceDue(desk.portavoce.ports, MOSAICO);
  const after = await room(head, id);
  assert.deepEqual(
    [after.dossiers[0]?.gone, after.hold?.act],
    [true, 'decreto n. 7'],
    'the file had words: it goes on the network’s clock',
  );
});

/** Everywhere in the database where these words stand, as an attacker with a dump would look. */
async function foundIn(words: string): Promise<string[]> {
  const { rows: tables } = await owner.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const bytes = Buffer.from(words).toString('hex');
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const { rowCount } = await owner.query(
      `select 1 from "${schema}"."${name}" as one where strpos(lower(one::text), $1) > 0 or strpos(one::text, $2) > 0 limit 1`,
      [words, bytes],
    );
    if (rowCount !== 0) found.push(`${schema}.${name}`);
  }
  return found;
}

/** What is left of the oddest word once it is cut for searching. */
const STEM = 'zefir';

async function csamPath(body: string, { law }: { readonly law?: string }): Promise<void> {
  const moderator = await desk.signIn('moderator', body);
  const head = await desk.signIn('head', body);
  const words = `cartella riservata zefiro ${body}`;
  const place = presence(body);
  const { id, external } = await arrives(moderator, place, { text: `Guardate ${words}` });
  assert.ok((await foundIn(STEM)).includes('public.item_version'), 'the search finds what is there');
  const before = mailbox.letters.length;
  const request = { office: 'Direzione', confirmed: true, ...(law !== undefined && { law }) };
  const auditor = await desk.signIn('auditor', body);
  assert.equal((await auditor.post(`cases/${id}/csam`, request)).status, 403);
  const raised = await acted(moderator, `${id}/csam`, request);
  assert.deepEqual(
    [raised.csam?.policeTold, raised.report?.course, raised.report?.state],
    [false, 'ex-officio', 'due'],
  );
  await refused(await moderator.post(`cases/${id}/csam`, request), 'CSAM_OPEN');
  await desk.drain();

  // Never previewed, never copied: nowhere in the database, in no answer, in no letter, in no log.
  assert.deepEqual(await foundIn(STEM), []);
  const shown = await moderator.case(id);
  assert.deepEqual([shown.text, shown.excerpt, shown.purged], ['', '', true]);
  assert.ok(!JSON.stringify(await moderator.queue('?limit=100')).includes(words));
  assert.ok(!desk.logged.join('\n').includes(words));
  const letters = mailbox.letters.slice(before);
  assert.deepEqual(
    letters.map(({ to }) => to),
    [[`head@${body}.example`]],
  );
  assert.ok(
    letters.every(
      ({ text, subject }) => !text.includes('zefiro') && !subject.includes('zefiro') && !text.includes('Ugo'),
    ),
  );
  const queue = await moderator.queue();
  assert.deepEqual([queue.items[0]?.id, queue.items[0]?.priority], [id, 0], 'before everything else');
  assert.equal((await place.writings()).find((one) => one.id === external)?.hidden, true, 'first aid');

  // Told again, edited, or told as the post above others: still nothing.
  await place.poll();
  await place.control('POST', 'edits', { id: external, text: `Di nuovo ${words}` });
  desk.clock.advance(60_000);
  await place.poll();
  await desk.drain();
  assert.deepEqual(await foundIn(STEM), []);

  // Nobody closes it before the police knows.
  const closing = () =>
    moderator.case(id).then((current) => ({
      ...{ kind: 'no-action', grounds: [LAW], reasons: REASONS, revision: current.revision },
      ...{ policyVersion: current.policy.version, policyDigest: current.policy.digest },
    }));
  const key = () => ({ 'idempotency-key': crypto.randomUUID() });
  await refused(await moderator.post(`cases/${id}/decisions`, await closing(), key()), 'CSAM_POLICE_FIRST');
  const police = { authority: 'Polizia postale', protocol: 'A/17', on: today(), dossier: null };
  const told = await acted(head, `${id}/authorities/filed`, police);
  assert.equal(told.csam?.policeTold, true);
  assert.equal((await moderator.post(`cases/${id}/decisions`, await closing(), key())).status, 201);
  await desk.drain();
  assert.deepEqual(await foundIn(STEM), []);
  assert.equal((await moderator.verification()).intact, true);
}

test(proves('MIL-047', 'never previewed or copied, escalated at once, the police step mandatory'), async () => {
  await csamPath(MILANO, {});
  const moderator = await desk.signIn('moderator', MILANO);
  const { id } = await arrives(moderator, presence(MILANO), { text: 'Altri file sul mio profilo' });
  const current = await moderator.case(id);
  const citing = {
    ...{ kind: 'remove', grounds: [{ kind: 'clause', clause: 'MIL-047' }], reasons: REASONS },
    ...{ revision: current.revision, policyVersion: current.policy.version, policyDigest: current.policy.digest },
  };
  const chosen = await moderator.post(`cases/${id}/decisions`, citing, { 'idempotency-key': crypto.randomUUID() });
  await refused(chosen, 'CSAM_RAISE_FIRST');
});

test(
  proves('CAL-078', 'never previewed or copied, the police step mandatory, even while the clause sleeps'),
  async () => {
    const moderator = await desk.signIn('moderator', CALABRIA);
    const { id } = await arrives(moderator, presence(CALABRIA), { text: 'Nel profilo c’è il resto' });
    await refused(await moderator.post(`cases/${id}/csam`, { office: 'Dipartimento', confirmed: true }), 'CSAM_GROUND');
    await csamPath(CALABRIA, { law: 'Codice penale, art. 600-ter' });
  },
);

test('a false alarm: the head says so, the item is shown again, the words stay gone', async () => {
  const moderator = await desk.signIn('moderator', MILANO);
  const head = await desk.signIn('head', MILANO);
  const place = presence(MILANO);
  const { id, external } = await arrives(moderator, place, { text: 'Ecco le foto della recita di fine anno' });
  await acted(moderator, `${id}/csam`, { office: 'Direzione', confirmed: true });
  await desk.drain();
  const dismissal = { reasons: 'Guardato sul social con la Polizia: è la recita della scuola.' };
  assert.equal((await moderator.post(`cases/${id}/csam/dismiss`, dismissal)).status, 403);
  const after = await acted(head, `${id}/csam/dismiss`, dismissal);
  assert.deepEqual([after.csam, after.report], [null, null]);
  await desk.drain();
  assert.equal((await place.writings()).find((one) => one.id === external)?.hidden, false);
  assert.deepEqual(await foundIn('foto della recita di fine anno'), []);
});

test(proves('CAL-082', 'an unnamed violation wants the law or the clause, and words of one’s own'), async () => {
  const moderator = await desk.signIn('moderator', CALABRIA);
  const head = await desk.signIn('head', CALABRIA);
  const { sleeping } = ActList.parse(await (await head.get('rulebook/acts')).json());
  const act = { number: 'decreto n. 7', date: today() };
  const woken = await head.post('rulebook/acts', {
    clauses: sleeping.map(({ clause }) => clause),
    act,
    note: 'Si aprono i commenti.',
  });
  assert.equal(woken.status, 201, await woken.clone().text());
  desk.clock.advance(60_000);
  const { id } = await arrives(moderator, presence(CALABRIA), {
    text: 'Ecco il link per copiare le risposte del concorso',
  });
  const current = await moderator.case(id);
  const option = current.options.find(({ kind }) => kind === 'hide');
  assert.ok(
    option?.grounds.some(({ id: clause }) => clause === 'CAL-082'),
    'offered',
  );
  const clause = { kind: 'clause', clause: 'CAL-082' } as const;
  const decide = async (grounds: readonly object[], reasons: string) => {
    const { revision, policy } = await moderator.case(id);
    const request = {
      kind: 'hide',
      grounds,
      reasons,
      revision,
      policyVersion: policy.version,
      policyDigest: policy.digest,
    };
    return moderator.post(`cases/${id}/decisions`, request, { 'idempotency-key': crypto.randomUUID() });
  };
  const own = 'Invita a copiare le risposte di una prova pubblica.';
  await refused(await decide([clause], own), 'OTHER_VIOLATION_NEEDS');
  const law = { kind: 'law', rule: 'Legge 475/1925', why: 'Lavori altrui presentati come propri in un concorso.' };
  await refused(await decide([clause, law], 'è vietato'), 'OTHER_VIOLATION_NEEDS');
  const taken = await decide([clause, law], own);
  assert.equal(taken.status, 201, await taken.clone().text());
});
