// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Clock } from '#kernel';
import { addressWith, after, askToken, Token } from '../core/oauth.ts';
import {
  type Application,
  type Capability,
  ChannelFault,
  type Check,
  type ConnectedAccount,
  type Connection,
  type Expiry,
  type Grant,
} from '../port.ts';
import { type Acting, businessApi, faultOf, OPEN_ORIGIN, read } from './api.ts';
import { unclear } from './errors.ts';
import { NEEDED_FOR, POSTING, scopes } from './limits.ts';
import { subscribe } from './subscribe.ts';
import { BusinessToken, CreatorInfo, Profile, TokenInfo } from './wire.ts';

const SIGN_IN_ORIGIN = 'https://www.tiktok.com';

/** What grants reading and answering comments. Publishing is another application of TikTok's, with secrets of its own. */
export function connectionAt(clock: Clock): Connection {
  return {
    application: {
      appId: 'Numero dell’applicazione (App ID) su TikTok API for Business',
      appSecret: 'Chiave segreta (Secret) della stessa applicazione',
    },
    scopes,
    authorizeUrl: ({ baseUrl, secrets }, { redirectUri, state }) =>
      addressWith(`${baseUrl === OPEN_ORIGIN ? SIGN_IN_ORIGIN : baseUrl}/v2/auth/authorize`, {
        client_key: secrets.appId ?? '',
        scope: Object.keys(scopes).join(','),
        response_type: 'code',
        redirect_uri: redirectUri,
        state,
      }),
    async redeem(application, { code, redirectUri }) {
      const token = await askBusiness(application, clock.now(), {
        path: 'tt_user/oauth2/token/',
        body: { grant_type: 'authorization_code', auth_code: code, redirect_uri: redirectUri },
      });
      const grant = grantOf(token, application.secrets, clock.now());
      const place = { baseUrl: application.baseUrl, credentials: grant.credentials };
      const query = { business_id: token.open_id, fields: JSON.stringify(['username', 'display_name']) };
      const asked = { method: 'GET', path: 'business/get/', query } as const;
      const came = await read(businessApi(place), Profile, { asked, now: clock.now() });
      const { username = '', display_name: name = '' } = came === 'gone' ? {} : came.found;
      const handle = username || token.open_id;
      return [{ externalId: token.open_id, handle, name: name || handle, grant }];
    },
    async renew(account) {
      const { refreshToken = '' } = account.credentials;
      const token = await askBusiness({ baseUrl: account.baseUrl, secrets: account.credentials }, clock.now(), {
        path: 'tt_user/oauth2/refresh_token/',
        body: { grant_type: 'refresh_token', refresh_token: refreshToken },
      });
      const grant = grantOf(token, account.credentials, clock.now());
      const posting = await renewPosting(account, clock.now());
      return {
        credentials: { ...grant.credentials, ...posting.credentials },
        expiries: [...grant.expiries, ...posting.expiries],
      };
    },
    subscribe: (account, address) => subscribe({ account, business: businessApi(account), now: clock.now() }, address),
  };
}

/** Where a token is refused, only a person can give a new one. */
async function askBusiness(
  { baseUrl, secrets }: Application,
  now: Date,
  { path, body }: { readonly path: string; readonly body: Readonly<Record<string, string>> },
): Promise<z.infer<typeof BusinessToken>> {
  const { appId = '', appSecret = '' } = secrets;
  const answer = await businessApi({ baseUrl, credentials: secrets })({
    method: 'POST',
    path,
    body: { client_id: appId, client_secret: appSecret, ...body },
  });
  if (answer.kind !== 'answer') {
    const error = faultOf(answer, now);
    const isPassing = error.kind === 'transient' || error.kind === 'rate-limited';
    throw new ChannelFault(isPassing ? error : { ...error, kind: 'reauth-needed' });
  }
  const token = BusinessToken.safeParse(answer.data);
  if (token.success) return token.data;
  throw new ChannelFault(unclear('unexpected-token'), { cause: token.error });
}

function grantOf(token: z.infer<typeof BusinessToken>, secrets: Readonly<Record<string, string>>, now: Date): Grant {
  return {
    credentials: { ...secrets, accessToken: token.access_token, refreshToken: token.refresh_token },
    expiries: livesOf(token, now),
  };
}

/** A year after the last renewal, which gives a new one each time. */
function livesOf(
  token: { readonly expires_in?: number | undefined; readonly refresh_token_expires_in?: number | undefined },
  now: Date,
): readonly Expiry[] {
  const { expires_in: access, refresh_token_expires_in: renewal } = token;
  return [
    ...(access === undefined ? [] : [{ what: 'access', at: after(now, access), by: 'desk' } as const]),
    ...(renewal === undefined ? [] : [{ what: 'renewal', at: after(now, renewal), by: 'person' } as const]),
  ];
}

const NONE: Grant = { credentials: {}, expiries: [] };

/**
 * The other pair of tokens, where there is one. INVARIANT: its failure must not lose the first pair, which is renewed already and
 * whose old one is dead; `check` will say what is lacking.
 */
async function renewPosting(account: ConnectedAccount, now: Date): Promise<Grant> {
  const { postingRefreshToken = '', clientKey = '', clientSecret = '' } = account.credentials;
  if (postingRefreshToken === '') return NONE;
  const form = {
    client_key: clientKey,
    client_secret: clientSecret,
    grant_type: 'refresh_token',
    refresh_token: postingRefreshToken,
  };
  try {
    const token = await askToken({ url: `${account.baseUrl}/v2/oauth/token/`, form }, Token, () => unclear('posting'));
    const credentials = {
      postingToken: token.access_token,
      postingRefreshToken: token.refresh_token ?? postingRefreshToken,
    };
    return { credentials, expiries: livesOf({ expires_in: token.expires_in }, now) };
  } catch (fault) {
    if (fault instanceof ChannelFault) return NONE;
    throw fault;
  }
}

/** What the tokens let one do. Until when, TikTok tells only when it gives them. Throws `ChannelFault`. */
export async function check(acting: Acting): Promise<Check> {
  const { accessToken = '', appId = '' } = acting.account.credentials;
  const asked = {
    method: 'POST',
    path: 'tt_user/token_info/get/',
    body: { app_id: appId, access_token: accessToken },
  } as const;
  const came = await read(acting.business, TokenInfo, { asked, now: acting.now });
  const granted = new Set(came === 'gone' ? [] : came.found.scope.split(/[\s,]+/));
  const lacking = Object.entries(NEEDED_FOR).flatMap(([scope, needed]) => (granted.has(scope) ? [] : needed));
  const posting: readonly Capability[] = (await mayPost(acting)) ? [] : POSTING;
  return { expiries: [], lacking: [...new Set([...lacking, ...posting])] };
}

async function mayPost({ account, posting, now }: Acting): Promise<boolean> {
  if ((account.credentials.postingToken ?? '') === '') return false;
  const asked = { method: 'POST', path: 'post/publish/creator_info/query/', body: {} } as const;
  try {
    const came = await read(posting, CreatorInfo, { asked, now });
    return came !== 'gone' && came.found.privacy_level_options.includes('PUBLIC_TO_EVERYONE');
  } catch (fault) {
    // Comments are read and answered whatever becomes of publishing; a passing trouble lacks nothing.
    if (fault instanceof ChannelFault) return fault.error.kind === 'transient' || fault.error.kind === 'rate-limited';
    throw fault;
  }
}
