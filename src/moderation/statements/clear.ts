// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledPolicy, ownTerms } from '#policy';
import { analyse } from '#triage';
import type { Ground } from '../contract.ts';
import { reviewError } from '../review/errors.ts';

const OTHERS_DATA: readonly string[] = ['personal-data', 'sensitive-data', 'private-facts', 'personal-case', 'csam'];

/** What names nobody: an act has a number, and it is cited by it. */
const ACT_NUMBER = 'numero-di-pratica';
/** Below it a name is of an office, not of a person. */
const NAMED = 0.35;

/** The names of laws, authorities and acts go into the record, which nobody can mend. Throws GROUND_NOT_CLEAR. */
export function refuseUnclearGrounds(policy: CompiledPolicy, grounds: readonly Ground[], author: string | null): void {
  for (const ground of grounds) {
    if (ground.kind === 'clause') continue;
    const named = ground.kind === 'law' ? ground.rule : ground.authority;
    const signals = analyse(named, { kind: 'message', ...ownTerms(policy) });
    const data = signals.some(
      ({ category, strength, source }) => category === 'personal-data' && strength >= NAMED && source !== ACT_NUMBER,
    );
    if (data || names(named, author)) throw reviewError('GROUND_NOT_CLEAR');
  }
}

const names = (text: string, author: string | null): boolean =>
  author !== null && author.length > 2 && text.toLowerCase().includes(author.toLowerCase());

/** A person's words where the desk's own reading finds nobody's data in them; null: they stay in the records. */
export function clearOrNull(policy: CompiledPolicy, words: string, author: string | null): string | null {
  const text = words.trim();
  if (text === '' || names(text, author)) return null;
  const signals = analyse(text, { kind: 'message', ...ownTerms(policy) });
  return signals.some(({ category }) => OTHERS_DATA.includes(category)) ? null : text;
}
