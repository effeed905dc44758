// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** More stops than any page of the desk has with a handful of cases. */
const STOPS = 80;

interface FocusState {
  /** What has the focus, for a message; null: nothing has it but the page itself. */
  readonly on: string | null;
  /** Reached only by the program, to be read from there: no key acts on it. */
  readonly isReadingPlace: boolean;
  readonly hasOutline: boolean;
  /** Some of it lies in the window and is not covered. */
  readonly isInSight: boolean;
}

/** A person who has no mouse: all they do is press keys, and look where the focus is. */
export interface Keyboard {
  /** Presses keys one after the other, such as `Enter` or `Control+Enter`; the focus must be somewhere after each. */
  press(...keys: readonly string[]): Promise<void>;
  /** Writes where the focus is. */
  type(text: string): Promise<void>;
  /** Goes forward, or back, stop by stop, until the focus is on the target; every stop must be seen. */
  tabTo(target: Locator, direction?: 'forward' | 'back'): Promise<void>;
  /** Presses ArrowDown on a select until it has the value. */
  choose(value: string): Promise<void>;
  /** Waits until the focus is on the target. */
  focusComesTo(target: Locator): Promise<void>;
}

export function keyboardOf(page: Page): Keyboard {
  const press = async (key: string) => {
    await page.keyboard.press(key);
    await assertHeld(page, key);
  };
  return {
    press: async (...keys) => {
      for (const key of keys) await press(key);
    },
    type: (text) => page.keyboard.type(text),
    tabTo: async (target, direction = 'forward') => {
      for (let stop = 0; stop < STOPS; stop += 1) {
        await press(direction === 'forward' ? 'Tab' : 'Shift+Tab');
        await assertSeen(page);
        if (await hasFocus(target)) return;
      }
      assert.fail(`${STOPS} stops did not lead to ${target}`);
    },
    choose: async (value) => {
      const select = page.locator('select:focus');
      const length = await select.locator('option').count();
      for (let step = 0; step < length && (await select.inputValue()) !== value; step += 1) await press('ArrowDown');
      assert.equal(await select.inputValue(), value);
    },
    focusComesTo: async (target) => {
      await target
        .and(page.locator(':focus'))
        .waitFor()
        .catch(async () => assert.fail(`the focus is on ${(await focusOf(page)).on}, not on ${target}`));
    },
  };
}

const hasFocus = async (target: Locator): Promise<boolean> =>
  (await target.count()) > 0 &&
  (await target.first().evaluate((element) => element === element.ownerDocument.activeElement));

async function assertHeld(page: Page, key: string): Promise<void> {
  const { on } = await focusOf(page);
  assert.notEqual(on, null, `after ${key} nothing has the focus on ${page.url()}`);
}

async function assertSeen(page: Page): Promise<void> {
  const focus = await focusOf(page);
  assert.ok(focus.hasOutline, `the focus is not shown on ${focus.on}`);
  assert.ok(focus.isInSight, `the focus is out of sight or covered on ${focus.on}`);
}

/** Where the focus is, and whether an eye would find it. */
export const focusOf = (page: Page): Promise<FocusState> =>
  page.locator(':root').evaluate((root): FocusState => {
    const { ownerDocument } = root;
    const view = ownerDocument.defaultView;
    const element = ownerDocument.activeElement;
    if (element === null || element === ownerDocument.body || element === root) {
      return { on: null, isReadingPlace: false, hasOutline: false, isInSight: false };
    }
    const style = view.getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, view.innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, view.innerHeight)];
    const label = element.labels?.[0];
    const shows = (x: number, y: number) => {
      const hit = ownerDocument.elementFromPoint(x, y);
      return hit !== null && (element.contains(hit) || label?.contains(hit) === true);
    };
    const across = [left + 2, (left + right) / 2, right - 2];
    const down = [top + 2, (top + bottom) / 2, bottom - 2];
    return {
      on: element.outerHTML.slice(0, 120),
      isReadingPlace: element.getAttribute('tabindex') === '-1',
      hasOutline: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
      isInSight: right > left && bottom > top && across.some((x) => down.some((y) => shows(x, y))),
    };
  });
