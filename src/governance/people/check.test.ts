// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkMandates, type HeldByPerson } from './check.ts';
import { type MandateTerms, NO_TERMS } from './terms.ts';

const held = (name: string, over: Partial<HeldByPerson> = {}): HeldByPerson => ({
  ...{ person: { id: name, name }, role: 'moderator', capacity: 'communication', office: null, authority: null },
  ...{ networks: null, accounts: null, engagement: 'staff', coordinates: false, delegate: false, trained: false },
  ...over,
});
const ACCOUNTS = [
  { id: 'f', network: 'facebook', label: 'Facebook', name: 'Pagina', handle: 'pagina' },
  { id: 'x', network: 'x', label: 'X', name: 'Profilo', handle: 'profilo' },
];
const check = (terms: Partial<MandateTerms>, mandates: readonly HeldByPerson[]) =>
  checkMandates({
    ...{ terms: { ...NO_TERMS, ...terms }, mandates, accounts: ACCOUNTS },
    same: (one, other) => one.toLowerCase() === other.toLowerCase(),
  }).map(({ clause, what }) => `${clause} ${what}`);

it('a silent policy finds nothing amiss', () => {
  assert.deepEqual(check({}, []), []);
});

it('each account that a clause gives to an office has somebody of it, on that account', () => {
  const owners = [{ office: 'Stampa', clause: 'ABC-001', networks: ['facebook', 'x'] }];
  assert.equal(check({ owners }, []).length, 2);
  assert.deepEqual(check({ owners }, [held('Uno', { office: 'stampa' })]), []);
  assert.deepEqual(check({ owners }, [held('Uno', { office: 'stampa', accounts: ['f'] })]), [
    'ABC-001 «Profilo» su X: nessuno di «Stampa» ne ha l’incarico',
  ]);
  assert.equal(check({ owners }, [held('Uno', { office: 'Stampa', role: 'auditor', capacity: 'auditor' })]).length, 2);
  const group = [{ office: 'gruppo di lavoro del Dipartimento', clause: 'ABC-001', networks: ['x'] }];
  assert.deepEqual(check({ owners: group }, [held('Uno', { capacity: 'working-group' })]), []);
});

it('one person directs, by delegation only where the policy says so', () => {
  const directed = (mayDelegate: boolean) => [{ who: 'Dirigente', mayDelegate, clause: 'ABC-002' }];
  const director = held('Uno', { role: 'head', capacity: 'director' });
  assert.equal(check({ directed: directed(true) }, []).length, 1);
  assert.equal(
    check({ directed: directed(true) }, [director, { ...director, person: { id: '2', name: 'Due' } }]).length,
    1,
  );
  assert.deepEqual(check({ directed: directed(true) }, [{ ...director, delegate: true }]), []);
  assert.equal(check({ directed: directed(false) }, [{ ...director, delegate: true }]).length, 1);
});

it('a working group is of staff, under whoever directs', () => {
  const groups = [{ clause: 'ABC-003', coordinator: 'Dirigente', members: ['personale interno'] }];
  const director = held('Uno', { role: 'head', capacity: 'director', coordinates: true });
  const member = held('Due', { capacity: 'working-group' });
  assert.deepEqual(check({ groups }, [director, member]), []);
  assert.equal(check({ groups }, [member]).length, 1);
  assert.equal(check({ groups }, [{ ...director, delegate: true }, member]).length, 1);
  assert.match(check({ groups }, [director, { ...member, engagement: 'external' }])[0] ?? '', /Due/);
});

it('authorisations and trainings that lack are told by name', () => {
  const terms = { authorities: [{ by: 'Direzione', clause: 'ABC-004' }], training: ['ABC-005'] };
  assert.equal(check(terms, [held('Uno')]).length, 2);
  assert.deepEqual(check(terms, [held('Uno', { authority: 'direzione', trained: true })]), []);
  assert.deepEqual(check(terms, [held('Uno', { role: 'auditor', capacity: 'auditor' })]), []);
});
