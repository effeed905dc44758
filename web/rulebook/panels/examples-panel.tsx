// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-names.ts';
import { editorWords } from '../../words/policy-editor.ts';
import type { TriedExample } from '../text/reading.ts';

const words = editorWords.examples;
type Result = TriedExample['result'];
const ICON: Readonly<Record<Result, IconName>> = {
  passed: 'it-check-circle',
  failed: 'it-error',
  pending: 'it-clock',
};

interface Props {
  readonly examples: readonly TriedExample[];
  readonly onGo: (index: number) => void;
}

/** The examples of the policy as they go now: those that fail or wait first in sight. */
export function ExamplesPanel({ examples, onGo }: Props) {
  const [all, setAll] = useState(false);
  const count = (result: Result) => examples.filter((example) => example.result === result).length;
  if (examples.length === 0) return <p>{words.none}</p>;
  const shown = all ? examples : examples.filter(({ result }) => result !== 'passed');
  return (
    <>
      <p className="example-counts">
        <strong>{count('passed')}</strong> {words.passed}, <strong>{count('failed')}</strong> {words.failed},{' '}
        <strong>{count('pending')}</strong> {words.pending}
      </p>
      <p>
        <label className="check">
          <input type="checkbox" checked={!all} onChange={(event) => setAll(!event.target.checked)} />{' '}
          {words.onlyProblems}
        </label>
      </p>
      {shown.length === 0 ? <p>{words.allWell}</p> : null}
      <ul className="examples">
        {shown.map((example) => (
          <Example key={example.index} example={example} onGo={onGo} />
        ))}
      </ul>
    </>
  );
}

function Example({ example, onGo }: { readonly example: TriedExample; readonly onGo: (index: number) => void }) {
  const { index, clause, text, expected, got, result, reasons } = example;
  return (
    <li data-result={result}>
      <p className="example-result">
        <Icon name={ICON[result]} /> {words.result[result]}
        <span className="clause-id">{clause}</span>
      </p>
      <p>
        <Button look="quiet" className="example-text" onClick={() => onGo(index)}>
          «{text}»
        </Button>
      </p>
      {result === 'passed' ? (
        <p className="small muted">{expected}</p>
      ) : (
        <p className="small">
          {words.expected}: <strong>{expected}</strong>. {words.got}: <strong>{got}</strong>.
        </p>
      )}
      {result === 'pending' ? <p className="small">{words.pendingWhy}</p> : null}
      {result === 'failed' && reasons.length > 0 ? (
        <details className="small">
          <summary>{words.why}</summary>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}
