// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { governanceError } from '../errors.ts';
import type { EntryRequest } from './contract.ts';
import { giveIn, personHere } from './give.ts';
import { makeLink } from './link.ts';
import type { ByWhom, PeoplePorts } from './ports.ts';
import { bodiesOfPerson, hasPassword, insertPerson, lockEmail, personByEmail, type StoredPerson } from './store.ts';

export interface HasEntered {
  readonly person: string;
  /** To be carried by hand, told this once; null: it goes by letter, or none is needed. */
  readonly link: string | null;
}

/**
 * The body takes somebody in, with their first mandate and a link by which they set their own password. Whoever has one, from
 * another body, keeps it and their name. Throws as `giveIn`.
 */
export async function enter(
  ports: PeoplePorts,
  { body, actor }: ByWhom,
  { name, email: written, mandate }: EntryRequest,
): Promise<HasEntered> {
  const email = written.toLowerCase();
  const elsewhere = await isElsewhere(ports, { body, email });
  return ports.database.inBody(body, async (tx) => {
    await lockEmail(tx, email);
    const known = await personByEmail(tx, email);
    const person = known ?? (await newPerson(ports, tx, { by: { body, actor }, name, email }));
    await giveIn(ports, tx, { body, actor, person, request: mandate });
    const needsLink = !(await hasPassword(tx, person.id)) && (ports.mail.possible || !elsewhere);
    return { person: person.id, link: needsLink ? await makeLink(ports, tx, { body, actor, person }) : null };
  });
}

async function newPerson(
  ports: PeoplePorts,
  tx: Tx,
  { by, name, email }: { readonly by: ByWhom; readonly name: string; readonly email: string },
): Promise<StoredPerson> {
  const now = ports.clock.now();
  const person = { id: newId(), name, email };
  await insertPerson(tx, person, now);
  await record(tx, by.body, now, {
    kind: 'person.entered',
    subject: person.id,
    person: by.actor,
    grounds: [],
    policyVersion: null,
    summary: `Registrata la persona ${name}`,
    facts: { person: person.id, name },
  });
  return person;
}

/**
 * A new link for somebody of the body, who forgot their password or never had one; the earlier one opens nothing any more.
 * Throws PERSON_NOT_HERE, LINK_BY_LETTER_ONLY.
 */
export async function linkAgain(
  ports: PeoplePorts,
  { body, actor, person: id }: ByWhom & { readonly person: string },
): Promise<HasEntered> {
  const elsewhere = await isElsewhere(ports, { body, id });
  return ports.database.inBody(body, async (tx) => {
    const person = await personHere(tx, body, id);
    // INVARIANT: nobody in one body gets into another by a link for a person who works in both.
    if (elsewhere && !ports.mail.possible) throw governanceError('LINK_BY_LETTER_ONLY');
    return { person: id, link: await makeLink(ports, tx, { body, actor, person }) };
  });
}

/** Whether a person has or had to do with another body too: they themselves see all their mandates. */
export async function isElsewhere(
  { database, clock }: Pick<PeoplePorts, 'database' | 'clock'>,
  { body, ...who }: { readonly body: string } & ({ readonly email: string } | { readonly id: string }),
): Promise<boolean> {
  const id = 'id' in who ? who.id : (await database.outside((tx) => personByEmail(tx, who.email)))?.id;
  if (id === undefined) return false;
  const bodies = await database.asPerson(id, (tx) => bodiesOfPerson(tx, id, clock.now()));
  return bodies.some((one) => one !== body);
}
