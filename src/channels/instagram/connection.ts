// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Clock, systemClock } from '#kernel';
import { call, type Failed } from '../core/call.ts';
import { graphAt, graphReader, Id, readableListOf } from '../core/graph.ts';
import { GraphErrorBody } from '../core/graph-errors.ts';
import { addressWith, after, askToken, Token } from '../core/oauth.ts';
import {
  type Application,
  type ChannelError,
  ChannelFault,
  type Connectable,
  type ConnectedAccount,
  type Connection,
  type Grant,
} from '../port.ts';
import { errors, noAccountToConnect } from './errors.ts';
import { credentials, GRAPH_VERSION, type Route, SCOPES, TOKEN_SECONDS } from './limits.ts';
import { subscribe } from './subscribe.ts';
import { Me, routeOf } from './wire.ts';

const { route, appId, appSecret, verifyToken } = credentials as Record<
  'route' | 'appId' | 'appSecret' | 'verifyToken',
  string
>;

const wayOf = ({ secrets }: Application): Route => routeOf({ credentials: secrets });
const idsOf = ({ secrets }: Application) => ({
  client_id: secrets.appId ?? '',
  client_secret: secrets.appSecret ?? '',
});

/** People log in on the site and codes are exchanged beside it; programs talk to the interface. */
const siteOf = (baseUrl: string): string => baseUrl.replace('://graph.', '://www.');
const exchangeOf = (baseUrl: string): string => baseUrl.replace('://graph.', '://api.');

/**
 * Through Facebook the accounts come with the Pages that a person manages, and their tokens do not expire; through Instagram one
 * account comes, with a token of sixty days that the desk renews.
 */
export function connectionAt(clock: Clock = systemClock): Connection {
  return {
    application: { route, appId, appSecret, verifyToken },
    scopes: { ...SCOPES['facebook-login'], ...SCOPES['instagram-login'] },

    authorizeUrl(application, { redirectUri, state }) {
      const site = siteOf(application.baseUrl);
      const isThroughFacebook = wayOf(application) === 'facebook-login';
      return addressWith(isThroughFacebook ? `${site}/${GRAPH_VERSION}/dialog/oauth` : `${site}/oauth/authorize`, {
        client_id: application.secrets.appId ?? '',
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: Object.keys(SCOPES[wayOf(application)]).join(','),
        state,
      });
    },

    redeem: (application, came) =>
      wayOf(application) === 'facebook-login'
        ? throughFacebook(application, came)
        : throughInstagram(application, came, clock),

    renew: (account) => renew(account, clock),
    subscribe,
  };
}

type Came = Parameters<Connection['redeem']>[1];

const Managed = z.object({
  id: Id,
  name: z.string(),
  access_token: z.string().min(1),
  instagram_business_account: z.object({ id: Id, username: z.string() }).nullish(),
});
type Managed = z.infer<typeof Managed>;

async function throughFacebook(application: Application, came: Came): Promise<readonly Connectable[]> {
  const { baseUrl, secrets } = application;
  const ask = async (form: Readonly<Record<string, string>>): Promise<string> => {
    // In a form: the documented address would carry the secret into whatever records addresses.
    const url = `${baseUrl}/${GRAPH_VERSION}/oauth/access_token`;
    return (await askToken({ url, form: { ...idsOf(application), ...form } }, Token, errorOf)).access_token;
  };
  const short = await ask({ code: came.code, redirect_uri: came.redirectUri });
  const long = await ask({ grant_type: 'fb_exchange_token', fb_exchange_token: short });
  const graph = graphAt({ baseUrl, version: GRAPH_VERSION, token: long, appSecret: secrets.appSecret ?? '' });
  const fields = 'id,name,access_token,instagram_business_account{id,username}';
  const { nodes } = await graphReader(graph, errors).list<Managed>(readableListOf(Managed), 'me/accounts', { fields });
  const found = nodes.flatMap(({ name, access_token: token, instagram_business_account: account }) =>
    account ? [connectable({ externalId: account.id, handle: account.username, name }, application, { token })] : [],
  );
  if (found.length === 0) throw new ChannelFault(noAccountToConnect);
  return found;
}

