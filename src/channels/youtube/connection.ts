// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '#kernel';
import { addressWith, after, askToken, Token } from '../core/oauth.ts';
import type { Application, Capability, Check, Connectable, Connection, Expiry, Grant } from '../port.ts';
import { addressesFrom } from './addresses.ts';
import { type Acting, actingFor, read } from './api.ts';
import { errorOf, fault, noChannel, notTheChannel, scopesLacking } from './errors.ts';
import { SCOPE_ANALYTICS, SCOPE_COMMENTS, scopes } from './limits.ts';
import { subscribe } from './subscribe.ts';
import { ChannelList, TokenInfo } from './wire.ts';

const application = {
  clientId: 'Identificativo dell’applicazione dell’ente su Google Cloud',
  clientSecret: 'Chiave segreta dell’applicazione dell’ente su Google Cloud',
};

interface Running {
  readonly clock: Clock;
  readonly timeoutMilliseconds: number;
}

export function connectionWith(running: Running): Connection {
  const { clock } = running;
  const ask = (url: string, form: Readonly<Record<string, string>>) =>
    askToken({ url, form }, Token, (failed) => errorOf(failed, clock.now()));
  return {
    application,
    scopes,

    authorizeUrl: ({ baseUrl, secrets }, { redirectUri, state, challenge }) =>
      addressWith(addressesFrom(baseUrl).authorize, {
        client_id: secrets.clientId ?? '',
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: Object.keys(scopes).join(' '),
        // Without these two Google gives no token to renew with.
        access_type: 'offline',
        prompt: 'consent',
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }),

    async redeem(from, { code, redirectUri, verifier }) {
      const { clientId = '', clientSecret = '' } = from.secrets;
      const token = await ask(addressesFrom(from.baseUrl).token, {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        client_id: clientId,
        client_secret: clientSecret,
        code_verifier: verifier,
      });
      // The person may untick any of the things asked.
      const granted = token.scope?.split(' ');
      if (granted !== undefined && !granted.includes(SCOPE_COMMENTS)) throw fault(scopesLacking);
      if (token.refresh_token === undefined) throw fault(scopesLacking);
      return channelsOf(running, from, grantFrom(token, { clientId, clientSecret }, clock.now()));
    },

    async renew({ baseUrl, credentials }) {
      const { refreshToken = '', clientId = '', clientSecret = '' } = credentials;
      const token = await ask(addressesFrom(baseUrl).token, {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        client_id: clientId,
        client_secret: clientSecret,
      });
      return grantFrom(token, credentials, clock.now());
    },

    subscribe: (account, address) => subscribe(actingFor(account, running), address),
  };
}

/** The token to renew with comes only the first time, and holds until somebody takes it back. */
function grantFrom(token: Token, before: Readonly<Record<string, string>>, now: Date): Grant {
  const { access_token: accessToken, refresh_token: refreshToken, expires_in, refresh_token_expires_in } = token;
  const expiries: Expiry[] = [];
  if (expires_in !== undefined) expiries.push({ what: 'access', at: after(now, expires_in), by: 'desk' });
  // Only while the application is still in testing: seven days.
  if (refresh_token_expires_in !== undefined) {
    expiries.push({ what: 'renewal', at: after(now, refresh_token_expires_in), by: 'person' });
  }
  return { credentials: { ...before, accessToken, ...(refreshToken === undefined ? {} : { refreshToken }) }, expiries };
}

/** One at most: who owns several chooses among them on Google's page. */
async function channelsOf(running: Running, { baseUrl }: Application, grant: Grant): Promise<readonly Connectable[]> {
  const acting = actingFor({ externalId: '', handle: '', baseUrl, credentials: grant.credentials }, running);
  const { items } = await ownChannels(acting);
  if (items.length === 0) throw fault(noChannel);
  return items.map(({ id, snippet }) => ({
    externalId: id,
    handle: (snippet?.customUrl ?? id).replace(/^@/, ''),
    name: snippet?.title ?? id,
    grant,
  }));
}

const ownChannels = (acting: Acting) =>
  read(acting, {
    shape: ChannelList,
    purpose: 'read',
    send: (api) => api.channels.list({ part: ['snippet'], mine: true }),
  });

const LOST_WITHOUT: Readonly<Record<string, readonly Capability[]>> = {
  [SCOPE_COMMENTS]: [
    'publish-video',
    'schedule',
    'edit-post',
    'remove-post',
    'read-comments',
    'reply',
    'hide',
    'unhide',
    'hold',
    'ban',
  ],
  [SCOPE_ANALYTICS]: ['insights'],
};

/** Whose the token is, what it may do and until when. YouTube tells nobody how many units are left. */
export async function check(acting: Acting): Promise<Check> {
  const { account, clock } = acting;
  const { items } = await ownChannels(acting);
  if (items.length === 0) throw fault(noChannel);
  if (!items.some(({ id }) => id === account.externalId)) throw fault(notTheChannel);
  const { expires_in: seconds, scope } = await askToken(
    { url: addressesFrom(account.baseUrl).tokenInfo, form: { access_token: account.credentials.accessToken ?? '' } },
    TokenInfo,
    (failed) => errorOf(failed, clock.now()),
  );
  const granted = new Set(scope.split(' '));
  return {
    expiries: [{ what: 'access', at: after(clock.now(), seconds), by: 'desk' }],
    lacking: Object.entries(LOST_WITHOUT).flatMap(([name, lost]) => (granted.has(name) ? [] : lost)),
  };
}
