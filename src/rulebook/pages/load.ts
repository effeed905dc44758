// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { compile } from '#policy';
import type { StoredCover } from '../calendar-store.ts';
import { choicesAt, type Recordings, recordingsOf } from '../choices.ts';
import type { VersionSummary } from '../contract.ts';
import { actWords } from '../days.ts';
import { rulebookError } from '../errors.ts';
import { historyOf } from '../history.ts';
import { adoptedVersion, inForce } from '../in-force.ts';
import type { Edition } from './edition.ts';
import { publicVersionWith } from './past-clauses.ts';

/** What is asked for. */
export interface Asked {
  readonly body: string;
  readonly now: Date;
  readonly demo: boolean;
}

/** What a body publishes now. */
export interface Published {
  readonly edition: Edition;
  /** The newest first. */
  readonly history: readonly VersionSummary[];
  /** The act or decision under which the body chose hours of its own. */
  readonly hoursAct: string | null;
  /** What stands of exceptional cover, the latest recorded last. */
  readonly covers: readonly StoredCover[];
}

/** The version in force with what was recorded beside it; throws NO_POLICY. */
export async function publishedNow(tx: Tx, asked: Asked): Promise<Published> {
  const { body, now, demo } = asked;
  const { compiled, version } = await inForce(tx, body, now);
  const history = await historyOf(tx, body, now);
  const summary = history.find((one) => one.version === version);
  if (summary === undefined) throw rulebookError('NO_POLICY', body);
  const recordings = await recordingsOf(tx, body);
  const updatedAt = lastOf([new Date(summary.inForceSince), ...momentsOf(recordings)], now);
  return {
    edition: {
      body,
      compiled,
      version: summary,
      changes: changesUpTo(summary, history),
      updatedAt,
      changedAt: changeOf(history, recordings, now),
      demo,
    },
    history,
    hoursAct: hoursActOf(recordings, now),
    covers: recordings.covers.filter(({ at, ended_at }) => at <= now && (ended_at === null || ended_at > now)),
  };
}

/**
 * Any adopted version: the one in force as it holds now, one that no longer is as it last held, with what was recorded beside
 * it then; throws VERSION_NOT_FOUND.
 */
export async function publishedVersion(tx: Tx, asked: Asked, version: string): Promise<Edition> {
  const { body, now, demo } = asked;
  const history = await historyOf(tx, body, now);
  const summary = history.find((one) => one.version === version);
  if (summary === undefined) throw rulebookError('VERSION_NOT_FOUND', version.slice(0, 60));
  if (summary.state === 'in-force') return (await publishedNow(tx, asked)).edition;
  const { compiled: alone } = await adoptedVersion(tx, body, version);
  const recordings = await recordingsOf(tx, body);
  const last = summary.inForceUntil === null ? now : new Date(Date.parse(summary.inForceUntil) - 1);
  const choices = choicesAt(alone.choices, recordings, { now: last, has: (clause) => alone.clauses.has(clause) });
  const compiled = compile(alone.document, { choices });
  const changes = changesUpTo(summary, history);
  const changedAt = changeOf(history, recordings, now);
  return { body, compiled, version: summary, changes, updatedAt: new Date(summary.adoptedAt), changedAt, demo };
}

/** Where a clause is, or last was, to be read. */
export type Place = { readonly part: 'external' | 'internal'; readonly version: string | null };

/** In the version in force (`version` null), else in the last earlier one whose public part has it. */
export async function placeOf(tx: Tx, asked: Asked, clause: string): Promise<Place | undefined> {
  const { body } = asked;
  const { edition, history } = await publishedNow(tx, asked);
  const now = edition.compiled.clauses.get(clause);
  if (now !== undefined) return { part: now.audience, version: null };
  const past = history.filter(({ state }) => state === 'past');
  const version = await publicVersionWith(tx, { body, clause }, past);
  return version === undefined ? undefined : { part: 'external', version };
}

const changesUpTo = ({ version }: VersionSummary, history: readonly VersionSummary[]): Edition['changes'] =>
  history.slice(history.findIndex((one) => one.version === version)).flatMap((one) => {
    const { changeNote: note, inForceSince } = one;
    return note === null ? [] : [{ version: one.version, inForceSince, note }];
  });

const momentsOf = ({ acts, covers, hours, patrons }: Recordings): Date[] => [
  ...[...acts, ...covers].flatMap(({ at, ended_at }) => (ended_at === null ? [at] : [at, ended_at])),
  ...[...hours, ...patrons].map(({ at }) => at),
];

/** Of anything at all that the body publishes: a version tells of those beside it. */
const changeOf = (history: readonly VersionSummary[], recordings: Recordings, now: Date): Date =>
  lastOf(
    [
      ...history.flatMap(({ adoptedAt, inForceSince }) => [new Date(adoptedAt), new Date(inForceSince)]),
      ...momentsOf(recordings),
    ],
    now,
  );

const lastOf = (moments: readonly Date[], now: Date): Date =>
  new Date(Math.max(...moments.map((at) => at.getTime()).filter((at) => at <= now.getTime())));

function hoursActOf({ hours }: Recordings, now: Date): string | null {
  const last = hours.filter(({ at }) => at <= now).at(-1);
  return last === undefined || last.hours === null ? null : actWords({ number: last.act_number, date: last.act_date });
}
