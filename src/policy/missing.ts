// SPDX-License-Identifier: AGPL-3.0-or-later

/** The source is silent: kept as such, shown as «dato mancante», never filled in. */
export interface Missing {
  readonly kind: 'missing';
}

export const MISSING: Missing = Object.freeze({ kind: 'missing' });

/** How a policy file writes it. */
export const MISSING_WORDS = 'dato mancante';

export const isMissing = (value: unknown): value is Missing =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === MISSING.kind;

/** The value, or nothing when the source is silent or does not speak of it. */
export const known = <Value>(value: Value | Missing | undefined): Value | undefined =>
  isMissing(value) ? undefined : (value as Value | undefined);
