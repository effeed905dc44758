// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Complaint } from '#policy';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { editorWords } from '../../words/policy-editor.ts';
import { Coded } from './coded.tsx';

const words = editorWords.mistakes;

interface Props {
  readonly complaints: readonly Complaint[];
  readonly onGo: (line: number, column: number) => void;
}

export function MistakesPanel({ complaints, onGo }: Props) {
  if (complaints.length === 0) return <Notice tone="success" title={words.none} />;
  return (
    <ol className="mistakes">
      {complaints.map((complaint) => {
        const { code, line, column, message, hint } = complaint;
        return (
          <li key={`${line}:${column} ${code} ${message}`}>
            <p className="mistake-message">
              <Coded text={`${message.charAt(0).toUpperCase()}${message.slice(1)}.`} />
            </p>
            <p className="small">
              <Coded text={`${hint.charAt(0).toUpperCase()}${hint.slice(1)}.`} />
            </p>
            <p className="mistake-place small">
              <Button look="quiet" icon="it-arrow-right" onClick={() => onGo(line, column)}>
                {words.goTo(line)}
              </Button>
              <span className="muted">{code}</span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
