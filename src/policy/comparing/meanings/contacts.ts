// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../../compiled.ts';
import { isMissing, MISSING_WORDS, type Missing } from '../../missing.ts';
import { formerly } from '../phrases.ts';
import { awakeBlocks, meaning, type Reader } from '../side.ts';

interface Contact {
  readonly id: string;
  readonly to: string;
}

const words = (value: string | Missing): string => (isMissing(value) ? MISSING_WORDS : value);

const contactsIn = (policy: CompiledPolicy): ReadonlyMap<string, Contact> =>
  new Map(
    awakeBlocks(policy, 'contact').flatMap(({ id, block: { purposes, address, phone, office } }) => {
      const to = [address, phone, office].flatMap((value) => (value === undefined ? [] : [words(value)])).join(', ');
      return purposes.map((purpose) => [purpose, { id, to }] as const);
    }),
  );

/** Where citizens are told to write. */
export const contacts: Reader = (sides) => {
  const [was, is] = [contactsIn(sides.before), contactsIn(sides.after)];
  const present = [...is].flatMap(([purpose, { id, to }]) => {
    const earlier = was.get(purpose);
    if (earlier?.to === to) return [];
    const clauses = { before: earlier === undefined ? [] : [earlier.id], after: [id] };
    return [meaning(sides, `Per «${purpose}» si scrive a: ${to}${formerly(earlier?.to)}.`, clauses)];
  });
  const gone = [...was].filter(([purpose]) => !is.has(purpose));
  return [
    ...present,
    ...gone.map(([purpose, { id, to }]) =>
      meaning(sides, `Per «${purpose}» non c’è più un recapito${formerly(to)}.`, { before: [id], after: [] }),
    ),
  ];
};
