// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client as Connection } from 'pg';
import { evidenceDue, reviewsDue } from '#moderation';
import { CaseStatements, ReviewsPage } from '#moderation/contract';
import { joins } from '../support/colleagues.ts';
import { letTimePass } from '../support/in-flight.ts';
import { keyed, ladderHand, ladderOf } from '../support/ladder-hand.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import {
  issuedOn,
  json,
  openOn,
  page,
  preview,
  refusal,
  reviews,
  statements,
  statementsHand,
} from '../support/statements-hand.ts';

// What a person writes for the records stays there; an author is told of what stands, and has all their time from then; who was kept
// out is heard, and a contest brought by somebody else never uses up one's own.

const COMUNE = 'comune-di-esempio';
const CREMA = 'asst-crema';
const DAY_MILLISECONDS = 86_400_000;
const INTERNAL = 'Il solito provocatore, lo conosciamo bene. Segnalato anche ai carabinieri, indagini in corso.';
const REASONS = 'Era una critica dura, ma non un insulto a una persona.';

let desk: NetworksDesk;
before(async () => {
  desk = await startNetworksDesk([COMUNE, CREMA]);
});
after(() => desk?.close());

const { facebook, arrives, writesPrivately, answersOf, takesDown, reads } = statementsHand(() => desk);

/** A day of the calendar in Rome, where it may be tomorrow already. */
const day = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(
    desk.clock.now().getTime() + days * DAY_MILLISECONDS,
  );

