// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { folded } from '../reading/characters.ts';
import { isProtective, modalityOf } from './modality.ts';

for (const [text, modality] of [
  ['Saranno immediatamente rimossi i commenti volgari.', 'must-remove'],
  ['L’ente provvede alla cancellazione dei messaggi offensivi.', 'must-remove'],
  ['Rimuoviamo i post che contengono spam.', 'must-remove'],
  ['Non saranno tollerati e saranno cancellati gli insulti.', 'must-remove'],
  ['L’ente si riserva il diritto di rimuovere i commenti fuori tema.', 'may-remove'],
  ['I contenuti offensivi potranno essere oscurati.', 'may-remove'],
  ['Sono soggetti a moderazione gli interventi ripetuti.', 'may-remove'],
  ['Gli amministratori hanno facoltà di eliminare i commenti.', 'may-remove'],
  ['Non sono ammessi insulti.', 'asked'],
  ['È vietato pubblicare dati personali.', 'asked'],
  ['Si invitano gli utenti a evitare polemiche.', 'asked'],
  ['Vi chiediamo di rispettare gli altri.', 'asked'],
  ['Non rispondiamo a domande di carattere politico.', 'no-reply'],
  ['A questi messaggi non verrà data risposta.', 'no-reply'],
  ['La pagina informa sui servizi.', undefined],
  ['I contenuti sono curati dalla redazione.', undefined],
] as const)
  it(`${text} → ${modality ?? 'nothing'}`, () => assert.equal(modalityOf(folded(text)), modality));

for (const [text, expected] of [
  ['Le critiche, anche dure, sono benvenute.', true],
  ['Non cancelliamo le opinioni negative.', true],
  ['Tutti possono esprimere liberamente la propria opinione.', true],
  ['Gli insulti sono rimossi.', false],
] as const)
  it(`${text} protects: ${expected}`, () => assert.equal(isProtective(folded(text)), expected));
