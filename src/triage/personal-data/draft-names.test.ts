// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedInDraft } from './draft-names.ts';

const named = (text: string): string[] => namedInDraft(text).map((span) => text.slice(...span));

test('a surname after a title or a role is a name, whatever is said of it', () => {
  for (const [text, name] of [
    ['La direttrice Inventini ha deciso così.', 'Inventini'],
    ['il dottor Verdi ha sbagliato', 'Verdi'],
    ['La dottoressa Neri non c’era, la pratica l’ha chiusa lei', 'Neri'],
    ['Secondo l’infermiera Gallo il turno era finito', 'Gallo'],
    ['Il direttore sanitario Ferri ha firmato', 'Ferri'],
    ['l’assistente sociale Riva le telefonerà', 'Riva'],
    ['La responsabile dell’URP, Conti, le risponderà', 'Conti'],
    ['Dott.ssa Anna Di Maio, stanza 3', 'Anna Di Maio'],
    ['Chieda del Dott. M. D’Angelo', 'M. D’Angelo'],
    ['il dipendente Greco ha sbagliato', 'Greco'],
    ['Lo ha deciso il dott. VERDI', 'VERDI'],
    ['Il ritardo è per via della dottoressa Neri', 'Neri'],
    ['Lo studio del dottor Verdi è chiuso', 'Verdi'],
  ] as const)
    assert.deepEqual(named(text), [name], text);
  assert.deepEqual(named('La dottoressa Neri e il dottor Verdi, Neri compresa'), ['Neri', 'Verdi']);
});

test('streets, hospitals, offices, roles written large, brands and who is elected are none', () => {
  for (const text of [
    'Gli uffici sono in via Dottor Verdi 4, vicino a piazza Sindaco Rossi.',
    'Al padiglione Dottor Verdi e in via del Medico Bianchi si entra senza appuntamento.',
    'La farmacia dottor Verdi è di turno.',
    'Scriva al Direttore Sanitario, al Responsabile della Protezione dei Dati o alla Dirigente Scolastica.',
    'Il direttore dell’Ospedale Maggiore e il Direttore UOC Cardiologia rispondono qui.',
    'La dottoressa Le darà un appuntamento, il medico Competente Suo figlio lo vede dopo.',
    'Il sindaco Rossi e l’assessore Bianchi saranno presenti; il dott. Rossi, sindaco, aprirà i lavori.',
    'L’operatore Vodafone ha chiamato, il tecnico Enel arriva domani.',
    'Il medico ATS, l’infermiera ASST Crema e il responsabile Privacy.',
    'Ha parlato con la collega Paola e la signora Maria.',
    'Per il medico Martedì siamo chiusi. Bianchi è il colore delle strisce.',
    'La direttrice. Bianchi i fogli, neri i margini.',
  ])
    assert.deepEqual(named(text), [], text);
});

test('long texts cost no more than their length', () => {
  const started = performance.now();
  namedInDraft(`${'responsabile '.repeat(20_000)},`);
  namedInDraft(`il dottor ${'Aa'.repeat(40_000)}`);
  namedInDraft('via del '.repeat(20_000));
  assert.ok(performance.now() - started < 2000);
});
