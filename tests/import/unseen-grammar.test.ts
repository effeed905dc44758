// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ImportedClause, importPolicy } from '../../src/rulebook/importing/index.ts';

// How regulations of bodies that nobody here has seen may speak, a sentence at a time. All invented.

async function clauseOf(sentence: string): Promise<ImportedClause> {
  const text = `Social media policy del Comune di Roccaprova\n\nRegole\n\n${sentence}\n`;
  const { clauses } = await importPolicy(new TextEncoder().encode(text), 'prova.txt');
  const [clause] = clauses;
  assert.ok(clause !== undefined && clauses.length === 1, sentence);
  return clause;
}

describe('what is done with a content', () => {
  for (const [sentence, modality, categories] of [
    ['Verranno, inoltre, rimossi i contenuti diffamatori.', 'must-remove', 'defamation'],
    ['Potranno, a giudizio della redazione, essere rimossi i messaggi ripetuti.', 'may-remove', 'repetition'],
    ['Saranno moderati, cancellati e/o segnalati i commenti scurrili.', 'must-remove', 'vulgar'],
    ['Chi mette in mostra volgarità vedrà subito rimosso il commento.', 'must-remove', 'vulgar'],
    ['Ci si riserva di non pubblicare messaggi pubblicitari.', 'may-remove', 'commercial'],
    ['Saranno eliminati i post che violino l’interesse legittimo di terzi.', 'must-remove', 'third-party-rights'],
    ['Sono banditi i commenti razzisti.', 'asked', 'discrimination'],
    ['Si dissuadono i commenti che esulino dai temi trattati.', 'asked', 'off-topic'],
    ['Ogni osservazione deve riguardare l’argomento del post.', 'asked', 'off-topic'],
    ['Si chiede che gli interventi siano rispettosi e attinenti.', 'asked', 'off-topic uncivil-opinion'],
    ['Il Comune accetta volentieri le critiche, purché espresse con educazione.', 'protected', 'criticism'],
  ] as const)
    it(sentence, async () => {
      const clause = await clauseOf(sentence);
      assert.deepEqual([clause.modality, clause.categories.join(' ')], [modality, categories]);
    });

  it('keeps a rule and the reservation that follows it apart', async () => {
    const sentence =
      'Si sconsigliano i commenti fuori tema, e la redazione si riserva di rimuovere chi viola queste regole.';
    const clause = await clauseOf(sentence);
    assert.deepEqual([clause.modality, clause.categories.join()], ['asked', 'off-topic']);
  });

  it('gives the opening of a list the contents that the opening names', async () => {
    const text =
      'Netiquette del Comune di Roccaprova\n\nRegole\n\nSaranno rimossi insulti e minacce, in particolare:\n- attacchi a chi ha un’altra religione, razzismo;\n- spam.\n';
    const { clauses } = await importPolicy(new TextEncoder().encode(text), 'prova.txt');
    assert.deepEqual(
      clauses.map(({ categories }) => categories.join(' ')),
      ['insult threat discrimination', 'spam'],
    );
  });
});

describe('what is no rule on contents', () => {
  for (const sentence of [
    'L’utente non può lamentare alcuna violazione della propria sfera personale.',
    'La presente policy ha lo scopo di garantire un dialogo civile e rispettoso.',
    'Gli interventi dei moderatori vanno intesi come un aiuto.',
    'I tempi variano e l’ufficio indicherà il servizio a cui rivolgersi.',
    'La bacheca è chiusa: gli utenti non possono pubblicare post ma solo commentare.',
  ])
    it(sentence, async () => assert.equal((await clauseOf(sentence)).modality, null));

  for (const [sentence, slug] of [
    ['Non sono ammessi la promozione e il sostegno di attività illegali.', 'commercial'],
    ['Non sono ammesse offese a gruppi etnici, politici o religiosi.', 'political'],
    ['Non è ammesso violare diritti di terzi (copyright, marchi commerciali).', 'commercial'],
    ['Non sono ammessi dati sensibili in violazione delle norme vigenti in materia di privacy.', 'illegal'],
    ['Non è ammesso disturbare con un profilo non riconoscibile o falso.', 'misleading'],
    ['Non sono ammessi rinvii commerciali a contenuti non verificabili.', 'misleading'],
  ] as const)
    it(`${slug} is not in «${sentence}»`, async () => {
      const { modality, categories } = await clauseOf(sentence);
      assert.equal(modality, 'asked');
      assert.ok(categories.length > 0 && !categories.includes(slug), categories.join());
    });
});

describe('measures', () => {
  for (const [sentence, rungs, also] of [
    ['L’Ente bloccherà l’utente che viola le regole.', ['must ban'], {}],
    ['Gli utenti che violano le regole verranno segnalati a Facebook.', ['must report-platform'], {}],
    ['Dopo il terzo richiamo l’utente viene bloccato.', ['may warn', 'must ban'], { threshold: 3, warning: 'due' }],
    [
      'La redazione si riserva di bannare gli utenti e di segnalarli ai gestori della piattaforma ed eventualmente alle forze dell’ordine.',
      ['may ban', 'may report-platform', 'may report-authorities (eventualmente)'],
      {},
    ],
    [
      'Nei casi più gravi si procederà alla segnalazione all’Autorità giudiziaria.',
      ['must report-authorities (Nei casi più gravi)'],
      {},
    ],
    [
      'Se possibile, dopo un primo avvertimento, l’utente sarà bloccato.',
      ['may warn', 'must ban'],
      { warning: 'if-possible' },
    ],
    ['In caso di mancata rimozione si procederà alla denuncia alle autorità.', ['must report-authorities'], {}],
  ] as const)
    it(sentence, async () => {
      const { ladder = [], threshold, warning } = await clauseOf(sentence);
      const told = ladder.map(({ force, measure, condition }) =>
        condition === undefined || measure === 'ban' ? `${force} ${measure}` : `${force} ${measure} (${condition})`,
      );
      assert.deepEqual(told, rungs);
      assert.deepEqual(
        { ...(threshold === undefined ? {} : { threshold }), ...(warning === undefined ? {} : { warning }) },
        also,
      );
    });

  it('communication about platforms is no report to them', async () => {
    const sentence = 'Il Responsabile della Comunicazione attiva gli account sulle piattaforme social.';
    assert.equal((await clauseOf(sentence)).ladder, undefined);
  });
});

