// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ComponentProps, useState } from 'react';

interface Held {
  readonly value: string;
  readonly onWrite: (text: string) => void;
}

/**
 * While a person writes, the field shows just what they type; what the text makes of it, trimmed or on one line, appears
 * when they leave.
 */
function useHeld({ value, onWrite }: Held) {
  const [held, setHeld] = useState<string | null>(null);
  return {
    value: held ?? value,
    onBlur: () => setHeld(null),
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setHeld(event.target.value);
      onWrite(event.target.value);
    },
  };
}

export function HeldInput({
  value,
  onWrite,
  ...rest
}: Held & Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur'>) {
  return <input type="text" autoComplete="off" {...rest} {...useHeld({ value, onWrite })} />;
}

export function HeldArea({
  value,
  onWrite,
  ...rest
}: Held & Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'onBlur'>) {
  return <textarea {...rest} {...useHeld({ value, onWrite })} />;
}
