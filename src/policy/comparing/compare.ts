// SPDX-License-Identifier: AGPL-3.0-or-later
import { compile } from '../compile.ts';
import { clausesOf, type PlacedClause, type PolicyDocument } from '../document.ts';
import { print } from '../print.ts';
import { PART_TITLES } from '../reading/outline.ts';
import { blockComparison, differingBlocks, printed, type Renumber } from './blocks.ts';
import {
  CLAUSE_CHANGES,
  type ClauseChange,
  type ClauseComparison,
  type Meaning,
  type PolicyComparison,
  type ValueChange,
} from './comparison.ts';
import { frameChanges, headerChanges, proseText } from './frame.ts';
import { READERS } from './meanings/registry.ts';
import { type ClausePair, pairClauses, renumbered, withNewNumbers } from './pairing.ts';
import type { DifferingPair, Sides } from './side.ts';
import { retypedThroughout } from './typography.ts';

const asItIs: Renumber = (text) => text;

const wordsOf = (
  { clause, section, audience }: PlacedClause,
  renumber: Renumber,
): readonly (readonly [string, string])[] => [
  ['titolo', renumber(clause.title)],
  ['testo', renumber(proseText(clause.prose))],
  ['sezione', section.title],
  ['parte', PART_TITLES[audience]],
];

function wordChanges({ before, after }: ClausePair, renumber: Renumber): readonly ValueChange[] {
  if (before === undefined || after === undefined) return [];
  const was = new Map(wordsOf(before, renumber));
  return wordsOf(after, asItIs).flatMap(([name, words]) => {
    const earlier = was.get(name) ?? '';
    return earlier === words ? [] : [{ name, before: earlier, after: words }];
  });
}

/** A clause that differs, before anything is said of what it means. */
type Difference = DifferingPair & Omit<ClauseComparison, 'blocks' | 'meaning'>;

function changeOf(
  pair: ClausePair,
  words: readonly ValueChange[],
  blocks: DifferingPair['blocks'],
): ClauseChange | undefined {
  const { before, after } = pair;
  if (before === undefined) return 'new';
  if (after === undefined) return 'removed';
  if (blocks.length > 0 || words.some(({ name }) => name !== 'sezione')) return 'changed';
  return words.length > 0 || before.clause.id !== after.clause.id ? 'moved' : undefined;
}

function difference(pair: ClausePair, renumber: Renumber): readonly Difference[] {
  const { before, after } = pair;
  const placed = after ?? before;
  if (placed === undefined) return [];
  const words = wordChanges(pair, renumber);
  const blocks = differingBlocks(
    (before?.clause.blocks ?? []).map((block) => printed(block, renumber)),
    (after?.clause.blocks ?? []).map((block) => printed(block, asItIs)),
  );
  const change = changeOf(pair, words, blocks);
  if (change === undefined) return [];
  const { clause, section, audience } = placed;
  const earlierId = before === undefined || before.clause.id === clause.id ? null : before.clause.id;
  return [
    {
      ...pair,
      change,
      id: clause.id,
      earlierId,
      title: clause.title,
      section: section.title,
      audience,
      text: proseText(clause.prose),
      words,
      blocks,
    },
  ];
}

/** What all readers say, each sentence once, grounded on clauses that differ where there are any among its own. */
function meaningOf(sides: Sides, differing: readonly Difference[]): readonly Meaning[] {
  const ids = new Set(differing.map(keyOf));
  const sentences = new Map<string, readonly string[]>();
  for (const { text, clauses } of READERS.flatMap((reader) => reader(sides))) {
    const own = clauses.filter((id) => ids.has(id));
    const known = sentences.get(text) ?? [];
    sentences.set(text, [...new Set([...known, ...(own.length > 0 ? own : clauses)])]);
  }
  return [...sentences].map(([text, clauses]) => ({ text, clauses }));
}

/** A number that was taken out may be another clause's by now: until the end the two are told apart. */
const GONE = '-';
const goneId = (id: string): string => GONE + id;
const keyOf = ({ id, change }: Pick<Difference, 'id' | 'change'>): string => (change === 'removed' ? goneId(id) : id);
const asCited = ({ text, clauses }: Meaning): Meaning => ({
  text,
  clauses: [...new Set(clauses.map((key) => (key.startsWith(GONE) ? key.slice(GONE.length) : key)))],
});

const nameOf = ({ header: { body, title, version } }: PolicyDocument) => ({ body, title, version });

/** What tells two versions of a policy apart, clause by clause, and what it means for who moderates. Pure. */
export function compare(before: PolicyDocument, after: PolicyDocument): PolicyComparison {
  const pairs = pairClauses(clausesOf(before), clausesOf(after));
  const numbers = renumbered(pairs);
  const renumber = withNewNumbers(numbers);
  const differing = pairs.flatMap((pair) => difference(pair, renumber));
  const gone = new Set(differing.filter(({ change }) => change === 'removed').map(({ id }) => id));
  const sides: Sides = {
    before: compile(retypedThroughout(before)),
    after: compile(retypedThroughout(after)),
    differing,
    numberNow: (id) => (gone.has(id) ? goneId(id) : (numbers.get(id) ?? id)),
  };
  const keyed = meaningOf(sides, differing);
  return {
    before: nameOf(before),
    after: nameOf(after),
    differs: print(before) !== print(after),
    header: headerChanges(before, after),
    frame: frameChanges(before, after, renumber),
    clauses: differing.map((each) => ({
      change: each.change,
      id: each.id,
      earlierId: each.earlierId,
      title: each.title,
      section: each.section,
      audience: each.audience,
      text: each.text,
      words: each.words,
      blocks: each.blocks.map(blockComparison),
      meaning: keyed.filter(({ clauses }) => clauses.includes(keyOf(each))).map(asCited),
    })),
    counts: Object.fromEntries(
      CLAUSE_CHANGES.map((change) => [change, differing.filter((each) => each.change === change).length]),
    ) as Record<ClauseChange, number>,
    meaning: keyed.map(asCited),
  };
}
