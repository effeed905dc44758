// SPDX-License-Identifier: AGPL-3.0-or-later
import { usePreference } from './preferences.ts';

/** The key of a control, for the eyes only: those who listen hear it from the control itself. Nothing while shortcuts are off. */
export function KeyHint({ name }: { readonly name: string }) {
  const [shortcuts] = usePreference('shortcuts');
  if (!shortcuts) return null;
  return (
    <span className="key-hint" aria-hidden="true">
      {name}
    </span>
  );
}
