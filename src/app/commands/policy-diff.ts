// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  CHANGE_LABELS,
  CLAUSE_CHANGES,
  type ClauseComparison,
  compare,
  type PolicyComparison,
  type ValueChange,
} from '#policy';
import { chosenPolicy } from './chosen-policy.ts';
import type { ExitCode, Output } from './policy.ts';

/**
 * Writes what tells two policies apart: Italian text, or the whole comparison as one record. As `diff` does: 0 no
 * difference, 1 differences, 2 not done.
 */
export async function policyDiff(files: readonly string[], json: boolean, out: Output): Promise<ExitCode> {
  const [before, after] = await Promise.all(files.map((file) => chosenPolicy(file, out)));
  if (before === undefined || after === undefined) return 2;
  const comparison = compare(before.document, after.document);
  if (json) out.record({ ...comparison });
  else out.text(comparisonText(comparison));
  return comparison.differs ? 1 : 0;
}

const WIDTH = 100;

/** Lines no longer than the page, those after the first indented as deep as the first one's text. */
function lines(first: string, text: string): string {
  const indent = ' '.repeat(first.length);
  const paragraphs = text.split(/\n+/).map((paragraph) => {
    const written: string[] = [''];
    for (const word of paragraph.split(' ')) {
      const line = written.at(-1) ?? '';
      if (line !== '' && first.length + line.length + 1 + word.length > WIDTH) written.push(word);
      else written[written.length - 1] = line === '' ? word : `${line} ${word}`;
    }
    return written.join(`\n${indent}`);
  });
  return `${first}${paragraphs.join(`\n${indent}`)}\n`;
}

const ABSENT = '(non c’era)';
const GONE = '(non c’è più)';

const changeText = (indent: string, { name, before, after }: ValueChange): string =>
  `${indent}${name}\n${lines(`${indent}  prima: `, before ?? ABSENT)}${lines(`${indent}  ora:   `, after ?? GONE)}`;

const plainKeys = (keys: readonly ValueChange[], side: 'before' | 'after'): string =>
  keys.map(({ name, [side]: value }) => lines(`      ${name}: `, value ?? '')).join('');

function blockText({ change, name, keys, lines: { added, removed } }: ClauseComparison['blocks'][number]): string {
  const listed = [...removed.map((line) => lines('      - ', line)), ...added.map((line) => lines('      + ', line))];
  if (change === 'changed')
    return `    ${name}\n${keys.map((key) => changeText('      ', key)).join('')}${listed.join('')}`;
  return `    ${name} (${change === 'new' ? 'nuovo' : 'tolto'})\n${plainKeys(keys, change === 'new' ? 'after' : 'before')}${listed.join('')}`;
}

function clauseText(clause: ClauseComparison): string {
  const { change, id, earlierId, title, section, text, words, blocks, meaning } = clause;
  const number = earlierId === null ? id : `${earlierId} → ${id}`;
  const told = meaning.map(({ text }) => lines('    → ', text));
  const onlyWords = change === 'changed' && meaning.length === 0 ? ['    (per chi modera non cambia nulla)\n'] : [];
  const whole = change === 'new' || change === 'removed';
  const blocksToShow = change === 'moved' ? [] : blocks.map(blockText);
  return [
    lines('  ', `${number} · ${title}${change === 'moved' ? '' : ` (${section})`}`),
    ...told,
    ...onlyWords,
    ...(whole ? [lines('    ', text)] : []),
    ...words.map((word) => changeText('    ', word)),
    ...blocksToShow,
  ].join('');
}

const heading = (text: string): string => `\n${text}\n${'-'.repeat(text.length)}\n`;
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function meaningText({ meaning, differs }: PolicyComparison): string {
  if (!differs) return 'Le due policy dicono le stesse cose, con le stesse parole.\n';
  const title = heading('Che cosa cambia per chi modera');
  if (meaning.length === 0) return `${title}  Nulla: cambiano solo le parole.\n`;
  return title + meaning.map(({ text, clauses }) => lines('  - ', `${text} [${clauses.join(', ')}]`)).join('');
}

/** The comparison as a person reads it: first what it means, then the clauses by what became of them. */
export function comparisonText(comparison: PolicyComparison): string {
  const { before, after, header, frame, clauses, counts } = comparison;
  const groups = CLAUSE_CHANGES.filter((change) => counts[change] > 0).map(
    (change) =>
      heading(`${capitalised(CHANGE_LABELS[change])} (${counts[change]})`) +
      clauses
        .filter((clause) => clause.change === change)
        .map(clauseText)
        .join('\n'),
  );
  return [
    `Prima: ${before.title}, versione ${before.version} (${before.body})\n`,
    `Ora:   ${after.title}, versione ${after.version} (${after.body})\n`,
    meaningText(comparison),
    ...(header.length === 0 ? [] : [heading('Intestazione'), ...header.map((change) => changeText('  ', change))]),
    ...(frame.length === 0 ? [] : [heading('Testo fuori dai punti'), ...frame.map((each) => changeText('  ', each))]),
    ...groups,
  ].join('');
}
