// SPDX-License-Identifier: AGPL-3.0-or-later
import { nearest } from '../nearest.ts';
import { duration } from '../values/duration.ts';
import { numberBetween } from '../values/number.ts';
import { oneOf } from '../values/one-of.ts';
import { bad, good, orMissing, type Reading } from '../values/value.ts';
import { COMMON_KEYS, listBlock, type NodeOf, optional } from './block.ts';

/** How a policy file writes each measure. */
export const MEASURE_LABELS = {
  remove: 'rimuovere',
  warn: 'avvisare',
  ban: 'bloccare',
  'report-platform': 'segnalare alla piattaforma',
  'report-authorities': 'segnalare alle autorità',
  disciplinary: 'procedimento disciplinare',
} as const;
export type Measure = keyof typeof MEASURE_LABELS;

const FORCE_LABELS = { must: 'si deve', may: 'si può' } as const;

/** One step of the ladder; `condition` is the source's own proviso. */
export interface Rung {
  readonly force: keyof typeof FORCE_LABELS;
  readonly measure: Measure;
  readonly condition?: string;
}

const force = oneOf(FORCE_LABELS);
const measure = oneOf(MEASURE_LABELS);
const SHAPE = /^(si deve|si può)\s*:([^()]+)(?:\(([^()]+)\))?$/;

function readRung(raw: string): Reading<Rung> {
  const [, how = '', what = '', condition] = (SHAPE.exec(raw) ?? []).map((part) => part?.trim());
  const forced = force.read(how);
  if (!forced.ok) return bad({ code: 'POL-E033', found: raw, expected: '`si deve: …` o `si può: …`' });
  const taken = measure.read(what);
  if (!taken.ok)
    return bad(
      { ...taken.remark, meant: nearest(what, Object.values(MEASURE_LABELS)) },
      Math.max(0, raw.indexOf(what)),
    );
  const rung = { force: forced.value, measure: taken.value };
  return good(Object.freeze(condition === undefined ? rung : { ...rung, condition: condition.trim() }));
}

/** The sanction ladder, or some rungs of it. */
export const ladderBlock = listBlock({
  kind: 'ladder',
  name: 'gradualità',
  label: 'Gradualità delle misure',
  keys: {
    threshold: optional('soglia', orMissing(numberBetween(1, 100, false)), 'quante ripetizioni servono'),
    warning: optional(
      'avviso',
      orMissing(oneOf({ due: 'previsto', 'if-possible': 'se possibile', none: 'non previsto' })),
      'se prima si avvisa',
    ),
    window: optional('finestra', orMissing(duration), 'in quanto tempo si contano le violazioni'),
    review: optional('riesame', orMissing(duration), 'dopo quanto un blocco si riesamina'),
    ...COMMON_KEYS,
  },
  items: {
    read: readRung,
    print: ({ force: how, measure: what, condition }) =>
      `${FORCE_LABELS[how]}: ${MEASURE_LABELS[what]}${condition === undefined ? '' : ` (${condition})`}`,
  },
});
export type LadderNode = NodeOf<typeof ladderBlock>;
