// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { type CompiledPolicy, compile, parse } from '#policy';
import { rulebookError } from './errors.ts';
import { type StoredVersion, versionInForce } from './store.ts';

/** A body's policy as adopted, ready to judge with. */
export interface PolicyInForce {
  readonly version: string;
  readonly title: string;
  readonly act: string;
  readonly inForceSince: Date;
  readonly source: string;
  readonly compiled: CompiledPolicy;
}

// A version never changes once adopted, so what was compiled from it stays good for as long as the process lives.
const compiledVersions = new Map<string, PolicyInForce>();

/** The policy in force in a body at a moment; throws NO_POLICY where there is none. */
export async function inForce(tx: Tx, body: string, now: Date): Promise<PolicyInForce> {
  const stored = await versionInForce(tx, body, now);
  if (stored === undefined) throw rulebookError('NO_POLICY', body);
  const key = `${body}:${stored.version}:${stored.digest}`;
  const known = compiledVersions.get(key);
  if (known !== undefined) return known;
  const fresh = compiledFrom(stored);
  compiledVersions.set(key, fresh);
  return fresh;
}

function compiledFrom(stored: StoredVersion): PolicyInForce {
  const { policy } = parse(stored.source, `${stored.body}@${stored.version}`);
  if (policy === undefined) throw rulebookError('POLICY_REFUSED', `${stored.body} ${stored.version}`);
  return {
    version: stored.version,
    title: stored.title,
    act: stored.act,
    inForceSince: stored.in_force_since,
    source: stored.source,
    compiled: compile(policy, { choices: stored.choices }),
  };
}
