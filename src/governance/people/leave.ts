// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { Actor } from '../authorise.ts';
import { governanceError } from '../errors.ts';
import { endIdentities } from '../provider/store.ts';
import { endTokensOf } from '../tokens/store.ts';
import type { DepartureView } from './contract.ts';
import { insertDeparture, lockTask, settleTask } from './departure-store.ts';
import { lockHeads, refuseLastHead } from './end.ts';
import { groundsOf, personHere } from './give.ts';
import type { ByHand, ByWhom, PeoplePorts } from './ports.ts';
import { endMandates, endSessions, voidInvitations } from './store.ts';

const NOTHING: DepartureView['closed'] = {
  mandates: 0,
  sessions: 0,
  claims: 0,
  authorisations: 0,
  links: 0,
  tokens: 0,
};

/**
 * Somebody leaves the body: in one act their mandates, sessions, links and what other modules hold of them are closed, and what
 * remains to be done by hand is listed, in the record too. Throws PERSON_NOT_HERE, MANDATE_OWN, LAST_HEAD.
 */
export async function leave(
  ports: PeoplePorts,
  { body, actor, person: id }: ByWhom & { readonly person: string },
  reason: string,
): Promise<void> {
  if (id === actor.id) throw governanceError('MANDATE_OWN');
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    await lockHeads(tx, body);
    const person = await personHere(tx, body, id);
    await refuseLastHead(tx, { body, person: id, now });
    await closeAll(ports, tx, { body, person, by: actor, reason, now });
  });
}

interface Closing {
  readonly body: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly now: Date;
  /** Null: the term of the last mandate passed. */
  readonly by: Actor | null;
  readonly reason: string | null;
}

/** In the caller's transaction. */
export async function closeAll(ports: PeoplePorts, tx: Tx, closing: Closing): Promise<void> {
  const { body, person, now, by, reason } = closing;
  const mandates = await endMandates(tx, { body, person: person.id, at: now });
  const sessions = await endSessions(tx, person.id);
  const links = await voidInvitations(tx, body, person.id);
  const tokens = await endTokensOf(tx, { body, person: person.id, at: now, by });
  await endIdentities(tx, { body, person: person.id, at: now });
  let closed = { ...NOTHING, mandates, sessions, links, tokens };
  const byHand: ByHand[] = [];
  for (const holder of ports.holders) {
    const left = await holder(tx, { body, person, now, by });
    closed = { ...closed, ...left.closed };
    byHand.push(...left.byHand);
  }
  const departure = newId();
  await insertDeparture(
    tx,
    {
      ...{ id: departure, body, person: person.id, person_name: person.name, at: now },
      ...{ why: by === null ? 'term' : 'act', reason, closed: JSON.stringify(closed) },
      ...{ done_by: by?.id ?? null, done_by_name: by?.name ?? null },
    },
    byHand.map(({ kind, network, account, words }) => ({
      ...{ id: newId(), body, departure_id: departure, kind, network, account_id: account, words },
      ...{ done_at: null, done_by: null, done_by_name: null },
    })),
  );
  const how = by === null ? 'È finito l’ultimo incarico di' : 'Ha lasciato l’ente';
  await record(tx, body, now, {
    kind: 'person.left',
    subject: person.id,
    person: by,
    grounds: await groundsOf(ports, tx, { body, now }),
    policyVersion: null,
    summary: `${how} ${person.name}: chiusi incarichi ${closed.mandates}, accessi aperti ${closed.sessions}, gettoni ${closed.tokens}, pratiche lasciate ${closed.claims}; da fare a mano ${byHand.length}`,
    facts: { departure, person: person.id, reason, closed, byHand },
  });
}

/** Something of the list was done by hand; repeated, changes nothing. Throws TASK_NOT_FOUND. */
export async function taskDone(
  ports: PeoplePorts,
  { body, actor, id }: ByWhom & { readonly id: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const task = await lockTask(tx, id);
    if (task === undefined) throw governanceError('TASK_NOT_FOUND');
    if (task.done_at !== null) return;
    const now = ports.clock.now();
    await settleTask(tx, id, { at: now, by: actor });
    await record(tx, body, now, {
      kind: 'departure.task-done',
      subject: task.departure_id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Fatto a mano dopo un’uscita: ${task.words}`,
      facts: { task: id, kind: task.kind, network: task.network, account: task.account_id },
    });
  });
}
