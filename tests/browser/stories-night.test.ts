// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { goOnTo } from '../stories/replies-hand.ts';
import { proves } from '../support/proves.ts';
import { decisionOf, goTo, historyOf, queueOf, rowOf } from './browsing.ts';
import {
  confirms,
  dialogOf,
  opensFromQueue,
  proposalOf,
  returnsTo,
  type StoryDesk,
  shot,
  startStoryDesk,
  statementOf,
} from './desk-page.ts';

// What takes more than one person, or comes out of hours: a raid, a flood of one question, a measure overturned by another person,
// messages at night, and messages where nobody answers.

const ROMA = 'asl-roma-1';
const CREMA = 'asst-crema';
const COMUNE = 'comune-di-esempio';
const MINUTE_MILLISECONDS = 60_000;
const WIDEST_DIALOG_PX = 560;

let stories: StoryDesk;
before(async () => {
  stories = await startStoryDesk([ROMA, CREMA, COMUNE]);
});
after(() => stories?.close());

const groundOf = (page: Page) => decisionOf(page).getByLabel('In base a quale punto?');
const waveOf = (page: Page, words: string | RegExp) => page.locator('.wave').filter({ hasText: words });

/** Many people under the body's post, a minute apart; gives the network's ids. */
async function arrive(body: string, who: string, texts: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [nth, text] of texts.entries()) {
    ids.push(await stories.presence(body).writes({ text, author: `${who} ${nth}` }));
    stories.desk.clock.advance(MINUTE_MILLISECONDS);
  }
  await stories.reads(body);
  return ids;
}

const INSULTS = [
  'Siete dei cialtroni incapaci',
  'Branco di idioti, andate a casa',
  'Dirigenti imbecilli e ladri',
  'Che schifo di incapaci che siete, buffoni',
  'Siete degli stronzi e basta',
  'Pagliacci, siete dei pagliacci cretini',
];
const CRITICISM = 'Tre ore di attesa allo sportello: è uno scandalo, organizzatevi meglio';

test('a hate raid is seen as one and hidden in one go, each by itself under its ground; the criticism in its midst stays', async () => {
  const citizen = await stories.citizen(CREMA, 'Ada Inventata');
  const raid = await arrive(CREMA, 'Assalitore Inventato', INSULTS);
  await citizen.comments(CRITICISM);
  await stories.reads(CREMA);

  const page = await stories.officer(CREMA);
  await page.getByRole('link', { name: '1 ondata in corso' }).click();
  const wave = waveOf(page, `${INSULTS.length} pratiche di ${INSULTS.length} autori`);
  await wave.getByText('Le pratiche, una per una').click();
  assert.equal(await wave.getByRole('listitem').count(), INSULTS.length, 'without the criticism');
  await wave.getByRole('button', { name: 'Decidi insieme…' }).click();
  const dialog = dialogOf(page);
  await dialog.getByRole('radio', { name: /^Nascondi/ }).check();
  await dialog.getByText(/resta visibile all’autore e ai suoi amici/).waitFor();
  assert.ok(((await dialog.boundingBox())?.width ?? 0) <= WIDEST_DIALOG_PX, 'over the page, not across it');
  await dialog.getByRole('button', { name: /^Conferma/ }).click();
  await dialog.getByText('Scegli il punto della policy.').waitFor();
  const ground = dialog.getByLabel('In base a quale punto?');
  await ground.selectOption({ index: 1 });
  const clause = await ground.inputValue();
  assert.match(await dialog.getByLabel('Motivi, uguali per tutte').inputValue(), new RegExp(clause));
  await shot(page, 'raid');
  await dialog.getByRole('button', { name: /^Conferma/ }).click();
  await dialog.getByText(`${INSULTS.length} pratiche: deciso.`).waitFor();
  await dialog.getByRole('button', { name: 'Chiudi' }).click();
  await stories.desk.drain();

  const written = await stories.presence(CREMA).writings();
  const hiddenAt = (id: string) => written.find((one) => one.id === id)?.hidden;
  assert.deepEqual(
    raid.map(hiddenAt),
    INSULTS.map(() => true),
  );
  assert.equal(written.find(({ text }) => text === CRITICISM)?.hidden, false);
  await citizen.looks();
  await citizen.page.getByText(CRITICISM).waitFor();
  for (const text of INSULTS) assert.equal(await citizen.page.getByText(text, { exact: true }).count(), 0);

  await page.goto(`/banco/${CREMA}`);
  await rowOf(page, CRITICISM).waitFor();
  await queueOf(page)
    .getByRole('link', { name: /^Decise/ })
    .click();
  await rowOf(page, INSULTS[0] ?? '').click();
  await decisionOf(page).getByRole('heading', { name: 'Nascosto' }).waitFor();
  await decisionOf(page).locator('.decision-grounds').getByText(clause).waitFor();
  await statementOf(page).getByText('Leggi il testo').click();
  const told = (await statementOf(page).locator('.review-text').textContent()) ?? '';
  assert.ok(told.includes(clause), told);
  await historyOf(page).getByText(clause).first().waitFor();
});

