// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import { type OwnTerms, ownTerms } from '../contacts.ts';
import type { ItemFacts, ItemKind } from '../facts.ts';
import type { Signal } from '../signal.ts';

/** Triage, as whoever wires it hands it over. */
export type Analyse = (
  text: string,
  context: OwnTerms & { readonly kind: ItemKind; readonly post?: { readonly text: string } },
) => readonly Signal[];

export interface SignalsOfBoth {
  readonly before: readonly Signal[];
  readonly after: readonly Signal[];
}

export interface NoticeForBoth {
  /** What triage notices in an item for either policy. `stored`: what it noticed when the item came. */
  notice(item: ItemFacts, stored?: readonly Signal[]): SignalsOfBoth;
  /** Whether the text is looked at even where signals are stored. */
  readonly readsTexts: boolean;
}

/** Marks a category of the earlier policy that lists other words than the later one's; no category is named so. */
const EARLIER = '\u0000';
/** A body's own contact can only matter where there is something like a number, a mailbox or a link. */
const MAY_HOLD_CONTACT = /[\d@]|\.[\p{L}\p{N}]/u;

type OwnWords = OwnTerms['ownWords'];

/** The words of two policies in one map, and the way back to what concerns each. */
interface Union {
  readonly ownWords: OwnWords;
  split(signals: readonly Signal[]): SignalsOfBoth;
}

/** Where both list words for one category and not the same, the earlier list stands apart under a name of its own. */
function union(before: OwnWords, after: OwnWords): Union {
  const isShared = (name: string): boolean => JSON.stringify(before.get(name)) === JSON.stringify(after.get(name));
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const shared = new Set(names.filter(isShared));
  if (shared.size === names.length)
    return { ownWords: after, split: (signals) => ({ before: signals, after: signals }) };
  const apart = [...before].filter(([name]) => after.has(name) && !shared.has(name));
  const inBefore = ({ category }: Signal): boolean => !after.has(category) || shared.has(category);
  const inAfter = ({ category }: Signal): boolean =>
    !category.endsWith(EARLIER) && (after.has(category) || !before.has(category));
  const underItsName = (signal: Signal): Signal =>
    signal.category.endsWith(EARLIER) ? { ...signal, category: signal.category.slice(0, -EARLIER.length) } : signal;
  return {
    ownWords: new Map([...before, ...after, ...apart.map(([name, words]) => [name + EARLIER, words] as const)]),
    split: (signals) => ({ before: signals.filter(inBefore).map(underItsName), after: signals.filter(inAfter) }),
  };
}

/**
 * Reads each text once for two policies, although each brings words and contacts of its own: categories of a body's own
 * never weigh on one another, so that what is noticed for both can be told apart afterwards. Only where contacts differ
 * and the text may hold one is it read twice. Stored signals are taken as they are; only words of a body's own, which may
 * be others by now, are looked for again.
 */
export function noticeForBoth(
  analyse: Analyse,
  policies: { readonly before?: CompiledPolicy; readonly after: CompiledPolicy },
): NoticeForBoth {
  const later = ownTerms(policies.after);
  const earlier = policies.before === undefined ? later : ownTerms(policies.before);
  const sameContacts = JSON.stringify(earlier.ownContacts) === JSON.stringify(later.ownContacts);
  const { ownWords, split } = union(earlier.ownWords, later.ownWords);
  const isOwn = ({ category }: Signal): boolean => ownWords.has(category);
  const notice: NoticeForBoth['notice'] = (item, stored) => {
    const { text, kind, post } = item;
    const read = (ownContacts: readonly string[]) =>
      analyse(text, { kind, ownContacts, ownWords, ...(post && { post }) });
    if (stored !== undefined) {
      if (ownWords.size === 0) return { before: stored, after: stored };
      return split([...stored.filter((signal) => !isOwn(signal)), ...read(later.ownContacts).filter(isOwn)]);
    }
    const both = split(read(later.ownContacts));
    if (sameContacts || !MAY_HOLD_CONTACT.test(text)) return both;
    return { before: split(read(earlier.ownContacts)).before, after: both.after };
  };
  return { notice, readsTexts: ownWords.size > 0 };
}
