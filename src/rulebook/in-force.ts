// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { type CompiledPolicy, compile, feastsOf, type HolidayCalendar, type PolicyDocument, parse } from '#policy';
import { choicesAt, type RecordedChoices, recordingsOf } from './choices.ts';
import { rulebookError } from './errors.ts';
import { type StoredVersion, type VersionFacts, versionInForce, versionOf } from './store.ts';

/** A body's policy as adopted, with what was recorded beside it, ready to judge with. */
export interface PolicyInForce {
  readonly version: string;
  readonly title: string;
  readonly act: string;
  readonly inForceSince: Date;
  readonly source: string;
  /** Says by its digest what exactly judged: the text, and what was recorded up to that moment. */
  readonly compiled: CompiledPolicy;
}

interface Read {
  readonly source: string;
  readonly document: PolicyDocument;
}

// A version never changes once adopted, so what was read of it stays good for as long as the process lives. Of what was
// compiled, only the latest state of each version: earlier ones are asked for no more.
const readVersions = new Map<string, Read>();
const compiledVersions = new Map<string, { readonly state: string; readonly compiled: CompiledPolicy }>();

/** The policy in force in a body at a moment; throws NO_POLICY where there is none. */
export async function inForce(tx: Tx, body: string, now: Date): Promise<PolicyInForce> {
  const policy = await inForceIfAny(tx, body, now);
  if (policy === undefined) throw rulebookError('NO_POLICY', body);
  return policy;
}

/** The public holidays of a body at a moment, for whatever counts days: those of the country, and those that it recorded. */
export async function feastsIn(
  tx: Tx,
  body: string,
  { now, national }: { readonly now: Date; readonly national: HolidayCalendar },
): Promise<HolidayCalendar> {
  const policy = await inForceIfAny(tx, body, now);
  return policy === undefined ? national : feastsOf(policy.compiled, national);
}

/** The same, undefined where there is none. */
export async function inForceIfAny(tx: Tx, body: string, now: Date): Promise<PolicyInForce | undefined> {
  const facts = await versionInForce(tx, body, now);
  if (facts === undefined) return undefined;
  const read = await readVersion(tx, facts);
  const { version, title, act, in_force_since: inForceSince } = facts;
  const compiled = await asRecorded(tx, facts, { read, now });
  return { version, title, act, inForceSince, source: read.source, compiled };
}

/** Any version adopted by a body, whether in force or not, as the text alone says it; throws VERSION_NOT_FOUND. */
export async function adoptedVersion(tx: Tx, body: string, version: string): Promise<PolicyInForce> {
  const stored = await versionOf(tx, body, version);
  if (stored === undefined) throw rulebookError('VERSION_NOT_FOUND', version.slice(0, 60));
  const { document, source } = pastReading(stored);
  const { title, act, in_force_since: inForceSince, choices } = stored;
  return { version, title, act, inForceSince, source, compiled: compile(document, { choices }) };
}

// Anybody may ask for any earlier version, again and again; the last ones asked for are not read anew.
const pastVersions = new Map<string, Read>();
const PAST_KEPT = 16;

function pastReading(stored: StoredVersion): Read {
  const key = keyOf(stored);
  const read = readVersions.get(key) ?? pastVersions.get(key) ?? readOf(stored);
  pastVersions.delete(key);
  pastVersions.set(key, read);
  for (const oldest of [...pastVersions.keys()].slice(0, -PAST_KEPT)) pastVersions.delete(oldest);
  return read;
}

const keyOf = ({ body, version, digest }: VersionFacts): string => `${body}:${version}:${digest}`;

async function readVersion(tx: Tx, facts: VersionFacts): Promise<Read> {
  const known = readVersions.get(keyOf(facts));
  if (known !== undefined) return known;
  const stored = await versionOf(tx, facts.body, facts.version);
  if (stored === undefined) throw rulebookError('NO_POLICY', facts.body);
  const read = readOf(stored);
  readVersions.set(keyOf(facts), read);
  return read;
}

function readOf({ source, body, version }: StoredVersion): Read {
  const { policy } = parse(source, `${body}@${version}`);
  if (policy === undefined) throw rulebookError('POLICY_REFUSED', `${body} ${version}`);
  return { source, document: policy };
}

async function asRecorded(
  tx: Tx,
  facts: VersionFacts,
  { read, now }: { readonly read: Read; readonly now: Date },
): Promise<CompiledPolicy> {
  const recordings = await recordingsOf(tx, facts.body);
  const ids = new Set(
    read.document.parts.flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses)).map(({ id }) => id),
  );
  const choices: RecordedChoices = choicesAt(facts.choices, recordings, { now, has: (clause) => ids.has(clause) });
  const state = JSON.stringify(choices);
  const known = compiledVersions.get(keyOf(facts));
  if (known?.state === state) return known.compiled;
  const compiled = compile(read.document, { choices });
  compiledVersions.set(keyOf(facts), { state, compiled });
  return compiled;
}
