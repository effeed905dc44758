// SPDX-License-Identifier: AGPL-3.0-or-later
import { ChannelFault, type Subscribed } from '#channels';
import { isLoopback } from './application.ts';
import {
  type LiveConnection,
  leaseNotices,
  liveConnections,
  lockConnection,
  updateConnection,
} from './connection-store.ts';
import { eachApart } from './each-apart.ts';
import { openToAsk } from './open.ts';
import { type AccountPorts, adapterIn, type Place } from './ports.ts';
import { tellScreens } from './tell.ts';

/** Longer than asking takes: two at once would subscribe twice. */
const LEASE_SECONDS = 300;
/** After a network that refused or did not answer; its own wish counts where it is longer. */
const AGAIN_SECONDS = 600;
/** What stands for ever is asked for again too: networks drop an address that was silent for a while, without a word. */
const EVERY_SECONDS = 86_400;
/** So long before it runs out it is asked for again: a failure leaves time to try. */
const MARGIN_SECONDS = 2 * 86_400;

const OFF = 'Gli avvisi non sono attivi: si legge a intervalli.';
const UNREACHABLE = 'Il banco non ha un indirizzo pubblico (https) a cui il social li possa mandare.';

/**
 * Asks the networks that want it account by account to tell at the desk's own address: of those just connected, those whose time
 * runs out, those that refused before, and all of them when the desk has moved. What fails is written down for the account's health and tried again; nothing else waits
 * for it.
 */
export async function subscribeDue(ports: AccountPorts, body: string, deskUrl: string): Promise<void> {
  const now = ports.clock.now();
  const connections = await ports.database.inBody(body, (tx) => liveConnections(tx, body));
  const due = connections.filter(
    ({ account_id: account, fault, notices_address: asked, notices_after: after, network }) =>
      fault === null &&
      (asked !== addressOf(deskUrl, account) || after === null || after <= now) &&
      subscribeOn(ports, network) !== undefined,
  );
  await eachApart(due, (connection) => askOne(ports, connection, deskUrl));
}

/** Where `inbox` listens for an account. */
const addressOf = (deskUrl: string, account: string): string => `${deskUrl}/webhooks/${account}`;

const subscribeOn = (ports: AccountPorts, network: LiveConnection['network']) =>
  adapterIn(ports, network)?.connection?.subscribe;

async function askOne(ports: AccountPorts, connection: LiveConnection, deskUrl: string): Promise<void> {
  const { body, account_id: account, network, base_url: baseUrl } = connection;
  const place = { body, account };
  const now = ports.clock.now();
  const address = addressOf(deskUrl, account);
  const lease = { account, address, now, until: later(now, LEASE_SECONDS) };
  if (!(await ports.database.inBody(body, (tx) => leaseNotices(tx, lease)))) return;
  if (!canReach(deskUrl, baseUrl)) return keep(ports, place, { error: UNREACHABLE, seconds: AGAIN_SECONDS });
  const opened = await openToAsk(ports, place);
  if (opened === undefined) return;
  try {
    const subscribed = await subscribeOn(ports, network)?.(opened, address);
    await keep(ports, place, { subscribed: subscribed ?? { until: null } });
  } catch (fault) {
    if (!(fault instanceof ChannelFault)) throw fault;
    // A refusal here says nothing of the account's own secrets: readings and checks look after those.
    const { message, code, retryAfterSeconds = 0 } = fault.error;
    await keep(ports, place, { error: `${message} (${code})`, seconds: Math.max(AGAIN_SECONDS, retryAfterSeconds) });
  }
}

/** A network outside calls back only over TLS; one on this machine, as the simulated are, calls whatever is here. */
const canReach = (deskUrl: string, baseUrl: string): boolean =>
  deskUrl.startsWith('https://') || isLoopback(URL.parse(baseUrl)?.hostname ?? '');

type Outcome = { readonly subscribed: Subscribed } | { readonly error: string; readonly seconds: number };

async function keep(ports: AccountPorts, place: Place, outcome: Outcome): Promise<void> {
  const now = ports.clock.now();
  const error = 'error' in outcome ? `${OFF} ${outcome.error}` : null;
  await ports.database.inBody(place.body, async (tx) => {
    const known = await lockConnection(tx, place.account);
    if (known === undefined) return;
    await updateConnection(
      tx,
      { account: place.account },
      'error' in outcome
        ? { notices_error: error, notices_after: later(now, outcome.seconds) }
        : {
            notices_error: null,
            notices_until: outcome.subscribed.until,
            notices_after: next(outcome.subscribed, now),
          },
    );
    if (known.notices_error !== error) await tellScreens(ports, tx, place);
  });
}

function next({ until }: Subscribed, now: Date): Date {
  const left = until === null ? Number.POSITIVE_INFINITY : (until.getTime() - now.getTime()) / 1000;
  return later(now, Math.max(AGAIN_SECONDS, Math.min(EVERY_SECONDS, left - MARGIN_SECONDS)));
}

const later = (from: Date, seconds: number): Date => new Date(from.getTime() + seconds * 1000);
