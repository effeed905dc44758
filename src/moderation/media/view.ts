// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Item, itemById } from '#inbox';
import type { Tx } from '#platform';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { type Case, caseById, latestJudgement } from '../store.ts';
import type { CaseMedia } from './contract.ts';
import { copyMedia, type OfCase } from './copy.ts';
import { extensionOf } from './known-types.ts';
import { isHardToLookAt, mayBeCopied } from './may-be-copied.ts';
import { openAlts, openBytes } from './sealing.ts';
import { askingOf, copiesOf, copyById } from './store.ts';

type ViewPorts = Pick<ModerationPorts, 'database' | 'clock' | 'vault'>;

/** What came with an item, copied where it was not yet. Throws CASE_NOT_FOUND. */
export async function caseMedia(ports: ViewPorts, of: OfCase): Promise<CaseMedia> {
  const progress = await copyMedia(ports, of);
  return ports.database.inBody(of.body, async (tx) => {
    const { row, item } = await inSight(tx, of.caseId);
    const judged = await latestJudgement(tx, row.id);
    const grave = judged === undefined || isHardToLookAt(row, judged);
    const nothing = (state: CaseMedia['state']): CaseMedia => ({ state, grave, pieces: [] });
    if (!(await mayBeCopied(tx, { row, item }))) return nothing('withheld');
    if (!item.has_media) return nothing('none');
    if (item.purged_at !== null) return nothing('purged');
    const asked = await askingOf(tx, item);
    const copies = await copiesOf(tx, item);
    const alts = await openAlts({ tx, vault: ports.vault }, copies);
    return {
      state: progress === 'pending' ? 'pending' : (asked?.state ?? 'failed'),
      grave,
      pieces: copies.map(({ id, kind, state, type, bytes }) => ({
        ...{ id, kind, state, type, bytes, alt: alts.get(id) ?? null },
      })),
    };
  });
}

async function inSight(tx: Tx, caseId: string): Promise<{ readonly row: Case; readonly item: Item }> {
  const row = await caseById(tx, caseId);
  const item = row && (await itemById(tx, row.item_id));
  if (row === undefined || item === undefined) throw moderationError('CASE_NOT_FOUND');
  return { row, item };
}

export interface MediaFile {
  readonly bytes: Buffer;
  readonly type: string;
  /** For whoever saves it: nothing of the network's or the author's own name for it. */
  readonly name: string;
}

/** The copied bytes of one piece. Throws CASE_NOT_FOUND, MEDIA_NOT_FOUND. */
export async function mediaFile(ports: ViewPorts, of: OfCase & { readonly media: string }): Promise<MediaFile> {
  return ports.database.inBody(of.body, async (tx) => {
    const { row, item } = await inSight(tx, of.caseId);
    const copy = await copyById(tx, of.media);
    const isHere = copy !== undefined && copy.item_id === item.id && item.purged_at === null;
    if (!isHere || copy.sealed === null || copy.type === null || !(await mayBeCopied(tx, { row, item })))
      throw moderationError('MEDIA_NOT_FOUND');
    const { id: media, body, subject, sealed, type, position } = copy;
    const bytes = await openBytes({ tx, vault: ports.vault }, { media, body, subject, sealed });
    if (bytes === null) throw moderationError('MEDIA_NOT_FOUND');
    return { bytes, type, name: `pratica-${row.number}-allegato-${position + 1}.${extensionOf(type)}` };
  });
}
