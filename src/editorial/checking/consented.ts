// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledPolicy, type DraftRule, showingTerms } from '#policy';
import type { CheckName } from './check-names.ts';
import type { DraftToCheck } from './draft.ts';
import type { DraftReading } from './draft-reading.ts';
import { groundOf } from './grounds.ts';

// What people agreed to, or another ground lets be told. It opens these checks and no other: health, justice and whatever is
// private of somebody are looked for as if nobody had agreed to anything.
const OPENED: ReadonlySet<CheckName> = new Set(['personal-data', 'named-without-basis']);

const simple = (words: string): string =>
  words
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('’', "'")
    .replace(/[\s./-]+/gu, ' ')
    .trim();

/** Whether those are words that may be told: a whole name either way round, data to the letter. */
export function isConsented({ consented = [] }: DraftToCheck, words: string): boolean {
  const said = simple(words);
  return said !== '' && consented.map(simple).some((one) => one === said || turned(one) === said);
}

/** «Rossi Anna» of «Anna Rossi» */
const turned = (name: string): string => {
  const [first = '', ...others] = name.split(' ');
  return [...others, first].join(' ');
};

/** The draft as if nothing had been agreed to. */
export function withoutConsents({ consented: _, images, ...draft }: DraftToCheck): DraftToCheck {
  return {
    ...draft,
    ...(images !== undefined && { images: images.map(({ covered: __, ...image }) => image) }),
  };
}

export const leansOnConsents = ({ consented = [], images = [] }: DraftToCheck): boolean =>
  consented.length > 0 || images.some(({ covered }) => covered === true);

/** The reading that a check looks at: pictures that the ledger covers open the check on minors too, words never do. */
export function readingFor(
  check: CheckName,
  { bare, opened }: { readonly bare: DraftReading; readonly opened: DraftReading },
): DraftReading {
  if (OPENED.has(check)) return opened;
  return check === 'minor' ? { ...bare, pictured: opened.pictured } : bare;
}

/**
 * The draft as far as what was agreed to may open it: where a clause stops what these checks find, only what a clause lets consent
 * open.
 */
export function openedAsFarAs(draft: DraftToCheck, policy: CompiledPolicy, rules: readonly DraftRule[]): DraftToCheck {
  const stops = [...OPENED, 'minor' as const].some((check) => groundOf(check, rules)?.severity === 'block');
  if (!stops) return draft;
  const { data, people } = showingTerms(policy);
  const bare = withoutConsents(draft);
  return {
    ...bare,
    ...(data !== null && draft.consented !== undefined && { consented: draft.consented }),
    ...(people !== null && draft.images !== undefined && { images: draft.images }),
  };
}
