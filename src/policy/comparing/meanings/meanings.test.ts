// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../index.ts';
import { clauseText, policyOf } from '../../testing/sample.ts';

interface Case {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly says: readonly string[];
}

/** Blocks of one clause each, before and after. */
const sentences = ({ before, after }: Pick<Case, 'before' | 'after'>): readonly string[] => {
  const documentOf = (blocks: readonly string[]) =>
    policyOf(blocks.map((block, index) => clauseText(10 + index, block))).document;
  return compare(documentOf(before), documentOf(after)).meaning.map(({ text }) => text);
};

const rule = (modality: string, categories: string, ...more: readonly string[]): string =>
  ['regola', `modalità: ${modality}`, `se: ${categories}`, ...more].join('\n');
const card = (...lines: readonly string[]): string => ['canale', 'rete: Facebook', ...lines].join('\n');
const X = 'canale\nrete: X\nstato: attivo';
const hours = (days: string, ranges: string, ...more: readonly string[]): string =>
  ['orario', 'vale per: moderazione', `giorni: ${days}`, `ore: ${ranges}`, ...more].join('\n');
const routed = (office: string, ...more: readonly string[]): string =>
  ['instradamento', 'se: reclamo', `verso: ${office}`, ...more].join('\n');
const reply = (...lines: readonly string[]): string => ['risposta', 'tipo: del personale', ...lines].join('\n');
const ladder = (...lines: readonly string[]): string => ['gradualità', ...lines].join('\n');
const category = (...lines: readonly string[]): string =>
  ['categoria', 'nome: bestemmie', 'etichetta: Bestemmie', ...lines].join('\n');

