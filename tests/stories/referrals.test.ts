// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { referralsDue } from '#moderation';
import { CaseReferrals, OfficeQueue, OfficesPage, ReferralBoard } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import type { Presence } from '../support/presences.ts';
import { proves } from '../support/proves.ts';

// A request goes to an office by letter, is answered there without an account, and comes back to the desk.

const MILANO = 'ats-milano';
const MOSAICO = 'il-mosaico';
const ROMA = 'asl-roma-1';
const CREMA = 'asst-crema';
const MINUTE_MILLISECONDS = 60_000;
const DAY_MILLISECONDS = 86_400_000;

let mailbox: Mailbox;
let desk: NetworksDesk;
before(async () => {
  mailbox = await startMailbox();
  desk = await startNetworksDesk([MILANO, MOSAICO, ROMA, CREMA], { mailServer: mailbox.server });
});
after(async () => {
  await desk?.close();
  await mailbox?.close();
});

function presenceOn(body: string, network = 'facebook'): Presence {
  const found = desk.towns.find((town) => town.body === body)?.presences.find((one) => one.network === network);
  assert.ok(found);
  return found;
}

/** What a citizen writes, read and judged: its case. */
async function arrives(body: string, client: Client, writing: { text: string; author?: string; kind?: string }) {
  const presence = presenceOn(body);
  const author = writing.author ?? 'Ada Prova';
  const external =
    writing.kind === 'message'
      ? (
          await presence.control<{ id: string }>('POST', 'messages', {
            account: presence.externalId,
            text: writing.text,
            author,
          })
        ).id
      : await presence.writes({ author, ...writing });
  desk.clock.advance(MINUTE_MILLISECONDS);
  await presence.poll();
  await desk.drain();
  const found = (await client.queue('?limit=100')).items.find(({ excerpt }) => excerpt === writing.text);
  assert.ok(found, writing.text);
  return { id: found.id, external };
}

const ok = async (response: Response): Promise<unknown> => {
  assert.ok(response.ok, `${response.status} ${await response.clone().text()}`);
  return response.json();
};
const refused = async (response: Response, code: string) => {
  const problem = (await response.json()) as { code: string; detail?: string };
  assert.equal(problem.code, code, problem.detail);
};
const referralsOn = async (client: Client, id: string) =>
  CaseReferrals.parse(await ok(await client.get(`cases/${id}/referrals`)));
const board = async (client: Client) => ReferralBoard.parse(await ok(await client.get('referrals')));

async function openOffice(
  body: string,
  office: { name: string; email?: string | null; alsoNamed?: string[]; opening?: object },
) {
  const head = await desk.signIn('head', body);
  const request = { kind: 'urp', email: null, opening: null, substitutes: [], alsoNamed: [], ...office };
  const page = OfficesPage.parse(await ok(await head.post('offices', request)));
  const opened = page.offices.find(({ name }) => name === office.name);
  assert.ok(opened);
  return { id: opened.id, page };
}

/** The case handed over under the first clause offered, or another. */
async function handOver(client: Client, id: string, referral: { office: string; note?: string; clause?: string }) {
  const current = await client.case(id);
  const option = current.options.find(({ kind }) => kind === 'route');
  assert.ok(option);
  const clause = referral.clause ?? option.grounds[0]?.id;
  assert.ok(clause !== undefined && option.grounds.some((ground) => ground.id === clause), 'a clause sends it there');
  const request = {
    ...{ kind: 'route', grounds: [{ kind: 'clause', clause }], reasons: option.reasons, revision: current.revision },
    ...{ policyVersion: current.policy.version, policyDigest: current.policy.digest },
    referral: { office: referral.office, note: referral.note ?? '' },
  };
  const key = { 'idempotency-key': randomUUID() };
  await ok(await client.post(`cases/${id}/referrals`, request, key));
  await ok(await client.post(`cases/${id}/referrals`, request, key));
  await desk.drain();
  return option;
}

const linkIn = (text: string): string => {
  const found = /https?:\/\/\S+\/uffici\/\S+/.exec(text)?.[0];
  assert.ok(found, text);
  return found;
};
const sendForm = (url: string, fields: Record<string, string>): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

interface HealthCase {
  readonly body: string;
  readonly proves: readonly string[];
  readonly owner: string;
  /** Where the policy sends such cases, and whether that is the URP. */
  readonly named: string;
  readonly isUrp: boolean;
  /** Clauses by which it does not end in nothing, the last one a ground of handing it over. */
  readonly owed: readonly string[];
}

