// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { credentialsOf } from '../support/body.ts';
import { launchChromium } from '../support/chromium.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import { decisionOf, newProfile, queueOf } from './browsing.ts';

// Somebody new to the desk clears twenty items with the keyboard alone. They know what each item deserves, and of the keys only
// what the screen says: the list under «?», the key written on a control, and Tab, arrows and Enter as everywhere else.

const BODY = 'asst-crema';
const AT_MOST = 1.5;

type Wanted = 'leave' | 'hide' | 'hide-and-warn' | 'remove' | 'reply' | 'reply-filled-in' | 'route';

/** The policy's own words for what was noticed, and a text of the desk's. */
const FROM_POLICY = 'L’URP per tutto il resto';
const TEMPLATE = 'Orari e contatti';
/** The place of the template that only a person can fill in, and what they write there. */
const PLACE = '{argomento}';
const TYPED = 'prelievi';
const REASONS = 'Insulta chi lavora.';

const ITEMS: readonly (readonly [Wanted, string])[] = [
  ['leave', 'Il parcheggio è troppo piccolo, si aspetta mezz’ora'],
  ['leave', 'Ottima iniziativa quella dello screening'],
  ['leave', 'Non sono d’accordo con i nuovi orari, li trovo scomodi'],
  ['leave', 'Il nuovo ingresso è scomodo per chi arriva in treno'],
  ['leave', 'Bravi, le sale d’attesa sono finalmente pulite'],
  ['hide', 'Branco di idioti, andate a casa'],
  ['hide', 'Scrivete a caia.semproni@posta.example, è la caposala'],
  ['hide', 'Chiamate la signora Inventati al 347 1234567, risponde lei'],
  ['hide', 'Dirigenti imbecilli e basta'],
  ['hide-and-warn', 'Siete dei cialtroni incapaci'],
  ['remove', 'Guadagna 500 euro al giorno da casa! Clicca qui: https://soldi-facili.example'],
  ['remove', 'Hai vinto un buono! Ritira il tuo premio e clicca sul link'],
  ['remove', 'Trading automatico, rendita passiva garantita: contattami'],
  ['reply', 'Mio padre attende la protesi da maggio, abbiamo chiamato il CUP tre volte'],
  ['reply', 'La mia pratica di esenzione è ferma da tre mesi, chi se ne occupa?'],
  ['reply-filled-in', 'Buongiorno, a che ora apre il punto prelievi?'],
  ['reply-filled-in', 'Come posso disdire un appuntamento?'],
  ['route', 'Ho presentato la domanda di esenzione, la mia pratica dov’è finita?'],
  ['route', 'Io aspetto da sei mesi la mammografia, la mia prenotazione risulta o no?'],
  ['route', 'Scrivetemi a pinca.pallina@posta.example quando c’è posto'],
];

/**
 * The fewest possible, from the table of shortcuts and not from any run: nothing can be chosen without its letter nor sent
 * without Ctrl + Invio; a clause is one arrow away at best; what is for good asks a second yes, which is never where the focus is;
 * a template is one step from the answer at best; a warning starts on the decided case, so one step back and one forward again,
 * and in its window the reasons are one step away at best, and the yes two steps after them.
 */
const FEWEST: Readonly<Record<Wanted, number>> = {
  leave: ['P', 'Ctrl+Invio'].length,
  hide: ['N', '↓', 'Ctrl+Invio'].length,
  remove: ['X', '↓', 'Ctrl+Invio', 'Tab', 'Invio'].length,
  reply: ['R', 'Tab', 'Invio', 'Ctrl+Invio'].length,
  'reply-filled-in': ['R', 'Tab', 'Invio', ...TYPED, 'Ctrl+Invio'].length,
  route: ['I', 'Ctrl+Invio'].length,
  'hide-and-warn': ['N', '↓', 'Ctrl+Invio', 'K', 'V', 'Tab', ...REASONS, 'Tab', 'Tab', 'Invio', 'J'].length,
};
/** Opens the first case; the others come by themselves. */
const TO_BEGIN = ['J'].length;

let desk: NetworksDesk;
let browser: Browser;
let page: Page;
before(async () => {
  desk = await startNetworksDesk([BODY]);
  await prepare();
  browser = await launchChromium();
  const context = await newProfile(browser, desk.portavoce.url);
  page = await context.newPage();
  await signIn();
});
after(async () => {
  await browser?.close();
  await desk?.close();
});

