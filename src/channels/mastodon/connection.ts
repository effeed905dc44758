// SPDX-License-Identifier: AGPL-3.0-or-later
import { systemClock } from '#kernel';
import { addressWith, askToken, Token } from '../core/oauth.ts';
import { ChannelFault, type Connection } from '../port.ts';
import { apiOf, Unanswered } from './api.ts';
import { errorOf, unclear } from './errors.ts';
import { scopes } from './limits.ts';
import { Account } from './wire.ts';

const faulty = (cause: unknown): never => {
  throw cause instanceof Unanswered ? new ChannelFault(errorOf(cause.failed, systemClock.now()), { cause }) : cause;
};

/** The application is registered on the body's own instance; its token has no end, and a dead one is connected again. */
export const connection: Connection = {
  application: {
    clientId: 'Chiave dell’applicazione, creata sull’istanza dell’ente alla voce «Sviluppo»',
    clientSecret: 'Segreto dell’applicazione, accanto alla chiave',
  },
  scopes,

  authorizeUrl: ({ baseUrl, secrets }, { redirectUri, state, challenge }) =>
    addressWith(`${baseUrl}/oauth/authorize`, {
      client_id: secrets.clientId ?? '',
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: Object.keys(scopes).join(' '),
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    }),

  async redeem({ baseUrl, secrets }, { code, redirectUri, verifier }) {
    const form = {
      grant_type: 'authorization_code',
      client_id: secrets.clientId ?? '',
      client_secret: secrets.clientSecret ?? '',
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
    };
    const { access_token: accessToken } = await askToken({ url: `${baseUrl}/oauth/token`, form }, Token, (failed) =>
      errorOf(failed, systemClock.now()),
    );
    const { client } = apiOf({ baseUrl, token: accessToken });
    const account = Account.safeParse(await client.v1.accounts.verifyCredentials().catch(faulty));
    if (!account.success) throw new ChannelFault(unclear('unexpected-account'));
    const { id, username, displayName, url } = account.data;
    return [
      {
        externalId: id,
        handle: `${username}@${URL.parse(url ?? baseUrl)?.host ?? ''}`,
        name: displayName || username,
        grant: { credentials: { accessToken }, expiries: [] },
      },
    ];
  },
};
