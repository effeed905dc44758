// SPDX-License-Identifier: AGPL-3.0-or-later
import { redo, undo } from '@codemirror/commands';
import { unfoldAll } from '@codemirror/language';
import type { EditorView } from '@codemirror/view';
import { type ReactNode, useState } from 'react';
import { parse, print } from '#policy';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { editorWords } from '../../words/policy-editor.ts';
import { foldBlocks } from '../editor/folding.ts';
import type { ClausePlace, Outline } from '../text/outline.ts';
import { smallestChange } from '../text/smallest-change.ts';

const words = editorWords.toolbar;

export type View = 'text' | 'form';

interface Props {
  readonly view: View;
  readonly readOnly: boolean;
  readonly editor: EditorView | null;
  readonly outline: Outline;
  readonly place: ClausePlace | undefined;
  readonly hasMistakes: boolean;
  readonly aside: ReactNode;
  readonly onView: (view: View) => void;
  readonly onFind: () => void;
  readonly onGo: (line: number) => void;
}

/** Text or form, the way to a clause, and what is done to the whole text. */
export function TextTools({ view, readOnly, editor, outline, place, hasMistakes, aside, onView, onFind, onGo }: Props) {
  const [folded, setFolded] = useState(false);
  const fold = () => {
    if (editor === null) return;
    if (folded) unfoldAll(editor);
    else foldBlocks(editor);
    setFolded(!folded);
  };
  return (
    <div className="text-tools">
      {readOnly ? null : (
        <fieldset className="segmented">
          <legend className="visually-hidden">{words.view}</legend>
          {(['text', 'form'] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="vista" checked={view === each} onChange={() => onView(each)} />
              <span>{words[each]}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div className="go-to">
        <label htmlFor="vai-al-punto" className="visually-hidden">
          {words.goTo}
        </label>
        <select
          id="vai-al-punto"
          value={place?.id ?? ''}
          onChange={(event) => {
            const target = outline.clauses.find(({ id }) => id === event.target.value);
            if (target !== undefined) onGo(target.first);
          }}
        >
          {place === undefined ? <option value="">{words.goToNone}</option> : null}
          {outline.clauses.map(({ id, title, first }) => (
            <option key={`${first} ${id}`} value={id}>
              {id} · {title}
            </option>
          ))}
        </select>
      </div>
      <div className="tool-buttons">
        <Button look="quiet" onClick={onFind}>
          {words.find}
        </Button>
        {view === 'text' ? (
          <Button look="quiet" aria-pressed={folded} onClick={fold}>
            {words.fold}
          </Button>
        ) : null}
        {readOnly ? null : (
          <>
            <Button look="quiet" onClick={() => editor !== null && undo(editor)}>
              {words.undo}
            </Button>
            <Button look="quiet" onClick={() => editor !== null && redo(editor)}>
              {words.redo}
            </Button>
            <Button look="quiet" aria-disabled={hasMistakes} onClick={() => editor !== null && format(editor)}>
              {words.format}
            </Button>
          </>
        )}
      </div>
      {aside}
    </div>
  );
}

/** Puts the text in its one canonical form. Only what differs is touched: the caret stays by its words. */
function format(editor: EditorView): void {
  const text = editor.state.doc.toString();
  const { policy } = parse(text, '');
  const change = policy === undefined ? null : smallestChange(text, print(policy));
  if (change !== null) editor.dispatch({ changes: change });
  announce(policy === undefined ? words.cannotFormat : change === null ? words.alreadyFormatted : words.formatted);
}
