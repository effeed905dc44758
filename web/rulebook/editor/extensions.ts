// SPDX-License-Identifier: AGPL-3.0-or-later
import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { codeFolding, foldGutter, foldKeymap } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { editorWords } from '../../words/policy-editor.ts';
import { completeFrom } from './completion.ts';
import { policyFolding } from './folding.ts';
import { policyLanguage } from './policy-language.ts';
import { editorLook } from './theme.ts';

/** The editor's own words, in Italian. */
const phrases = EditorState.phrases.of({
  'Folded lines': 'Righe chiuse',
  'Unfolded lines': 'Righe aperte',
  'folded code': 'righe chiuse',
  unfold: 'apri',
  'Fold line': 'Chiudi',
  'Unfold line': 'Apri',
  to: 'fino a',
  Diagnostics: 'Errori',
  'No diagnostics': 'Nessun errore',
  Completions: 'Suggerimenti',
  'Control character': 'Carattere di controllo',
  'Selection deleted': 'Selezione cancellata',
});

export interface EditorEvents {
  readonly onText: (text: string) => void;
  readonly onCaret: (line: number) => void;
  /** `Ctrl+F`: the browser would find only the lines in sight. */
  readonly onFind: () => void;
}

/** Everything the editor is made of. Tab moves on, as everywhere on the desk; it never writes. */
export function editorExtensions(events: EditorEvents, readOnly: boolean): Extension {
  const find = () => {
    events.onFind();
    return true;
  };
  return [
    phrases,
    policyLanguage,
    policyFolding,
    editorLook,
    lineNumbers(),
    foldGutter(),
    codeFolding(),
    lintGutter(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    EditorView.lineWrapping,
    autocompletion({ override: [completeFrom], icons: false, closeOnBlur: true }),
    keymap.of([
      { key: 'Mod-f', run: find },
      ...completionKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...lintKeymap,
    ]),
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({
      'aria-label': editorWords.label,
      lang: 'it',
      tabindex: '0',
      spellcheck: 'true',
      ...(readOnly ? { 'aria-readonly': 'true' } : {}),
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) events.onText(update.state.doc.toString());
      if (update.docChanged || update.selectionSet)
        events.onCaret(update.state.doc.lineAt(update.state.selection.main.head).number);
    }),
  ];
}
