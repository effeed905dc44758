// SPDX-License-Identifier: AGPL-3.0-or-later
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { Complaint } from '#policy';
import { type EditorEvents, editorExtensions } from './extensions.ts';
import { diagnosticsOf } from './mistakes.ts';

interface Props extends EditorEvents {
  readonly initial: string;
  readonly readOnly: boolean;
  readonly complaints: readonly Complaint[];
  readonly hidden: boolean;
  readonly onReady: (view: EditorView | null) => void;
}

/**
 * The text of a policy. The editor makes its style sheets as it goes, which the content security policy allows only as
 * sheets adopted by a shadow tree: so it lives in one.
 */
export function PolicyText({ initial, readOnly, complaints, hidden, onReady, ...events }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(events);
  latest.current = events;
  const ready = useRef(onReady);
  ready.current = onReady;
  // The text is the editor's own once it is there: `initial` counts only at its birth.
  const first = useRef(initial);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const heard: EditorEvents = {
      onText: (text) => latest.current.onText(text),
      onCaret: (line) => latest.current.onCaret(line),
      onFind: () => latest.current.onFind(),
    };
    const editor = new EditorView({
      state: EditorState.create({ doc: first.current, extensions: editorExtensions(heard, readOnly) }),
      parent: root,
      root,
    });
    view.current = editor;
    ready.current(editor);
    // From outside a shadow tree nobody can see that a person is writing: the desk's single keys must not hear these.
    const keep = (event: KeyboardEvent) => event.stopPropagation();
    element.addEventListener('keydown', keep);
    return () => {
      element.removeEventListener('keydown', keep);
      editor.destroy();
      view.current = null;
      ready.current(null);
    };
  }, [readOnly]);
  useEffect(() => {
    const editor = view.current;
    if (editor !== null) editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(editor.state.doc, complaints)));
  }, [complaints]);
  return <div ref={host} className="policy-text" hidden={hidden} />;
}

/** Puts the caret on a place, in sight, and the focus in the text. */
export function goTo(view: EditorView, line: number, column = 1): void {
  const placed = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
  const at = Math.min(placed.from + column - 1, placed.to);
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
  view.focus();
}
