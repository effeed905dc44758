// SPDX-License-Identifier: AGPL-3.0-or-later
import { ChannelFault, type Figure } from '#channels';
import { afterRefusal } from './after-refusal.ts';
import { dayIn } from './allowance.ts';
import { type LiveConnection, liveConnections, updateConnection } from './connection-store.ts';
import { eachApart } from './each-apart.ts';
import { type OpenedAccount, openToAsk } from './open.ts';
import { type AccountPorts, adapterIn, type Place } from './ports.ts';
import { saveFigure } from './warning-store.ts';

const ROME = 'Europe/Rome';
const AGAIN_SECONDS = 3600;

/** Reads once a day, in Rome, what each network counts; after a failure, again in an hour. */
export async function insightsDue(ports: AccountPorts, body: string): Promise<void> {
  const now = ports.clock.now();
  const today = dayIn(ROME, now);
  const connections = await ports.database.inBody(body, (tx) => liveConnections(tx, body));
  const due = connections.filter(
    ({ fault, figures_day, figures_after }) =>
      fault === null && figures_day !== today && (figures_after === null || figures_after <= now),
  );
  await eachApart(due, (connection) => readOne(ports, connection, today));
}

async function readOne(ports: AccountPorts, connection: LiveConnection, today: string): Promise<void> {
  const { body, account_id: account, network } = connection;
  const insights = adapterIn(ports, network)?.insights;
  if (insights === undefined) return;
  const place = { body, account };
  const opened = await openToAsk(ports, place);
  if (opened === undefined) return;
  try {
    const figures = await insights(opened);
    await keep(ports, place, { figures, today });
  } catch (fault) {
    await putOff(ports, place, { fault, opened });
  }
}

async function keep(
  ports: AccountPorts,
  { body, account }: Place,
  { figures, today }: { readonly figures: readonly Figure[]; readonly today: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    for (const { measure, post, value, to } of figures)
      await saveFigure(tx, { body, account_id: account, measure, post, day: to ?? today, value });
    await updateConnection(tx, { account }, { figures_day: today, figures_after: null });
  });
}

async function putOff(
  ports: AccountPorts,
  place: Place,
  { fault, opened }: { readonly fault: unknown; readonly opened: OpenedAccount },
): Promise<void> {
  if (!(fault instanceof ChannelFault)) throw fault;
  const { error } = fault;
  const after = await afterRefusal(ports, place, { error, account: opened });
  const seconds = after === 'go-on' ? 0 : Math.max(AGAIN_SECONDS, error.retryAfterSeconds ?? 0);
  const figures_after = new Date(ports.clock.now().getTime() + seconds * 1000);
  await ports.database.inBody(place.body, (tx) => updateConnection(tx, { account: place.account }, { figures_after }));
}
