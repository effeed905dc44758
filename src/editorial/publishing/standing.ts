// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { MayStillGo } from '#delivery';
import { CodedError, isId } from '#kernel';
import type { Tx } from '#platform';
import type { Reading } from '../drafting/reading.ts';
import { versionOf } from '../drafting/store.ts';
import type { EditorialPorts } from '../ports.ts';
import { type Outing, outingById, outingsOf, publicationById, updateOuting } from './store.ts';
import { verifiedAs } from './verified.ts';

type ReadingPorts = Pick<EditorialPorts, 'clock' | 'url' | 'vault'>;

/** What would go out of an outing now, or why it may not any more, in Italian. */
export type Standing = { readonly reading: Reading } | { readonly why: string };

/** Holds what an outing is of against its approval, the checks and the policy in force. */
export async function standingOf(ports: ReadingPorts, tx: Tx, outing: Outing): Promise<Standing> {
  const publication = outing.publication_id === null ? undefined : await publicationById(tx, outing.publication_id);
  const version = publication && (await versionOf(tx, outing.draft_id, publication.version));
  if (publication === undefined || version === undefined) return { why: 'La pubblicazione da ripetere non si trova.' };
  try {
    return { reading: await verifiedAs(ports, tx, { version, publication }) };
  } catch (error) {
    if (!(error instanceof CodedError) || error.status >= 500) throw error;
    return { why: `${error.message}.` };
  }
}

/**
 * Asked by delivery at the moment of sending: a post or a correction that waited goes only while its approval stands, under the
 * policy that is in force then. Why it does not is written beside it, and in the record.
 */
export async function stillApproved(
  ports: ReadingPorts,
  tx: Tx,
  { body, cause, type }: Parameters<MayStillGo>[1],
): Promise<string | null> {
  if (type !== 'publish' && type !== 'edit-post') return null;
  const outing = isId(cause) ? await outingById(tx, cause) : undefined;
  if (outing === undefined) return null;
  const standing = await standingOf(ports, tx, outing);
  if ('reading' in standing) return null;
  const { why } = standing;
  await updateOuting(tx, outing.id, { state: 'stopped', why });
  for (const { id, repeats, state } of await outingsOf(tx, outing.draft_id))
    if (repeats === outing.id && state === 'waiting')
      await updateOuting(tx, id, { state: 'stopped', why: 'L’originale è stato fermato prima di uscire.' });
  await record(tx, body, ports.clock.now(), {
    kind: 'editorial.held-back',
    subject: outing.draft_id,
    person: null,
    grounds: [],
    policyVersion: null,
    summary: 'Fermata al momento di inviarla una scrittura che non è più approvata',
    facts: { outing: outing.id, account: outing.account_id, act: outing.act },
  });
  return why;
}
