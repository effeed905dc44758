// SPDX-License-Identifier: AGPL-3.0-or-later
import { isMissing, type Key, MISSING_WORDS } from '#policy';

/** Which control writes a value well. `text`: a line of free text, for whatever has no better one. */
export type FieldKind =
  | { readonly kind: 'choice' | 'names'; readonly options: readonly string[] }
  | { readonly kind: 'networks'; readonly all: boolean; readonly none: boolean }
  | {
      readonly kind:
        | 'categories'
        | 'item-kinds'
        | 'weekdays'
        | 'hours'
        | 'duration'
        | 'number'
        | 'quoted'
        | 'quoted-list'
        | 'texts'
        | 'dormancy'
        | 'clauses'
        | 'text';
    };

export interface KeyField {
  readonly name: string;
  readonly help: string;
  readonly required: boolean;
  /** Whether the source may be silent: «dato mancante» is then offered. */
  readonly mayBeMissing: boolean;
  readonly field: FieldKind;
  /** What the language expects, in its own words. */
  readonly expected: string;
}

const OR_MISSING = ` oppure \`${MISSING_WORDS}\``;
const CHOICES = /^`[^`]+`(, `[^`]+`)+$/;

/** A value that only one kind of list can read: kinds of value are told apart by what they accept. */
const reads = ({ value }: Key<unknown>, raw: string): boolean => value.read(raw).ok;
const prints = ({ value }: Key<unknown>, raw: string): string | undefined => {
  const reading = value.read(raw);
  return reading.ok ? value.print(reading.value) : undefined;
};

function kindOf(key: Key<unknown>, expected: string): FieldKind {
  if (CHOICES.test(expected)) {
    const options = [...expected.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words);
    const isList = reads(key, options.join(' e '));
    if (options.every((option) => reads(key, option))) return { kind: isList ? 'names' : 'choice', options };
  }
  if (!reads(key, 'zzz zzz')) {
    if (reads(key, 'tutti tranne X')) return { kind: 'networks', all: true, none: false };
    if (reads(key, 'Facebook e X')) return { kind: 'networks', all: false, none: reads(key, 'nessuno') };
    if (reads(key, 'commenti e menzioni')) return { kind: 'item-kinds' };
    if (reads(key, 'lunedì e martedì')) return { kind: 'weekdays' };
    if (reads(key, 'dalle 8:00 alle 9:00')) return { kind: 'hours' };
    if (reads(key, '3 giorni')) return { kind: 'duration' };
    if (reads(key, 'fino ad atto')) return { kind: 'dormancy' };
    if (reads(key, 'AAA-001 e AAA-002')) return { kind: 'clauses' };
    if (reads(key, '«a»; «b»')) return { kind: 'quoted-list' };
    if (reads(key, '«a»')) return { kind: 'quoted' };
    if (reads(key, '1') && !reads(key, '1234567')) return { kind: 'number' };
  }
  // Free lists take any words: what they make of a repetition, or of two pieces, gives them away.
  if (prints(key, 'spam, spam') === 'spam') return { kind: 'categories' };
  if (reads(key, 'zzz zzz') && expected.includes('punto e virgola')) return { kind: 'texts' };
  return { kind: 'text' };
}

/** How a key of a block is shown in a form. */
export function fieldOf(key: Key<unknown>): KeyField {
  const silence = key.value.read(MISSING_WORDS);
  const mayBeMissing = silence.ok && isMissing(silence.value);
  const { expected } = key.value;
  const own = mayBeMissing && expected.endsWith(OR_MISSING) ? expected.slice(0, -OR_MISSING.length) : expected;
  const { name, help, required } = key;
  return { name, help, required, mayBeMissing, field: kindOf(key, own), expected };
}
