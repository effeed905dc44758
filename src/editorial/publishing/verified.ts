// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { holdRulebook } from '#rulebook';
import { contentDigest } from '../approving/digest.ts';
import { refusalOf } from '../approving/stands.ts';
import { type Approval, approvalById } from '../approving/store.ts';
import { type Reading, readContent, refuseUnlessReady } from '../drafting/reading.ts';
import type { Version } from '../drafting/store.ts';
import { editorialError } from '../errors.ts';
import { digestsNow } from '../media/showing.ts';
import type { EditorialPorts } from '../ports.ts';
import type { Publication } from './store.ts';

/**
 * The content as it may go out at this moment: the digest made anew from what is stored, bytes included, and held against the
 * approval; the checks run again under the policy in force, which is held to the end of the transaction. Writes nothing, so that
 * who catches its refusal may go on.
 */
export async function verified(
  ports: Pick<EditorialPorts, 'clock' | 'url' | 'vault'>,
  tx: Tx,
  { version, approval }: { readonly version: Version; readonly approval: Approval | undefined },
): Promise<Reading> {
  const { body, content } = version;
  await holdRulebook(tx, body);
  const reading = await readContent(ports, tx, { body, content });
  const media = await digestsNow(tx, reading);
  const { policyVersion } = reading;
  const refusal = refusalOf(approval, { content, media, policyVersion, now: ports.clock.now() });
  if (refusal !== null) throw editorialError(refusal);
  refuseUnlessReady(reading);
  return reading;
}

/**
 * The same of a publication: what was approved is held against its approval; what one person corrected at once, and nobody approved
 * yet, is what they wrote and the checks let through.
 */
export async function verifiedAs(
  ports: Pick<EditorialPorts, 'clock' | 'url' | 'vault'>,
  tx: Tx,
  { version, publication }: { readonly version: Version; readonly publication: Publication },
): Promise<Reading> {
  const { approval_id: approval } = publication;
  if (approval !== null) return verified(ports, tx, { version, approval: await approvalById(tx, approval) });
  const { body, content } = version;
  await holdRulebook(tx, body);
  const reading = await readContent(ports, tx, { body, content });
  const media = await digestsNow(tx, reading);
  if (contentDigest(content, media) !== version.digest) throw editorialError('APPROVAL_OF_ANOTHER');
  refuseUnlessReady(reading);
  return reading;
}
