// SPDX-License-Identifier: AGPL-3.0-or-later
import { EditorView } from '@codemirror/view';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { editorWords } from '../../words/policy-editor.ts';
import { placesOf } from './find.ts';

const words = editorWords.find;

/** Finds words in the whole text, also in the lines that are out of sight. */
export function FindBar({ view, onClose }: { readonly view: EditorView; readonly onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => input.current?.focus(), []);
  const places = placesOf(view.state.doc.toString(), wanted);
  const show = (text: string, next: number) => {
    const found = placesOf(view.state.doc.toString(), text);
    const place = found.length === 0 ? undefined : found[((next % found.length) + found.length) % found.length];
    setAt(place === undefined ? 0 : found.indexOf(place));
    if (place === undefined) return;
    const selection = { anchor: place, head: place + text.length };
    view.dispatch({ selection, effects: EditorView.scrollIntoView(place, { y: 'center' }) });
  };
  const leave = () => {
    onClose();
    view.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter') {
      event.preventDefault();
      show(wanted, at + (event.shiftKey ? -1 : 1));
    } else return;
    event.stopPropagation();
  };
  return (
    <search className="find-bar" aria-label={words.label}>
      <label htmlFor="trova-testo" className="visually-hidden">
        {words.label}
      </label>
      <input
        ref={input}
        id="trova-testo"
        value={wanted}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setWanted(event.target.value);
          show(event.target.value, 0);
        }}
      />
      <span role="status" className="small">
        {wanted === '' ? '' : places.length === 0 ? words.none : words.count(at + 1, places.length)}
      </span>
      <Button look="quiet" onClick={() => show(wanted, at - 1)}>
        {words.previous}
      </Button>
      <Button look="quiet" onClick={() => show(wanted, at + 1)}>
        {words.next}
      </Button>
      <Button look="quiet" icon="it-close" onClick={leave}>
        {it.close}
      </Button>
    </search>
  );
}
