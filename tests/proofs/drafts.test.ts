// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { checkDraft, type DraftToCheck, type Finding } from '#editorial';
import { type NetworkName, REGULATED_CATEGORIES } from '#policy';
import { proofsOf } from '../support/proof.ts';
import type { World } from '../support/world.ts';
import { said } from './asking.ts';

// What a policy has against a draft, as the desk checks it before anybody approves it.

const FISCAL_CODE = 'Ha vinto il premio VRDNTN80A01H501Z.';
const DIAGNOSIS = 'La signora Ersilia Inventini, operata di tumore, è tornata a salutarci.';
const CONVICTION = 'Germano Inventini, il custode, è stato condannato in primo grado per furto.';
const INTERNAL_MAIL = 'Nella mail interna di ieri ai primari si legge che il reparto chiude.';

const findings = ({ policy }: World, draft: DraftToCheck | string): readonly Finding[] =>
  checkDraft(typeof draft === 'string' ? { text: draft } : draft, policy);

/** On every network of the policy the clause is cited for the draft, this severely; on which words is told too. */
function cites(
  world: World,
  id: string,
  { draft, check, severity }: { draft: DraftToCheck | string; check: Finding['check']; severity: Finding['severity'] },
): void {
  const networks = [...world.policy.channels.keys()];
  for (const network of networks.length === 0 ? (['facebook'] satisfies NetworkName[]) : networks) {
    const one = typeof draft === 'string' ? { text: draft } : draft;
    const found = findings(world, { ...one, network }).find((each) => each.check === check && each.clause === id);
    assert.equal(found?.severity, severity, `${id} on ${network}: ${JSON.stringify(findings(world, one))}`);
  }
}

const silent = (world: World, id: string, draft: DraftToCheck | string): void =>
  assert.ok(!findings(world, draft).some(({ clause, reason }) => clause === id || reason.includes(id)));

/** The clause that a finding is of, and those that say it too. */
const citing = ({ clause, reason }: Finding): readonly string[] => [clause, ...(reason.match(/[A-Z]{3}-\d{3}/g) ?? [])];

/** Categories that words alone can show, each in words that a user may not write either. */
const AGAINST_NETIQUETTE: Readonly<Record<string, string>> = {
  insult: 'Chi protesta è un idiota e un imbecille.',
  vulgar: 'Che cazzo di giornata al centro.',
  threat: 'Vi aspetto fuori e vi spacco la faccia.',
  discrimination: 'Gli zingari sono tutti ladri, fuori dal quartiere.',
  incitement: 'Andate tutti a bruciare la sede del comune.',
  commercial: 'Offerta imperdibile: divani a metà prezzo da Mobili Inventati Srl, acquistate subito!',
  spam: 'Vendo il mio divano usato a 100 euro, scrivetemi in privato.',
  political: 'Votate per la lista Inventata, il partito che cambia tutto!',
  'personal-data': 'Il numero di Dario Inventini è 347 1234567.',
};

/** What a check of its own answers for. */
const CHECKED_APART: Readonly<Record<string, Finding['check']>> = {
  commercial: 'advertising',
  political: 'politics',
  'personal-data': 'personal-data',
};

const OF_NETIQUETTE: readonly string[] = [
  ...['uncivil-opinion', 'no-public-interest', 'personal-case', 'off-topic', 'discrimination', 'disruption', 'insult'],
  ...['vulgar', 'threat', 'dignity', 'identifiable-media', 'personal-data', 'obscene', 'incitement', 'defamation'],
  ...['illegal', 'misleading', 'copyright', 'commercial', 'political', 'spam'],
];

interface OwnCategory {
  readonly name: string;
  readonly label: string;
  readonly gravity: string;
  /** How many the clause lists. */
  readonly words: number;
}

/** Each word of the clause's own category, in a draft, is found in its name. */
function hasOwnWords(world: World, id: string, expected: OwnCategory): void {
  const { name, label, gravity, words = [] } = said(world, id, 'category');
  assert.deepEqual([name, label, String(gravity)], [expected.name, expected.label, expected.gravity]);
  assert.equal(words.length, expected.words);
  for (const word of words) {
    const text = word.replace('*', 'a').replaceAll('#', '1');
    const found = findings(world, text).some(({ check, clause }) => check === 'own-words' && clause === id);
    assert.ok(found, word);
  }
}

