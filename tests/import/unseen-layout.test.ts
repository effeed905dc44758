// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile, parse } from '#policy';
import { type ImportedPolicy, importPolicy } from '../../src/rulebook/importing/index.ts';

// How pages come out when their text is copied: marks, titles and lines where they should not be. All invented.

const imported = (...lines: readonly string[]): Promise<ImportedPolicy> =>
  importPolicy(new TextEncoder().encode(lines.join('\n')), 'prova.txt');

const sections = ({ clauses }: ImportedPolicy): string[] => [...new Set(clauses.map(({ section }) => section))];

const channels = ({ clauses }: ImportedPolicy): string[] =>
  clauses.flatMap(({ channels: found = [] }) =>
    found.map(({ network, handle, address }) => [network, handle ?? address].filter(Boolean).join(' ')),
  );

describe('lists', () => {
  it('an item’s mark may stand on a line of its own', async () => {
    const policy = await imported(
      'Netiquette del Museo di Borgoprova',
      '',
      'Regole',
      '',
      'Non sono tollerati:',
      '-',
      'Commenti offensivi.',
      '-',
      'Messaggi pubblicitari.',
    );
    assert.deepEqual(
      policy.clauses.map(({ modality, categories }) => [modality, categories.join()]),
      [
        ['asked', 'insult'],
        ['asked', 'commercial'],
      ],
    );
    assert.equal(policy.left.filter(({ left }) => left === '-').length, 0);
  });

  it('an index with leaders is left out, and said', async () => {
    const policy = await imported(
      'COMUNE DI BORGOPROVA',
      'Provincia di Prova',
      '',
      'REGOLAMENTO PER LA PAGINA FACEBOOK',
      '',
      'Approvato con delibera del C.C. n. 7 del 03.02.2024',
      'Sommario',
      'Art. 1 - Oggetto .................................................................. 3',
      'Art. 2 - Regole ................................................................... 4',
      'Art. 1 - Oggetto',
      'Il presente regolamento disciplina la pagina.',
      'Art. 2 - Regole',
      'Non sono ammessi insulti.',
    );
    assert.match(policy.draft, /^titolo: REGOLAMENTO PER LA PAGINA FACEBOOK$/m);
    assert.match(policy.draft, /^adottata: delibera del C\.C\. n\. 7 del 03\.02\.2024$/m);
    assert.equal(policy.left.filter(({ why }) => why === 'riga dell’indice').length, 3);
    assert.deepEqual(sections(policy), ['', 'Art. 1 - Oggetto', 'Art. 2 - Regole']);
  });
});

describe('accounts', () => {
  it('a network on one line and its address on the next are one entry, and no title', async () => {
    const policy = await imported(
      'Social media policy del Comune di Borgoprova',
      '',
      'Account ufficiali',
      '',
      'Gli account sono:',
      'Facebook: https://www.facebook.com/borgoprova',
      'Instagram:',
      'https://www.instagram.com/borgoprova',
      'YouTube: https://www.youtube.com/@borgoprova',
      'WhatsApp:',
      '333 1234567 (Notizie dal Comune)',
      'Non usiamo nessun meccanismo di pubblicazione automatica dei contenuti.',
    );
    assert.deepEqual(sections(policy), ['Account ufficiali']);
    assert.deepEqual(channels(policy), [
      'facebook https://www.facebook.com/borgoprova',
      'instagram https://www.instagram.com/borgoprova',
      'youtube https://www.youtube.com/@borgoprova',
      'other',
    ]);
  });

  it('a handle may follow the network without a space', async () => {
    const policy = await imported('Social media policy del Comune di Borgoprova', '', 'Siamo su Twitter@borgoprova.');
    assert.deepEqual(channels(policy), ['x borgoprova']);
  });
});

