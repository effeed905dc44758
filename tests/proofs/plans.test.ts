// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { checklistFor, kindsOfTheme, NETWORKS, pagesKeptFresh, planFollowed, planTerms, themesAsked } from '#policy';
import { proofsOf } from '../support/proof.ts';
import { MISSING, said } from './asking.ts';

// What the policies say of plans, themes and of pages kept up to date. That the desk keeps to it is shown by the stories
// `tests/stories/plan*.test.ts`.

proofsOf('regione-calabria', ({ proof }) => {
  proof('CAL-090', 'the group prepares plan and calendar, and the Director approves both', ({ policy, blocks }) => {
    const own = blocks('plan').filter(({ clause }) => clause.id === 'CAL-090');
    const both = { kind: 'plan', preparedBy: 'gruppo di lavoro', approvedBy: 'Dirigente generale', every: MISSING };
    assert.deepEqual(
      own.map(({ what }) => ({ ...what })),
      ['editorial', 'calendar'].map((of) => ({ ...both, of })),
    );
    const terms = planTerms(policy, 'editorial');
    assert.deepEqual(terms?.approval, { by: 'Dirigente generale', clause: 'CAL-090' });
    assert.equal(terms?.preparedBy, 'gruppo di lavoro');
    assert.deepEqual(planFollowed(policy)?.approval, { by: 'Dirigente generale', clause: 'CAL-090' });
  });

  proof('CAL-091', 'the group makes what goes out according to the approved plan', (world) => {
    assert.deepEqual(planFollowed(world.policy)?.following, { by: 'gruppo di lavoro', clause: 'CAL-091' });
    const { kind, ...mandate } = said(world, 'CAL-091', 'mandate');
    assert.equal(kind, 'mandate');
    assert.deepEqual(
      { ...mandate },
      {
        who: 'gruppo di lavoro',
        tasks: ['raccogliere, ideare, produrre e redigere i contenuti secondo il piano e il calendario approvati'],
      },
    );
  });

  proof('CAL-043', 'times are decided week by week', ({ policy, blocks }) => {
    assert.deepEqual(planTerms(policy, 'editorial')?.every, [{ every: 'weekly', clause: 'CAL-043' }]);
    const [own] = blocks('plan').filter(({ clause }) => clause.id === 'CAL-043');
    assert.deepEqual({ ...own?.what }, { kind: 'plan', of: 'calendar', every: 'weekly' });
  });

  proof(
    'CAL-096',
    'the work plan is kept by those who work, all the time, and approved by whom is not said',
    (world) => {
      assert.deepEqual(planTerms(world.policy, 'work'), {
        ...{ clauses: ['CAL-096'], preparedBy: 'componenti del gruppo di lavoro', themes: [] },
        ...{ approval: { by: null, clause: 'CAL-096' }, every: [{ every: 'continuous', clause: 'CAL-096' }] },
      });
    },
  );
});

proofsOf('il-mosaico', ({ proof }) => {
  const PROMOTION =
    'promozione di attività, servizi e progetti della cooperativa, anche con un semplice rimando al sito';
  const CURRENT = 'attualità collegata (MOS-084)';

  proof('MOS-083', 'every content has one of two themes, or is stopped', (world) => {
    assert.deepEqual(themesAsked(world.policy, NETWORKS), [
      { clause: 'MOS-083', outcome: 'block', themes: [PROMOTION, CURRENT] },
    ]);
    assert.equal(said(world, 'MOS-083', 'content').check, 'person');
  });

  proof('MOS-084', 'of current affairs the activity is asked for, and its lack is told', (world) => {
    const { what } = said(world, 'MOS-084', 'content');
    assert.deepEqual(kindsOfTheme(world.policy, CURRENT), what);
    assert.deepEqual(kindsOfTheme(world.policy, PROMOTION), []);
    assert.deepEqual(what, ['attualità collegata in modo specifico ad attività, servizi o progetti della cooperativa']);
    const draft = { networks: NETWORKS, ofOthers: false, kinds: kindsOfTheme(world.policy, CURRENT) };
    assert.deepEqual(
      checklistFor(world.policy, draft).filter(({ clause }) => clause === 'MOS-084'),
      [
        {
          ...{ clause: 'MOS-084', asked: 'l’attività, il servizio o il progetto a cui si collega' },
          ...{ outcome: 'advise', mustBeNo: false },
        },
      ],
    );
    const { force, outcome } = said(world, 'MOS-084', 'content');
    assert.deepEqual([force, outcome], ['may', 'advise']);
  });

  proof(
    'MOS-091',
    'pages are kept up to date all the time, so that nothing outdated or confusing stays',
    ({ policy }) => {
      assert.deepEqual(pagesKeptFresh(policy), {
        ...{ clause: 'MOS-091', every: 'continuous' },
        what: ['informazioni superate', 'contenuti che confondono'],
      });
    },
  );

  proof('MOS-095', 'professionalism is among the principles that staff read', (world) => {
    const rule = said(world, 'MOS-095', 'content');
    assert.deepEqual([rule.force, rule.what], ['style', ['professionalità']]);
    assert.match(world.shown('MOS-095', 'internal'), /Professionalità.*La gestione è professionale/s);
    assert.match(world.shown('MOS-095', 'internal'), /professionalità/);
  });
});
