// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DiscretionNode } from './blocks/discretion.ts';
import type { HoursNode } from './blocks/hours.ts';
import type { LadderNode, Rung } from './blocks/ladder.ts';
import type { ReplyNode } from './blocks/reply.ts';
import type { Audience, PolicyDocument } from './document.ts';
import type { AuthorKind, ItemKind, NetworkName } from './facts.ts';
import type { Modality } from './judgement.ts';
import type { Missing } from './missing.ts';
import type { Weekday } from './values/days.ts';
import type { DayRange } from './values/hours.ts';
import type { NetworkScope } from './values/networks.ts';
import type { Category } from './vocabulary.ts';

/** What a body recorded because its policy is silent or waits for an act. Never part of the document. */
export interface PolicyChoices {
  /** Hours of moderation, used only on channels for which the policy gives none. */
  readonly hours?: {
    readonly days: readonly Weekday[];
    /** Minutes from midnight, Europe/Rome. */
    readonly ranges: readonly DayRange[];
    readonly holidays: 'excluded' | 'included';
  };
  /** The patron saint, whose day `12-07` is a public holiday of the body alone. */
  readonly patron?: { readonly name: string; readonly day: string };
  /** Hours beyond the usual ones, each from one day to another, `2026-11-24`, both counted; used where there are usual ones. */
  readonly cover?: readonly ExtraHours[];
  /** Acts that wake sleeping clauses, or open the comments that a clause keeps closed. */
  readonly acts?: readonly { readonly clause: string; readonly act: string }[];
}

export interface ExtraHours {
  readonly from: string;
  readonly to: string;
  /** Minutes from midnight, Europe/Rome. */
  readonly ranges: readonly DayRange[];
  /** Absent: all of them. */
  readonly channels?: readonly NetworkName[];
}

/** A clause as it is cited. */
export interface PolicyClause {
  readonly id: string;
  readonly title: string;
  /** The prose, paragraphs parted by an empty line. */
  readonly text: string;
  readonly section: string;
  readonly audience: Audience;
  /** True when the clause waits for an act that has not been recorded. */
  readonly dormant: boolean;
}

/** One way for a clause to be touched. */
export interface CompiledRule {
  readonly clause: PolicyClause;
  readonly modality: Modality;
  readonly categories: readonly string[];
  readonly channels: NetworkScope | undefined;
  readonly kinds: readonly ItemKind[];
  /** Absent: whoever writes. */
  readonly authors?: readonly AuthorKind[];
  readonly minimum: number;
  readonly route?: { readonly office: string | Missing; readonly address?: string | Missing };
}

/** Something the policy says, with the clause that says it. */
export interface Said<What> {
  readonly clause: PolicyClause;
  readonly what: What;
}

/** What the policy says of one network, property by property. */
export type ChannelCard = Readonly<Partial<Record<string, Said<unknown>>>>;

export interface CompiledPolicy {
  readonly body: string;
  readonly bodyName: string;
  readonly title: string;
  readonly version: string;
  /** Of the canonical text, and of the choices where there are any. */
  readonly digest: string;
  readonly document: PolicyDocument;
  readonly choices: PolicyChoices;
  readonly clauses: ReadonlyMap<string, PolicyClause>;
  /** External clauses only, in the order of the file. */
  readonly rules: readonly CompiledRule[];
  readonly rulesByCategory: ReadonlyMap<string, readonly CompiledRule[]>;
  /** Rules whose list the source does not give. */
  readonly unlisted: readonly CompiledRule[];
  readonly discretions: readonly Said<DiscretionNode>[];
  readonly channels: ReadonlyMap<NetworkName, ChannelCard>;
  readonly hours: readonly Said<HoursNode>[];
  readonly replies: readonly Said<ReplyNode>[];
  readonly ladder: {
    readonly rungs: readonly Said<Rung>[];
    readonly terms: readonly Said<LadderNode>[];
  };
  readonly categories: ReadonlyMap<string, Category>;
  /** Words that the body lists for categories of its own, by slug. */
  readonly ownWords: ReadonlyMap<string, readonly string[]>;
}
