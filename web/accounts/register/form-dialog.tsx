// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FormEvent, useState } from 'react';
import type { AccountRegister } from '#accounts/contract';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { registerWords } from '../../words/register.ts';
import { useRegisterAct } from './register.ts';

/** What a person types, chooses or ticks. */
export interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Absent: one line. */
  readonly kind?: 'text' | 'date' | 'number' | 'url' | 'tick';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Fewest letters; absent: it may be left empty. */
  readonly least?: number;
  readonly start?: string;
}

export type Typed = Readonly<Record<string, string>>;

interface Props {
  readonly body: string;
  readonly title: string;
  readonly explain: string;
  readonly asked: readonly Asked[];
  readonly confirm: string;
  readonly done: string;
  readonly send: (typed: Typed) => Promise<AccountRegister>;
  readonly onClose: () => void;
}

const TICKED = 'sì';
export const isTicked = (typed: Typed, name: string): boolean => typed[name] === TICKED;
export const lineOf = (typed: Typed, name: string): string => (typed[name] ?? '').trim();

const isShort = ({ name, least = 0 }: Asked, typed: Typed): boolean => lineOf(typed, name).length < least;

/** A step of the register, with what it needs, in a dialog. */
export function FormDialog({ body, title, explain, asked, confirm, done, send, onClose }: Props) {
  const [typed, setTyped] = useState<Typed>(() =>
    Object.fromEntries(asked.map(({ name, options, start }) => [name, start ?? options?.[0]?.value ?? ''])),
  );
  const [sent, setSent] = useState(false);
  const sending = useRegisterAct(body, send, { done, after: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    const short = asked.find((one) => isShort(one, typed));
    if (short !== undefined) document.getElementById(`registro-${short.name}`)?.focus();
    else if (!sending.isPending) sending.mutate(typed);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{explain}</p>
        {asked.map((one) => (
          <AskedField
            key={one.name}
            asked={one}
            value={typed[one.name] ?? ''}
            isShort={sent && isShort(one, typed)}
            onChange={(value) => setTyped({ ...typed, [one.name]: value })}
          />
        ))}
        {sending.isError ? <Fault title={registerWords.notSent} error={sending.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={sending.isPending}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface FieldProps {
  readonly asked: Asked;
  readonly value: string;
  readonly isShort: boolean;
  readonly onChange: (value: string) => void;
}

function AskedField({ asked, value, isShort: short, onChange }: FieldProps) {
  const { name, label, hint, kind, options, least = 0 } = asked;
  const id = `registro-${name}`;
  if (kind === 'tick')
    return (
      <label className="register-tick">
        <input
          id={id}
          type="checkbox"
          checked={value === TICKED}
          onChange={(event) => onChange(event.target.checked ? TICKED : '')}
        />
        <span>{label}</span>
      </label>
    );
  const error = least > 1 && options === undefined ? registerWords.atLeast(least) : registerWords.required;
  return (
    <Field id={id} label={label} hint={hint} error={short ? error : undefined}>
      {(described) =>
        options !== undefined ? (
          <select {...described} value={value} onChange={(event) => onChange(event.target.value)}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        ) : kind === 'text' ? (
          <textarea {...described} rows={4} value={value} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <input
            {...described}
            type={kind ?? 'text'}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
