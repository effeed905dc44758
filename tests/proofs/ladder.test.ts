// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import {
  type AuthorHistory,
  disciplineIn,
  dutyTo,
  type LadderChoices,
  ladderTerms,
  type MeasureAnswer,
  measuresFor,
  minorsOn,
} from '#policy';
import { proofsOf } from '../support/proof.ts';
import type { TriedItem, World } from '../support/world.ts';

// The ladder of each policy as a pure question: what may be done to an author, on which clause, and what it still asks.

const CHOSEN: LadderChoices = { threshold: 2, windowDays: 365 };
const ONCE: AuthorHistory = { breaches: 1, warnings: 0, banned: false, brokenHere: ['here'], broken: [] };
const TWICE: AuthorHistory = { ...ONCE, breaches: 2 };
const WARNED: AuthorHistory = { ...TWICE, warnings: 1 };

interface Asking {
  readonly history: AuthorHistory;
  readonly choices?: LadderChoices;
  readonly item?: TriedItem;
}

function answers(world: World, { history, choices = CHOSEN, item = { text: 'Siete dei cialtroni' } }: Asking) {
  const channel = item.channel ?? 'facebook';
  return measuresFor(world.policy, { item: { channel, kind: item.kind ?? 'comment' } }, { history, choices });
}

function answer(world: World, measure: MeasureAnswer['measure'], asking: Asking): MeasureAnswer {
  const found = answers(world, asking).find((one) => one.measure === measure);
  assert.ok(found, `the policy names no ${measure}`);
  return found;
}

const ids = ({ clauses }: MeasureAnswer) => clauses.map(({ id }) => id);
const silent = ({ asks }: MeasureAnswer) => asks.filter((one) => one === 'threshold' || one === 'window');
const order = (world: World, asking: Asking) => answers(world, asking).map(({ measure }) => measure);

/** One breach does not do, two do, and only once the body has said how many and over how long. */
function onlyRepeated(world: World, id: string): void {
  const first = answer(world, 'ban', { history: ONCE });
  assert.equal(first.allowed, false);
  assert.match(first.reasons[0]?.text ?? '', /ripetizione/);
  assert.equal(first.reasons[0]?.clause, id);
  const second = answer(world, 'ban', { history: WARNED });
  assert.equal(second.allowed, true);
  assert.equal(second.force, 'may');
  assert.ok(ids(second).includes(id));
  const unsaid = answer(world, 'ban', { history: WARNED, choices: {} });
  assert.deepEqual([unsaid.allowed, silent(unsaid)], [false, ['threshold', 'window']]);
  assert.equal(answer(world, 'ban', { history: WARNED, choices: { threshold: 3, windowDays: 30 } }).allowed, false);
  assert.equal(ladderTerms(world.policy).threshold?.value, undefined);
}

/** Without a warning the ban asks for the reason why there was none. */
function warnedIfPossible(world: World, id: string): void {
  const unwarned = answer(world, 'ban', { history: TWICE });
  assert.ok(unwarned.asks.includes('warning-or-why-not'));
  assert.ok(unwarned.reasons.some(({ clause }) => clause === id));
  assert.equal(answer(world, 'ban', { history: WARNED }).asks.includes('warning-or-why-not'), false);
  const warning = answer(world, 'warn', { history: ONCE });
  assert.deepEqual([warning.allowed, warning.force, ids(warning)[0]], [true, 'may', id]);
  assert.equal(answer(world, 'warn', { history: { ...ONCE, brokenHere: [] } }).allowed, false);
  assert.deepEqual(order(world, { history: TWICE }).slice(0, 2), ['warn', 'ban']);
}

/** After a ban the platform, then the authorities, both by choice. */
function platformThenAuthorities(world: World, id: string, proviso: string | undefined): void {
  const history = { ...WARNED, banned: true };
  assert.deepEqual(order(world, { history }).slice(-2), ['report-platform', 'report-authorities']);
  for (const measure of ['report-platform', 'report-authorities'] as const) {
    const step = answer(world, measure, { history });
    assert.deepEqual([step.allowed, step.force, ids(step)[0]], [true, 'may', id]);
  }
  assert.equal(answer(world, 'report-authorities', { history }).condition, proviso);
}

/** A first breach is enough, at discretion and with a reason; without any breach nobody is banned. */
function atFirst(world: World, id: string, item?: TriedItem): void {
  const first = answer(world, 'ban', { history: ONCE, choices: {}, ...(item && { item }) });
  assert.deepEqual([first.allowed, first.force, ids(first)[0]], [true, 'may', id]);
  assert.ok(first.asks.includes('reasons'));
  assert.match(first.reasons[0]?.text ?? '', /discrezionale/);
  const nothing = { ...ONCE, breaches: 0 };
  assert.equal(answer(world, 'ban', { history: nothing, ...(item && { item }) }).allowed, false);
}

for (const [body, sigla] of [
  ['asst-crema', { repeated: 'CRE-051', warned: 'CRE-052', reported: 'CRE-053' }],
  ['ats-milano', { repeated: 'MIL-049', warned: 'MIL-050', reported: 'MIL-051' }],
] as const)
  proofsOf(body, ({ proof }) => {
    proof(sigla.repeated, 'a ban needs a repetition, as many as the body says', (world) =>
      onlyRepeated(world, sigla.repeated),
    );
    proof(sigla.warned, 'a warning comes first, or why it could not', (world) => warnedIfPossible(world, sigla.warned));
    proof(sigla.reported, 'the platform, then the authorities', (world) =>
      platformThenAuthorities(world, sigla.reported, 'eventualmente'),
    );
  });

