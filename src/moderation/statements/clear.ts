// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledPolicy, ownTerms } from '#policy';
import { analyse } from '#triage';

const OTHERS_DATA: readonly string[] = ['personal-data', 'sensitive-data', 'private-facts', 'personal-case', 'csam'];

/** A person's words where the desk's own reading finds nobody's data in them; null: they stay in the records. */
export function clearOrNull(policy: CompiledPolicy, words: string, author: string | null): string | null {
  const text = words.trim();
  if (text === '' || (author !== null && author.length > 2 && text.toLowerCase().includes(author.toLowerCase())))
    return null;
  const signals = analyse(text, { kind: 'message', ...ownTerms(policy) });
  return signals.some(({ category }) => OTHERS_DATA.includes(category)) ? null : text;
}
