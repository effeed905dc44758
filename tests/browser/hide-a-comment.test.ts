// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { BODIES } from '../support/desk.ts';
import { faultsOf } from './accessibility.ts';
import {
  type Browsing,
  decisionOf,
  headingOf,
  historyOf,
  openCase,
  queueOf,
  rowOf,
  signInAs,
  startBrowsing,
} from './browsing.ts';

const AUTHOR = 'Gina Inventata';
const TEXT = 'Chiamate la signora Inventati al 347 1234567, risponde lei';
const CLAUSE = 'RM1-128';

let browsing: Browsing;
let page: Page;
let external: string;
before(async () => {
  browsing = await startBrowsing();
  external = await browsing.arrives(AUTHOR, TEXT);
  page = await (await browsing.profile()).newPage();
});
after(() => browsing.close());

/** The case on the screen, as the server tells it. */
const caseInHand = async () =>
  (await browsing.desk.signIn('moderator')).case(new URL(page.url()).pathname.split('/').at(-1) ?? '');

test('a moderator signs in and finds the comment in the queue of the body', async () => {
  await signInAs(page, browsing.desk.credentials('moderator'));
  assert.equal(new URL(page.url()).pathname, '/banco/asl-roma-1');
  const row = rowOf(page, AUTHOR);
  await row.waitFor();
  const words = (await row.textContent()) ?? '';
  assert.ok(words.includes(TEXT) && words.includes('Facebook'), words);
});

test('the case shows what was noticed in the text, and the clause of the policy that is touched', async () => {
  await openCase(page, AUTHOR);
  const marked = await page.locator('mark').allInnerTexts();
  assert.ok(
    marked.some((text) => text.includes('347 1234567')),
    `marked: ${marked}`,
  );
  await page.getByRole('region', { name: 'Punti della policy' }).getByText(CLAUSE, { exact: true }).first().waitFor();
  const chosen = decisionOf(page).getByRole('radio', { checked: true });
  assert.equal(await chosen.count(), 0, 'nothing is chosen for the person');
});

test('it is not hidden without a clause', async () => {
  const decision = decisionOf(page);
  await decision.getByRole('radio', { name: 'Nascondi' }).check();
  const { options } = await caseInHand();
  const effect = options.find(({ kind }) => kind === 'hide')?.effect ?? 'nessun effetto';
  await decision.getByText(effect, { exact: true }).waitFor();
  await decision.getByRole('button', { name: 'Conferma: Nascondi' }).click();
  await decision.getByText('Scegli il punto della policy su cui si fonda la decisione.').waitFor();
  assert.equal((await browsing.desk.facebook.writes()).length, 0);
});

test('hidden under a clause, it is hidden on Facebook, and the page says so without being reloaded', async () => {
  const decision = decisionOf(page);
  const ground = decision.getByLabel('In base a quale punto?');
  await ground.selectOption({ value: `clause:${CLAUSE}` });
  await decision.getByRole('textbox', { name: 'Motivazione', exact: true }).fill('Recapito di un’altra persona.');
  await decision.getByRole('button', { name: 'Conferma: Nascondi' }).click();
  await decision.getByRole('heading', { name: 'Nascosto' }).waitFor();
  await decision.getByText('confermata sul social').waitFor();

  assert.equal((await browsing.desk.facebook.written(external)).hidden, true);
  assert.equal((await browsing.desk.facebook.writes()).length, 1, 'hidden once');
});

test('a citizen no longer sees it on the simulated page', async () => {
  const citizen = await (await browsing.profile()).newPage();
  await citizen.goto(`${browsing.desk.sandbox.url}/facebook/${BODIES.asl.page.handle}`);
  const comment = citizen.locator(`[id="c${external}"]`);
  await comment.getByText('Nascosto: il pubblico non lo vede').waitFor();
  assert.equal(await comment.getByText(TEXT).isVisible(), false);
});

test('the record of the case names the clause, the version, the person with their role, and the time', async () => {
  const { policy, record } = await caseInHand();
  const act = record.find(({ kind }) => kind === 'decision.taken');
  assert.ok(act);
  const entry = historyOf(page).getByRole('listitem').filter({ hasText: act.summary });
  const words = (await entry.textContent()) ?? '';
  assert.ok(words.includes(CLAUSE), words);
  assert.ok(words.includes(`policy versione ${policy.version}`), words);
  assert.ok(words.includes('Persona moderator asl-roma-1 (moderazione)'), words);
  const at = await entry.locator('time').getAttribute('datetime');
  assert.equal(at, act.at);
  assert.ok(Math.abs(Date.parse(at ?? '') - Date.now()) < 5 * 60_000, `decided now, not at ${at}`);
});

test('a comment that arrives meanwhile is announced and moves nothing; it comes when asked for', async () => {
  const second = 'Pino Inventato';
  await browsing.arrives(second, 'A che ora apre lo sportello il lunedì?');
  await queueOf(page).getByRole('status').getByText('1 nuovo intervento').waitFor();
  assert.equal(await rowOf(page, second).count(), 0, 'the list did not move by itself');
  await queueOf(page).getByRole('button', { name: 'Mostra' }).click();
  await rowOf(page, second).waitFor();
  await openCase(page, second);
  assert.ok(await headingOf(page, second).isVisible());
});

test('what is hidden can also be removed, and nothing else: the hiding stays in the history', async () => {
  const decided = (await (await browsing.desk.signIn('moderator')).queue('?state=decided')).items[0]?.id;
  await page.goto(`${browsing.desk.url}/banco/asl-roma-1/pratiche/${decided}`);
  const decision = decisionOf(page);
  await decision.getByText('L’intervento è nascosto. Se va anche rimosso').waitFor();
  await decision.getByRole('button', { name: 'Rimuovi', exact: true }).click();
  assert.equal(await decision.getByRole('radio').count(), 1);
  await decision.getByRole('radio', { name: 'Rimuovi' }).check();
  await decision.getByLabel('In base a quale punto?').selectOption({ value: `clause:${CLAUSE}` });
  await decision.getByRole('textbox', { name: 'Motivazione', exact: true }).fill('Recapito di un’altra persona.');
  await decision.getByRole('button', { name: 'Conferma: Rimuovi' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sì, rimuovi' }).click();
  await page.getByText('«Rimuovi» registrata').first().waitFor();
  await page.goto(`${browsing.desk.url}/banco/asl-roma-1/pratiche/${decided}`);
  await decision.getByRole('heading', { name: 'Rimosso' }).waitFor();
  await decision.getByText('Seguita dalla rimozione').waitFor();
  assert.deepEqual(await faultsOf(page), []);
  assert.equal((await browsing.desk.facebook.written(external)).deleted, true);
  const writes = (await browsing.desk.facebook.writes()).filter(({ path }) => path.includes(external));
  assert.equal(
    writes.some(({ parameters }) => parameters.is_hidden === 'false'),
    false,
    'never shown again',
  );
});
