// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PolicyDocument } from '#policy';
import { hangsOnABlock, type LedgerClause } from './policy-coverage-ledger.ts';
import { isProved, type ProofRecord } from './policy-coverage-record.ts';

/** From the best shown to what should not be; `unknown` stands in the file and not in the ledger. */
export const COVERAGE_STATES = ['proved', 'published', 'bound', 'waiting', 'missing', 'unknown'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

export interface CoveredClause {
  readonly id: string;
  readonly body: string;
  /** Empty for a clause that the ledger does not know, as `kind` and `module`. */
  readonly area: string;
  readonly kind: string;
  readonly module: string;
  readonly state: CoverageState;
  /** Place in the file and what stands there, then where it is shown: `policies/a.policy.md:12 regola → tests/a.test.ts`. */
  readonly where: string;
}

/** A policy file and what is known of it. */
export interface Covered {
  /** As the person named it. */
  readonly file: string;
  readonly text: string;
  readonly document: PolicyDocument;
  readonly ledger: readonly LedgerClause[];
  readonly rendered: ReadonlySet<string>;
  /** Of the last full run; absent where there is none, or where it read another text of this file. */
  readonly record: ProofRecord | undefined;
}

/** Every clause of the ledger in its order, then those of the file that the ledger does not know. */
export function coverageOf(covered: Covered): readonly CoveredClause[] {
  const places = placesIn(covered.text);
  const known = new Set(covered.ledger.map(({ id }) => id));
  const { body } = covered.document.header;
  const unknown = [...places].filter(([id]) => !known.has(id));
  return [
    ...covered.ledger.map((clause) => coveredClause(clause, places.get(clause.id), covered)),
    ...unknown.map(
      ([id, place]): CoveredClause => ({
        ...{ id, body, area: '', kind: '', module: '', state: 'unknown' },
        where: told(covered.file, place),
      }),
    ),
  ];
}

function coveredClause(clause: LedgerClause, place: Place | undefined, covered: Covered): CoveredClause {
  const { id, body, area, kind, module } = clause;
  const state = place === undefined ? 'missing' : stateOf(clause, place, covered);
  const shownIn: Readonly<Record<CoverageState, string>> = {
    proved: ` → ${covered.record?.proved[id]?.join(', ') ?? ''}`,
    published: ` → ${pageOf(clause, covered.document)}#${id}`,
    bound: '',
    waiting: ` → ${module}`,
    missing: '',
    unknown: '',
  };
  const where = place === undefined ? covered.file : `${told(covered.file, place)}${shownIn[state]}`;
  return { id, body, area, kind, module, state, where };
}

/** Of the part in which the clause stands. */
const pageOf = ({ id, body }: LedgerClause, document: PolicyDocument): string => {
  const isInternal = document.parts.some(
    ({ audience, sections }) =>
      audience === 'internal' && sections.some((one) => one.clauses.some((each) => each.id === id)),
  );
  return isInternal ? `/policy/${body}/interna` : `/policy/${body}`;
};

function stateOf(clause: LedgerClause, { blocks }: Place, { record, rendered }: Covered): CoverageState {
  if (record !== undefined && isProved(clause, record)) return 'proved';
  if (clause.kind === 'document' && rendered.has(clause.id)) return 'published';
  return blocks.length > 0 ? 'bound' : 'waiting';
}

/** Whether its tests passed while its alterations were not all noticed, or not tried. */
export const isHalfProved = ({ id, state }: CoveredClause, { ledger, record }: Covered): boolean =>
  state !== 'proved' &&
  record !== undefined &&
  id in record.proved &&
  ledger.some((clause) => clause.id === id && hangsOnABlock(clause));

interface Place {
  /** From 1. */
  readonly line: number;
  /** The blocks that bind something, as the file names them. */
  readonly blocks: readonly string[];
}

const TITLE = /^### ([A-Z][A-Z0-9]*-\d{3}) /;
const FENCE = /^(~{3,}|`{3,})\s*(\S.*)?$/;
/** The policy's own tests, and the faults of its source. */
const BINDS_NOTHING = ['esempi', 'difetto'];

/** Where each clause of a well written file begins, and what binds in it. */
function placesIn(text: string): ReadonlyMap<string, Place> {
  const places = new Map<string, { line: number; blocks: string[] }>();
  let current: string[] | undefined;
  let open = false;
  for (const [index, line] of text.split('\n').entries()) {
    const id = open ? undefined : TITLE.exec(line)?.[1];
    const [fence, , name] = FENCE.exec(line) ?? [];
    if (id !== undefined) {
      current = [];
      places.set(id, { line: index + 1, blocks: current });
    } else if (fence !== undefined) {
      if (!open && name !== undefined && !BINDS_NOTHING.includes(name)) current?.push(name);
      open = !open;
    }
  }
  return places;
}

const told = (file: string, { line, blocks }: Place): string =>
  `${file}:${line}${blocks.length === 0 ? '' : ` ${[...new Set(blocks)].join(', ')}`}`;
