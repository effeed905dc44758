// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, Span } from '#policy';
import { analyse, namedInDraft } from '#triage';

/** Whom each policy names: the same policy is read once. */
const known = new WeakMap<CompiledPolicy, readonly ReadonlySet<string>[]>();
/** What triage calls the name of a person. */
const NAME = 'nome';

const wordsOf = (name: string): string[] => name.toLocaleLowerCase('it').match(/\p{L}{2,}/gu) ?? [];

function namedBy(policy: CompiledPolicy): readonly ReadonlySet<string>[] {
  const found = known.get(policy);
  if (found !== undefined) return found;
  const names = [...policy.clauses.values()].flatMap(({ text }) =>
    [...namedInDraft(text), ...analyse(text).flatMap(({ source, spans }) => (source === NAME ? spans : []))].map(
      (span) => new Set(wordsOf(text.slice(...span))),
    ),
  );
  known.set(policy, names);
  return names;
}

/** Whether the policy in force names that person itself: of its own officials whoever reads it knows. */
export function isNamedByPolicy(policy: CompiledPolicy, name: string): boolean {
  const words = wordsOf(name);
  return words.length > 0 && namedBy(policy).some((one) => words.every((word) => one.has(word)));
}

/** Whom a text about to be sent names after a title or a role, those aside whom the policy names. */
export const namedBesides = (policy: CompiledPolicy, text: string): readonly Span[] =>
  namedInDraft(text).filter((span) => !isNamedByPolicy(policy, text.slice(...span)));

/** A name that triage noticed, of somebody whom the policy names. */
export const isOwnOfficial = (
  policy: CompiledPolicy,
  text: string,
  { source, spans }: { readonly source: string; readonly spans: readonly Span[] },
): boolean => source === NAME && spans.every((span) => isNamedByPolicy(policy, text.slice(...span)));
