// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { type ClauseNode, isMissing, type PolicyChoices, type PolicyDocument } from '#policy';
import { actWords } from './days.ts';
import { actsOf, hoursChoicesOf, type StoredAct, type StoredHoursChoice } from './store.ts';

/** What a body recorded beside a version, as it stood at a moment. */
export interface RecordedChoices extends PolicyChoices {
  /**
   * How many recordings stand behind it. It makes the digest of what judges another at each of them, also where the last
   * one only took back the one before.
   */
  readonly recorded?: number;
}

/** Everything recorded by a body, oldest first. */
export interface Recordings {
  readonly acts: readonly StoredAct[];
  readonly hours: readonly StoredHoursChoice[];
}

export async function recordingsOf(tx: Tx, body: string): Promise<Recordings> {
  return { acts: await actsOf(tx, body), hours: await hoursChoicesOf(tx, body) };
}

/** The version's own choices, and above them what was recorded up to `now` for clauses that the document has. */
export function choicesAt(
  own: PolicyChoices,
  { acts, hours }: Recordings,
  at: { readonly now: Date; readonly has: (clause: string) => boolean },
): RecordedChoices {
  const { now, has } = at;
  const begun = acts.filter((act) => act.at <= now);
  const ended = begun.filter(({ ended_at }) => ended_at !== null && ended_at <= now);
  const chosen = hours.filter((choice) => choice.at <= now);
  const recorded = begun.length + ended.length + chosen.length;
  if (recorded === 0) return own;
  const standing = begun
    .filter((act) => !ended.includes(act) && has(act.clause))
    .map(({ clause, act_number, act_date }) => ({ clause, act: actWords({ number: act_number, date: act_date }) }));
  const last = chosen.at(-1);
  const { hours: ownHours, acts: ownActs = [] } = own;
  const inUse = last === undefined ? ownHours : (last.hours ?? undefined);
  return { ...(inUse && { hours: inUse }), acts: [...ownActs, ...standing], recorded };
}

/** A clause that waits for an act, and for what. */
export interface Waiting {
  readonly clause: string;
  readonly title: string;
  readonly what: 'clause' | 'comments';
  readonly waitsFor: string | null;
}

/** The clauses of a document that wait for an act, in its order. */
export function waitingIn(document: PolicyDocument): readonly Waiting[] {
  const clauses = document.parts.flatMap(({ sections }) => sections.flatMap((section) => section.clauses));
  return clauses.flatMap((node): Waiting[] => {
    const { id: clause, title } = node;
    const asleep = dormancyOf(node);
    if (asleep !== undefined) return [{ clause, title, what: 'clause', waitsFor: asleep.act ?? null }];
    if (!keepsCommentsClosed(node)) return [];
    return [{ clause, title, what: 'comments', waitsFor: null }];
  });
}

function dormancyOf({ blocks }: ClauseNode): { readonly act?: string } | undefined {
  for (const block of blocks) if ('dormant' in block && block.dormant !== undefined) return block.dormant;
  return undefined;
}

const keepsCommentsClosed = ({ blocks }: ClauseNode): boolean =>
  blocks.some(
    (block) => block.kind === 'channel' && !isMissing(block.comments) && block.comments === 'closed-until-act',
  );