const HEALTH_CASES: readonly HealthCase[] = [
  {
    ...{ body: MILANO, proves: ['MIL-019', 'MIL-021', 'MIL-030'], owner: 'personale autorizzato e formato' },
    ...{ named: 'uffici relazioni con il pubblico', isUrp: true, owed: ['MIL-019', 'MIL-021'] },
  },
  {
    ...{ body: CREMA, proves: ['CRE-021', 'CRE-022', 'CRE-030'], owner: 'ufficio Comunicazione' },
    ...{ named: 'URP', isUrp: true, owed: ['CRE-021', 'CRE-022'] },
  },
  {
    ...{ body: ROMA, proves: ['RM1-018', 'RM1-022'], owner: 'ufficio stampa' },
    ...{ named: 'personale sanitario di riferimento', isUrp: false, owed: ['RM1-018', 'RM1-022'] },
  },
];

for (const { body, proves: ids, owner, named, isUrp, owed } of HEALTH_CASES)
  test(proves(ids, 'a personal health case goes to the URP, answered in general'), async () => {
    const moderator = await desk.signIn('moderator', body);
    const text = 'Ho il diabete e aspetto da sei mesi la mia visita, la mia pratica dov’è finita?';
    const { id, external } = await arrives(body, moderator, { text });
    const fresh = await referralsOn(moderator, id);
    assert.equal(fresh.owner.office, owner, 'whoever runs the channel has it');
    assert.deepEqual(
      fresh.routes.map(({ name, address, office }) => [name, address, office]),
      [[named, null, null]],
      'the office that the policy names, and the datum that it lacks',
    );
    await refused(
      await moderator.post('offices', {
        name: 'URP',
        kind: 'urp',
        email: null,
        opening: null,
        substitutes: [],
        alsoNamed: [],
      }),
      'ROLE_TOO_NARROW',
    );
    const email = `urp@${body}.example`;
    const alsoNamed = isUrp ? [named.toUpperCase()] : [];
    const urp = await openOffice(body, { name: 'Sportello del cittadino', email, alsoNamed });
    const inPolicy = urp.page.named.find(({ name }) => name === named);
    assert.equal(inPolicy?.office, isUrp ? urp.id : null);
    const ready = await referralsOn(moderator, id);
    assert.equal(ready.routes[0]?.office, isUrp ? urp.id : null, 'and it is proposed where the policy names it');
    assert.equal(ready.carries.words, false);
    for (const clause of owed) assert.ok(ready.owed.includes(clause), `${clause} in ${ready.owed}`);

    const clause = isUrp ? {} : { clause: owed.at(-1) ?? '' };
    const option = await handOver(moderator, id, { office: urp.id, note: 'Si può dire a chi rivolgersi?', ...clause });
    assert.equal(option.how, 'none');
    const letters = mailbox.letters.filter(({ to }) => to.includes(email));
    assert.equal(letters.length, 1, 'one letter, however often it was asked');
    const letter = letters[0];
    assert.ok(letter);
    assert.doesNotMatch(`${letter.subject} ${letter.text}`, /diabete|visita|Ada/i, 'no health and no name in a letter');
    assert.match(letter.text, /a chi rivolgersi/);

    const link = linkIn(letter.text);
    const page = await (await fetch(link)).text();
    assert.match(page, /diabete/, 'behind the link the office reads what is asked');
    assert.doesNotMatch(page, /Ada Prova/);
    const fields = [...page.matchAll(/<(?:input|textarea|select)[^>]* name="([^"]+)"/g)].map(([, name]) => name);
    assert.deepEqual(fields, ['testo', 'firma'], 'no field for identity documents');
    assert.doesNotMatch(page, /type="file"|multipart/);

    assert.equal((await sendForm(`${link}/ricevuta`, {})).status, 303);
    assert.equal((await referralsOn(moderator, id)).referrals[0]?.state, 'taken');
    const form = new FormData();
    form.set('testo', 'Vedi allegato');
    form.set('file', new Blob(['documento']), 'carta.pdf');
    const withFile = await fetch(`${link}/risposta`, { method: 'POST', body: form });
    assert.equal(withFile.status, 415);
    assert.match(await withFile.text(), /Qui non si possono mandare file/);
    assert.equal((await sendForm(`${link}/risposta`, { testo: '  ' })).status, 422);

    const answer = 'Per le visite in attesa ci si rivolge allo sportello di via Inventata 1, dal lunedì al venerdì.';
    assert.equal((await sendForm(`${link}/risposta`, { testo: answer, firma: 'Sportello' })).status, 303);
    await desk.drain();
    const back = await moderator.case(id);
    assert.equal(back.state, 'open', 'it waits for a person again');
    const answered = await referralsOn(moderator, id);
    assert.deepEqual(
      answered.referrals[0]?.answers.map(({ text: words, by }) => [words, by]),
      [[answer, 'Sportello']],
    );
    assert.deepEqual(answered.outcome?.outcome, 'routed');
    assert.ok((await board(moderator)).answered.some((one) => one.case === id));

    await moderator.decide(id, { kind: 'reply', reply: answer });
    await desk.drain();
    const replies = (await presenceOn(body).writings()).filter(({ parent, own }) => own && parent === external);
    assert.deepEqual(
      replies.map(({ text: words }) => words),
      [answer],
    );
    assert.equal((await referralsOn(moderator, id)).outcome?.outcome, 'answered');
    const kinds = back.record.map(({ kind }) => kind);
    for (const kind of ['referral.opened', 'referral.sent', 'referral.taken-in-charge', 'referral.answered'])
      assert.ok(kinds.includes(kind), kind);
    assert.equal((await moderator.verification()).intact, true);
  });

