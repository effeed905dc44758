// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConnectedAccount, NetworkAdapter } from '#channels';
import { type Sandbox, type Scenario, startSandbox } from '../../sandbox/index.ts';
import { threadsAdapter } from '../../src/channels/threads/adapter.ts';
import { type Control, controlOf } from '../support/sandbox-hand.ts';
import type { World } from './conformance/index.ts';
import { accountOn, type Shown, worldOn } from './world.ts';

export const ACCOUNT = { id: '17841400000000002', handle: 'comunediesempio', name: 'Comune di Esempio' };

const scenario: Scenario = {
  body: 'comune-di-esempio',
  networks: {
    threads: {
      account: ACCOUNT,
      posts: [
        { id: 'p1', text: 'Da lunedì lo sportello apre alle 9.', hoursAgo: 5 },
        { id: 'p2', text: 'Scriveteci: rispondiamo a tutti.', commenting: 'held', hoursAgo: 30 },
      ],
      items: [
        { id: 'r1', kind: 'comment', post: 'p1', author: 'Ada Prova', text: 'Grazie!', minutesAgo: 50 },
        { id: 'r2', kind: 'reply', post: 'p1', parent: 'r1', author: 'Leo Finto', text: 'Anche io', minutesAgo: 40 },
        { id: 'm1', kind: 'mention', author: 'Nives Inventata', text: 'Bravi in piazza', minutesAgo: 20 },
      ],
    },
  },
};

export const openThreads = (): Promise<Sandbox> =>
  startSandbox({ networks: ['threads'], scenarios: [scenario], timedArrivals: false, retrySeconds: [0.01, 0.01] });

export interface Stage {
  readonly sandbox: Sandbox;
  readonly adapter: NetworkAdapter;
  readonly account: ConnectedAccount;
  readonly control: Control;
  readonly image: { readonly kind: 'image'; readonly type: string; readonly alt: string; readonly url: string };
  readonly video: { readonly kind: 'video'; readonly type: string; readonly alt: string; readonly url: string };
  /** What the scenario calls so. */
  named(key: string): Promise<Shown>;
}

export async function openStage(): Promise<Stage> {
  const sandbox = await openThreads();
  const control = controlOf(sandbox.url, 'threads');
  return {
    sandbox,
    control,
    adapter: threadsAdapter(),
    account: await accountOn(sandbox, 'threads'),
    image: { kind: 'image', type: 'image/jpeg', alt: 'Un punto grigio', url: `${sandbox.url}/samples/image.jpg` },
    video: { kind: 'video', type: 'video/mp4', alt: 'Un video vuoto', url: `${sandbox.url}/samples/video.mp4` },
    named: (key) => control('GET', `writings/${encodeURIComponent(`comune-di-esempio/${key}`)}`),
  };
}

export const openThreadsWorld = async (): Promise<World> =>
  worldOn(await openThreads(), 'threads', { adapter: threadsAdapter() });