proofsOf('regione-calabria', ({ proof }) => {
  proof('CAL-020', 'a draft that asks for a curriculum or data here, or links an outside form, is blocked', (world) => {
    for (const text of [
      'Cerchi lavoro? Scriveteci il vostro cv nei commenti.',
      'Mandateci in privato nome, cognome e numero di telefono.',
    ])
      cites(world, 'CAL-020', { draft: text, check: 'network-data', severity: 'block' });
    const form = { text: 'Iscrizioni aperte al corso.', links: ['https://forms.gle/abc'] };
    cites(world, 'CAL-020', { draft: form, check: 'network-data', severity: 'block' });
    silent(world, 'CAL-020', 'Porta il curriculum al Centro per l’impiego.');
    const listed = 'Le candidature: lasciate il vostro numero.';
    cites(world, 'CAL-020', { draft: listed, check: 'own-words', severity: 'block' });
    hasOwnWords(world, 'CAL-020', {
      name: 'raccolta-dati',
      label: 'Richiesta di dati agli utenti',
      gravity: '2',
      words: 14,
    });
    const { of, use } = said(world, 'CAL-020', 'privacy');
    assert.deepEqual([of, use], [['dati degli utenti'], 'not-collected']);
    const { by, ways, categories } = said(world, 'CAL-020', 'reply');
    assert.deepEqual([by, categories], ['staff', ['question', 'personal-case']]);
    assert.deepEqual(ways, ['rimando ai portali di servizio', 'rimando agli uffici']);
    const { force, what, check } = said(world, 'CAL-020', 'content');
    assert.deepEqual([force, check], ['must-not', 'machine']);
    assert.deepEqual(what, ['chiedere dati o curriculum nei commenti o in privato', 'rimandare a moduli esterni']);
  });

  proof('CAL-029', 'a draft that tells a person’s conviction or health is blocked', (world) => {
    cites(world, 'CAL-029', { draft: CONVICTION, check: 'judicial-data', severity: 'block' });
    cites(world, 'CAL-029', { draft: DIAGNOSIS, check: 'sensitive-data', severity: 'block' });
    silent(world, 'CAL-029', 'Giornata del diabete: glicemia gratis per tutti.');
    hasOwnWords(world, 'CAL-029', { name: 'dati-giudiziari', label: 'Dati giudiziari', gravity: '1', words: 14 });
    const { of, use } = said(world, 'CAL-029', 'privacy');
    assert.deepEqual([of, use], [['dati sensibili', 'dati giudiziari'], 'not-published']);
    const { force, what, check, seeks } = said(world, 'CAL-029', 'content');
    assert.deepEqual([force, check, seeks], ['must-not', 'machine', ['judicial-data']]);
    assert.deepEqual(what, ['dati sensibili', 'dati giudiziari']);
  });

  proof('CAL-040', 'irony, too much confidence and too many emoji are told, and stop nobody', (world) => {
    const tone = { severity: 'advise' } as const;
    cites(world, 'CAL-040', { draft: 'Chi poteva immaginare che il modulo servisse?', check: 'ironic', ...tone });
    cites(world, 'CAL-040', { draft: 'Ragazzi miei, ci vediamo al Centro!', check: 'too-familiar', ...tone });
    cites(world, 'CAL-040', { draft: 'Corso al via 🎉🎈🎊🥳✨', check: 'too-familiar', ...tone });
    silent(world, 'CAL-040', 'Il corso comincia lunedì alle 9. 🎉');
    const { force, what, check, seeks, outcome } = said(world, 'CAL-040', 'content');
    assert.deepEqual([force, check, seeks, outcome], ['style', 'machine', ['ironic', 'too-familiar'], 'advise']);
    assert.deepEqual(what, ['tono credibile e autorevole, senza ironia né troppa confidenza']);
  });

  proof(
    'CAL-026',
    'the licence is Creative Commons BY-ND 3.0, with its link, however the source spells it',
    (world) => {
      const { of, name, address } = said(world, 'CAL-026', 'licence');
      assert.deepEqual([of, name], ['own', 'CC BY-ND 3.0']);
      assert.equal(address, 'https://creativecommons.org/licenses/by-nd/3.0/deed.it');
      assert.match(said(world, 'CAL-026', 'defect').note, /«CC BYND 3\.0»; si legge CC BY-ND 3\.0/);
      assert.ok(world.markup().includes('href="https://creativecommons.org/licenses/by-nd/3.0/deed.it"'));
      assert.match(world.shown('CAL-026'), /Creative Commons BY-ND 3\.0/);
    },
  );
});