async function owner<Row extends object>(work: (connection: Connection) => Promise<Row>): Promise<Row> {
  const connection = new Connection(desk.portavoce.owner);
  await connection.connect();
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

/** Another transaction has changed these rows and commits only once the work waits for it, or is over. */
async function whileHeld(change: string, of: string, work: () => Promise<object>): Promise<void> {
  await owner(async (holding) => {
    await holding.query('begin');
    await holding.query(change, [of]);
    let over = false;
    const working = work().finally(() => {
      over = true;
    });
    await owner(async (watching) => {
      const waiting = "select 1 from pg_stat_activity where wait_event_type = 'Lock'";
      while (!over && (await watching.query(waiting)).rows.length === 0);
      return watching;
    });
    await holding.query('commit');
    return working;
  });
}

const head = (body = COMUNE) => desk.signIn('head', body);
const concluding = (outcome: 'confirmed' | 'overturned') => ({ outcome, reasons: REASONS, correction: null });
/** Has written in private a moment ago: can be told there. */
async function reachable(author: string): Promise<void> {
  await writesPrivately(COMUNE, { text: 'Buongiorno, quando apre lo sportello?', author });
}

test('reasons stay in the records; what is said to the author is what was shown, and refused with anybody’s data', async () => {
  const moderator = await desk.signIn('moderator', COMUNE);
  const author = 'Ugo Inventato';
  await reachable(author);
  const { id } = await arrives(COMUNE, moderator, { text: 'Siete dei cialtroni incapaci', author });
  const toAuthor = 'Le critiche restano, gli insulti no.';
  const grounds = [{ kind: 'clause' as const, clause: 'ESE-039' }];

  const shown = await preview(moderator, id, { kind: 'hide', grounds, toAuthor });
  assert.ok(shown.includes(toAuthor) && shown.includes('ESE-039'));
  const naming = { kind: 'hide' as const, grounds, toAuthor: 'Lo ha chiesto Maria Rossi, tel. 333 1234567.' };
  await refusal(await moderator.post(`cases/${id}/statements/preview`, naming), 'TO_AUTHOR_NOT_CLEAR', 422);
  await assert.rejects(moderator.decide(id, naming), /TO_AUTHOR_NOT_CLEAR/);
  await assert.rejects(moderator.decide(id, { kind: 'publish', toAuthor }), /TO_AUTHOR_UNTOLD/);
  assert.equal((await moderator.case(id)).state, 'open', 'what was refused left nothing behind');

  await moderator.decide(id, { kind: 'hide', grounds, reasons: INTERNAL, toAuthor });
  await desk.drain();
  const { text, code, page: address } = await issuedOn(moderator, id);
  const [letter] = (await answersOf(COMUNE)).slice(-1);
  assert.equal(letter, text);
  assert.ok(letter?.includes(toAuthor));
  assert.doesNotMatch(letter ?? '', /provocatore|carabinieri/);
  const unlike = /····-····-····-····/g;
  assert.equal(shown.replaceAll(unlike, code), letter, 'the preview was the very text');
  assert.ok(address.endsWith(code));
});

test('why a law applies reaches the author, or is refused with what is wrong and where', async () => {
  const moderator = await desk.signIn('moderator', COMUNE);
  const author = 'Eva Inventata';
  await reachable(author);
  const { id } = await arrives(COMUNE, moderator, { text: 'Siete dei cialtroni, incapaci e pure ladri', author });
  const law = (why: string) => [{ kind: 'law' as const, rule: 'art. 595 del codice penale', why }];
  const told = async (why: string) => {
    const request = { kind: 'hide' as const, grounds: law(why) };
    const answer = await moderator.post(`cases/${id}/statements/preview`, request);
    const problem = (await answer.clone().json()) as { detail?: string };
    await refusal(answer, 'GROUND_WHY_NOT_CLEAR', 422);
    await assert.rejects(moderator.decide(id, request), /GROUND_WHY_NOT_CLEAR/);
    return problem.detail ?? '';
  };
  const where = /«Perché si applica qui»: c’è il nome di una persona \(parola 6\)$/;
  const named = await told('Lo ha chiesto la dottoressa Verdi.');
  assert.match(named, where);
  assert.doesNotMatch(named, /Verdi/, 'an error repeats nobody’s name');
  assert.match(await told('Chi scrive è un cretino e basta.'), /c’è un’offesa/);
  assert.match(await told('È diffamazione. Nota interna: avvisare la questura.'), /c’è una nota per il banco/);
  assert.equal((await moderator.case(id)).state, 'open', 'what was refused left nothing behind');

  const { policy, revision } = await moderator.case(id);
  const [ground] = law('Lo ha chiesto la dottoressa Verdi.');
  const together = { kind: 'hide', ground, reasons: 'Diffamazione.', cases: [{ id, revision }] };
  const version = { policyVersion: policy.version, policyDigest: policy.digest };
  await refusal(
    await moderator.post('bulk-decisions', { ...together, ...version }, keyed()),
    'GROUND_WHY_NOT_CLEAR',
    422,
  );

  const why = 'Il testo accusa di un reato chi lavora qui, senza prove.';
  await moderator.decide(id, { kind: 'hide', grounds: law(why) });
  await desk.drain();
  assert.ok((await issuedOn(moderator, id)).text?.includes(why));
});

test('why an act rests on a law stays at the desk where its author is told nothing', async () => {
  const moderator = await desk.signIn('moderator', COMUNE);
  const { id } = await arrives(COMUNE, moderator, { text: 'Un grazie di prova a tutti voi', author: 'Lea Inventata' });
  const why = 'Nota interna: lo ha chiesto la dottoressa Verdi.';
  await moderator.decide(id, { kind: 'no-action', grounds: [{ kind: 'law', rule: 'art. 9 L. 28/2000', why }] });
  assert.equal((await moderator.case(id)).state, 'decided');
});

test('an order is cited by authority and number: whom it is about never enters the record', async () => {
  const moderator = await desk.signIn('moderator', COMUNE);
  const { id } = await arrives(COMUNE, moderator, { text: 'Notizia da togliere per ordine', author: 'Ada Inventata' });
  const order = (authority: string) => [{ kind: 'order' as const, authority, why: 'Lo dispone il giudice.' }];
  const named = 'Tribunale di Esempio, sequestro a carico di Mario Bianchi';
  await assert.rejects(moderator.decide(id, { kind: 'remove', grounds: order(named) }), /GROUND_NOT_CLEAR/);
  const { policyVersion, policyDigest, revision } = await forBulk(id);
  const together = { kind: 'remove', ground: order(named)[0], reasons: 'Ordine ricevuto.', cases: [{ id, revision }] };
  const asked = await moderator.post('bulk-decisions', { ...together, policyVersion, policyDigest }, keyed());
  await refusal(asked, 'GROUND_NOT_CLEAR', 422);
  await moderator.decide(id, { kind: 'remove', grounds: order('Tribunale di Esempio, decreto n. 44/2026') });
  await desk.drain();
  const record = (await moderator.record()).items.map(({ summary }) => summary).join('\n');
  assert.match(record, /decreto n\. 44\/2026/);
  assert.doesNotMatch(record, /Bianchi/);

  async function forBulk(one: string) {
    const { policy, revision } = await moderator.case(one);
    return { policyVersion: policy.version, policyDigest: policy.digest, revision };
  }
});

test('who is told is told of what stands: refused by the network, or edited before, nothing leaves', async () => {
  const moderator = await desk.signIn('moderator', COMUNE);
  const author = 'Ivo Inventato';
  await reachable(author);
  const before = (await answersOf(COMUNE)).length;

  const refused = await arrives(COMUNE, moderator, { text: 'Branco di idioti patentati', author });
  await facebook(COMUNE).control('POST', 'faults', { fault: 'permission-missing', on: 'write' });
  await takesDown(moderator, refused.id, 'hide');
  const [failed] = (await moderator.case(refused.id)).decisions.at(-1)?.enforcements ?? [];
  assert.equal(failed?.state, 'failed');
  assert.equal((await issuedOn(moderator, refused.id)).state, 'waiting');
  assert.equal((await answersOf(COMUNE)).length, before, 'nothing was hidden: nobody is told that it was');
  await json(await moderator.post(`enforcements/${failed?.id}/retry`, {}));
  await desk.drain();
  assert.deepEqual(
    [(await issuedOn(moderator, refused.id)).state, (await answersOf(COMUNE)).length],
    ['given', before + 1],
  );

  const edited = await arrives(COMUNE, moderator, { text: 'Siete tutti dei buffoni', author });
  await facebook(COMUNE).control('POST', 'faults', { fault: 'rate-limited', on: 'write', times: 1 });
  await takesDown(moderator, edited.id, 'hide');
  await facebook(COMUNE).control('POST', 'edits', { id: edited.external, text: 'Grazie per il lavoro che fate' });
  await reads(COMUNE);
  assert.equal((await moderator.case(edited.id)).state, 'open');
  assert.equal((await issuedOn(moderator, edited.id)).state, 'withdrawn');
  assert.equal((await answersOf(COMUNE)).length, before + 1);
  assert.ok((await moderator.record()).items.some(({ kind }) => kind === 'statement.withdrawn'));
});

test('a removal that follows a hiding replaces its statement; a message that lands after the undoing is mended', async () => {
  const moderator = await desk.signIn('moderator', COMUNE);
  const quiet = await arrives(COMUNE, moderator, { text: 'Incapaci e cialtroni', author: 'Tea Inventata' });
  await takesDown(moderator, quiet.id, 'hide');
  await takesDown(moderator, quiet.id, 'remove');
  assert.deepEqual(
    (await statements(moderator, quiet.id)).issued.map(({ measure, state }) => [measure, state]),
    [
      ['hide', 'withdrawn'],
      ['remove', 'to-give'],
    ],
  );

  const author = 'Rea Inventata';
  await reachable(author);
  const { id } = await arrives(COMUNE, moderator, { text: 'Cialtroni, sempre cialtroni', author });
  await facebook(COMUNE).control('POST', 'faults', { fault: 'error-after-effect', on: 'write', where: 'messages' });
  await takesDown(moderator, id, 'hide');
  const told = await issuedOn(moderator, id);
  assert.equal(told.state, 'under-way');
  const decision = (await moderator.case(id)).decisions.at(-1)?.id ?? '';
  await json(await moderator.post(`decisions/${decision}/undo`, { reasons: 'Era una citazione.' }));
  assert.equal((await reviewsDue(desk.portavoce.ports, COMUNE)).told, 0, 'nobody was told yet, as far as is known');
  await letTimePass(desk, { body: COMUNE, causes: [told.id] });
  await desk.drain();
  assert.equal((await reviewsDue(desk.portavoce.ports, COMUNE)).told, 1);
  await desk.drain();
  const later = await desk.signIn('moderator', COMUNE);
  const mended = (await reviews(later)).closed.find(({ statement }) => statement === told.id);
  assert.deepEqual([mended?.state, mended?.via], ['corrected', 'own-motion']);
});

test('what a person is to give is listed until it is given, and the term runs from then', async () => {
  const moderator = await desk.signIn('moderator', COMUNE);
  const { id } = await arrives(COMUNE, moderator, {
    text: 'Cretini, il numero di Rossi è 333 7654321',
    author: 'Lia Inventata',
  });
  await takesDown(moderator, id, 'remove');
  const told = await issuedOn(moderator, id);
  assert.deepEqual([told.told, told.state, told.askBy], ['by-hand', 'to-give', null]);
  assert.match(told.text ?? '', /Hai 30 giorni di tempo, da quando ricevi questo testo/);

  // A private message that the network did not take is given by a person too.
  const author = 'Pia Inventata';
  await reachable(author);
  const private_ = await arrives(COMUNE, moderator, { text: 'Siete degli incapaci e dei cretini', author });
  await facebook(COMUNE).control('POST', 'faults', { fault: 'cannot-receive', on: 'write', where: 'messages' });
  await takesDown(moderator, private_.id, 'hide');
  const listed = async () =>
    (await reviews(await desk.signIn('moderator', COMUNE))).toGive.map(({ case: { id: one }, why }) => [one, why]);
  assert.deepEqual(
    (await listed()).filter(([one]) => one === id || one === private_.id),
    [
      [id, 'by-hand'],
      [private_.id, 'failed'],
    ],
  );

  // Two months later it is still there, its page opens, and giving it begins the term.
  desk.clock.advance(60 * DAY_MILLISECONDS);
  assert.equal((await page(told.page)).status, 200);
  const later = await desk.signIn('moderator', COMUNE);
  const given = CaseStatements.parse(await json(await later.post(`statements/${told.id}/given`, {}))).issued.at(-1);
  assert.deepEqual([given?.state, given?.askBy], ['given', day(30)]);
  const failed = await issuedOn(later, private_.id);
  await json(await later.post(`statements/${failed.id}/given`, {}));
  assert.deepEqual(
    [(await issuedOn(later, private_.id)).told, (await issuedOn(later, private_.id)).state],
    ['by-hand', 'given'],
  );
  assert.deepEqual(
    (await listed()).filter(([one]) => one === id || one === private_.id),
    [],
  );
  const record = (await later.record()).items;
  assert.ok(record.some(({ kind, person }) => kind === 'statement.given' && person !== null));
});

test('a contest brought to the desk wants the code and another person, and leaves the author their own', async () => {
  const moderator = await desk.signIn('moderator', COMUNE);
  const { client: colleague } = await joins(desk.portavoce, { body: COMUNE, name: 'Collega di prova' });
  const author = 'Gino Inventato';
  const { id } = await arrives(COMUNE, moderator, { text: 'Massa di deficienti', author });
  await takesDown(moderator, id, 'hide');
  const told = await issuedOn(moderator, id);
  assert.equal(told.mine, true);
  const brought = { code: told.code, words: 'Dice allo sportello che scherzava.' };
  const path = `statements/${told.id}/reviews`;
  await refusal(await moderator.post(path, brought), 'REVIEW_SAME_PERSON', 403);
  await refusal(await colleague.post(path, { ...brought, code: 'BCDF-2345-GHJK-6789' }), 'REVIEW_CODE', 422);
  await refusal(await colleague.post(path, { ...brought, code: 'nulla' }), 'REVIEW_CODE', 422);
  await json(await colleague.post(path, { ...brought, code: told.code.toLowerCase().replaceAll('-', ' ') }));

  // Still open: what the author writes joins it.
  await arrives(COMUNE, moderator, { text: `Non era un insulto, codice ${told.code}`, author });
  const open = await openOn(colleague, id);
  assert.match(open.words ?? '', /scherzava[\s\S]*Non era un insulto/);
  await json(await (await head()).post(`reviews/${open.id}/decision`, concluding('confirmed')));

  // Closed: one that another brought does not close their own.
  const second = await arrives(COMUNE, moderator, { text: 'Accozzaglia di deficienti', author });
  await takesDown(moderator, second.id, 'hide');
  const other = await issuedOn(moderator, second.id);
  await json(await colleague.post(`statements/${other.id}/reviews`, { ...brought, code: other.code }));
  await json(
    await (await head()).post(`reviews/${(await openOn(colleague, second.id)).id}/decision`, concluding('confirmed')),
  );
  assert.match(await (await page(other.page)).text(), /Resta com’era[\s\S]*puoi ancora chiederlo/);
  await arrives(COMUNE, moderator, { text: `Chiedo io il riesame: ${other.code}`, author });
  const own = await openOn(colleague, second.id);
  assert.equal(own.via, 'channel');
  const overturned = await (await head()).post(`reviews/${own.id}/decision`, concluding('overturned'));
  assert.equal(
    ReviewsPage.parse(await json(overturned)).open.some((one) => one.id === own.id),
    false,
  );
});

test('a word that comes while what was asked is being forgotten opens nothing without reasons', async () => {
  const moderator = await desk.signIn('moderator', COMUNE);
  const author = 'Rino Inventato';
  const { id } = await arrives(COMUNE, moderator, { text: 'Imbecilli patentati', author });
  await takesDown(moderator, id, 'hide');
  const told = await issuedOn(moderator, id);
  const word = /<p class="statement-word"><strong>([^<]+)</.exec(
    await (await page(told.page, 'Ho le mie ragioni.')).text(),
  );
  await whileHeld(
    "update review set state = 'lapsed', sealed = null, word_digest = null, asked_from = null where statement_id = $1",
    told.id,
    () => arrives(COMUNE, moderator, { text: `Confermo ${word?.[1]}`, author }),
  );
  assert.equal(
    (await reviews(moderator)).open.some((one) => one.case.id === id),
    false,
  );
});

test('a code that comes while its statement is being withdrawn opens nothing', async () => {
  const moderator = await desk.signIn('moderator', COMUNE);
  const author = 'Mia Inventata';
  const { id } = await arrives(COMUNE, moderator, { text: 'Buffoni patentati', author });
  await takesDown(moderator, id, 'hide');
  const told = await issuedOn(moderator, id);
  await whileHeld('update statement set withdrawn_at = now() where id = $1', told.id, () =>
    arrives(COMUNE, moderator, { text: `Non è giusto: ${told.code}`, author }),
  );
  assert.equal(
    (await reviews(moderator)).open.some((one) => one.case.id === id),
    false,
  );
});

test('who is kept out asks on the page with the code alone; told in public, at an office', async () => {
  const moderator = await desk.signIn('moderator', COMUNE);
  const ban = async (id: string, more: object) => {
    const view = await ladderOf(moderator, id);
    const request = ladderHand(desk).banRequest(view, more);
    await json(await moderator.post(`cases/${id}/bans`, request, keyed()));
    await desk.drain();
    return issuedOn(moderator, id);
  };
  const insults = async (author: string): Promise<string> => {
    let last = '';
    for (const text of [`Cretini, dice ${author}`, `Imbecilli, dice ${author}`, `Idioti, dice ${author}`]) {
      last = (await arrives(COMUNE, moderator, { text, author })).id;
      await takesDown(moderator, last, 'hide');
    }
    const { texts, policyDigest } = await ladderOf(moderator, last);
    const warning = { reasons: INTERNAL, text: texts.warnPrivately, told: 'by-hand', policyDigest };
    await json(await moderator.post(`cases/${last}/warnings`, warning, keyed()));
    await json(await moderator.post(`statements/${(await issuedOn(moderator, last)).id}/given`, {}));
    return last;
  };
  const id = await insults('Elia Inventato');
  const told = await ban(id, { told: 'none' });
  assert.deepEqual([told.measure, told.state], ['ban', 'to-give'], 'not told now: it still can be');
  const given = CaseStatements.parse(await json(await moderator.post(`statements/${told.id}/given`, {})));
  assert.equal(given.issued.at(-1)?.askBy, day(30));
  assert.notEqual((await ladderOf(moderator, id)).measures[0]?.givenAt, null);

  const shown = await (await page(told.page)).text();
  assert.match(shown, /senza usare il tuo account/);
  assert.match(shown, /a un ufficio: li trovi qui sotto/);
  const asked = await page(told.page, 'Non ero io: mi hanno rubato l’account.');
  assert.match(await asked.text(), /Il riesame è in corso/);
  const review = await openOn(moderator, id);
  assert.deepEqual([review.via, review.words], ['page-code', 'Non ero io: mi hanno rubato l’account.']);
  assert.equal((await page(told.page, 'Ancora io.')).status, 409);

  // The ban is lifted with the conclusion, or neither is.
  await json(await (await head()).post(`reviews/${review.id}/decision`, concluding('overturned')));
  const [concluded] = await owner(async (connection) => {
    const { rows } = await connection.query<{ review: string; measure: string }>(
      `select review.xmin::text as review, author_measure.xmin::text as measure from review
         join statement on statement.id = review.statement_id join author_measure on author_measure.id = statement.cause
        where review.id = $1`,
      [review.id],
    );
    return rows;
  });
  assert.equal(concluded?.review, concluded?.measure, 'one transaction');
  await desk.drain();
  assert.equal((await ladderOf(moderator, id)).history.banned, false);

  // Whoever reads a public notice has that code: there it proves nothing.
  const choice = { askDays: null, answerDays: null, publicNotice: true, act: 'determina di prova n. 9' };
  await json(await (await head()).post('statement-choices', choice));
  const shouted = await insults('Bruno Inventato');
  const { texts } = await ladderOf(moderator, shouted);
  const publicly = await ban(shouted, { told: 'public', text: texts.banInPublic });
  assert.deepEqual([publicly.told, publicly.state], ['public', 'given']);
  const notice = (await facebook(COMUNE).writings()).find(({ text }) => text.includes(publicly.page));
  assert.ok(notice, 'the public words lead there');
  const office = await (await page(publicly.page)).text();
  assert.match(office, /Lì verificano chi sei e aprono il riesame/);
  assert.doesNotMatch(office, /<form/);
  assert.equal((await page(publicly.page, 'Fatemi rientrare, per favore.')).status, 422);
  const { client: colleague } = await joins(desk.portavoce, { body: COMUNE, name: 'Sportello di prova' });
  const brought = { code: publicly.code, words: 'Documento visto allo sportello: dice che si scusa.' };
  await json(await colleague.post(`statements/${publicly.id}/reviews`, brought));
});

test('told in public without a notice of reasons, a person is still to give them', async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  const { id, external } = await arrives(CREMA, moderator, { text: 'Siete dei deficienti', author: 'Nilo Inventato' });
  await takesDown(moderator, id, 'hide');
  const { texts, policyDigest } = await ladderOf(moderator, id);
  const warning = { reasons: INTERNAL, text: texts.warnInPublic, told: 'public', policyDigest };
  await json(await moderator.post(`cases/${id}/warnings`, warning, keyed()));
  await desk.drain();
  const told = await issuedOn(moderator, id);
  assert.deepEqual([told.measure, told.told, told.state], ['warn', 'by-hand', 'to-give']);
  assert.doesNotMatch(told.text ?? '', /provocatore|carabinieri/, 'reasons of a warning stay in the records too');
  const publicly = (await facebook(CREMA).writings()).filter(({ own, parent }) => own && parent === external);
  assert.equal(
    publicly.some(({ text }) => text.includes('/motivazioni/')),
    false,
  );
  assert.ok((await reviews(moderator)).toGive.some(({ statement }) => statement === told.id));
  await json(await moderator.post(`statements/${told.id}/given`, {}));
  assert.equal((await statements(moderator, id)).issued.at(-1)?.state, 'given');
  assert.equal((await reviewsDue(desk.portavoce.ports, CREMA)).lapsed, 0);
});

