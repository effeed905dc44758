// SPDX-License-Identifier: AGPL-3.0-or-later
import type { KeyField } from './field-kind.ts';
import type { CategoryName } from './values.ts';

/** What the control of a key is given. `raw` is the value as written; undefined: the key is not there. */
export interface ControlProps {
  readonly id: string;
  readonly field: KeyField;
  readonly raw: string | undefined;
  /** Undefined takes the key away. */
  readonly onWrite: (raw: string | undefined) => void;
  readonly described: { readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true };
  readonly categories: readonly CategoryName[];
}

/** An empty list takes an optional key away; a required one stays, for its mistake to be seen. */
export const written = (field: KeyField, raw: string): string | undefined =>
  raw === '' && !field.required ? undefined : raw;
