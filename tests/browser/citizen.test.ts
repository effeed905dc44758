// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { systemClock } from '#kernel';
import { silentLog } from '#platform';
import { type Demo, startDemo } from '../../src/app/demo/demo.ts';
import { type Portavoce, startPortavoce } from '../../src/app/portavoce.ts';
import { launchChromium } from '../support/chromium.ts';
import { assertAccessible } from './accessibility.ts';
import { decisionOf, goTo, newProfile, queueOf, rowOf, signInAs } from './browsing.ts';

// The demonstration itself, as `npm start` opens it, with a citizen on one side and a moderator on the other.

const PHONE_NUMBER = 'Chiamate la signora Inventati al 347 1234567, risponde lei';

let dataDir: string;
let demo: Demo;
let portavoce: Portavoce;
let browser: Browser;
/** The front page of the simulated world. */
let world: string;
let page: Page;

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'portavoce-demo-'));
  // As root, PostgreSQL runs as another account: it has to reach its data, or it would keep them elsewhere.
  await chmod(dataDir, 0o711);
  demo = startDemo({ dataDir }, silentLog);
  portavoce = await startPortavoce({
    config: {
      ...{ port: 0, host: '127.0.0.1', dataDir, databaseUrl: undefined, publicUrl: undefined },
      ...{ demo: true, startedAt: 0 },
    },
    ...{ clock: systemClock, log: silentLog, say: () => {}, attempts: 1000, routes: demo.routes },
  });
  const lines = (await demo.open(portavoce)).join('\n');
  const [, email = '', password = ''] = /moderatrice: (\S+) +(\S+)/.exec(lines) ?? [];
  world = /guarda su (\S+)/.exec(lines)?.[1] ?? '';
  browser = await launchChromium();
  page = await newPage(portavoce.url);
  await signInAs(page, { email, password });
});
after(async () => {
  await browser?.close();
  await portavoce?.stop();
  await demo?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function newPage(baseURL: string): Promise<Page> {
  const context = await newProfile(browser, baseURL);
  return context.newPage();
}

interface Place {
  readonly network: string;
  readonly handle: string;
}

interface Scene extends Place {
  readonly body: string;
  /** What the public finds in place of what was hidden there. */
  readonly hidden: string;
}

const SCENES: readonly Scene[] = [
  {
    network: 'instagram',
    body: 'asl-roma-1',
    handle: 'aslroma1.dimostrazione',
    hidden: 'Qui c’è un testo nascosto: il pubblico non lo vede.',
  },
  {
    network: 'youtube',
    body: 'asst-crema',
    handle: 'ASSTCrema-dimostrazione',
    hidden: 'Qui c’è un testo nascosto: il pubblico non lo vede.',
  },
  {
    network: 'x',
    body: 'asl-roma-1',
    handle: 'ASLRoma1_demo',
    hidden: 'Risposta nascosta da chi ha scritto il post',
  },
];

/** A citizen writes under the newest post, on the network's own screen; where they left their words. */
async function citizenWrites(citizen: Page, { network, handle }: Place, author: string): Promise<Locator> {
  await citizen.goto(`/${network}/${handle}`);
  const form = citizen
    .getByRole('group')
    .filter({ has: citizen.getByText(/^Scrivi una? (commento|risposta)$/) })
    .first();
  await form.locator('summary').click();
  await form.getByLabel('Nome inventato').fill(author);
  await form.getByLabel('Testo').fill(PHONE_NUMBER);
  await form.getByRole('button', { name: 'Pubblica' }).click();
  const written = citizen.locator('article', { hasText: PHONE_NUMBER }).last();
  await written.waitFor();
  const id = await written.getAttribute('id');
  return citizen.locator(`[id="${id}"]`);
}

const wordsOf = (written: Locator): Locator => written.locator('> p').filter({ hasText: PHONE_NUMBER });

/** What has arrived stands in the queue once it is asked for. */
async function arrives(text: string): Promise<void> {
  const row = rowOf(page, text).first();
  const show = queueOf(page).getByRole('button', { name: 'Mostra', exact: true });
  await row.or(show).first().waitFor();
  // Something else may have arrived first.
  while (!(await row.isVisible())) {
    await show.click();
    await row.or(show).first().waitFor();
  }
}

for (const scene of SCENES) {
  test(`what a citizen writes on ${scene.network} arrives, is hidden, and is hidden there`, async () => {
    const author = `Gina ${scene.network}`;
    await page.goto(`/banco/${scene.body}?social=${scene.network}`);
    // The stories of the demonstration may still be on their way.
    await arrives('commento');
    const citizen = await newPage(world);
    const written = await citizenWrites(citizen, scene, author);
    assert.ok(await wordsOf(written).isVisible());

    await arrives(PHONE_NUMBER);
    await rowOf(page, PHONE_NUMBER).first().click();
    const decision = decisionOf(page);
    await decision.getByRole('radio', { name: 'Nascondi' }).check();
    const grounds = decision.getByLabel('In base a quale punto?');
    const clause = await grounds.locator('option[value^="clause:"]').first().getAttribute('value');
    await grounds.selectOption(clause);
    await decision.getByRole('textbox', { name: 'Motivazione', exact: true }).fill('Recapito di un’altra persona.');
    await decision.getByRole('button', { name: 'Conferma: Nascondi' }).click();
    await decision.getByText('confermata sul social').waitFor();

    await citizen.goto(`/${scene.network}/${scene.handle}`);
    await written.getByText(scene.hidden).waitFor();
    assert.equal(await wordsOf(written).count(), 0, 'the public does not read it');
    await citizen.getByLabel('Guarda come').selectOption(author);
    await citizen.getByRole('button', { name: 'Guarda' }).click();
    assert.ok(await wordsOf(written).isVisible(), 'who wrote it goes on reading it');
    await citizen.context().close();
  });
}

describe('the gym', () => {
  test('is reached from the head of the desk, says that all is simulated, and can be used by everybody', async () => {
    await page.goto('/banco/il-mosaico');
    await goTo(page, 'Palestra');
    await page.getByRole('heading', { level: 1, name: 'Palestra' }).waitFor();
    await page.getByText('Tutto è simulato').waitFor();
    const screens = page.getByRole('region', { name: 'Fai il cittadino' }).getByRole('listitem');
    await screens.first().waitFor();
    assert.deepEqual(
      (await screens.allInnerTexts()).map((text) => text.split(/\s/)[0]),
      ['Facebook', 'LinkedIn'],
      'the networks that this body’s policy names',
    );
    await assertAccessible(page);
  });

  test('a story that is told stands in the queue of the body', async () => {
    await page.getByRole('radio', { name: 'Tutto subito' }).check();
    await page.getByRole('button', { name: 'Racconta: Allerta meteo' }).click();
    await page.getByRole('main').getByText('«Allerta meteo» raccontata').waitFor();
    await page.getByText(/Ultima raccontata: «Allerta meteo», alle .*, da Prova Moderatrice/).waitFor();
    await page.getByRole('link', { name: 'Vai alla coda' }).click();
    await arrives('Mia madre è sola in casa');
  });

  test('begun again, the citizens’ texts are gone from the screens and the desk reads on', async () => {
    await page.goto('/banco/il-mosaico/palestra');
    await page.getByRole('button', { name: 'Ricomincia da capo' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sì, ricomincia' }).click();
    await page.getByRole('main').getByText('sono tornati all’inizio').waitFor();

    const citizen = await newPage(world);
    await citizen.goto('/facebook/IlMosaico-dimostrazione');
    assert.equal(await citizen.getByText('Mia madre è sola in casa').count(), 0);
    await page.goto('/banco/il-mosaico?social=linkedin');
    await queueOf(page).getByText('LinkedIn: letto alle').waitFor();
    await citizenWrites(citizen, { network: 'linkedin', handle: 'ilmosaico-dimostrazione' }, 'Ivo Prova');
    await arrives(PHONE_NUMBER);
  });
});

describe('what was seen where nobody reads', () => {
  const dialog = () => page.getByRole('dialog', { name: 'Aggiungi un intervento visto altrove' });

  test('is asked for field by field', async () => {
    await page.goto('/banco/comune-di-esempio');
    await queueOf(page).getByRole('button', { name: 'Aggiungi un intervento visto altrove' }).click();
    await dialog().getByLabel('Quando è stato scritto').fill('2031-01-01T10:00');
    await dialog().getByLabel('Collegamento').fill('recensioni.example');
    await dialog().getByRole('button', { name: 'Aggiungi alla coda' }).click();
    for (const problem of ['Scegli dove l’hai visto.', 'Scrivi il testo', 'È nel futuro', 'Scrivi un indirizzo intero'])
      await dialog().getByText(problem).waitFor();
    await assertAccessible(page);
  });

  test('stands in the queue, with who wrote it and where, and can be found by its network', async () => {
    const text = 'Tre ore per una carta d’identità, ma l’impiegata è stata gentilissima';
    await dialog().getByLabel('Dove l’hai visto').selectOption({ label: 'A mano: Recensioni' });
    await dialog().getByLabel('Che cos’è').selectOption('visitor-post');
    await dialog().getByLabel('Testo').fill(text);
    await dialog().getByLabel('Autore').fill('Ottone Prova');
    await dialog().getByLabel('Quando è stato scritto').fill('2026-01-15T18:30');
    await dialog().getByLabel('Collegamento').fill('https://recensioni.example/comune-di-esempio/1');
    await dialog().getByRole('button', { name: 'Aggiungi alla coda' }).click();
    const row = rowOf(page, text);
    await row.and(page.locator(':focus')).waitFor();
    const words = (await row.textContent()) ?? '';
    assert.ok(words.includes('Ottone Prova') && words.includes('Altro canale'), words);

    await queueOf(page).getByLabel('Social').selectOption({ label: 'Altro canale' });
    await row.waitFor();
    await row.click();
    await page.getByRole('heading', { level: 1, name: 'Post di un visitatore di Ottone Prova' }).waitFor();
  });
});
