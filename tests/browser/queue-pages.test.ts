// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Browsing, queueOf, rowOf, signInAs, startBrowsing } from './browsing.ts';
import { fileAway, nextCasesTook, timeNextCases } from './next-case.ts';

// A queue longer than a page, decided from its first case to its last.

const CASES = 7;
const PAGE = 3;

let browsing: Browsing;
let page: Page;
before(async () => {
  browsing = await startBrowsing();
  for (let nth = 1; nth <= CASES; nth += 1)
    await browsing.arrives(`Persona ${nth}`, `Grazie a tutto lo sportello, gentilissimi (${nth})`);
  const context = await browsing.profile();
  await timeNextCases(context);
  page = await context.newPage();
  await page.route(/\/cases\?.*limit=50/, (route) =>
    route.continue({ url: route.request().url().replace('limit=50', `limit=${PAGE}`) }),
  );
  await signInAs(page, browsing.desk.credentials('moderator'));
});
after(() => browsing?.close());

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
    await fileAway(page);
    const last = nth === CASES;
    assert.equal(await page.getByText('Era l’ultima').count(), 0, `after ${nth - 1}`);
    if (last) await page.getByText('Era l’ultima').waitFor();
    else await heading(author).waitFor({ state: 'detached' });
  }
  assert.equal(seen.length, CASES);
  // How long, the bench says (npm run bench -- --queue): a busy machine would decide here.
  assert.equal((await nextCasesTook(page)).length, CASES - 1);
});
