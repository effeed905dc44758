// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LadderView } from '#moderation/contract';
import { Field, FieldError } from '../../ui/field.tsx';
import { ladderWords as words } from '../../words/ladder.ts';

export const LEAST_WORDS = 10;

interface TextProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly rows?: number;
  /** One line instead of a text. */
  readonly type?: 'text' | 'date' | 'email' | 'number';
}

export function TextField({ id, label, value, onChange, hint, error, rows = 3, type }: TextProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(described) =>
        type === undefined ? (
          <textarea {...described} rows={rows} value={value} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <input {...described} type={type} value={value} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  );
}

export type Told = LadderView['telling'][number]['told'];

interface TellingProps {
  readonly view: LadderView;
  readonly told: Told;
  readonly onChange: (told: Told) => void;
  /** Where it may also be left unsaid for now. */
  readonly mayBeNone?: boolean;
}

/** The ways there are of telling the author, and why the others are not there. */
export function TellingField({ view, told, onChange, mayBeNone = false }: TellingProps) {
  const ways = mayBeNone ? [...view.telling, { told: 'none' as const, effect: '' }] : view.telling;
  return (
    <fieldset className="ladder-choices">
      <legend>{words.told}</legend>
      {ways.map((way) => (
        <label key={way.told}>
          <input type="radio" name="come-si-dice" checked={told === way.told} onChange={() => onChange(way.told)} />
          <span>
            {words.way[way.told]}
            {way.effect === '' ? null : <span className="muted small"> {way.effect}</span>}
          </span>
        </label>
      ))}
      {view.notTelling.map((why) => (
        <p key={why} className="muted small">
          {why}
        </p>
      ))}
    </fieldset>
  );
}

interface PickProps<Value extends string> {
  readonly legend: string;
  readonly id: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly picked: readonly Value[];
  readonly onChange: (picked: readonly Value[]) => void;
  readonly error?: string | undefined;
  readonly one?: boolean;
}

/** Some of several things, or one of them. */
export function PickField<Value extends string>({
  legend,
  id,
  choices,
  picked,
  onChange,
  error,
  one,
}: PickProps<Value>) {
  const toggle = (value: Value) =>
    one === true
      ? onChange([value])
      : onChange(picked.includes(value) ? picked.filter((each) => each !== value) : [...picked, value]);
  return (
    <fieldset className="ladder-choices" {...(error === undefined ? {} : { 'aria-describedby': `${id}-error` })}>
      <legend>{legend}</legend>
      {choices.map(({ value, label }, index) => (
        <label key={value}>
          <input
            {...(index === 0 ? { id } : {})}
            type={one === true ? 'radio' : 'checkbox'}
            name={id}
            checked={picked.includes(value)}
            onChange={() => toggle(value)}
          />
          <span>{label}</span>
        </label>
      ))}
      {error === undefined ? null : <FieldError id={`${id}-error`} text={error} />}
    </fieldset>
  );
}

export const tooShort = (text: string, least: number = LEAST_WORDS): boolean => text.trim().length < least;
