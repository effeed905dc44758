// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command, ConnectedAccount, NetworkAdapter } from '#channels';
import { type Sandbox, type Scenario, startSandbox } from '../../sandbox/index.ts';
import { xAdapter } from '../../src/channels/x/adapter.ts';
import { controlOf } from '../support/sandbox-hand.ts';
import type { World } from './conformance/index.ts';
import { accountOn, worldOn } from './world.ts';

export const ACCOUNT = { id: '1990000000000000001', handle: 'comunediesempio', name: 'Comune di Esempio' };

const scenario: Scenario = {
  body: 'comune-di-esempio',
  networks: {
    x: {
      account: ACCOUNT,
      posts: [
        { id: 'p1', text: 'Da lunedì lo sportello apre alle 9.', hoursAgo: 5 },
        { id: 'p2', text: 'Domani la biblioteca resta chiusa.', hoursAgo: 30 },
        { id: 'p3', text: 'Il mercato si sposta in piazza.', hoursAgo: 24 * 20 },
      ],
      items: [
        { id: 'c1', kind: 'comment', post: 'p1', author: 'Ada Prova', text: 'Grazie!', minutesAgo: 50 },
        { id: 'c2', kind: 'reply', post: 'p1', parent: 'c1', author: 'Leo Finto', text: 'Era ora', minutesAgo: 40 },
        { id: 'c3', kind: 'comment', post: 'p2', author: 'Leo Finto', text: 'Che foto', minutesAgo: 30, media: true },
        { id: 'm1', kind: 'mention', author: 'Nives Inventata', text: 'Lo sa @comunediesempio?', minutesAgo: 20 },
      ],
      messages: [{ id: 'd1', author: 'Ugo Esempio', text: 'Buongiorno', minutesAgo: 15 }],
    },
  },
};

export interface Stage {
  readonly sandbox: Sandbox;
  readonly adapter: NetworkAdapter;
  readonly account: ConnectedAccount;
  control<Told = Record<string, unknown>>(method: string, path: string, body?: object): Promise<Told>;
  idOf(key: string): Promise<string>;
}

const open = (): Promise<Sandbox> =>
  startSandbox({ networks: ['x'], scenarios: [scenario], timedArrivals: false, retrySeconds: [0.01, 0.01] });

export async function openStage(): Promise<Stage> {
  const sandbox = await open();
  const control: Stage['control'] = controlOf(sandbox.url, 'x');
  return {
    sandbox,
    adapter: xAdapter({ clock: sandbox.clock }),
    account: await accountOn(sandbox, 'x'),
    control,
    idOf: async (key) => `${(await control('GET', `writings/${encodeURIComponent(`comune-di-esempio/${key}`)}`)).id}`,
  };
}

/** As the desk does: X's tokens live two hours, and are renewed, one at a time, when their time is over. */
function renewing(adapter: NetworkAdapter, { clock }: Sandbox): NetworkAdapter {
  let granted: { credentials: ConnectedAccount['credentials']; until: Date } | null = null;
  const fresh = async (account: ConnectedAccount): Promise<ConnectedAccount> => {
    granted ??= { credentials: account.credentials, until: new Date(clock.now().getTime() + 3_600_000) };
    if (granted.until <= clock.now() && adapter.connection?.renew !== undefined) {
      const { credentials, expiries } = await adapter.connection.renew({
        ...account,
        credentials: granted.credentials,
      });
      granted = { credentials, until: expiries[0]?.at ?? clock.now() };
    }
    return { ...account, credentials: granted.credentials };
  };
  return {
    ...adapter,
    pull: async (account, cursor) => adapter.pull(await fresh(account), cursor),
    write: async (account, command: Command, progress) => adapter.write(await fresh(account), command, progress),
    readBack: async (account, command, written) => adapter.readBack(await fresh(account), command, written),
    ...(adapter.insights && { insights: async (account) => (await adapter.insights?.(await fresh(account))) ?? [] }),
    ...(adapter.check && {
      check: async (account) => (await adapter.check?.(await fresh(account))) ?? { expiries: [], lacking: [] },
    }),
  };
}

export async function openXWorld(): Promise<World> {
  const sandbox = await open();
  return worldOn(sandbox, 'x', { adapter: renewing(xAdapter({ clock: sandbox.clock }), sandbox) });
}
