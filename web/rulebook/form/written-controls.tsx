// SPDX-License-Identifier: AGPL-3.0-or-later
import { Button } from '../../ui/button.tsx';
import { editorWords } from '../../words/policy-editor.ts';
import { type ControlProps, written } from './control.ts';
import { HeldArea, HeldInput } from './held-text.tsx';
import {
  DURATION_UNITS,
  readDuration,
  readQuoted,
  readQuotedList,
  readShifts,
  readTexts,
  type Shift,
  writeDuration,
  writeQuoted,
  writeQuotedList,
  writeShifts,
  writeTexts,
} from './values.ts';

const words = editorWords.form;

export function TextControl({ id, field, raw = '', onWrite, described }: ControlProps) {
  const isNumber = field.field.kind === 'number';
  return (
    <HeldInput
      id={id}
      {...described}
      value={raw}
      inputMode={isNumber ? 'decimal' : 'text'}
      onWrite={(text) => onWrite(written(field, text.trim()))}
    />
  );
}

/** Several pieces or a long text: what stands in the file between semicolons or quotes is a line each here. */
export function LinesControl({ id, field, raw = '', onWrite, described }: ControlProps) {
  const { kind } = field.field;
  const [read, write] =
    kind === 'quoted'
      ? [readQuoted, (text: string) => (text.trim() === '' ? '' : writeQuoted(text.trim().replace(/\s*\n\s*/g, ' ')))]
      : kind === 'quoted-list'
        ? [readQuotedList, writeQuotedList]
        : [readTexts, writeTexts];
  return (
    <HeldArea
      id={id}
      {...described}
      rows={kind === 'quoted' ? 3 : 2}
      value={read(raw)}
      onWrite={(text) => onWrite(written(field, write(text)))}
    />
  );
}

export function DurationControl({ id, field, raw = '', onWrite, described }: ControlProps) {
  const { amount, unit } = readDuration(raw) ?? { amount: '', unit: 'ore' };
  if (raw !== '' && readDuration(raw) === null)
    return <TextControl {...{ id, field, raw, onWrite, described, categories: [] }} />;
  return (
    <div className="duration">
      <HeldInput
        id={id}
        {...described}
        value={amount}
        inputMode="numeric"
        onWrite={(text) => onWrite(written(field, text.trim() === '' ? '' : writeDuration(text.trim(), unit)))}
      />
      <select
        aria-label={`${field.name}: ${words.unit}`}
        value={unit}
        onChange={(event) => amount !== '' && onWrite(writeDuration(amount, event.target.value))}
      >
        {DURATION_UNITS.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </div>
  );
}

const NEW_SHIFT: Shift = { from: '9:00', to: '13:00' };

export function HoursControl({ id, field, raw = '', onWrite, described }: ControlProps) {
  const read = raw === '' ? [] : readShifts(raw);
  if (read === null) return <TextControl {...{ id, field, raw, onWrite, described, categories: [] }} />;
  const write = (shifts: readonly Shift[]) => onWrite(written(field, writeShifts(shifts)));
  return (
    <div className="shifts" id={id}>
      {read.map((shift, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shifts have only their place
        <div key={index} className="shift">
          {(['from', 'to'] as const).map((end) => (
            <label key={end} htmlFor={`${id}-${index}-${end}`}>
              <span>{words[end]}</span>
              <HeldInput
                id={`${id}-${index}-${end}`}
                value={shift[end]}
                onWrite={(text) =>
                  write(read.map((each, other) => (other === index ? { ...each, [end]: text.trim() } : each)))
                }
              />
            </label>
          ))}
          <Button look="quiet" icon="it-close" onClick={() => write(read.filter((_, other) => other !== index))}>
            {words.removeShift}
            <span className="visually-hidden"> {index + 1}</span>
          </Button>
        </div>
      ))}
      <Button look="quiet" icon="it-plus" onClick={() => write([...read, NEW_SHIFT])}>
        {words.addShift}
      </Button>
    </div>
  );
}

export function DormancyControl({ id, raw, onWrite }: ControlProps) {
  const act = /^fino ad atto,?\s*(.*)$/.exec(raw ?? '')?.[1] ?? '';
  return (
    <>
      <label className="check" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={raw !== undefined}
          onChange={(event) => onWrite(event.target.checked ? 'fino ad atto' : undefined)}
        />{' '}
        {words.dormantCheck}
      </label>
      {raw === undefined ? null : (
        <div className="field">
          <label htmlFor={`${id}-atto`}>{words.dormantAct}</label>
          <HeldInput
            id={`${id}-atto`}
            value={act}
            onWrite={(text) => onWrite(text.trim() === '' ? 'fino ad atto' : `fino ad atto, ${text.trim()}`)}
          />
        </div>
      )}
    </>
  );
}
