// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { editorialError } from '../errors.ts';
import type { DraftState } from './contract.ts';
import { type Draft, lockDraft, type Version, versionOf } from './store.ts';

export interface Held {
  readonly draft: Draft;
  readonly version: Version;
}

/** The draft, locked, with the version that stands. Throws CONTENT_NOT_FOUND. */
export async function hold(tx: Tx, id: string): Promise<Held> {
  const draft = await lockDraft(tx, id);
  const version = draft && (await versionOf(tx, id, draft.version));
  if (draft === undefined || version === undefined) throw editorialError('CONTENT_NOT_FOUND');
  return { draft, version };
}

/** The same, of the version that was read and in one of these states. Throws NOT_WHAT_WAS_READ, CONTENT_NOT_OPEN. */
export async function holdAsRead(
  tx: Tx,
  { id, version: read }: { readonly id: string; readonly version: number },
  states: readonly DraftState[],
): Promise<Held> {
  const held = await hold(tx, id);
  if (held.draft.version !== read) throw editorialError('NOT_WHAT_WAS_READ');
  if (!states.includes(held.draft.state)) throw editorialError('CONTENT_NOT_OPEN');
  return held;
}