const QUESTION = 'Da lunedì lo sportello anagrafe di via Prova è chiuso o aperto?';
const QUESTIONS = [
  QUESTION,
  'da lunedì lo sportello anagrafe di via Prova è chiuso o aperto???',
  'Scusate, da lunedì lo sportello anagrafe di via Prova è chiuso o aperto?',
  'Da lunedì lo sportello anagrafe di via Prova è chiuso o aperto? Grazie',
];
const OTHER = 'La piscina comunale ha ancora posti per i corsi di nuoto?';
const APPROVED = 'Da lunedì lo sportello resta chiuso. Gli aggiornamenti sono sul sito del Comune.';

test('a flood of one question is answered once, with a text that the head approved; who asked else is not answered with it', async () => {
  const citizen = await stories.citizen(COMUNE, 'Pia Inventata');
  await citizen.comments(OTHER);
  const asked = await arrive(COMUNE, 'Cittadina Inventata', QUESTIONS);

  const head = await stories.officer(COMUNE, 'head');
  await goTo(head, 'Crisi');
  await head.getByLabel('Titolo').fill('Sportello chiuso');
  await head.getByLabel('Testo', { exact: true }).fill(APPROVED);
  await head.getByRole('button', { name: 'Approva il testo' }).click();
  await head.getByText(/approvato da/).waitFor();
  await head.getByLabel('Perché').fill('Lo sportello è chiuso e tutti chiedono.');
  await head.getByRole('button', { name: 'Attiva senza fermare le uscite' }).click();
  await head.getByText(/L’ha attivata Persona head/).waitFor();

  const page = await stories.officer(COMUNE);
  await page.getByRole('link', { name: /Modalità crisi attiva/ }).click();
  const wave = waveOf(page, QUESTION);
  await wave.getByText(`${QUESTIONS.length} pratiche di ${QUESTIONS.length} autori`).waitFor();
  await wave.getByText('domanda nuova').waitFor();
  await wave.getByRole('button', { name: 'Rispondi con un testo approvato…' }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('Testo approvato').selectOption({ label: 'Sportello chiuso' });
  await dialog.getByLabel('In base a quale punto?').selectOption({ value: 'ESE-024' });
  await shot(page, 'flood');
  await dialog.getByRole('button', { name: /^Conferma/ }).click();
  await dialog.getByText(`${QUESTIONS.length} pratiche: deciso.`).waitFor();
  await dialog.getByRole('button', { name: 'Chiudi' }).click();
  await stories.desk.drain();

  const written = await stories.presence(COMUNE).writings();
  const answersTo = (id: string) => written.filter(({ own, parent }) => own && parent === id).map(({ text }) => text);
  assert.deepEqual(
    asked.map(answersTo),
    QUESTIONS.map(() => [APPROVED]),
    'each once',
  );
  const other = written.find(({ text }) => text === OTHER);
  assert.deepEqual(answersTo(other?.id ?? ''), []);
  await citizen.looks();
  assert.equal(await citizen.page.getByText(APPROVED, { exact: true }).count(), QUESTIONS.length);
  await page.goto(`/banco/${COMUNE}`);
  await rowOf(page, OTHER).waitFor();
  assert.equal(await rowOf(page, 'sportello anagrafe').count(), 0);

  await head.reload();
  await head.getByRole('definition').filter({ hasText: /^4$/ }).first().waitFor();
  await head.getByRole('button', { name: 'Chiudi la crisi' }).click();
  await head.getByText('Non è attiva.').waitFor();
});

const isHidden = async (text: string) =>
  (await stories.presence(ROMA).writings()).find((one) => one.text === text)?.hidden;

test('hidden and told in private, contested with the code from the same account, overturned by another person, seen again', async () => {
  const text = 'Siete dei cialtroni incapaci';
  const citizen = await stories.citizen(ROMA, 'Leo Inventato');
  await citizen.messages('Buongiorno, a che ora apre lo sportello?');
  await citizen.comments(text);
  await stories.reads(ROMA);

  const page = await stories.officer(ROMA);
  const address = await opensFromQueue(page, ROMA, text);
  await page.getByRole('heading', { name: 'Proposta automatica: nascondi' }).waitFor();
  await statementOf(page).getByText('Nascosto: in privato.').waitFor();
  await page.keyboard.press('n');
  await groundOf(page).selectOption({ value: 'clause:RM1-026' });
  await shot(page, 'contested-hide');
  await confirms(page, 'Nascondi');
  await stories.desk.drain();
  assert.equal(await isHidden(text), true);
  const letter = (await citizen.received()).at(-1) ?? '';
  const code = /codice ((?:\w{4}-){3}\w{4})/.exec(letter)?.[1];
  assert.ok(code !== undefined && letter.includes('RM1-026'), letter);
  assert.doesNotMatch(letter, /cialtroni|Persona moderator/);

  await citizen.messages(`Era una critica al servizio, chiedo di rivedere la scelta: ${code}`);
  await stories.reads(ROMA);
  await goTo(page, 'Riesami');
  await page.getByText('Era una critica al servizio').waitFor();
  await page.getByText('Hai deciso tu: il riesame spetta a un’altra persona.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Riesamina' }).count(), 0);

  const head = await stories.officer(ROMA, 'head');
  await goTo(head, 'Riesami');
  await head.getByText('chiesto dal suo account').waitFor();
  await shot(head, 'contested-review');
  await head.getByRole('button', { name: 'Riesamina' }).click();
  await dialogOf(head).getByLabel('La annullo: era sbagliata').check();
  const reasons = 'Il testo critica il servizio e non insulta nessuno.';
  await dialogOf(head).getByLabel('Perché').fill(reasons);
  await dialogOf(head).getByRole('button', { name: 'Concludi il riesame' }).click();
  await head.getByText('Annullata', { exact: true }).waitFor();
  await stories.desk.drain();

  assert.equal(await isHidden(text), false);
  await citizen.looks();
  await citizen.page.getByText(text).waitFor();
  const outcome = (await citizen.received()).at(-1) ?? '';
  assert.ok(outcome.includes('torna visibile') && outcome.includes(reasons), outcome);
  await page.goto(address);
  await decisionOf(page).getByText('Una decisione annullata').waitFor();
  await statementOf(page)
    .getByText(/Riesame: annullata/)
    .waitFor();
});

