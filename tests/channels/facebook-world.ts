// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ConnectedAccount, facebookAdapter } from '#channels';
import { type Sandbox, type Scenario, startSandbox } from '../../sandbox/index.ts';
import { controlOf } from '../support/sandbox-hand.ts';
import type { World } from './conformance/index.ts';
import { accountOn, worldOn } from './world.ts';

export const PAGE = { id: '700100200300400', handle: 'comunediesempio', name: 'Comune di Esempio' };
const TOKEN = 'token-di-prova';

const scenarioWith = (credentials: Readonly<Record<string, string>>): Scenario => ({
  body: 'comune-di-esempio',
  networks: {
    facebook: {
      account: PAGE,
      credentials: { pageToken: TOKEN, ...credentials },
      posts: [
        { id: 'p1', text: 'Da lunedì lo sportello apre alle 9.', hoursAgo: 5 },
        { id: 'p2', text: 'Domani la biblioteca resta chiusa.', hoursAgo: 30 },
      ],
      items: [
        { id: 'c1', kind: 'comment', post: 'p1', author: 'Ada Prova', text: 'Grazie!', minutesAgo: 50 },
        { id: 'c2', kind: 'reply', post: 'p1', parent: 'c1', text: 'Chi scrive qui non ha nome', minutesAgo: 40 },
        { id: 'c3', kind: 'comment', post: 'p2', author: 'Leo Finto', text: 'Che foto', minutesAgo: 30, media: true },
        { id: 'v1', kind: 'visitor-post', author: 'Nives Inventata', text: 'Il lampione è spento', minutesAgo: 20 },
      ],
      arriving: [{ post: 'p1', author: 'Ugo Esempio', text: 'Anche il sabato?', afterSeconds: 20 }],
    },
  },
});

export interface Stage {
  readonly sandbox: Sandbox;
  readonly adapter: ReturnType<typeof facebookAdapter>;
  readonly account: ConnectedAccount;
  control(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
  idOf(key: string): Promise<string>;
}

const open = (credentials: Readonly<Record<string, string>> = {}): Promise<Sandbox> =>
  startSandbox({
    networks: ['facebook'],
    scenarios: [scenarioWith(credentials)],
    timedArrivals: false,
    retrySeconds: [0.01, 0.01],
  });

/** `credentials`: what the Page has besides its token: `scopes`, `tasks`, `humanAgent`. */
export async function openStage(credentials: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const sandbox = await open(credentials);
  const control: Stage['control'] = controlOf(sandbox.url, 'facebook');
  return {
    sandbox,
    adapter: facebookAdapter(),
    account: await accountOn(sandbox, 'facebook'),
    control,
    idOf: async (key) => `${(await control('GET', `writings/${encodeURIComponent(`comune-di-esempio/${key}`)}`)).id}`,
  };
}

export const openFacebookWorld = async (): Promise<World> =>
  worldOn(await open(), 'facebook', { adapter: facebookAdapter() });
