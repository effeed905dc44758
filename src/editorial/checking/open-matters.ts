// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledPolicy, MATTER_LABELS, type MatterKind, matterRules, type Span } from '#policy';
import type { Finding } from './draft.ts';
import type { DraftReading } from './draft-reading.ts';
import { stricterFirst } from './grounds.ts';
import { LAW } from './law.ts';
import { joinedSpans, spansOf, wholeWords } from './passages.ts';

/** A matter on the body's list that has not come to its end. */
export interface OpenMatter {
  readonly title: string;
  readonly kind: MatterKind;
  /** By which a text is seen to name it: each whole, in any case; `*` at its end takes any ending. */
  readonly words: readonly string[];
  /** A person said that the draft touches it. */
  readonly isTied: boolean;
}

const ACCENTED: Readonly<Record<string, string>> = {
  ...{ a: '[aàá]', e: '[eèé]', i: '[iìí]', o: '[oòó]', u: '[uùú]' },
  ...{ à: '[aàá]', è: '[eèé]', é: '[eèé]', ì: '[iìí]', ò: '[oòó]', ù: '[uùú]' },
};

const patternOf = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\\\*$/, '\\p{L}*')
    .replace(/[’']/g, "[’´`']\\s?")
    .replace(/\s+/g, '[\\s-]+')
    .replace(/(?<!\\)[aeiouàèéìòù](?![^[]*\])/g, (vowel) => ACCENTED[vowel] ?? vowel);

/** Where a text names a matter. */
export const namedIn = (text: string, words: readonly string[]): readonly Span[] =>
  words.filter((word) => word.trim() !== '').flatMap((word) => spansOf(text, wholeWords(patternOf(word))));

/**
 * One finding for each open matter that a draft names or touches, under every clause that forbids it: the strictest first, the
 * others named in the sentence; where no clause does, under the duty of whoever works for a public body.
 */
export function openMattersIn({ text, draft }: DraftReading, policy: CompiledPolicy): readonly Finding[] {
  const beside = [...(draft.alt ?? []), ...(draft.images ?? []).map(({ alt = '' }) => alt), ...(draft.links ?? [])];
  return (draft.matters ?? []).flatMap(({ title, kind, words, isTied }): readonly Finding[] => {
    const spans = joinedSpans(namedIn(text, words));
    const isBeside = beside.some(
      (said) => namedIn(said, words).length > 0 || namedIn(said.replace(/[-_/]/g, ' '), words).length > 0,
    );
    if (spans.length === 0 && !isBeside && !isTied) return [];
    const rules = matterRules(policy, kind, draft.network).toSorted((one, other) =>
      stricterFirst(one.outcome, other.outcome),
    );
    const [first, ...others] = rules;
    const duty = LAW['reserved-act'];
    const ground = first ?? (duty && { clause: duty.rule, outcome: duty.severity });
    if (ground === undefined) return [];
    const also = others.map(({ clause }) => clause);
    const where = also.length === 0 ? '' : ` (anche ${also.join(', ')})`;
    return [
      {
        ...{ check: 'open-matter', clause: ground.clause, severity: ground.outcome, spans },
        reason: `Tocca una materia dell’elenco dell’ente, «${title}»: ${MATTER_LABELS[kind]}${where}.`,
      },
    ];
  });
}
