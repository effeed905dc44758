// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BLOCKS, type BlockSpec } from '#policy';
import { fieldOf } from './field-kind.ts';

const specs: readonly BlockSpec[] = Object.values(BLOCKS);
const fieldsOf = (block: string) =>
  Object.fromEntries(
    Object.values(specs.find(({ name }) => name === block)?.keys ?? {}).map((key) => [key.name, fieldOf(key)]),
  );

test('each kind of value has its control', () => {
  const kinds = (block: string) =>
    Object.fromEntries(Object.entries(fieldsOf(block)).map(([name, { field }]) => [name, field.kind]));
  const rule = kinds('regola');
  assert.partialDeepStrictEqual(rule, {
    modalità: 'choice',
    se: 'categories',
    motivi: 'texts',
    tutela: 'texts',
    canali: 'networks',
    interventi: 'item-kinds',
    'forza minima': 'number',
    verso: 'text',
    dormiente: 'dormancy',
  });
  assert.deepEqual(fieldsOf('regola').autori?.field, {
    kind: 'names',
    options: ['cittadini', 'dipendenti', 'minori'],
  });
  const hours = kinds('orario');
  assert.deepEqual([hours.giorni, hours.ore, hours.festivi], ['weekdays', 'hours', 'choice']);
  const reply = kinds('risposta');
  assert.deepEqual([reply.entro, reply.testo, reply.percentuale], ['duration', 'quoted', 'number']);
  assert.deepEqual(kinds('categoria').parole, 'quoted-list');
  assert.deepEqual(kinds('difetto').con, 'clauses');
});

test('a closed choice offers just what the language takes', () => {
  for (const spec of specs)
    for (const key of Object.values(spec.keys)) {
      const { field } = fieldOf(key);
      if (field.kind !== 'choice') continue;
      assert.ok(field.options.length > 1, `${spec.name}: ${key.name}`);
      for (const option of field.options) assert.ok(key.value.read(option).ok, `${key.name}: ${option}`);
      assert.equal(key.value.read('zzz').ok, false, `${spec.name}: ${key.name} is no closed choice`);
    }
});

test('silence is offered where the language takes it, and only there', () => {
  assert.equal(fieldsOf('regola').se?.mayBeMissing, true);
  assert.equal(fieldsOf('regola').modalità?.mayBeMissing, false);
  assert.equal(fieldsOf('difetto').tipo?.mayBeMissing, false, 'there it is a kind of fault');
  assert.equal(fieldsOf('contatto').per?.mayBeMissing, false);
  assert.equal(fieldsOf('contatto').indirizzo?.required, true);
});
