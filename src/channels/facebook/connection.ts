// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Failed } from '../core/call.ts';
import { graphAt, graphReader, Id, readableListOf } from '../core/graph.ts';
import { GraphErrorBody } from '../core/graph-errors.ts';
import { addressWith, askToken, Token } from '../core/oauth.ts';
import { type Application, type ChannelError, ChannelFault, type Connectable, type Connection } from '../port.ts';
import { errors, noPageToConnect } from './errors.ts';
import { credentials, GRAPH_VERSION, NEEDED_TASKS, PAGE_SIZE, scopes } from './limits.ts';
import { subscribe } from './subscribe.ts';

const Managed = z.object({
  id: Id,
  name: z.string(),
  username: z.string().optional(),
  access_token: z.string().min(1),
  tasks: z.array(z.string()).default([]),
});
type Managed = z.infer<typeof Managed>;

const { appId, appSecret, verifyToken } = credentials as Record<'appId' | 'appSecret' | 'verifyToken', string>;

/**
 * A person logs in, their token becomes a long one, and with it come the tokens of the Pages they manage: these do not expire and
 * cannot be renewed, so a dead one is connected again by a person.
 */
export const connection: Connection = {
  application: { appId, appSecret, verifyToken },
  scopes,

  authorizeUrl: ({ baseUrl, secrets }, { redirectUri, state }) =>
    addressWith(`${siteOf(baseUrl)}/${GRAPH_VERSION}/dialog/oauth`, {
      client_id: secrets.appId ?? '',
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: Object.keys(scopes).join(','),
      state,
    }),

  async redeem(application, { code, redirectUri }) {
    const short = await userToken(application, { code, redirect_uri: redirectUri });
    const long = await userToken(application, { grant_type: 'fb_exchange_token', fb_exchange_token: short });
    const pages = await managedPages(application, long);
    const able = pages.filter(({ tasks }) => NEEDED_TASKS.every((task) => tasks.includes(task)));
    if (able.length === 0) throw new ChannelFault(noPageToConnect);
    return able.map((page) => connectable(page, application));
  },

  subscribe,
};

/** People log in on the site, programs talk to the interface beside it. */
const siteOf = (baseUrl: string): string => baseUrl.replace('://graph.', '://www.');

/** In a form: Facebook documents an address, which would carry the secret into whatever records addresses. */
async function userToken({ baseUrl, secrets }: Application, form: Readonly<Record<string, string>>): Promise<string> {
  const application = { client_id: secrets.appId ?? '', client_secret: secrets.appSecret ?? '' };
  const url = `${baseUrl}/${GRAPH_VERSION}/oauth/access_token`;
  const token = await askToken({ url, form: { ...application, ...form } }, Token, errorOf);
  return token.access_token;
}

function errorOf(failed: Failed): ChannelError {
  if (failed.kind === 'unclear') return errors.unclear(failed.code);
  const refused = GraphErrorBody.safeParse(failed.body);
  if (!refused.success) return errors.unclear(`http-${failed.status}`);
  return errors.refusal(refused.data.error, failed.headers);
}

async function managedPages({ baseUrl, secrets }: Application, token: string): Promise<readonly Managed[]> {
  const host = { baseUrl, version: GRAPH_VERSION, token, appSecret: secrets.appSecret ?? '' };
  const query = { fields: 'id,name,username,access_token,tasks', limit: `${PAGE_SIZE}` };
  const { nodes } = await graphReader(graphAt(host), errors).list<Managed>(
    readableListOf(Managed),
    'me/accounts',
    query,
  );
  return nodes;
}

const connectable = (
  { id, name, username, access_token: pageToken }: Managed,
  { secrets }: Application,
): Connectable => ({
  externalId: id,
  handle: username ?? id,
  name,
  grant: {
    credentials: {
      pageToken,
      appId: secrets.appId ?? '',
      appSecret: secrets.appSecret ?? '',
      verifyToken: secrets.verifyToken ?? '',
    },
    expiries: [],
  },
});
