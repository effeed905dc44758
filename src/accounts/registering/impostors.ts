// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { NETWORK_LABELS } from '#policy';
import { accountError } from '../errors.ts';
import { type AccountPorts, networkNamed } from '../ports.ts';
import type { ImpostorRequest, ImpostorSettlementRequest } from './contract.ts';
import { everyAccountOf } from './standing-store.ts';
import { type Impostor, impostorsOf, insertImpostor, lockImpostor, lockRegister, updateImpostor } from './store.ts';
import { clausesIn, policyHere, refuseSecrets, termsOf } from './terms.ts';

// Accounts that pass for the body's own. The record tells them by a fingerprint: somebody may be behind them.

interface ByWhom {
  readonly body: string;
  readonly actor: Actor;
}

/**
 * Somebody of the staff found an account that is not the body's: the case of it is open until it is reported on its network, by
 * hand, and its end is known. Returns its id. Throws NETWORK_UNKNOWN, IMPOSTOR_IS_OURS, IMPOSTOR_KNOWN,
 * SECRET_IN_TEXT.
 */
export async function noteImpostor(
  ports: AccountPorts,
  { body, actor, impostor }: ByWhom & { readonly impostor: ImpostorRequest },
): Promise<string> {
  const network = networkNamed(ports, impostor.network);
  return ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const { url, name, byStaff, note } = impostor;
    refuseSecrets([name, note]);
    const ours = (await everyAccountOf(tx, body)).some((one) => one.state !== 'closed' && isSamePage(one.url, url));
    if (ours) throw accountError('IMPOSTOR_IS_OURS');
    await lockRegister(tx, body);
    const isKnown = (await impostorsOf(tx, body)).some(
      (one) => (one.state === 'to-report' || one.state === 'reported') && isSamePage(one.url, url),
    );
    if (isKnown) throw accountError('IMPOSTOR_KNOWN');
    const policy = await policyHere(tx, body, now);
    const there = termsOf(policy, network);
    const about = byStaff ? (there.forbidden ?? there.unofficial) : termsOf(policy).unofficial;
    const id = newId();
    await insertImpostor(tx, {
      ...{ id, body, network, url, name, by_staff: byStaff, note, clause: about?.clause ?? null },
      ...{ policy_version: policy?.version ?? '', state: 'to-report', noticed_by: actor.id },
      ...{ noticed_by_name: actor.name, noticed_at: now, reference: null, reported_by_name: null, reported_at: null },
      ...{ settled_by_name: null, settled_at: null, settled_note: null },
    });
    await record(tx, body, now, {
      kind: 'account.impostor-noticed',
      subject: id,
      person: actor,
      grounds: clausesIn(about),
      policyVersion: policy?.version ?? null,
      summary: `Trovato un account non ufficiale su ${NETWORK_LABELS[network]}${byStaff ? ', forse aperto da personale dell’ente' : ''}`,
      facts: { network, byStaff, url: fingerprint(url) },
    });
    await ports.news?.tell(tx, body, { id, change: 'account' });
    return id;
  });
}

/** It was reported to the network, by hand. Throws IMPOSTOR_NOT_FOUND, IMPOSTOR_MOVED_ON. */
export async function reportImpostor(
  ports: AccountPorts,
  { body, actor, impostor: id, reference }: ByWhom & { readonly impostor: string; readonly reference: string },
): Promise<void> {
  await step(ports, { body, actor, id, from: ['to-report'] }, async (tx, { network }, now) => {
    refuseSecrets([reference]);
    await updateImpostor(tx, id, {
      ...{ state: 'reported', reference, reported_by_name: actor.name, reported_at: now },
    });
    const summary = `Segnalato a ${NETWORK_LABELS[network]} un account non ufficiale`;
    return { kind: 'account.impostor-reported', summary, facts: { network, reference } };
  });
}

/** It is gone from the network, or was no impostor. Throws IMPOSTOR_NOT_FOUND, IMPOSTOR_MOVED_ON. */
export async function settleImpostor(
  ports: AccountPorts,
  {
    body,
    actor,
    impostor: id,
    settlement: { outcome, note },
  }: ByWhom & { readonly impostor: string; readonly settlement: ImpostorSettlementRequest },
): Promise<void> {
  await step(ports, { body, actor, id, from: ['to-report', 'reported'] }, async (tx, { network }, now) => {
    refuseSecrets([note]);
    await updateImpostor(tx, id, {
      ...{ state: outcome, settled_by_name: actor.name, settled_at: now, settled_note: note },
    });
    const summary =
      outcome === 'gone'
        ? `Un account non ufficiale su ${NETWORK_LABELS[network]} non c’è più`
        : `Un account su ${NETWORK_LABELS[network]} creduto non ufficiale non lo era`;
    return { kind: 'account.impostor-settled', summary, facts: { network, outcome } };
  });
}

interface Stepping extends ByWhom {
  readonly id: string;
  readonly from: readonly Impostor['state'][];
}

type Told = { readonly kind: string; readonly summary: string; readonly facts: Readonly<Record<string, unknown>> };

async function step(
  ports: AccountPorts,
  { body, actor, id, from }: Stepping,
  work: (tx: Tx, impostor: Impostor, now: Date) => Promise<Told>,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const impostor = await lockImpostor(tx, id);
    if (impostor === undefined) throw accountError('IMPOSTOR_NOT_FOUND');
    if (!from.includes(impostor.state)) throw accountError('IMPOSTOR_MOVED_ON');
    const now = ports.clock.now();
    const told = await work(tx, impostor, now);
    const grounds = impostor.clause === null ? [] : [impostor.clause];
    const policyVersion = impostor.policy_version === '' ? null : impostor.policy_version;
    await record(tx, body, now, { ...told, subject: id, person: actor, grounds, policyVersion });
    await ports.news?.tell(tx, body, { id, change: 'account' });
  });
}

const fingerprint = (url: string): string => createHash('sha256').update(url).digest('hex');

const bareAddress = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/?#]+$/, '');
const isSamePage = (one: string, other: string): boolean => bareAddress(one) === bareAddress(other);
