// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Role } from '#governance/contract';
import { manualClock } from '#kernel';
import { launchChromium } from '../support/chromium.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { type PushService, startPushService, type TestBrowser } from '../support/push-service.ts';
import { assertAccessible } from './accessibility.ts';
import { DESKTOP, goTo, newProfile, PHONE, signInAs } from './browsing.ts';

// A person turns notices on. What a browser without a window and without internet cannot do is get an address from its maker's
// service: `subscribe` alone is put in its place, and gives an address of the service on loopback, with keys that really open
// what is sent. Permission, worker, the worker's address, what it shows and where it leads are the browser's own.

const BODY = BODIES.asl.slug;
// A Thursday, at work.
const clock = manualClock('2026-11-19T09:00:00+01:00');
const MINUTE_MILLISECONDS = 60_000;

let service: PushService;
let desk: Desk;
let browser: Browser;
before(async () => {
  service = await startPushService();
  desk = await startDesk({ clock, push: [service.origin] });
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await desk?.close();
  await service?.close();
});

const complaints: string[] = [];
async function profile(): Promise<BrowserContext> {
  const context = await newProfile(browser, desk.url);
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (/content security policy|trusted ?type|refused to/i.test(message.text())) complaints.push(message.text());
  });
  return context;
}

async function turnsOf(context: BrowserContext, role: Role = 'moderator'): Promise<Page> {
  const page = await context.newPage();
  await signInAs(page, desk.credentials(role));
  await goTo(page, 'Turni');
  await page.getByRole('heading', { level: 1, name: 'Turni e reperibilità' }).waitFor();
  return page;
}

/** The one thing that is simulated; `device` is what stands at the other end. */
async function withService(context: BrowserContext, device: TestBrowser): Promise<void> {
  await context.exposeBinding('subscribeAtService', (_source, key: string) => device.subscribe(key));
  await context.addInitScript(`
    const given = new Map();
    PushManager.prototype.subscribe = async function ({ applicationServerKey, userVisibleOnly }) {
      if (userVisibleOnly !== true) throw new DOMException('seen by nobody', 'NotAllowedError');
      const { endpoint, keys } = await subscribeAtService(applicationServerKey);
      const subscription = { endpoint, options: {}, toJSON: () => ({ endpoint, keys }), unsubscribe: async () => given.clear() };
      given.set('here', subscription);
      return subscription;
    };
    PushManager.prototype.getSubscription = async () => given.get('here') ?? null;`);
}

