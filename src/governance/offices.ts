// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { type Clock, newId } from '#kernel';
import type { Database, Tx } from '#platform';
import type { Actor } from './authorise.ts';
import { governanceError } from './errors.ts';
import type { OfficeRequest } from './office-contract.ts';
import { insertOffice, lockOffices, type Office, officeById, officesOf, updateOffice } from './office-store.ts';

// The parts of a body that receive what the desk hands over. Their addresses are the body's own, not a person's.

interface Ports {
  readonly database: Database;
  readonly clock: Clock;
}

interface ByWhom {
  readonly body: string;
  readonly actor: Actor;
}

const KINDS: Record<OfficeRequest['kind'], string> = {
  urp: 'relazioni con il pubblico',
  secretariat: 'segreteria',
  press: 'ufficio stampa',
  service: 'servizio',
  disciplinary: 'ufficio disciplinare',
  other: 'altro ufficio',
};

/** Enters an office. Throws OFFICE_EXISTS. Returns its id. */
export async function openOffice(ports: Ports, { body, actor }: ByWhom, office: OfficeRequest): Promise<string> {
  return ports.database.inBody(body, async (tx) => {
    await lockOffices(tx, body);
    await refuseSameName(tx, body, office.name);
    const now = ports.clock.now();
    const id = newId();
    await insertOffice(tx, { id, body, ...rowOf(office), at: now, closed_at: null });
    await tell(tx, { body, actor, now, id, kind: 'office.opened', office, verb: 'Registrato' });
    return id;
  });
}

/** Writes an office anew. Throws OFFICE_NOT_FOUND, OFFICE_EXISTS. */
export async function changeOffice(
  ports: Ports,
  { body, actor, id }: ByWhom & { readonly id: string },
  office: OfficeRequest,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    await lockOffices(tx, body);
    await kept(tx, id);
    await refuseSameName(tx, body, office.name, id);
    await updateOffice(tx, id, rowOf(office));
    await tell(tx, { body, actor, now: ports.clock.now(), id, kind: 'office.changed', office, verb: 'Modificato' });
  });
}

/** From then on nothing is handed to it; what was, stays. Throws OFFICE_NOT_FOUND. */
export async function closeOffice(ports: Ports, { body, actor, id }: ByWhom & { readonly id: string }): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    await lockOffices(tx, body);
    const office = await kept(tx, id);
    const now = ports.clock.now();
    await updateOffice(tx, id, { closed_at: now });
    await tell(tx, { body, actor, now, id, kind: 'office.closed', office, verb: 'Tolto dall’elenco' });
  });
}

const rowOf = ({ name, kind, email, opening, substitutes, alsoNamed }: OfficeRequest) => ({
  ...{ name, kind, email, substitutes: [...substitutes], also_named: [...alsoNamed] },
  opening: opening === null ? null : JSON.stringify(opening),
});

async function kept(tx: Tx, id: string): Promise<Office> {
  const office = await officeById(tx, id);
  if (office === undefined || office.closed_at !== null) throw governanceError('OFFICE_NOT_FOUND');
  return office;
}

async function refuseSameName(tx: Tx, body: string, name: string, but?: string): Promise<void> {
  const same = (await officesOf(tx, body)).find(
    (other) => other.id !== but && other.name.toLowerCase() === name.toLowerCase(),
  );
  if (same !== undefined) throw governanceError('OFFICE_EXISTS', name);
}

interface Telling extends ByWhom {
  readonly now: Date;
  readonly id: string;
  readonly kind: string;
  readonly office: Pick<OfficeRequest, 'name' | 'kind' | 'email'>;
  readonly verb: string;
}

const tell = (tx: Tx, { body, actor, now, id, kind, office, verb }: Telling): Promise<void> =>
  record(tx, body, now, {
    kind,
    subject: id,
    person: actor,
    grounds: [],
    policyVersion: null,
    summary: `${verb} l’ufficio «${office.name}» (${KINDS[office.kind]})${office.email === null ? ', senza indirizzo' : ''}`,
    facts: { office: id, name: office.name, kind: office.kind, email: office.email },
  });
