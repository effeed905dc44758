// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConnectedAccount, NetworkAdapter } from '#channels';
import { type Sandbox, type Scenario, startSandbox } from '../../sandbox/index.ts';
import { instagramAdapter } from '../../src/channels/instagram/adapter.ts';
import { type Control, controlOf } from '../support/sandbox-hand.ts';
import type { World } from './conformance/index.ts';
import { accountOn, type Shown, worldOn } from './world.ts';

export type Route = 'facebook-login' | 'instagram-login';

export const ACCOUNT = { id: '17841400000000001', handle: 'comunediesempio', name: 'Comune di Esempio' };

const scenario = (route: Route): Scenario => ({
  body: 'comune-di-esempio',
  networks: {
    instagram: {
      account: ACCOUNT,
      credentials: { route },
      posts: [
        { id: 'p1', text: 'Da lunedì lo sportello apre alle 9.', media: true, hoursAgo: 5 },
        { id: 'p2', text: 'Domani la biblioteca resta chiusa.', media: true, hoursAgo: 30 },
      ],
      items: [
        { id: 'c1', kind: 'comment', post: 'p1', author: 'Ada Prova', text: 'Grazie!', minutesAgo: 50 },
        { id: 'c2', kind: 'reply', post: 'p1', parent: 'c1', author: 'Leo Finto', text: 'Anche io', minutesAgo: 40 },
        { id: 'c3', kind: 'comment', post: 'p2', author: 'Leo Finto', text: 'Che foto', minutesAgo: 30 },
        { id: 'm1', kind: 'mention', author: 'Nives Inventata', text: 'In piazza con voi', minutesAgo: 20 },
      ],
      messages: [{ id: 'd1', author: 'Ugo Esempio', text: 'Siete aperti sabato?', minutesAgo: 30 }],
    },
  },
});

export const openInstagram = (route: Route): Promise<Sandbox> =>
  startSandbox({
    networks: ['instagram'],
    scenarios: [scenario(route)],
    timedArrivals: false,
    retrySeconds: [0.01, 0.01],
  });

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

export async function openStage(route: Route = 'facebook-login'): Promise<Stage> {
  const sandbox = await openInstagram(route);
  const control = controlOf(sandbox.url, 'instagram');
  return {
    sandbox,
    control,
    adapter: instagramAdapter(),
    account: await accountOn(sandbox, 'instagram'),
    image: { kind: 'image', type: 'image/jpeg', alt: 'Un punto grigio', url: `${sandbox.url}/samples/image.jpg` },
    video: { kind: 'video', type: 'video/mp4', alt: '', url: `${sandbox.url}/samples/video.mp4` },
    named: (key) => control('GET', `writings/${encodeURIComponent(`comune-di-esempio/${key}`)}`),
  };
}

/** A limited capability is the limit of one route: without Facebook a post is removed by hand. */
function offeredOn(route: Route): NetworkAdapter {
  const adapter = instagramAdapter();
  if (route === 'facebook-login') return adapter;
  const { capabilities } = adapter;
  return {
    ...adapter,
    capabilities: { ...capabilities, 'remove-post': { ...capabilities['remove-post'], how: 'by-hand' } },
  };
}

/**
 * Who writes privately is not who comments: through Facebook a person can be blocked only after a private message, and nothing
 * shows who is blocked.
 */
export async function openInstagramWorld(route: Route): Promise<World> {
  const sandbox = await openInstagram(route);
  const control = controlOf(sandbox.url, 'instagram');
  const world = await worldOn(sandbox, 'instagram', { adapter: offeredOn(route) });
  return {
    ...world,
    citizenMessages: async (text) => {
      const order = { account: ACCOUNT.id, author: 'Ugo Esempio', text };
      return (await control<{ id: string }>('POST', 'messages', order)).id;
    },
  };
}
