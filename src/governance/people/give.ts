// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { governanceError } from '../errors.ts';
import { CAPACITY_WORDS, ROLE_OF } from '../role.ts';
import { insertMandate } from '../store.ts';
import type { MandateAct, MandateRequest } from './contract.ts';
import type { ByWhom, PeoplePorts } from './ports.ts';
import { changeMandate, mandateById, mandatesIn, personById, type StoredMandate, type StoredPerson } from './store.ts';
import { NO_TERMS } from './terms.ts';

interface Giving extends ByWhom {
  readonly person: StoredPerson;
  readonly request: MandateRequest;
}

/**
 * Gives somebody of the body one more mandate. Throws PERSON_NOT_HERE, MANDATE_OWN, MANDATE_HELD, MANDATE_DATES,
 * MANDATE_CHANNELS, SUPPLIER_IS_EXTERNAL, ONLY_DIRECTORS.
 */
export const giveAnother = (
  ports: PeoplePorts,
  { body, actor, person: id }: ByWhom & { readonly person: string },
  request: MandateRequest,
): Promise<void> =>
  ports.database.inBody(body, async (tx) => {
    const person = await personHere(tx, body, id);
    await giveIn(ports, tx, { body, actor, person, request });
  });

/** Somebody who has or had a mandate in the body. Throws PERSON_NOT_HERE. */
export async function personHere(tx: Tx, body: string, id: string): Promise<StoredPerson> {
  const person = await personById(tx, id);
  const mandates = await mandatesIn(tx, body);
  if (person === undefined || !mandates.some((one) => one.person === id)) throw governanceError('PERSON_NOT_HERE');
  return person;
}

/** In the caller's transaction; without an act the person is a member who waits for it, and may do nothing. */
export async function giveIn(ports: PeoplePorts, tx: Tx, { body, actor, person, request }: Giving): Promise<void> {
  if (person.id === actor.id) throw governanceError('MANDATE_OWN');
  const now = ports.clock.now();
  const { capacity, office, engagement, act, networks, accounts, coordinates, delegate } = request;
  const since = request.since === null ? now : new Date(request.since);
  const until = request.until === null ? null : new Date(request.until);
  refuseWrong(request, { now, since, until });
  await refuseOtherChannels(ports, tx, { body, now, request });
  const given: StoredMandate = {
    ...{ id: newId(), body, person: person.id, role: ROLE_OF[capacity], capacity, office, engagement },
    ...{ act: act?.number ?? null, act_on: act?.on ?? null, authority: act?.authority ?? null },
    ...{ since, until, networks, accounts, coordinates, delegate },
    ...{ given_by: actor.id, given_by_name: actor.name },
  };
  if (!(await insertMandate(tx, given))) throw governanceError('MANDATE_HELD', CAPACITY_WORDS[capacity]);
  const verb = act === null ? 'Proposto per' : 'Dato a';
  const waits = act === null ? ': non è ancora designato, manca l’atto' : '';
  await record(tx, body, now, {
    kind: act === null ? 'mandate.proposed' : 'mandate.given',
    subject: person.id,
    person: actor,
    grounds: await groundsOf(ports, tx, { body, now }),
    policyVersion: null,
    summary: `${verb} ${person.name} l’incarico di ${CAPACITY_WORDS[capacity]}${waits}`,
    facts: factsOf(given),
  });
}

/** Everything of a mandate that counts, for the record. */
export const factsOf = (mandate: StoredMandate) => ({
  ...{ mandate: mandate.id, role: mandate.role, capacity: mandate.capacity, office: mandate.office },
  ...{ engagement: mandate.engagement, act: mandate.act, actOn: mandate.act_on, authority: mandate.authority },
  ...{ since: mandate.since.toISOString(), until: mandate.until?.toISOString() ?? null },
  ...{ networks: mandate.networks, accounts: mandate.accounts },
});

