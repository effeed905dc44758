// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { checkDraft, type DraftToCheck, type Finding, type OpenMatter } from '#editorial';
import type { MatterKind, NetworkName } from '#policy';
import { proofsOf } from '../support/proof.ts';
import type { World } from '../support/world.ts';
import { said } from './asking.ts';

// What a body is careful about: matters that are not open to the public yet, drafts off its own work, words hard to read.

const TITLE = 'Nuovo centro di via Lago';
const NAMING = 'Presto lavoreremo al Centro di via Lago: vi racconteremo tutto.';
const OTHER = 'Lo sportello apre alle 9.';

const matter = (kind: MatterKind, more: Partial<OpenMatter> = {}): OpenMatter => ({
  ...{ title: TITLE, kind, words: ['centro di via lago'], isTied: false },
  ...more,
});

const findings = ({ policy }: World, draft: DraftToCheck): readonly Finding[] => checkDraft(draft, policy);

/** On every network: named by its words or tied by a person it is stopped once under these clauses; another draft is not. */
function stops(world: World, id: string, { kind, cited }: { kind: MatterKind; cited: readonly string[] }): void {
  const networks: readonly NetworkName[] = [...world.policy.channels.keys()];
  for (const network of networks) {
    const on = (text: string, matters: readonly OpenMatter[]) =>
      findings(world, { text, network, matters }).filter(({ check }) => check === 'open-matter');
    for (const stopped of [on(NAMING, [matter(kind)]), on(OTHER, [matter(kind, { isTied: true })])]) {
      assert.equal(stopped.length, 1, `${id} on ${network}`);
      const [{ clause, severity, reason } = { clause: '', severity: '', reason: '' }] = stopped;
      assert.equal(severity, 'block');
      assert.equal(clause, cited[0]);
      for (const other of cited.slice(1)) assert.ok(reason.includes(other), `${other} in «${reason}»`);
    }
    assert.deepEqual(on(OTHER, [matter(kind)]), []);
    assert.deepEqual(on(NAMING, []), [], 'a matter that came to its end is not handed over');
  }
}

/** The words of a text, as a check of its own finds them. */
const found = (world: World, id: string, text: string): readonly Finding['check'][] =>
  findings(world, { text })
    .filter(({ clause, reason }) => clause === id || reason.includes(id))
    .map(({ check }) => check);

proofsOf('il-mosaico', ({ proof }) => {
  proof('MOS-038', 'a draft on a matter in the list of open litigation is stopped', (world) => {
    stops(world, 'MOS-038', { kind: 'litigation', cited: ['MOS-038'] });
    assert.deepEqual(found(world, 'MOS-038', 'Nella causa contro di noi hanno torto: lo dimostreremo al giudice.'), [
      'dispute',
    ]);
    const { force, what, seeks, check } = said(world, 'MOS-038', 'content');
    assert.deepEqual([force, seeks, check], ['must-not', ['dispute'], 'person']);
    assert.deepEqual(what, ['materie oggetto di controversie legali']);
  });

  proof('MOS-042', 'a draft on what is not public yet is blocked', (world) => {
    stops(world, 'MOS-042', { kind: 'not-public', cited: ['MOS-042'] });
    const { force, what, seeks, check } = said(world, 'MOS-042', 'content');
    assert.deepEqual([force, seeks, check], ['must-not', ['reserved-act'], 'machine']);
    assert.deepEqual(what, ['lavori, servizi, progetti e documenti che il pubblico ancora non conosce']);
  });

  proof('MOS-043', 'a draft on a proceeding neither adopted nor notified is blocked', (world) => {
    stops(world, 'MOS-043', { kind: 'proceeding', cited: ['MOS-043'] });
    const { force, what, asks, seeks, check } = said(world, 'MOS-043', 'content');
    assert.deepEqual([force, seeks, check], ['must-not', ['reserved-act'], 'machine']);
    assert.deepEqual(what, ['decisioni da assumere', 'provvedimenti di procedimenti in corso']);
    assert.deepEqual(asks, ['la data della deliberazione', 'la data della comunicazione formale']);
  });

  proof('MOS-044', 'what is reserved is blocked once, under this clause and the one that it repeats', (world) => {
    stops(world, 'MOS-044', { kind: 'reserved', cited: ['MOS-040', 'MOS-044'] });
    const { force, what, seeks, check, outcome } = said(world, 'MOS-044', 'content');
    assert.deepEqual([force, seeks, check, outcome], ['must-not', ['reserved-act'], 'person', 'block']);
    assert.deepEqual(what, ['informazioni confidenziali o riservate']);
    const { of, note } = said(world, 'MOS-044', 'defect');
    assert.equal(of, 'duplicate');
    assert.match(note, /ripete in termini generali MOS-040; le due norme valgono come una e si citano insieme/);
  });

  proof('MOS-033', 'a draft of which nobody said what of our work it is about is flagged off-scope', (world) => {
    for (const network of world.policy.channels.keys()) {
      const flagged = (about: string) =>
        findings(world, { text: OTHER, network, about }).filter(({ check }) => check === 'off-scope');
      const [first, second] = flagged('');
      assert.deepEqual([first?.clause, first?.severity, second], ['MOS-033', 'advise', undefined]);
      assert.match(first?.reason ?? '', /il servizio, l’iniziativa, l’attività o il progetto di cui si parla/);
      assert.deepEqual(flagged('Centro diurno'), []);
    }
    const { force, what, asks, check, outcome } = said(world, 'MOS-033', 'content');
    assert.deepEqual(asks, ['il servizio, l’iniziativa, l’attività o il progetto di cui si parla']);
    assert.deepEqual([force, check, outcome], ['must', 'person', 'advise']);
    assert.deepEqual(what, ['servizi', 'iniziative', 'attività', 'progetti della cooperativa']);
  });

  proof(
    'MOS-092',
    'under the threshold that the body chose, plainer words are advised; above it they are not',
    (world) => {
      const text =
        'Si rende noto che, ai sensi della vigente normativa, l’erogazione delle prestazioni sarà effettuata previo appuntamento telefonico da inoltrare entro e non oltre il giorno antecedente.';
      for (const network of world.policy.channels.keys()) {
        const advised = (plainThreshold?: number) =>
          findings(world, { text, network, ...(plainThreshold !== undefined && { plainThreshold }) }).filter(
            ({ check }) => check === 'plain-writing',
          );
        const [first] = advised(60);
        assert.deepEqual([first?.clause, first?.severity], ['MOS-092', 'advise']);
        assert.match(first?.reason ?? '', /Gulpease \d+, sotto la soglia di 60/);
        assert.deepEqual(advised(1), []);
        assert.deepEqual(advised(), [], 'nobody chose a threshold');
      }
      const { force, what, check, outcome } = said(world, 'MOS-092', 'content');
      assert.deepEqual([force, check, outcome], ['style', 'person', 'advise']);
      assert.deepEqual(what, ['chiarezza', 'trasparenza']);
    },
  );
});

