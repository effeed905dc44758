// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { type Browsing, decisionOf, headingOf, queueOf, rowOf, startBrowsing } from './browsing.ts';
import { focusOf, type Keyboard, keyboardOf } from './keyboard.ts';

const PERSONAL_DATA = 'clause:RM1-128';
const PHONE_OF = 'Chiamate la signora Inventati al 347 1234567, risponde lei';
const MAIL_OF = 'Scrivete a gina.inventata@example.org che vi spiega tutto lei';

let browsing: Browsing;
before(async () => {
  browsing = await startBrowsing();
});
after(() => browsing.close());

const facebook = (id: string) => browsing.desk.facebook.written(id);

/** Signs in with the keys alone. */
async function signIn(page: Page, keys: Keyboard): Promise<void> {
  const { email, password } = browsing.desk.credentials('moderator');
  await page.goto('/accedi');
  await page.getByLabel('E-mail').waitFor();
  await keys.tabTo(page.getByLabel('E-mail'));
  await keys.type(email);
  await keys.tabTo(page.getByLabel('Password', { exact: true }));
  await keys.type(password);
  await page.keyboard.press('Enter');
  await queueOf(page).waitFor();
}

const personMenu = (page: Page) => page.locator('summary').filter({ hasText: 'Persona moderator' });
const shortcutsSwitch = (page: Page) => page.getByRole('switch', { name: 'Scorciatoie da tastiera' });

async function toggleShortcuts(page: Page, keys: Keyboard): Promise<void> {
  await keys.tabTo(personMenu(page), 'back');
  await keys.press('Enter');
  await keys.tabTo(shortcutsSwitch(page));
  await keys.press('Space', 'Escape');
  await keys.focusComesTo(personMenu(page));
}

describe('with shortcuts off: Tab, Enter, Space and the arrows', () => {
  let context: BrowserContext;
  let page: Page;
  let keys: Keyboard;
  const ids = { hide: '', remove: '' };
  before(async () => {
    ids.hide = await browsing.arrives('Prima Inventata', PHONE_OF);
    ids.remove = await browsing.arrives('Secondo Inventato', MAIL_OF);
    context = await browsing.profile();
    page = await context.newPage();
    keys = keyboardOf(page);
  });
  after(() => context.close());

  test('signing in leads to the queue', async () => {
    await signIn(page, keys);
    assert.notEqual((await focusOf(page)).on, null, 'the focus follows to the queue');
  });

  test('the switch turns the shortcuts off, and it stays so', async () => {
    await page.reload();
    await queueOf(page).waitFor();
    await toggleShortcuts(page, keys);
    await page.reload();
    await rowOf(page, 'Prima Inventata').waitFor();
    await keys.tabTo(personMenu(page), 'back');
    await keys.press('Enter');
    assert.equal(await shortcutsSwitch(page).isChecked(), false);
    await keys.press('Escape');
  });

  test('a case opens, and the letters do nothing', async () => {
    await keys.tabTo(rowOf(page, 'Prima Inventata'));
    await keys.press('Enter');
    await keys.focusComesTo(headingOf(page, 'Prima Inventata'));
    await keys.press('n', 'j', '?', 'Control+Enter');
    assert.equal(await decisionOf(page).getByRole('radio', { checked: true }).count(), 0);
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.ok(await headingOf(page, 'Prima Inventata').isVisible());
    assert.equal(await page.locator('[aria-keyshortcuts]').count(), 0);
  });

  test('it is hidden under a clause; the focus goes to the next case', async () => {
    const decision = decisionOf(page);
    await keys.tabTo(decision.getByRole('radio'));
    while (!(await decision.getByRole('radio', { name: 'Nascondi' }).isChecked())) await keys.press('ArrowDown');
    await keys.tabTo(decision.getByLabel('In base a quale punto?'));
    await keys.choose(PERSONAL_DATA);
    await keys.tabTo(decision.getByRole('button', { name: 'Conferma: Nascondi' }));
    await page.keyboard.press('Enter');
    await keys.focusComesTo(headingOf(page, 'Secondo Inventato'));
    await decision.getByText('confermata sul social').waitFor();
    assert.equal((await facebook(ids.hide)).hidden, true);
  });

  test('what cannot be taken back is asked twice, and the way out gives the focus back', async () => {
    const decision = decisionOf(page);
    const confirm = decision.getByRole('button', { name: 'Conferma: Rimuovi' });
    await keys.tabTo(decision.getByRole('radio'));
    while (!(await decision.getByRole('radio', { name: 'Rimuovi' }).isChecked())) await keys.press('ArrowDown');
    await keys.tabTo(decision.getByLabel('In base a quale punto?'));
    await keys.choose(PERSONAL_DATA);
    await keys.tabTo(confirm);
    await keys.press('Enter');
    await page.getByRole('dialog').waitFor();
    await keys.press('Escape');
    await keys.focusComesTo(confirm);
    assert.equal((await facebook(ids.remove)).deleted, false);

    await keys.press('Enter');
    await keys.tabTo(page.getByRole('dialog').getByRole('button', { name: 'Sì, rimuovi' }));
    await page.keyboard.press('Enter');
    await keys.focusComesTo(decision.getByRole('heading', { name: 'Decisione', exact: true }));
    await decision.getByText('confermata sul social').waitFor();
    assert.equal((await facebook(ids.remove)).deleted, true);
  });

  test('a decision is undone, and the focus is not lost', async () => {
    const decision = decisionOf(page);
    await keys.tabTo(queueOf(page).getByRole('link', { name: /^Decise/ }), 'back');
    await keys.press('Enter');
    await rowOf(page, 'Prima Inventata').waitFor();
    await keys.tabTo(rowOf(page, 'Prima Inventata'));
    await keys.press('Enter');
    await keys.focusComesTo(headingOf(page, 'Prima Inventata'));
    await keys.tabTo(decision.getByRole('button', { name: 'Annulla la decisione' }));
    await keys.press('Enter');
    const dialog = page.getByRole('dialog');
    const reasons = dialog.getByLabel('Perché la annulli');
    await dialog.waitFor();
    if (!(await reasons.and(page.locator(':focus')).count())) await keys.tabTo(reasons);
    await keys.type('È un recapito pubblico.');
    await keys.tabTo(dialog.getByRole('button', { name: 'Annulla la decisione' }));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await decision.getByText('Una decisione annullata').waitFor();
    assert.notEqual((await focusOf(page)).on, null, 'the focus stays on the page');
    await browsing.desk.drain();
    assert.equal((await facebook(ids.hide)).hidden, false);
  });
});

