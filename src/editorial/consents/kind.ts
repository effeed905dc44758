// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import type { Acting, EditorialPorts } from '../ports.ts';
import { choiceOf, insertChoice } from './store.ts';

/** Whoever leads says whether the body is a public one: of those, consent is rarely a ground. Said again it changes nothing. */
export async function chooseKind(
  { database, clock }: EditorialPorts,
  { body, actor }: Acting,
  kind: 'public' | 'private',
): Promise<void> {
  await database.inBody(body, async (tx) => {
    if ((await choiceOf(tx, body))?.kind === kind) return;
    const at = clock.now();
    const id = newId();
    await insertChoice(tx, { id, body, kind, by: actor.id, by_name: actor.name, at });
    await record(tx, body, at, {
      kind: 'editorial.consent-kind-chosen',
      subject: id,
      person: actor,
      grounds: ['art. 6 Reg. (UE) 2016/679', 'art. 2-ter D.Lgs. 196/2003'],
      policyVersion: null,
      summary: `Detto per le basi giuridiche: l’ente è ${kind === 'public' ? 'pubblico' : 'privato'}`,
      facts: { kind },
    });
  });
}
