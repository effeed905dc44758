// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { type Browsing, decisionOf, headingOf, openCase, queueOf, rowOf, signInAs, startBrowsing } from './browsing.ts';

// When the desk and the world are out of step: the network refuses, a colleague is faster, the session ends.

const PHONE_OF = 'Chiamate la signora Inventati al 347 1234567, risponde lei';
const CLAUSE = 'RM1-128';

let browsing: Browsing;
let context: BrowserContext;
let page: Page;
before(async () => {
  browsing = await startBrowsing();
  await browsing.arrives('Ada Inventata', PHONE_OF);
  await browsing.arrives('Bice Inventata', 'Grazie a tutti, lo sportello funziona benissimo');
  await browsing.desk.poll('asl');
  context = await browsing.profile();
  page = await context.newPage();
  await signInAs(page, browsing.desk.credentials('moderator'));
});
after(() => browsing.close());

const slowly = async (route: Route) => {
  await setTimeout(700);
  await route.continue().catch(() => {});
};
const tab = (name: RegExp) => queueOf(page).getByRole('link', { name });
const decide = async (name: string) => {
  const decision = decisionOf(page);
  await decision.getByRole('radio', { name }).check();
  await decision.getByLabel('In base a quale punto?').selectOption({ value: `clause:${CLAUSE}` });
  await decision.getByRole('button', { name: `Conferma: ${name}` }).click();
};

test('a row says what is proposed and under which clauses; the head, when the channel was read', async () => {
  const words = (await rowOf(page, 'Ada Inventata').textContent()) ?? '';
  assert.match(words, /proposta: \S+/);
  assert.ok(words.includes(CLAUSE), words);
  await queueOf(page)
    .getByText(/Facebook: letto alle \d\d:\d\d/)
    .waitFor();
  const networks = await queueOf(page).getByRole('combobox').locator('option').allInnerTexts();
  assert.deepEqual(networks, ['Tutti i social', 'Facebook']);
});

test('a write that the network refuses is not said as done, has a list of its own, and is tried again', async () => {
  await openCase(page, 'Ada Inventata');
  await browsing.desk.facebook.faults({ fault: 'permission-missing' });
  await decide('Nascondi');
  await headingOf(page, 'Bice Inventata').waitFor();
  await openCase(page, 'Ada Inventata');
  const decision = decisionOf(page);
  await decision.getByRole('heading', { name: 'Nascondere: non riuscito' }).waitFor();
  await tab(/^Da sistemare 1$/).click();
  await rowOf(page, 'Nascondere: non riuscito').waitFor();
  await openCase(page, 'Ada Inventata');
  await decision.getByRole('button', { name: 'L’ho fatto sul social' }).waitFor();
  await decision.getByRole('button', { name: 'Riprova' }).click();
  await decision.getByRole('heading', { name: 'Nascosto' }).waitFor();
  await tab(/^Da sistemare 0$/).waitFor();
});

test('a case that a colleague brings back is announced, and takes its place when asked for', async () => {
  await tab(/^Da decidere/).click();
  await rowOf(page, 'Bice Inventata').waitFor();
  assert.equal(await rowOf(page, 'Ada Inventata').count(), 0);
  const head = await browsing.desk.signIn('head');
  const [decided] = (await head.queue('?state=decided')).items;
  const taken = (await head.case(decided?.id ?? '')).decisions.at(-1)?.id;
  // A slow answer: the news of the write arrives while the case is being asked for because of the undoing.
  await page.route(`**/cases/${decided?.id}`, slowly);
  const answer = await head.post(`decisions/${taken}/undo`, { reasons: 'È un recapito pubblico.' });
  assert.equal(answer.status, 200);
  await queueOf(page).getByRole('status').getByText('1 intervento tornato da decidere').waitFor();
  await page.unroute(`**/cases/${decided?.id}`, slowly);
  assert.equal(await rowOf(page, 'Ada Inventata').count(), 0, 'the list did not move by itself');
  await queueOf(page).getByRole('button', { name: 'Mostra' }).click();
  await openCase(page, 'Ada Inventata');
});

test('the history says who undid the decision and why; nothing undone is said as confirmed', async () => {
  const decision = decisionOf(page);
  const summary = decision.locator('summary').filter({ hasText: 'Una decisione annullata' });
  await summary.getByText('confermata sul social').waitFor();
  assert.match((await summary.textContent()) ?? '', /Mostrare di nuovo:/);
  await summary.click();
  await decision.getByText(/^Annullata il .* da Persona head/).waitFor();
  await decision.getByText('Motivo: È un recapito pubblico.').waitFor();
});