test('the original stays while its author has not been told, since they may still ask', async () => {
  await json(await (await head()).post('evidence-terms', { originalDays: 5, dossierDays: 5, act: 'atto di prova' }));
  const moderator = await desk.signIn('moderator', COMUNE);
  const { id } = await arrives(COMUNE, moderator, { text: 'Deficienti, siete deficienti', author: 'Ezio Inventato' });
  await takesDown(moderator, id, 'remove');
  const isGone = async (): Promise<boolean> => {
    await evidenceDue(desk.portavoce.ports, COMUNE);
    const [row] = await owner(async (connection) => {
      const { rows } = await connection.query<{ gone: boolean }>(
        `select original_purged_at is not null as gone from evidence
           join decision on decision.id = evidence.decision_id where decision.case_id = $1`,
        [id],
      );
      return rows;
    });
    assert.ok(row);
    return row.gone;
  };
  desk.clock.advance(60 * DAY_MILLISECONDS);
  assert.equal(await isGone(), false);
  const later = await desk.signIn('moderator', COMUNE);
  await json(await later.post(`statements/${(await issuedOn(later, id)).id}/given`, {}));
  desk.clock.advance(29 * DAY_MILLISECONDS);
  assert.equal(await isGone(), false, 'the term runs');
  desk.clock.advance(3 * DAY_MILLISECONDS);
  assert.equal(await isGone(), true);
});
