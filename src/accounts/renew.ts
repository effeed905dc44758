// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChannelError, ChannelFault, type Grant, type NetworkName } from '#channels';
import { after } from './connect.ts';
import { leaseRenewal, liveConnections, lockConnection, updateConnection } from './connection-store.ts';
import { eachApart } from './each-apart.ts';
import { mergedExpiries, renewalDue } from './expiries.ts';
import { loseConnection } from './lose.ts';
import { type OpenedAccount, openAccount } from './open.ts';
import { type AccountPorts, adapterIn, type Place } from './ports.ts';
import { placeOfAccount, sealSecrets } from './sealed.ts';

/** Longer than any renewal takes: two at once with the same token would log the body out. */
const LEASE_SECONDS = 300;
/** After a network that did not answer; its own wish counts where it is longer. */
const AGAIN_SECONDS = 60;
/** New secrets that the database did not take are the only ones that still work. */
const STORE_AGAIN_SECONDS = [1, 2, 4, 8, 16] as const;

/**
 * `renewed`: other secrets are there now. `elsewhere`: somebody is at it, or it cannot be tried yet. `impossible`: this network
 * renews nothing. `refused`: only a person can go on.
 */
export type Renewal = 'renewed' | 'elsewhere' | 'impossible' | 'refused';

/**
 * New secrets for those of that moment, one renewal at a time for each account, by a lease in the database; the new ones are
 * stored before anything else is done. Throws what is neither the network's refusal nor its silence.
 */
export async function renew(ports: AccountPorts, place: Place, secretsSince: Date): Promise<Renewal> {
  const leased = await takeLease(ports, place, secretsSince);
  if (typeof leased === 'string') return leased;
  const { account, until } = leased;
  try {
    const grant = await renewalOf(ports, account.network)?.(account);
    if (grant === undefined) return 'impossible';
    await storeAtLast(() => store(ports, place, { grant, since: secretsSince }));
    return 'renewed';
  } catch (fault) {
    const error = refusalIn(fault);
    if (error !== undefined) return await giveUp(ports, place, { error, since: secretsSince });
    const seconds = Math.max(AGAIN_SECONDS, (fault instanceof ChannelFault && fault.error.retryAfterSeconds) || 0);
    await release(ports, place, { lease: until, seconds });
    if (fault instanceof ChannelFault) return 'elsewhere';
    throw fault;
  }
}

const renewalOf = (ports: AccountPorts, network: NetworkName) => adapterIn(ports, network)?.connection?.renew;

interface Leased {
  readonly account: OpenedAccount;
  readonly until: Date;
}

async function takeLease(ports: AccountPorts, place: Place, since: Date): Promise<Leased | Renewal> {
  const now = ports.clock.now();
  const until = new Date(now.getTime() + LEASE_SECONDS * 1000);
  return ports.database.inBody(place.body, async (tx) => {
    const account = await openAccount(ports, tx, place.account);
    if (account.secretsSince.getTime() !== since.getTime()) return 'renewed';
    if (renewalOf(ports, account.network) === undefined) return 'impossible';
    return (await leaseRenewal(tx, { account: place.account, since, now, until })) ? { account, until } : 'elsewhere';
  });
}

/** Where a person connected it anew meanwhile, theirs stay. */
async function store(ports: AccountPorts, place: Place, { grant, since }: { grant: Grant; since: Date }) {
  const { body, account } = place;
  const now = ports.clock.now();
  await ports.database.inBody(body, async (tx) => {
    const known = await lockConnection(tx, account);
    if (known === undefined || known.updated_at.getTime() !== since.getTime()) return;
    await updateConnection(
      tx,
      { account },
      {
        sealed_credentials: sealSecrets(ports.vault, grant.credentials, placeOfAccount(account)),
        expiries: JSON.stringify(mergedExpiries(known.expiries, grant.expiries)),
        updated_at: after(known, now),
        renewed_at: now,
        renewing_until: null,
        fault: null,
        fault_at: null,
      },
    );
  });
}

/** Tries again for half a minute, within the lease: afterwards the fault is told, and the secrets are lost. */
async function storeAtLast(work: () => Promise<void>): Promise<void> {
  for (const seconds of STORE_AGAIN_SECONDS) {
    try {
      return await work();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
  await work();
}

/** What a person has to mend: the network will say the same again. */
export const refusalIn = (fault: unknown): ChannelError | undefined =>
  fault instanceof ChannelFault && ['token-expired', 'reauth-needed', 'role-lost'].includes(fault.error.kind)
    ? fault.error
    : undefined;

async function giveUp(ports: AccountPorts, place: Place, refused: { error: ChannelError; since: Date }) {
  await loseConnection(ports, place, refused);
  return 'refused' as const;
}

async function release(ports: AccountPorts, { body, account }: Place, { lease, seconds }: Released): Promise<void> {
  const until = new Date(ports.clock.now().getTime() + seconds * 1000);
  await ports.database.inBody(body, async (tx) => {
    const known = await lockConnection(tx, account);
    if (known?.renewing_until?.getTime() !== lease.getTime()) return;
    await updateConnection(tx, { account }, { renewing_until: until });
  });
}

interface Released {
  readonly lease: Date;
  readonly seconds: number;
}

/** Renews in good time what the body's accounts live by; one that fails does not stop the next. */
export async function renewDue(ports: AccountPorts, body: string): Promise<void> {
  const now = ports.clock.now();
  const connections = await ports.database.inBody(body, (tx) => liveConnections(tx, body));
  const due = connections.filter(({ fault, expiries, updated_at }) => {
    const at = renewalDue(expiries, updated_at);
    return fault === null && at !== null && at <= now;
  });
  await eachApart(due, ({ account_id: account, updated_at }) => renew(ports, { body, account }, updated_at));
}
