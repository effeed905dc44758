// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConnectedAccount, NetworkAdapter } from '#channels';
import { type Sandbox, type Scenario, startSandbox } from '../../sandbox/index.ts';
import { tiktokAdapter } from '../../src/channels/tiktok/adapter.ts';
import { type Control, controlOf } from '../support/sandbox-hand.ts';
import { accountOn, worldOn } from './world.ts';

export const PAGE = { id: '-000esempio606', handle: 'comunediesempio', name: 'Comune di Esempio' };

const scenario: Scenario = {
  body: 'comune-di-esempio',
  networks: {
    tiktok: {
      account: PAGE,
      credentials: { postingToken: 'act.prova', postingRefreshToken: 'rft.prova' },
      posts: [{ id: 'p1', text: 'Come si chiede la carta d’identità', media: [{ type: 'video' }], hoursAgo: 20 }],
      items: [
        { id: 'c1', kind: 'comment', post: 'p1', author: 'Ada Prova', text: 'E il sabato?', minutesAgo: 90 },
        { id: 'c2', kind: 'reply', post: 'p1', parent: 'c1', author: 'Leo Finto', text: 'Chiuso', minutesAgo: 80 },
        {
          id: 'c3',
          kind: 'comment',
          post: 'p1',
          author: 'Nives Inventata',
          text: 'Guardate',
          minutesAgo: 70,
          hidden: true,
        },
      ],
    },
  },
};

/** A simulated TikTok with its page, as the desk sees it. */
export interface TiktokStage {
  readonly sandbox: Sandbox;
  readonly adapter: NetworkAdapter;
  readonly account: ConnectedAccount;
  readonly control: Control;
  idOf(name: string): Promise<string>;
}

export async function openTiktok(): Promise<TiktokStage> {
  const sandbox = await startSandbox({ networks: ['tiktok'], scenarios: [scenario], timedArrivals: false });
  const control = controlOf(sandbox.url, 'tiktok');
  return {
    sandbox,
    control,
    adapter: tiktokAdapter({ timeoutMilliseconds: 2000, clock: sandbox.clock }),
    account: await accountOn(sandbox, 'tiktok'),
    idOf: async (name) =>
      (await control<{ id: string }>('GET', `writings/${encodeURIComponent(`comune-di-esempio/${name}`)}`)).id,
  };
}

interface Told {
  readonly at: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** As the desk does: TikTok's tokens live a day and are renewed; and its signatures are looked at with the time that it is there. */
export async function openTiktokWorld() {
  const { sandbox, adapter, account, control } = await openTiktok();
  const { connection, webhook } = adapter;
  const credentials = { ...account.credentials };
  const inTime: NetworkAdapter = {
    ...adapter,
    ...(webhook && {
      webhook: { ...webhook, verify: (delivery, secrets) => webhook.verify(delivery, secrets, sandbox.clock.now()) },
    }),
  };
  const world = await worldOn(sandbox, 'tiktok', { adapter: inTime, account: { ...account, credentials } });
  return {
    ...world,
    /** Those of the last minute: older ones are no longer believed. */
    async pushed() {
      await sandbox.network('tiktok').settled();
      const { deliveries } = await control<{ deliveries: Told[] }>('GET', 'deliveries');
      const recent = deliveries.filter(({ at }) => Date.parse(at) > sandbox.clock.now().getTime() - 60_000);
      return recent.map(({ headers, body }) => ({ headers, rawBody: Buffer.from(body) }));
    },
    async passHours(hours: number) {
      await world.passHours(hours);
      const grant = await connection?.renew?.({ ...account, credentials });
      Object.assign(credentials, grant?.credentials);
    },
  };
}
