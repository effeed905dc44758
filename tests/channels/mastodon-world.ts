// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConnectedAccount, NetworkAdapter } from '#channels';
import { type Sandbox, type Scenario, startSandbox } from '../../sandbox/index.ts';
import { mastodonAdapter } from '../../src/channels/mastodon/adapter.ts';
import { controlOf } from '../support/sandbox-hand.ts';
import type { World } from './conformance/index.ts';
import { accountOn, worldOn } from './world.ts';

export const ACCOUNT = { id: '114000000000000001', handle: 'comunediesempio', name: 'Comune di Esempio' };

const scenarioWith = (credentials: Readonly<Record<string, string>>): Scenario => ({
  body: 'comune-di-esempio',
  networks: {
    mastodon: {
      account: ACCOUNT,
      credentials: { accessToken: 'token-di-prova', ...credentials },
      posts: [
        { id: 'p1', text: 'Da lunedì lo sportello apre alle 9.', hoursAgo: 5 },
        { id: 'p2', text: 'Domani la biblioteca resta chiusa.', hoursAgo: 30 },
      ],
      items: [
        { id: 'c1', kind: 'comment', post: 'p1', author: 'Ada Prova', text: 'Grazie!', minutesAgo: 50 },
        { id: 'c2', kind: 'reply', post: 'p1', parent: 'c1', author: 'Leo Finto', text: 'Davvero', minutesAgo: 40 },
        { id: 'c3', kind: 'comment', post: 'p2', author: 'Leo Finto', text: 'Che foto', minutesAgo: 30, media: true },
        { id: 'm1', kind: 'mention', author: 'Nives Inventata', text: 'Lo sa @comunediesempio?', minutesAgo: 20 },
      ],
      arriving: [{ post: 'p1', author: 'Ugo Esempio', text: 'Anche il sabato?', afterSeconds: 20 }],
    },
  },
});

export interface Stage {
  readonly sandbox: Sandbox;
  readonly adapter: NetworkAdapter;
  readonly account: ConnectedAccount;
  control(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
  idOf(key: string): Promise<string>;
}

const open = (credentials: Readonly<Record<string, string>> = {}): Promise<Sandbox> =>
  startSandbox({ networks: ['mastodon'], scenarios: [scenarioWith(credentials)], timedArrivals: false });

/** `credentials`: what the account has besides its token: `scopes`. */
export async function openStage(credentials: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const sandbox = await open(credentials);
  const control: Stage['control'] = controlOf(sandbox.url, 'mastodon');
  return {
    sandbox,
    adapter: mastodonAdapter(),
    account: await accountOn(sandbox, 'mastodon'),
    control,
    idOf: async (key) => `${(await control('GET', `writings/${encodeURIComponent(`comune-di-esempio/${key}`)}`)).id}`,
  };
}

export const openMastodonWorld = async (): Promise<World> =>
  worldOn(await open(), 'mastodon', { adapter: mastodonAdapter() });
