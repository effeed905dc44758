// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  type CompiledPolicy,
  evaluate,
  groundsFor,
  type ItemFacts,
  isSameOffice,
  officeKey,
  officesFor,
  officesNamed,
  outcomeOwed,
  ownerOf,
} from './index.ts';
import { comment, policyIn, signal } from './testing/sample.ts';

const FOLDER = join(import.meta.dirname, '../../policies');
const POLICIES = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.policy.md'))
    .map((file) => policyIn(readFileSync(join(FOLDER, file), 'utf8')))
    .map((policy) => [policy.body, policy]),
);
function policyOf(body: string): CompiledPolicy {
  const policy = POLICIES.get(body);
  assert.ok(policy);
  return policy;
}
function asked(body: string, category: string, facts: Partial<ItemFacts> = {}) {
  const policy = policyOf(body);
  const item = comment({ channel: 'facebook', ...facts });
  return { policy, item, judgement: evaluate(policy, item, [signal(category)], item.at) };
}
const officesOf = (...of: Parameters<typeof asked>) => {
  const { policy, ...on } = asked(...of);
  return officesFor(policy, on).map(({ name, clause }) => `${name} ${clause}`);
};
const ownerIn = (...of: Parameters<typeof asked>) => {
  const { policy, ...on } = asked(...of);
  return ownerOf(policy, on);
};

test('one office is one, however its name is written', () => {
  assert.equal(officeKey('L’Ufficio Relazioni con il Pubblico'), officeKey('ufficio relazioni  con il pubblico'));
  assert.equal(officeKey('Segreteria.'), officeKey('la segreteria'));
  assert.notEqual(officeKey('ufficio stampa'), officeKey('ufficio Comunicazione'));
  assert.ok(isSameOffice('Comunicazione', 'l’Ufficio comunicazione'));
  assert.ok(isSameOffice('ufficio della Comunicazione', 'Comunicazione'));
  assert.ok(isSameOffice('Direzione', 'la direzione'));
  assert.ok(!isSameOffice('ufficio stampa', 'ufficio Comunicazione'));
  assert.ok(!isSameOffice('Direzione generale', 'Dirigente generale'));
  assert.ok(!isSameOffice('ufficio', 'servizio'));
});

test('the offices that each policy names, and those whose address it does not give', () => {
  const without = (body: string) =>
    officesNamed(policyOf(body)).flatMap(({ name, address }) => (address === undefined ? name : []));
  assert.deepEqual(without('asst-crema'), ['URP']);
  assert.deepEqual(without('ats-milano'), ['uffici relazioni con il pubblico']);
  assert.deepEqual(without('regione-calabria'), ['uffici competenti per materia']);
  assert.deepEqual(without('il-mosaico'), ['ufficio competente', 'ufficio Comunicazione']);
  const segreteria = officesNamed(policyOf('il-mosaico')).find(({ name }) => name === 'segreteria');
  assert.deepEqual([segreteria?.address, segreteria?.clauses], ['info@ilmosaicoservizi.it', ['MOS-052']]);
  assert.ok(without('asl-roma-1').includes('Ufficio relazioni con il pubblico o protocollo aziendale'));
});

test('an item goes where its clauses send it, staff’s own errands last, each office once', () => {
  assert.deepEqual(officesOf('il-mosaico', 'complaint'), ['segreteria MOS-052', 'ufficio Comunicazione MOS-101']);
  assert.deepEqual(officesOf('il-mosaico', 'complaint', { kind: 'message' }), [
    'segreteria MOS-052',
    'ufficio Comunicazione MOS-101',
  ]);
  assert.deepEqual(officesOf('il-mosaico', 'criticism'), [], 'criticism goes nowhere');
  assert.deepEqual(officesOf('asl-roma-1', 'richiesta-articolata'), ['servizio aziendale di riferimento RM1-060']);
  assert.deepEqual(officesOf('asl-roma-1', 'richiesta-articolata', { channel: 'x' }), [
    'pagina dei contatti del sito RM1-047',
  ]);
  assert.deepEqual(officesOf('asl-roma-1', 'segnalazione-abuso'), ['ufficio stampa RM1-136']);
  assert.equal(officesOf('comune-di-esempio', 'emergency')[0]?.startsWith('polizia locale'), true);
});

test('an item belongs to the office whose errand it is, else to the one that runs the channel', () => {
  assert.deepEqual(ownerIn('il-mosaico', 'complaint'), { name: 'ufficio Comunicazione', clause: 'MOS-101' });
  assert.equal(ownerIn('asst-crema', 'question')?.name, 'ufficio Comunicazione');
  assert.equal(ownerIn('asl-roma-1', 'complaint', { channel: 'x' })?.name, 'ufficio stampa');
  assert.equal(ownerIn('comune-di-esempio', 'question', { channel: 'other' }), undefined);
});

test('a request is owed an outcome by the clauses that promise one; an opinion is not', () => {
  const owed = (...of: Parameters<typeof asked>) => {
    const { policy, ...on } = asked(...of);
    return outcomeOwed(policy, on);
  };
  assert.ok(owed('asl-roma-1', 'question').includes('RM1-018'));
  assert.ok(owed('ats-milano', 'complaint').includes('MIL-021'));
  for (const body of POLICIES.keys()) assert.deepEqual(owed(body, 'criticism'), [], body);
});

test('handing over is grounded on what routes, on ways that name an office, and on nothing else', () => {
  const grounds = (...of: Parameters<typeof asked>) => {
    const { policy, ...matter } = asked(...of);
    return groundsFor(policy, 'route', matter).map(({ clause, proposed }) => (proposed ? `${clause.id}*` : clause.id));
  };
  assert.deepEqual(grounds('il-mosaico', 'complaint'), ['MOS-052*', 'MOS-050', 'MOS-101']);
  assert.ok(grounds('asst-crema', 'complaint').includes('CRE-022*'), 'proposed: the judgement answers under it');
  assert.ok(grounds('asst-crema', 'complaint', { kind: 'message' }).includes('CRE-029'), 'also where none is answered');
  for (const policy of POLICIES.values())
    for (const { clause } of groundsFor(policy, 'route', asked(policy.body, 'complaint')))
      assert.equal(clause.dormant, false, clause.id);
});
