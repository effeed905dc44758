// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { verifyFile } from '#moderation';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { proves } from '../support/proves.ts';
import { DESKTOP, decisionOf, goTo, rowOf } from './browsing.ts';
import {
  clauseOf,
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

// One citizen, one press office, each story to its end on the network: what arrives on a closed channel, a personal health case,
// a political message, a threat.

const ROMA = 'asl-roma-1';
const MILANO = 'ats-milano';
const CALABRIA = 'regione-calabria';
const MOSAICO = 'il-mosaico';

let mailbox: Mailbox;
let stories: StoryDesk;
before(async () => {
  mailbox = await startMailbox();
  stories = await startStoryDesk([ROMA, MILANO, CALABRIA, MOSAICO], { mailServer: mailbox.server });
});
after(async () => {
  await stories?.close();
  await mailbox?.close();
});

const groundOf = (page: Page) => decisionOf(page).getByLabel('In base a quale punto?');
const answerOf = (page: Page) => decisionOf(page).locator('#risposta');
const officeOf = (page: Page) => page.getByRole('region', { name: 'Ufficio ed esito' });
const evidenceOf = (page: Page) => page.getByRole('region', { name: 'Prove e autorità' });
const groundsOffered = (page: Page) => groundOf(page).locator('option[value^="clause:"]').allInnerTexts();

/** What stands, or stood, on the network in those words. */
async function writing(body: string, text: string) {
  const found = (await stories.presence(body).writings()).find((one) => one.text === text);
  assert.ok(found, text);
  return found;
}

/** What the body answered in public to those words. */
async function answersTo(body: string, text: string): Promise<string[]> {
  const { id } = await writing(body, text);
  const all = await stories.presence(body).writings();
  return all.filter(({ own, parent, exists }) => own && exists && parent === id).map((one) => one.text);
}

test('on a closed channel (CAL-021) what arrives anyway is judged without the rules that sleep: hidden by law, told by hand', async () => {
  const insult = 'Siete dei cialtroni incapaci, vergognatevi';
  const citizen = await stories.citizen(CALABRIA, 'Ada Inventata');
  await citizen.comments(insult);
  await stories.reads(CALABRIA);

  const page = await stories.officer(CALABRIA);
  const address = await opensFromQueue(page, CALABRIA, insult);
  await proposalOf(page).getByText('Qui i commenti dovrebbero essere chiusi: controlla le impostazioni').waitFor();
  await clauseOf(page, 'CAL-063').getByText('non in vigore ora: citato per conoscenza, da solo non basta').waitFor();
  await decisionOf(page).getByRole('radio', { name: 'Nascondi' }).check();
  await decisionOf(page).getByText('La policy non offre punti per questa decisione').waitFor();
  assert.deepEqual(await groundsOffered(page), [], 'what sleeps grounds nothing');
  await groundOf(page).selectOption({ value: 'law' });
  await decisionOf(page).getByLabel('Quale norma').fill('art. 595 del codice penale');
  const why = 'Il testo offende la reputazione di chi lavora agli sportelli.';
  await decisionOf(page).getByLabel('Perché si applica qui').fill(why);
  await decisionOf(page).getByLabel('Motivazione', { exact: true }).fill('Insulto a chi lavora, a commenti chiusi.');
  await shot(page, 'closed-channel');
  await confirms(page, 'Nascondi');
  await stories.desk.drain();

  assert.equal((await writing(CALABRIA, insult)).hidden, true);
  await citizen.looks();
  await citizen.page.getByText('Nascosto: il pubblico non lo vede').waitFor();
  assert.equal(await citizen.page.getByText(insult).count(), 0);
  await citizen.looks('author');
  await citizen.page.getByText(insult).first().waitFor();
  await returnsTo(page, address);
  await decisionOf(page).getByRole('heading', { name: 'Nascosto' }).waitFor();
  const statement = statementOf(page);
  await statement.getByText('Da dare a mano').waitFor();
  await statement.getByText('Leggi il testo').click();
  const told = (await statement.locator('.review-text').textContent()) ?? '';
  assert.ok(told.includes('art. 595 del codice penale') && told.includes(why), told);
  assert.doesNotMatch(told, /cialtroni|CAL-0(63|75)/, 'neither the words nor a clause that sleeps');
  await statement.getByRole('button', { name: 'Segna come data a mano' }).click();
  await statement.getByText('Data all’autore.').waitFor();

  // The settings are put right on the network: under the post nobody writes, and who names the body still reaches the desk.
  const { control, post } = stories.presence(CALABRIA);
  await control('PUT', 'commenting', { post, commenting: 'closed' });
  await citizen.looks();
  await citizen.page.getByText('I commenti sono chiusi.').waitFor();
  const mention = 'Quando riapre il Centro per l’impiego di via Prova?';
  await citizen.mentions(mention);
  await stories.reads(CALABRIA);
  await opensFromQueue(page, CALABRIA, mention);
  await page.getByRole('heading', { level: 1, name: 'Menzione di Ada Inventata' }).waitFor();
  assert.equal(await proposalOf(page).getByText('Qui i commenti dovrebbero essere chiusi').count(), 0);
});

interface HealthCase {
  readonly body: string;
  readonly clauses: readonly string[];
  readonly text: string;
  /** How the head enters the office: from the policy's own list, or as the body calls it. */
  readonly office: { readonly name: string; readonly add: string };
  readonly ground: string;
  /** Words that go out to nobody, with what the desk says of them. */
  readonly stopped: readonly { readonly words: string; readonly says: RegExp }[];
  readonly template: { readonly title: string; readonly fill: string; readonly answer: string };
  readonly ofTheCase: RegExp;
}

const HEALTH_CASES: readonly HealthCase[] = [
  {
    body: MILANO,
    clauses: ['MIL-025', 'MIL-026', 'MIL-029', 'MIL-030'],
    text: 'Ho il diabete e aspetto da sei mesi la mia visita, la mia pratica dov’è finita?',
    office: { name: 'uffici relazioni con il pubblico', add: 'Aggiungi «uffici relazioni con il pubblico»' },
    ground: 'MIL-029',
    stopped: [
      { words: 'Il diabete va seguito con attenzione: ne parli con il medico.', says: /riprende o discute il caso/ },
      { words: 'Ci spiace che «aspetto da sei mesi la mia visita».', says: /riprende o discute il caso/ },
    ],
    template: {
      title: 'Informazioni generali al posto del caso',
      fill: '',
      answer: 'Sui social non si trattano casi personali. Le informazioni generali sono sul sito www.ats-milano.it.',
    },
    ofTheCase: /diabete|visita|Inventato/i,
  },
  {
    body: ROMA,
    clauses: ['RM1-018', 'RM1-022', 'RM1-033'],
    text: 'Ho la febbre da una settimana e mi gira la testa, che cosa posso prendere?',
    office: { name: 'Relazioni con il pubblico', add: 'Aggiungi un ufficio' },
    ground: 'RM1-022',
    stopped: [
      { words: 'Per la febbre e la testa che gira basta il riposo.', says: /riprende o discute il caso/ },
      { words: 'Buongiorno, ci scriva in privato.', says: /invita a scrivere in privato/ },
    ],
    template: {
      title: 'Di salute si parla in privato',
      fill: 'ambulatorio di distretto, via Inventata 1',
      answer:
        'Buongiorno, per questa richiesta può rivolgersi a: personale sanitario di riferimento. Recapito: ambulatorio di distretto, via Inventata 1',
    },
    ofTheCase: /febbre|testa|Inventato/i,
  },
];

for (const { body, clauses, text, office, ground, stopped, template, ofTheCase } of HEALTH_CASES)
  test(proves(clauses, 'a personal health case is turned to the URP and answered in general'), async () => {
    const citizen = await stories.citizen(body, 'Ugo Inventato');
    await citizen.comments(text);
    await stories.reads(body);

    const page = await stories.officer(body);
    const address = await opensFromQueue(page, body, text);
    await page.getByRole('heading', { name: 'Proposta automatica: inoltra all’ufficio' }).waitFor();
    await officeOf(page)
      .getByText(/^In carico a: (personale autorizzato e formato|ufficio stampa) \(punto/)
      .waitFor();
    await officeOf(page).getByText('non è nell’elenco degli uffici: dato mancante').waitFor();
    if (body === MILANO)
      await proposalOf(page)
        .getByText('La policy non indica l’indirizzo di uffici relazioni con il pubblico')
        .waitFor();
    await entersOffice(body, office);

    await page.reload();
    await decisionOf(page).getByText('Che cosa decidi?').waitFor();
    await decisionOf(page).getByRole('radio', { name: 'Inoltra all’ufficio' }).check();
    const offices = decisionOf(page).getByLabel('A quale ufficio');
    if (body === MILANO)
      assert.match((await offices.textContent()) ?? '', /uffici relazioni con il pubblico \(proposto dalla policy\)/);
    else await offices.selectOption({ label: office.name });
    await decisionOf(page).getByLabel('Che cosa chiedi all’ufficio').fill('Si può dire a chi rivolgersi?');
    await groundOf(page).selectOption({ value: `clause:${ground}` });
    const fields = await decisionOf(page)
      .locator('input:not([type=radio]), textarea')
      .evaluateAll((all) => all.map((field) => field.id));
    assert.deepEqual(fields, ['richiesta-ufficio', 'motivazione'], 'no place for anybody’s documents');
    await shot(page, `health-route-${body}`);
    await confirms(page, 'Inoltra all’ufficio');
    await stories.desk.drain();
    const letter = mailbox.letters.findLast(({ to }) => to.includes(mailOf(body)));
    assert.ok(letter);
    assert.doesNotMatch(`${letter.subject} ${letter.text}`, ofTheCase, 'health and name stay behind the link');

    await returnsTo(page, address);
    await officeOf(page).getByText(`Esito: inoltrata all’ufficio «${office.name}».`).waitFor();
    await decisionOf(page).getByRole('button', { name: 'Decidi anche altro' }).click();
    await decisionOf(page).getByRole('radio', { name: 'Rispondi' }).check();
    await decisionOf(page)
      .getByText(/^Caso personale \(/)
      .waitFor();
    for (const { words, says } of stopped) {
      await answerOf(page).fill(words);
      await decisionOf(page).locator('.reply-finding').getByText(says).waitFor();
      const asked = page.waitForResponse((response) => response.url().endsWith('/decisions'));
      await decisionOf(page).getByRole('button', { name: 'Conferma: Rispondi' }).click();
      assert.equal((await asked).status(), 422, words);
      await decisionOf(page)
        .getByText(/La risposta non si può inviare così/)
        .waitFor();
    }
    await answerOf(page).fill('');
    await decisionOf(page)
      .getByRole('button', { name: `Inserisci il modello «${template.title}»` })
      .click();
    // What the policy leaves open stands selected: it is written over.
    if (template.fill !== '') await page.keyboard.type(template.fill);
    assert.equal(await answerOf(page).inputValue(), template.answer);
    await decisionOf(page).getByText('Nessun rilievo sul testo scritto fin qui.').waitFor();
    await shot(page, `health-reply-${body}`);
    await confirms(page, 'Rispondi');
    await stories.desk.drain();

    assert.deepEqual(await answersTo(body, text), [template.answer]);
    await citizen.looks();
    await citizen.page.getByText(template.answer).waitFor();
    await returnsTo(page, address);
    await officeOf(page)
      .getByText(/^Esito: /)
      .waitFor();
  });

const mailOf = (body: string) => `urp@${body}.example`;

/** The head puts an office into the list. */
async function entersOffice(body: string, { name, add }: HealthCase['office']): Promise<void> {
  const head = await stories.officer(body, 'head');
  await goTo(head, 'Inoltri');
  await head.getByRole('link', { name: 'Uffici e tempi' }).click();
  await head.getByRole('button', { name: add, exact: true }).click();
  await dialogOf(head).getByLabel('Nome').fill(name);
  await dialogOf(head).getByLabel('Tipo').selectOption({ label: 'relazioni con il pubblico (URP)' });
  await dialogOf(head).getByLabel('E-mail').fill(mailOf(body));
  await dialogOf(head).getByRole('button', { name: 'Salva l’ufficio' }).click();
  await dialogOf(head).waitFor({ state: 'detached' });
  await head.context().close();
}

test(proves('RM1-025', 'a party’s message is left unanswered, and left where it is'), async () => {
  const text = 'Votate Lista Civica Aurora e la sanità cambierà davvero!';
  const citizen = await stories.citizen(ROMA, 'Pia Inventata');
  await citizen.comments(text);
  await stories.reads(ROMA);

  const page = await stories.officer(ROMA);
  await rowOf(page, text).getByText('proposta: nessun atto · RM1-025').waitFor();
  const address = await opensFromQueue(page, ROMA, text);
  await proposalOf(page)
    .getByText(/prevede di non rispondere; non è un motivo di rimozione/)
    .waitFor();
  await clauseOf(page, 'RM1-025').getByText('non si risponde', { exact: true }).waitFor();
  for (const decision of ['Nascondi', 'Rimuovi']) {
    await decisionOf(page).getByRole('radio', { name: decision }).check();
    assert.ok(!(await groundsOffered(page)).some((one) => one.includes('RM1-025')), decision);
    assert.equal(await groundOf(page).getByRole('group', { name: 'Proposti per questo intervento' }).count(), 0);
  }
  await decisionOf(page).getByRole('radio', { name: 'Archivia senza atti' }).check();
  assert.equal(await groundOf(page).inputValue(), 'clause:RM1-025', 'the clause by which nobody answers');
  await decisionOf(page).getByText('Nulla cambia sul social: la pratica si chiude.').waitFor();
  await shot(page, 'political');
  await confirms(page, 'Archivia senza atti');
  await stories.desk.drain();

  const { hidden, exists } = await writing(ROMA, text);
  assert.deepEqual([hidden, exists, await answersTo(ROMA, text)], [false, true, []]);
  await citizen.looks();
  await citizen.page.getByText(text).waitFor();
  await returnsTo(page, address);
  await decisionOf(page).getByRole('heading', { name: 'Archiviato' }).waitFor();
  await decisionOf(page).getByText('RM1-025 · Partiti e movimenti').waitFor();
});

test(proves('MOS-072', 'a threat is removed; the authorities are told, with the evidence and a number'), async () => {
  const text = 'Vengo lì e vi ammazzo tutti, chiamate pure Tizia Inventata al 347 7654321';
  const citizen = await stories.citizen(MOSAICO, 'Rino Inventato');
  await citizen.comments(text);
  await stories.reads(MOSAICO);

  const page = await stories.officer(MOSAICO);
  await rowOf(page, text).getByText('Grave').waitFor();
  const address = await opensFromQueue(page, MOSAICO, text);
  await page.getByRole('heading', { name: 'Proposta automatica: rimuovi' }).waitFor();
  await clauseOf(page, 'MOS-060').getByText('va rimosso').waitFor();
  await decisionOf(page).getByRole('radio', { name: 'Rimuovi' }).check();
  await groundOf(page).selectOption({ value: 'clause:MOS-060' });
  await decisionOf(page).getByText('Segnalare alle autorità?').waitFor();
  await shot(page, 'threat');
  await confirms(page, 'Rimuovi');
  await stories.desk.drain();
  assert.equal((await writing(MOSAICO, text)).exists, false);
  await citizen.looks();
  await citizen.page.getByText('Qui c’era un testo: è stato eliminato.').waitFor();

  await returnsTo(page, address);
  await statementOf(page).getByText('Da dare a mano').waitFor();
  await statementOf(page).getByText('Leggi il testo').click();
  const told = (await statementOf(page).locator('.review-text').textContent()) ?? '';
  assert.match(told, /MOS-060/);
  assert.doesNotMatch(told, /347|Tizia|ammazzo/, 'of nobody else, and not the words');
  await decisionOf(page).getByText('Segnalare alle autorità?').waitFor();
  await decisionOf(page).getByRole('button', { name: 'Rispondi…' }).click();
  await dialogOf(page).getByRole('radio', { name: 'Sì, si segnala' }).check();
  await dialogOf(page).getByRole('button', { name: 'Registra la risposta' }).click();
  await dialogOf(page).getByText('Scrivi almeno dieci caratteri.').waitFor();
  const reasons = 'Minaccia seria a chi lavora allo sportello.';
  await dialogOf(page).getByLabel('Perché').fill(reasons);
  await dialogOf(page)
    .getByRole('radio', { name: /Denuncia d’ufficio/ })
    .check();
  await dialogOf(page).getByLabel('Ufficio che firma').fill('Direzione');
  await dialogOf(page).getByRole('button', { name: 'Registra la risposta' }).click();
  await evidenceOf(page)
    .getByText(/Denuncia d’ufficio, senza ritardo: entro il/)
    .waitFor();
  await evidenceOf(page).getByText(reasons).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Prepara la raccolta intera' }).count(), 0, 'for the head alone');

  const head = await stories.officer(MOSAICO, 'head', { acceptDownloads: true });
  await goTo(head, 'Prove e denunce');
  await head
    .getByRole('main')
    .getByRole('link', { name: /^Pratica n\. / })
    .first()
    .click();
  await evidenceOf(head).getByRole('button', { name: 'Prepara la raccolta intera' }).click();
  const link = evidenceOf(head).getByRole('link', { name: /Scarica/ });
  await link.waitFor();
  assert.equal(await head.evaluate('document.documentElement.scrollHeight'), DESKTOP.height, 'only the panes scroll');
  await shot(head, 'threat-dossier');
  const [download] = await Promise.all([head.waitForEvent('download'), link.click()]);
  const file = await readFile(await download.path());
  assert.deepEqual(verifyFile(file).alterations, []);
  assert.ok(file.toString().includes('347 7654321'), 'what is gone from the network is kept here');
  await evidenceOf(head).getByRole('button', { name: 'Annota la segnalazione fatta…' }).click();
  await dialogOf(head).getByLabel('A chi').fill('Procura della Repubblica');
  await dialogOf(head).getByLabel('Numero di protocollo o del verbale').fill('2026/000123');
  await dialogOf(head).getByRole('button', { name: 'Segnalazione fatta' }).click();
  await evidenceOf(head)
    .getByText(/Segnalata a Procura della Repubblica .* protocollo 2026\/000123/)
    .waitFor();
});
