// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Actor, peopleWithMandate } from '#governance';
import type { Tx } from '#platform';
import { askedOfRequests, NETWORKS, presentsNetwork, type Stated } from '#policy';
import { type AccountPorts, adapterIn } from '../ports.ts';
import { cursorsOf } from '../store.ts';
import { type Known, registeredView } from './account-view.ts';
import type { AccountRegister } from './contract.ts';
import { impostorView, labelOf, requestView, termView } from './request-view.ts';
import { changesOf, everyAccountOf, followersOf, keepersOf, lastChecksOf } from './standing-store.ts';
import { archiveOf, impostorsOf, type Keeper, type RegisterChoice, registerChoiceOf, requestsOf } from './store.ts';
import { intervalOf } from './supervision.ts';
import { asksOf, officesOfPerson, type PolicyHere, policyHere, questionsOf, termsOf } from './terms.ts';

const MINUTES_OF_A_DAY = 1440;

export interface Reading {
  readonly body: string;
  readonly reader: Pick<Actor, 'id'>;
  /** Where the desk is served. */
  readonly url: string;
}

/** The whole register of a body, as somebody of its staff reads it. */
export function accountRegister(ports: AccountPorts, reading: Reading): Promise<AccountRegister> {
  const { body, reader } = reading;
  const now = ports.clock.now();
  return ports.database.inBody(body, async (tx) => {
    const policy = await policyHere(tx, body, now);
    const choice = await registerChoiceOf(tx, body);
    const requests = await requestsOf(tx, body);
    const people = await peopleWithMandate(tx, body, now);
    const known = await knownAccounts(ports, tx, { ...reading, now, policy, choice });
    const opened = new Map(requests.map(({ id, account_id }) => [account_id, id]));
    const accounts = known.map((one) => registeredView({ ...one, request: opened.get(one.account.id) ?? null }));
    const atWork = people.filter(({ role }) => role !== 'auditor');
    return {
      policyVersion: policy?.version ?? null,
      isInOrder: accounts.every(({ faults }) => faults.length === 0),
      terms: termViews(policy),
      choice: {
        asks: [...asksOf(choice)],
        checkDays: choice?.check_days ?? null,
        silenceDays: choice?.silence_days ?? null,
        act: choice?.act ?? null,
      },
      questions: [...questionsOf(policy, choice)],
      sorts: policy === undefined ? [] : [...askedOfRequests(policy.compiled).sorts],
      networks: NETWORKS.map((network) => ({
        network,
        label: labelOf(network),
        inPolicy: policy === undefined || network === 'other' || presentsNetwork(policy.compiled, network),
      })),
      people: [...new Map(atWork.map(({ id, name }) => [id, { id, name }])).values()],
      requests: requests.map((request) => requestView(request, { policy, reader: reader.id })),
      accounts,
      impostors: (await impostorsOf(tx, body)).map(impostorView),
    };
  });
}

interface Around extends Reading {
  readonly now: Date;
  readonly policy: PolicyHere | undefined;
  readonly choice: RegisterChoice | undefined;
}

async function knownAccounts(
  ports: AccountPorts,
  tx: Tx,
  { body, now, url, policy, choice }: Around,
): Promise<Omit<Known, 'request'>[]> {
  const accounts = await everyAccountOf(tx, body);
  const official = accounts.filter(({ state }) => state !== 'closed');
  const keepers = Map.groupBy(await withOffices(tx, { body, now }), ({ account_id }) => account_id);
  const changes = Map.groupBy(await changesOf(tx, body), ({ account_id }) => account_id);
  const checks = new Map((await lastChecksOf(tx, body)).map((one) => [one.account_id, one]));
  const followers = new Map((await followersOf(tx, body)).map((one) => [one.account_id, one]));
  const cursors = await cursorsOf(tx, body);
  const known: Omit<Known, 'request'>[] = [];
  for (const account of accounts) {
    const { id } = account;
    known.push({
      ...{ account, policy, now, url },
      keepers: keepers.get(id) ?? [],
      changes: changes.get(id) ?? [],
      check: checks.get(id),
      writtenAt: cursors.get(id)?.written_at ?? null,
      followers: followers.get(id),
      archive: account.state === 'closed' ? await archiveOf(tx, id) : undefined,
      checkDays: intervalOf(policy, { network: account.network, choice }),
      silenceDays: choice?.silence_days ?? null,
      isReadable: adapterIn(ports, account.network)?.profile !== undefined,
      others: official.filter((one) => one.id !== id),
    });
  }
  return known;
}

async function withOffices(tx: Tx, { body, now }: { readonly body: string; readonly now: Date }) {
  const atWork = new Set((await peopleWithMandate(tx, body, now)).map(({ id }) => id));
  const offices = new Map<string, readonly string[]>();
  const found: (Keeper & { readonly offices: readonly string[]; readonly hasMandate: boolean })[] = [];
  for (const keeper of await keepersOf(tx, body)) {
    const { person } = keeper;
    const theirs = offices.get(person) ?? (await officesOfPerson(tx, { body, actor: { id: person }, now }));
    offices.set(person, theirs);
    found.push({ ...keeper, offices: theirs, hasMandate: atWork.has(person) });
  }
  return found;
}

function termViews(policy: PolicyHere | undefined): AccountRegister['terms'] {
  const terms = termsOf(policy);
  const worded = <Value extends string>(stated: Stated<Value> | null, words: Readonly<Record<Value, string>>) =>
    termView(
      stated === null ? null : { value: stated.value === null ? null : words[stated.value], clause: stated.clause },
    );
  return {
    askedBy: termView(terms.askedBy),
    opinionBy: termView(terms.opinionBy),
    authorisedBy: termView(terms.authorisedBy),
    openedBy: termView(terms.openedBy),
    enabledBy: termView(terms.enabledBy),
    act: worded(terms.act, { required: 'richiesto', 'not-required': 'non richiesto' }),
    credentials: worded(terms.credentials, { personal: 'personali', shared: 'condivise', reserved: 'riservate' }),
    unofficial: worded(terms.unofficial, { disowned: 'non rispondono all’ente' }),
    forbidden: worded(terms.forbidden, { forbidden: 'vietati' }),
    check: termView(
      terms.checkMinutes === null
        ? null
        : {
            value:
              terms.checkMinutes.value === null
                ? null
                : `ogni ${Math.ceil(terms.checkMinutes.value / MINUTES_OF_A_DAY)} giorni`,
            clause: terms.checkMinutes.clause,
          },
    ),
  };
}
