// SPDX-License-Identifier: AGPL-3.0-or-later
import { ChannelFault } from '#channels';
import { afterRefusal } from './after-refusal.ts';
import { askCheck } from './ask-check.ts';
import { type LiveConnection, liveConnections, updateConnection } from './connection-store.ts';
import { eachApart } from './each-apart.ts';
import { loseConnection } from './lose.ts';
import { type OpenedAccount, openToAsk } from './open.ts';
import { type AccountPorts, adapterIn, type Place } from './ports.ts';

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
  if (adapterIn(ports, network)?.check === undefined) return;
  const place = { body, account };
  const opened = await openToAsk(ports, place);
  if (opened === undefined) return;
  try {
    await askCheck(ports, place, opened);
  } catch (fault) {
    const seconds = await afterFault(ports, place, { fault, opened });
    const check_after = new Date(ports.clock.now().getTime() + seconds * 1000);
    await ports.database.inBody(body, (tx) => updateConnection(tx, { account }, { check_after }));
  }
}

/** After how many seconds to look again; 0: at once, with other secrets. Throws what is no network's fault. */
async function afterFault(
  ports: AccountPorts,
  place: Place,
  { fault, opened }: { readonly fault: unknown; readonly opened: OpenedAccount },
): Promise<number> {
  if (!(fault instanceof ChannelFault)) throw fault;
  const { error } = fault;
  if (error.kind === 'role-lost' || error.kind === 'reauth-needed') {
    await loseConnection(ports, place, { error, since: opened.secretsSince });
    return EVERY_SECONDS;
  }
  const after = await afterRefusal(ports, place, { error, account: opened });
  if (after === 'go-on') return 0;
  return after === 'lost' ? EVERY_SECONDS : Math.max(AGAIN_SECONDS, error.retryAfterSeconds ?? 0);
}
