// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { type Browsing, decisionOf, goTo, openCase, queueOf, rowOf, signInAs, startBrowsing } from './browsing.ts';

const AUTHOR = 'Dino Inventato';

interface Answer {
  readonly path: string;
  readonly policy: string | undefined;
}

/** What a browser was asked to do, overheard from the first request on. */
interface Overheard {
  readonly requests: string[];
  readonly answers: Answer[];
  /** Breaches of the content security policy, and errors of the page's own. */
  readonly complaints: string[];
}

async function overhear(context: BrowserContext): Promise<Overheard> {
  const overheard: Overheard = { requests: [], answers: [], complaints: [] };
  const { requests, answers, complaints } = overheard;
  context.on('request', (request) => requests.push(request.url()));
  context.on('response', (response) =>
    answers.push({ path: new URL(response.url()).pathname, policy: response.headers()['content-security-policy'] }),
  );
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (/content security policy|trusted ?type|refused to/i.test(message.text())) complaints.push(message.text());
  });
  context.on('page', (page) => page.on('websocket', (socket) => requests.push(socket.url())));
  await context.exposeBinding('breach', (_source, breach: string) => void complaints.push(breach));
  await context.addInitScript(
    `addEventListener('securitypolicyviolation', (event) => breach(event.violatedDirective + ' ' + event.blockedURI))`,
  );
  return overheard;
}

let browsing: Browsing;
let page: Page;
let overheard: Overheard;
before(async () => {
  browsing = await startBrowsing();
  await browsing.arrives(AUTHOR, 'Chiamate la signora Inventati al 347 1234567, risponde lei');
  const context = await browsing.profile();
  overheard = await overhear(context);
  page = await context.newPage();
});
after(() => browsing.close());

/** Everything that there is to see, and a decision taken. */
async function wholeStory(): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'ASL Roma 1' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await signInAs(page, browsing.desk.credentials('moderator'));
  await openCase(page, AUTHOR);
  const decision = decisionOf(page);
  await decision.getByRole('radio', { name: 'Nascondi' }).check();
  await decision.getByLabel('In base a quale punto?').selectOption({ value: 'clause:RM1-128' });
  await decision.getByRole('button', { name: 'Conferma: Nascondi' }).click();
  await decision.getByText('confermata sul social').waitFor();
  await decision.getByRole('button', { name: 'Annulla la decisione' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lascia stare' }).click();
  await browsing.arrives('Elsa Inventata', 'A che ora apre lo sportello?');
  await queueOf(page).getByRole('button', { name: 'Mostra' }).click();
  await rowOf(page, 'Elsa Inventata').waitFor();
  await goTo(page, 'Registro');
  await page.getByRole('button', { name: 'Verifica l’integrità' }).click();
  await page.getByText('Il registro è integro').waitFor();
  await page.locator('summary').filter({ hasText: 'Persona moderator' }).click();
  await page.getByRole('button', { name: 'Esci' }).click();
  await page.getByLabel('E-mail').waitFor();
}

test('over the whole story nothing is asked of another host', async () => {
  await wholeStory();
  const { host } = new URL(browsing.desk.url);
  assert.ok(overheard.requests.length > 20, `${overheard.requests.length} requests`);
  const abroad = overheard.requests.filter((url) => !url.startsWith('data:') && new URL(url).host !== host);
  assert.deepEqual(abroad, []);
});

test('nothing breaks the content security policy, and no error is left uncaught', () => {
  assert.deepEqual(overheard.complaints, []);
});

/** Where triage runs in the page: WebAssembly of our own may, and nothing else of what is unsafe. */
const DESK = /^\/(?:(?:accedi|benvenuto|banco|assets)(?:\/|$)|[\w-]+\.\w+$)/;

test('every answer carries the policy, which starts from nothing and has no unsafe exception', () => {
  const kinds = ['/', '/accedi', '/policy/asl-roma-1', '/api/session', '/api/bodies/asl-roma-1/cases'];
  for (const path of kinds) {
    assert.ok(
      overheard.answers.some((answer) => answer.path === path),
      `${path} was answered`,
    );
  }
  const lax = overheard.answers.filter(
    ({ path, policy }) =>
      policy === undefined ||
      !policy.startsWith("default-src 'none'") ||
      !policy.includes("frame-ancestors 'none'") ||
      /unsafe-|\*|https?:/.test(DESK.test(path) ? policy.replace(" 'wasm-unsafe-eval'", '') : policy),
  );
  assert.deepEqual(lax, []);
});

test('a breach and a request abroad would have been noticed', async () => {
  const context = await browsing.profile();
  const { complaints, requests } = await overhear(context);
  const tab = await context.newPage();
  await tab.goto('/');
  const heard = tab.waitForEvent('console');
  await tab.evaluate(`document.body.append(Object.assign(new Image(), { src: 'http://localhost:9/altrove.png' }))`);
  await heard;
  await tab.evaluate(`fetch('/status')`);
  assert.ok(
    complaints.some((complaint) => complaint.startsWith('img-src')),
    `heard: ${complaints}`,
  );
  assert.ok(requests.includes(`${browsing.desk.url}/status`));
  await context.close();
});

test('the public policy is read without JavaScript', async () => {
  const context = await browsing.profile({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto('/');
  await tab.getByRole('link', { name: 'ASL Roma 1' }).click();
  await tab.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await tab.locator('script').count(), 0);
  assert.ok((await tab.getByRole('heading', { level: 2 }).count()) > 3, 'sections');
  const { policy } = await (await browsing.desk.signIn('moderator')).case(await anyCase());
  await tab.getByText(`${policy.version}, in vigore dal`).waitFor();
  await tab.getByRole('navigation', { name: 'Indice' }).getByRole('link').last().click();
  assert.match(new URL(tab.url()).hash, /^#sezione-\d+$/);
  const clause = tab.locator('article[id="RM1-128"]');
  assert.ok(((await clause.textContent()) ?? '').length > 60, 'the clause has its words');
  assert.notEqual(
    await tab.locator('h1').evaluate((title) => title.ownerDocument.styleSheets.length),
    0,
    'it is dressed',
  );
  await context.close();
});

const anyCase = async (): Promise<string> =>
  (await (await browsing.desk.signIn('moderator')).queue('?state=decided')).items[0]?.id ?? '';
