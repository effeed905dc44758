// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { openWith, sealWith } from '#platform';
import { editorialError } from '../errors.ts';
import { knownMedia } from '../media/known-media.ts';
import type { EditorialPorts, OnDraft } from '../ports.ts';
import type { ConsentDetail } from './contract.ts';
import { keyOf, placeOfDocument } from './sealing.ts';
import { codeOf } from './standing.ts';
import { documentOf, insertDocument, lockSubject, storedByIds } from './store.ts';
import { detailIn } from './view.ts';

/** What the desk takes of one paper. */
export const DOCUMENT_MOST_BYTES = 10 * 1024 ** 2;

/** By its first bytes; null: nothing that a scanner makes. */
export function documentType(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  if (start === '%PDF-') return 'application/pdf';
  const type = knownMedia(bytes)?.type;
  return type === 'image/jpeg' || type === 'image/png' ? type : null;
}

/** Keeps the signed paper of an entry, sealed; there is one and it is not replaced. */
export async function keepDocument(
  ports: EditorialPorts,
  { body, actor, id }: OnDraft,
  content: Buffer,
): Promise<ConsentDetail> {
  const type = documentType(content);
  if (type === null) throw editorialError('CONSENT_DOCUMENT_TYPE');
  return ports.database.inBody(body, async (tx) => {
    const [known] = await storedByIds(tx, [id]);
    const subject = known && (await lockSubject(tx, known.subject.id));
    if (subject === undefined) throw editorialError('CONSENT_NOT_FOUND');
    const key = keyOf(ports.vault, subject);
    if (key === null) throw editorialError('CONSENT_WITHDRAWN');
    if ((await documentOf(tx, id)) !== undefined) throw editorialError('CONSENT_DOCUMENT_KEPT');
    const at = ports.clock.now();
    const sealed = sealWith(key, content, placeOfDocument(id));
    await insertDocument(tx, { consent_id: id, body, type, bytes: content.length, sealed, kept_by: actor.id, at });
    await record(tx, body, at, {
      kind: 'editorial.consent-paper-kept',
      subject: id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Allegato il documento firmato della voce ${codeOf(id)}`,
      facts: { consent: id, type, bytes: content.length },
    });
    return detailIn(ports, tx, { body, actor, id });
  });
}

/** The paper, opened; that it was read enters the record. Throws CONSENT_NOT_FOUND, CONSENT_DOCUMENT_NOT_FOUND. */
export async function readDocument(
  ports: EditorialPorts,
  { body, actor, id }: OnDraft,
): Promise<{ readonly type: string; readonly content: Buffer }> {
  return ports.database.inBody(body, async (tx) => {
    const [known] = await storedByIds(tx, [id]);
    if (known === undefined) throw editorialError('CONSENT_NOT_FOUND');
    const document = await documentOf(tx, id);
    const key = keyOf(ports.vault, known.subject);
    if (document === undefined || key === null) throw editorialError('CONSENT_DOCUMENT_NOT_FOUND');
    await record(tx, body, ports.clock.now(), {
      kind: 'editorial.consent-paper-read',
      subject: id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Letto il documento firmato della voce ${codeOf(id)}`,
      facts: { consent: id },
    });
    return { type: document.type, content: openWith(key, document.sealed, placeOfDocument(id)) };
  });
}
