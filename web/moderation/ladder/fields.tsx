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
  readonly readOnly?: boolean;
  /** One line instead of a text. */
  readonly type?: 'text' | 'date' | 'email' | 'number';
}

export function TextField({ id, label, value, onChange, hint, error, rows = 3, readOnly, type }: TextProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(described) =>
        type === undefined ? (
          <textarea
            {...described}
            rows={rows}
            readOnly={readOnly}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <input {...described} type={type} value={value} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  );
}

export type Told = LadderView['telling'][number]['told'];

interface Signing {
  readonly view: Pick<LadderView, 'ownWordsOnly'>;
  readonly told: Told;
  /** Null: nobody wrote in the text that is proposed. */
  readonly written: string | null;
}

/** In public only the desk's own words may stand. */
export const isFixed = ({ ownWordsOnly }: Signing['view'], told: Told): boolean => ownWordsOnly && told === 'public';

/** The text follows the way it is told, until a person writes in it. */
export function signedText({ view, told, written }: Signing, inPublic: string, otherwise: string): string {
  const proposed = told === 'public' ? inPublic : otherwise;
  return isFixed(view, told) ? proposed : (written ?? proposed);
}

/** As the author will read it, once what was chosen stands in its place. */
export const filledText = (
  text: string,
  { reviewOn, ways }: { readonly reviewOn: string; readonly ways: string },
): string => text.replaceAll('{riesame}', words.day(reviewOn)).replaceAll('{altri canali}', ways.trim());

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
