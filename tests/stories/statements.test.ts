// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { reviewsDue } from '#moderation';
import { CaseStatements, LadderView, ReviewsPage, StatementChoices } from '#moderation/contract';
import { ActList } from '#rulebook/contract';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import { proves } from '../support/proves.ts';
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

// A measure is told to its author with its reasons, contested, looked at again by another person, and undone where it was wrong.

const COMUNE = 'comune-di-esempio';
const CREMA = 'asst-crema';
const CALABRIA = 'regione-calabria';
const DAY_MILLISECONDS = 86_400_000;

let desk: NetworksDesk;
before(async () => {
  desk = await startNetworksDesk([COMUNE, CREMA, CALABRIA]);
});
after(() => desk?.close());

const { facebook, arrives, writesPrivately, answersOf, takesDown } = statementsHand(() => desk);

const BAN_TEXT = 'Da oggi non puoi scrivere qui. Riesame il {riesame}. Altri canali: {altri canali}.';
const REASONS = 'Era una critica dura, ma non un insulto a una persona.';
const overturning = { outcome: 'overturned', reasons: REASONS, correction: null };

test('told privately, contested from the same account, overturned by another person, shown again', async () => {
  const author = 'Ugo Inventato';
  const moderator = await desk.signIn('moderator', COMUNE);
  await writesPrivately(COMUNE, { text: 'Buongiorno, a che ora apre lo sportello?', author });
  const { id, external } = await arrives(COMUNE, moderator, { text: 'Siete dei cialtroni incapaci', author });

  // Said beforehand: how, and in which words.
  const before = await statements(moderator, id);
  const hiding = before.beforehand.find(({ measure }) => measure === 'hide');
  assert.equal(hiding?.told, 'private');
  const grounds = [{ kind: 'clause', clause: 'ESE-039' }];
  assert.match(await preview(moderator, id, { kind: 'hide', grounds }), /abbiamo nascosto un tuo commento/);
  assert.equal(before.decisions, 'open');
  assert.equal(before.askTermMissing, false, 'the policy gives the term');

  await takesDown(moderator, id, 'hide');
  const told = await issuedOn(moderator, id);
  assert.deepEqual([told.told, told.state, told.enforcements[0]?.state], ['private', 'given', 'confirmed']);
  const [letter = ''] = (await answersOf(COMUNE)).slice(-1);
  assert.equal(letter, told.text);
  assert.ok(letter.includes(told.code) && letter.includes('ESE-039'));
  assert.equal(letter.includes('Persona moderator'), false, 'an office decided, as far as others know');
  assert.equal(letter.includes('cialtroni'), false);

  // Another account with the same code asks nothing.
  await arrives(COMUNE, moderator, { text: `Riesame ${told.code}`, author: 'Altra Inventata' });
  assert.deepEqual((await reviews(moderator)).open, []);
  await writesPrivately(COMUNE, { text: `Non è un insulto. Codice ${told.code.toLowerCase()}`, author });
  const asked = await openOn(moderator, id);
  assert.deepEqual([asked.via, asked.mine, asked.late], ['channel', 'same-person', false]);
  assert.match(asked.words ?? '', /Non è un insulto/);
  const linked = (await moderator.queue('?limit=100')).items.find(({ excerpt }) =>
    excerpt.startsWith('Non è un insulto'),
  );
  assert.equal((await statements(moderator, linked?.id ?? '')).contests?.case, id);

  await refusal(await moderator.post(`reviews/${asked.id}/decision`, overturning), 'REVIEW_SAME_PERSON', 403);
  const auditor = await desk.signIn('auditor', COMUNE);
  assert.equal((await auditor.post(`reviews/${asked.id}/decision`, overturning)).status, 403);
  const head = await desk.signIn('head', COMUNE);
  assert.equal((await openOn(head, id)).mine, 'yes');
  const unclear = { ...overturning, reasons: 'Ha ragione Maria Rossi, che sta al 333 1234567.' };
  await refusal(await head.post(`reviews/${asked.id}/decision`, unclear), 'REASONS_NOT_CLEAR', 422);
  assert.equal((await openOn(head, id)).state, 'open', 'what was refused left nothing behind');

  await json(await head.post(`reviews/${asked.id}/decision`, overturning));
  await desk.drain();
  const closed = (await reviews(head)).closed.find((one) => one.id === asked.id);
  assert.deepEqual(
    [closed?.state, closed?.outcome?.restored, closed?.outcome?.told],
    ['overturned', 'restoring', 'private'],
  );
  assert.equal((await facebook(COMUNE).writings()).find((one) => one.id === external)?.hidden, false, 'shown again');
  const [outcome = ''] = (await answersOf(COMUNE)).slice(-1);
  assert.ok(outcome.includes('torna visibile') && outcome.includes(REASONS), outcome);
  const detail = await moderator.case(id);
  assert.notEqual(detail.decisions.at(-1)?.undoneAt, null);
  assert.equal(detail.authorHistory?.removedOrHidden, 0);
  await refusal(await head.post(`reviews/${asked.id}/decision`, overturning), 'REVIEW_CLOSED', 409);

  const record = (await moderator.record()).items;
  for (const kind of ['statement.issued', 'review.asked', 'review.overturned'])
    assert.ok(
      record.some((entry) => entry.kind === kind),
      kind,
    );
  assert.equal(
    record.some(({ summary }) => summary.includes('Ugo') || summary.includes(told.code)),
    false,
  );
  assert.equal((await moderator.verification()).intact, true);
});

