// SPDX-License-Identifier: AGPL-3.0-or-later
import { bad, good, type ValueKind } from './value.ts';

/** A number within limits, both included; decimals with a comma, as Italian writes them. */
export function numberBetween(least: number, most: number, decimals: boolean): ValueKind<number> {
  const expected = `un numero${decimals ? '' : ' intero'} da ${least} a ${most}`;
  const shape = decimals ? /^\d+([.,]\d+)?$/ : /^\d+$/;
  return {
    expected,
    read: (raw) => {
      const value = shape.test(raw) ? Number(raw.replace(',', '.')) : Number.NaN;
      return value >= least && value <= most ? good(value) : bad({ code: 'POL-E030', found: raw, expected });
    },
    print: (value) => String(value).replace('.', ','),
  };
}

/** How strong a signal must be. */
export const strength = numberBetween(0, 1, true);
