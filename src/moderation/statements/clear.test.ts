// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CodedError } from '#kernel';
import { compile, parse } from '#policy';
import { refuseUnclearGrounds, refuseUnclearReasons, unclearIn } from './clear.ts';

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
    'Tribunale di Milano, sequestro chiesto dalla dottoressa Inventini',
  ])
    assert.throws(() => refuseUnclearGrounds(crema, order(named), null), { code: 'GROUND_NOT_CLEAR' }, named);
  const author = 'ugo_inventato';
  assert.throws(() => refuseUnclearGrounds(crema, law('legge su Ugo_Inventato'), author), { code: 'GROUND_NOT_CLEAR' });
});

test('what is said to an author names neither them nor anybody else', () => {
  assert.equal(unclearIn(crema, 'Le critiche restano.', null), null);
  assert.equal(
    unclearIn(crema, 'Il numero di Maria Rossi è 333 1234567.', null),
    'c’è il nome di una persona (parole da 4 a 5)',
  );
  assert.equal(
    unclearIn(crema, 'Gentile Ugo Inventato', 'Ugo Inventato'),
    'c’è il nome di chi ha scritto (parole da 2 a 3)',
  );
  assert.equal(
    unclearIn(crema, 'Lo ha chiesto la direttrice Inventini.', null),
    'c’è il nome di una persona (parola 6)',
  );
});

test('why a law or an order applies is told to the author, or refused by its place', () => {
  const applies = (why: string) => [{ kind: 'law' as const, rule: 'art. 604-bis del codice penale', why }];
  for (const why of [
    'Lo ordina un giudice.',
    'Il Tribunale ha ordinato di togliere il testo con il decreto n. 123/2026.',
    'Il commento contiene una minaccia di morte verso il personale.',
    'Il testo incita all’odio per l’origine delle persone.',
    'Il testo diffonde dati sulla salute di una persona.',
    'Pubblica il numero di una donna senza il suo consenso.',
    'Dà a un’infermiera della «deficiente»: è un’ingiuria.',
    'È propaganda elettorale nei giorni del silenzio.',
    'Diffama una persona indicata per nome.',
    'La legge lo vieta, e per noi vale per tutti.',
  ])
    refuseUnclearReasons(crema, applies(why), 'Ugo Inventato');

  for (const [why, told] of [
    ['Lo ha chiesto Maria Rossi, che è la vittima.', 'c’è il nome di una persona (parole da 4 a 5)'],
    ['Lo ha chiesto la dottoressa Verdi ieri.', 'c’è il nome di una persona (parola 6)'],
    ['Telefonare al 333 1234567 per conferma.', 'ci sono dati o fatti di una persona (parole da 3 a 4)'],
    ['Ugo Inventato lo ha già fatto.', 'c’è il nome di chi ha scritto (parole da 1 a 2)'],
    ['Questo idiota lo ha già fatto.', 'c’è un’offesa (parole da 1 a 2)'],
    ['Chi scrive è un cretino', 'c’è un’offesa (parole da 3 a 5)'],
    ['È un reato. Nota interna: avvisare la questura.', 'c’è una nota per il banco (parole da 4 a 5)'],
    ['È un reato, ma non dirlo all’autore.', 'c’è una nota per il banco (parole da 5 a 7)'],
    ['Solo per noi: lo segue la Digos.', 'c’è una nota per il banco (parole da 1 a 3)'],
  ] as const)
    assert.throws(
      () => refuseUnclearReasons(crema, applies(why), 'Ugo Inventato'),
      (error: CodedError) => {
        assert.equal(error.code, 'GROUND_WHY_NOT_CLEAR', why);
        assert.equal(error.detail, `«Perché si applica qui»: ${told}`);
        return true;
      },
    );

  const both = [{ kind: 'clause' as const, clause: 'CRE-041' }, ...applies('Nota interna: chiudere presto.')];
  assert.throws(
    () => refuseUnclearReasons(crema, both, null),
    /motivo 2: c’è una nota per il banco \(parole da 1 a 2\)/,
  );
});
