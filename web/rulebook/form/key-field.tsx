// SPDX-License-Identifier: AGPL-3.0-or-later
import { MISSING_WORDS } from '#policy';
import { FieldError } from '../../ui/field.tsx';
import { editorWords } from '../../words/policy-editor.ts';
import {
  CategoriesControl,
  ChoiceControl,
  DaysControl,
  KindsControl,
  NamesControl,
  NetworksControl,
} from './choice-controls.tsx';
import type { ControlProps } from './control.ts';
import { DormancyControl, DurationControl, HoursControl, LinesControl, TextControl } from './written-controls.tsx';

const words = editorWords.form;

const CONTROLS = {
  choice: ChoiceControl,
  names: NamesControl,
  networks: NetworksControl,
  categories: CategoriesControl,
  'item-kinds': KindsControl,
  weekdays: DaysControl,
  hours: HoursControl,
  duration: DurationControl,
  number: TextControl,
  quoted: LinesControl,
  'quoted-list': LinesControl,
  texts: LinesControl,
  dormancy: DormancyControl,
  clauses: TextControl,
  text: TextControl,
} as const;

/** Controls of several parts: they have a legend, the others a label. */
const IN_PARTS: ReadonlySet<string> = new Set([
  'names',
  'networks',
  'categories',
  'item-kinds',
  'weekdays',
  'hours',
  'dormancy',
]);
const ONE_A_LINE: ReadonlySet<string> = new Set(['texts', 'quoted-list']);

interface Props extends Omit<ControlProps, 'described'> {
  /** What is wrong with it, where something is. */
  readonly error: string | undefined;
}

/** One key of a block as a field: its control, «dato mancante» where the language takes it, help and mistake. */
export function KeyField({ error, ...props }: Props) {
  const { id, field, raw, onWrite } = props;
  const { kind } = field.field;
  const Control = CONTROLS[kind];
  const isSilent = raw === MISSING_WORDS && field.mayBeMissing;
  const describedBy = [error === undefined ? '' : `${id}-error`, `${id}-hint`].filter(Boolean).join(' ');
  const described = {
    'aria-describedby': describedBy,
    ...(error === undefined ? {} : { 'aria-invalid': true as const }),
  };
  const name = (
    <>
      {field.name.charAt(0).toUpperCase() + field.name.slice(1)}
      {field.required ? <span className="required"> ({words.required})</span> : null}
    </>
  );
  const body = (
    <>
      {isSilent && kind !== 'choice' ? null : <Control {...props} described={described} />}
      {field.mayBeMissing && kind !== 'choice' ? (
        <label className="check missing-check" htmlFor={`${id}-mancante`}>
          <input
            id={`${id}-mancante`}
            type="checkbox"
            checked={isSilent}
            onChange={(event) => onWrite(event.target.checked ? MISSING_WORDS : field.required ? '' : undefined)}
          />{' '}
          {words.missing}
          <span className="visually-hidden">{words.missingOf(field.name)}</span>{' '}
          <span className="muted small">{words.missingHint}</span>
        </label>
      ) : null}
      {error === undefined ? null : <FieldError id={`${id}-error`} text={error} />}
      <p id={`${id}-hint`} className="field-hint">
        {field.help}
        {ONE_A_LINE.has(kind) ? `. ${words.onePerLine}` : ''}
      </p>
    </>
  );
  if (IN_PARTS.has(kind) || (isSilent && kind !== 'choice'))
    return (
      <fieldset className="key-field" data-invalid={error === undefined ? undefined : true}>
        <legend>{name}</legend>
        {body}
      </fieldset>
    );
  return (
    <div className="key-field" data-invalid={error === undefined ? undefined : true}>
      <label htmlFor={id}>{name}</label>
      {body}
    </div>
  );
}
