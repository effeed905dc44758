// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile, parse } from '#policy';
import { clearOrNull, refuseUnclearGrounds } from './clear.ts';

const file = join(import.meta.dirname, '../../../policies/asst-crema.policy.md');
const { policy } = parse(readFileSync(file, 'utf8'), file);
assert.ok(policy);
const crema = compile(policy);

const order = (authority: string) => [{ kind: 'order' as const, authority, why: 'Lo ordina un giudice.' }];
const law = (rule: string) => [{ kind: 'law' as const, rule, why: 'Si applica a questo testo.' }];

test('laws, authorities and acts are named by their numbers', () => {
  for (const named of [
    'Garante per la protezione dei dati personali, provvedimento n. 123 del 3 maggio 2026',
    'Questura di Roma, provvedimento del 12/05/2026 prot. 0012345',
    'Tribunale di Milano, decreto di sequestro n. 12345/2026 R.G.N.R. del 3 maggio 2026',
    'AGCOM, delibera 153/11/CONS',
  ])
    refuseUnclearGrounds(crema, order(named), null);
  for (const named of ['art. 604-bis del codice penale', 'art. 9 L. 28/2000', 'Regolamento (UE) 2016/679, art. 17'])
    refuseUnclearGrounds(crema, law(named), null);
  refuseUnclearGrounds(crema, [{ kind: 'clause', clause: 'CRE-041' }], 'Mario Rossi');
});

test('whoever an act is about is not named: the record cannot be mended', () => {
  for (const named of [
    'Tribunale di Milano, sequestro a carico di Mario Bianchi',
    'Procura di Crema, decreto contro Rossi Mario, nato a Milano',
    'Questura, ordine per il signor Rossi, tel. 333 1234567',
  ])
    assert.throws(() => refuseUnclearGrounds(crema, order(named), null), { code: 'GROUND_NOT_CLEAR' }, named);
  const author = 'ugo_inventato';
  assert.throws(() => refuseUnclearGrounds(crema, law('legge su Ugo_Inventato'), author), { code: 'GROUND_NOT_CLEAR' });
});

test('what is said to an author names neither them nor anybody else', () => {
  assert.equal(clearOrNull(crema, ' Le critiche restano. ', null), 'Le critiche restano.');
  assert.equal(clearOrNull(crema, 'Il numero di Maria Rossi è 333 1234567.', null), null);
  assert.equal(clearOrNull(crema, 'Gentile Ugo Inventato', 'Ugo Inventato'), null);
});
