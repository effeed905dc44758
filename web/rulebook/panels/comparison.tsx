// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type BlockComparison,
  CHANGE_LABELS,
  CLAUSE_CHANGES,
  type ClauseComparison,
  type Meaning,
  type PolicyComparison,
  type ValueChange,
} from '#policy';
import { type Change, diff } from '../../moderation/diff.ts';
import { Changes } from '../../ui/changes.tsx';
import { Notice } from '../../ui/notice.tsx';
import { rulebookWords } from '../../words/rulebook.ts';

const words = rulebookWords.comparison;

/** Two versions side by side: first what it means for who moderates, then clause by clause. */
export function Comparison({ comparison }: { readonly comparison: PolicyComparison }) {
  const { meaning, clauses, header, frame, counts, differs } = comparison;
  if (!differs) return <Notice tone="info" title={words.same} />;
  return (
    <div className="comparison">
      <h3>{words.meaning}</h3>
      {meaning.length === 0 ? <p>{words.onlyWords}</p> : <Meanings meanings={meaning} />}
      <h3>{words.clauses}</h3>
      <p className="comparison-counts">
        {CLAUSE_CHANGES.filter((change) => counts[change] > 0)
          .map((change) => words.count[change](counts[change]))
          .join(', ') || words.noClauses}
      </p>
      {clauses.map((clause) => (
        <Clause key={`${clause.change} ${clause.id}`} clause={clause} />
      ))}
      {header.length === 0 ? null : (
        <details className="clause-change">
          <summary>{words.header}</summary>
          <Values changes={header} />
        </details>
      )}
      {frame.length === 0 ? null : (
        <details className="clause-change">
          <summary>{words.frame}</summary>
          <Values changes={frame} />
        </details>
      )}
    </div>
  );
}

function Meanings({ meanings }: { readonly meanings: readonly Meaning[] }) {
  return (
    <ul className="meanings">
      {meanings.map(({ text, clauses }) => (
        <li key={`${text} ${clauses.join()}`}>
          {text} <span className="clause-id">{clauses.join(', ')}</span>
        </li>
      ))}
    </ul>
  );
}

function Clause({ clause }: { readonly clause: ClauseComparison }) {
  const { change, id, earlierId, title, section, audience, meaning } = clause;
  return (
    <details className="clause-change" data-change={change}>
      <summary>
        <span className="change-mark">{CHANGE_LABELS[change]}</span> {title} <span className="clause-id">{id}</span>
      </summary>
      <p className="small muted">
        {section}
        {audience === 'internal' ? `. ${words.internal}` : ''}
        {earlierId === null ? '' : `. ${words.formerId(earlierId)}`}
      </p>
      {meaning.length === 0 ? <p className="small">{words.nothingForDesk}</p> : <Meanings meanings={meaning} />}
      <Values changes={clause.words} />
      {clause.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a clause may have several blocks of one name
        <Block key={`${index} ${block.name}`} block={block} />
      ))}
    </details>
  );
}

function Block({ block }: { readonly block: BlockComparison }) {
  const { name, change, keys, lines } = block;
  return (
    <div className="block-change">
      <p className="block-change-name">
        {words.block(name)}: <span className="change-word">{CHANGE_LABELS[change]}</span>
      </p>
      <Values changes={keys} />
      {lines.removed.length + lines.added.length === 0 ? null : (
        <ul className="line-changes">
          {lines.removed.map((line) => (
            <li key={`- ${line}`}>
              <Changes changes={[{ kind: 'removed', text: line }]} />
            </li>
          ))}
          {lines.added.map((line) => (
            <li key={`+ ${line}`}>
              <Changes changes={[{ kind: 'added', text: line }]} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const SHORT = 40;

/** A long text word by word; of a short value the whole, for its words mean nothing apart. */
const changesOf = (before: string, after: string): readonly Change[] =>
  Math.max(before.length, after.length) > SHORT
    ? diff(before, after)
    : [
        { kind: 'removed', text: before } as const,
        { kind: 'same', text: ' ' } as const,
        { kind: 'added', text: after } as const,
      ].filter(({ text }) => text !== '');

function Values({ changes }: { readonly changes: readonly ValueChange[] }) {
  if (changes.length === 0) return null;
  return (
    <dl className="value-changes">
      {changes.map(({ name, before, after }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: titles of several sections bear one name
        <div key={`${index} ${name}`}>
          <dt>{name}</dt>
          <dd>
            <Changes changes={changesOf(before ?? '', after ?? '')} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
