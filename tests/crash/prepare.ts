// SPDX-License-Identifier: AGPL-3.0-or-later
import { systemClock } from '#kernel';
import { silentLog } from '#platform';
import type { Sandbox } from '../../sandbox/index.ts';
import { startPortavoce } from '../../src/app/portavoce.ts';
import { accountOn } from '../channels/world.ts';
import { credentialsOf, openAccountOf, openBody } from '../support/body.ts';
import { configIn } from '../support/own-portavoce.ts';

export const BODY = 'comune-di-esempio';
const PAGE = { id: '900000000000009', handle: 'PaginaDiProva', name: 'Comune di Esempio' };
export const POST = { slug: BODY, post: `${PAGE.id}_1` };

export const SCENARIO = {
  body: BODY,
  networks: {
    facebook: {
      account: PAGE,
      credentials: { pageToken: 'token-di-prova' },
      posts: [{ id: POST.post, text: 'La biblioteca cambia orario.', hoursAgo: 1 }],
      items: [],
      arriving: [],
    },
    // Where a publication takes two steps.
    instagram: { account: { id: '17841400000000009', handle: PAGE.handle, name: PAGE.name }, posts: [] },
    threads: { account: { id: '27841400000000009', handle: PAGE.handle, name: PAGE.name }, posts: [] },
  },
};

export const NETWORKS = ['facebook', 'instagram', 'threads'] as const;

export interface Setting {
  readonly port: number;
  /** The desk’s ids of the body’s accounts. */
  readonly accounts: Readonly<Record<(typeof NETWORKS)[number], string>>;
  /** The one on Facebook. */
  readonly account: string;
  readonly email: string;
  readonly password: string;
}

/** A desk with one body, one page and one moderator, and then closed: what follows runs it as a user would. */
export async function prepare(dataDir: string, sandbox: Sandbox): Promise<Setting> {
  const config = configIn(dataDir);
  const portavoce = await startPortavoce({ config, clock: systemClock, log: silentLog, say: () => {} });
  const { id: externalId, handle, name } = PAGE;
  await openBody(portavoce, { slug: BODY, name });
  const { baseUrl, secrets } = sandbox.network('facebook');
  const credentials = { ...SCENARIO.networks.facebook.credentials, ...secrets };
  const url = `${sandbox.url}/facebook/${handle}`;
  const account = await openAccountOf(portavoce, {
    ...{ body: BODY, network: 'facebook', externalId, handle, name, url, baseUrl, credentials },
  });
  const opens = async (network: 'instagram' | 'threads') => {
    const connected = await accountOn(sandbox, network, BODY);
    const shown = `${sandbox.url}/${network}/${connected.handle}`;
    return openAccountOf(portavoce, { ...connected, body: BODY, network, url: shown, name });
  };
  const accounts = { facebook: account, instagram: await opens('instagram'), threads: await opens('threads') };
  await portavoce.stop();
  return { accounts, port: Number(new URL(portavoce.url).port), account, ...credentialsOf(BODY, 'moderator') };
}
