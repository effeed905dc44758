// SPDX-License-Identifier: AGPL-3.0-or-later
import { BLOCKS, type BlockSpec, type Complaint } from '#policy';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { editorWords } from '../../words/policy-editor.ts';
import { addItem, removeEntry, setItem, setKey } from '../text/clause-edits.ts';
import type { BlockSource, TextChange } from '../text/clause-source.ts';
import type { Outline } from '../text/outline.ts';
import { ExampleForm, ItemForm } from './examples-form.tsx';
import { fieldOf } from './field-kind.ts';
import { KeyField } from './key-field.tsx';
import type { CategoryName } from './values.ts';

const words = editorWords.form;
const SPECS: readonly BlockSpec[] = Object.values(BLOCKS);
export const specOf = (name: string): BlockSpec | undefined => SPECS.find((spec) => spec.name === name);

interface Props {
  readonly id: string;
  readonly outline: Outline;
  readonly block: BlockSource;
  readonly complaints: readonly Complaint[];
  readonly categories: readonly CategoryName[];
  readonly onChange: (change: TextChange | undefined) => void;
}

/** A block as a form: each key a field, each line of a list a row. What the language does not know is shown, and stays. */
export function BlockForm({ id, outline, block, complaints, categories, onChange }: Props) {
  const spec = specOf(block.name);
  if (spec === undefined) return <Notice tone="warning" title={words.unknownBlock} />;
  const isEmpty = ({ first, last }: { first: number; last: number }) => first === last;
  const wrongAt = (first: number, last: number): string | undefined => {
    const found = complaints.find(({ line }) => first <= line && line <= last);
    return found === undefined ? undefined : asFieldError(found);
  };
  const keys = Object.values(spec.keys);
  const order = keys.map(({ name }) => name);
  const items = block.entries.filter(({ kind }) => kind === 'item');
  const strange = block.entries.filter(
    ({ kind, name }) => kind === 'other' || (kind === 'key' && !order.includes(name)),
  );
  const isThere = (name: string) => block.entries.some((entry) => entry.kind === 'key' && entry.name === name);
  const field = (key: (typeof keys)[number]) => {
    const entry = block.entries.find((each) => each.kind === 'key' && each.name === key.name);
    return (
      <KeyField
        key={key.name}
        id={`${id}-${key.name.replaceAll(' ', '-')}`}
        field={fieldOf(key)}
        raw={entry?.raw}
        categories={categories}
        error={entry === undefined ? undefined : wrongAt(entry.first, entry.last)}
        onWrite={(value) => onChange(setKey(outline, block, { name: key.name, value, order }))}
      />
    );
  };
  const shown = keys.filter(({ name, required }) => required || isThere(name));
  const others = keys.filter((key) => !shown.includes(key));
  const Item = spec.kind === 'examples' ? ExampleForm : ItemForm;
  const missing = complaints.filter(({ line }) => line === block.first && !isEmpty(block));
  return (
    <>
      {block.closed ? null : <Notice tone="warning" title={words.openBlock} />}
      {missing.map(({ code, message, hint }) => (
        <Notice key={`${code} ${message}`} tone="danger" title={message}>
          <p>{hint}</p>
        </Notice>
      ))}
      {shown.map(field)}
      {others.length === 0 ? null : (
        <details className="other-keys">
          <summary>{words.optionalKeys}</summary>
          {others.map(field)}
        </details>
      )}
      {items.map((entry, index) => (
        <Item
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has only its place
          key={index}
          id={`${id}-riga-${index + 1}`}
          entry={entry}
          number={index + 1}
          error={wrongAt(entry.first, entry.last)}
          onWrite={(raw) => onChange(setItem(outline, entry, raw))}
          onRemove={() => onChange(removeEntry(outline, entry))}
        />
      ))}
      {spec.items === undefined ? null : (
        <Button look="quiet" icon="it-plus" onClick={() => onChange(addItem(outline, block, newLine(spec)))}>
          {spec.kind === 'examples' ? words.addExample : words.addItem}
        </Button>
      )}
      {strange.length === 0 ? null : (
        <div className="small">
          <p>{words.otherLines}</p>
          <pre>{strange.map(({ kind, name, raw }) => (kind === 'key' ? `${name}: ${raw}` : raw)).join('\n')}</pre>
        </div>
      )}
    </>
  );
}

/** A mistake in the words of a form, which shows no signs of the language. */
function asFieldError({ code, message }: Complaint): string {
  if (code === 'POL-E020') return words.emptyValue;
  const said = message.replace(/`([^`]+)`/g, '«$1»');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

const newLine = ({ kind }: BlockSpec): string =>
  kind === 'examples' ? `intatto: «${words.newExample}»` : kind === 'ladder' ? 'si può: rimuovere' : words.newExample;
