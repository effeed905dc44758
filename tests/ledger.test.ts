// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../src/app/commands/installation.ts';
import { readLedger } from '../src/app/commands/policy-coverage-ledger.ts';
import { inMarkup, onServedPages } from '../src/app/commands/policy-coverage-pages.ts';
import { clausesOf } from '../src/policy/document.ts';
import { documentOf } from './support/proof.ts';
import { worldOf } from './support/world.ts';

// The ledger is what the five policy files are held against: every norm of the bodies' own texts, once.

const CLAUSES = 492;
const OF_EACH = { 'asl-roma-1': 156, 'asst-crema': 68, 'ats-milano': 60, 'il-mosaico': 110, 'regione-calabria': 98 };

const ledger = readLedger();
const idsOf = (body: string): readonly string[] => ledger.filter((clause) => clause.body === body).map(({ id }) => id);

test('the ledger has every clause once', () => {
  const ids = ledger.map(({ id }) => id);
  assert.equal(ids.length, CLAUSES);
  assert.equal(new Set(ids).size, CLAUSES);
  for (const [body, count] of Object.entries(OF_EACH)) assert.equal(idsOf(body).length, count, body);
});

for (const body of Object.keys(OF_EACH))
  test(`${body}: the policy file has the clauses of the ledger and no other`, () => {
    const document = documentOf(body);
    const inFile = clausesOf(document).map(({ clause }) => clause.id);
    assert.deepEqual([...inFile].sort(), [...idsOf(body)].sort());
    assert.ok(inFile.every((id) => id.startsWith(`${document.header.prefix}-`)));
  });

for (const body of Object.keys(OF_EACH))
  test(`${body}: every clause is read on the page of its own part, and on no other`, () => {
    const document = documentOf(body);
    const world = worldOf(document);
    for (const part of ['external', 'internal'] as const) {
      const own = clausesOf(document).filter(({ audience }) => audience === part);
      assert.deepEqual(
        [...inMarkup(document, world.markup(part))],
        own.map(({ clause }) => clause.id),
      );
    }
    assert.equal(onServedPages(document).size, idsOf(body).length);
  });

/** The `id` of each entry of a list in YAML that puts it first, as the extraction of the norms does. */
const listedIn = (yaml: string): readonly string[] => [...yaml.matchAll(/^- id: (\S+)$/gm)].map(([, id = '']) => id);

const shared = resolve(ROOT, process.env.PORTAVOCE_SHARED ?? '../shared');
const absent = existsSync(shared) ? false : `no evaluation data in ${shared}`;

test('the ledger has the ids that were taken from the texts', { skip: absent }, () => {
  const extracted = listedIn(readFileSync(join(shared, 'clauses.yaml'), 'utf8'));
  assert.equal(extracted.length, CLAUSES);
  assert.deepEqual([...extracted].sort(), ledger.map(({ id }) => id).sort());
});