test('the session ends while the person writes: what is written stays, and is sent after signing in again', async () => {
  const decision = decisionOf(page);
  const words = 'Recapito di un’altra persona, parole mie.';
  await decision.getByRole('radio', { name: 'Nascondi' }).check();
  await decision.getByLabel('In base a quale punto?').selectOption({ value: `clause:${CLAUSE}` });
  await decision.getByRole('textbox', { name: 'Motivazione', exact: true }).fill(words);
  await context.clearCookies();
  await decision.getByRole('button', { name: 'Conferma: Nascondi' }).click();
  const dialog = page.getByRole('dialog', { name: 'Accedi di nuovo' });
  await dialog.getByLabel('Password', { exact: true }).fill(browsing.desk.credentials('moderator').password);
  await dialog.getByRole('button', { name: 'Accedi', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await decision.getByRole('textbox', { name: 'Motivazione', exact: true }).inputValue(), words);
  await decision.getByRole('button', { name: 'Conferma: Nascondi' }).click();
  await headingOf(page, 'Bice Inventata').waitFor();
  const head = await browsing.desk.signIn('head');
  const [decided] = (await head.queue('?state=decided')).items;
  assert.equal((await head.case(decided?.id ?? '')).decisions.at(-1)?.reasons, words);
});

test('what asks for nothing takes two keys: its ground and its reasons are there', async () => {
  await headingOf(page, 'Bice Inventata').waitFor();
  await page.keyboard.press('a');
  assert.notEqual(await decisionOf(page).getByLabel('In base a quale punto?').inputValue(), '');
  assert.notEqual(await decisionOf(page).getByRole('textbox', { name: 'Motivazione', exact: true }).inputValue(), '');
  await page.keyboard.press('Control+Enter');
  await decisionOf(page).getByRole('heading', { name: 'Archiviato' }).waitFor();
});

test('an undone decision brings its own row back to the open queue at once', async () => {
  await decisionOf(page).getByRole('button', { name: 'Annulla la decisione' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Perché la annulli').fill('Ci ho ripensato.');
  await dialog.getByRole('button', { name: 'Annulla la decisione' }).click();
  await rowOf(page, 'Bice Inventata').getByText('proposta:').waitFor();
  assert.deepEqual([...new Set(await queueOf(page).getByRole('status').allTextContents())], ['']);
});

test('after a reply the form comes back when asked for', async () => {
  const decision = decisionOf(page);
  await decision.getByRole('radio', { name: 'Rispondi' }).check();
  await decision.getByLabel('Risposta pubblica').fill('Grazie a lei.');
  const ground = decision.getByLabel('In base a quale punto?');
  if ((await ground.inputValue()) === '') await ground.selectOption({ index: 1 });
  await decision.getByRole('textbox', { name: 'Motivazione', exact: true }).fill('Si ringrazia chi scrive.');
  await decision.getByRole('button', { name: 'Conferma: Rispondi' }).click();
  await decision.getByRole('heading', { name: 'Risposto' }).waitFor();
  await decision.getByRole('button', { name: 'Decidi anche altro' }).click();
  await decision.getByRole('radio', { name: 'Nascondi' }).waitFor();
});

test('a channel that cannot be read says so, and why', async () => {
  await browsing.desk.facebook.faults({ fault: 'token-expired', on: 'read' });
  await browsing.desk.poll('asl').catch(() => {});
  await page.reload();
  await queueOf(page)
    .getByText(/Facebook non si legge da .*: ./)
    .waitFor();
  await browsing.desk.poll('asl');
  await page.reload();
  await queueOf(page)
    .getByText(/Facebook: letto alle/)
    .waitFor();
});

test('an address that leads to no case says so and leads back', async () => {
  for (const id of ['non-esiste', '00000000-0000-4000-8000-000000000000']) {
    await page.goto(`/banco/asl-roma-1/pratiche/${id}`);
    await page.getByText('Questa pratica non c’è').waitFor();
  }
  await page.getByRole('link', { name: 'Torna alla coda' }).click();
  await page.waitForURL('**/banco/asl-roma-1');
});
