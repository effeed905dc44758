// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { proves } from '../support/proves.ts';
import { decisionOf, goTo } from './browsing.ts';
import {
  answersUnder,
  authorPanelOf,
  clauseOf,
  confirms,
  dialogOf,
  opensFromQueue,
  proposalOf,
  reasonsGiven,
  type StoryDesk,
  shot,
  startStoryDesk,
  takesGround,
  writtenOn,
} from './desk-page.ts';

// What goes without a warning and what waits before it is seen: an insult where removal and report are ordered, a visitor's post,
// somebody else's telephone number, somebody too young.

const CREMA = 'asst-crema';
const MILANO = 'ats-milano';
const MOSAICO = 'il-mosaico';

let stories: StoryDesk;
before(async () => {
  stories = await startStoryDesk([MOSAICO, MILANO, CREMA]);
});
after(() => stories?.close());

test(
  proves(
    ['MOS-070', 'MOS-071'],
    'an insult that is confirmed cannot be left; removed without a warning, and its report waits for date and reference',
  ),
  async () => {
    const insult = 'Siete degli idioti patentati';
    const citizen = await stories.citizen(MOSAICO, 'Ivo Inventato');
    const page = await stories.officer(MOSAICO);
    await citizen.comments(insult);
    await stories.reads(MOSAICO);
    const address = await opensFromQueue(page, MOSAICO, insult);
    await proposalOf(page).getByRole('heading', { name: 'Proposta automatica: rimuovi' }).waitFor();
    for (const clause of ['MOS-059', 'MOS-060']) await proposalOf(page).getByText(clause).waitFor();
    const measures = authorPanelOf(page).locator('.ladder-steps > li strong');
    await measures.first().waitFor();
    assert.deepEqual(await measures.allInnerTexts(), [
      'rimuovere',
      'segnalare alla piattaforma',
      'segnalare alle autorità',
      'bloccare',
    ]);

    await authorPanelOf(page).getByRole('button', { name: 'Conferma la violazione…' }).click();
    await dialogOf(page)
      .getByRole('checkbox', { name: /^MOS-060/ })
      .check();
    await dialogOf(page).getByRole('button', { name: 'Conferma la violazione' }).click();
    await authorPanelOf(page)
      .getByText(/^Violazione confermata da /)
      .waitFor();
    await page.keyboard.press('p');
    await decisionOf(page).getByRole('button', { name: 'Conferma: Lascia pubblico' }).click();
    const refused = decisionOf(page).locator('.decision-foot');
    await refused.getByText('La decisione non è stata registrata').waitFor();
    await refused
      .getByText(/^La violazione è confermata: la policy chiede di rimuovere: MOS-070; violati: MOS-060\.$/)
      .waitFor();
    await shot(page, 'cannot-be-left');

    await page.keyboard.press('Escape');
    await decisionOf(page).getByRole('radio', { name: 'Rimuovi' }).check();
    await takesGround(page, 'MOS-060');
    await shot(page, 'removal-ordered');
    await confirms(page, 'Rimuovi');
    await stories.desk.drain();
    assert.equal((await writtenOn(stories.presence(MOSAICO), insult)).exists, false);
    await page.goto(address);
    await decisionOf(page).getByRole('heading', { name: 'Rimosso' }).waitFor();
    await authorPanelOf(page).getByText('da fare: la policy la chiede').waitFor();
    assert.equal(await authorPanelOf(page).getByRole('button', { name: 'Avvisa l’autore…' }).count(), 0);
    const reasons = await reasonsGiven(page, citizen.page);
    assert.ok(reasons.includes('MOS-060') && reasons.includes('Intervento rimosso'), reasons);
    assert.ok(!reasons.includes('idioti'), reasons);

    await authorPanelOf(page).getByRole('button', { name: 'Segnala alla piattaforma…' }).click();
    assert.notEqual(await dialogOf(page).getByLabel('Dove si trova, esattamente').inputValue(), '');
    await dialogOf(page).getByLabel('E-mail di chi segnala').fill('segreteria@il-mosaico.example');
    await dialogOf(page).getByRole('checkbox').check();
    await shot(page, 'notice');
    await dialogOf(page).getByRole('button', { name: 'Avvia la segnalazione' }).click();
    await authorPanelOf(page).getByRole('button', { name: 'Annota data e riferimento…' }).click();
    await dialogOf(page).getByRole('button', { name: 'Segnalazione fatta' }).click();
    await dialogOf(page).getByText('Compila questo campo.').waitFor();
    await dialogOf(page).getByLabel('Numero o indirizzo che la piattaforma ha dato').fill('FB-2026-0042');
    await dialogOf(page).getByRole('button', { name: 'Segnalazione fatta' }).click();
    await authorPanelOf(page)
      .getByText(/riferimento FB-2026-0042/)
      .waitFor();
    await goTo(page, 'Autori');
    await page.getByText('Nessuna segnalazione da completare.').waitFor();
    await page.context().close();
  },
);

