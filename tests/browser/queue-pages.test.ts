// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Browsing, decisionOf, queueOf, rowOf, signInByForm, startBrowsing } from './browsing.ts';

// A queue longer than a page, decided from its first case to its last.

const CASES = 7;
const PAGE = 3;
const PATIENCE_MS = 30_000;

let browsing: Browsing;
let page: Page;
before(async () => {
  browsing = await startBrowsing();
  for (let nth = 1; nth <= CASES; nth += 1)
    await browsing.arrives(`Persona ${nth}`, `Grazie a tutto lo sportello, gentilissimi (${nth})`);
  const context = await browsing.profile({ reducedMotion: 'reduce' });
  await context.addInitScript(TIMING);
  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.route(/\/cases\?.*limit=50/, (route) =>
    route.continue({ url: route.request().url().replace('limit=50', `limit=${PAGE}`) }),
  );
  await signInByForm(page, browsing.desk, 'moderator');
});
after(() => browsing?.close());

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

const heading = (name: string) => page.getByRole('heading', { level: 1, name });

test('the list fetches ahead, nobody is told «ultima» before the end, and the next case is there at once', async () => {
  const first = (await queueOf(page).locator('.queue-row strong').first().textContent()) ?? '';
  await rowOf(page, first).click();
  await heading(first).waitFor();
  const seen: string[] = [];
  for (let nth = 1; nth <= CASES; nth += 1) {
    const author = ((await page.locator('#intervento').textContent()) ?? '').replace('Commento di ', '');
    assert.ok(!seen.includes(author), `${author} twice`);
    seen.push(author);
    // Read, and what follows has come: whoever decides has had the time.
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('a');
    await decisionOf(page).getByRole('radio', { name: 'Archivia', checked: true }).waitFor();
    await page.keyboard.press('Control+Enter');
    const last = nth === CASES;
    assert.equal(await page.getByText('Era l’ultima').count(), 0, `after ${nth - 1}`);
    if (last) await page.getByText('Era l’ultima').waitFor();
    else await heading(author).waitFor({ state: 'detached' });
  }
  assert.equal(seen.length, CASES);
  const took = await page.evaluate<number[]>('window.__took');
  assert.equal(took.length, CASES - 1);
  took.sort((one, other) => one - other);
  const [best = Number.NaN, median = Number.NaN] = [took[0], took[Math.floor(took.length / 2)]];
  console.log(
    `next case after a decision: best ${best.toFixed(1)} ms, median ${median.toFixed(1)} ms of ${took.length}`,
  );
});
