// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import type { PersonName, VersionDetail, VersionSummary } from './contract.ts';
import { rulebookError } from './errors.ts';
import { type Adopters, adoptionsOf, type VersionFacts, versionOf, versionsOf } from './store.ts';

/** Every version of a body's policy, the last to be in force first. `now` tells which one is. */
export async function historyOf(tx: Tx, body: string, now: Date): Promise<VersionSummary[]> {
  const versions = await versionsOf(tx, body);
  const adopters = await adoptionsOf(tx, body);
  return versions.map((facts, index) =>
    summaryOf(facts, { next: versions[index - 1], by: adopters.get(facts.version), now }),
  );
}

/** One version with its text; throws VERSION_NOT_FOUND. */
export async function versionDetail(
  tx: Tx,
  { body, version, now }: { readonly body: string; readonly version: string; readonly now: Date },
): Promise<VersionDetail> {
  const summary = (await historyOf(tx, body, now)).find((one) => one.version === version);
  const stored = await versionOf(tx, body, version);
  if (summary === undefined || stored === undefined) throw rulebookError('VERSION_NOT_FOUND', version.slice(0, 60));
  return { ...summary, source: stored.source };
}

interface Place {
  /** The one that took, or will take, its place. */
  readonly next: VersionFacts | undefined;
  readonly by: Adopters | undefined;
  readonly now: Date;
}

function summaryOf(facts: VersionFacts, { next, by, now }: Place): VersionSummary {
  const person = (id: string | undefined, name: string | undefined): PersonName | null =>
    id === undefined || name === undefined ? null : { id, name };
  return {
    version: facts.version,
    title: facts.title,
    state:
      facts.in_force_since > now ? 'scheduled' : next !== undefined && next.in_force_since <= now ? 'past' : 'in-force',
    act: facts.act,
    actDate: facts.act_date,
    adoptedAt: facts.adopted_at.toISOString(),
    inForceSince: facts.in_force_since.toISOString(),
    inForceUntil: next?.in_force_since.toISOString() ?? null,
    proposedBy: person(by?.proposed_by, by?.proposed_by_name),
    approvedBy: person(by?.approved_by, by?.approved_by_name),
    changeNote: facts.change_note,
    digest: facts.digest,
    draft: by?.draft_id ?? null,
  };
}

/** What the next version may be called: one more than the highest number, or than the last number of the newest name. */
export function nextVersion(versions: readonly string[]): string {
  const numbers = versions.filter((version) => /^\d+$/.test(version)).map(Number);
  if (numbers.length > 0) return String(Math.max(...numbers) + 1);
  const newest = versions[0] ?? '0';
  for (let step = 1; ; step++) {
    const candidate = newest.replace(/\d+(?!.*\d)/, (last) => String(Number(last) + step));
    const named = candidate === newest ? `${newest} (${step + 1})` : candidate;
    if (!versions.includes(named)) return named;
  }
}

/** The name under which a version is kept as a file: `regione-calabria.v2.policy.md`. */
export const fileNameOf = (body: string, version: string): string =>
  `${body}.v${version.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 60)}.policy.md`;
