// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import type { Reason } from '../judgement.ts';

export const labelOf = (policy: CompiledPolicy, slug: string): string => policy.categories.get(slug)?.label ?? slug;
export const labelsOf = (policy: CompiledPolicy, slugs: readonly string[]): string =>
  slugs.map((slug) => labelOf(policy, slug)).join(', ');

/** A reason that opens with the labels of what was noticed: «Spam: …», «Insulti e offese, Spam: …». */
export type Phrase = (slugs: readonly string[]) => Reason;

/**
 * The phrase that goes on as `rest` says. What it says of one category is put together once and shared by all judgements.
 * Ask it only of the categories of one rule, or of those of the vocabulary.
 */
export function phrase(policy: CompiledPolicy, rest: Reason): Phrase {
  const ready = new Map<string, Reason>();
  const told = (slugs: readonly string[]): Reason => ({ ...rest, text: labelsOf(policy, slugs) + rest.text });
  return (slugs) => {
    if (slugs.length !== 1) return told(slugs);
    const slug = slugs[0] ?? '';
    const earlier = ready.get(slug);
    if (earlier !== undefined) return earlier;
    const reason = Object.freeze(told(slugs));
    ready.set(slug, reason);
    return reason;
  };
}
