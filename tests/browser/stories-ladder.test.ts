// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ladderHand } from '../support/ladder-hand.ts';
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
  statementOf,
  takesGround,
  writtenOn,
} from './desk-page.ts';

// An ordinary comment, and an insult that is repeated, from the citizen's words to what the network shows in the end.

const CREMA = 'asst-crema';
const MILANO = 'ats-milano';
const DAY_MS = 86_400_000;

let stories: StoryDesk;
before(async () => {
  stories = await startStoryDesk([CREMA, MILANO]);
});
after(() => stories?.close());

const choice = (page: Page, name: string) => authorPanelOf(page).getByRole('button', { name });

/** The measures that the policy provides for the author, in its order, with whether each can be taken now. */
const steps = (page: Page): Promise<readonly (readonly [string, boolean])[]> =>
  authorPanelOf(page)
    .locator('.ladder-steps > li')
    .evaluateAll((items) =>
      items.map((item) => [item.querySelector('strong')?.textContent ?? '', item.dataset.allowed === 'true'] as const),
    );

const bansOn = async (body: string): Promise<number> =>
  (await stories.presence(body).control<{ bans: unknown[] }>('GET', 'bans')).bans.length;

async function bans(page: Page, reasons: string): Promise<void> {
  await dialogOf(page).getByLabel('Perché, per gli atti dell’ente').fill(reasons);
  const reviewOn = new Date(stories.desk.clock.now().getTime() + 90 * DAY_MS).toISOString().slice(0, 10);
  await dialogOf(page).getByLabel('Quando si riesamina').fill(reviewOn);
  await dialogOf(page).getByRole('button', { name: 'Continua' }).click();
  await dialogOf(page).getByRole('heading', { name: 'Confermi il blocco?' }).waitFor();
  await dialogOf(page).getByRole('button', { name: 'Sì, blocca' }).click();
  await authorPanelOf(page)
    .getByText(/ora è bloccato/)
    .waitFor();
  await stories.desk.drain();
}

const LAST_STEPS = [
  ['segnalare alla piattaforma', true],
  ['segnalare alle autorità', true],
] as const;

test(
  proves(
    ['MIL-019', 'MIL-023'],
    'an ordinary comment has an owner, and is answered in public as first-level information',
  ),
  async () => {
    const question = 'Buongiorno, a che ora apre lo sportello il sabato?';
    const citizen = await stories.citizen(MILANO, 'Ada Inventata');
    const page = await stories.officer(MILANO);
    await citizen.comments(question);
    await stories.reads(MILANO);
    const address = await opensFromQueue(page, MILANO, question);
    await proposalOf(page).getByRole('heading', { name: 'Proposta automatica: rispondi' }).waitFor();
    for (const clause of ['MIL-021', 'MIL-023']) await proposalOf(page).getByText(clause).waitFor();
    await decisionOf(page).getByText('In carico a: personale autorizzato e formato (punto MIL-020).').waitFor();
    await decisionOf(page).getByText('È una richiesta: non si chiude senza un esito').waitFor();

    await page.keyboard.press('r');
    const reply = decisionOf(page).locator('#risposta');
    await reply.fill('Buongiorno, il sabato lo sportello apre alle 9.');
    await decisionOf(page)
      .getByRole('button', { name: 'Inserisci il modello «Informazioni di primo livello»' })
      .click();
    const answer = await reply.inputValue();
    assert.match(answer, /apre alle 9\. È una prima informazione: .*contact center.*uffici relazioni con il pubblico/);
    await decisionOf(page).getByText('Nessun rilievo sul testo scritto fin qui.').waitFor();
    assert.equal(await decisionOf(page).getByLabel('In base a quale punto?').inputValue(), 'clause:MIL-021');
    await shot(page, 'ordinary');
    await confirms(page, 'Rispondi');
    await stories.desk.drain();

    assert.deepEqual(await answersUnder(stories.presence(MILANO), question), [answer]);
    await citizen.looks();
    await citizen.page.getByText(answer).waitFor();
    await page.goto(address);
    await decisionOf(page).getByRole('heading', { name: 'Risposto' }).waitFor();
    await decisionOf(page).getByText('confermata sul social').waitFor();
    await decisionOf(page).getByText('Esito: risposto.').waitFor();
    await page.context().close();
  },
);