async function prepare(): Promise<void> {
  const head = await desk.signIn('head');
  const made = async (answer: Promise<Response>) =>
    assert.equal((await answer).status, 200, await (await answer).text());
  const template = { title: TEMPLATE, text: `Buongiorno, trova tutto nel sito dell’azienda, alla voce ${PLACE}.` };
  await made(
    head.post('reply-templates', {
      ...template,
      clauses: ['CRE-021', 'CRE-022', 'CRE-023', 'CRE-026'],
      categories: ['question'],
    }),
  );
  const { templates } = (await (await head.get('reply-library')).json()) as { templates: { id: string }[] };
  await made(head.post(`reply-templates/${templates[0]?.id}/approve`, { version: 1 }));
  const office = { name: 'URP', kind: 'urp', email: null, opening: null, substitutes: [], alsoNamed: [] };
  await made(head.post('offices', office));
  const presence = desk.towns[0].presences.find(({ network }) => network === 'facebook');
  assert.ok(presence);
  for (const [nth, [, text]] of ITEMS.entries()) await presence.writes({ text, author: `Persona ${nth}` });
  desk.clock.advance(60_000);
  await presence.poll();
  await desk.drain();
  assert.equal((await head.queue('?limit=100')).items.length, ITEMS.length);
}

/** Before the count begins. */
async function signIn(): Promise<void> {
  const { email, password } = credentialsOf(BODY, 'moderator');
  await page.goto('/accedi');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Accedi' }).click();
  await queueOf(page)
    .locator('.queue-row')
    .nth(ITEMS.length - 1)
    .waitFor();
}

let keys = 0;
async function press(key: string): Promise<void> {
  keys += 1;
  await page.keyboard.press(key);
}
async function type(text: string): Promise<void> {
  keys += text.length;
  await page.keyboard.type(text);
}

const focused = (target: Locator) => target.and(page.locator(':focus'));
const hasFocus = async (target: Locator): Promise<boolean> => (await focused(target).count()) > 0;
const isWriting = () =>
  page.evaluate<boolean>(
    "document.activeElement.matches('textarea, select, input:not([type=radio], [type=checkbox])')",
  );

/** The key that a control says it has, as the keyboard has it; undefined where it says none. */
async function keyOf(control: Locator): Promise<string | undefined> {
  const said = await control.getAttribute('aria-keyshortcuts');
  if (said === null) return undefined;
  // Whoever sees finds the same key written on the control, or in the list under «?».
  assert.ok((await control.evaluate(shownKey)) || listed.has(said.toUpperCase()), `${said} is shown nowhere`);
  return said;
}
const shownKey = (element: { closest(name: string): { querySelector(name: string): unknown } | null }): boolean =>
  element.closest('label, a, button')?.querySelector('.key-hint') !== null;

const listed = new Set<string>();
/** What somebody new does first. */
async function readTheKeys(): Promise<void> {
  await press('?');
  const list = page.getByRole('dialog', { name: 'Scorciatoie da tastiera' });
  await list.waitFor();
  for (const key of await list.locator('kbd').allInnerTexts()) listed.add(key.toUpperCase());
  await press('Escape');
  await list.waitFor({ state: 'detached' });
}

/** Acts on a control: by the key written on it where that works, else by walking to it. */
async function actOn(control: Locator): Promise<void> {
  await control.waitFor();
  const key = await keyOf(control);
  if (key !== undefined && (key.includes('+') || !(await isWriting()))) return press(key);
  await walkTo(control);
  await press('Enter');
}

async function walkTo(control: Locator): Promise<void> {
  for (let stop = 0; stop < 40; stop += 1) {
    if (await hasFocus(control)) return;
    await press('Tab');
  }
  assert.fail(`no way to ${control}`);
}

const heading = () => page.locator('#intervento');
const inHand = async (): Promise<string> => (await heading().textContent()) ?? '';
const decision = (name: RegExp) => decisionOf(page).getByRole('radio', { name });
const confirm = () => decisionOf(page).getByRole('button', { name: /^Conferma: / });
const DECISIONS: Readonly<Record<Wanted, RegExp>> = {
  leave: /^Lascia pubblico/,
  hide: /^Nascondi/,
  'hide-and-warn': /^Nascondi/,
  remove: /^Rimuovi/,
  reply: /^Rispondi/,
  'reply-filled-in': /^Rispondi/,
  route: /^Inoltra/,
};

async function choose(wanted: Wanted): Promise<void> {
  await actOn(decision(DECISIONS[wanted]));
  await decisionOf(page).getByRole('radio', { name: DECISIONS[wanted], checked: true }).waitFor();
}

/** The first of the clauses that are proposed. */
async function takeClause(): Promise<void> {
  const ground = decisionOf(page).getByLabel('In base a quale punto?');
  await focused(ground).waitFor();
  await press('ArrowDown');
  assert.match(await ground.inputValue(), /^clause:/);
}

const answer = () => page.getByLabel('Risposta pubblica');

/** A text kept ready goes into the answer, and the person with it. */
async function insert(template: string): Promise<void> {
  await focused(answer()).waitFor();
  await actOn(page.getByRole('button', { name: `Inserisci il modello «${template}»` }));
  await focused(answer()).waitFor();
  assert.notEqual(await answer().inputValue(), '');
}

