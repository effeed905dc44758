// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Credentials, decisionOf, newProfile, signInAs } from '../../tests/browser/browsing.ts';
import { fileAway, nextCasesTook, timeNextCases } from '../../tests/browser/next-case.ts';
import { launchChromium } from '../../tests/support/chromium.ts';

const CASES = 40;

/** How long the next case takes to come on the screen after each decision of a row, by keys alone: milliseconds, in order of length. */
export async function nextInBrowser(baseURL: string, credentials: Credentials): Promise<readonly number[]> {
  const browser = await launchChromium();
  try {
    const context = await newProfile(browser, baseURL);
    await timeNextCases(context);
    const page = await context.newPage();
    await signInAs(page, credentials);
    await page.getByRole('link', { name: /Apri il primo della coda/ }).click();
    await decisionOf(page).waitFor();
    for (let nth = 0; nth < CASES; nth++) {
      const before = page.url();
      await fileAway(page);
      await page.waitForURL((url) => url.href !== before);
    }
    return await nextCasesTook(page);
  } finally {
    await browser.close();
  }
}