proofsOf('asst-crema', ({ proof }) => {
  proof('CRE-018', 'what is not public yet, and what a proceeding is open on, are blocked', (world) => {
    stops(world, 'CRE-018', { kind: 'not-public', cited: ['CRE-018'] });
    stops(world, 'CRE-018', { kind: 'proceeding', cited: ['CRE-018'] });
    notPublic(world, 'CRE-018');
  });
});

proofsOf('ats-milano', ({ proof }) => {
  proof('MIL-016', 'what is not public yet, and what a proceeding is open on, are blocked', (world) => {
    stops(world, 'MIL-016', { kind: 'not-public', cited: ['MIL-016'] });
    stops(world, 'MIL-016', { kind: 'proceeding', cited: ['MIL-016'] });
    notPublic(world, 'MIL-016');
  });
});

/** The same block in two policies. */
function notPublic(world: World, id: string): void {
  const { force, what, asks, seeks, check } = said(world, id, 'content');
  assert.deepEqual([force, seeks, check], ['must-not', ['reserved-act'], 'machine']);
  assert.deepEqual(what, [
    'informazioni di terzi su contenuti, documenti e progetti non ancora pubblici',
    'informazioni di terzi su procedimenti in corso',
  ]);
  assert.deepEqual(asks, ['se è già pubblico', 'se riguarda un procedimento in corso']);
}

proofsOf('regione-calabria', ({ proof }) => {
  proof('CAL-019', 'a news draft without a link to the portal that was chosen wants a reason', (world) => {
    const portals = new Map([['CAL-019', 'lavoro.ente.example']]);
    for (const network of world.policy.channels.keys()) {
      const missing = (links: readonly string[], chosen = portals) =>
        findings(world, { text: OTHER, network, links, portals: chosen }).filter(
          ({ check }) => check === 'link-missing',
        );
      for (const links of [[], ['https://altrove.example/lavoro']]) {
        const [first] = missing(links);
        assert.deepEqual([first?.clause, first?.severity], ['CAL-019', 'justify']);
      }
      assert.deepEqual(missing(['https://www.lavoro.ente.example/avvisi']), []);
      assert.deepEqual(missing([], new Map()), [], 'nobody chose a portal');
    }
    const { force, what, asks, link, check } = said(world, 'CAL-019', 'content');
    assert.deepEqual([force, asks, check], ['must', ['collegamento al portale'], 'machine']);
    assert.deepEqual(what, ['le notizie rimandano al portale dei Centri per l’impiego e delle politiche attive']);
    assert.deepEqual(link, { kind: 'missing' });
    const { of, note } = said(world, 'CAL-019', 'defect');
    assert.equal(of, 'missing-datum');
    assert.match(
      note,
      /l’indirizzo del portale non è scritto; senza l’indirizzo il controllo automatico non si può fare/,
    );
  });
});