const sectionOf = (page: Page) => page.getByRole('region', { name: 'Avvisi sui dispositivi' });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const picture = async (page: Page, name: string) => {
  const folder = process.env.PORTAVOCE_PICTURES;
  if (folder === undefined) return;
  for (const [width, size] of Object.entries({ wide: DESKTOP, narrow: PHONE })) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `${folder}/push-${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize(DESKTOP);
};

let page: Page;
let device: TestBrowser;

test('before asking the browser, the desk says what is shown and through whose hands it passes', async () => {
  device = service.browser();
  const context = await profile();
  await context.grantPermissions(['notifications'], { origin: desk.url });
  await withService(context, device);
  await context.addInitScript(`
    const ask = Notification.requestPermission.bind(Notification);
    window.asked = 0;
    Notification.requestPermission = () => { window.asked += 1; return ask(); };`);
  page = await turnsOf(context);
  await sectionOf(page).getByText('Nessun dispositivo: per le urgenze qualcuno deve telefonarti.').waitFor();
  await picture(page, 'none');
  await assertAccessible(page);
  await button(page, 'Accendi gli avvisi su questo dispositivo…').click();
  const dialog = page.getByRole('dialog', { name: 'Avvisi su questo dispositivo' });
  await dialog.getByText('Non dice mai chi ha scritto né che cosa').waitFor();
  await dialog.getByText('ASL Roma 1, pratica n. 12').waitFor();
  await dialog.getByText(/Google, Mozilla, Apple o Microsoft/).waitFor();
  assert.equal(await page.evaluate('window.asked'), 0, 'nothing is asked of the browser yet');
  await picture(page, 'dialog');
  await assertAccessible(page);
  await dialog.getByLabel('Come chiamarlo nell’elenco').fill(' ');
  await button(page, /^Accendi$/).click();
  await dialog.getByText('Scrivi un nome, per riconoscerlo fra i tuoi dispositivi').waitFor();
  assert.equal(await page.evaluate('window.asked'), 0);
  await assertAccessible(page);
  await dialog.getByLabel('Come chiamarlo nell’elenco').fill('Telefono di turno');
  await button(page, /^Accendi$/).click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await page.evaluate('window.asked'), 1);
  const row = sectionOf(page).getByRole('listitem').filter({ hasText: 'Telefono di turno' });
  await row.getByText('questo dispositivo').waitFor();
  await row.getByText('Nessun avviso ancora: manda una prova.').waitFor();
  assert.equal(await button(page, 'Accendi gli avvisi su questo dispositivo…').count(), 0);
});

test('the worker comes from one fixed address, always fresh, and is the body’s own', async () => {
  const { headers, status } = await fetch(`${desk.url}/avvisi.js`);
  assert.deepEqual(
    [status, headers.get('cache-control'), headers.get('content-type')?.split(';')[0]],
    [200, 'no-cache', 'application/javascript'],
  );
  assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'/);
  const workers = await page.evaluate<string[][]>(
    `navigator.serviceWorker.getRegistrations().then((all) => all.map(({ scope, active }) => [scope, active.scriptURL]))`,
  );
  assert.deepEqual(workers, [[`${desk.url}/banco/${BODY}/`, `${desk.url}/avvisi.js`]]);
});

test('a trial reaches the device, and the page says what the service answered', async () => {
  await button(page, 'Manda una prova: Telefono di turno').click();
  await sectionOf(page)
    .getByText(/ha preso la prova: deve comparire entro pochi secondi/)
    .waitFor();
  assert.equal(device.shown.length, 1);
  await sectionOf(page)
    .getByText(/Ultimo avviso accettato/)
    .waitFor();
  await picture(page, 'on');
  await assertAccessible(page);
  await button(page, 'Manda una prova: Telefono di turno').click();
  await sectionOf(page).getByText('La prova precedente è appena partita').waitFor();
  await assertAccessible(page);
});

/** As the browser's own service would hand it over. */
async function deliver(data: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const scope = `${desk.url}/banco/${BODY}/`;
  const registrationId = await new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const found = registrations.find(({ scopeURL }) => scopeURL === scope);
      if (found !== undefined) resolve(found.registrationId);
    });
    void devtools.send('ServiceWorker.enable');
  });
  await devtools.send('ServiceWorker.deliverPushMessage', { origin: desk.url, registrationId, data });
  await devtools.detach();
}

const SHOWN = `navigator.serviceWorker.getRegistration('/banco/${BODY}/')
  .then((registration) => registration.getNotifications())
  .then((all) => all.map(({ title, body, tag, data }) => ({ title, body, tag, path: data.path })))`;

/** Those that stand on the screen, once that holds for them. */
const shown = (condition: string): Promise<Record<string, string>[]> =>
  page.evaluate(`new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(${JSON.stringify(`never came about: ${condition}`)})), 10_000);
    const look = async () => {
      const all = await ${SHOWN};
      if (${condition}) resolve(all);
      else requestAnimationFrame(look);
    };
    void look();
  })`);

/** What the worker opens; a hand that clicks there is none, so the event is made and what it may open is overheard. */
const clicked = (tag: string): Promise<string[]> => {
  const [worker] = page.context().serviceWorkers();
  assert.ok(worker);
  return worker.evaluate(`(async () => {
    const opened = [];
    self.clients.openWindow = async (address) => void opened.push(address);
    const [notification] = await self.registration.getNotifications({ tag: '${tag}' });
    const event = new NotificationEvent('notificationclick', { notification });
    let work;
    event.waitUntil = (given) => { work = given; };
    self.dispatchEvent(event);
    await work;
    return opened;
  })()`);
};

test('an alarm shows as one notice, the last in the place of those before, and leads to its page', async () => {
  clock.set('2026-11-19T23:00:00+01:00');
  const head = await desk.signIn('head');
  const people = ((await (await head.get('turns')).json()) as { people: { id: string; name: string }[] }).people;
  const me = people.find(({ name }) => name.startsWith('Persona moderator'))?.id;
  const rota = { people: [me], days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00', holidays: true };
  const plan = { turns: [], absences: [], onCall: [rota], repeatMinutes: 10 };
  assert.equal((await head.post('turns', { revision: 0, plan })).status, 200);
  const arrives = async (text: string) => {
    await desk.facebook.comment({ page: BODIES.asl.page.id, post: desk.posts.asl, author: 'Ira Inventata', text });
    await desk.drain();
  };
  await arrives('Domani vengo lì e vi ammazzo tutti');
  const first = device.shown.at(-1)?.text ?? assert.fail('nothing was sent');
  await deliver(first);
  const [notice] = await shown('all.length === 1');
  assert.equal(notice?.title, 'Un intervento non può aspettare');
  assert.match(notice?.body ?? '', /^ASL Roma 1, pratica n\. \d+$/);
  clock.advance(2 * MINUTE_MILLISECONDS);
  await arrives('Vi ammazzo tutti, domani vengo lì');
  await deliver(device.shown.at(-1)?.text ?? '');
  assert.equal((await shown("all.some(({ title }) => title.startsWith('2 interventi'))")).length, 1);
  // What is no notice of ours shows nothing of itself, and leads to the desk.
  await deliver('{"title":"Clicca qui","text":"x","path":"https://altrove.example","tag":"y"}');
  assert.deepEqual((await shown('all.length === 2')).map(({ path }) => path).toSorted(), ['/banco', `/banco/${BODY}`]);
  assert.deepEqual(await clicked(`${BODY}:urgenze`), [`${desk.url}/banco/${BODY}`]);
  assert.equal((await shown('all.length === 1'))[0]?.path, '/banco', 'what was clicked is no more there');
  await page.goto(notice?.path ?? '');
  await page.getByText('Nessuno l’ha ancora presa').waitFor();
  await page
    .getByRole('region', { name: 'Chi è stato avvisato' })
    .getByText(/avviso arrivato al servizio del dispositivo/)
    .waitFor();
  await picture(page, 'alarm');
  await assertAccessible(page);
});

test('where the service is not reached everybody reads that notices do not arrive', async () => {
  service.answer({ status: 503 });
  const moderator = await desk.signIn('moderator');
  const { devices } = (await (await moderator.get('push')).json()) as { devices: { id: string }[] };
  assert.equal((await moderator.post(`push/devices/${devices[0]?.id}/trial`, {})).status, 200);
  service.answer(null);
  const auditor = await turnsOf(await profile(), 'auditor');
  await sectionOf(auditor).getByText('Gli avvisi non arrivano').waitFor();
  await sectionOf(auditor)
    .getByText(/chiamate a voce/)
    .waitFor();
  assert.equal(await button(auditor, /Accendi gli avvisi/).count(), 0);
  await picture(auditor, 'silent');
  await assertAccessible(auditor);
  await auditor.context().close();
});

test('a device that is gone is told of at the next visit, until it was read', async () => {
  device.leave();
  clock.advance(2 * MINUTE_MILLISECONDS);
  const moderator = await desk.signIn('moderator');
  const { devices } = (await (await moderator.get('push')).json()) as { devices: { id: string }[] };
  await moderator.post(`push/devices/${devices[0]?.id}/trial`, {});
  await page.goto(`/banco/${BODY}`);
  await page.getByText('Su un tuo dispositivo gli avvisi delle urgenze sono finiti.').waitFor();
  await assertAccessible(page);
  await page.getByRole('link', { name: 'Guarda quale' }).click();
  await sectionOf(page).getByText('Gli avvisi su «Telefono di turno» sono finiti').waitFor();
  await picture(page, 'gone');
  await assertAccessible(page);
  await button(page, 'Ho capito').click();
  await sectionOf(page).getByText('Gli avvisi su «Telefono di turno» sono finiti').waitFor({ state: 'detached' });
});

test('turned on again and taken away, the browser lets go of it too', async () => {
  await button(page, 'Accendi gli avvisi su questo dispositivo…').click();
  assert.match(await page.getByLabel('Come chiamarlo nell’elenco').inputValue(), /^Chrome su /);
  await button(page, /^Accendi$/).click();
  await sectionOf(page).getByText('questo dispositivo', { exact: true }).waitFor();
  await button(page, /^Togli: Chrome su/).click();
  await sectionOf(page).getByText('Nessun dispositivo: per le urgenze qualcuno deve telefonarti.').waitFor();
  await button(page, 'Accendi gli avvisi su questo dispositivo…').waitFor();
  const left = await page.evaluate(
    `navigator.serviceWorker.getRegistration('/banco/${BODY}/').then(({ pushManager }) => pushManager.getSubscription())`,
  );
  assert.equal(left, null);
  assert.deepEqual(complaints, []);
});

for (const [what, lacking, words] of [
  ['knows no notices', 'delete window.PushManager', 'Questo browser non può ricevere avvisi.'],
  [
    'is on a telephone that wants the home screen',
    `delete window.PushManager; Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (iPhone; ) Safari/604.1' })`,
    'Su iPhone e iPad',
  ],
  ['was told no', `Object.defineProperty(Notification, 'permission', { value: 'denied' })`, 'sono bloccati'],
  ['is not on an encrypted address', `Object.defineProperty(window, 'isSecureContext', { value: false })`, 'https'],
] as const)
  test(`a browser that ${what} is told so, plainly`, async () => {
    const context = await profile();
    await context.addInitScript(lacking);
    const tab = await turnsOf(context);
    await sectionOf(tab).getByText(words).waitFor();
    assert.equal(await button(tab, /Accendi gli avvisi/).count(), 0);
    await assertAccessible(tab);
    await context.close();
  });
