// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConnectedAccount, NetworkAdapter } from '#channels';
import { type Sandbox, type Scenario, startSandbox } from '../../sandbox/index.ts';
import { blueskyAdapter } from '../../src/channels/bluesky/adapter.ts';
import { controlOf } from '../support/sandbox-hand.ts';
import type { World } from './conformance/index.ts';
import { accountOn, worldOn } from './world.ts';

export const ACCOUNT = {
  id: 'did:plc:enteinventato22222222222',
  handle: 'comune.example.org',
  name: 'Comune di Esempio',
};

const SCENARIO: Scenario = {
  body: 'comune-di-esempio',
  networks: {
    bluesky: {
      account: ACCOUNT,
      credentials: { appPassword: 'parola-di-prova' },
      posts: [
        { id: 'p1', text: 'Da lunedì lo sportello apre alle 9.', hoursAgo: 5 },
        { id: 'p2', text: 'Domani la biblioteca resta chiusa.', hoursAgo: 30 },
      ],
      items: [
        { id: 'c1', kind: 'comment', post: 'p1', author: 'Ada Prova', text: 'Grazie!', minutesAgo: 50 },
        { id: 'c2', kind: 'reply', post: 'p1', parent: 'c1', author: 'Leo Finto', text: 'Davvero', minutesAgo: 40 },
        { id: 'c3', kind: 'comment', post: 'p2', author: 'Leo Finto', text: 'Che foto', minutesAgo: 30, media: true },
        { id: 'm1', kind: 'mention', author: 'Nives Inventata', text: 'Lo sa @comune.example.org?', minutesAgo: 20 },
      ],
      arriving: [{ post: 'p1', author: 'Ugo Esempio', text: 'Anche il sabato?', afterSeconds: 20 }],
    },
  },
};

export interface Stage {
  readonly sandbox: Sandbox;
  readonly adapter: NetworkAdapter;
  readonly account: ConnectedAccount;
  control(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
  idOf(key: string): Promise<string>;
}

const open = (): Promise<Sandbox> =>
  startSandbox({ networks: ['bluesky'], scenarios: [SCENARIO], timedArrivals: false });

export async function openStage(): Promise<Stage> {
  const sandbox = await open();
  const control: Stage['control'] = controlOf(sandbox.url, 'bluesky');
  return {
    sandbox,
    adapter: blueskyAdapter(),
    account: await accountOn(sandbox, 'bluesky'),
    control,
    idOf: async (key) => `${(await control('GET', `writings/${encodeURIComponent(`comune-di-esempio/${key}`)}`)).id}`,
  };
}

export const openBlueskyWorld = async (): Promise<World> =>
  worldOn(await open(), 'bluesky', { adapter: blueskyAdapter() });