proofsOf('ats-milano', ({ proof }) => {
  proof('MIL-058', 'under sixteen only with consent, on accounts for the young alone', (world) => {
    const young = minorsOn(world.policy, { young: true });
    assert.deepEqual([young?.clause.id, young?.age, young?.below], ['MIL-058', 16, 'with-consent']);
    assert.deepEqual(young?.consentOf, [
      'chi ha la responsabilità genitoriale',
      'l’istituzione responsabile del progetto',
    ]);
    assert.equal(minorsOn(world.policy, { young: false }), undefined);
  });
});

proofsOf('asl-roma-1', ({ proof }) => {
  proof('RM1-030', 'a first breach is enough for a ban, with a reason', (world) => atFirst(world, 'RM1-030'));
  proof('RM1-031', 'then the platform and, if need be, the authorities', (world) =>
    platformThenAuthorities(world, 'RM1-031', 'se necessario'),
  );
});

proofsOf('il-mosaico', ({ proof }) => {
  proof('MOS-070', 'what breaks the rules is removed: a duty', ({ policy }) => {
    assert.equal(dutyTo(policy, 'remove')?.id, 'MOS-070');
  });
  proof('MOS-071', 'what breaks the rules is reported to the platform: a duty', (world) => {
    assert.equal(dutyTo(world.policy, 'report-platform')?.id, 'MOS-071');
    const step = answer(world, 'report-platform', { history: ONCE });
    assert.deepEqual([step.allowed, step.force, step.condition], [true, 'must', undefined]);
  });
  proof('MOS-073', 'a first breach is enough for a ban, without a warning', (world) => {
    atFirst(world, 'MOS-073');
    assert.equal(answer(world, 'ban', { history: ONCE }).asks.includes('warning-or-why-not'), false);
  });
});

const awake = (world: World): World =>
  world.under({ acts: ['CAL-021', 'CAL-083', 'CAL-084'].map((clause) => ({ clause, act: 'decreto di prova n. 7' })) });

proofsOf('regione-calabria', ({ proof }) => {
  proof('CAL-083', 'asleep until an act, then a first breach is enough', (world) => {
    const asleep = answer(world, 'ban', { history: ONCE });
    assert.deepEqual([asleep.allowed, asleep.reasons[0]?.clause], [false, 'CAL-083']);
    atFirst(awake(world), 'CAL-083');
  });
  proof('CAL-084', 'asleep until an act, then the platform and the authorities', (world) => {
    for (const [measure, condition] of [
      ['report-platform', undefined],
      ['report-authorities', 'se necessario'],
    ] as const) {
      const before = answer(world, measure, { history: ONCE });
      assert.equal(ids(before).includes('CAL-084'), false);
      const step = answer(awake(world), measure, { history: ONCE });
      assert.ok(ids(step).includes('CAL-084'));
      assert.deepEqual([step.allowed, step.force], [true, 'may']);
      assert.equal(step.condition, condition);
    }
    const steps = order(awake(world), { history: ONCE }).filter((one) => one.startsWith('report'));
    assert.deepEqual(steps, ['report-platform', 'report-authorities']);
  });
  proof('CAL-045', 'what abuses a share can be reported to the platform and the authorities at once', (world) => {
    const item: TriedItem = {
      text: 'Il direttore è un ladro, ha rubato i soldi',
      kind: 'mention',
      channel: 'facebook',
    };
    for (const measure of ['report-platform', 'report-authorities'] as const) {
      const step = answer(world, measure, { history: ONCE, item });
      assert.deepEqual([step.allowed, step.force, ids(step)[0]], [true, 'may', 'CAL-045']);
    }
    assert.deepEqual(
      order(world, { history: ONCE, item }).filter((one) => one.startsWith('report')),
      ['report-platform', 'report-authorities'],
    );
  });
});

for (const [body, id, proviso, conduct] of [
  [
    'il-mosaico',
    'MOS-110',
    'per il personale, secondo la gravità',
    {
      what: ['rispettare le norme di questa parte'],
      use: 'any',
      consequences: ['sanzione disciplinare secondo la gravità', 'responsabilità civile o penale'],
    },
  ],
  [
    'regione-calabria',
    'CAL-057',
    'per il personale',
    {
      what: ['rispettare le regole di comportamento di questa parte'],
      consequences: ['sanzioni disciplinari', 'responsabilità penale, civile, amministrativa o contabile'],
    },
  ],
] as const)
  proofsOf(body, ({ proof }) => {
    proof(
      id,
      'a breach of the internal rules goes to a disciplinary procedure',
      ({ policy, clause, blocks, shown }) => {
        const found = disciplineIn(policy);
        assert.deepEqual([found?.clause.id, found?.force, found?.condition], [id, 'must', proviso]);
        assert.equal(clause(id)?.audience, 'internal');
        assert.match(shown(id, 'internal'), /disciplinar/);
        const own = blocks('staff').find((one) => one.clause.id === id)?.what;
        assert.deepEqual(own, { kind: 'staff', force: 'must', ...conduct });
      },
    );
  });