test('removed, asked on the page, proved by a word; what cannot be given back is told so', async () => {
  const author = 'Ada Inventata';
  const moderator = await desk.signIn('moderator', COMUNE);
  const text = 'Il tecnico comunale Rossi abita in via Inventata 12, chiamatelo al 333 1234567';
  const { id } = await arrives(COMUNE, moderator, { text, author });
  await takesDown(moderator, id, 'remove');
  const told = await issuedOn(moderator, id);
  assert.equal(told.told, 'by-hand');
  assert.equal(told.text?.includes('333'), false);

  // The page shows measure and clause, and nothing of what was written or by whom.
  const shown = await page(told.page);
  assert.equal(shown.status, 200);
  assert.match(shown.headers.get('x-robots-tag') ?? '', /noindex/);
  assert.match(shown.headers.get('cache-control') ?? '', /no-store/);
  const markup = await shown.text();
  assert.ok(markup.includes('ESE-047') && markup.includes('Intervento rimosso'));
  for (const secret of ['333', 'Rossi', 'Ada', 'Inventata', 'Persona moderator'])
    assert.equal(markup.includes(secret), false, secret);
  for (const wrong of ['BCDF-2345-GHJK-6789', 'nulla', "' or 1=1"])
    assert.equal((await page(`${desk.portavoce.url}/motivazioni/${encodeURIComponent(wrong)}`)).status, 404);

  const given = CaseStatements.parse(await json(await moderator.post(`statements/${told.id}/given`, {})));
  assert.ok(given.issued.at(-1)?.givenAt);
  await refusal(await moderator.post(`statements/${told.id}/given`, {}), 'STATEMENT_GIVEN', 409);

  assert.equal((await page(told.page, ' ')).status, 422);
  assert.equal((await page(told.page, 'x'.repeat(1501))).status, 422);
  const asked = await page(told.page, 'Erano numeri pubblici del Comune.');
  assert.equal(asked.status, 200);
  const word = /<p class="statement-word"><strong>([^<]+)</.exec(await asked.text())?.[1] ?? '';
  assert.match(word, /^\w{4}-\w{4}$/);
  assert.deepEqual((await reviews(moderator)).open, [], 'nobody reads it before it is proved');
  await arrives(COMUNE, moderator, { text: `Confermo ${word}`, author: 'Altra Inventata' });
  assert.deepEqual((await reviews(moderator)).open, [], 'another account proves nothing');
  await arrives(COMUNE, moderator, { text: `Confermo: ${word}`, author });
  const review = await openOn(moderator, id);
  assert.deepEqual([review.via, review.words], ['page', 'Erano numeri pubblici del Comune.']);
  assert.ok((await (await page(told.page)).text()).includes('Il riesame è in corso'));
  assert.equal((await page(told.page, 'Ancora io, per la seconda volta.')).status, 409, 'one at a time');

  const head = await desk.signIn('head', COMUNE);
  await json(
    await head.post(`reviews/${review.id}/decision`, {
      ...overturning,
      correction: 'Pubblichiamo noi una nota con i recapiti dell’ufficio.',
    }),
  );
  await desk.drain();
  const closed = (await reviews(head)).closed.find((one) => one.id === review.id);
  assert.equal(closed?.outcome?.restored, 'impossible');
  assert.match(closed?.outcome?.text ?? '', /non ci permette di rimettere/);
  assert.match(closed?.outcome?.text ?? '', /Pubblichiamo noi una nota/);
  assert.ok((await (await page(told.page)).text()).includes('Era sbagliata'));

  // A month later the page is gone.
  desk.clock.advance(31 * DAY_MILLISECONDS);
  assert.equal((await page(told.page)).status, 404);
});

