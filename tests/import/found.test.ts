// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ImportedClause, importPolicy } from '../../src/rulebook/importing/index.ts';
import { bytesOf, FIXTURES } from './fixtures.ts';

/** What a careful reader finds in a fixture. */
interface Expected {
  readonly body: string;
  readonly prefix: string;
  readonly sections: readonly string[];
  /** `network`, or `network handle-or-address`. */
  readonly channels: readonly string[];
  readonly hours?: readonly string[];
  readonly contacts?: readonly string[];
  readonly measures?: readonly string[];
  readonly references?: readonly string[];
  /** The beginning of a clause's own words, its modality, its categories. */
  readonly rules: readonly (readonly [words: string, modality: string | null, categories: string])[];
  readonly also?: (clauses: readonly ImportedClause[], draft: string) => void;
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  'ministero-articoli.txt': {
    body: 'Ministero delle Maree e dei Fari',
    prefix: 'MAR',
    sections: [
      '',
      'Art. 1 - Finalità',
      'Art. 2 - Account istituzionali',
      'Art. 3 - Moderazione',
      'Art. 4 - Misure',
      'Art. 5 - Dati personali',
    ],
    channels: [
      'facebook https://www.facebook.com/ministeromareefari',
      'x MareeFari',
      'instagram ministeromareefari',
      'linkedin https://www.linkedin.com/company/ministero-maree-fari',
      'youtube https://www.youtube.com/@ministeromareefari',
    ],
    hours: ['1,2,3,4 09:00-17:30 excluded', '5 09:00-14:00 excluded'],
    contacts: ['email rpd@maree.example', 'pec rpd@pec.maree.example'],
    measures: ['must warn', 'may ban', 'must report-authorities'],
    references: ['UE 2016/679', 'D.Lgs. 196/2003'],
    rules: [
      ['contengono insulti', 'must-remove', 'insult threat'],
      ['istigano', 'must-remove', 'incitement discrimination'],
      ['diffondono dati personali', 'must-remove', 'personal-data'],
      ['riproducono opere', 'must-remove', 'copyright'],
      ['hanno contenuto pornografico', 'must-remove', 'obscene csam'],
      ['Il Ministero si riserva', 'may-remove', 'off-topic repetition'],
    ],
    also: (_, draft) => {
      assert.match(draft, /^adottata: decreto direttoriale n\. 41 del 3 marzo 2025$/m);
      assert.match(draft, /motivi: sesso; razza; lingua; religione; opinioni politiche/);
      assert.match(draft, /moderazione: dopo/);
      assert.match(draft, /gestito da: Ufficio Comunicazione e Stampa del Gabinetto/);
    },
  },
  'comune-elenchi.txt': {
    body: 'Comune di Valfiorita',
    prefix: 'VAL',
    sections: ['', 'Chi gestisce la pagina', 'Cosa non è consentito', 'Quando rispondiamo', 'Dove scrivere'],
    channels: ['facebook'],
    hours: ['1,2,3,4,5 08:30-13:00', '2,4 15:00-17:30'],
    contacts: ['email urp@comune.valfiorita.example', 'phone 0123 456789', 'phone 112'],
    measures: ['must remove', 'must ban', 'must report-authorities'],
    rules: [
      ['La pagina è aperta', 'protected', 'criticism'],
      ['parolacce', 'asked', 'vulgar'],
      ['offese rivolte', 'asked', 'insult disruption'],
      ['propaganda elettorale', 'asked', 'political'],
      ['foto di minori', 'asked', 'identifiable-media'],
      ['Per le emergenze', 'route', 'emergency'],
      ['Reclami e segnalazioni', 'route', 'complaint'],
    ],
    also: (_, draft) => {
      assert.match(draft, /~~~discrezione\nnorme: tutte\neffetto: da rimuovere/);
      assert.match(draft, /avviso: non previsto/);
      assert.match(draft, /entro: 2 giorni/);
      assert.match(draft, /commenti: aperti/);
    },
  },
  'universita-domande.txt': {
    body: 'Università degli Studi di Montelago',
    prefix: 'MON',
    sections: [
      '',
      'A cosa servono i canali dell’Ateneo?',
      'Posso commentare liberamente?',
      'Che cosa succede se un commento viola le regole?',
      'Quanto tempo ci mettete a rispondere?',
      'I contenuti possono essere riutilizzati?',
      'E i più giovani?',
    ],
    channels: ['instagram unimontelago', 'tiktok', 'linkedin', 'other'],
    hours: [' 09:00-13:00 14:00-17:00'],
    contacts: ['email segreterie@unimontelago.example'],
    measures: ['may warn', 'may ban', 'may report-platform'],
    rules: [
      ['Sì, ciascuno', 'asked', 'uncivil-opinion'],
      ['Chiediamo', 'asked', 'off-topic repetition'],
      ['Non tolleriamo', 'asked', 'vulgar threat incitement discrimination'],
      ['Ai messaggi', 'no-reply', 'personal-case'],
    ],
    also: (clauses, draft) => {
      assert.equal(
        clauses.find(({ licence }) => licence !== undefined)?.licence,
        'licenza Creative Commons CC BY-NC-SA 4.0',
      );
      assert.deepEqual(clauses.find(({ minors }) => minors !== undefined)?.minors, { below: 'con consenso', age: 14 });
      assert.match(draft, /soglia: dato mancante\navviso: previsto/);
      assert.match(draft, /entro: 48 ore/);
    },
  },
  'camera-tabella.txt': {
    body: 'Camera di Commercio di Portosole',
    prefix: 'POR',
    sections: ['CANALI ATTIVI', 'REDAZIONE', 'REGOLE PER GLI UTENTI', 'PROVVEDIMENTI', 'RIFERIMENTI'],
    channels: [
      'facebook cciaaportosole',
      'linkedin linkedin.com/company/cciaa-portosole',
      'youtube youtube.com/@cciaaportosole',
    ],
    hours: ['1,2,3,4,5 09:00-12:30'],
    contacts: ['email social@portosole.camcom.example', 'pec cciaa@pec.portosole.camcom.example', 'phone 0544 000111'],
    measures: ['must warn', 'must remove', 'must ban', 'must report-platform'],
    references: ['L. 150/2000', 'D.Lgs. 82/2005', 'UE 2016/679'],
    rules: [
      ['rispettare le opinioni', 'asked', 'uncivil-opinion'],
      ['non diffondere', 'asked', 'sensitive-data'],
      ['non usare i marchi', 'asked', 'trademark'],
      ['astenersi', 'asked', 'insult defamation'],
    ],
  },
  'agenzia-pagina.html': {
    body: 'Agenzia Regionale per le Nuvole',
    prefix: 'NUV',
    sections: ['', 'Moderazione', 'Non sono ammessi', 'Emergenze'],
    channels: [
      'facebook https://www.facebook.com/agenzianuvole',
      'bluesky https://bsky.app/profile/nuvole.example',
      'mastodon https://mastodon.example/@nuvole',
    ],
    hours: ['1,2,3,4,5,6,7 07:00-20:00 included'],
    contacts: ['phone 112', 'email sala@nuvole.example'],
    measures: ['must remove', 'may ban'],
    rules: [
      ['messaggi offensivi', 'asked', 'insult vulgar'],
      ['falsi allarmi', 'asked', 'misleading alarmist'],
      ['di servizi privati', 'asked', 'spam commercial'],
      ['contenuti che violano', 'asked', 'third-party-rights'],
      ['In caso di emergenza', 'route', 'emergency'],
    ],
    also: (clauses, draft) => {
      assert.match(draft, /moderazione: prima/);
      assert.ok(!clauses.some(({ source }) => /cookie|console|P\.IVA|Chi siamo/.test(source)));
      // Lines are those of the page's own text.
      assert.equal(clauses.find(({ source }) => source.startsWith('I commenti sono pubblicati'))?.sourceLine, 13);
    },
  },
  'consorzio-segni.txt': {
    body: 'Consorzio di Bonifica della Palude Alta',
    prefix: 'BPA',
    sections: ['', 'I profili personali dei dipendenti'],
    channels: ['threads', 'other'],
    measures: ['must disciplinary'],
    references: ['DPR 62/2013'],
    rules: [
      ['Si prega di moderare i toni', 'asked', 'disruption'],
      ['Sono vietati gli attacchi', 'asked', 'insult defamation'],
      ['Verrà rimosso', 'must-remove', 'sensitive-data'],
      ['Non sono consentite', 'asked', 'commercial'],
      ['I dipendenti non possono', null, ''],
    ],
    also: (clauses, draft) => {
      assert.deepEqual(clauses.map(({ audience }) => audience).join(' '), `${'external '.repeat(5)}internal internal`);
      assert.match(draft, /# Policy interna/);
      assert.match(draft, /~~~personale\ncarattere: non deve/);
    },
  },
  'azienda-maiuscole.txt': {
    body: 'Azienda Sanitaria Locale di Borgolindo',
    prefix: 'BOR',
    sections: [
      'LA NOSTRA PRESENZA',
      'I NOSTRI TEMPI',
      'QUELLO CHE CHIEDIAMO',
      'QUELLO CHE RISCHIA CHI NON RISPETTA LE REGOLE',
      'NOTE',
    ],
    channels: ['facebook', 'youtube'],
    hours: [''],
    contacts: ['phone 118', 'phone 800 000 000'],
    measures: ['may ban', 'may report-authorities'],
    rules: [
      ['Non pubblicate diagnosi', 'must-remove', 'sensitive-data'],
      ['Non è questo il luogo', 'asked', 'personal-case'],
      ['Per prenotazioni', 'route', 'personal-case'],
      ['Saranno eliminati', 'must-remove', 'discrimination defamation obscene security'],
    ],
    also: (_, draft) => {
      assert.match(draft, /rete: YouTube\ncommenti: disattivati/);
      assert.match(draft, /messaggi diretti: non usati per rispondere/);
      assert.match(draft, /tipo: automatica\nquando: di notte\ntesto: «Grazie per averci scritto/);
      assert.match(draft, /~~~conservazione\ndi: messaggi\nper: 90 giorni/);
      assert.match(draft, /~~~avvertenza\nsu: chi scrive/);
    },
  },
  'unione-prosa.txt': {
    body: 'Unione dei Comuni Terre di Mezzaluna',
    prefix: 'TER',
    sections: ['Premessa', 'Parte esterna', 'Parte interna'],
    channels: ['facebook', 'instagram'],
    hours: ['1,3,5 09:00-13:00', '2,4 09:00-13:00 15:00-18:00'],
    rules: [
      ['Vanno evitati', 'asked', 'threat disruption off-topic'],
      ['Gli interventi lesivi', 'may-remove', 'dignity institution-decorum'],
      ['Non è consentito aprire pagine', null, ''],
    ],
    also: (clauses, draft) => {
      assert.match(draft, /^adottata: deliberazione della Giunta dell'Unione n\. 12 del 4 febbraio 2024$/m);
      assert.ok(clauses.some(({ source }) => source.includes('si compone di una parte esterna')));
      assert.equal(clauses.filter(({ audience }) => audience === 'internal').length, 2);
    },
  },
};

const unique = (values: readonly string[]): string[] => [...new Set(values)].toSorted();

function hoursTold(clauses: readonly ImportedClause[]): string[] {
  return clauses.flatMap(({ hours = [] }) =>
    hours.map(({ days = [], ranges = [], holidays }) =>
      [
        days.join(),
        ...ranges.map(({ from, to }) => `${from}-${to}`),
        ...(holidays === undefined ? [] : [holidays]),
      ].join(' '),
    ),
  );
}

for (const [name, expected] of Object.entries(EXPECTED))
  describe(name, async () => {
    const { clauses, draft, body } = await importPolicy(bytesOf(name), name);

    it('names its body', () => {
      assert.deepEqual([body.name, body.prefix], [expected.body, expected.prefix]);
      assert.equal(clauses[0]?.id, `${expected.prefix}-001`);
    });

    it('keeps its sections in their order', () => {
      assert.deepEqual([...new Set(clauses.map(({ section }) => section))], expected.sections);
    });

    it('shows its channels, hours, contacts, measures and laws', () => {
      const channels = clauses.flatMap((clause) => clause.channels ?? []);
      const told = channels.map(({ network, handle, address }) =>
        [network, address ?? handle].filter(Boolean).join(' '),
      );
      assert.deepEqual(unique(told), unique(expected.channels));
      assert.deepEqual(hoursTold(clauses), expected.hours ?? []);
      const contacts = clauses.flatMap((clause) => clause.contacts ?? []).filter(({ kind }) => kind !== 'office');
      assert.deepEqual(unique(contacts.map(({ kind, value }) => `${kind} ${value}`)), unique(expected.contacts ?? []));
      const measures = clauses
        .flatMap((clause) => clause.ladder ?? [])
        .map(({ force, measure }) => `${force} ${measure}`);
      assert.deepEqual(unique(measures), unique(expected.measures ?? []));
      const references = clauses.flatMap((clause) => clause.references ?? []).flatMap(({ id }) => id ?? []);
      assert.deepEqual(unique(references), unique(expected.references ?? []));
    });

    for (const [words, modality, categories] of expected.rules)
      it(`reads «${words}…» as ${modality ?? 'no rule on contents'}`, () => {
        const clause = clauses.find(({ source }) => source.includes(words));
        assert.ok(clause !== undefined);
        assert.deepEqual([clause.modality, clause.categories.join(' ')], [modality, categories]);
      });

    it('says in its draft what only a block can say', () => expected.also?.(clauses, draft));
  });

it('expects something of every fixture', () => assert.deepEqual(Object.keys(EXPECTED).toSorted(), FIXTURES));
