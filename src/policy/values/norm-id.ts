// SPDX-License-Identifier: AGPL-3.0-or-later
import { bad, good, type ValueKind } from './value.ts';

const EXPECTED = 'per esempio `UE 2016/679`, `D.Lgs. 196/2003`, `L. 633/1941`, `DPR 62/2013`';
const SHAPE = /^(UE|Dir\. UE|Provv\. Garante|D\.Lgs\.|D\.L\.|L\.|DPR|DPCM|DGR|RD|Cost\.|CEDU) ?(\d{1,4}\/\d{1,4})?$/;

/** The short, one name of a law, however a source cites it: kind, then number and year (for the Union's: year and number). */
export const normId: ValueKind<string> = {
  expected: EXPECTED,
  read: (raw) => (SHAPE.test(raw) ? good(raw) : bad({ code: 'POL-E019', found: raw, expected: EXPECTED })),
  print: (value) => value,
};
