// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ProofRecord } from './policy-coverage-record.ts';
import {
  COVERAGE_STATES,
  type CoverageState,
  type Covered,
  type CoveredClause,
  isHalfProved,
} from './policy-coverage-states.ts';

const STATE_LABELS: Readonly<Record<CoverageState, readonly [one: string, many: string]>> = {
  proved: ['provato', 'provati'],
  published: ['pubblicato', 'pubblicati'],
  bound: ['collegato', 'collegati'],
  waiting: ['in attesa', 'in attesa'],
  missing: ['assente', 'assenti'],
  unknown: ['sconosciuto', 'sconosciuti'],
};
const KEY = `provato: una prova che lo nomina è passata nell’ultima esecuzione completa e, per auto, assist e config, non passa più se il punto cambia
pubblicato: si legge per intero nella pagina · collegato: ha una regola o un valore, non ancora provati
in attesa: manca ancora ciò che lo fa valere, nel modulo indicato · assente: non è nel file · sconosciuto: non è nell’elenco dei punti
`;
const DONE: readonly CoverageState[] = ['proved', 'published'];
const DAY = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Rome' });

/** One file with what was found of its clauses. */
export interface FileCoverage {
  readonly covered: Covered;
  readonly clauses: readonly CoveredClause[];
  /** True when there is a record, but of another text of this file. */
  readonly stale: boolean;
}

/** The coverage in words: counts for each area, totals, what is not shown yet and who will honour it, the last run. */
export function coverageText(files: readonly FileCoverage[], record: ProofRecord | undefined): string {
  const all = files.flatMap(({ clauses }) => clauses);
  const left = files.flatMap(({ covered, clauses }) =>
    clauses.filter(({ state }) => !DONE.includes(state)).map((clause) => leftOver(clause, covered)),
  );
  return [
    ...files.map(({ covered, clauses }) => table(`${covered.document.header.bodyName} (${covered.file})`, clauses)),
    `${line('Totale', all)}\n`,
    left.length === 0 ? '' : `Non ancora provati né pubblicati: ${left.length}\n${left.join('')}\n`,
    KEY,
    `${recordText(record)}\n`,
    ...files.flatMap(({ covered, stale }) =>
      stale
        ? [
            `${covered.file} è cambiato dopo quell’esecuzione: finché non ripeti npm test nessun suo punto risulta provato\n`,
          ]
        : [],
    ),
  ].join('');
}

function table(title: string, clauses: readonly CoveredClause[]): string {
  const areas = Map.groupBy(clauses, ({ area }) => area || '–');
  const rows = [...areas].map(([area, of]) => line(area, of));
  const heading = cells(
    '',
    COVERAGE_STATES.map((state) => STATE_LABELS[state][1]),
  );
  return [title, heading, ...rows, line('tutti', clauses), ''].map((row) => `${row}\n`).join('');
}

const WIDTHS = [20, 9, 12, 12, 11, 9, 13];

const cells = (first: string, others: readonly string[]): string =>
  [first.padEnd(WIDTHS[0] ?? 0), ...others.map((text, index) => text.padStart(WIDTHS[index + 1] ?? 0))].join('');

const line = (name: string, clauses: readonly CoveredClause[]): string =>
  cells(
    name,
    COVERAGE_STATES.map((wanted) => String(clauses.filter(({ state }) => state === wanted).length)),
  );

function leftOver(clause: CoveredClause, covered: Covered): string {
  const { id, kind, area, state, module, where } = clause;
  const half = isHalfProved(clause, covered) ? ' (la prova passa, ma non nota tutte le alterazioni)' : '';
  return `  ${id}  ${kind.padEnd(8)}  ${area.padEnd(18)}  ${STATE_LABELS[state][0].padEnd(11)}  ${module.padEnd(10)}  ${where}${half}\n`;
}

function recordText(record: ProofRecord | undefined): string {
  if (record === undefined) return 'Ultima esecuzione completa delle prove: non c’è: esegui npm test';
  const { at, node, commit, alterations } = record;
  const { noticed, unnoticed } = alterations;
  const of = commit === undefined ? '' : `, versione ${commit.slice(0, 12)}`;
  return `Ultima esecuzione completa delle prove: ${DAY.format(new Date(at))} (Node ${node}${of}); ${noticed + unnoticed} alterazioni provate, ${unnoticed} non notate`;
}