describe('hours and who keeps them', () => {
  it('days are nobody’s office', async () => {
    const { hours, regime } = await clauseOf('I canali sono presidiati dal lunedì al giovedì 9–18, venerdì 9–14.');
    assert.deepEqual(
      hours?.map(({ days, ranges }) => [days?.join(), ranges?.map(({ from, to }) => `${from}-${to}`).join()]),
      [
        ['1,2,3,4', '09:00-18:00'],
        ['5', '09:00-14:00'],
      ],
    );
    assert.equal(regime?.managedBy, undefined);
  });

  it('the hours of an office in brackets are not those of moderation', async () => {
    const { hours } = await clauseOf('La pagina social si aggiunge all’URP (lunedì-venerdì 10-13, tel. 0123 456789).');
    assert.deepEqual(
      hours?.map(({ of }) => of),
      ['services'],
    );
  });

  it('the hours of moderation in brackets are', async () => {
    const { hours } = await clauseOf('I canali sono moderati in orario di ufficio (lunedì e mercoledì 8:30-15:30).');
    assert.deepEqual(
      hours?.map(({ of, days }) => [of, days?.join()]),
      [['moderation', '1,3']],
    );
  });

  it('working days of a promise are not hours', async () => {
    const { hours, reply } = await clauseOf('Alle richieste si risponde entro due giorni lavorativi.');
    assert.equal(hours, undefined);
    assert.deepEqual(reply, { amount: 2, unit: 'days', promise: 'most' });
  });

  for (const [sentence, office] of [
    ['La pagina è gestita dall’Ufficio Cultura, Sport e Turismo.', 'Ufficio Cultura, Sport e Turismo'],
    ['I contenuti della pagina sono curati dallo staff della Biblioteca o da incaricati.', 'staff della Biblioteca'],
    ['La gestione delle pagine è affidata all’Ufficio Stampa.', 'Ufficio Stampa'],
    ['I canali sono curati dall’Ufficio Relazioni con il Pubblico.', 'Ufficio Relazioni con il Pubblico'],
    ['I canali gestiti dalla redazione non sono uno sportello.', 'redazione'],
    ['La pubblicità sulla pagina non è gestita dal Comune.', undefined],
    ['La pagina è stata gestita dalla Biblioteca fino al 2021.', undefined],
    ['Le altre pagine sono gestite dai referenti indicati più avanti.', undefined],
  ] as const)
    it(sentence, async () => assert.equal((await clauseOf(sentence)).regime?.managedBy, office));
});

describe('regime, age, licence, where to turn', () => {
  it('the absence of prior moderation is moderation afterwards', async () => {
    const sentence = 'In assenza di moderazione preventiva degli interventi, si contano le regole seguenti.';
    assert.equal((await clauseOf(sentence)).regime?.moderation, 'dopo');
  });

  it('what is said of other profiles is not said of messages', async () => {
    const { regime } = await clauseOf('Altri profili social e di messaggistica non sono gestiti dal Comune.');
    assert.equal(regime?.messages, undefined);
  });

  it('people who may not post may still comment', async () => {
    const { regime } = await clauseOf('Gli utenti non possono pubblicare post ma solo commentare.');
    assert.deepEqual(regime, { comments: 'aperti', visitorPosts: 'non consentiti' });
  });

  it('«riservato ai maggiori di»', async () => {
    const { minors } = await clauseOf('L’uso della pagina è riservato ai maggiori di 16 anni.');
    assert.deepEqual(minors, { below: 'non ammessi', age: 16 });
  });

  it('texts that may be taken up with their source', async () => {
    const { area } = await clauseOf('I testi possono essere ripresi citando la fonte.');
    assert.equal(area, 'licence');
  });

  for (const [sentence, categories] of [
    ['Domande e quesiti di altra natura vanno posti all’Ufficio Relazioni con il Pubblico.', 'question'],
    ['Il canale ufficiale per raccogliere segnalazioni o reclami è l’URP.', 'complaint'],
    ['Per richieste riservate si invita a scrivere all’indirizzo e-mail dell’ente.', 'personal-case'],
  ] as const)
    it(sentence, async () => {
      const clause = await clauseOf(sentence);
      assert.deepEqual([clause.modality, clause.categories.join()], ['route', categories]);
    });

  it('a certified address is told from the plain one beside it', async () => {
    const sentence = 'PEC: uno[at]pec.roccaprova.example, e-mail: due[at]roccaprova.example, tel: (+39) 06 1234 5678';
    const { contacts } = await clauseOf(sentence);
    assert.deepEqual(
      contacts?.map(({ kind, value }) => `${kind} ${value}`),
      ['pec uno@pec.roccaprova.example', 'email due@roccaprova.example', 'phone (+39) 06 1234 5678'],
    );
  });

  it('the document’s own guidelines are no law', async () => {
    const { references } = await clauseOf('Il documento stabilisce le linee guida per l’uso della pagina.');
    assert.equal(references, undefined);
  });
});