const NIGHT = 'Abbiamo ricevuto il tuo messaggio, grazie.';

test(
  proves(
    'RM1-061',
    'at night one automatic text a conversation on Facebook, in the clause’s words; a person answers in the morning',
  ),
  async () => {
    goOnTo(stories.desk, '22:30');
    const head = await stories.officer(ROMA, 'head');
    await goTo(head, 'Risposte');
    await head.getByRole('button', { name: 'Cambia' }).click();
    await dialogOf(head).getByRole('switch', { name: 'Invia la risposta automatica' }).check();
    await dialogOf(head).getByLabel('La notte comincia alle').fill('20:00');
    await dialogOf(head).getByLabel('e finisce alle').fill('08:00');
    await dialogOf(head).getByLabel('Con quale atto').fill('determina di prova n. 7');
    await shot(head, 'night-choice');
    await dialogOf(head).getByRole('button', { name: 'Registra la scelta' }).click();
    await head.getByText('La risposta automatica è attiva').waitFor();
    await head.context().close();

    const text = 'A che ora apre il centro prelievi domani?';
    const citizen = await stories.citizen(ROMA, 'Ivo Inventato');
    await citizen.messages(text);
    await stories.reads(ROMA);
    await citizen.messages('E il parcheggio è libero?');
    await stories.reads(ROMA);
    const [automatic = '', ...more] = await citizen.received();
    assert.ok(automatic.startsWith(NIGHT), automatic);
    assert.deepEqual(more, [], 'once a conversation and night');

    goOnTo(stories.desk, '09:00');
    const page = await stories.officer(ROMA);
    const address = await opensFromQueue(page, ROMA, text);
    await page.getByText('È un messaggio privato: la risposta arriva solo a chi l’ha scritto.').waitFor();
    await historyOf(page).getByText('RM1-061').first().waitFor();
    await page.keyboard.press('r');
    await decisionOf(page).getByText('Risposta automatica già inviata').waitFor();
    await decisionOf(page)
      .getByText(/Non conta come risposta: la pratica resta da decidere/)
      .waitFor();
    await decisionOf(page).getByText(`«${automatic}»`).waitFor();
    const answer = 'Buongiorno, il centro prelievi apre alle 7.30.';
    await decisionOf(page).getByLabel('Risposta privata').fill(answer);
    await decisionOf(page).getByText('Nessun rilievo sul testo scritto fin qui.').waitFor();
    await shot(page, 'night-answer');
    await confirms(page, 'Rispondi');
    await stories.desk.drain();
    assert.deepEqual(await citizen.received(), [automatic, answer]);
    await returnsTo(page, address);
    await decisionOf(page).getByRole('heading', { name: 'Risposto' }).waitFor();
  },
);

