// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { carryAxe, DESKTOP } from './accessibility.ts';

export { DESKTOP, PHONE } from './accessibility.ts';

/** Longer than any answer takes on a busy machine; a page that is right never waits for it. */
const PATIENCE_MS = 60_000;

/** A browser of its own, as of another person in an Italian office: no cookies, no preferences, nothing that moves. */
export async function newProfile(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...{ baseURL, viewport: DESKTOP, locale: 'it-IT', timezoneId: 'Europe/Rome', reducedMotion: 'reduce' },
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (options.javaScriptEnabled !== false) await carryAxe(context);
  return context;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Signs in as the desk's own pages do, without the form, which has tests of its own; waits for the queue. */
export async function signInAs(page: Page, { email, password }: Credentials): Promise<void> {
  const answer = await page.request.post('/api/auth/sign-in/email', { data: { email, password } });
  assert.equal(answer.status(), 200, await answer.text());
  await page.goto('/banco');
  await queueOf(page).waitFor();
}

/** The product with a browser in front of it. */
export interface Browsing {
  readonly desk: Desk;
  /** A browser of its own, as of another person: no cookies, no preferences. */
  profile(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A citizen of that name comments under the post of ASL Roma 1; gives Facebook's id once the desk has it. */
  arrives(author: string, text: string): Promise<string>;
  close(): Promise<void>;
}

export async function startBrowsing(): Promise<Browsing> {
  const desk = await startDesk();
  let browser: Browser;
  try {
    browser = await launchChromium();
  } catch (error) {
    await desk.close();
    throw error;
  }
  return {
    desk,
    profile: (options) => newProfile(browser, desk.url, options),
    arrives: async (author, text) => {
      const id = await desk.facebook.comment({ page: BODIES.asl.page.id, post: desk.posts.asl, author, text });
      await desk.drain();
      return id;
    },
    close: async () => {
      await browser.close();
      await desk.close();
    },
  };
}

/** Goes to a page of the desk through the head, opening its menu where the page is folded away. */
export async function goTo(page: Page, section: string): Promise<void> {
  const nav = page.getByRole('navigation', { name: 'Sezioni del banco' });
  const link = nav.getByRole('link', { name: section, exact: true });
  if (!(await link.isVisible())) await nav.getByText('Altro', { exact: true }).click();
  await link.click();
}

export const queueOf = (page: Page): Locator => page.getByRole('region', { name: 'Coda degli interventi' });
export const rowOf = (page: Page, text: string): Locator => queueOf(page).getByRole('link').filter({ hasText: text });
export const decisionOf = (page: Page): Locator => page.getByRole('region', { name: 'Decisione', exact: true });
export const historyOf = (page: Page): Locator => page.getByRole('region', { name: 'Storia della pratica' });
export const headingOf = (page: Page, author: string): Locator =>
  page.getByRole('heading', { level: 1, name: `Commento di ${author}` });

/** Opens a case from the queue. */
export async function openCase(page: Page, author: string): Promise<void> {
  await rowOf(page, author).click();
  await headingOf(page, author).waitFor();
}
