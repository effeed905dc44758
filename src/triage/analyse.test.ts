// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VOCABULARY } from '#policy';
import { RULES } from './categories.ts';
import { analyse } from './index.ts';

const strengthOf = (text: string, category: string): number =>
  Math.max(
    0,
    ...analyse(text)
      .filter((signal) => signal.category === category)
      .map((signal) => signal.strength),
  );

/** Each text shows its category at 0.5 or more. All are invented. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  insult: [
    'siete dei buffoni',
    'Siete un branco di incapaci e ladri',
    "quell'incapace del direttore",
    'sei proprio un coglione',
    '😡 str0nzi!!!',
    'il sindaco è un pagliaccio',
    'andate a farvi fottere',
    'Vaffanculo',
    'brutti bastardi',
    'siete solo dei parassiti',
    'che branco di cretini',
    'idioti come voi',
    'siete tutti dei c*glioni',
    'ASL di ladri',
    'non siete altro che dei buffoni',
    'i medici sono dei criminali',
    'siete delle m e r d e',
    "Quegli idioti dell'ufficio non sanno leggere",
    "quei cretini dell'anagrafe",
    'quegli imbecilli allo sportello',
    'Chi ha scritto questo post è un cretino',
    'chi risponde qui è un deficiente',
    'leccac*lo',
    'andate a cag*re',
    'ladri e str0nzi',
    'pagliacci, vaff...',
    'ma stai zitto idiota che nn capisci niente',
    'buffone, vergognati',
    'taci, cretino',
    'bugiardi e incap@ci',
  ],
  vulgar: [
    'che cazzo di orari',
    'servizio di merda',
    'mi avete rotto le palle',
    'porco dio che coda',
    'c***o che attesa',
    'non ci si capisce una minchia',
  ],
  disruption: [
    'Chi modera questa pagina è un idiota',
    'moderatori di merda',
    'che buffone il moderatore',
    'i moderatori sono dei vigliacchi',
  ],
  threat: [
    'giuro che brucio tutto',
    'Dottore, la aspetto fuori e gliela faccio pagare',
    'vengo lì e ti spacco la faccia',
    've la faccio pagare',
    'vi brucio',
    'Vi ammazzo tutti',
    'so dove abiti',
    'ti aspetto sotto casa',
    'giuro che vi ammazzo',
    'la prossima volta vengo con la benzina',
    'vi prendo a sprangate',
    'spero che crepi',
    'vorrei strangolare il direttore',
    'voglio ucciderti',
    'v1 amm4zzo',
  ],
  incitement: [
    'bruciamo il comune',
    'andiamo lì e incendiamogli la sede',
    'sfasciamogli gli uffici',
    'dovrebbero essere tutti fucilati',
    'sparategli',
    'andiamo tutti sotto casa del direttore',
    'gli assessori andrebbero impiccati',
    'morte a tutti i medici',
  ],
  discrimination: [
    'gli zingari sono tutti ladri',
    'gli stranieri devono curarsi a casa loro',
    'gli immigrati portano solo malattie, mandateli a casa loro',
    'odio i gay',
    'immigrati tornate a casa vostra',
    'sporchi negri',
    'i disabili sono inferiori',
    'sei un fr0cio',
    'le donne non sono altro che spazzatura',
    'quei terroni',
    'i musulmani non meritano di vivere',
  ],
  obscene: ['guarda i miei video porno', 'belle tette', 'cerco sesso gratis'],
  spam: [
    'Guadagna 500 euro al giorno da casa, scrivimi in privato',
    'Prestiti veloci tra privati, WhatsApp 333 1234567',
    'Hai vinto un iPhone gratis clicca qui https://bit.ly/xyz',
  ],
  commercial: [
    'Vendo divano come nuovo 50 euro, 333 1234567',
    'Super offerta! Sconto del 30% su www.negozio-esempio.it',
    'Apparecchi acustici -70% solo oggi www.negozio-esempio.it',
    'Condizionatori a rate da 19 euro al mese, installazione in giornata! negozio-esempio.it',
    'Affitto stanza singola 300 euro al mese',
    'Stanco di aspettare? Info e preventivo gratis, tasso zero www.prestiti-trottapiano.example.com',
    'Esami sballati? Con le nostre capsule torni come nuovo, spedizione gratis capsule-zeta.example.com',
  ],
  political: [
    'Votate la lista civica!',
    'il 9 giugno vota Pinco candidato sindaco',
    'Forza Lega',
    'Noi della Lista Aurora ci siamo. Iscriviti e vota Aurora!',
    'barra il simbolo',
  ],
  alarmist: [
    'Ci stanno avvelenando tutti, fate girare',
    'i vaccini uccidono',
    'in zona nord 5000 casi di virus mortale, lo tengono nascosto, fate girare',
    "c'è il colera, 200 morti e nessuno ve lo dice, condividete prima che lo cancellino",
  ],
  illegal: ['vendo patenti senza esame, contattatemi'],
  defamation: ['il dottor Pincopalli prende mazzette', 'la dirigente ruba i soldi'],
  'sensitive-data': [
    "la signora Rossi del terzo piano ha l'epatite",
    'mia suocera ha il tumore ed è ricoverata da voi',
    'mio cugino è sieropositivo',
    'mia cognata è in cura al centro di salute mentale',
    'non assumete Ginetta Pantofola che è stata ricoverata in psichiatria',
    'La signora del terzo piano scala B, la Bersagli, ha il tumore',
    'questo è il referto di mio cognato Evaristo Pallavolo',
    'ecco la cartella clinica di Evaristo Pallavolo',
  ],
  'personal-case': [
    'io aspetto da marzo la risonanza',
    'Ho fatto domanda a gennaio e la mia pratica è ferma',
    "io ho avuto un carcinoma e sono in terapia ormonale, mi arriva l'invito?",
    'Sono diabetica e non mi danno le strisce, come faccio?',
  ],
  emergency: [
    'non ce la faccio più, voglio farla finita',
    'mi ammazzo',
    'Aiuto, mio padre non respira!',
    'chiamate un’ambulanza',
    'siamo intrappolati al primo piano',
    'a volte penso che se non mi svegliassi starebbero meglio tutti',
    'non ce la faccio più, meglio sparire per sempre',
    'voglio farla finita',
    'senza di me starebbero tutti meglio',
    'la vita non ha più senso',
    "Aiuto, c'è una donna a terra davanti alla scuola",
    "c'è un signore per terra che non risponde",
  ],
  criticism: [
    'siete lenti',
    'vergogna, tre mesi per una visita',
    'complimenti, bravi, come sempre',
    'è uno schifo di servizio',
    'grazie per niente',
    'Sindaco, dimettiti: non hai fatto niente',
  ],
  question: ['quando aprono le iscrizioni?', 'Scusate ma a che ora chiude lo sportello'],
  complaint: [
    'vi segnalo una buca in via Roma',
    'il sito non funziona',
    'Devo segnalare un problema serio con la mensa',
  ],
  thanks: ['Grazie mille, gentilissimi', 'complimenti a tutto il reparto'],
  'nothing-to-do': ['👍👍', '@pinco.pallo', 'Marco', '...'],
};

for (const [category, texts] of Object.entries(SHOWN))
  for (const text of texts)
    test(`${category}: «${text}»`, () => {
      const strength = strengthOf(text, category);
      assert.ok(strength >= 0.5, `${strength}: ${JSON.stringify(analyse(text))}`);
    });

/** Texts that must not show this category at 0.5 or more. */
const NOT_SHOWN: readonly (readonly [category: string, text: string])[] = [
  ['insult', 'mi hanno dato del ladro'],
  ['insult', 'il direttore mi ha chiamato cretino'],
  ['insult', 'non siete dei ladri'],
  ['insult', 'Non dico che siete dei buffoni'],
  ['insult', 'che stupida che sono, ho sbagliato ufficio'],
  ['insult', 'il collega ha urlato «siete degli idioti» alla signora'],
  ['threat', 'vi denuncio e la pagherete in tribunale'],
  ['threat', 'mi ammazzo di lavoro'],
  ['threat', 'la multa gliela faccio pagare a chi guidava'],
  ['disruption', 'i moderatori non sono degli idioti'],
  ['disruption', 'moderatori incompetenti'],
  ['emergency', 'un bambino per terra a giocare nel cortile della scuola'],
  ['emergency', "c'è un albero a terra in via Roma"],
  ['thanks', 'avete promesso tutto, complimenti'],
  ['threat', 'non vi ammazzo mica'],
  ['threat', 'questa attesa ci uccide'],
  ['incitement', 'gli sprechi vanno eliminati'],
  ['emergency', 'mi ammazzo di fatica per due soldi'],
  ['emergency', 'si muore dal ridere'],
  ['discrimination', 'non odio i gay'],
  ['discrimination', 'chi dice che gli immigrati sono ladri sbaglia'],
  ['discrimination', 'mia figlia è disabile e lo sportello è inaccessibile'],
  ['discrimination', 'le donne sono trattate come bestie in quel reparto'],
  ['political', 'il governo ha tagliato la sanità, vergogna'],
  ['political', 'non votate più, tanto è inutile'],
  ['commercial', 'ho venduto la macchina e devo disdire il bollo'],
  ['spam', 'quanto guadagna un dirigente?'],
  ['sensitive-data', 'quando riapre il centro diabete?'],
  ['sensitive-data', 'campagna contro il tumore al seno'],
  ['thanks', 'grazie per niente'],
  ['thanks', 'complimenti, tre mesi per una visita'],
  ['question', 'Stanco di aspettare? Info e preventivo gratis, tasso zero www.prestiti-trottapiano.example.com'],
  ['commercial', 'il prestito della biblioteca è gratis? https://www.comune.esempio.it/biblioteca'],
  ['vulgar', 'che cazzo di servizio è questo, tre ore di fila'],
  ['vulgar', 'incompetenti del c@zzo'],
  ['insult', 'incompetenti del c@zzo'],
  ['insult', 'siete ridicoli e incapaci'],
  ['insult', 'stai zitta e ferma mentre ti fanno il prelievo'],
  ['emergency', 'voglio farla finita con queste code'],
  ['emergency', 'non ce la faccio più con questi orari'],
  ['sensitive-data', 'dove ritiro il referto di mia madre?'],
  ['sensitive-data', 'la cartella clinica di mio padre non arriva da due mesi'],
  ['sensitive-data', 'la Sardegna ha il tumore più diffuso'],
  ['personal-case', 'i letti sono di chi ha il covid?'],
  ['alarmist', 'ci sono stati 300 casi di influenza, dicono i dati'],
];
for (const [category, text] of NOT_SHOWN)
  test(`not ${category}: «${text}»`, () => {
    assert.ok(strengthOf(text, category) < 0.5, JSON.stringify(analyse(text)));
  });

