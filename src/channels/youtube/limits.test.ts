// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  DEEP_EVERY,
  DEEP_HELD_PAGES,
  DEEP_PAGES,
  DEEP_UNITS,
  limits,
  ORDINARY_UNITS,
  PIECE_BYTES,
  WRITE_UNITS,
} from './limits.ts';

it('a day of reading leaves the units kept for writes, and some for bursts', () => {
  const { dailyUnits, pollSeconds } = limits;
  assert.ok(dailyUnits);
  const readings = 86_400 / pollSeconds;
  const deep = readings / DEEP_EVERY;
  const units = (readings - deep) * ORDINARY_UNITS + deep * DEEP_UNITS;
  assert.equal(units, 3336);
  assert.ok(units <= dailyUnits.of - dailyUnits.keptForWrites);
});

it('a deep reading of all its pages leaves units for long answers and for what is missing', () => {
  assert.ok(DEEP_PAGES + 2 * DEEP_HELD_PAGES < DEEP_UNITS / 2);
});

it('a hundred acts of moderation a day, with the proof of each, fit in what is kept for them', () => {
  const proof = 5;
  assert.ok(100 * (WRITE_UNITS + proof) <= (limits.dailyUnits?.keptForWrites ?? 0));
});

it('sends pieces of whole multiples of 256 KiB, as the protocol wants', () => {
  assert.equal(PIECE_BYTES % (256 * 1024), 0);
});