const connectable = (
  account: Omit<Connectable, 'grant'>,
  application: Application,
  { token, expiries = [] }: { readonly token: string; readonly expiries?: Grant['expiries'] },
): Connectable => ({
  ...account,
  grant: {
    credentials: {
      route: wayOf(application),
      token,
      appId: application.secrets.appId ?? '',
      appSecret: application.secrets.appSecret ?? '',
      verifyToken: application.secrets.verifyToken ?? '',
    },
    expiries,
  },
});

/** The code's answer is told bare or in a list, depending on the page that tells it. */
const Exchanged = z.union([
  Token,
  z.object({ data: z.tuple([Token]).rest(z.unknown()) }).transform(({ data }) => data[0]),
]);

async function throughInstagram(application: Application, came: Came, clock: Clock): Promise<readonly Connectable[]> {
  const { baseUrl } = application;
  const url = `${exchangeOf(baseUrl)}/oauth/access_token`;
  const form = { ...idsOf(application), grant_type: 'authorization_code', redirect_uri: came.redirectUri };
  const { access_token: short } = await askToken({ url, form: { ...form, code: came.code } }, Exchanged, errorOf);
  const { client_secret } = idsOf(application);
  const long = await askLong(
    addressWith(`${baseUrl}/access_token`, { grant_type: 'ig_exchange_token', client_secret }),
    short,
  );
  const graph = graphAt({ baseUrl, version: GRAPH_VERSION, token: long.access_token });
  const me = await graphReader(graph, errors).read(Me, 'me', { fields: 'user_id,username' });
  if (me.user_id === undefined) throw new ChannelFault(noAccountToConnect);
  const account = { externalId: me.user_id, handle: me.username, name: me.username };
  return [connectable(account, application, { token: long.access_token, expiries: expiryOf(long, clock) })];
}

/** Instagram exchanges and renews only by address; the token goes in a header, the secret has no other place. */
async function askLong(url: string, token: string): Promise<Token> {
  const answer = await call({
    method: 'GET',
    url,
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  });
  if (answer.kind !== 'answer') throw new ChannelFault(errorOf(answer));
  const read = Token.safeParse(answer.body);
  if (!read.success) throw new ChannelFault(errors.unclear('unexpected-token'), { cause: read.error });
  return read.data;
}

const expiryOf = ({ expires_in: seconds = TOKEN_SECONDS }: Token, clock: Clock): Grant['expiries'] => [
  { what: 'access', at: after(clock.now(), seconds), by: 'desk' },
];

/** Of a Page's token there is nothing to renew. Instagram renews what is a day old at least and not yet expired. */
async function renew(account: ConnectedAccount, clock: Clock): Promise<Grant> {
  if (routeOf(account) === 'facebook-login') return { credentials: account.credentials, expiries: [] };
  const address = addressWith(`${account.baseUrl}/refresh_access_token`, { grant_type: 'ig_refresh_token' });
  const renewed = await askLong(address, account.credentials.token ?? '');
  return { credentials: { ...account.credentials, token: renewed.access_token }, expiries: expiryOf(renewed, clock) };
}

function errorOf(failed: Failed): ChannelError {
  if (failed.kind === 'unclear') return errors.unclear(failed.code);
  const refused = GraphErrorBody.safeParse(failed.body);
  if (refused.success) return errors.refusal(refused.data.error, failed.headers);
  // The exchange of codes beside the interface refuses in words of its own.
  return failed.status < 500
    ? { ...errors.refusal({ code: 190, error_subcode: 458 }, failed.headers), code: `http-${failed.status}` }
    : errors.unclear(`http-${failed.status}`);
}
