// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { establishBody } from '#governance';
import { adopt } from '#rulebook';
import { anotherPerson } from '../support/rulebook-hand.ts';
import { assertAccessible } from './accessibility.ts';
import { type Browsing, startBrowsing } from './browsing.ts';
import { keyboardOf } from './keyboard.ts';
import { rulebookProfile } from './rulebook-desk.ts';

// A body whose policy gives no hours, closes comments and has its rules asleep.

const CALABRIA = 'regione-calabria';

let browsing: Browsing;
let head: Page;
let moderator: Page;
before(async () => {
  browsing = await startBrowsing();
  const { ports } = browsing.desk.portavoce;
  await establishBody(ports.database, ports.clock, { slug: CALABRIA, name: 'Regione Calabria' });
  const source = await readFile(join(import.meta.dirname, '../../policies', `${CALABRIA}.policy.md`), 'utf8');
  await adopt(ports, { source, file: CALABRIA, act: 'atto di prova', person: null });
  head = await pageOfPerson('Responsabile Inventata', 'head');
  moderator = await pageOfPerson('Moderatrice Inventata', 'moderator');
});
after(() => browsing.close());

/** A person of that body, in front of its rulebook. */
async function pageOfPerson(name: string, role: 'head' | 'moderator'): Promise<Page> {
  const { cookie } = await anotherPerson(browsing.desk.portavoce, CALABRIA, { name, role });
  const { context } = await rulebookProfile(browsing);
  const [key = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name: key, value, url: browsing.desk.url }]);
  const page = await context.newPage();
  await page.goto(`/banco/${CALABRIA}/policy`);
  await hoursOf(page).waitFor();
  return page;
}

const hoursOf = (page: Page) => page.getByRole('region', { name: 'Ore di moderazione scelte dall’ente' });
const sleepingOf = (page: Page) => page.getByRole('region', { name: 'In attesa di un atto' });

test('the page says for which networks the policy is silent, and what that means', async () => {
  await hoursOf(head).getByText('Facebook, Instagram, LinkedIn e YouTube').waitFor();
  await hoursOf(head).getByText('dato mancante: orario').waitFor();
  await hoursOf(moderator).getByText('Le ore le sceglie chi ha l’incarico di responsabile.').waitFor();
  assert.equal(await hoursOf(moderator).getByRole('button').count(), 0);
  await assertAccessible(head);
});

test('hours that do not hold together are not recorded', async () => {
  await hoursOf(head).getByRole('button', { name: 'Scegli le ore' }).click();
  const dialog = head.getByRole('dialog', { name: 'Scegliere le ore di moderazione?' });
  await dialog.getByRole('button', { name: 'Avanti' }).click();
  await dialog.getByText('Ogni turno deve finire dopo il suo inizio').waitFor();
  await dialog.getByText('Scrivi almeno tre caratteri.').waitFor();
  await assertAccessible(head);
  await dialog.getByLabel('Turno 1, dalle').fill('09:00');
  await dialog.getByLabel('Turno 1, alle').fill('13:00');
  await dialog.getByRole('button', { name: 'Aggiungi un turno' }).click();
  await dialog.getByLabel('Turno 2, dalle').fill('12:30');
  await dialog.getByText('i turni non si sovrappongono').waitFor();
  await dialog.getByLabel('Turno 2, dalle').fill('14:00');
  await dialog.getByText('i turni non si sovrappongono').waitFor({ state: 'detached' });
});

test('hours in two shifts under an act: asked twice, then in use, with what they mean', async () => {
  const dialog = head.getByRole('dialog', { name: 'Scegliere le ore di moderazione?' });
  await dialog.getByRole('checkbox', { name: 'venerdì' }).uncheck();
  await dialog.getByLabel('Numero dell’atto').fill('determinazione di prova n. 12');
  await dialog.getByLabel('Nota').fill('Ore in cui c’è qualcuno al banco.');
  await dialog.getByRole('button', { name: 'Avanti' }).click();
  const sure = head.getByRole('dialog', { name: 'Sei sicuro?' });
  const words = 'dal lunedì al giovedì, dalle 9:00 alle 13:00 e dalle 14:00 alle 17:00, festivi esclusi';
  await sure.getByText(words).waitFor();
  await assertAccessible(head);
  await sure.getByRole('button', { name: 'Sì, usa queste ore' }).click();
  await hoursOf(head).getByText(words).first().waitFor();
  await hoursOf(head).getByText('Le scadenze si contano in queste ore.').waitFor();
  await hoursOf(head).getByText('determinazione di prova n. 12').first().waitFor();
  await head.goto(`/policy/${CALABRIA}/orari-e-contatti`);
  await head.getByText('determinazione di prova n. 12').first().waitFor();
});

