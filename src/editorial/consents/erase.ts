// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { editorialError } from '../errors.ts';
import type { EditorialPorts, OnDraft } from '../ports.ts';
import type { ConsentDetail } from './contract.ts';
import { isThere } from './leaning.ts';
import { leaningOn } from './leaning-store.ts';
import { eraseSubject, lockSubject, storedByIds, storedOfSubject } from './store.ts';
import { detailIn } from './view.ts';

/**
 * Destroys the key of whoever an entry is about: name, signatures, reasons and papers of all their entries are no more, backups
 * included. Only when nothing leans on any of them. Throws CONSENT_NOT_FOUND, CONSENT_IN_USE.
 */
export async function eraseConsent(ports: EditorialPorts, { body, actor, id }: OnDraft): Promise<ConsentDetail> {
  return ports.database.inBody(body, async (tx) => {
    const [known] = await storedByIds(tx, [id]);
    const subject = known && (await lockSubject(tx, known.subject.id));
    if (subject === undefined) throw editorialError('CONSENT_NOT_FOUND');
    if (subject.sealed_key === null) return detailIn(ports, tx, { body, actor, id });
    const entries = (await storedOfSubject(tx, subject.id)).map(({ consent }) => consent.id);
    const leaning = await leaningOn(tx, { body, entries, lock: true });
    if (leaning.some(({ copies, onItsWay }) => onItsWay || copies.some(isThere)))
      throw editorialError('CONSENT_IN_USE');
    const at = ports.clock.now();
    await eraseSubject(tx, subject.id, { at, by: actor.id });
    await record(tx, body, at, {
      kind: 'editorial.consent-erased',
      subject: id,
      person: actor,
      grounds: ['art. 17 Reg. (UE) 2016/679'],
      policyVersion: null,
      summary: 'Cancellati i dati di una persona o di un luogo dal registro delle liberatorie',
      facts: { of: subject.id, entries },
    });
    return detailIn(ports, tx, { body, actor, id });
  });
}
