// SPDX-License-Identifier: AGPL-3.0-or-later
import { DESKTOP, queueOf } from '../../tests/browser/browsing.ts';
import { fileAway, nextCasesTook, timeNextCases } from '../../tests/browser/next-case.ts';
import { launchChromium } from '../../tests/support/chromium.ts';

const CASES = 40;
const PATIENCE_MS = 30_000;

/** How long the next case takes to come on the screen after each decision of a row, by keys alone: milliseconds, in order of length. */
export async function nextInBrowser(
  baseURL: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<readonly number[]> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({
      baseURL,
      viewport: DESKTOP,
      locale: 'it-IT',
      timezoneId: 'Europe/Rome',
    });
    await timeNextCases(context);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto('/accedi');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Accedi' }).click();
    await queueOf(page).getByRole('link').first().click();
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
