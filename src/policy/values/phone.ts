// SPDX-License-Identifier: AGPL-3.0-or-later
import { bad, good, type ValueKind } from './value.ts';

const EXPECTED = 'un numero di telefono, per esempio `06 1234567` o `800 123 123`';
/** Digits with the signs people put between them; short numbers such as 112 too. */
const SHAPE = /^\+?\d(?:[\d ./-]{1,18})$/;

/** A telephone number, as the source writes it. */
export const phone: ValueKind<string> = {
  expected: EXPECTED,
  read: (raw) => (SHAPE.test(raw) ? good(raw) : bad({ code: 'POL-E048', found: raw, expected: EXPECTED })),
  print: (value) => value,
};
