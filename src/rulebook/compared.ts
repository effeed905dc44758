// SPDX-License-Identifier: AGPL-3.0-or-later
import { isId } from '#kernel';
import type { Tx } from '#platform';
import { compare, type PolicyDocument } from '#policy';
import { wellFormed } from './adopt.ts';
import type { Comparison } from './contract.ts';
import { draftById } from './drafting/store.ts';
import { rulebookError } from './errors.ts';
import type { RulebookPorts } from './ports.ts';
import { versionOf } from './store.ts';

/** What tells two texts of a body apart, each a version or a draft. A draft with mistakes cannot be compared. */
export async function compared(
  { database }: Pick<RulebookPorts, 'database'>,
  body: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Comparison> {
  const [before, after] = await database.inBody(
    body,
    async (tx) => [await named(tx, body, from), await named(tx, body, to)] as const,
  );
  return compare(before, after);
}

async function named(tx: Tx, body: string, name: string): Promise<PolicyDocument> {
  const version = await versionOf(tx, body, name);
  if (version !== undefined) return wellFormed(version.source, `${body}@${name}`, 'POLICY_REFUSED');
  if (!isId(name)) throw rulebookError('VERSION_NOT_FOUND', name.slice(0, 60));
  const draft = await draftById(tx, name);
  if (draft === undefined) throw rulebookError('DRAFT_NOT_FOUND');
  return wellFormed(draft.source, draft.name, 'DRAFT_HAS_MISTAKES');
}
