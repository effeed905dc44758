// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PolicyDocument, parse } from '#policy';
import { policyText } from './policy-text.ts';
import { worldOf } from './world.ts';

const POLICY = policyText(`### ESE-001 · Facebook e X

Siamo su Facebook & su X, «per tutti».

~~~canale
rete: Facebook
commenti: disattivati
~~~

~~~canale
rete: X
commenti: aperti
~~~

### ESE-002 · Dati personali

Si rimuovono.

~~~regola
modalità: da rimuovere
se: dati-personali
~~~

### ESE-003 · Parole maiuscole

Si chiede di non gridare.

~~~categoria
nome: grida
etichetta: Grida
gravità: bassa
parole: «basta con le grida»
~~~

~~~regola
modalità: si chiede
se: grida
dormiente: fino ad atto
~~~

### ESE-004 · Dove scrivere

Si scrive all'URP.

~~~contatto
per: tutto
indirizzo: urp@comune.example
~~~

### ESE-005 · Orario

Di mattina.

~~~orario
vale per: moderazione
giorni: dal lunedì al venerdì
ore: dalle 9:00 alle 13:00
festivi: esclusi
~~~

# Policy interna

## Chi lavora

### ESE-006 · Contatti interni

Si scrive alla segreteria.

~~~contatto
per: personale
indirizzo: segreteria@comune.example
~~~
`);

const { policy: document, complaints } = parse(POLICY, 'prova');
assert.deepEqual(complaints, []);
const world = worldOf(document as PolicyDocument);

test('a text is judged as triage reads it, with the body’s own terms', () => {
  const stranger = world.judge('Chiamatelo, è rossi.prova@posta.example');
  assert.equal(stranger.proposal.action, 'remove');
  assert.deepEqual(
    stranger.clauses.map(({ id }) => id),
    ['ESE-002'],
  );
  assert.deepEqual(world.judge('Ho scritto a urp@comune.example').clauses, []);
  assert.ok(world.notice('ora basta con le grida').some(({ category }) => category === 'grida'));
});

test('signals given by hand take the place of what triage notices', () => {
  const text = 'rossi.prova@posta.example';
  assert.deepEqual(world.judge({ text, signals: [] }).clauses, []);
  assert.equal(world.judge({ signals: ['personal-data'] }).proposal.action, 'remove');
  assert.equal(world.judge({ signals: { 'personal-data': 0.4 } }).proposal.action, 'none');
});

test('an item is a comment on the first open channel, on a working Tuesday in Rome, unless it says otherwise', () => {
  assert.equal(world.judge('buongiorno, quando aprite?').due?.at.toISOString(), '2026-01-13T12:00:00.000Z');
  const night = world.judge({ text: 'quando aprite?', at: '2026-12-24T23:00' });
  assert.equal(night.due?.at.toISOString(), '2026-12-28T12:00:00.000Z', 'Christmas and a weekend are between');
  assert.ok(world.grounds('hide', { signals: ['personal-data'] }).includes('ESE-002'));
  assert.deepEqual(world.grounds('hide', { signals: ['personal-data'], kind: 'message' }), []);
  assert.equal(world.judge({ signals: [], media: true }).mustLook, true);
});

test('what clauses say is there by network, by kind of block and by id', () => {
  assert.equal(world.card('facebook').comments?.what, 'disabled');
  assert.deepEqual(world.card('youtube'), {});
  assert.deepEqual(
    world.blocks('contact').map(({ clause }) => `${clause.id} ${clause.audience}`),
    ['ESE-004 external', 'ESE-006 internal'],
  );
  assert.equal(world.clause('ESE-006')?.audience, 'internal');
  assert.equal(world.clause('ESE-009'), undefined);
});

test('what a citizen reads of a clause is plain text', () => {
  assert.match(world.shown('ESE-001'), /Siamo su Facebook & su X, «per tutti»\./);
  assert.doesNotMatch(world.shown('ESE-001'), /[<>]|Si rimuovono/);
  assert.equal(world.shown('ESE-006'), '');
});

test('what a body recorded makes another world of the same policy', () => {
  const shout = { signals: ['grida'] };
  assert.equal(world.judge(shout).clauses[0]?.dormant, true);
  const awake = world.under({ acts: [{ clause: 'ESE-003', act: 'delibera n. 1' }] });
  assert.equal(awake.judge(shout).clauses[0]?.dormant, false);
  assert.equal(world.judge(shout).clauses[0]?.dormant, true);
});
