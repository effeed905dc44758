// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { it } from '../it.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';

const words = it.governance;

export function PasswordField({ error }: { readonly error: string | undefined }) {
  const [visible, setVisible] = useState(false);
  return (
    <Field id="password" label={words.password} error={error}>
      {(described) => (
        <div className="password">
          <input
            {...described}
            name="password"
            type={visible ? 'text' : 'password'}
            autoComplete="current-password"
            required
          />
          <button
            type="button"
            className="icon-button"
            aria-label={visible ? words.hide : words.show}
            onClick={() => setVisible(!visible)}
          >
            <Icon name={visible ? 'it-password-invisible' : 'it-password-visible'} />
          </button>
        </div>
      )}
    </Field>
  );
}
