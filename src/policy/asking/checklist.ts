// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import type { NetworkName } from '../facts.ts';
import { known } from '../missing.ts';
import { saidOf } from '../said.ts';
import { covers } from '../values/networks.ts';
import { asksTheme } from './plans.ts';

/** One thing that a person says of a draft before it goes out, because a clause asks for it and no program can see it. */
export interface ChecklistItem {
  readonly asked: string;
  readonly clause: string;
  readonly outcome: 'block' | 'justify' | 'advise';
  /** The clause forbids it: only a «no» lets the draft go on. */
  readonly mustBeNo: boolean;
}

export interface DraftKind {
  readonly networks: readonly NetworkName[];
  /** What it carries comes from others. */
  readonly ofOthers: boolean;
  /** Kinds of content that the person declares, in the policy's own words. */
  readonly kinds: readonly string[];
}

const ABOUT_SOURCES = /\bfont[ei]\b|attendibilità/i;

/**
 * What a person answers for of such a draft, in the order of the file: what is forbidden or is a matter of style of every draft,
 * what is said of sources where something comes from others, the rest by the kinds that it declares. What a clause leaves to a
 * program, or to the categories that one notices, is not asked of people.
 */
export function checklistFor(
  policy: CompiledPolicy,
  { networks, ofOthers, kinds }: DraftKind,
): readonly ChecklistItem[] {
  return saidOf(policy, 'content').flatMap(({ clause, what: said }) => {
    const asks = known(said.asks) ?? [];
    const what = known(said.what) ?? [];
    const concerns = networks.some((network) => covers(said.channels, network));
    if (clause.dormant || !concerns || asks.length === 0 || said.check !== 'person' || said.categories !== undefined)
      return [];
    // The theme has a field of its own.
    if (asksTheme(asks)) return [];
    const ofEvery = said.force === 'must-not' || said.force === 'style';
    const ofSources = [...asks, ...what].some((words) => ABOUT_SOURCES.test(words));
    const applies = ofEvery || (ofSources ? ofOthers : what.some((kind) => kinds.includes(kind)));
    if (!applies) return [];
    const outcome = said.outcome ?? 'advise';
    return asks.map((asked) => ({ asked, clause: clause.id, outcome, mustBeNo: said.force === 'must-not' }));
  });
}

/** Kinds of content that ask something of whoever declares them, in the order of the file. */
export function kindsAsking(policy: CompiledPolicy, networks: readonly NetworkName[]): readonly string[] {
  const bare = checklistFor(policy, { networks, ofOthers: true, kinds: [] }).length;
  const named = saidOf(policy, 'content').flatMap(({ what }) => known(what.what) ?? []);
  return [...new Set(named)].filter(
    (kind) => checklistFor(policy, { networks, ofOthers: true, kinds: [kind] }).length > bare,
  );
}
