// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticedIn } from './analyse.ts';
import { analyse } from './index.ts';
import { read } from './reading.ts';

/** Source, words and strength of what tells a person, as the rules say it before the whole is asked. */
const told = (text: string) =>
  noticedIn(read(text), {})
    .filter(({ category }) => category === 'personal-data')
    .toSorted((one, other) => (one.spans[0]?.[0] ?? 0) - (other.spans[0]?.[0] ?? 0))
    .map(({ source, spans, strength }) => [source, text.slice(...(spans[0] ?? [0, 0])), strength] as const);
const certain = (text: string) =>
  told(text)
    .filter(([, , strength]) => strength >= 0.5)
    .map(([source, written]) => [source, written]);

const NAMED: readonly (readonly [text: string, name: string])[] = [
  ['ieri Zaira Provolotti è passata davanti a tutti', 'Zaira Provolotti'],
  ['chiedi di pina inventata', 'pina inventata'],
  ['MA SE ROCCO PROVOLOTTI HA TRE CASE', 'ROCCO PROVOLOTTI'],
  ['il signor Provolotti vende i posti in fila', 'Provolotti'],
  ['l’avv. G. Provolotti difende quelli', 'G. Provolotti'],
  ['firma sempre Provolotti Zaira, la stessa', 'Provolotti Zaira'],
  ['la famiglia Provolotti ha avuto la casa', 'Provolotti'],
  ['la Provolotti ha parlato col capo', 'Provolotti'],
  ['quel furbo di Gaspare de’ Provolotti', 'Gaspare de’ Provolotti'],
  ['nuora dell’ex presidente: Zaira Provolotti', 'Zaira Provolotti'],
];
for (const [text, name] of NAMED)
  test(`a person is named in «${text}»`, () => {
    assert.deepEqual(certain(text), [['nome', name]]);
  });

const NOBODY = [
  'lo sportello di via Ugo Provolotti è chiuso',
  'il padiglione Zaira Provolotti ha il tetto rotto',
  'in piazza San Gaspare non si parcheggia',
  'Santa Lucia ci protegga',
  'l’Assessore alla Sanità e il Direttore Generale tacciono',
  'Buon Natale a tutti, Felice Anno Nuovo',
  'da Gennaio a Marzo tutto fermo',
  'grazie maria siete stati gentili',
  'ce ne sarà uno per tutti, salvo imprevisti',
  'forza Real Fantasia, domenica si vince',
  'mario rossi nel modulo è il nome di esempio',
  'la festa della gioia e della vittoria',
];
for (const text of NOBODY)
  test(`nobody is named in «${text}»`, () => {
    assert.deepEqual(certain(text), []);
  });

test('who holds a public office is no private person', () => {
  assert.deepEqual(told('il sindaco Zaira Provolotti non risponde'), [['nome', 'Zaira Provolotti', 0.3]]);
  assert.deepEqual(told('voto Zaira Provolotti, lista civica'), [['nome', 'Zaira Provolotti', 0.3]]);
});

test('a given name alone weighs little, and more beside a contact', () => {
  assert.deepEqual(told('grazie a Zaira di tutto'), [['nome', 'Zaira', 0.35]]);
  assert.deepEqual(certain('chiamate Zaira 333 1234567'), [
    ['nome', 'Zaira'],
    ['telefono', '333 1234567'],
  ]);
});

test('children named, with their age or class, and children in general', () => {
  assert.deepEqual(certain('la piccola Zaira, 7 anni, resta fuori'), [['minore', 'piccola Zaira, 7 anni']]);
  assert.deepEqual(certain('Gaspare fa la seconda elementare')[0]?.[0], 'minore');
  assert.deepEqual(certain('la quindicenne figlia del benzinaio')[0]?.[0], 'minore');
  assert.deepEqual(certain('i bambini di 7 anni della primaria mangiano in piedi'), []);
  assert.deepEqual(certain('via Zaira 7, anni di lavori'), [['indirizzo', 'via Zaira 7']]);
});

test('what somebody has with the law, and the law in general', () => {
  const text = 'Zaira Provolotti è stata arrestata per furto';
  assert.deepEqual(certain(text), [
    ['nome', 'Zaira Provolotti'],
    ['dati-giudiziari', 'è stata arrestata per furto'],
  ]);
  assert.ok(certain('il mio vicino ha precedenti per spaccio').some(([source]) => source === 'dati-giudiziari'));
  assert.deepEqual(certain('un condannato ha diritto a curarsi, in carcere il medico c’è'), []);
  assert.deepEqual(certain('è stato arrestato un ladro di biciclette'), []);
});

test('captions by which a small town knows somebody', () => {
  assert.deepEqual(certain('quello a sinistra è il figlio del farmacista di Borgofinto'), [
    ['persona-riconoscibile', 'figlio del farmacista di Borgofinto'],
  ]);
  assert.deepEqual(certain('il farmacista di turno è gentile'), []);
});

test('the health of somebody whom the trade tells, and health in general', () => {
  const health = (text: string) =>
    analyse(text).filter(({ category, strength }) => category === 'sensitive-data' && strength >= 0.5).length;
  assert.equal(health('la bidella con la scabbia è tornata'), 1);
  assert.equal(health('Zaira Provolotti è in cura per la depressione'), 1);
  assert.equal(health('una signora in dialisi aspetta'), 0);
  assert.equal(health('il medico spiega che cos’è il diabete'), 0);
});
