// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Clock } from '#kernel';
import { call, type Failed } from '../core/call.ts';
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
import { errorOf, unclear } from './errors.ts';
import { capabilities, NOTIFIED_ROLES, READING_ROLES, scopes, WRITING_ROLES } from './limits.ts';
import { type Acting, read, restOf } from './rest.ts';
import { subscribe } from './subscribe.ts';
import { encoded } from './urn.ts';
import { Introspection, Organization, RoleList } from './wire.ts';

const API_ORIGIN = 'https://api.linkedin.com';
const SIGN_IN_ORIGIN = 'https://www.linkedin.com';

/** People sign in, and tokens are asked for, at an address beside the interface's; a simulated one has both. */
const signInAt = (baseUrl: string): string => `${baseUrl === API_ORIGIN ? SIGN_IN_ORIGIN : baseUrl}/oauth/v2`;

/** Pages offered to choose from; nobody administers more than a few. */
const MOST_PAGES = 20;

export function connectionAt(clock: Clock): Connection {
  const ask = (application: Pick<Application, 'baseUrl'>, form: Readonly<Record<string, string>>) =>
    askToken({ url: `${signInAt(application.baseUrl)}/accessToken`, form }, Token, refreshFault(clock));

  return {
    application: {
      clientId: 'Numero dell’applicazione (Client ID), nella pagina dell’applicazione su LinkedIn',
      clientSecret: 'Chiave segreta dell’applicazione (Primary Client Secret), nella stessa pagina',
      applicationId:
        'Numero dell’applicazione che si legge nell’indirizzo della sua pagina su LinkedIn: serve agli avvisi',
    },
    scopes,
    authorizeUrl: ({ baseUrl, secrets }, { redirectUri, state }) =>
      addressWith(`${signInAt(baseUrl)}/authorization`, {
        response_type: 'code',
        client_id: secrets.clientId ?? '',
        redirect_uri: redirectUri,
        state,
        scope: Object.keys(scopes).join(' '),
      }),
    async redeem(application, { code, redirectUri }) {
      const token = await ask(application, {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        ...clientOf(application.secrets),
      });
      const grant = grantOf(token, application.secrets, clock.now());
      return pagesOf({ baseUrl: application.baseUrl, credentials: grant.credentials }, grant, clock.now());
    },
    async renew(account) {
      const { refreshToken = '' } = account.credentials;
      const token = await ask(account, {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        ...clientOf(account.credentials),
      });
      // LinkedIn may leave out the refresh token, which lives on unchanged.
      return grantOf({ refresh_token: refreshToken, ...token }, account.credentials, clock.now());
    },
    subscribe: (account, address) => subscribe({ rest: restOf(account), account, now: clock.now() }, address),
  };
}

const clientOf = ({ clientId = '', clientSecret = '' }: Readonly<Record<string, string>>) => ({
  client_id: clientId,
  client_secret: clientSecret,
});

/** Where a token is refused, only a person can give a new one. */
const refreshFault = (clock: Clock) => (failed: Failed) => {
  const error = errorOf(failed, clock.now());
  const isFinal = failed.kind === 'refused' && (failed.status === 400 || failed.status === 401);
  return isFinal ? { ...error, kind: 'reauth-needed' as const } : error;
};

/** A year from the person's consent, whatever is renewed meanwhile: then a person must consent again. */
function grantOf(token: Token, secrets: Readonly<Record<string, string>>, now: Date): Grant {
  const { access_token: accessToken, refresh_token: refreshToken } = token;
  const expiries: Expiry[] = [];
  if (token.expires_in !== undefined) {
    expiries.push({
      what: 'access',
      at: after(now, token.expires_in),
      by: refreshToken === undefined ? 'person' : 'desk',
    });
  }
  if (token.refresh_token_expires_in !== undefined) {
    expiries.push({ what: 'renewal', at: after(now, token.refresh_token_expires_in), by: 'person' });
  }
  const { clientId = '', clientSecret = '', applicationId = '' } = secrets;
  const application = { clientId, clientSecret, ...(applicationId && { applicationId }) };
  const credentials = { accessToken, ...(refreshToken && { refreshToken }), ...application };
  return { credentials, expiries };
}

const ROLES = {
  path: 'organizationAcls',
  query: { q: 'roleAssignee', state: 'APPROVED' },
  restMethod: 'FINDER',
} as const;

async function pagesOf(at: Pick<ConnectedAccount, 'baseUrl' | 'credentials'>, grant: Grant, now: Date) {
  const asking = { rest: restOf(at), now };
  const came = await read(asking, RoleList, ROLES);
  const roles = came === 'gone' ? [] : came.found.elements.filter(({ role }) => READING_ROLES.includes(role));
  const organizations = [...new Set(roles.map(({ organization }) => organization))].slice(0, MOST_PAGES);
  return Promise.all(
    organizations.map(async (externalId) => {
      const id = externalId.slice(externalId.lastIndexOf(':') + 1);
      const page = await read(asking, Organization, { path: `organizations/${encoded(id)}` });
      const { localizedName = externalId, vanityName = '' } = page === 'gone' ? {} : page.found;
      return { externalId, handle: vanityName || id, name: localizedName, grant };
    }),
  );
}

/** Who the token acts for, what the role lets it do, and until when. */
export async function check(acting: Acting): Promise<Check> {
  const token = await introspect(acting);
  const came = await read(acting, RoleList, ROLES);
  const roles = (came === 'gone' ? [] : came.found.elements)
    .filter(({ organization }) => organization === acting.account.externalId)
    .map(({ role }) => role);
  const has = (wanted: readonly string[]) => roles.some((role) => wanted.includes(role));
  const granted = token.scope?.split(/[\s,]+/);
  const hasScope = (scope: string) => granted === undefined || granted.includes(scope);
  const lacking = (Object.keys(capabilities) as Capability[]).filter((capability) => {
    if (!['api', 'limited'].includes(capabilities[capability].how)) return false;
    const need = NEEDS[capability] ?? WRITES;
    return !(hasScope(need.scope) && has(need.roles));
  });
  const { refreshToken = '' } = acting.account.credentials;
  const access = token.expires_at;
  return {
    expiries:
      access === undefined
        ? []
        : [{ what: 'access', at: new Date(access * 1000), by: refreshToken === '' ? 'person' : 'desk' }],
    lacking,
  };
}

const WRITES = { scope: 'w_organization_social_feed', roles: WRITING_ROLES };
const NEEDS: Partial<Readonly<Record<Capability, typeof WRITES>>> = {
  'read-comments': { scope: 'r_organization_social_feed', roles: READING_ROLES },
  'read-mentions': { scope: 'rw_organization_admin', roles: NOTIFIED_ROLES },
  insights: { scope: 'rw_organization_admin', roles: NOTIFIED_ROLES },
};

async function introspect({ account, now }: Acting): Promise<z.infer<typeof Introspection>> {
  const { accessToken = '' } = account.credentials;
  const answer = await call({
    method: 'POST',
    url: `${signInAt(account.baseUrl)}/introspectToken`,
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ token: accessToken, ...clientOf(account.credentials) }),
  });
  if (answer.kind !== 'answer') throw new ChannelFault(errorOf(answer, now));
  const token = Introspection.safeParse(answer.body);
  if (!token.success) throw new ChannelFault(unclear('unexpected-token'), { cause: token.error });
  if (!token.data.active) {
    throw new ChannelFault(errorOf({ kind: 'refused', status: 401, body: {}, headers: new Headers() }, now));
  }
  return token.data;
}
