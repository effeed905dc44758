// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import { linksUnsaid } from '#policy';
import { inForce } from '#rulebook';
import { editorialError } from '../errors.ts';
import type { Acting, EditorialPorts } from '../ports.ts';
import type { CautionsView, PortalChoice } from './contract.ts';
import { insertPortal } from './store.ts';
import { cautionsIn } from './view.ts';

/** Says where contents lead under a clause that leaves it unsaid. Throws PORTAL_NOT_ASKED. */
export async function choosePortal(
  ports: EditorialPorts,
  { body, actor }: Acting,
  { clause, address, act }: PortalChoice,
): Promise<CautionsView> {
  return ports.database.inBody(body, async (tx) => {
    const [id, at] = [newId(), ports.clock.now()];
    const { compiled: policy, version } = await inForce(tx, body, at);
    if (!linksUnsaid(policy).some((one) => one.clause === clause)) throw editorialError('PORTAL_NOT_ASKED');
    await insertPortal(tx, { id, body, clause, address, act, at, chosen_by: actor.id, chosen_by_name: actor.name });
    await record(tx, body, at, {
      ...{ kind: 'editorial.portal', subject: id, person: actor, policyVersion: version, grounds: [clause] },
      summary: `Scelto l’indirizzo a cui rimandano i contenuti (${clause}): ${address}`,
      facts: { clause, address, act },
    });
    return cautionsIn(ports, tx, body);
  });
}