test(
  proves('MOS-053', 'a visitor’s post that the page holds is pending, and is seen once a moderator has approved it'),
  async () => {
    const text = 'Domenica festa del quartiere al parco, siete tutti invitati';
    const citizen = await stories.citizen(MOSAICO, 'Nino Inventato');
    const page = await stories.officer(MOSAICO);
    await citizen.posts(text);
    const { id } = await writtenOn(stories.presence(MOSAICO), text);
    await stories.presence(MOSAICO).control('POST', 'states', { id, state: 'hidden' });
    await stories.reads(MOSAICO);
    const auditor = await stories.officer(MOSAICO, 'auditor');
    const address = await opensFromQueue(page, MOSAICO, text);
    await proposalOf(page)
      .getByRole('heading', { name: 'Proposta automatica: trattieni prima di pubblicare' })
      .waitFor();
    await proposalOf(page).getByText('MOS-053').waitFor();
    await auditor.goto(address);
    await decisionOf(auditor).getByText('Il tuo incarico è di controllo').waitFor();
    assert.equal(await decisionOf(auditor).getByRole('radio').count(), 0);
    await auditor.context().close();
    await citizen.looks();
    assert.equal(await citizen.page.getByText(text).count(), 0, 'nobody sees it before');

    await page.keyboard.press('p');
    await decisionOf(page).getByText('torna visibile a tutti').waitFor();
    assert.equal(await decisionOf(page).getByLabel('In base a quale punto?').inputValue(), 'clause:MOS-053');
    await shot(page, 'approve');
    await confirms(page, 'Pubblica');
    await stories.desk.drain();
    assert.equal((await writtenOn(stories.presence(MOSAICO), text)).hidden, false);
    await citizen.looks();
    await citizen.page.getByText(text).waitFor();
    await page.goto(address);
    await decisionOf(page).getByRole('heading', { name: 'Pubblicato' }).waitFor();
    await decisionOf(page).getByText('confermata sul social').waitFor();
    await page.context().close();
  },
);

test('a visitor’s post that appears by itself is hidden until it is approved (MOS-053), and counts against nobody', async () => {
  const text = 'Vi lascio il programma della tombola di domenica al circolo';
  const citizen = await stories.citizen(MOSAICO, 'Nina Inventata');
  const page = await stories.officer(MOSAICO);
  await citizen.posts(text);
  await stories.reads(MOSAICO);
  const address = await opensFromQueue(page, MOSAICO, text);
  await proposalOf(page).getByText('Dove il social non può trattenere, si nasconde finché non è approvato.').waitFor();
  await page.keyboard.press('n');
  await takesGround(page, 'MOS-053');
  const suggested = await decisionOf(page).getByLabel('Motivazione', { exact: true }).inputValue();
  assert.match(suggested, /come prevede il punto MOS-053/);
  await shot(page, 'hold');
  await confirms(page, 'Nascondi');
  await stories.desk.drain();
  assert.equal((await writtenOn(stories.presence(MOSAICO), text)).hidden, true);
  await citizen.looks();
  assert.equal(await citizen.page.getByText(text).count(), 0);
  await page.goto(address);
  await authorPanelOf(page).getByText('0 violazioni confermate').waitFor();
  await shot(page, 'held');

  await decisionOf(page).getByRole('button', { name: 'Annulla la decisione' }).click();
  await dialogOf(page).getByLabel('Perché la annulli').fill('Letto e approvato.');
  await dialogOf(page).getByRole('button', { name: 'Annulla la decisione' }).click();
  await decisionOf(page).getByText('Che cosa decidi?').waitFor();
  await stories.desk.drain();
  await stories.reads(MOSAICO);
  await page.goto(address);
  await decisionOf(page).getByText('Che cosa decidi?').waitFor();
  await page.keyboard.press('p');
  assert.equal(await decisionOf(page).getByLabel('In base a quale punto?').inputValue(), 'clause:MOS-053');
  await confirms(page, 'Lascia pubblico');
  await stories.desk.drain();
  assert.equal((await writtenOn(stories.presence(MOSAICO), text)).hidden, false);
  await citizen.looks();
  await citizen.page.getByText(text).waitFor();
  await page.context().close();
});

