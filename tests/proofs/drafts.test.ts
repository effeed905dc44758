// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { checkDraft, type DraftToCheck, type Finding } from '#editorial';
import type { NetworkName } from '#policy';
import { proofsOf } from '../support/proof.ts';
import type { World } from '../support/world.ts';
import { said } from './asking.ts';

// What a policy has against a draft, as the desk checks it before anybody approves it.

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

proofsOf('regione-calabria', ({ proof }) => {
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
});

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
});

proofsOf('asl-roma-1', ({ proof }) => {
  proof('RM1-015', 'contents may be reproduced, and the original channel is always credited', (world) => {
    const { of, reuse, credit, how } = said(world, 'RM1-015', 'licence');
    assert.deepEqual([of, reuse, credit], ['own', 'free', 'required']);
    assert.deepEqual(how, ['si nomina il canale originale']);
    assert.match(world.shown('RM1-015'), /si possono riprodurre liberamente, citando sempre il canale/);
  });
});
