// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, CompiledRule, PolicyClause } from './compiled.ts';
import type { NetworkName } from './facts.ts';
import type { Modality } from './judgement.ts';
import { cardOf, closedComments } from './judging/card.ts';
import { known } from './missing.ts';
import { saidOf } from './said.ts';
import { covers } from './values/networks.ts';

// What stands on an official profile: whose it is, how one writes there, where the rest is read.

export interface ProfileAsked {
  readonly network: NetworkName;
  /** Characters of the profile's own line. */
  readonly bioLength: number;
  /** Whether a text fits into what may be pinned. */
  readonly fits: (text: string) => boolean;
  /** Addresses of the published pages. */
  readonly rules: string;
  readonly accounts: string;
}

export interface ProfileTexts {
  readonly bio: string;
  /** The address has no room in the line: it goes where the network has a field for it. */
  readonly linkApart: boolean;
  readonly pinned: string;
  /** Clauses that the texts rest on. */
  readonly clauses: readonly string[];
  /** What each profile should name and the policy does not give. */
  readonly missing: readonly ('privacy-notice' | 'privacy-officer')[];
}

interface Line {
  readonly text: string;
  readonly clauses: readonly string[];
  /** Dropped first where it is highest; 0 stays. */
  readonly spare: number;
}

/** The texts for a profile of that network, as short as the network wants them. */
export function profileTexts(policy: CompiledPolicy, asked: ProfileAsked): ProfileTexts {
  const { notice, officer } = privacyOf(policy, asked.network);
  const lines: Line[] = [
    { text: `${policy.bodyName}: come si scrive qui.`, clauses: [], spare: 0 },
    ...conductLines(policy, asked.network),
    { text: `Regole complete: ${asked.rules}`, clauses: [], spare: 0 },
    ...(notice === undefined
      ? []
      : [{ text: `Informativa sulla privacy: ${notice.value}`, clauses: [notice.clause], spare: 1 }]),
    ...(officer === undefined
      ? []
      : [{ text: `Responsabile della protezione dei dati: ${officer.value}`, clauses: [officer.clause], spare: 2 }]),
    { text: `Account ufficiali: ${asked.accounts}`, clauses: [], spare: 3 },
  ];
  const kept = fitting(lines, asked.fits);
  return {
    ...bioOf(policy.bodyName, asked),
    pinned: textOf(kept),
    clauses: [...new Set(kept.flatMap(({ clauses }) => clauses))],
    missing: [
      ...(notice === undefined ? (['privacy-notice'] as const) : []),
      ...(officer === undefined ? (['privacy-officer'] as const) : []),
    ],
  };
}

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');

function fitting(lines: readonly Line[], fits: ProfileAsked['fits']): readonly Line[] {
  let kept = lines;
  while (!fits(textOf(kept))) {
    const most = Math.max(...kept.map(({ spare }) => spare));
    if (most === 0) break;
    const last = kept.findLastIndex(({ spare }) => spare === most);
    kept = kept.filter((_, index) => index !== last);
  }
  return kept;
}

function bioOf(body: string, { bioLength, rules }: ProfileAsked): Pick<ProfileTexts, 'bio' | 'linkApart'> {
  const room = (text: string): boolean => [...text].length <= bioLength;
  const linked = [`Account ufficiale di ${body}. Regole e contatti: ${rules}`, `${body}, account ufficiale. ${rules}`];
  const found = linked.find(room);
  if (found !== undefined) return { bio: found, linkApart: false };
  const alone = [`Account ufficiale di ${body}`, 'Account ufficiale'].find(room);
  return { bio: alone ?? 'Ufficiale', linkApart: true };
}

function conductLines(policy: CompiledPolicy, network: NetworkName): Line[] {
  const closed = closedOn(policy, network);
  if (closed !== undefined) return [{ text: 'I commenti qui sono chiusi.', clauses: [closed.id], spare: 0 }];
  const rules = policy.rules.filter(
    ({ clause, channels, kinds }) => !clause.dormant && kinds.includes('comment') && covers(channels, network),
  );
  const welcome = rules.find(
    ({ modality, categories }) => modality === 'protected' && categories.includes('criticism'),
  );
  return [
    ...(welcome === undefined ? [] : [{ text: 'Le critiche sono benvenute.', clauses: [welcome.clause.id], spare: 4 }]),
    ...listed(policy, { rules, modality: 'must-remove', opening: 'Vengono rimossi', spare: 5 }),
    ...listed(policy, { rules, modality: 'may-remove', opening: 'Possono essere rimossi', spare: 6 }),
  ];
}

function closedOn(policy: CompiledPolicy, network: NetworkName): PolicyClause | undefined {
  const { comments } = cardOf(policy, network);
  return comments?.what === 'disabled' ? comments.clause : closedComments(policy, network);
}

interface Listing {
  readonly rules: readonly CompiledRule[];
  readonly modality: Modality;
  readonly opening: string;
  readonly spare: number;
}

function listed(policy: CompiledPolicy, { rules, modality, opening, spare }: Listing): Line[] {
  const those = rules.filter((rule) => rule.modality === modality);
  const labels = those.flatMap(({ categories }) =>
    categories.flatMap((slug) => policy.categories.get(slug)?.label ?? []),
  );
  if (labels.length === 0) return [];
  const words = [...new Set(labels)].map((label) => label.charAt(0).toLowerCase() + label.slice(1));
  return [{ text: `${opening}: ${words.join('; ')}.`, clauses: those.map(({ clause }) => clause.id), spare }];
}

interface Given {
  readonly value: string;
  readonly clause: string;
}

function privacyOf(
  policy: CompiledPolicy,
  network: NetworkName,
): { notice: Given | undefined; officer: Given | undefined } {
  const said = saidOf(policy, 'privacy').filter(
    ({ clause, what }) => !clause.dormant && clause.audience === 'external' && covers(what.channels, network),
  );
  const first = (key: 'notice' | 'officer'): Given | undefined => {
    for (const { clause, what } of said) {
      const value = known(what[key]);
      if (value !== undefined) return { value, clause: clause.id };
    }
    return undefined;
  };
  return { notice: first('notice'), officer: first('officer') };
}