test(
  proves(['MOS-048', 'MOS-050'], 'a complaint has an owner and does not end in nothing; it goes to the secretariat'),
  async () => {
    const moderator = await desk.signIn('moderator', MOSAICO);
    const text = 'Voglio fare un reclamo per il ritardo del pulmino';
    const { id, external } = await arrives(MOSAICO, moderator, { text });
    const fresh = await referralsOn(moderator, id);
    assert.equal(fresh.owner.office, 'ufficio Comunicazione');
    assert.ok(fresh.owed.includes('MOS-048') && fresh.owed.includes('MOS-050'));
    const current = await moderator.case(id);
    const clause = current.options
      .find(({ kind }) => kind === 'no-action')
      ?.grounds.find(({ id: one }) => one === 'MOS-048');
    assert.ok(clause, 'how it is received may be cited');
    const emptyHanded = moderator.decide(id, { kind: 'no-action', grounds: [{ kind: 'clause', clause: clause.id }] });
    await assert.rejects(emptyHanded, /OUTCOME_MISSING/);

    const office = await openOffice(MOSAICO, { name: 'Segreteria', email: 'segreteria@il-mosaico.example' });
    const named = fresh.routes.find(({ clause: one }) => one === 'MOS-052');
    assert.equal(named?.address, 'info@ilmosaicoservizi.it');
    await handOver(moderator, id, { office: office.id, note: 'Serve il motivo del ritardo.', clause: 'MOS-052' });
    const letter = mailbox.letters.find(({ to }) => to.includes('segreteria@il-mosaico.example'));
    assert.ok(letter);
    assert.match(letter.text, /reclamo per il ritardo del pulmino/);
    assert.match(letter.text, /Serve il motivo del ritardo/);
    const other = 'Voglio fare un reclamo: il pulmino non passa, chiamate mio fratello al 333 1234567';
    const withNumber = await arrives(MOSAICO, moderator, { text: other });
    await handOver(moderator, withNumber.id, { office: office.id, clause: 'MOS-052' });
    const masked = mailbox.letters.findLast(({ to }) => to.includes('segreteria@il-mosaico.example'))?.text ?? '';
    assert.match(masked, /il pulmino non passa/);
    assert.doesNotMatch(masked, /333 1234567/, 'without anybody’s number');
    const routed = await referralsOn(moderator, id);
    assert.deepEqual([routed.outcome?.outcome, routed.outcome?.office], ['routed', 'Segreteria']);

    // Taken back: the office is told, and its link opens nothing.
    const link = linkIn(letter.text);
    assert.equal((await fetch(link)).status, 200);
    const decision = (await moderator.case(id)).decisions.at(-1)?.id ?? '';
    await ok(await moderator.post(`decisions/${decision}/undo`, { reasons: 'Era per un altro ufficio.' }));
    await desk.drain();
    assert.equal((await fetch(link)).status, 404);
    assert.equal((await sendForm(`${link}/risposta`, { testo: 'Troppo tardi' })).status, 404);
    assert.ok(mailbox.letters.some(({ subject }) => subject.startsWith('Non serve più rispondere')));
    const withdrawn = await referralsOn(moderator, id);
    assert.deepEqual([withdrawn.outcome, withdrawn.referrals[0]?.state], [null, 'withdrawn']);

    // Not a request after all: a person says so, and then it may be closed.
    const elsewhere = { outcome: 'answered-elsewhere', note: 'Sentito al telefono.' };
    await ok(await moderator.post(`cases/${id}/outcome`, elsewhere));
    // Edited, it may ask something else: how the first words ended does not close the second.
    const asked = { id: external, text: 'Voglio fare un reclamo: e il rimborso del pulmino quando arriva?' };
    await presenceOn(MOSAICO).control('POST', 'edits', asked);
    desk.clock.advance(MINUTE_MILLISECONDS);
    await presenceOn(MOSAICO).poll();
    await desk.drain();
    const close = () => moderator.decide(id, { kind: 'no-action', grounds: [{ kind: 'clause', clause: clause.id }] });
    await assert.rejects(close(), /OUTCOME_MISSING/);
    await ok(await moderator.post(`cases/${id}/outcome`, elsewhere));
    await close();
  },
);

