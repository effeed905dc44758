// SPDX-License-Identifier: AGPL-3.0-or-later
import { ladderBlock, MEASURE_LABELS, type Measure, type Rung } from '../../blocks/ladder.ts';
import type { CompiledPolicy, Said } from '../../compiled.ts';
import { MISSING_WORDS, type Missing } from '../../missing.ts';
import { formerly } from '../phrases.ts';
import { meaning, type Reader } from '../side.ts';

const FORCE = { must: 'si deve', may: 'si può' } as const;

const conditionOf = ({ condition }: Rung): string => (condition === undefined ? '' : ` (${condition})`);
const told = (rung: Rung): string => `${FORCE[rung.force]} ${MEASURE_LABELS[rung.measure]}${conditionOf(rung)}`;

/** The awake rungs of a policy, the first that names each measure. */
function rungsOf({ ladder }: CompiledPolicy): ReadonlyMap<Measure, Said<Rung>> {
  const rungs = new Map<Measure, Said<Rung>>();
  for (const said of ladder.rungs)
    if (!said.clause.dormant && !rungs.has(said.what.measure)) rungs.set(said.what.measure, said);
  return rungs;
}

/** What can be done to whoever goes on. */
export const measures: Reader = (sides) => {
  const [was, is] = [rungsOf(sides.before), rungsOf(sides.after)];
  const changed = [...is].flatMap(([measure, { clause, what }]) => {
    const earlier = was.get(measure);
    if (earlier !== undefined && told(earlier.what) === told(what)) return [];
    const text =
      earlier === undefined
        ? `Una nuova misura: ${told(what)}.`
        : `Fra le misure, ora ${told(what)}${formerly(told(earlier.what))}.`;
    return [meaning(sides, text, { before: earlier === undefined ? [] : [earlier.clause.id], after: [clause.id] })];
  });
  const gone = [...was].flatMap(([measure, { clause, what }]) =>
    is.has(measure)
      ? []
      : [meaning(sides, `Non c’è più la misura: ${told(what)}.`, { before: [clause.id], after: [] })],
  );
  return [...changed, ...gone, ...order(was, is).map((text) => meaning(sides, text, allOf(was, is)))];
};

type Rungs = ReadonlyMap<Measure, Said<Rung>>;

const allOf = (was: Rungs, is: Rungs) => {
  const ids = (rungs: Rungs) => [...rungs.values()].map(({ clause }) => clause.id);
  return { before: ids(was), after: ids(is) };
};

/** Measures that both versions know, if they follow each other differently. */
function order(was: Rungs, is: Rungs): readonly string[] {
  const common = (rungs: Rungs, others: Rungs) => [...rungs.keys()].filter((measure) => others.has(measure));
  const [left, right] = [common(was, is), common(is, was)];
  if (left.join() === right.join()) return [];
  return [`Cambia l’ordine delle misure: ${right.map((measure) => MEASURE_LABELS[measure]).join(', poi ')}.`];
}

interface Term {
  readonly value: string | undefined;
  readonly clauses: readonly string[];
}

function termOf(policy: CompiledPolicy, field: 'threshold' | 'warning'): Term {
  const said = policy.ladder.terms.filter(({ clause, what }) => !clause.dormant && what[field] !== undefined);
  const [first] = said;
  const value: unknown = first?.what[field];
  const { print } = ladderBlock.keys[field].value as { print(value: unknown): string };
  return {
    value: value === undefined ? undefined : print(value as string | Missing),
    clauses: said.map(({ clause }) => clause.id),
  };
}

/** After how many times, and whether one is warned first. */
export const ladderTerms: Reader = (sides) => {
  const [threshold, warning] = (['threshold', 'warning'] as const).map((field) => ({
    was: termOf(sides.before, field),
    is: termOf(sides.after, field),
  }));
  const sentences = [
    [threshold, thresholdChange],
    [warning, warningChange],
  ] as const;
  return sentences.flatMap(([term, tell]) => {
    if (term === undefined || term.was.value === term.is.value) return [];
    const clauses = { before: term.was.clauses, after: term.is.clauses };
    return [meaning(sides, tell(term.was.value, term.is.value), clauses)];
  });
};

const thresholdChange = (was: string | undefined, is: string | undefined): string => {
  if (is === undefined) return `Non serve più una soglia di ripetizioni per le misure${formerly(was)}.`;
  if (is === MISSING_WORDS) return `Manca la soglia di ripetizioni per le misure: dato mancante${formerly(was)}.`;
  if (was === undefined || was === MISSING_WORDS)
    return `La soglia di ripetizioni per le misure è ${is}${formerly(was ?? 'nessuna')}.`;
  return `La soglia di ripetizioni per le misure passa da ${was} a ${is}.`;
};

const warningChange = (was: string | undefined, is: string | undefined): string =>
  is === undefined
    ? `La policy non parla più dell’avviso prima delle misure${formerly(was)}.`
    : `L’avviso prima delle misure: ${is}${formerly(was)}.`;
