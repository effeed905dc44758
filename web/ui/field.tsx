// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface Described {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** What stands at the end of the label's line, for example a counter. */
  readonly aside?: ReactNode;
  /** The control itself; it must take what it is given. */
  readonly children: (described: Described) => ReactNode;
}

/** A label, its control, a hint and an error, tied together for those who listen. */
export function Field({ id, label, hint, error, aside, children }: Props) {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean);
  return (
    <div className="field" data-invalid={error === undefined ? undefined : true}>
      <div className="field-head">
        <label htmlFor={id}>{label}</label>
        {aside}
      </div>
      {children({
        id,
        ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
        ...(error === undefined ? {} : { 'aria-invalid': true as const }),
      })}
      {error === undefined ? null : <FieldError id={`${id}-error`} text={error} />}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

export function FieldError({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p id={id} className="field-error">
      <Icon name="it-error" />
      {text}
    </p>
  );
}