proofsOf('asst-crema', ({ proof }) => {
  proof('CRE-014', 'a post on a service without a link to the site is warned, never stopped', (world) => {
    const text = 'Da lunedì si prenota il vaccino: requisiti e moduli sono sul sito.';
    cites(world, 'CRE-014', { draft: text, check: 'link-missing', severity: 'advise' });
    const elsewhere = { text, links: ['https://altrove.example/vaccino'] };
    cites(world, 'CRE-014', { draft: elsewhere, check: 'link-missing', severity: 'advise' });
    silent(world, 'CRE-014', { text, links: ['https://www.asst-crema.it/vaccino'] });
    const { force, what, link, check, outcome } = said(world, 'CRE-014', 'content');
    assert.deepEqual([force, link, check, outcome], ['style', 'www.asst-crema.it', 'machine', 'advise']);
    assert.deepEqual(what, ['informazioni divulgative e non esaustive', 'rimando alla pagina del sito che ne parla']);
    const { about, address } = said(world, 'CRE-014', 'notice');
    assert.deepEqual([about, address], ['accuracy', 'www.asst-crema.it']);
  });

  proof('CRE-017', 'a draft that quotes a letter from inside is flagged as reserved', (world) => {
    cites(world, 'CRE-017', { draft: INTERNAL_MAIL, check: 'reserved-act', severity: 'block' });
    silent(world, 'CRE-017', 'Il reparto resta aperto anche domenica.');
    const { force, what, check, seeks } = said(world, 'CRE-017', 'content');
    assert.deepEqual([force, check, seeks], ['must-not', 'person', ['reserved-act']]);
    assert.deepEqual(what, [
      'informazioni riservate',
      'informazioni protette dal diritto alla riservatezza',
      'corrispondenza interna',
    ]);
  });

  proof('CRE-019', 'a fiscal code and a named patient’s diagnosis are blocked', (world) => {
    cites(world, 'CRE-019', { draft: FISCAL_CODE, check: 'personal-data', severity: 'block' });
    cites(world, 'CRE-019', { draft: DIAGNOSIS, check: 'sensitive-data', severity: 'block' });
    cites(world, 'CRE-019', { draft: DIAGNOSIS, check: 'personal-data', severity: 'block' });
    neverPublished(world, 'CRE-019');
  });
});

/** The same block in two policies: what is not shared, by machine. */
function neverPublished(world: World, id: string): void {
  const { force, what, check } = said(world, id, 'content');
  assert.deepEqual([force, check], ['must-not', 'machine']);
  assert.deepEqual(what, ['informazioni personali', 'dati sensibili']);
  const { of, use } = said(world, id, 'privacy');
  assert.deepEqual([of, use], [['informazioni personali', 'dati sensibili'], 'not-published']);
}

proofsOf('ats-milano', ({ proof }) => {
  proof('MIL-012', 'a post on a service without a link to the site is warned, never stopped', (world) => {
    const text = 'Da lunedì si prenota il vaccino: requisiti e moduli sono sul sito.';
    cites(world, 'MIL-012', { draft: text, check: 'link-missing', severity: 'advise' });
    silent(world, 'MIL-012', { text, links: ['https://www.ats-milano.it/vaccino'] });
    const { force, what, link, check, outcome } = said(world, 'MIL-012', 'content');
    assert.deepEqual([force, link, check, outcome], ['style', 'www.ats-milano.it', 'machine', 'advise']);
    assert.deepEqual(what, ['informazioni generali e non esaustive', 'rimando alla pagina del sito che ne parla']);
    const { about, address } = said(world, 'MIL-012', 'notice');
    assert.deepEqual([about, address], ['accuracy', 'www.ats-milano.it']);
  });

  proof('MIL-015', 'a draft that quotes a letter from inside is flagged', (world) => {
    cites(world, 'MIL-015', { draft: INTERNAL_MAIL, check: 'reserved-act', severity: 'block' });
    silent(world, 'MIL-015', 'Gli sportelli aprono alle 9 anche domenica.');
    const { force, what, check, seeks } = said(world, 'MIL-015', 'content');
    assert.deepEqual([force, check, seeks], ['must-not', 'person', ['reserved-act']]);
    assert.deepEqual(what, [
      'informazioni riservate',
      'informazioni protette dal diritto alla riservatezza',
      'corrispondenza interna',
    ]);
  });

  proof('MIL-017', 'a fiscal code is blocked, and so is what is told of a person', (world) => {
    cites(world, 'MIL-017', { draft: FISCAL_CODE, check: 'personal-data', severity: 'block' });
    cites(world, 'MIL-017', { draft: DIAGNOSIS, check: 'sensitive-data', severity: 'block' });
    neverPublished(world, 'MIL-017');
  });
});

