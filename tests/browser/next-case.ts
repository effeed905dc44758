// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BrowserContext, Page } from 'playwright-core';
import { decisionOf } from './browsing.ts';

/** From the server's answer to a decision until another case stands on the screen. */
const TIMING = `{
  const took = (window.__took = []);
  let answered = null;
  const ask = window.fetch;
  window.fetch = async (address, options) => {
    const answer = await ask(address, options);
    if (String(address).endsWith('/decisions')) answered = performance.now();
    return answer;
  };
  let shown = null;
  new MutationObserver(() => {
    const heading = document.querySelector('#intervento')?.textContent ?? null;
    if (heading === shown) return;
    shown = heading;
    if (answered !== null) took.push(performance.now() - answered);
    answered = null;
  }).observe(document, { subtree: true, childList: true, characterData: true });
}`;

/** In every page opened from now on it is taken down how long the next case takes to come. */
export async function timeNextCases(context: BrowserContext): Promise<void> {
  await context.addInitScript(TIMING);
}

/** Milliseconds, in order of their length. */
export const nextCasesTook = async (page: Page): Promise<number[]> =>
  (await page.evaluate<number[]>('window.__took')).sort((one, other) => one - other);

/** Files away the case that is open, by keys alone, once what follows it has come: whoever reads has given it the time. */
export async function fileAway(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const choice = (checked: boolean) => decisionOf(page).getByRole('radio', { name: 'Archivia', checked });
  // Keys are heard once the form is there; that of the case before has it chosen.
  await choice(false).waitFor();
  await page.keyboard.press('a');
  await choice(true).waitFor();
  await page.keyboard.press('Control+Enter');
}
