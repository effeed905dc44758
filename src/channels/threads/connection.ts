// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Clock, systemClock } from '#kernel';
import { call, type Failed } from '../core/call.ts';
import { graphAt, graphReader } from '../core/graph.ts';
import { GraphErrorBody } from '../core/graph-errors.ts';
import { addressWith, after, askToken, Token } from '../core/oauth.ts';
import {
  type Application,
  type ChannelError,
  ChannelFault,
  type Connectable,
  type ConnectedAccount,
  type Connection,
  type Expiry,
  type Grant,
} from '../port.ts';
import { debugToken, expiriesOf } from './check.ts';
import { errors } from './errors.ts';
import { API_VERSION, credentials, PERMISSION_SECONDS, scopes, TOKEN_SECONDS } from './limits.ts';
import { graphOf, Me } from './wire.ts';

const { appId, appSecret, verifyToken } = credentials as Record<'appId' | 'appSecret' | 'verifyToken', string>;

/** People log in on the site, programs talk to the interface beside it. */
const siteOf = (baseUrl: string): string => baseUrl.replace('://graph.', '://www.');

/** A code gives a token of an hour, which gives one of sixty days, which the desk renews while the permission lasts. */
export function connectionAt(clock: Clock = systemClock): Connection {
  return {
    application: { appId, appSecret, verifyToken },
    scopes,
    authorizeUrl: ({ baseUrl, secrets }, { redirectUri, state }) =>
      addressWith(`${siteOf(baseUrl)}/oauth/authorize`, {
        client_id: secrets.appId ?? '',
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: Object.keys(scopes).join(','),
        state,
      }),
    redeem: (application, came) => redeem(application, came, clock),
    renew: (account) => renew(account, clock),
  };
}

async function redeem(
  { baseUrl, secrets }: Application,
  { code, redirectUri }: Parameters<Connection['redeem']>[1],
  clock: Clock,
): Promise<readonly Connectable[]> {
  const client = { client_id: secrets.appId ?? '', client_secret: secrets.appSecret ?? '' };
  const form = { ...client, code, grant_type: 'authorization_code', redirect_uri: redirectUri };
  const { access_token: short } = await askToken({ url: `${baseUrl}/oauth/access_token`, form }, Token, errorOf);
  const exchange = { grant_type: 'th_exchange_token', client_secret: client.client_secret };
  const long = await askLong(addressWith(`${baseUrl}/access_token`, exchange), short);
  const token = long.access_token;
  const me = await graphReader(graphAt({ baseUrl, version: API_VERSION, token }), errors).read(Me, 'me', {
    fields: 'id,username',
  });
  return [
    {
      externalId: me.id,
      handle: me.username,
      name: me.username,
      grant: {
        credentials: {
          token,
          appId: secrets.appId ?? '',
          appSecret: secrets.appSecret ?? '',
          verifyToken: secrets.verifyToken ?? '',
        },
        expiries: [
          accessOf(long, clock),
          { what: 'permission', at: after(clock.now(), PERMISSION_SECONDS), by: 'person' },
        ],
      },
    },
  ];
}

/** Threads exchanges and renews only by address; the token goes in a header, the secret has no other place. */
async function askLong(url: string, token: string): Promise<Token> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
  const answer = await call({ method: 'GET', url, headers });
  if (answer.kind !== 'answer') throw new ChannelFault(errorOf(answer));
  const read = Token.safeParse(answer.body);
  if (!read.success) throw new ChannelFault(errors.unclear('unexpected-token'), { cause: read.error });
  return read.data;
}

const accessOf = ({ expires_in: seconds = TOKEN_SECONDS }: Token, clock: Clock): Expiry => ({
  what: 'access',
  at: after(clock.now(), seconds),
  by: 'desk',
});

/** Threads renews what is a day old at least and not yet expired; only of a public profile does the permission go on too. */
async function renew(account: ConnectedAccount, clock: Clock): Promise<Grant> {
  const address = addressWith(`${account.baseUrl}/refresh_access_token`, { grant_type: 'th_refresh_token' });
  const renewed = await askLong(address, account.credentials.token ?? '');
  const held = { ...account.credentials, token: renewed.access_token };
  return { credentials: held, expiries: await expiries({ ...account, credentials: held }, accessOf(renewed, clock)) };
}

/** The new token must not be lost because Threads did not tell how long it holds. */
async function expiries(account: ConnectedAccount, access: Expiry): Promise<readonly Expiry[]> {
  try {
    return expiriesOf(await debugToken(graphOf(account), account.credentials.token ?? ''));
  } catch (fault) {
    if (fault instanceof ChannelFault) return [access];
    throw fault;
  }
}

function errorOf(failed: Failed): ChannelError {
  if (failed.kind === 'unclear') return errors.unclear(failed.code);
  const refused = GraphErrorBody.safeParse(failed.body);
  if (refused.success) return errors.refusal(refused.data.error, failed.headers);
  return failed.status < 500
    ? { ...errors.refusal({ code: 190, error_subcode: 458 }, failed.headers), code: `http-${failed.status}` }
    : errors.unclear(`http-${failed.status}`);
}