proofsOf('il-mosaico', ({ proof }) => {
  proof('MOS-040', 'a quoted mail thread and a document for use inside are flagged as confidential', (world) => {
    const thread = 'Dalla corrispondenza interna: «domani chiudiamo il centro».';
    for (const text of [INTERNAL_MAIL, thread, 'Ecco la circolare a uso interno sui turni.'])
      cites(world, 'MOS-040', { draft: text, check: 'reserved-act', severity: 'block' });
    silent(world, 'MOS-040', 'Il centro è aperto anche domenica.');
    const { force, what, check, seeks } = said(world, 'MOS-040', 'content');
    assert.deepEqual([force, check, seeks], ['must-not', 'person', ['reserved-act']]);
    assert.deepEqual(what, ['corrispondenza interna', 'altre informazioni riservate']);
  });

  proof('MOS-045', 'a draft about one private person is flagged as of interest to nobody else', (world) => {
    const text = 'Dario Inventini, il vicino del centro, ha ricevuto lo sfratto.';
    cites(world, 'MOS-045', { draft: text, check: 'personal-case', severity: 'advise' });
    const flagged = findings(world, text).find(({ check }) => check === 'personal-case');
    assert.match(flagged?.reason ?? '', /di una sola persona/);
    silent(world, 'MOS-045', 'Il centro diurno apre alle 9 per tutti.');
    const { force, what, check, outcome } = said(world, 'MOS-045', 'content');
    assert.deepEqual([force, check, outcome], ['must-not', 'person', 'advise']);
    assert.deepEqual(what, ['informazioni di interesse soltanto individuale']);
  });

  proof('MOS-041', 'a draft that names a third party is flagged, unless what they agreed to is recorded', (world) => {
    const text = 'Dario Inventini ha dipinto la parete del centro.';
    const flagged = (draft: DraftToCheck) => findings(world, draft).some((found) => citing(found).includes('MOS-041'));
    for (const network of world.policy.channels.keys()) {
      assert.ok(flagged({ text, network }), network);
      assert.ok(!flagged({ text, network, consented: ['Dario Inventini'] }), 'cleared');
      assert.ok(!flagged({ text: 'Una persona ha dipinto la parete del centro.', network }), 'nobody is named');
    }
    const { force, what, seeks, check, outcome } = said(world, 'MOS-041', 'content');
    assert.deepEqual([force, seeks, check, outcome], ['must-not', ['named-without-basis'], 'person', 'justify']);
    assert.deepEqual(what, ['informazioni su istituzioni', 'informazioni su utenti', 'informazioni su altri terzi']);
  });

  proof('MOS-096', 'what users may not write is raised in a draft of staff too, as the same category', (world) => {
    for (const [category, text] of Object.entries(AGAINST_NETIQUETTE)) {
      const ofUsers = world.judge(text).clauses.flatMap(({ categories }) => categories);
      assert.ok(ofUsers.includes(category), `users: ${category}, ${ofUsers}`);
      const raised = findings(world, text).filter((found) => citing(found).includes('MOS-096'));
      const label = REGULATED_CATEGORIES.find(({ slug }) => slug === category)?.label ?? '';
      const own = CHECKED_APART[category];
      assert.ok(
        raised.some(({ check, reason }) => (own === undefined ? reason.includes(label) : check === own)),
        `${category}: ${JSON.stringify(findings(world, text))}`,
      );
    }
    silent(world, 'MOS-096', 'Il centro diurno apre alle 9 per tutti.');
    const { force, what, categories, check, outcome } = said(world, 'MOS-096', 'content');
    assert.deepEqual([force, check, outcome], ['must-not', 'person', 'advise']);
    assert.deepEqual(what, ['ciò che la netiquette e le regole della parte esterna non ammettono']);
    assert.deepEqual(categories, OF_NETIQUETTE);
  });
});

proofsOf('asl-roma-1', ({ proof }) => {
  proof('RM1-015', 'contents may be reproduced, and the original channel is always credited', (world) => {
    const { of, reuse, credit, how } = said(world, 'RM1-015', 'licence');
    assert.deepEqual([of, reuse, credit], ['own', 'free', 'required']);
    assert.deepEqual(how, ['si nomina il canale originale']);
    assert.match(world.shown('RM1-015'), /si possono riprodurre liberamente, citando sempre il canale/);
  });

  proof('RM1-032', 'a draft that tells one patient’s case is blocked', (world) => {
    const text = 'La signora Ersilia Inventini, 77 anni, operata di tumore tre mesi fa, è tornata a trovarci.';
    cites(world, 'RM1-032', { draft: text, check: 'sensitive-data', severity: 'block' });
    cites(world, 'RM1-032', { draft: text, check: 'personal-case', severity: 'block' });
    silent(world, 'RM1-032', 'Giornata del diabete: glicemia gratis per tutti, dalle 9 alle 13.');
    const { force, what, check } = said(world, 'RM1-032', 'content');
    assert.deepEqual([force, check], ['must-not', 'machine']);
    assert.deepEqual(what, ['casi medici specifici o personali']);
    const rule = said(world, 'RM1-032', 'rule');
    assert.deepEqual([rule.modality, rule.categories], ['asked', ['personal-case']]);
    assert.equal(said(world, 'RM1-032', 'defect').of, 'truncated');
  });
});
