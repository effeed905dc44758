// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { DraftChecks } from '#rulebook/contract';
import { assertAccessible } from './accessibility.ts';
import { type Browsing, startBrowsing } from './browsing.ts';
import { BODY, caretAfter, draftOn, newDraft, pageOf, savedOn } from './rulebook-desk.ts';

// What the language's page promises under «In five minutes»: a new category with two examples, and other hours, by its
// words alone. Once in the form, once in the text.

const EXAMPLES = ['Inoltra a tutti prima che lo cancellino', 'Ho inoltrato la domanda a tutti gli uffici'] as const;

let browsing: Browsing;
let page: Page;
before(async () => {
  browsing = await startBrowsing();
  ({ page } = await pageOf(browsing, 'moderator'));
});
after(() => browsing.close());

const form = () => page.locator('.clause-form');
const block = (name: string): Locator => form().getByRole('region', { name, exact: true });

async function addBlock(name: string): Promise<Locator> {
  await form().getByLabel('Quale blocco').selectOption(name);
  await form().getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await block(name).waitFor();
  return block(name);
}

/** The draft as it is saved has no mistake, and what was said of the new clause comes true. */
async function assertStands(id: string, clause: string): Promise<string> {
  await savedOn(page).waitFor();
  const { source } = await draftOn(page, id);
  const answer = await page.request.get(`/api/bodies/${BODY}/rulebook/drafts/${id}/checks`);
  const { complaints, examples } = DraftChecks.parse(await answer.json());
  assert.deepEqual(complaints, []);
  assert.ok(examples !== null);
  assert.deepEqual(
    examples.remarks.filter((remark) => remark.clause === clause || EXAMPLES.some((text) => text === remark.example)),
    [],
  );
  return source;
}

test('in the form, without writing a line of the language', async () => {
  const id = await newDraft(page, 'Cinque minuti, con il modulo');
  await page.getByRole('radio', { name: 'Modulo' }).check({ force: true });
  await page.getByLabel('Vai al punto').selectOption('RM1-128');
  await form().getByRole('button', { name: 'Aggiungi un punto dopo questo' }).click();
  const heading = form().getByRole('heading', { name: /^Punto RM1-/ });
  await heading.and(page.locator(':focus')).waitFor();
  const clause = ((await heading.textContent()) ?? '').replace('Punto ', '');
  assert.notEqual(clause, 'RM1-128');
  await form().getByLabel('Titolo').fill('Catene da inoltrare');
  await form().getByLabel('Testo per i cittadini').fill('Le catene da inoltrare a tutti possono essere tolte.');

  const category = await addBlock('categoria');
  await category.getByLabel(/^Nome/).fill('catene');
  await category.getByLabel(/^Etichetta/).fill('Catene da inoltrare');
  await category.getByLabel(/^Gravità/).selectOption('bassa');
  await category.locator('.other-keys > summary').click();
  await category.getByLabel(/^Parole/).fill('inoltra a tutti\nmanda a # contatti');
  const rule = await addBlock('regola');
  await rule.getByLabel(/^Modalità/).selectOption('può essere rimosso');
  await rule.locator('.categories > summary').click();
  await rule.getByRole('checkbox', { name: 'Catene da inoltrare' }).check();
  const examples = await addBlock('esempi');
  const [taken, left] = EXAMPLES;
  await examples.getByLabel('Che cosa deve succedere').first().selectOption('può essere rimosso');
  await examples.getByLabel('Il testo di prova').first().fill(taken);
  await examples.getByRole('button', { name: 'Aggiungi un esempio' }).click();
  await examples.getByLabel('Il testo di prova').nth(1).fill(left);
  await assertAccessible(page);

  await page.getByLabel('Vai al punto').selectOption('RM1-062');
  await form().getByLabel('alle', { exact: true }).first().fill('18:00');
  await page.getByLabel('Vai al punto').selectOption(clause);
  await page.getByText('Salvata alle').waitFor();
  const source = await assertStands(id, clause);
  assert.match(source, /### RM1-062[\s\S]*?ore: dalle 8:00 alle 18:00/);
  assert.match(source, new RegExp(`### ${clause} · Catene da inoltrare`));
});

test('in the text, with the very lines of the language’s page', async () => {
  const reference = await readFile(join(import.meta.dirname, '../../docs/policy-language.md'), 'utf8');
  const [, told = ''] = /## In five minutes[\s\S]*?````markdown\n([\s\S]*?)````/.exec(reference) ?? [];
  assert.match(told, /### ESE-\d{3} · /);
  const clause = 'RM1-990';
  const id = await newDraft(page, 'Cinque minuti, nel testo');
  await caretAfter(page, 'vale per: servizi');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.insertText('ore: dalle 8:00 alle 19:00');
  await caretAfter(page, 'RM1-128 · Dati personali');
  await page.keyboard.press('Home');
  await page.keyboard.insertText(`${told.replace(/ESE-\d{3}/, clause)}\n`);
  await page.getByRole('tab', { name: 'Errori' }).click();
  await page.getByText('Nessun errore.').waitFor();
  await page.getByText('Salvata alle').waitFor();
  const source = await assertStands(id, clause);
  assert.match(source, /### RM1-062[\s\S]*?ore: dalle 8:00 alle 19:00/);
});
