// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { clauseNumbersIn } from '#policy';
import type { VersionSummary } from '../contract.ts';
import { sourcesOf } from '../store.ts';

// A version never changes, and anybody may ask for any number: each text is gone through once, and its numbers are kept.
const publicIds = new Map<string, ReadonlySet<string>>();
/** Texts are long: no more of them at a time. */
const AT_ONCE = 20;

const keyOf = (body: string, { version, digest }: Pick<VersionSummary, 'version' | 'digest'>): string =>
  `${body}:${version}:${digest}`;

/** The first of these versions whose public part has the clause. */
export async function publicVersionWith(
  tx: Tx,
  { body, clause }: { readonly body: string; readonly clause: string },
  versions: readonly VersionSummary[],
): Promise<string | undefined> {
  const unread = versions.filter((one) => !publicIds.has(keyOf(body, one)));
  for (let start = 0; start < unread.length; start += AT_ONCE) {
    const names = unread.slice(start, start + AT_ONCE).map(({ version }) => version);
    for (const stored of await sourcesOf(tx, body, names))
      publicIds.set(keyOf(body, stored), new Set(clauseNumbersIn(stored.source, 'external')));
  }
  return versions.find((one) => publicIds.get(keyOf(body, one))?.has(clause))?.version;
}
