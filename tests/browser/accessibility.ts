// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

// How a page is examined, whoever it is for.

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** WCAG 1.4.10: what a window of 1280 shows at 400 %. */
const NARROWEST = { width: 320, height: 640 };
/** Axe passes far more rules on any page of ours; fewer, and it saw something else. */
const FEWEST_PASSED = 11;

/**
 * Puts axe into every page of the profile. An init script is put there by the browser itself, before the page's own: the
 * content security policy, which would refuse a script tag, stays in force while the page is examined.
 */
export const carryAxe = (context: BrowserContext) =>
  context.addInitScript({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });

interface Examination {
  readonly violations: readonly { id: string; nodes: readonly { html: string; failureSummary?: string }[] }[];
  readonly passed: number;
}

/** What is wrong with the page as it stands, its shadow trees too, a line for each place. */
export async function faultsOf(page: Page, fewestPassed = FEWEST_PASSED): Promise<string[]> {
  const options = JSON.stringify({
    runOnly: { type: 'tag', values: TAGS },
    selectors: false,
    resultTypes: ['violations'],
  });
  const { violations, passed } = await page.evaluate<Examination>(
    `axe.run(document, ${options}).then(({ violations, passes }) => ({ violations, passed: passes.length }))`,
  );
  assert.ok(passed >= fewestPassed, `the page was examined: ${passed} rules passed`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/** What sticks out, when the page is not as wide as the window; one that is has nothing, whatever it clips. */
export const stickingOut = (page: Page): Promise<string[]> =>
  page.locator(':root').evaluate((root, windowWidth): string[] => {
    const width = Math.max(root.scrollWidth, root.ownerDocument.body.scrollWidth);
    if (width === windowWidth) return [];
    const elements: (typeof root)[] = Array.from(root.querySelectorAll('*'));
    const outside = elements.filter(
      (element) =>
        element.getBoundingClientRect().right > windowWidth ||
        (element.childElementCount === 0 && element.clientWidth > 1 && element.scrollWidth > element.clientWidth),
    );
    return [`${width} px`, ...outside.map((element) => element.outerHTML.slice(0, 160))];
  }, page.viewportSize()?.width);

/** Buttons whose letters are not told from their own ground: axe passes over those that are of one colour, and takes them for hidden. */
export const unreadableButtons = (page: Page): Promise<string[]> =>
  page.locator('.btn:visible').evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      const view = button.ownerDocument.defaultView;
      const style = view?.getComputedStyle(button);
      if (style === undefined) return [];
      const parts = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
      const light = ([red = 0, green = 0, blue = 0]: number[]) => {
        const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
          part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = parts(style.backgroundColor);
      // What shows what is behind it is examined by axe.
      if ((ground[3] ?? 1) < 1) return [];
      const [one, other] = [light(parts(style.color)), light(ground)];
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      return contrast >= 4.5 ? [] : [`${contrast.toFixed(1)}:1 ${button.outerHTML.slice(0, 160)}`];
    }),
  );

/** Names that more than one element of the page answers to: labels, links and scripts would find the first alone. */
export const repeatedIds = (page: Page): Promise<string[]> =>
  page.locator('[id]').evaluateAll((elements) => {
    const ids = elements.map(({ id }) => id);
    return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  });

/** Holds for the page in this state, on a desk and on a phone; it must never have to be scrolled sideways. */
export async function assertAccessible(page: Page): Promise<void> {
  for (const size of [DESKTOP, PHONE, NARROWEST]) {
    await page.setViewportSize(size);
    const where = `at ${size.width} px, on ${page.url()}`;
    if (size !== NARROWEST) assert.deepEqual(await faultsOf(page), [], where);
    assert.deepEqual(await stickingOut(page), [], where);
  }
  assert.deepEqual(await unreadableButtons(page), [], page.url());
  assert.deepEqual(await repeatedIds(page), [], page.url());
  await page.setViewportSize(DESKTOP);
}
