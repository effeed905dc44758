// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '#kernel';
import { addressWith, after, askToken, Token } from '../core/oauth.ts';
import {
  type Application,
  type ChannelError,
  ChannelFault,
  type ConnectedAccount,
  type Connection,
  type Grant,
} from '../port.ts';
import { clientAt } from './client.ts';
import { errorOf, fault } from './errors.ts';
import { scopes } from './limits.ts';
import { readerOf } from './reader.ts';
import { subscribe } from './subscribe.ts';
import { OneUser } from './wire.ts';

const application: Connection['application'] = {
  clientId: 'Identificativo dell’app dell’ente su X (OAuth 2.0 Client ID)',
  clientSecret: 'Chiave segreta dell’app dell’ente su X (OAuth 2.0 Client Secret)',
  consumerSecret: 'Chiave segreta «API Key Secret» della stessa app, che firma gli avvisi di X',
  appToken: 'Token dell’app («Bearer Token»), per leggere quante letture restano nel mese',
};

/** What X says of itself, in seconds, where a token comes without its life. */
const ACCESS_SECONDS = 7200;

export const connectionOf = (clock: Clock): Connection => ({
  application,
  scopes,

  authorizeUrl: ({ baseUrl, secrets }, { redirectUri, state, challenge }) =>
    addressWith(`${baseUrl}/2/oauth2/authorize`, {
      response_type: 'code',
      client_id: secrets.clientId ?? '',
      redirect_uri: redirectUri,
      scope: Object.keys(scopes).join(' '),
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    }),

  async redeem({ baseUrl, secrets }, { code, redirectUri, verifier }) {
    const token = await tokenOf({ baseUrl, secrets }, clock, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
    assertComplete(token);
    const client = clientAt({ baseUrl, token: token.access_token, timeoutMilliseconds: undefined });
    const { data: me } = await readerOf(client, () => clock.now()).read(OneUser, 'users/me');
    const grant = grantOf(token, secrets, clock.now());
    return [{ externalId: me.id, handle: me.username, name: me.name, grant }];
  },

  /** X's refresh token is good for one use: what comes back takes its place at once. */
  async renew({ baseUrl, credentials }: ConnectedAccount) {
    const { refreshToken = '' } = credentials;
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const token = await tokenOf({ baseUrl, secrets: credentials }, clock, form);
    return grantOf(token, credentials, clock.now());
  },

  subscribe: (account, address) => subscribe(account, address, () => clock.now()),
});

function tokenOf(
  { baseUrl, secrets: { clientId = '', clientSecret = '' } }: Application,
  clock: Clock,
  form: Readonly<Record<string, string>>,
): Promise<Token> {
  return askToken(
    {
      url: `${baseUrl}/2/oauth2/token`,
      form: { ...form, client_id: clientId },
      ...(clientSecret === '' ? {} : { basic: { user: clientId, password: clientSecret } }),
    },
    Token,
    (failed): ChannelError => errorOf(failed, 'renew', clock.now()),
  );
}

/** A person may take permissions away while granting: without one of them a capability would fail later, in silence. */
function assertComplete({ scope, refresh_token: refresh }: Token): void {
  const granted = new Set((scope ?? '').split(' '));
  const missing = Object.keys(scopes).filter((name) => scope !== undefined && !granted.has(name));
  if (missing.length === 0 && refresh !== undefined) return;
  const named = missing.length === 0 ? 'offline.access' : missing.join(', ');
  const message = `X non ha concesso tutti i permessi richiesti (mancano: ${named}): il collegamento va rifatto.`;
  throw new ChannelFault(fault('reauth-needed', 'scopes-missing', message));
}

function grantOf(token: Token, before: Readonly<Record<string, string>>, now: Date): Grant {
  const { clientId = '', clientSecret = '', consumerSecret = '', appToken = '', refreshToken = '' } = before;
  return {
    credentials: {
      accessToken: token.access_token,
      // Where none comes back the old one is still good.
      refreshToken: token.refresh_token ?? refreshToken,
      clientId,
      clientSecret,
      consumerSecret,
      appToken,
    },
    expiries: [{ what: 'access', at: after(now, token.expires_in ?? ACCESS_SECONDS), by: 'desk' }],
  };
}