test('confirmed, too often, too late; what nobody proved is forgotten', async () => {
  const author = 'Ivo Inventato';
  const moderator = await desk.signIn('moderator', COMUNE);
  const { id } = await arrives(COMUNE, moderator, { text: 'Idioti patentati, tutti quanti', author });
  await takesDown(moderator, id, 'hide');
  const told = await issuedOn(moderator, id);
  for (let nth = 0; nth < 5; nth += 1) assert.equal((await page(told.page, 'Non sono d’accordo con voi.')).status, 200);
  assert.equal((await page(told.page, 'Non sono d’accordo con voi.')).status, 429);
  desk.clock.advance(4 * DAY_MILLISECONDS);
  assert.equal((await reviewsDue(desk.portavoce.ports, COMUNE)).lapsed, 5);

  const head = await desk.signIn('head', COMUNE);
  const brought = { code: told.code, words: 'Ha portato il codice allo sportello e dice che scherzava.' };
  await json(await head.post(`statements/${told.id}/reviews`, brought));
  await refusal(await head.post(`statements/${told.id}/reviews`, brought), 'REVIEW_ASKED', 409);
  const review = await openOn(head, id);
  assert.ok(review.answerBy);
  const confirming = { outcome: 'confirmed', reasons: 'È un insulto rivolto a tutto l’ufficio.', correction: null };
  const after = ReviewsPage.parse(await json(await head.post(`reviews/${review.id}/decision`, confirming)));
  const closed = after.closed.find((one) => one.id === review.id);
  assert.deepEqual([closed?.state, closed?.outcome?.told], ['confirmed', 'by-hand']);
  assert.equal((await head.case(id)).decisions.at(-1)?.undoneAt, null);
  await json(await head.post(`reviews/${review.id}/given`, {}));

  const { id: other } = await arrives(COMUNE, head, { text: 'Branco di idioti', author });
  await takesDown(head, other, 'hide');
  const late = await issuedOn(head, other);
  await json(await head.post(`statements/${late.id}/given`, {}));
  desk.clock.advance(31 * DAY_MILLISECONDS);
  assert.equal((await page(late.page)).status, 404, 'the page ends with the term');
  const next = await desk.signIn('moderator', COMUNE);
  const lately = { ...brought, code: late.code };
  await refusal(await next.post(`statements/${late.id}/reviews`, lately), 'REVIEW_TOO_LATE', 422);
});

test('where the policy is silent the body chooses, by its head and an act', async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  const head = await desk.signIn('head', CREMA);
  const author = 'Lea Inventata';
  const { id } = await arrives(CREMA, moderator, { text: 'Siete dei deficienti', author });
  assert.equal((await statements(moderator, id)).askTermMissing, true);
  const choice = { askDays: 10, answerDays: 20, publicNotice: true, act: 'determina di prova n. 7' };
  assert.equal((await moderator.post('statement-choices', choice)).status, 403);
  const chosen = StatementChoices.parse(await json(await head.post('statement-choices', choice)));
  assert.deepEqual([chosen.ask, chosen.publicNotice], [{ days: 10, working: true, chosen: true }, true]);

  // The policy keeps private messages out: a generic notice under what is hidden, with the page of the reasons.
  const ways = (await statements(moderator, id)).beforehand.map(({ measure, told }) => [measure, told]);
  assert.deepEqual(ways, [
    ['hide', 'public'],
    ['remove', 'by-hand'],
  ]);
  await takesDown(moderator, id, 'hide');
  const told = await issuedOn(moderator, id);
  assert.deepEqual([told.told, told.enforcements[0]?.state], ['public', 'confirmed']);
  const notice = (await facebook(CREMA).writings()).find(({ text }) => text.includes(told.page));
  assert.ok(notice);
  for (const secret of ['CRE-035', 'insult', 'Lea', 'deficienti'])
    assert.equal(notice.text.includes(secret), false, secret);

  const theirs = await desk.signIn('head', COMUNE);
  await refusal(await theirs.post('statement-choices', { ...choice, askDays: 10 }), 'TERM_GIVEN_BY_POLICY', 422);
  // Nobody of another body finds it.
  assert.equal((await theirs.get(`cases/${id}/statements`)).status, 404);
  await refusal(await theirs.post(`statements/${told.id}/given`, {}), 'STATEMENT_NOT_FOUND', 404);
});

