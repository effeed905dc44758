// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { ConnectedAccount } from '#channels';
import { type Sandbox, type Scenario, startSandbox } from '../../sandbox/index.ts';
import { youtubeAdapter } from '../../src/channels/youtube/adapter.ts';
import { type Control, controlOf } from '../support/sandbox-hand.ts';
import type { World } from './conformance/index.ts';
import { accountOn, type Shown, worldOn } from './world.ts';

export const CHANNEL = { id: 'UCcomunediesempio0000001', handle: 'comunediesempio', name: 'Comune di Esempio' };

const scenario: Scenario = {
  body: 'comune-di-esempio',
  networks: {
    youtube: {
      account: CHANNEL,
      posts: [
        { id: 'v1', title: 'Gli sportelli', text: 'Da lunedì lo sportello apre alle 9.', hoursAgo: 5 },
        { id: 'v2', title: 'La biblioteca', text: 'Domani la biblioteca resta chiusa.', hoursAgo: 30 },
      ],
      items: [
        { id: 'c1', kind: 'comment', post: 'v1', author: 'Ada Prova', text: 'Grazie!', minutesAgo: 50 },
        { id: 'c2', kind: 'reply', post: 'v1', parent: 'c1', text: 'Chi scrive qui non ha nome', minutesAgo: 40 },
        { id: 'c3', kind: 'comment', post: 'v2', author: 'Leo Finto', text: 'Aperta sabato?', minutesAgo: 30 },
      ],
      arriving: [],
    },
  },
};

export interface Stage {
  readonly sandbox: Sandbox;
  readonly adapter: ReturnType<typeof youtubeAdapter>;
  readonly account: ConnectedAccount;
  readonly control: Control;
  /** The first video of the scenario. */
  readonly video: string;
  idOf(key: string): Promise<string>;
  citizen(text: string, more?: object): Promise<string>;
  see(id: string): Promise<Shown & { readonly title: string | null; readonly facts: Record<string, unknown> }>;
  fault(name: string, more?: object): Promise<void>;
}

/** Seconds from the beginning after which a burst of comments arrives, all at once. */
export const BURST_AFTER_SECONDS = 1200;

function open(burst = 0): Promise<Sandbox> {
  const arriving = Array.from({ length: burst }, (_, number) => ({
    ...{ post: 'v1', author: `Persona ${number}`, text: `Ondata ${number}`, afterSeconds: BURST_AFTER_SECONDS },
  }));
  const part = { ...scenario.networks.youtube, arriving } as Scenario['networks'][string];
  return startSandbox({
    ...{ networks: ['youtube'], scenarios: [{ ...scenario, networks: { youtube: part } }], retrySeconds: [0.01] },
    timedArrivals: burst > 0,
  });
}

export async function openStage(more: Partial<ConnectedAccount> = {}, burst = 0): Promise<Stage> {
  const sandbox = await open(burst);
  const control = controlOf(sandbox.url, 'youtube');
  const see: Stage['see'] = (id) => control('GET', `writings/${encodeURIComponent(id)}`);
  const idOf = async (key: string) => (await see(`comune-di-esempio/${key}`)).id;
  const video = await idOf('v1');
  return {
    sandbox,
    // Time is the town's: it can be moved.
    adapter: youtubeAdapter({ clock: sandbox.clock, timeoutMilliseconds: 2000 }),
    account: { ...(await accountOn(sandbox, 'youtube')), ...more },
    control,
    video,
    idOf,
    see,
    citizen: async (text, asked = {}) =>
      (
        await control<{ id: string }>('POST', 'writings', {
          account: CHANNEL.id,
          post: video,
          author: 'Ada Prova',
          text,
          ...asked,
        })
      ).id,
    fault: (name, asked = {}) => control('POST', 'faults', { fault: name, ...asked }),
  };
}

/** As the desk does, the token is renewed when its hour is over. */
export async function openYouTubeWorld(): Promise<World> {
  const sandbox = await open();
  const adapter = youtubeAdapter({ clock: sandbox.clock });
  const given = await accountOn(sandbox, 'youtube');
  const credentials: Record<string, string> = { ...given.credentials };
  const account = { ...given, credentials };
  const world = await worldOn(sandbox, 'youtube', { adapter, account });
  return {
    ...world,
    async passHours(hours) {
      await world.passHours(hours);
      assert.ok(adapter.connection?.renew);
      Object.assign(credentials, (await adapter.connection.renew(account)).credentials);
    },
  };
}