const CASES: Readonly<Record<string, Case>> = {
  'stricter, with the former modality': {
    before: [rule('si chiede', 'insulti')],
    after: [rule('da rimuovere', 'insulti')],
    says: ['Da ora gli insulti si rimuovono (prima si chiedeva soltanto di evitarli).'],
  },
  'categories that change alike share a sentence, and agree': {
    before: [rule('da rimuovere', 'volgarità o minacce')],
    after: [rule('può essere rimosso', 'volgarità o minacce')],
    says: ['Da ora le volgarità e le minacce possono essere rimosse (prima si rimuovevano).'],
  },
  'a rule moved to another clause changes nothing': {
    before: [rule('da rimuovere', 'spam'), rule('da rimuovere', 'insulti')],
    after: [rule('da rimuovere', 'insulti'), rule('da rimuovere', 'spam')],
    says: [],
  },
  'the stricter of two clauses is what counts': {
    before: [rule('da rimuovere', 'insulti'), rule('si chiede', 'insulti')],
    after: [rule('da rimuovere', 'insulti'), rule('può essere rimosso', 'insulti')],
    says: [],
  },
  'a rule for one kind of item': {
    before: [rule('da rimuovere', 'spam')],
    after: [rule('da rimuovere', 'spam', 'interventi: commenti e risposte')],
    says: [
      'Da ora, nei post di visitatori e nelle menzioni, i messaggi di spam non hanno più una regola (prima si rimuovevano).',
    ],
  },
  'a rule for one network': {
    before: [X, rule('da rimuovere', 'spam')],
    after: [X, rule('da rimuovere', 'spam', 'canali: tutti tranne X')],
    says: ['Da ora, su X, i messaggi di spam non hanno più una regola (prima si rimuovevano).'],
  },
  'a reservation makes removable what was only asked': {
    before: [rule('si chiede', 'fuori-tema')],
    after: [rule('si chiede', 'fuori-tema'), 'discrezione\nnorme: tutte\neffetto: può essere rimosso'],
    says: ['Da ora gli interventi fuori tema possono essere rimossi (prima si chiedeva soltanto di evitarli).'],
  },
  'how strong a signal must be': {
    before: [rule('da rimuovere', 'insulti')],
    after: [rule('da rimuovere', 'insulti', 'forza minima: 0,8')],
    says: ['La soglia oltre la quale contano gli insulti passa da 0,5 a 0,8.'],
  },
  'protected grounds of a rule': {
    before: [rule('da rimuovere', 'discriminazione', 'motivi: genere')],
    after: [rule('da rimuovere', 'discriminazione', 'motivi: genere; età')],
    says: ['Punto «Punto 10»: motivi: genere; età (prima: genere).'],
  },
  'what stays unanswered': {
    before: [],
    after: [rule('senza risposta', 'propaganda-politica')],
    says: ['Da ora i contenuti di propaganda politica restano senza risposta (prima non era previsto).'],
  },
  'a list that the source cuts off': {
    before: [],
    after: [rule('da rimuovere', 'dato mancante')],
    says: ['Non si sa a che cosa si applica il punto «Punto 10»: dato mancante.'],
  },
  'a clause falls asleep': {
    before: [rule('da rimuovere', 'insulti')],
    after: [rule('da rimuovere', 'insulti', 'dormiente: fino ad atto')],
    says: [
      'Da ora gli insulti non hanno più una regola (prima si rimuovevano).',
      'Il punto «Punto 10» è sospeso: vale solo dopo un atto che lo mette in vigore.',
    ],
  },
  'a new category, and its words': {
    before: [],
    after: [category('gravità: ordinaria', 'parole: «porco qui»')],
    says: ['Una nuova categoria: «Bestemmie», di gravità ordinaria; la fanno notare le parole «porco qui».'],
  },
  'a category grows and becomes graver': {
    before: [category('gravità: ordinaria', 'parole: «porco qui»')],
    after: [category('gravità: alta', 'parole: «porco qui»; «porco là»')],
    says: [
      'La gravità per la categoria «Bestemmie» è ora alta (prima: ordinaria).',
      'Nuove parole fanno notare la categoria «Bestemmie»: «porco là».',
    ],
  },
  'comments open': {
    before: [card('commenti: chiusi fino ad atto')],
    after: [card('commenti: aperti')],
    says: ['I commenti su Facebook si aprono (prima: chiusi fino ad atto).'],
  },
  'a new network, nothing more said of it': {
    before: [rule('da rimuovere', 'spam', 'canali: tutti')],
    after: [rule('da rimuovere', 'spam', 'canali: tutti'), 'canale\nrete: X\nmessaggi diretti: usati'],
    says: ['Si usano i messaggi diretti su X.'],
  },
  'a shift ends later': {
    before: [hours('lunedì', 'dalle 8:30 alle 16:30')],
    after: [hours('lunedì', 'dalle 8:30 alle 18:00')],
    says: ['Il lunedì si modera fino alle 18:00 (prima 16:30).'],
  },
  'a shift begins earlier, on days in a row': {
    before: [hours('dal lunedì al venerdì', 'dalle 9:00 alle 13:00 e dalle 14:00 alle 17:00')],
    after: [hours('dal lunedì al venerdì', 'dalle 8:00 alle 13:00 e dalle 14:00 alle 17:00')],
    says: ['Dal lunedì al venerdì si modera dalle 8:00 (prima 9:00).'],
  },
  'one more day, another dropped': {
    before: [hours('lunedì e martedì', 'dalle 9:00 alle 13:00')],
    after: [hours('martedì e domenica', 'dalle 9:00 alle 13:00')],
    says: [
      'Il lunedì non si modera più (prima dalle 9:00 alle 13:00).',
      'La domenica si modera dalle 9:00 alle 13:00 (prima no).',
    ],
  },
  'the same hours in two blocks instead of one': {
    before: [hours('lunedì e martedì', 'dalle 9:00 alle 13:00')],
    after: [hours('lunedì', 'dalle 9:00 alle 13:00'), hours('martedì', 'dalle 9:00 alle 13:00')],
    says: [],
  },
  'holidays, and hours that go missing': {
    before: [hours('lunedì', 'dalle 9:00 alle 13:00', 'festivi: esclusi')],
    after: [hours('lunedì', 'dalle 9:00 alle 13:00', 'festivi: compresi')],
    says: ['Il lunedì si modera anche se è festivo.'],
  },
  'hours that the source no longer gives': {
    before: [hours('lunedì', 'dalle 9:00 alle 13:00')],
    after: [hours('dato mancante', 'dato mancante')],
    says: ['L’orario di moderazione non è indicato: dato mancante.'],
  },
  'another office': {
    before: [routed('URP')],
    after: [routed('segreteria')],
    says: ['Cambia l’ufficio a cui si indirizzano le segnalazioni e i reclami: segreteria (prima: URP).'],
  },
  'another address of the same office': {
    before: [routed('URP', 'indirizzo: urp@comune.example')],
    after: [routed('URP', 'indirizzo: reclami@comune.example')],
    says: [
      'Cambia l’indirizzo a cui vanno le segnalazioni e i reclami: reclami@comune.example (prima: urp@comune.example).',
    ],
  },
  'sent on, and no longer': {
    before: [],
    after: [routed('URP', 'indirizzo: dato mancante')],
    says: ['Da ora le segnalazioni e i reclami si indirizzano: URP.'],
  },
  'a reply within less time': {
    before: [reply('entro: 48 ore', 'se: domanda')],
    after: [reply('entro: 24 ore', 'se: domanda')],
    says: ['La risposta per le domande: entro 24 ore (prima: 48 ore).'],
  },
  'a new automatic reply, in its words': {
    before: [],
    after: ['risposta\ntipo: automatica\nquando: di notte\ntesto: «Rispondiamo domani.»\ninterventi: messaggi diretti'],
    says: ['Si aggiunge la risposta automatica ai messaggi diretti di notte: «Rispondiamo domani.»'],
  },
  'after how many times, and whether one is warned': {
    before: [ladder('soglia: 3', 'avviso: non previsto', '- si deve: rimuovere')],
    after: [ladder('soglia: 2', 'avviso: previsto', '- si deve: rimuovere')],
    says: [
      'La soglia di ripetizioni per le misure passa da 3 a 2.',
      'L’avviso prima delle misure: previsto (prima: non previsto).',
    ],
  },
  'rungs of the ladder': {
    before: [ladder('- si deve: rimuovere', '- si può: bloccare')],
    after: [ladder('- si può: avvisare', '- si deve: bloccare', '- si deve: rimuovere')],
    says: [
      'Una nuova misura: si può avvisare.',
      'Fra le misure, ora si deve bloccare (prima: si può bloccare).',
      'Cambia l’ordine delle misure: bloccare, poi rimuovere.',
    ],
  },
  'where citizens write': {
    before: ['contatto\nper: accessi\nindirizzo: urp@comune.example'],
    after: ['contatto\nper: accessi\nindirizzo: accessi@comune.example'],
    says: ['Per «accessi» si scrive a: accessi@comune.example (prima: urp@comune.example).'],
  },
  'an apostrophe typed otherwise changes nothing': {
    before: ["contatto\nper: diritto d'autore\nindirizzo: urp@comune.example", "conservazione\ndi: atti dell'ente"],
    after: ['contatto\nper: diritto d’autore\nindirizzo: urp@comune.example', 'conservazione\ndi: atti dell’ente'],
    says: [],
  },
  'a reply everywhere but on one network': {
    before: [X, reply('entro: 48 ore', 'canali: tutti tranne X')],
    after: [X, reply('entro: 24 ore', 'canali: tutti tranne X')],
    says: ['La risposta ovunque tranne X: entro 24 ore (prima: 48 ore).'],
  },
  'a telephone beside the address': {
    before: ['contatto\nper: accessi\nindirizzo: urp@comune.example'],
    after: ['contatto\nper: accessi\nindirizzo: urp@comune.example\ntelefono: 06 0000000'],
    says: ['Per «accessi» si scrive a: urp@comune.example, 06 0000000 (prima: urp@comune.example).'],
  },
  'a block that has no words of its own here, key by key': {
    before: ['conservazione\ndi: messaggi\nper: 30 giorni'],
    after: ['conservazione\ndi: messaggi\nper: 60 giorni'],
    says: ['Punto «Punto 10»: (conservazione) per: 60 giorni (prima: 30 giorni).'],
  },
  'examples and recorded defects ask nothing of the desk': {
    before: [],
    after: ['difetto\ntipo: refuso\nnota: una parola ripetuta'],
    says: [],
  },
};

for (const [name, { before, after, says }] of Object.entries(CASES))
  test(name, () => assert.deepEqual(sentences({ before, after }), says));

test('each of these said backwards says something too, or nothing where nothing was said', () => {
  for (const [name, { before, after, says }] of Object.entries(CASES))
    assert.equal(sentences({ before: after, after: before }).length > 0, says.length > 0, name);
});