test('a hasty hiding undone at once sends nothing; told and then undone, the author hears of it', async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  const author = 'Pia Inventata';
  const { id } = await arrives(CREMA, moderator, { text: 'Buffoni e cialtroni', author });
  await takesDown(moderator, id, 'hide');
  const told = await issuedOn(moderator, id);
  const decision = (await moderator.case(id)).decisions.at(-1)?.id ?? '';
  await json(await moderator.post(`decisions/${decision}/undo`, { reasons: 'Era una citazione.' }));
  await desk.drain();
  assert.notEqual((await issuedOn(moderator, id)).withdrawnAt, null);
  assert.ok((await reviewsDue(desk.portavoce.ports, CREMA)).told >= 1);
  await desk.drain();
  const closed = (await reviews(moderator)).closed.find((one) => one.statement === told.id);
  assert.deepEqual([closed?.state, closed?.via, closed?.outcome?.told], ['corrected', 'own-motion', 'public']);
  assert.match(closed?.outcome?.text ?? '', /Era sbagliata/);
  const replies = (await facebook(CREMA).writings()).filter(({ text }) => text.includes(told.page));
  assert.equal(replies.length, 2);
});

test('the head mends a mistake of the body on their own motion', async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  const head = await desk.signIn('head', CREMA);
  const { id } = await arrives(CREMA, moderator, { text: 'Che branco di imbecilli', author: 'Gino Inventato' });
  await takesDown(moderator, id, 'remove');
  const told = await issuedOn(moderator, id);
  const mending = { reasons: 'Ci siamo sbagliati noi a leggerlo.', correction: null };
  assert.equal((await moderator.post(`statements/${told.id}/correction`, mending)).status, 403);
  await json(await head.post(`statements/${told.id}/correction`, mending));
  await refusal(await head.post(`statements/${told.id}/correction`, mending), 'NOTHING_TO_CORRECT', 409);
  const closed = (await reviews(head)).closed.find((one) => one.statement === told.id);
  assert.deepEqual([closed?.state, closed?.outcome?.restored], ['corrected', 'impossible']);
});