/** Clauses on who gives mandates and who enables. */
export async function groundsOf(
  { policy }: Pick<PeoplePorts, 'policy'>,
  tx: Tx,
  { body, now }: { readonly body: string; readonly now: Date },
): Promise<readonly string[]> {
  const { authorities, enabledBy } = (await policy.termsOf(tx, body, now)) ?? NO_TERMS;
  return [...new Set([...authorities, ...enabledBy].map(({ clause }) => clause))];
}

interface Dates {
  readonly now: Date;
  readonly since: Date;
  readonly until: Date | null;
}

function refuseWrong(request: MandateRequest, { now, since, until }: Dates): void {
  const { capacity, engagement, act, networks, accounts, coordinates, delegate } = request;
  if (until !== null && (until <= since || until <= now)) throw governanceError('MANDATE_DATES');
  refuseLaterAct(act, now);
  if (capacity === 'supplier' && (engagement !== 'external' || until === null))
    throw governanceError('SUPPLIER_IS_EXTERNAL');
  const isLimited = networks !== null || accounts !== null;
  if (isLimited && ROLE_OF[capacity] === 'head') throw governanceError('HEAD_EVERYWHERE');
  if (capacity !== 'director' && (coordinates || delegate)) throw governanceError('ONLY_DIRECTORS');
}

/** By the day where the body is: an act of today was not given tomorrow. */
function refuseLaterAct(act: MandateAct | null, now: Date): void {
  const today = now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' });
  if (act !== null && act.on > today) throw governanceError('MANDATE_DATES', 'l’atto è di un giorno che deve venire');
}

async function refuseOtherChannels(
  { accountsOf, policy }: PeoplePorts,
  tx: Tx,
  { body, now, request }: { readonly body: string; readonly now: Date; readonly request: MandateRequest },
): Promise<void> {
  const { networks, accounts } = request;
  if (networks === null && accounts === null) return;
  const known = await accountsOf(tx, body);
  const { owners } = (await policy.termsOf(tx, body, now)) ?? NO_TERMS;
  const names = new Set([...known.map(({ network }) => network), ...owners.flatMap((owner) => owner.networks)]);
  const wrong =
    (networks ?? []).find((network) => !names.has(network)) ??
    (accounts ?? []).find((account) => !known.some(({ id }) => id === account));
  if (wrong !== undefined) throw governanceError('MANDATE_CHANNELS', wrong);
}

/**
 * The act of a member who waited for it, or a new one, where another authority is needed; it holds from now on. Throws
 * MANDATE_NOT_FOUND, MANDATE_OVER, MANDATE_OWN, MANDATE_DATES.
 */
export async function designate(
  ports: PeoplePorts,
  { body, actor, id }: ByWhom & { readonly id: string },
  act: MandateAct,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const mandate = await liveMandate(tx, id, now);
    if (mandate.person === actor.id) throw governanceError('MANDATE_OWN');
    refuseLaterAct(act, now);
    const since = mandate.act === null && mandate.since < now ? now : mandate.since;
    const change = { act: act.number, act_on: act.on, authority: act.authority, since };
    await changeMandate(tx, id, change);
    const person = await personById(tx, mandate.person);
    await record(tx, body, now, {
      kind: 'mandate.designated',
      subject: mandate.person,
      person: actor,
      grounds: await groundsOf(ports, tx, { body, now }),
      policyVersion: null,
      summary: `Registrato l’atto dell’incarico di ${person?.name ?? ''} (${CAPACITY_WORDS[mandate.capacity]}): ${act.number} del ${act.on}, di ${act.authority}`,
      facts: factsOf({ ...mandate, ...change }),
    });
  });
}

/** Locked. Throws MANDATE_NOT_FOUND, MANDATE_OVER. */
export async function liveMandate(tx: Tx, id: string, now: Date): Promise<StoredMandate> {
  const mandate = await mandateById(tx, id);
  if (mandate === undefined) throw governanceError('MANDATE_NOT_FOUND');
  if (mandate.until !== null && mandate.until <= now) throw governanceError('MANDATE_OVER');
  return mandate;
}
