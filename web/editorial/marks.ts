// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Mark } from '#editorial/contract';

// Parts of a picture in thousandths of its sides.

const WHOLE = 1000;
export const SMALLEST = 10;
const STEP = 10;
/** Of a part that is added without a pointer: in the middle, a fifth of the picture. */
export const NEW_MARK: Mark = { left: 400, top: 400, width: 200, height: 200 };

const between = (value: number, least: number, most: number): number =>
  Math.round(Math.min(Math.max(value, least), most));

/** The nearest part that lies inside the picture. */
export function within({ left, top, width, height }: Mark): Mark {
  const at = { left: between(left, 0, WHOLE - SMALLEST), top: between(top, 0, WHOLE - SMALLEST) };
  return {
    ...at,
    width: between(width, SMALLEST, WHOLE - at.left),
    height: between(height, SMALLEST, WHOLE - at.top),
  };
}

/** Moved without changing its size. */
export const movedTo = ({ width, height }: Mark, left: number, top: number): Mark => ({
  ...{ width, height },
  left: between(left, 0, WHOLE - width),
  top: between(top, 0, WHOLE - height),
});

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** What an arrow makes of a part: it moves it, or with the shift key changes its size; undefined: another key. */
export function afterKey(mark: Mark, key: string, shift: boolean): Mark | undefined {
  const step = DIRECTIONS[key];
  if (step === undefined) return undefined;
  const [right, down] = step;
  return shift
    ? within({ ...mark, width: mark.width + right, height: mark.height + down })
    : movedTo(mark, mark.left + right, mark.top + down);
}

/** The part between two points, in whichever order they were set. */
export const spanned = (from: readonly [number, number], to: readonly [number, number]): Mark =>
  within({
    left: Math.min(from[0], to[0]),
    top: Math.min(from[1], to[1]),
    width: Math.abs(from[0] - to[0]),
    height: Math.abs(from[1] - to[1]),
  });
