// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DraftDetail } from '#rulebook/contract';
import { Field } from '../../ui/field.tsx';
import { rulebookWords } from '../../words/rulebook.ts';
import type { Written } from './saver.ts';

const words = rulebookWords.draft;
const LONGEST_NOTE = 2000;

interface Props {
  readonly draft: DraftDetail;
  readonly written: Written;
  readonly onWrite: (change: Partial<Written>) => void;
}

/** What is written about the draft, beside its text. */
export function DraftWords({ draft, written, onWrite }: Props) {
  const isNoteMissing = draft.changeNoteNeeded && written.changeNote.trim() === '';
  return (
    <details className="draft-words">
      <summary>
        {words.changeNote}
        <span className="muted">: {isNoteMissing ? words.toWrite : written.changeNote || '–'}</span>
      </summary>
      <div className="draft-words-fields">
        <Field
          id="bozza-nome"
          label={words.name}
          error={written.name.trim() === '' ? rulebookWords.newDraft.required.name : undefined}
        >
          {(described) => (
            <input
              {...described}
              maxLength={120}
              value={written.name}
              onChange={(event) => onWrite({ name: event.target.value })}
            />
          )}
        </Field>
        <Field id="bozza-nota" label={words.changeNote} hint={words.changeNoteHint}>
          {(described) => (
            <textarea
              {...described}
              rows={2}
              maxLength={LONGEST_NOTE}
              value={written.changeNote}
              onChange={(event) => onWrite({ changeNote: event.target.value })}
            />
          )}
        </Field>
      </div>
    </details>
  );
}
