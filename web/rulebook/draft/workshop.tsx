// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EditorView } from '@codemirror/view';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { editorWords } from '../../words/policy-editor.ts';
import { FindBar } from '../editor/find-bar.tsx';
import { goTo, PolicyText } from '../editor/policy-text.tsx';
import { ClauseForm } from '../form/clause-form.tsx';
import { clauseAt, outlineOf } from '../text/outline.ts';
import { Readings } from './readings.tsx';
import { TextTools, type View } from './text-tools.tsx';
import { useReading } from './use-reading.ts';

interface Props {
  readonly initial: string;
  readonly readOnly: boolean;
  /** The text in force; null: there is none; undefined: not known yet. */
  readonly inForce: string | null | undefined;
  readonly onText: (text: string) => void;
  /** Stands at the end of the tools, for example whether it is saved. */
  readonly aside: ReactNode;
}

/** The text, or a clause of it as a form, beside what it says. The text is the editor's; everything here reads it. */
export function Workshop({ initial, readOnly, inForce, onText, aside }: Props) {
  const [text, setText] = useState(initial);
  const [line, setLine] = useState(1);
  const [view, setView] = useState<View>('text');
  const [editor, setEditor] = useState<EditorView | null>(null);
  const [finding, setFinding] = useState(false);
  const read = useReading(text, inForce);
  const outline = useMemo(() => outlineOf(text), [text]);
  const place = clauseAt(outline, line);
  const form = useRef<HTMLDivElement>(null);
  const go = (to: number, column = 1) => {
    setView('text');
    // Only once the text is shown can the caret be put in it.
    requestAnimationFrame(() => editor !== null && goTo(editor, to, column));
  };
  const goInForm = (to: number) => {
    if (editor === null) return;
    editor.dispatch({ selection: { anchor: editor.state.doc.line(Math.min(to, editor.state.doc.lines)).from } });
    form.current?.scrollTo({ top: 0 });
  };
  return (
    <div className="workshop">
      <p className="narrow-note small muted">{editorWords.narrow}</p>
      <TextTools
        {...{ view, readOnly, editor, outline, place, aside }}
        onView={setView}
        onFind={() => {
          setView('text');
          setFinding(true);
        }}
        onGo={(to) => (view === 'form' ? goInForm(to) : go(to))}
        hasMistakes={read.complaints.length > 0}
      />
      <div className="workshop-panes">
        <div className="workshop-text">
          {finding && view === 'text' && editor !== null ? (
            <FindBar view={editor} onClose={() => setFinding(false)} />
          ) : null}
          <PolicyText
            initial={initial}
            readOnly={readOnly}
            complaints={read.complaints}
            hidden={view === 'form'}
            onReady={setEditor}
            onCaret={setLine}
            onFind={() => setFinding(true)}
            onText={(next) => {
              setText(next);
              onText(next);
            }}
          />
          {view === 'form' ? (
            <div className="workshop-form" ref={form}>
              <ClauseForm
                outline={outline}
                place={place}
                complaints={read.complaints}
                onGo={goInForm}
                onChange={(change) => change !== undefined && editor?.dispatch({ changes: change, userEvent: 'input' })}
              />
            </div>
          ) : null}
        </div>
        <Readings read={read} outline={outline} clause={place?.id} hasInForce={inForce !== null} onGo={go} />
      </div>
    </div>
  );
}
