// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { isAuthorised } from '../standing.ts';
import { checkMandates, type HeldByPerson } from './check.ts';
import type { DepartureView, MandateView, PeoplePage, PersonView, TaskView } from './contract.ts';
import { departuresOf, tasksOf } from './departure-store.ts';
import type { PeoplePorts } from './ports.ts';
import {
  mandatesIn,
  openInvitations,
  peopleOf,
  type StoredDeparture,
  type StoredInvitation,
  type StoredMandate,
  type StoredTask,
  trainingIn,
} from './store.ts';
import { type MandateTerms, NO_TERMS, type PolicyOnMandates } from './terms.ts';

/** Everybody of the body, what the policy in force asks of them, and where the two do not agree. */
export const peoplePage = (ports: PeoplePorts, body: string): Promise<PeoplePage> =>
  ports.database.inBody(body, (tx) => pageIn(ports, tx, body));

async function pageIn(ports: PeoplePorts, tx: Tx, body: string): Promise<PeoplePage> {
  const { policy, clock, mail } = ports;
  const now = clock.now();
  const terms = (await policy.termsOf(tx, body, now)) ?? NO_TERMS;
  const accounts = await ports.accountsOf(tx, body);
  const mandates = Map.groupBy(await mandatesIn(tx, body), ({ person }) => person);
  const training = Map.groupBy(await trainingIn(tx, body), ({ person }) => person);
  const links = new Map((await openInvitations(tx, body)).map((one) => [one.person, one]));
  const tasks = Map.groupBy(await tasksOf(tx, body), (one) => one.departure_id);
  const departures = Map.groupBy(await departuresOf(tx, body), ({ person }) => person);
  const rule = { terms, same: policy.same, now };
  const all = await peopleOf(tx, body);
  const people = all.map(
    ({ id, name, email, entered }): PersonView => ({
      ...{ id, name, email, entered, link: linkView(links.get(id), now) },
      mandates: (mandates.get(id) ?? []).map((one) => mandateView(one, rule)),
      training: (training.get(id) ?? []).map(({ what, held_on, document }) => ({ what, on: held_on, document })),
      departures: (departures.get(id) ?? []).map((one) => departureView(one, tasks.get(one.id) ?? [])),
    }),
  );
  const held = all.flatMap((person) =>
    (mandates.get(person.id) ?? [])
      .filter((one) => isInForce(one, now))
      .map((one): HeldByPerson => ({ ...one, person, trained: training.has(person.id) })),
  );
  return {
    people,
    rules: rulesView(terms),
    defects: [...checkMandates({ terms, same: policy.same, mandates: held, accounts })],
    accounts: accounts.map(({ id, network, name, handle }) => ({ id, network, name, handle })),
    mailPossible: mail.possible,
  };
}

const isInForce = ({ act, since, until }: StoredMandate, now: Date): boolean =>
  act !== null && since <= now && (until === null || until > now);

interface Rule {
  readonly terms: MandateTerms;
  readonly same: PolicyOnMandates['same'];
  readonly now: Date;
}

function stateOf(mandate: StoredMandate, { terms, same, now }: Rule): MandateView['state'] {
  if (mandate.until !== null && mandate.until <= now) return 'ended';
  if (mandate.act === null) return 'undesignated';
  if (mandate.since > now) return 'to-come';
  return mandate.role !== 'auditor' && !isAuthorised(mandate, terms, same) ? 'unauthorised' : 'in-force';
}

const mandateView = (mandate: StoredMandate, rule: Rule): MandateView => ({
  ...{ id: mandate.id, role: mandate.role, capacity: mandate.capacity, office: mandate.office },
  engagement: mandate.engagement,
  act: mandate.act === null ? null : { number: mandate.act, on: mandate.act_on, authority: mandate.authority },
  since: mandate.since.toISOString(),
  until: mandate.until?.toISOString() ?? null,
  ...{ networks: mandate.networks, accounts: mandate.accounts },
  ...{ coordinates: mandate.coordinates, delegate: mandate.delegate, givenBy: mandate.given_by_name },
  state: stateOf(mandate, rule),
});

function linkView(link: StoredInvitation | undefined, now: Date): PersonView['link'] {
  if (link === undefined || link.state === 'used' || link.state === 'void' || link.expires_at <= now) return null;
  return { state: link.state, until: link.expires_at.toISOString() };
}

const departureView = (departure: StoredDeparture, tasks: readonly StoredTask[]): DepartureView => ({
  ...{ id: departure.id, why: departure.why, reason: departure.reason, at: departure.at.toISOString() },
  by: departure.done_by_name,
  // Departures of before there were tokens closed none.
  closed: { ...departure.closed, tokens: departure.closed.tokens ?? 0 },
  tasks: tasks.map(
    ({ id, kind, network, words, done_at, done_by_name }): TaskView => ({
      ...{ id, kind, network, words, doneAt: done_at?.toISOString() ?? null, doneBy: done_by_name },
    }),
  ),
});

function rulesView({ authorities, training, owners, enabledBy }: MandateTerms): PeoplePage['rules'] {
  const by = Map.groupBy(authorities, (one) => one.by);
  return {
    authorities: [...by].map(([name, all]) => ({ by: name, clauses: all.map(({ clause }) => clause) })),
    training: [...training],
    owners: owners.map(({ office, clause, networks }) => ({ office, clause, networks: [...networks] })),
    enabledBy: enabledBy.map(({ office, clause }) => ({ office, clause })),
  };
}