test('spans are exact UTF-16 offsets after an emoji', () => {
  const text = '😡 siete dei b u f f o n i!!';
  const [signal] = analyse(text).filter(({ category }) => category === 'insult');
  assert.equal(text.slice(...(signal?.spans[0] ?? [0, 0])), 'siete dei b u f f o n i');
});

test('signals come in order, with reasons, inside the text, and the same every time', () => {
  const text = 'Siete dei ladri, vi ammazzo! Chiamatemi al 333 1234567, la signora Rossi ha il cancro.';
  const signals = analyse(text);
  assert.deepEqual(analyse(text), signals);
  const starts = signals.map((signal) => signal.spans[0]?.[0] ?? 0);
  assert.deepEqual(
    starts,
    [...starts].sort((a, b) => a - b),
  );
  for (const signal of signals) {
    assert.match(signal.reason, /^[\p{Lu}«].*\.$/u);
    assert.ok(signal.strength > 0 && signal.strength <= 1 && signal.source !== '');
    for (const [start, end] of signal.spans) assert.ok(start >= 0 && start < end && end <= text.length);
  }
});

test('the vocabulary says of each category whether a rule can notice it', () => {
  const slugs = VOCABULARY.filter(({ textCanShow }) => textCanShow).map(({ slug }) => slug);
  assert.deepEqual([...new Set(RULES.flatMap(({ categories }) => categories))].sort(), slugs.sort());
});

/** What once cost time that grew with the square of the length. */
const HOSTILE =
  `a.|1 |via |x@|*a|s t |«|siete dei |3 3|A1|0|1!a|c4zz0 |c***o |cazzo |idioti |idiota è |odio i gay |muori |AB123CD |
a@b.it |IT60X0542811101000000123456 |via Roma 1 |la signora Rossi ha il cancro |vi ammazzo |chi modera è un idiota |quegli idioti dell'ufficio `
    .replaceAll('\n', '')
    .split('|');

for (const piece of HOSTILE)
  test(`sixteen thousand characters of «${piece}» are read in time`, () => {
    const text = piece.repeat(Math.ceil(16_000 / piece.length));
    const best = Math.min(
      ...[1, 2, 3].map(() => {
        const start = performance.now();
        analyse(text);
        return performance.now() - start;
      }),
    );
    assert.ok(best < 150, `${Math.round(best)} ms`);
  });