test('keys alone: the choice is taken back by a written decision, and both stay in the history', async () => {
  const keyboard = keyboardOf(head);
  await head.goto(`/banco/${CALABRIA}/policy`);
  await hoursOf(head).waitFor();
  await keyboard.tabTo(hoursOf(head).getByRole('button', { name: 'Togli la scelta' }));
  await head.keyboard.press('Enter');
  const dialog = head.getByRole('dialog', { name: 'Togliere la scelta?' });
  await dialog.waitFor();
  assert.equal(await dialog.getByRole('checkbox').count(), 0, 'no hours are asked for');
  await keyboard.focusComesTo(dialog.getByRole('radio', { name: 'Un atto numerato' }));
  await head.keyboard.press('ArrowDown');
  await keyboard.tabTo(dialog.getByLabel('Quale decisione'));
  await keyboard.type('nota di prova prot. 34');
  await keyboard.tabTo(dialog.getByLabel('Nota'));
  await keyboard.type('Non serve più.');
  await keyboard.tabTo(dialog.getByRole('button', { name: 'Avanti' }));
  await head.keyboard.press('Enter');
  await keyboard.tabTo(head.getByRole('button', { name: 'Sì, togli la scelta' }));
  await head.keyboard.press('Enter');
  await hoursOf(head).getByText('dato mancante: orario').waitFor();
  await hoursOf(head).getByText('Scelte registrate (2)').click();
  const history = hoursOf(head).locator('.hours-history li');
  assert.match((await history.nth(0).textContent()) ?? '', /scelta tolta.*decisione scritta.*prot\. 34/s);
  assert.match((await history.nth(1).textContent()) ?? '', /dal lunedì al giovedì.*atto.*n\. 12/s);
  await assertAccessible(head);
});

test('the many clauses that wait for one act are told together, and one act wakes them', async () => {
  const rows = sleepingOf(head).locator('.sleeping > li');
  assert.equal(await rows.count(), 2);
  await rows.nth(0).getByText('Tiene chiusi i commenti.').waitFor();
  const many = rows.nth(1);
  await many.getByText('Attendono: provvedimento integrativo.').waitFor();
  await many.locator('summary').click();
  const members = await many.locator('details li').count();
  assert.ok(members > 20, `${members}`);
  await assertAccessible(head);
  await many.getByRole('button', { name: /^Registra l’atto/ }).click();
  const dialog = head.getByRole('dialog', { name: 'Registrare l’atto?' });
  await dialog.getByRole('checkbox', { name: /CAL-086/, checked: true }).waitFor();
  await dialog.getByRole('checkbox', { name: /CAL-021/, checked: false }).waitFor();
  assert.equal(await dialog.getByRole('checkbox', { checked: true }).count(), members);
  await dialog.getByLabel('Numero dell’atto').fill('provvedimento di prova n. 5');
  await dialog.getByLabel('Nota').fill('Valgono le regole sui commenti.');
  await dialog.getByRole('button', { name: 'Avanti' }).click();
  const sure = head.getByRole('dialog', { name: 'Sei sicuro?' });
  await sure.getByText(`Da subito ${members} punti valgono`).waitFor();
  await sure.getByText('I commenti restano chiusi dove li chiude CAL-021').waitFor();
  await sure.getByRole('button', { name: 'Sì, fai valere i punti' }).click();
  await rows.nth(1).getByText('Valgono per provvedimento di prova n. 5').waitFor();
  assert.equal(
    await rows
      .nth(1)
      .getByRole('button', { name: /^Registra la fine/ })
      .count(),
    members,
  );
});
