// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { policyIn } from '../testing/sample.ts';
import { type MandateTerms, mandateTerms } from './mandates.ts';

const FOLDER = join(import.meta.dirname, '../../../policies');
const TERMS = new Map<string, MandateTerms>(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.policy.md'))
    .map((file) => policyIn(readFileSync(join(FOLDER, file), 'utf8')))
    .map((policy) => [policy.body, mandateTerms(policy)]),
);
function termsOf(body: string): MandateTerms {
  const terms = TERMS.get(body);
  assert.ok(terms, body);
  return terms;
}

test('who authorises is what each policy says, and nothing where it is silent', () => {
  const said = (body: string) => termsOf(body).authorities.map(({ by, clause }) => `${by} ${clause}`);
  assert.deepEqual(said('il-mosaico'), ['direzione MOS-010']);
  assert.deepEqual(said('regione-calabria').sort(), [
    'Dirigente generale CAL-035',
    'Dirigente generale CAL-037',
    'Dirigente generale CAL-095',
  ]);
  for (const body of ['asl-roma-1', 'asst-crema', 'ats-milano', 'comune-di-esempio']) assert.deepEqual(said(body), []);
});

test('training is asked by ATS Milano alone', () => {
  const asking = [...TERMS].filter(([, { training }]) => training.length > 0);
  assert.deepEqual(
    asking.map(([body, { training }]) => [body, training]),
    [['ats-milano', ['MIL-020']]],
  );
});

test('offices that run channels come from cards and from mandates; people named one by one are no office', () => {
  const of = (body: string) => termsOf(body).owners.map(({ office, clause }) => `${office} ${clause}`);
  assert.deepEqual(of('il-mosaico'), ['ufficio Comunicazione MOS-008', 'ufficio Comunicazione MOS-008']);
  assert.deepEqual(of('asst-crema'), ['ufficio Comunicazione CRE-004', 'ufficio Comunicazione CRE-004']);
  assert.deepEqual(of('ats-milano'), ['personale autorizzato e formato MIL-020']);
  assert.ok(termsOf('regione-calabria').owners.some(({ office }) => office === 'gruppo di lavoro'));
});

test('who enables, directs and coordinates', () => {
  assert.deepEqual(termsOf('il-mosaico').enabledBy, [{ office: 'ufficio Comunicazione', clause: 'MOS-082' }]);
  assert.deepEqual(termsOf('regione-calabria').directed, [
    { who: 'Dirigente generale o suo delegato', mayDelegate: true, clause: 'CAL-038' },
  ]);
  assert.deepEqual(termsOf('regione-calabria').groups, [
    {
      clause: 'CAL-089',
      coordinator: 'Dirigente generale',
      members: ['personale in servizio presso il Dipartimento Lavoro'],
    },
  ]);
});
