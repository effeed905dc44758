// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConnectedAccount, NetworkAdapter } from '#channels';
import { type Sandbox, type Scenario, startSandbox } from '../../sandbox/index.ts';
import { linkedinAdapter } from '../../src/channels/linkedin/adapter.ts';
import { type Control, controlOf } from '../support/sandbox-hand.ts';
import { accountOn, worldOn } from './world.ts';

export const PAGE = { id: 'urn:li:organization:9906001', handle: 'comune-di-esempio', name: 'Comune di Esempio' };

const scenario: Scenario = {
  body: 'comune-di-esempio',
  networks: {
    linkedin: {
      account: PAGE,
      posts: [{ id: 'p1', text: 'Da lunedì lo sportello apre alle 9 (non alle 8).', hoursAgo: 20 }],
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
          media: true,
        },
        { id: 'm1', kind: 'mention', author: 'Ugo Esempio', text: 'Bravi al Comune', minutesAgo: 60 },
      ],
    },
  },
};

/** A simulated LinkedIn with its page, as the desk sees it. */
export interface LinkedinStage {
  readonly sandbox: Sandbox;
  readonly adapter: NetworkAdapter;
  readonly account: ConnectedAccount;
  readonly control: Control;
  idOf(name: string): Promise<string>;
}

export async function openLinkedin(): Promise<LinkedinStage> {
  const sandbox = await startSandbox({ networks: ['linkedin'], scenarios: [scenario], timedArrivals: false });
  const control = controlOf(sandbox.url, 'linkedin');
  return {
    sandbox,
    control,
    adapter: linkedinAdapter({ timeoutMilliseconds: 2000, clock: sandbox.clock }),
    account: await accountOn(sandbox, 'linkedin'),
    idOf: async (name) =>
      (await control<{ id: string }>('GET', `writings/${encodeURIComponent(`comune-di-esempio/${name}`)}`)).id,
  };
}

export async function openLinkedinWorld() {
  const { sandbox, adapter } = await openLinkedin();
  return worldOn(sandbox, 'linkedin', { adapter });
}