test(
  proves(
    ['MIL-036', 'MIL-052'],
    'somebody else’s telephone number is marked and removed under the stricter of two clauses, both told to the author',
  ),
  async () => {
    const text = 'Chiamate la signora Inventati al 347 1234567, risponde lei';
    const citizen = await stories.citizen(MILANO, 'Gina Inventata');
    const page = await stories.officer(MILANO);
    await citizen.comments(text);
    await stories.reads(MILANO);
    const address = await opensFromQueue(page, MILANO, text);
    const marked = await page.locator('mark').allInnerTexts();
    assert.ok(
      marked.some((one) => one.includes('347 1234567')),
      `${marked}`,
    );
    await proposalOf(page).getByRole('heading', { name: 'Proposta automatica: rimuovi' }).waitFor();
    for (const [clause, modality] of [
      ['MIL-043', 'va rimosso'],
      ['MIL-052', 'può essere rimosso'],
      ['MIL-036', 'si chiede agli utenti'],
    ] as const) {
      const cited = clauseOf(page, clause);
      await cited.getByText(modality, { exact: true }).waitFor();
      await cited.getByText('Contiene un numero di telefono cellulare.').waitFor();
    }

    await page.keyboard.press('x');
    await takesGround(page, 'MIL-043');
    await decisionOf(page).getByRole('button', { name: 'Aggiungi un punto' }).click();
    await decisionOf(page).getByLabel('E in base a quale altro punto?').selectOption({ value: 'clause:MIL-052' });
    await decisionOf(page).getByText('Leggi il testo che riceverà').click();
    const preview = decisionOf(page).locator('.statement-preview .review-text').filter({ hasText: 'MIL-052' });
    await preview.waitFor();
    const told = (await preview.textContent()) ?? '';
    assert.ok(told.includes('MIL-043') && !told.includes('347') && !told.includes('Inventati'), told);
    await shot(page, 'number');
    await confirms(page, 'Rimuovi');
    await stories.desk.drain();
    assert.equal((await writtenOn(stories.presence(MILANO), text)).exists, false);
    await page.goto(address);
    await decisionOf(page).getByRole('heading', { name: 'Rimosso' }).waitFor();
    for (const clause of ['MIL-043', 'MIL-052'])
      await decisionOf(page).locator('.decision-grounds').getByText(clause).waitFor();
    const reasons = await reasonsGiven(page, citizen.page);
    assert.ok(reasons.includes('MIL-043') && reasons.includes('MIL-052'), reasons);
    assert.ok(!reasons.includes('347') && !reasons.includes('Inventati'), reasons);
    await page.context().close();
  },
);

test(
  proves(
    'CRE-058',
    'who says to be fifteen is shown to a person, and nothing happens by itself; a general answer is given',
  ),
  async () => {
    const question = 'Ho 15 anni, posso scrivervi qui?';
    const answer = 'Buongiorno, per le informazioni generali c’è il sito www.asst-crema.it.';
    const citizen = await stories.citizen(CREMA, 'Tea Inventata');
    const page = await stories.officer(CREMA);
    await citizen.comments(question);
    await stories.reads(CREMA);
    const address = await opensFromQueue(page, CREMA, question);
    const cited = clauseOf(page, 'CRE-058');
    await cited.getByText('«Ho 15 anni»', { exact: true }).waitFor();
    await authorPanelOf(page).getByText('Punto CRE-058: sotto i 18 anni non si può intervenire.').waitFor();
    const untouched = await writtenOn(stories.presence(CREMA), question);
    assert.deepEqual([untouched.exists, untouched.hidden], [true, false]);
    const { bans } = await stories.presence(CREMA).control<{ bans: unknown[] }>('GET', 'bans');
    assert.deepEqual(bans, []);
    await citizen.page.goto(`${stories.desk.portavoce.url}/policy/${CREMA}`);
    await citizen.page
      .locator('#CRE-058')
      .getByText(/18 anni/)
      .first()
      .waitFor();

    await authorPanelOf(page).getByRole('button', { name: 'È una persona minorenne?…' }).click();
    await dialogOf(page).getByRole('checkbox', { name: 'Si dà solo una risposta generale' }).check();
    await shot(page, 'minor');
    await dialogOf(page).getByRole('button', { name: 'Registra' }).click();
    await authorPanelOf(page)
      .getByText(/le sue violazioni non si contano/)
      .waitFor();
    await page.keyboard.press('r');
    await decisionOf(page).locator('#risposta').fill(answer);
    await decisionOf(page).getByText('Nessun rilievo sul testo scritto fin qui.').waitFor();
    await confirms(page, 'Rispondi');
    await stories.desk.drain();
    assert.deepEqual(await answersUnder(stories.presence(CREMA), question), [answer]);
    await page.goto(address);
    await authorPanelOf(page)
      .getByText(/0 violazioni confermate/)
      .waitFor();
    await page.context().close();
  },
);
