// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ground, Option } from '#moderation/contract';

/** A ground as it is being filled in. `choice`: nothing yet, a clause, a rule of law, or an order. */
export interface GroundDraft {
  readonly choice: '' | 'law' | 'order' | `clause:${string}`;
  /** The rule of law, or the authority and its act. */
  readonly source: string;
  readonly why: string;
}

const RULE_MIN = 3;
const WHY_MIN = 10;
const CLAUSE = 'clause:';

export const emptyGround: GroundDraft = { choice: '', source: '', why: '' };
export const clauseChoice = (id: string): GroundDraft['choice'] => `${CLAUSE}${id}`;

/** Taking something away from the public must rest on a ground that the person chose. */
export const isRestrictive = (kind: Option['kind']): boolean => kind === 'hide' || kind === 'remove';

/** Where to start: nothing chosen for what hides or removes; otherwise the proposed clause, or the only one. */
export function firstGround(option: Option): GroundDraft {
  if (isRestrictive(option.kind)) return emptyGround;
  const only = option.grounds.length === 1 ? option.grounds[0] : undefined;
  const clause = option.grounds.find((ground) => ground.proposed) ?? only;
  return clause === undefined ? emptyGround : { ...emptyGround, choice: clauseChoice(clause.id) };
}

export interface GroundProblems {
  readonly choice?: true;
  readonly source?: true;
  readonly why?: true;
}

export function groundProblems(draft: GroundDraft): GroundProblems {
  if (draft.choice === '') return { choice: true };
  if (draft.choice !== 'law' && draft.choice !== 'order') return {};
  return {
    ...(draft.source.trim().length < RULE_MIN ? { source: true as const } : {}),
    ...(draft.why.trim().length < WHY_MIN ? { why: true as const } : {}),
  };
}

export const isComplete = (draft: GroundDraft): boolean => Object.keys(groundProblems(draft)).length === 0;

/** The grounds to send; the same clause chosen twice is cited once. */
export function groundsOf(drafts: readonly GroundDraft[]): Ground[] {
  const clauses = new Set<string>();
  return drafts.flatMap((draft): Ground[] => {
    const why = draft.why.trim();
    if (draft.choice === 'law') return [{ kind: 'law', rule: draft.source.trim(), why }];
    if (draft.choice === 'order') return [{ kind: 'order', authority: draft.source.trim(), why }];
    if (!draft.choice.startsWith(CLAUSE)) return [];
    const clause = draft.choice.slice(CLAUSE.length);
    if (clauses.has(clause)) return [];
    clauses.add(clause);
    return [{ kind: 'clause', clause }];
  });
}

/**
 * The server's first sentence of reasons, made to name the clause that the person chose instead of the one it was
 * written for. Empty where it would name a clause that nobody chose.
 */
export function suggestedReasons(option: Option, first: GroundDraft | undefined): string {
  // The longest id first: `EX-1` also stands inside `EX-12`.
  const named = option.grounds
    .filter((ground) => option.reasons.includes(ground.id))
    .sort((a, b) => b.id.length - a.id.length)[0];
  if (named === undefined) return option.reasons;
  const chosen = option.grounds.find((ground) => clauseChoice(ground.id) === first?.choice);
  if (chosen === undefined) return '';
  return option.reasons.replaceAll(named.id, () => chosen.id).replaceAll(named.title, () => chosen.title);
}
