// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NewConsent } from '#editorial/contract';

type Signer = NewConsent['signatures'][number]['by'];

/** Who may sign for whom. */
export function signersFor(kind: NewConsent['kind'], age: NewConsent['age']): readonly Signer[] {
  if (kind === 'event') return [];
  if (kind === 'premises') return ['premises'];
  switch (age) {
    case 'minor':
      return ['parent', 'guardian'];
    case 'deceased':
      return ['heir'];
    default:
      return ['self'];
  }
}

/** The rows to begin with: both parents for a child. */
export function signaturesFor(kind: NewConsent['kind'], age: NewConsent['age'], on: string): NewConsent['signatures'] {
  const [by] = signersFor(kind, age);
  if (by === undefined) return [];
  const row = { by, name: '', on };
  return age === 'minor' && kind === 'person' ? [row, { ...row }] : [row];
}