describe('titles', () => {
  it('in capitals at the end of the paragraph before, or run into their own', async () => {
    const policy = await imported(
      'Regolamento della pagina dell’Agenzia Prova',
      '',
      'La pagina informa i cittadini sui servizi. COMMENTI DEGLI UTENTI',
      'Rispondiamo ai commenti pertinenti.',
      'CONTENUTI VIETATI Non sono ammessi insulti. ORARI',
      'La pagina è moderata in orario d’ufficio.',
    );
    assert.deepEqual(sections(policy), ['', 'COMMENTI DEGLI UTENTI', 'CONTENUTI VIETATI', 'ORARI']);
    assert.equal(policy.clauses.find(({ section }) => section === 'CONTENUTI VIETATI')?.modality, 'asked');
  });

  it('under the document’s title, right above the first text', async () => {
    const policy = await imported(
      'Social media policy',
      'La gestione della pagina',
      'L’Ente si riserva di rimuovere i commenti che violano le regole.',
    );
    assert.deepEqual(sections(policy), ['La gestione della pagina']);
  });

  it('the duties of those who run the pages are not for the public', async () => {
    const policy = await imported(
      'Linee guida social dell’Università di Borgoprova',
      '',
      'Titolo 1 - I compiti degli amministratori',
      '',
      'Gli amministratori rispondono ai messaggi privati.',
      '',
      'Titolo 2 - Netiquette',
      '',
      'Non sono ammessi insulti.',
    );
    assert.deepEqual(
      policy.clauses.map(({ audience }) => audience),
      ['internal', 'external'],
    );
  });
});

describe('lines', () => {
  it('broken lines are joined although some paragraphs stand whole', async () => {
    const whole =
      'La pagina è uno spazio di ascolto e di dialogo che si aggiunge agli altri strumenti con cui il Comune di Borgoprova parla ogni giorno con le persone che vi abitano.';
    const policy = await imported(
      'Social media policy del Comune di Borgoprova',
      '',
      whole,
      '',
      'La redazione rimuoverà tutti i commenti, le immagini e i collegamenti che',
      'contengono insulti o parole volgari rivolte a chi partecipa alla pagina',
      'oppure a chi la cura per conto del Comune e ne segue ogni giorno la vita',
      'con attenzione e con garbo.',
      '',
      'Chi non rispetta le regole può essere bloccato, dopo un avvertimento che',
      'la redazione manda in privato a ciascuna delle persone che sono coinvolte',
      'nella discussione.',
    );
    assert.deepEqual(
      policy.clauses.map(({ source }) => source.split(' ').slice(-2).join(' ')),
      ['vi abitano.', 'con garbo.', 'nella discussione.'],
    );
  });
});

describe('the body', () => {
  for (const [sentence, name, found] of [
    ['Il Ministero della Costa economica usa i social.', 'Ministero della Costa economica', true],
    [
      'La Soprintendenza archivistica e bibliografica della Valprova usa i social.',
      'Soprintendenza archivistica e bibliografica della Valprova',
      true,
    ],
    ['Il ministero dell’Entroterra usa i social.', 'Ministero dell’Entroterra', true],
    ['Con questa pagina Marina Capitale, l’Ente e il Comune di Borgoprova informano.', 'Comune di Borgoprova', true],
    ['Altre pagine del Comune NON sono gestite dal Comune.', 'Comune', false],
    ['La Camera di commercio usa i canali social della Camera.', 'Camera di commercio', false],
  ] as const)
    it(name, async () => {
      const { body, remarks } = await imported('Social media policy', '', sentence);
      assert.deepEqual([body.name, body.found, remarks.length], [name, found, found ? 0 : 1]);
    });
});

it('what is read so becomes a policy that the desk can run', async () => {
  const { draft } = await imported(
    'Social media policy del Comune di Borgoprova',
    '',
    'Canali',
    '',
    'Instagram:',
    '@borgoprova',
    'La gestione della pagina è affidata all’Ufficio Stampa (tel: (+39) 06 1234 5678).',
    'Gli utenti non possono pubblicare post ma solo commentare.',
    '',
    'Regole',
    '',
    'Verranno, inoltre, rimossi i commenti scurrili.',
    'Dopo il terzo richiamo l’utente viene bloccato.',
  );
  const { policy, complaints } = parse(draft, 'prova.policy.md');
  assert.deepEqual(complaints, []);
  assert.ok(policy !== undefined);
  assert.ok(compile(policy).rules.some(({ modality }) => modality === 'must-remove'));
});
