// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { Role } from '#governance/contract';
import { DraftDetail } from '#rulebook/contract';
import { type Browsing, signInAs } from './browsing.ts';

// What the tests of the rulebook's screens share.

export const BODY = 'asl-roma-1';

/** A browser that carries axe, and tells of every breach of the content security policy. */
export async function rulebookProfile(browsing: Browsing): Promise<{ context: BrowserContext; complaints: string[] }> {
  const context = await browsing.profile();
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (/content security policy|trusted ?(type|script)|refused to/i.test(message.text()))
      complaints.push(message.text());
  });
  return { context, complaints };
}

export async function pageOf(browsing: Browsing, role: Role): Promise<{ page: Page; complaints: string[] }> {
  const { context, complaints } = await rulebookProfile(browsing);
  const page = await context.newPage();
  await signInAs(page, browsing.desk.credentials(role));
  return { page, complaints };
}

export const textOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Testo della policy' });
export const savedOn = (page: Page): Locator => page.locator('.saving[data-kind="saved"]');

/** Opens a draft from the version in force and comes to its text; gives its id. */
export async function newDraft(page: Page, name: string): Promise<string> {
  await page.goto(`/banco/${BODY}/policy`);
  await page.getByRole('button', { name: 'Nuova bozza' }).click();
  await page.getByLabel('Nome della bozza').fill(name);
  await page.getByRole('button', { name: 'Crea la bozza' }).click();
  await textOf(page).waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-2);
  assert.ok(id !== undefined);
  return id;
}

/** The draft as the server has it. */
export const draftOn = async (page: Page, id: string): Promise<DraftDetail> =>
  DraftDetail.parse(await (await page.request.get(`/api/bodies/${BODY}/rulebook/drafts/${id}`)).json());

/** Another hand saves another text. */
export async function saveElsewhere(page: Page, id: string, change: (source: string) => string): Promise<void> {
  const { revision, name, source, changeNote } = await draftOn(page, id);
  const response = await page.request.put(`/api/bodies/${BODY}/rulebook/drafts/${id}`, {
    data: { revision, name, source: change(source), changeNote },
    headers: { origin: new URL(page.url()).origin },
  });
  assert.equal(response.status(), 200, await response.text());
}

/** Puts the caret in the text after some words, found with the desk's own search. */
export async function caretAfter(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Trova', exact: true }).click();
  await page.getByRole('textbox', { name: 'Trova nel testo' }).fill(words);
  await page.getByText(/^1 di \d+$/).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
}
