// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Actor, officesOf, openOffice } from '#governance';
import { officesNamed } from '#policy';
import { inForce } from '#rulebook';
import type { Portavoce } from '../portavoce.ts';
import { DEMO_BODIES } from './cast.ts';

/** The offices that each policy names, without addresses: in a demonstration nothing is written to anybody. */
export async function openDemoOffices({ ports }: Pick<Portavoce, 'ports'>, head: Actor): Promise<void> {
  const { database, clock } = ports;
  for (const { slug: body } of DEMO_BODIES) {
    const named = await database.inBody(body, async (tx) => {
      if ((await officesOf(tx, body)).length > 0) return [];
      return officesNamed((await inForce(tx, body, clock.now())).compiled);
    });
    for (const { name } of named)
      await openOffice(
        ports,
        { body, actor: head },
        { ...{ name, kind: 'other', email: null, opening: null }, substitutes: [], alsoNamed: [] },
      );
  }
}
