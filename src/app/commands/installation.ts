// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The program's own folder. */
export const ROOT = join(import.meta.dirname, '../../..');
export const MIGRATIONS = join(ROOT, 'migrations');

const POLICIES = join(ROOT, 'policies');
const ENDING = '.policy.md';

/** The policies that come with the installation: slug to file. */
export function ownPolicies(): ReadonlyMap<string, string> {
  const names = readdirSync(POLICIES).filter((name) => name.endsWith(ENDING));
  return new Map(names.sort().map((name) => [name.slice(0, -ENDING.length), join(POLICIES, name)]));
}