test(
  proves('CAL-079', 'an objection to a removal is put on record and answered with the finality clause'),
  async () => {
    const head = await desk.signIn('head', CALABRIA);
    const date = desk.clock.now().toISOString().slice(0, 10);
    const act = { number: 'decreto di prova n. 7', date };
    const { sleeping } = ActList.parse(await json(await head.get('rulebook/acts')));
    const clauses = sleeping.map(({ clause }) => clause);
    assert.ok(clauses.includes('CAL-079'));
    const waking = { clauses, act, note: 'Si aprono i commenti.' };
    await json(await head.post('rulebook/acts', waking));
    desk.clock.advance(60_000);
    const moderator = await desk.signIn('moderator', CALABRIA);
    const author = 'Rino Inventato';
    await writesPrivately(CALABRIA, { text: 'Buongiorno, dove trovo il bando?', author });
    const { id } = await arrives(CALABRIA, moderator, { text: 'Siete dei buffoni e dei cretini', author });
    assert.equal((await statements(moderator, id)).decisions, 'final');
    await moderator.decide(id, { kind: 'remove' });
    await desk.drain();
    const told = await issuedOn(moderator, id);
    assert.deepEqual([told.decisions, told.askBy], ['final', null]);
    assert.match(told.text ?? '', /non si riapre \(punto CAL-079/);
    assert.match(await (await page(told.page)).text(), /non si riapre[^<]*\(punto CAL-079/);

    await writesPrivately(CALABRIA, { text: `Non sono d’accordo: ${told.code}`, author });
    const listed = await reviews(head);
    assert.deepEqual(listed.open, [], 'nothing is reopened');
    const objection = listed.closed.find((one) => one.statement === told.id);
    assert.deepEqual([objection?.state, objection?.case.id], ['recorded', id]);
    await refusal(await head.post(`reviews/${objection?.id}/decision`, overturning), 'REVIEW_CLOSED', 409);
    assert.equal((await reviewsDue(desk.portavoce.ports, CALABRIA)).told, 1);
    await desk.drain();
    const [answer = ''] = (await answersOf(CALABRIA)).slice(-1);
    assert.match(answer, /messo agli atti/);
    assert.match(answer, /punto CAL-079/);
    assert.ok((await head.record()).items.some(({ kind }) => kind === 'review.objection'));

    // One's own mistake can always be mended, by the head.
    await json(
      await head.post(`statements/${told.id}/correction`, {
        reasons: 'Ci siamo sbagliati a leggerlo.',
        correction: null,
      }),
    );
    const mended = (await reviews(head)).closed.find((one) => one.statement === told.id);
    assert.deepEqual([mended?.state, mended?.outcome?.restored], ['corrected', 'impossible']);
  },
);

test('a ban is told with its reasons and its page, and falls when another person finds it wrong', async () => {
  const moderator = await desk.signIn('moderator', COMUNE);
  const author = 'Elia Inventato';
  const ladder = async (id: string) => LadderView.parse(await json(await moderator.get(`cases/${id}/ladder`)));
  let last = '';
  for (const text of ['Siete dei cretini', 'Branco di imbecilli', 'Idioti, ancora idioti']) {
    const { id } = await arrives(COMUNE, moderator, { text, author });
    await takesDown(moderator, id, 'hide');
    last = id;
  }
  const key = () => ({ 'idempotency-key': randomUUID() });
  const { texts, policyDigest } = await ladder(last);
  const warning = {
    reasons: 'Ha insultato più volte chi lavora qui.',
    text: texts.warnInPublic,
    told: 'by-hand',
    policyDigest,
  };
  await json(await moderator.post(`cases/${last}/warnings`, warning, key()));
  const warned = (await statements(moderator, last)).issued.at(-1);
  assert.deepEqual([warned?.measure, warned?.told, warned?.state], ['warn', 'by-hand', 'to-give']);
  const measure = (await ladder(last)).measures[0];
  await json(await moderator.post(`measures/${measure?.id}/given`, { note: 'Detto allo sportello.' }));

  const view = await ladder(last);
  const reviewOn = new Date(desk.clock.now().getTime() + 90 * DAY_MILLISECONDS).toISOString().slice(0, 10);
  const ban = {
    ...{ reasons: warning.reasons, text: BAN_TEXT, told: 'by-hand', ways: 'URP, allo sportello', reviewOn },
    ...{ breaches: view.history.breaches, policyDigest: view.policyDigest, confirmed: true },
  };
  await json(await moderator.post(`cases/${last}/bans`, ban, key()));
  await desk.drain();
  assert.equal((await ladder(last)).history.banned, true);
  const told = await issuedOn(moderator, last);
  assert.deepEqual([told.measure, told.told], ['ban', 'by-hand']);
  assert.ok((await ladder(last)).measures[0]?.text?.includes(told.page));

  // Kept out, they bring the code to the desk.
  const brought = { code: told.code, words: 'Ha portato il codice allo sportello: non era lui a scrivere.' };
  const head = await desk.signIn('head', COMUNE);
  await json(await head.post(`statements/${told.id}/reviews`, brought));
  const review = (await reviews(head)).open.find((one) => one.statement === told.id);
  await json(
    await head.post(`reviews/${review?.id}/decision`, { ...overturning, reasons: 'L’account era stato rubato.' }),
  );
  await desk.drain();
  assert.equal((await ladder(last)).history.banned, false);
  const bans = await facebook(COMUNE).control<{ bans: unknown[] }>('GET', 'bans');
  assert.deepEqual(bans.bans, []);

  // Who tries codes is soon held up.
  const answers = new Set<number>();
  for (let nth = 0; nth < 70; nth += 1)
    answers.add(
      (
        await page(
          `${desk.portavoce.url}/motivazioni/BCDF-2345-GHJK-67${String(20 + (nth % 70)).replace(/[01]/g, '9')}`,
        )
      ).status,
    );
  assert.deepEqual([...answers].toSorted(), [404, 429]);
});
