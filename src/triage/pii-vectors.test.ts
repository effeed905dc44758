// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { analyse } from './index.ts';

const SHARED = resolve(import.meta.dirname, '../..', process.env.PORTAVOCE_SHARED ?? '../shared');
const VECTORS = join(SHARED, 'data', 'pii');
// Only the absence of the whole folder is a reason to skip: a missing file in it is a failure.
const skip = existsSync(SHARED) ? false : 'evaluation data absent';
const json = (name: string): unknown => JSON.parse(readFileSync(join(VECTORS, name), 'utf8'));

const strengthOf = (text: string, source: string): number =>
  Math.max(
    0,
    ...analyse(text)
      .filter((signal) => signal.source === source)
      .map((signal) => signal.strength),
  );

test('codici fiscali of open test suites: recall and precision', { skip }, (context) => {
  const { harvested } = json('codice_fiscale.json') as { harvested: { cf: string; checksum_ok: boolean }[] };
  const good = harvested.filter((row) => row.checksum_ok);
  const bad = harvested.filter((row) => !row.checksum_ok);
  const seen = (rows: typeof good) =>
    rows.filter((row) => strengthOf(`il suo codice: ${row.cf}, grazie`, 'codice-fiscale') === 1).length;
  const [right, wrong] = [seen(good), seen(bad)];
  context.diagnostic(`recall ${right}/${good.length}, wrong check letters taken for certain ${wrong}/${bad.length}`);
  assert.ok(good.length > 100 && bad.length > 0, 'the vectors must have been read');
  assert.ok(right / good.length >= 0.99);
  assert.equal(wrong, 0);
});

test('codici fiscali inside longer words are not taken', { skip }, () => {
  const { harvested } = json('codice_fiscale.json') as { harvested: { cf: string }[] };
  for (const { cf } of harvested) assert.ok(strengthOf(`${cf}A`, 'codice-fiscale') < 1, cf);
});

test('telephone numbers of open test suites', { skip }, (context) => {
  const sets = json('phone_it.json') as Record<
    string,
    { valid?: string[]; invalid?: string[]; valid_find_in_text?: string[] }
  >;
  const valid = Object.values(sets).flatMap((set) => [...(set.valid ?? []), ...(set.valid_find_in_text ?? [])]);
  const found = valid.filter((number) => strengthOf(`chiamatela al ${number}!`, 'telefono') >= 0.5);
  context.diagnostic(`telephone recall ${found.length}/${valid.length}`);
  assert.ok(valid.length >= 10);
  assert.ok(found.length / valid.length >= 0.95);
});

test('plates of open test suites, cars only', { skip }, () => {
  const sets = json('plates_it.json') as { test: string; expect: string; values: string[] }[];
  const cars = sets.filter((set) => set.test.startsWith('CarPlate'));
  assert.equal(cars.length, 2);
  for (const { expect, values } of cars)
    for (const value of values) assert.equal(strengthOf(`targa ${value}`, 'targa') >= 0.5, expect === 'valid', value);
});

test('street lines of open test suites', { skip }, (context) => {
  const rows = readFileSync(join(VECTORS, 'addresses_it.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { street_line?: string; expected_number?: string; city?: string })
    .filter((row) => row.street_line !== undefined && /\d/.test(row.street_line));
  const found = rows.filter((row) => strengthOf(`abita in ${row.street_line}, ${row.city}`, 'indirizzo') >= 0.5);
  context.diagnostic(`address recall ${found.length}/${rows.length}`);
  assert.ok(rows.length > 50);
  assert.ok(found.length / rows.length >= 0.75);
});