test(proves('MOS-101', 'a complaint by private message stands in the Communication office’s queue'), async () => {
  const moderator = await desk.signIn('moderator', MOSAICO);
  const text = 'Devo segnalare un problema serio con il servizio mensa';
  const { id } = await arrives(MOSAICO, moderator, { text, kind: 'message' });
  const queue = OfficeQueue.parse(
    await ok(await moderator.get(`office-queue?office=${encodeURIComponent('ufficio Comunicazione')}`)),
  );
  const found = queue.items.find((one) => one.id === id);
  assert.deepEqual([found?.role, found?.clause], ['route', 'MOS-101']);
  const owner = (await referralsOn(moderator, id)).owner;
  assert.deepEqual(owner, { office: 'ufficio Comunicazione', clause: 'MOS-101' });
});

test(
  proves(
    ['RM1-018', 'RM1-022', 'RM1-060'],
    'a complex request on Facebook: the service is consulted, reminded, told on',
  ),
  async () => {
    const moderator = await desk.signIn('moderator', ROMA);
    const head = await desk.signIn('head', ROMA);
    const text =
      'Buongiorno, avrei una serie di domande sugli orari del nuovo ambulatorio: sabato è aperto? e il parcheggio?';
    const { id } = await arrives(ROMA, moderator, { text });
    const queue = OfficeQueue.parse(
      await ok(await moderator.get(`office-queue?office=${encodeURIComponent('servizio aziendale di riferimento')}`)),
    );
    assert.equal(queue.items.find((one) => one.id === id)?.clause, 'RM1-060', 'the consultation waits for the service');
    assert.equal((await referralsOn(moderator, id)).owner.office, 'ufficio stampa');
    const terms = { remindMinutes: 240, escalateMinutes: 120, linkDays: 20, act: 'determina di prova n. 9' };
    await refused(await moderator.post('referral-choices', terms), 'ROLE_TOO_NARROW');
    await ok(await head.post('referral-choices', terms));
    const service = await openOffice(ROMA, {
      opening: { days: [1, 2, 3, 4, 5], ranges: [{ from: 540, to: 780 }], holidays: 'excluded' },
      name: 'Ambulatori',
      email: 'ambulatori@asl-roma-1.example',
      alsoNamed: ['Servizio aziendale di riferimento'],
    });
    await handOver(moderator, id, { office: service.id, clause: 'RM1-060' });
    const lookAt = (await referralsOn(moderator, id)).referrals[0]?.lookAt;
    assert.ok(lookAt);
    desk.clock.set(new Date(Date.parse(lookAt) - MINUTE_MILLISECONDS));
    assert.deepEqual(await referralsDue(desk.portavoce.ports, ROMA), { reminded: 0, escalated: 0 });
    desk.clock.advance(MINUTE_MILLISECONDS);
    assert.deepEqual(await referralsDue(desk.portavoce.ports, ROMA), { reminded: 1, escalated: 0 });
    assert.deepEqual(await referralsDue(desk.portavoce.ports, ROMA), { reminded: 0, escalated: 0 }, 'once');
    await desk.drain();
    assert.equal(mailbox.letters.filter(({ subject }) => subject.startsWith('Promemoria')).length, 1);
    const next = (await referralsOn(moderator, id)).referrals[0]?.lookAt;
    assert.ok(next && Date.parse(next) >= Date.parse(lookAt) + 120 * MINUTE_MILLISECONDS);
    desk.clock.set(next);
    assert.deepEqual(await referralsDue(desk.portavoce.ports, ROMA), { reminded: 0, escalated: 1 });
    await desk.drain();
    const told = mailbox.letters.find(({ to }) => to.includes(`head@${ROMA}.example`));
    assert.ok(told && !told.text.includes('/uffici/') && !told.text.includes('parcheggio'));
    assert.ok((await board(head)).waiting.some((one) => one.case === id && one.escalatedAt !== null));

    // Inside the desk, too; nothing goes out by itself.
    const [referral] = (await referralsOn(moderator, id)).referrals;
    await ok(await moderator.post(`referrals/${referral?.id}/answers`, { text: 'Il sabato è aperto fino alle 12.' }));
    const reply = 'Il sabato è aperto fino alle 12: https://www.aslroma1.it/orari';
    await moderator.decide(id, { kind: 'reply', reply });
    assert.equal((await referralsOn(moderator, id)).outcome?.outcome, 'link-provided');
  },
);

