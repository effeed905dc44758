// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { ModerationPorts } from '../ports.ts';
import type { EvidenceTermRequest } from './contract.ts';
import { insertTerm } from './store.ts';

/** For how long originals and files are kept from now on, by an act. What is already sealed keeps its own term. */
export async function chooseTerms(
  ports: ModerationPorts,
  { body, actor, request }: { readonly body: string; readonly actor: Actor; readonly request: EvidenceTermRequest },
): Promise<void> {
  const now = ports.clock.now();
  const { originalDays, dossierDays, act } = request;
  await ports.database.inBody(body, async (tx) => {
    const id = newId();
    await insertTerm(tx, {
      ...{ id, body, original_days: originalDays, dossier_days: dossierDays, act },
      ...{ person: actor.id, person_name: actor.name, at: now },
    });
    await record(tx, body, now, {
      kind: 'evidence.terms-chosen',
      subject: id,
      person: actor,
      grounds: [act],
      policyVersion: null,
      summary: `Scelto per quanto si conservano gli originali delle prove (${originalDays} giorni) e le raccolte (${dossierDays} giorni): ${act}`,
      facts: { originalDays, dossierDays, act },
    });
  });
}
