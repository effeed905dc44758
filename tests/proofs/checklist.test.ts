// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { type ChecklistItem, checklistFor, NETWORKS } from '#policy';
import { type Check, proofsOf } from '../support/proof.ts';
import { said } from './asking.ts';

// What the policies have a person answer for before a draft goes out. That nothing goes on without the answer is shown by the
// story `tests/stories/editorial-asked.test.ts`.

interface Asked extends Omit<ChecklistItem, 'clause' | 'asked'> {
  readonly asks: readonly string[];
  /** Of which drafts. */
  readonly of: 'every draft' | 'what comes from others';
  /** The rule in its own words, and whatever else the clause says beside it. */
  readonly what: readonly string[];
  readonly force: 'may' | 'must' | 'must-not' | 'style';
  readonly more?: Readonly<Record<string, unknown>>;
}

const isAsked =
  (id: string, { asks, of, what, force, outcome, mustBeNo, more = {} }: Asked): Check =>
  (world) => {
    const items = (ofOthers: boolean) =>
      checklistFor(world.policy, { networks: NETWORKS, ofOthers, kinds: [] }).filter(({ clause }) => clause === id);
    const expected = asks.map((asked) => ({ asked, clause: id, outcome, mustBeNo }));
    assert.deepEqual(items(true), expected);
    assert.deepEqual(items(false), of === 'every draft' ? expected : []);
    const { kind, ...block } = said(world, id, 'content');
    assert.equal(kind, 'content');
    assert.deepEqual({ ...block }, { force, what, asks, check: 'person', outcome, ...more });
  };

const source = { of: 'what comes from others', outcome: 'block', mustBeNo: false } as const;
const against = { of: 'every draft', outcome: 'block', mustBeNo: true, force: 'must-not' } as const;
const RELIABLE = ['attendibilità della fonte di ciò che viene da altri'];
const WHO_VERIFIED = ['chi ha verificato la fonte'];

proofsOf('asst-crema', ({ proof }) => {
  const rule = { ...source, force: 'must', what: RELIABLE, asks: WHO_VERIFIED } as const;
  proof('CRE-009', 'who verified the source of what comes from others', isAsked('CRE-009', rule));
  const answer = ['la risposta alla domanda se si possa usare contro l’azienda'];
  const what = ['affermazioni che si potrebbero usare contro l’azienda'];
  proof(
    'CRE-016',
    'nothing that could be used against the body',
    isAsked('CRE-016', { ...against, asks: answer, what }),
  );
});

proofsOf('ats-milano', ({ proof }) => {
  const rule = { ...source, force: 'must', what: RELIABLE, asks: WHO_VERIFIED } as const;
  proof('MIL-008', 'who verified the source of what comes from others', isAsked('MIL-008', rule));
  const answer = ['la risposta alla domanda se si possa usare contro l’agenzia'];
  const what = ['affermazioni che si potrebbero usare contro l’agenzia'];
  proof(
    'MIL-014',
    'nothing that could be used against the body',
    isAsked('MIL-014', { ...against, asks: answer, what }),
  );
});

proofsOf('il-mosaico', ({ proof }) => {
  const answer = ['la risposta alla domanda se si possa usare contro la cooperativa'];
  const what = ['affermazioni che si potrebbero usare contro la cooperativa'];
  proof(
    'MOS-039',
    'nothing that could be used against the body',
    isAsked('MOS-039', { ...against, asks: answer, what }),
  );
  proof(
    'MOS-093',
    'the style is that of the traditional channels',
    isAsked('MOS-093', {
      ...{ of: 'every draft', outcome: 'justify', mustBeNo: false, force: 'style' },
      what: ['coerenza con i canali tradizionali'],
      asks: ['la risposta alla domanda se lo stile è coerente con i canali tradizionali'],
    }),
  );
});

proofsOf('regione-calabria', ({ proof }) => {
  const what = ['la fonte dei contenuti di altri è attendibile'];
  const rule = { ...source, force: 'must', what, asks: ['verifica della fonte'] } as const;
  proof('CAL-024', 'the source of what comes from others is verified', isAsked('CAL-024', rule));
  proof(
    'CAL-039',
    'whether a content starts from what its readers need',
    isAsked('CAL-039', {
      ...{ of: 'every draft', outcome: 'justify', mustBeNo: false, force: 'style' },
      what: ['comunicazione orientata all’utente'],
      asks: ['la risposta alla domanda se il contenuto parte da ciò che serve a chi legge'],
    }),
  );
});