test(
  proves(['CRE-051', 'CRE-053'], 'an insult hidden, its author warned; repeated and banned; then platform and police'),
  async () => {
    const [insult, again] = ['Siete dei cialtroni incapaci', 'Ancora voi, branco di idioti'];
    const citizen = await stories.citizen(CREMA, 'Ugo Inventato');
    const page = await stories.officer(CREMA);
    await citizen.comments(insult);
    await stories.reads(CREMA);
    const first = await opensFromQueue(page, CREMA, insult);
    await proposalOf(page).getByRole('heading', { name: 'Proposta automatica: nascondi' }).waitFor();
    await clauseOf(page, 'CRE-041').getByText('può essere rimosso').waitFor();
    await page.keyboard.press('n');
    await takesGround(page, 'CRE-041');
    const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
    assert.deepEqual(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      [],
      'each id once: panels are named by theirs',
    );
    await statementOf(page).getByText('Se decidi, quando la misura è applicata').waitFor();
    await shot(page, 'hide');
    await confirms(page, 'Nascondi');
    await stories.desk.drain();

    assert.equal((await writtenOn(stories.presence(CREMA), insult)).hidden, true);
    await page.goto(first);
    await decisionOf(page).getByRole('heading', { name: 'Nascosto' }).waitFor();
    await authorPanelOf(page)
      .getByText(/Serve una ripetizione/)
      .waitFor();
    assert.equal(await choice(page, 'Blocca l’autore…').count(), 0, 'one violation is no repetition');
    const reasons = await reasonsGiven(page, citizen.page);
    assert.ok(reasons.includes('CRE-041') && reasons.includes('Intervento nascosto'), reasons);
    assert.ok(!reasons.includes('cialtroni') && !reasons.includes('Persona moderator'), reasons);
    await statementOf(page).getByRole('button', { name: 'Segna come data a mano' }).click();
    await statementOf(page).getByText('Data all’autore.').waitFor();

    await choice(page, 'Avvisa l’autore…').click();
    await dialogOf(page).getByLabel('Perché, per gli atti dell’ente').fill('Insulta chi lavora allo sportello.');
    const warning = await dialogOf(page).getByLabel('Che cosa legge l’autore').inputValue();
    assert.ok(!warning.includes('cialtroni'), warning);
    await shot(page, 'warn');
    await dialogOf(page).getByRole('button', { name: 'Invia l’avviso' }).click();
    await authorPanelOf(page).getByText('Misure prese su questa pratica').waitFor();
    await stories.desk.drain();
    assert.deepEqual(await answersUnder(stories.presence(CREMA), insult), [warning]);
    await citizen.looks('author');
    await citizen.page.getByText(warning).waitFor();

    await citizen.comments(again);
    await stories.reads(CREMA);
    const second = await opensFromQueue(page, CREMA, again);
    await page.keyboard.press('n');
    await takesGround(page, 'CRE-041');
    await confirms(page, 'Nascondi');
    await stories.desk.drain();
    await page.goto(second);
    await authorPanelOf(page)
      .getByText(/2 violazioni confermate, 1 avviso arrivato/)
      .waitFor();
    // The policy gives no number of repetitions: the body chooses it.
    await authorPanelOf(page).getByText('I numeri che mancano li sceglie la persona responsabile').waitFor();
    const head = await stories.officer(CREMA, 'head');
    await goTo(head, 'Autori');
    await head.getByLabel('Da quante violazioni il blocco è possibile').fill('2');
    await head.getByLabel('In quanti giorni si contano').fill('365');
    await head.getByLabel('Atto con cui l’ente lo sceglie').fill('determina di prova n. 3');
    await head.getByRole('button', { name: 'Registra la scelta' }).click();
    await head.getByText('2, scelto dall’ente').waitFor();
    await head.context().close();

    await page.reload();
    await choice(page, 'Blocca l’autore…').click();
    await shot(page, 'ban');
    await bans(page, 'Ha ripetuto gli insulti dopo l’avviso.');
    assert.equal(await bansOn(CREMA), 1);
    const [notice = '', ...more] = await answersUnder(stories.presence(CREMA), again);
    assert.match(notice, /^Abbiamo applicato una misura .* Il servizio resta a tua disposizione: URP/);
    assert.deepEqual(more, []);
    await citizen.looks('author');
    await citizen.page.getByText('La pagina ti ha bloccato: non puoi scrivere qui.').first().waitFor();
    assert.equal(await citizen.page.getByText(/^Scrivi un commento$/).count(), 0);
    await page.reload();
    await authorPanelOf(page).getByText('confermata sul social').first().waitFor();
    assert.deepEqual((await steps(page)).slice(-2), LAST_STEPS);
    await page.context().close();
  },
);

