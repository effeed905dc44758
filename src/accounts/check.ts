// SPDX-License-Identifier: AGPL-3.0-or-later
import { ChannelFault, type Check } from '#channels';
import { afterRefusal } from './after-refusal.ts';
import { type LiveConnection, liveConnections, lockConnection, updateConnection } from './connection-store.ts';
import { eachApart } from './each-apart.ts';
import { mergedExpiries } from './expiries.ts';
import { loseConnection } from './lose.ts';
import { type OpenedAccount, openToAsk } from './open.ts';
import { type AccountPorts, adapterIn, type Place } from './ports.ts';
import { warn } from './warn.ts';

const EVERY_SECONDS = 3600;
/** After a network that did not answer, or that counts how often it is asked. */
const AGAIN_SECONDS = 600;

/** Asks each network, once an hour, how the connection is doing; what is wrong is told at once. */
export async function checkDue(ports: AccountPorts, body: string): Promise<void> {
  const now = ports.clock.now();
  const connections = await ports.database.inBody(body, (tx) => liveConnections(tx, body));
  const due = connections.filter(({ check_after }) => check_after === null || check_after <= now);
  await eachApart(due, (connection) => checkOne(ports, connection));
}

async function checkOne(ports: AccountPorts, { body, account_id: account, network }: LiveConnection): Promise<void> {
  const check = adapterIn(ports, network)?.check;
  if (check === undefined) return;
  const place = { body, account };
  const opened = await openToAsk(ports, place);
  if (opened === undefined) return;
  try {
    await keep(ports, place, { found: await check(opened), opened });
  } catch (fault) {
    const seconds = await afterFault(ports, place, { fault, opened });
    await ports.database.inBody(body, (tx) =>
      updateConnection(tx, { account }, { check_after: later(ports, seconds) }),
    );
  }
}

const later = ({ clock }: AccountPorts, seconds: number): Date => new Date(clock.now().getTime() + seconds * 1000);

interface Found {
  readonly found: Check;
  readonly opened: OpenedAccount;
}

/** Kept only while these are the secrets that it is about. */
async function keep(ports: AccountPorts, place: Place, { found, opened }: Found): Promise<void> {
  const now = ports.clock.now();
  await ports.database.inBody(place.body, async (tx) => {
    const known = await lockConnection(tx, place.account);
    if (known === undefined || known.updated_at.getTime() !== opened.secretsSince.getTime()) return;
    const { quota } = found;
    const told = quota && { ...quota, resetsAt: quota.resetsAt?.toISOString() ?? null };
    await updateConnection(
      tx,
      { account: place.account },
      {
        expiries: JSON.stringify(mergedExpiries(known.expiries, found.expiries)),
        lacking: [...found.lacking],
        quota: told === undefined ? null : JSON.stringify(told),
        fault: null,
        fault_at: null,
        checked_at: now,
        check_after: later(ports, EVERY_SECONDS),
      },
    );
    const isNew = found.lacking.some((capability) => !known.lacking.includes(capability));
    if (isNew) await warn(ports, tx, { place, warning: { what: 'lacking', until: now, days: 0 } });
  });
}

/** After how many seconds to look again; 0: at once, with other secrets. */
async function afterFault(
  ports: AccountPorts,
  place: Place,
  { fault, opened }: { readonly fault: unknown; readonly opened: OpenedAccount },
): Promise<number> {
  if (!(fault instanceof ChannelFault)) throw fault;
  const { error } = fault;
  if (error.kind === 'role-lost') {
    await loseConnection(ports, place, { error, since: opened.secretsSince });
    return EVERY_SECONDS;
  }
  const after = await afterRefusal(ports, place, { error, account: opened });
  if (after === 'go-on') return 0;
  return after === 'lost' ? EVERY_SECONDS : Math.max(AGAIN_SECONDS, error.retryAfterSeconds ?? 0);
}
