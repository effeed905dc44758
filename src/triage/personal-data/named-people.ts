// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy/contract';
import { read } from '../reading.ts';
import { type Naming, personNames } from '../rules/person-name.ts';
import { spanOf } from '../sentence.ts';

/** A person named in a text, and how. */
export interface NamedPerson {
  readonly span: Span;
  /** `office`: known by a public office; `given`: by a given name alone. */
  readonly naming: Naming;
}

/** Every person that a text names, public ones too, in order: not streets or places called after people. */
export function namedPeople(text: string): readonly NamedPerson[] {
  const reading = read(text);
  return personNames(reading).map(({ first, last, naming }) => ({ span: spanOf(reading, { first, last }), naming }));
}
