// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../index.ts';

const strongest = (text: string, category: string): number =>
  Math.max(0, ...analyse(text).map((signal) => (signal.category === category ? signal.strength : 0)));

/** What is said by words in company, and beside it the same words in other company. */
const PAIRS: Readonly<Record<string, { readonly said: readonly string[]; readonly not: readonly string[] }>> = {
  illegal: {
    said: [
      'Ragazzi ho del fumo marocchino ottimo, ci troviamo dietro la biblioteca',
      'vendo green pass, funziona e passa la verifica',
      'Porto dalla Svizzera sigarette a metà prezzo, senza passare dogana',
    ],
    not: [
      'Cerco badante per mia madre, contratto regolare e contributi',
      'in piazza spacciano erba alla luce del sole, vergogna',
      'mi serve il certificato di residenza, come faccio?',
    ],
  },
  disruption: {
    said: [
      'siete buoni solo a bannare chi non vi lecca',
      'dai bloccami che aspetti, leone',
      'scrivete a raffica sulla diretta così la devono chiudere',
    ],
    not: [
      'Avete cancellato la mia prenotazione senza dirmi niente',
      'per favore cancellate il mio commento, ho messo il numero di telefono',
      'Il bando è sparito dal sito, potete rimetterlo?',
    ],
  },
  obscene: {
    said: ['me la trombo volentieri la fisioterapista', 'fammi vedere le mutandine dai', '8=====D per voi'],
    not: [
      'che bella bocca di leone nelle aiuole nuove',
      'Ho dolori alle gambe da mesi, a chi mi rivolgo?',
      'letto in camera doppia o singola nella rsa?',
    ],
  },
  incitement: {
    said: [
      'a certi medici bisognerebbe spezzargli le dita una a una',
      'ci vuole il manganello con questa gente, solo quello capiscono',
      'Occupate tutto, buttate giù i cancelli e prendetevi le case',
    ],
    not: [
      'I ladri vanno arrestati e processati',
      'bruciate le calorie con i gruppi di cammino!',
      'andiamo tutti a votare e mandiamoli a casa',
    ],
  },
  threat: {
    said: [
      'prova a passare da casa mia e vedi come torni, a pezzi',
      'vi conviene chiamare la scorta lunedì',
      'appena becco quello che ha firmato lo scuoio',
    ],
    not: [
      'la mia macchina l’ho trovata senza gomme stamattina, chi chiamo?',
      'Vengo a prendere mia madre alle otto, dove parcheggio?',
      'non vi ammazzo mica',
    ],
  },
  discrimination: {
    said: [
      'Non affitto ad africani, sporcano e basta',
      'i ciechi se ne stiano a casa invece di rallentare l’autobus',
      'testimoni di Geova fuori dal quartiere, setta di invasati',
    ],
    not: [
      'mio figlio disabile aspetta da un anno l’assistente',
      'basta razzismo, i migranti sono persone come noi',
      'le donne incinte hanno la precedenza allo sportello?',
    ],
  },
  defamation: {
    said: ['il segretario chiede la busta per la licenza', 'il caposala si tiene le offerte dei pazienti'],
    not: ['È vero che il direttore chiede la busta?', 'l’assessore ha tagliato i fondi alla scuola'],
  },
  emergency: {
    said: [
      'stanno picchiando un barbone ai giardini, sono in cinque',
      'una donna urla aiuto dal terzo piano da dieci minuti',
      'Non voglio più svegliarmi domattina',
    ],
    not: [
      'il rilevatore di gas va messo in cucina per legge?',
      'esercitazione antincendio domani alla scuola media',
      'muoio dal caldo in sala d’attesa, aprite una finestra',
    ],
  },
  insult: {
    said: ['il responsabile è una serpe', 'cretino, leggi prima di scrivere', 'siete dei cani'],
    not: ['ieri al canile due cani bellissimi', 'mi sento un idiota, ho sbagliato giorno', 'lo avete venduto?'],
  },
};

for (const [category, { said, not }] of Object.entries(PAIRS)) {
  for (const text of said)
    test(`${category}: «${text}»`, () => {
      assert.ok(strongest(text, category) >= 0.5, String(strongest(text, category)));
    });
  for (const text of not)
    test(`not ${category}: «${text}»`, () => {
      assert.ok(strongest(text, category) < 0.5, String(strongest(text, category)));
    });
}