test(
  proves(
    ['MIL-049', 'MIL-050', 'MIL-051'],
    'an insult removed as the policy orders, repeated; the ban waits for a warning or for why there was none',
  ),
  async () => {
    await ladderHand(stories.desk).chooses(MILANO, 2);
    const citizen = await stories.citizen(MILANO, 'Leo Inventato');
    const page = await stories.officer(MILANO);
    let address = '';
    for (const [nth, insult] of ['Siete una massa di deficienti', 'Idioti, siete tutti idioti'].entries()) {
      await citizen.comments(insult);
      await stories.reads(MILANO);
      address = await opensFromQueue(page, MILANO, insult);
      await proposalOf(page).getByRole('heading', { name: 'Proposta automatica: rimuovi' }).waitFor();
      await clauseOf(page, 'MIL-042').getByText('va rimosso').waitFor();
      await page.keyboard.press('x');
      await takesGround(page, 'MIL-042');
      await shot(page, `remove-${nth}`);
      await confirms(page, 'Rimuovi');
      await stories.desk.drain();
      assert.equal((await writtenOn(stories.presence(MILANO), insult)).exists, false);
      await page.goto(address);
      await authorPanelOf(page)
        .getByText(nth === 0 ? '1 violazione confermata, 0 avvisi' : '2 violazioni confermate, 0 avvisi')
        .waitFor();
      assert.equal(await choice(page, 'Blocca l’autore…').count(), nth, `after ${nth + 1}`);
    }

    await choice(page, 'Blocca l’autore…').click();
    const why = dialogOf(page).getByLabel('Perché non è stato possibile avvisare prima');
    await dialogOf(page).getByRole('button', { name: 'Continua' }).click();
    assert.equal(await why.getAttribute('aria-invalid'), 'true', 'no ban without a warning or its reason');
    await shot(page, 'why-no-warning');
    await page.keyboard.press('Escape');

    // Nothing is left there to answer under: the warning goes another way, by a person.
    await choice(page, 'Avvisa l’autore…').click();
    await dialogOf(page).getByText('L’intervento non c’è più: non gli si può rispondere in pubblico.').waitFor();
    await dialogOf(page).getByLabel('Perché, per gli atti dell’ente').fill('Insulta chi lavora allo sportello.');
    await dialogOf(page).getByRole('button', { name: 'Invia l’avviso' }).click();
    await choice(page, 'L’ho fatto a mano').click();
    await dialogOf(page).getByRole('button', { name: 'Confermo' }).click();
    await authorPanelOf(page)
      .getByText(/2 violazioni confermate, 1 avviso arrivato/)
      .waitFor();

    await choice(page, 'Blocca l’autore…').click();
    await dialogOf(page).getByLabel('Quando si riesamina').waitFor();
    assert.equal(await why.count(), 0, 'the warning is there');
    await bans(page, 'Ha insultato di nuovo chi lavora allo sportello.');
    assert.equal(await bansOn(MILANO), 1);
    await citizen.looks('author');
    await citizen.page.getByText('La pagina ti ha bloccato: non puoi scrivere qui.').first().waitFor();
    await page.goto(address);
    await authorPanelOf(page)
      .getByText(/ora è bloccato/)
      .waitFor();
    assert.deepEqual((await steps(page)).slice(-2), LAST_STEPS);
    await page.context().close();
  },
);
