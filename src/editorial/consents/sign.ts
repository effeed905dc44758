// SPDX-License-Identifier: AGPL-3.0-or-later

import type { z } from 'zod';
import { record } from '#audit';
import { editorialError } from '../errors.ts';
import type { EditorialPorts, OnDraft } from '../ports.ts';
import type { ConsentDetail, Signature } from './contract.ts';
import { dayInRome } from './reading.ts';
import { keyOf, openEntry, rowOfSigner, sealWords } from './sealing.ts';
import { codeOf } from './standing.ts';
import { insertSignatures, lockSubject, storedByIds } from './store.ts';
import { detailIn } from './view.ts';

const MOST_SIGNATURES = 10;

/**
 * Adds the signature that an entry lacked; of whoever signed already nothing is added, so that a second parent is another person.
 * Throws CONSENT_NOT_FOUND, CONSENT_WITHDRAWN, CONSENT_INCOMPLETE.
 */
export async function addSignature(
  ports: EditorialPorts,
  { body, actor, id }: OnDraft,
  { by, name, on }: z.infer<typeof Signature>,
): Promise<ConsentDetail> {
  return ports.database.inBody(body, async (tx) => {
    const [known] = await storedByIds(tx, [id]);
    const subject = known && (await lockSubject(tx, known.subject.id));
    const [stored] = await storedByIds(tx, [id]);
    if (subject === undefined || stored === undefined) throw editorialError('CONSENT_NOT_FOUND');
    const key = keyOf(ports.vault, subject);
    const opened = openEntry(ports.vault, stored);
    if (key === null || opened === null || stored.withdrawal !== null) throw editorialError('CONSENT_WITHDRAWN');
    const at = ports.clock.now();
    if (on > dayInRome(at)) throw editorialError('CONSENT_INCOMPLETE', 'una data che non sia nel futuro');
    const nth = stored.signatures.length;
    if (nth >= MOST_SIGNATURES) throw editorialError('CONSENT_INCOMPLETE', 'le firme sono già dieci');
    const signed = opened.signers.some((signer) => sameName(signer, name));
    if (signed) return detailIn(ports, tx, { body, actor, id });
    const sealed = sealWords(key, name.trim(), rowOfSigner(id, nth));
    await insertSignatures(tx, [{ consent_id: id, body, nth, by, signed_on: on, sealed }]);
    await record(tx, body, at, {
      kind: 'editorial.consent-signed',
      subject: id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Aggiunta una firma alla voce ${codeOf(id)}`,
      facts: { consent: id, by, on },
    });
    return detailIn(ports, tx, { body, actor, id });
  });
}

const sameName = (one: string, other: string): boolean =>
  one.trim().localeCompare(other.trim(), 'it', { sensitivity: 'base' }) === 0;