describe('with shortcuts on', () => {
  let context: BrowserContext;
  let page: Page;
  let keys: Keyboard;
  const ids = { hide: '', remove: '', reply: '' };
  before(async () => {
    ids.hide = await browsing.arrives('Anna Finta', PHONE_OF);
    ids.remove = await browsing.arrives('Bruno Finto', MAIL_OF);
    ids.reply = await browsing.arrives('Carla Finta', 'A che ora apre lo sportello il lunedì?');
    context = await browsing.profile();
    page = await context.newPage();
    keys = keyboardOf(page);
    await signIn(page, keys);
    await page.reload();
    await rowOf(page, 'Anna Finta').waitFor();
  });
  after(() => context.close());

  /** Opens a case from the queue, unless deciding the one before has already led to it. */
  const takeUp = async (author: string) => {
    if (await headingOf(page, author).isVisible()) return;
    await keys.tabTo(rowOf(page, author), 'back');
    await keys.press('Enter');
    await keys.focusComesTo(headingOf(page, author));
  };

  test('«?» lists the keys; Esc closes the list and gives the focus back', async () => {
    await keys.tabTo(rowOf(page, 'Anna Finta'));
    await keys.press('Enter');
    await keys.focusComesTo(headingOf(page, 'Anna Finta'));
    await keys.press('?');
    await page.getByRole('dialog', { name: 'Scorciatoie da tastiera' }).waitFor();
    await keys.press('n', 'Escape');
    await keys.focusComesTo(headingOf(page, 'Anna Finta'));
    assert.equal(
      await decisionOf(page).getByRole('radio', { checked: true }).count(),
      0,
      'no key acts behind the list',
    );
  });

  test('J and K walk the queue', async () => {
    const order = await queueOf(page).getByRole('listitem').locator('strong').allInnerTexts();
    const at = order.indexOf('Anna Finta');
    const [walk, back, neighbour] = at + 1 < order.length ? ['j', 'k', order[at + 1]] : ['k', 'j', order[at - 1]];
    await keys.press(walk);
    await keys.focusComesTo(headingOf(page, neighbour ?? ''));
    await keys.press(back);
    await keys.focusComesTo(headingOf(page, 'Anna Finta'));
  });

  test('N chooses and goes to the ground, Ctrl+Enter confirms', async () => {
    const ground = decisionOf(page).getByLabel('In base a quale punto?');
    await keys.press('n');
    await keys.focusComesTo(ground);
    await keys.press('Control+Enter');
    await decisionOf(page).getByText('Scegli il punto della policy su cui si fonda la decisione.').waitFor();
    await keys.focusComesTo(ground);
    assert.equal((await facebook(ids.hide)).hidden, false, 'no key hides without a clause');
    await keys.choose(PERSONAL_DATA);
    await page.keyboard.press('Control+Enter');
    await decisionOf(page).getByText('confermata sul social').waitFor();
    assert.equal((await facebook(ids.hide)).hidden, true);
    assert.notEqual((await focusOf(page)).on, null);
  });

  test('R goes to the reply, where letters are letters; Ctrl+Enter sends it from there', async () => {
    await takeUp('Carla Finta');
    await keys.press('r');
    const reply = decisionOf(page).getByLabel('Risposta pubblica');
    await keys.focusComesTo(reply);
    const words = 'Apre alle 8, anche per le persone con prenotazione.';
    await keys.type(words);
    assert.equal(await reply.inputValue(), words);
    assert.ok(await decisionOf(page).getByRole('radio', { name: 'Rispondi' }).isChecked());
    await page.keyboard.press('Control+Enter');
    await page.getByText('«Rispondi» registrata').first().waitFor();
    await browsing.desk.drain();
    const answers = (await browsing.desk.facebook.allWritten()).filter(({ parent }) => parent === ids.reply);
    assert.deepEqual(
      answers.map(({ text }) => text),
      [words],
    );
  });

  test('X and Ctrl+Enter only ask; a second yes removes', async () => {
    await takeUp('Bruno Finto');
    await keys.press('x');
    await keys.focusComesTo(decisionOf(page).getByLabel('In base a quale punto?'));
    await keys.choose(PERSONAL_DATA);
    await keys.press('Control+Enter');
    const yes = page.getByRole('dialog').getByRole('button', { name: 'Sì, rimuovi' });
    await yes.waitFor();
    assert.equal((await facebook(ids.remove)).deleted, false);
    await keys.tabTo(yes);
    await page.keyboard.press('Enter');
    await page.getByText('«Rimuovi» registrata').first().waitFor();
    await browsing.desk.drain();
    assert.equal((await facebook(ids.remove)).deleted, true);
  });
});