test(
  proves(
    ['RM1-046', 'RM1-061'],
    'on X, by night too, a message is received and no answer leaves; the case is closed all the same',
  ),
  async () => {
    goOnTo(stories.desk, '23:00');
    const text = 'Mi rispondete qui in privato su X?';
    const citizen = await stories.citizen(ROMA, 'Leo Inventato', 'x');
    await citizen.messages(text);
    await stories.reads(ROMA, 'x');

    const page = await stories.officer(ROMA);
    const address = await opensFromQueue(page, ROMA, text);
    const reply = decisionOf(page).getByRole('radio', { name: /^Rispondi/ });
    assert.equal(await reply.isEnabled(), false);
    await proposalOf(page).getByText('Su questo canale i messaggi diretti non servono a rispondere.').waitFor();
    await decisionOf(page)
      .getByText(/La policy non prevede di rispondere in privato su questo canale \(punto RM1-046/)
      .waitFor();
    await page.keyboard.press('r');
    await page.getByText('Rispondi: non possibile').first().waitFor({ state: 'attached' });
    assert.equal(await decisionOf(page).getByLabel('Risposta privata').count(), 0, 'nowhere to write one');
    await decisionOf(page).getByRole('radio', { name: 'Archivia senza atti' }).check();
    await groundOf(page).selectOption({ value: 'clause:RM1-018' });
    await shot(page, 'x-message');
    await confirms(page, 'Archivia senza atti');
    await stories.desk.drain();
    await returnsTo(page, address);
    await decisionOf(page).getByRole('heading', { name: 'Archiviato' }).waitFor();
    assert.deepEqual(await citizen.received(), []);
  },
);
