// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { type ClauseNode, isMissing, type PolicyChoices, type PolicyDocument } from '#policy';
import { coversOf, patronChoicesOf, type StoredCover, type StoredPatronChoice } from './calendar-store.ts';
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
  readonly patrons: readonly StoredPatronChoice[];
  readonly covers: readonly StoredCover[];
}

export async function recordingsOf(tx: Tx, body: string): Promise<Recordings> {
  return {
    acts: await actsOf(tx, body),
    hours: await hoursChoicesOf(tx, body),
    patrons: await patronChoicesOf(tx, body),
    covers: await coversOf(tx, body),
  };
}

type Ending = { readonly at: Date; readonly ended_at: Date | null };

/** What was recorded up to a moment, how much of it stands, and how many recordings that makes. */
function standingAt<Row extends Ending>(rows: readonly Row[], now: Date): { standing: Row[]; recorded: number } {
  const begun = rows.filter(({ at }) => at <= now);
  const standing = begun.filter(({ ended_at }) => ended_at === null || ended_at > now);
  return { standing, recorded: 2 * begun.length - standing.length };
}

/** The version's own choices, and above them what was recorded up to `now` for clauses that the document has. */
export function choicesAt(
  own: PolicyChoices,
  { acts, hours, patrons, covers }: Recordings,
  at: { readonly now: Date; readonly has: (clause: string) => boolean },
): RecordedChoices {
  const { now, has } = at;
  const ofActs = standingAt(acts, now);
  const ofCovers = standingAt(covers, now);
  const chosen = [...hours, ...patrons].filter((choice) => choice.at <= now);
  const recorded = ofActs.recorded + ofCovers.recorded + chosen.length;
  if (recorded === 0) return own;
  const standing = ofActs.standing
    .filter(({ clause }) => has(clause))
    .map(({ clause, act_number, act_date }) => ({ clause, act: actWords({ number: act_number, date: act_date }) }));
  const { hours: ownHours, acts: ownActs = [], patron: ownPatron, cover: ownCover = [] } = own;
  const lastHours = hours.findLast((choice) => choice.at <= now);
  const inUse = lastHours === undefined ? ownHours : (lastHours.hours ?? undefined);
  const lastPatron = patrons.findLast((choice) => choice.at <= now);
  const patron = lastPatron === undefined ? ownPatron : (lastPatron.patron ?? undefined);
  const cover = [...ownCover, ...ofCovers.standing.map((row) => row.cover)];
  return {
    ...(inUse && { hours: inUse }),
    ...(patron && { patron }),
    ...(cover.length > 0 && { cover }),
    acts: [...ownActs, ...standing],
    recorded,
  };
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
