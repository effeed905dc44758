// SPDX-License-Identifier: AGPL-3.0-or-later
import { MODALITY_LABELS } from '#policy';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { editorWords } from '../../words/policy-editor.ts';
import type { Entry } from '../text/clause-source.ts';
import { HeldArea, HeldInput } from './held-text.tsx';
import { type ExampleLine, readExample, writeExample } from './values.ts';

const words = editorWords.form;
const OUTCOMES: readonly string[] = [...Object.values(MODALITY_LABELS), 'intatto', 'dormiente'];

interface Props {
  readonly id: string;
  readonly entry: Entry;
  readonly number: number;
  readonly error: string | undefined;
  readonly onWrite: (raw: string) => void;
  readonly onRemove: () => void;
}

/** One example: what is written, and what must come of it. */
export function ExampleForm({ id, entry, number, error, onWrite, onRemove }: Props) {
  const read = readExample(entry.raw);
  if (read === null) return <ItemForm {...{ id, entry, number, error, onWrite, onRemove }} />;
  const write = (change: Partial<ExampleLine>) => onWrite(writeExample({ ...read, ...change }));
  return (
    <fieldset className="item-form">
      <legend>{words.example(number)}</legend>
      <Field id={`${id}-testo`} label={words.text} error={error}>
        {(described) => (
          <HeldArea {...described} rows={2} value={read.text} onWrite={(text) => write({ text: text.trim() })} />
        )}
      </Field>
      <Field id={`${id}-esito`} label={words.outcome}>
        {(described) => (
          <select {...described} value={read.outcome} onChange={(event) => write({ outcome: event.target.value })}>
            {OUTCOMES.map((outcome) => (
              <option key={outcome}>{outcome}</option>
            ))}
            {OUTCOMES.includes(read.outcome) ? null : (
              <option value={read.outcome}>{words.unreadable(read.outcome)}</option>
            )}
          </select>
        )}
      </Field>
      <Field id={`${id}-altro`} label={words.rest} hint={words.restHint}>
        {(described) => <HeldInput {...described} value={read.rest} onWrite={(text) => write({ rest: text.trim() })} />}
      </Field>
      <Button look="quiet" icon="it-close" onClick={onRemove}>
        {words.removeExample(number)}
      </Button>
    </fieldset>
  );
}

/** A line of any other list, as it is written. */
export function ItemForm({ id, entry, number, error, onWrite, onRemove }: Props) {
  return (
    <div className="item-form">
      <Field id={id} label={words.item(number)} error={error}>
        {(described) => <HeldInput {...described} value={entry.raw} onWrite={onWrite} />}
      </Field>
      <Button look="quiet" icon="it-close" onClick={onRemove}>
        {words.removeItem(number)}
      </Button>
    </div>
  );
}