test('a link opens one referral, for a time, and may be taken away and given anew', async () => {
  const moderator = await desk.signIn('moderator', MILANO);
  const auditor = await desk.signIn('auditor', MILANO);
  const { id } = await arrives(MILANO, moderator, {
    text: 'Potete ricontattarmi? A chi posso scrivere per gli orari?',
  });
  const named = { name: 'Sportello', email: 'sportello@ats-milano.example' };
  const { id: office } = await openOffice(MILANO, named);
  await handOver(moderator, id, { office, clause: 'MIL-021' });
  const last = () => mailbox.letters.findLast(({ to }) => to.includes(named.email))?.text ?? '';
  const first = linkIn(last());
  const wrong = [
    `${first}x`,
    first.slice(0, -1),
    first.replace(MILANO, MOSAICO),
    first.replace(/inoltri\/[^/]+/, `inoltri/${randomUUID()}`),
  ];
  for (const one of wrong) assert.equal((await fetch(one)).status, 404, one);
  const headers = (await fetch(first)).headers;
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.match(headers.get('x-robots-tag') ?? '', /noindex/);

  const [referral] = (await referralsOn(moderator, id)).referrals;
  await refused(await auditor.post(`referrals/${referral?.id}/link/revoke`, {}), 'ROLE_TOO_NARROW');
  await ok(await moderator.post(`referrals/${referral?.id}/link/revoke`, {}));
  assert.equal((await fetch(first)).status, 404);
  await ok(await moderator.post(`referrals/${referral?.id}/link/renew`, {}));
  await desk.drain();
  const second = linkIn(last());
  assert.notEqual(second, first);
  assert.deepEqual([(await fetch(first)).status, (await fetch(second)).status], [404, 200]);
  desk.clock.advance(31 * DAY_MILLISECONDS);
  assert.equal((await fetch(second)).status, 404, 'over');
  desk.clock.advance(-31 * DAY_MILLISECONDS);
  let limited = 0;
  for (let turn = 0; turn < 40; turn++) if ((await fetch(wrong[0] ?? '')).status === 429) limited++;
  assert.ok(limited > 0, 'a key tried again and again is stopped');
});

test('what the mail server refuses, or nobody has an address for, a person carries', async () => {
  const moderator = await desk.signIn('moderator', MOSAICO);
  const auditor = await desk.signIn('auditor', MOSAICO);
  const { id } = await arrives(MOSAICO, moderator, {
    text: 'Voglio fare un reclamo: la mensa era chiusa senza avviso',
  });
  const { id: office } = await openOffice(MOSAICO, { name: 'Mensa', email: 'mensa@il-mosaico.example' });
  mailbox.refuse(550);
  await handOver(moderator, id, { office, clause: 'MOS-101' });
  mailbox.refuse(null);
  const [refusedLetter] = (await referralsOn(moderator, id)).referrals;
  assert.equal(refusedLetter?.state, 'by-hand');
  assert.match(refusedLetter?.fault ?? '', /550/);
  assert.match(refusedLetter?.letter?.text ?? '', /la mensa era chiusa/);
  assert.equal((await referralsOn(auditor, id)).referrals[0]?.letter, null, 'who only reads has no key');
  await ok(await moderator.post(`referrals/${refusedLetter?.id}/carried`, {}));
  const [carried] = (await referralsOn(moderator, id)).referrals;
  assert.deepEqual([carried?.state, carried?.letter], ['sent', null]);

  const { id: without } = await openOffice(MOSAICO, { name: 'Magazzino' });
  const { id: other } = await arrives(MOSAICO, moderator, { text: 'Voglio fare un reclamo: il cancello resta aperto' });
  await handOver(moderator, other, { office: without, clause: 'MOS-101' });
  assert.equal((await referralsOn(moderator, other)).referrals[0]?.state, 'by-hand');
});