const WAYS: Readonly<Record<Wanted, () => Promise<void>>> = {
  leave: async () => {},
  hide: takeClause,
  'hide-and-warn': takeClause,
  remove: takeClause,
  reply: () => insert(FROM_POLICY),
  'reply-filled-in': async () => {
    await insert(TEMPLATE);
    await type(TYPED);
    assert.match(await answer().inputValue(), new RegExp(`alla voce ${TYPED}\\.$`));
    await page.getByText('Nessun rilievo sul testo scritto fin qui.').waitFor();
  },
  route: async () => {
    await page.locator('#ufficio option:checked', { hasText: 'URP' }).waitFor({ state: 'attached' });
  },
};

/** One case from its first key to the next case, or to the end. */
async function settle(wanted: Wanted, last: boolean): Promise<void> {
  const before = await inHand();
  await choose(wanted);
  await WAYS[wanted]();
  await actOn(confirm());
  if (wanted === 'remove') await actOn(page.getByRole('dialog').getByRole('button', { name: 'Sì, rimuovi' }));
  if (last) await page.getByText('Era l’ultima').waitFor();
  else await page.locator('#intervento', { hasNotText: new RegExp(`${before}$`) }).waitFor();
  if (wanted !== 'hide-and-warn') return;
  assert.equal(last, false);
  const next = await inHand();
  await actOn(page.getByRole('link', { name: 'Pratica precedente' }));
  await page.getByRole('heading', { level: 1, name: before, exact: true }).waitFor();
  await actOn(page.getByRole('button', { name: 'Avvisa l’autore…' }));
  const dialog = page.getByRole('dialog');
  await walkTo(dialog.getByLabel('Perché, per gli atti dell’ente'));
  await type(REASONS);
  await actOn(dialog.getByRole('button', { name: 'Invia l’avviso' }));
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Misure prese su questa pratica').waitFor();
  await actOn(page.getByRole('link', { name: 'Pratica successiva' }));
  await page.getByRole('heading', { level: 1, name: next, exact: true }).waitFor();
}

test('twenty items, keys counted: at most once and a half the fewest possible', async () => {
  const wantedOf = new Map(ITEMS.map(([wanted], nth) => [`Commento di Persona ${nth}`, wanted]));
  const spent: Partial<Record<Wanted, number>> = {};
  await readTheKeys();
  await actOn(page.getByRole('link', { name: 'Apri il primo della coda' }));
  await heading().waitFor();
  for (let nth = 1; nth <= ITEMS.length; nth += 1) {
    const name = await inHand();
    const wanted = wantedOf.get(name);
    assert.ok(wanted, `${name} comes once`);
    wantedOf.delete(name);
    const at = keys;
    await settle(wanted, nth === ITEMS.length);
    spent[wanted] = (spent[wanted] ?? 0) + keys - at;
  }
  assert.equal(wantedOf.size, 0);
  await desk.drain();
  await assertDone();
  const fewest = TO_BEGIN + ITEMS.reduce((sum, [wanted]) => sum + FEWEST[wanted], 0);
  for (const kind of Object.keys(FEWEST) as Wanted[]) {
    const number = ITEMS.filter(([wanted]) => wanted === kind).length;
    console.log(`${kind}: ${number} items, ${spent[kind]} keys, fewest possible ${number * FEWEST[kind]}`);
  }
  console.log(`keys: ${keys}; fewest possible: ${fewest}; ${(keys / fewest).toFixed(2)} times (at most ${AT_MOST})`);
  assert.ok(keys <= AT_MOST * fewest, `${keys} keys for ${fewest}`);
});

const TAKEN: Readonly<Record<Wanted, string>> = {
  leave: 'publish',
  hide: 'hide',
  'hide-and-warn': 'hide',
  remove: 'remove',
  reply: 'reply',
  'reply-filled-in': 'reply',
  route: 'route',
};

/** Each item got what it deserved, and nothing is left. */
async function assertDone(): Promise<void> {
  const moderator = await desk.signIn('moderator');
  assert.equal((await moderator.queue()).counters.open, 0);
  const decided = (await moderator.queue('?state=decided&limit=100')).items;
  const found = new Map(decided.map(({ excerpt, decision }) => [excerpt, decision]));
  for (const [wanted, text] of ITEMS) assert.equal(found.get(text), TAKEN[wanted], text);
  const warned = decided.find(({ excerpt }) => excerpt === ITEMS.find(([wanted]) => wanted === 'hide-and-warn')?.[1]);
  const ladder = await (await moderator.get(`cases/${warned?.id}/ladder`)).text();
  assert.match(ladder, /"warn"/);
}
