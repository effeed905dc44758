// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Browsing, decisionOf, queueOf, signInByForm, startBrowsing } from './browsing.ts';

// Twenty cases cleared without a mouse by somebody new to the desk, who does what the screen says: opens the first case, presses
// the letter that stands beside a decision, chooses the ground that is proposed first, confirms.
//
// The fewest keys possible, given that no single key sends a decision and that a person chooses what they decide and its ground:
// one letter for the decision, one arrow for the ground, one chord to confirm; and one key to open the first case. What cannot be
// undone is asked once more: one key.

const CASES = 20;
const ALLOWED = 1.5;
const PATIENCE_MS = 30_000;
const PHONE = (nth: number) => `Chiamate la signora Inventati al 347 12345${10 + nth}, risponde lei`;
const REMARK = (nth: number) => `Oggi allo sportello ${nth} c’era poca gente e si stava bene`;
const THANKS = (nth: number) => `Grazie a tutti del lavoro di oggi, allo sportello ${nth} siete stati gentili`;

let browsing: Browsing;
before(async () => {
  browsing = await startBrowsing();
  for (let nth = 0; nth < CASES; nth += 1) {
    const text = [PHONE, REMARK, THANKS][nth % 3]?.(nth) ?? '';
    await browsing.arrives(`Persona Inventata ${nth}`, text);
  }
});
after(() => browsing?.close());

/** Presses and counts: each key, or each chord. */
interface Hand {
  press(key: string): Promise<void>;
  readonly pressed: () => number;
}

function handOf(page: Page): Hand {
  let pressed = 0;
  return {
    press: async (key) => {
      pressed += 1;
      await page.keyboard.press(key);
    },
    pressed: () => pressed,
  };
}

const isOn = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`);

/** From the queue into its first case: the next stop after its heading, and on, until a case has the focus. */
async function openFirst(page: Page, hand: Hand): Promise<void> {
  const first = queueOf(page).locator('.queue-row').first();
  await first.waitFor();
  await hand.press('j');
  await page.locator('#intervento').waitFor();
}

interface Taken {
  readonly keys: number;
  readonly fewest: number;
}

/** Hides what shows a telephone number, leaves what thanks, puts away what asks for nothing; then the next case is there. */
async function decideOne(page: Page, hand: Hand): Promise<Taken> {
  const start = hand.pressed();
  const text = (await page.locator('.item .sheet').textContent()) ?? '';
  const title = await page.locator('.case-navigation p').textContent();
  const letter = text.includes('347') ? 'n' : text.includes('Grazie') ? 'p' : 'a';
  await hand.press(letter);
  const ground = decisionOf(page).getByLabel('In base a quale punto?');
  await ground.waitFor();
  let fewest = 2;
  if ((await ground.inputValue()) === '') {
    fewest += 1;
    // Where the letter does not lead to the ground, Tab does.
    for (let stop = 0; stop < 5 && !(await isOn(page, 'select[id^=punto]')); stop += 1) await hand.press('Tab');
    await hand.press('ArrowDown');
  }
  await hand.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  const other = page.locator('.case-navigation p').filter({ hasNotText: new RegExp(`^${title}$`) });
  const told = page.locator('dialog[open], [aria-invalid], .decision-form [role=alert], .decision-card');
  await other.or(told).first().waitFor();
  assert.equal(
    await page.locator('[aria-invalid]').count(),
    0,
    `${letter} on «${text.slice(0, 80)}» was taken as it was`,
  );
  if (await dialog.isVisible()) {
    fewest += 1;
    await hand.press('Tab');
    await hand.press('Enter');
  }
  return { keys: hand.pressed() - start, fewest };
}

test('twenty cases by the keyboard alone take at most half as many keys again as the fewest possible', async () => {
  const context = await browsing.profile({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await signInByForm(page, browsing.desk, 'moderator');
  const hand = handOf(page);
  await openFirst(page, hand);
  let fewest = 1;
  for (let nth = 0; nth < CASES; nth += 1) fewest += (await decideOne(page, hand)).fewest;
  await browsing.desk.drain();
  const counters = (await (await browsing.desk.signIn('moderator')).queue('?limit=1')).counters;
  assert.deepEqual([counters.open, counters.decided], [0, CASES]);
  const ratio = hand.pressed() / fewest;
  console.log(`${CASES} cases: ${hand.pressed()} keys, the fewest possible ${fewest}: ${ratio.toFixed(2)} times`);
  assert.ok(ratio <= ALLOWED, `${hand.pressed()} keys for ${fewest}`);
});
