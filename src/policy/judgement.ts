// SPDX-License-Identifier: AGPL-3.0-or-later

/** How a clause binds, as the sources do (`asked`: netiquette without a removal verb). Strictest first. */
export const MODALITIES = ['must-remove', 'may-remove', 'no-reply', 'route', 'asked', 'protected'] as const;
export type Modality = (typeof MODALITIES)[number];

export const PROPOSED_ACTIONS = ['none', 'answer', 'route', 'hide', 'remove', 'hold', 'warn', 'report'] as const;
export type ProposedAction = (typeof PROPOSED_ACTIONS)[number];

/** A clause that an item touches, and through which signals. */
export interface TouchedClause {
  readonly id: string;
  readonly title: string;
  readonly modality: Modality;
  /** Categories of the clause that matched. */
  readonly categories: readonly string[];
  /** Indexes into the signals given to `evaluate`. */
  readonly signals: readonly number[];
  /** True when the clause sleeps (for example while comments are closed): cited, never a ground by itself. */
  readonly dormant: boolean;
}

/** Why the judgement says what it says: an Italian sentence and the clause behind it, if one is. */
export interface Reason {
  readonly clause?: string;
  readonly text: string;
}

/** The policy is silent on something the desk would need: shown as «dato mancante», never guessed. */
export interface MissingDatum {
  readonly what: 'hours' | 'response-time' | 'removal-list' | 'route' | 'other';
  readonly text: string;
  readonly clause?: string;
}

/** What a policy version says of one item. Same inputs, same judgement, for ever. */
export interface Judgement {
  readonly policy: { readonly body: string; readonly version: string; readonly digest: string };
  readonly clauses: readonly TouchedClause[];
  readonly proposal: { readonly action: ProposedAction; readonly reasons: readonly Reason[] };
  /** 0 grave, 1 high, 2 ordinary, 3 low. Orders the queue before the deadline does. */
  readonly priority: 0 | 1 | 2 | 3;
  /** A life may be in danger: before every other item, whatever their priority and deadline. */
  readonly urgent?: true;
  /** There is something that the machine cannot settle and a person must look at: never shown as «nessun atto». */
  readonly mustLook?: true;
  /** By when a person should have looked at it; absent where the policy gives no hours or no time. */
  readonly due?: { readonly at: Date; readonly reason: Reason };
  /** Which office or address it belongs to. */
  readonly route?: { readonly office: string; readonly address?: string; readonly reason: Reason };
  readonly missing: readonly MissingDatum[];
}
