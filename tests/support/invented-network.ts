// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type Capability,
  type ChannelErrorKind,
  ChannelFault,
  type ConnectedAccount,
  type Grant,
  type InboundEvent,
  type NetworkAdapter,
} from '#channels';
import type { Clock } from '#kernel';

// An adapter of the invented network of `oauth-network.ts`, in the shape of the port. It borrows what can be done and where a
// person is sent from a real one, in whose place it stands.

export interface InventedOptions {
  readonly declaration?: string;
  readonly dailyUnits?: NonNullable<NetworkAdapter['limits']['dailyUnits']>;
  /** When the person's consent is over; absent: never. */
  readonly consentUntil?: Date;
  /** What the profile says of itself; absent: nothing. */
  readonly profile?: () => string;
}

interface Asking {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

const fault = (kind: ChannelErrorKind, code: string) =>
  new ChannelFault({ kind, code, message: 'La rete inventata ha rifiutato la richiesta.' });

async function ask<Body>({ baseUrl, credentials }: Reachable, { method = 'GET', path, body }: Asking): Promise<Body> {
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${credentials.accessToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.status === 401) throw fault('token-expired', 'token_expired');
  if (response.status === 403) throw fault('reauth-needed', 'permission_missing');
  if (!response.ok) throw fault('transient', String(response.status));
  return (await response.json()) as Body;
}

type Reachable = Pick<ConnectedAccount, 'baseUrl' | 'credentials'>;

export function inventedNetwork(like: NetworkAdapter, clock: Clock, options: InventedOptions = {}): NetworkAdapter {
  const { dailyUnits, consentUntil } = options;

  async function tokens(at: Reachable, form: Readonly<Record<string, string>>): Promise<Grant> {
    const { clientId = '', clientSecret = '' } = at.credentials;
    const response = await fetch(`${at.baseUrl}/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form }),
    });
    if (!response.ok) throw fault('reauth-needed', ((await response.json()) as { error: string }).error);
    const token = (await response.json()) as { access_token: string; refresh_token: string; expires_in: number };
    return {
      credentials: { accessToken: token.access_token, refreshToken: token.refresh_token, clientId, clientSecret },
      expiries: [
        { what: 'access', at: new Date(clock.now().getTime() + token.expires_in * 1000), by: 'desk' },
        ...(consentUntil === undefined ? [] : [{ what: 'permission', at: consentUntil, by: 'person' } as const]),
      ],
    };
  }

  const spent = async ({ spend }: ConnectedAccount, units: number, purpose: 'read' | 'write') => {
    if (spend !== undefined && !(await spend(units, purpose))) throw fault('allowance-spent', 'units');
  };

  return {
    ...like,
    label: 'Rete inventata',
    limits: { ...like.limits, ...(dailyUnits && { dailyUnits }) },
    credentials: { accessToken: 'accesso', refreshToken: 'rinnovo' },
    declaration: options.declaration ?? null,
    connection: {
      application: { clientId: 'Numero dell’applicazione', clientSecret: 'Chiave segreta dell’applicazione' },
      scopes: { leggere: 'per leggere gli interventi', scrivere: 'per rispondere' },
      authorizeUrl: ({ baseUrl, secrets }, { redirectUri, state, challenge }) => {
        const url = new URL(`${baseUrl}/authorize`);
        const asked = { client_id: secrets.clientId ?? '', redirect_uri: redirectUri, state };
        for (const [name, value] of Object.entries({ ...asked, code_challenge: challenge }))
          url.searchParams.set(name, value);
        return url.href;
      },
      redeem: async ({ baseUrl, secrets }, { code, redirectUri, verifier }) => {
        const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
        const grant = await tokens({ baseUrl, credentials: secrets }, form);
        const at = { baseUrl, credentials: grant.credentials };
        const { profiles } = await ask<{ profiles: { id: string; handle: string; name: string }[] }>(at, {
          path: '/profiles',
        });
        return profiles.map(({ id: externalId, handle, name }) => ({ externalId, handle, name, grant }));
      },
      renew: (account) =>
        tokens(account, { grant_type: 'refresh_token', refresh_token: account.credentials.refreshToken ?? '' }),
    },
    async pull(account, cursor) {
      await spent(account, 1, 'read');
      const seen = Number(cursor ?? 0);
      const { items } = await ask<{ items: { id: string; text: string; at: string }[] }>(account, {
        path: `/items?after=${seen}`,
      });
      const events = items.map(
        ({ id, text, at }): InboundEvent => ({
          type: 'written',
          externalId: id,
          kind: 'comment',
          text,
          author: { externalId: 'cittadina', name: 'Cittadina Inventata' },
          at: new Date(at),
          permalink: null,
          post: { externalId: 'post-1', text: 'Orari dello sportello' },
          parentExternalId: null,
          own: false,
          hasMedia: false,
        }),
      );
      return { events, cursor: String(seen + items.length) };
    },
    async write(account, command) {
      if (command.type !== 'reply') return { state: 'refused', error: fault('not-possible', command.type).error };
      try {
        await spent(account, 10, 'write');
        const body = { to: command.target, text: command.text, key: command.key };
        const { id } = await ask<{ id: string }>(account, { method: 'POST', path: '/replies', body });
        return { state: 'accepted', externalId: id };
      } catch (cause) {
        if (cause instanceof ChannelFault) return { state: 'refused', error: cause.error };
        throw cause;
      }
    },
    async readBack(account, command) {
      if (command.type !== 'reply') return { state: 'pending' };
      try {
        const path = `/replies?to=${command.target}`;
        const { replies } = await ask<{ replies: { id: string; key: string }[] }>(account, { path });
        const found = replies.find(({ key }) => key === command.key);
        const proof = { replies: replies.length };
        return found === undefined ? { state: 'absent', proof } : { state: 'confirmed', proof };
      } catch (cause) {
        if (cause instanceof ChannelFault) return { state: 'pending', error: cause.error };
        throw cause;
      }
    },
    check: async (account) => {
      const { role, lacking } = await ask<{ role: string; lacking: Capability[] }>(account, { path: '/check' });
      if (role === 'none') throw fault('role-lost', 'not_an_editor');
      return { expiries: [], lacking, quota: { left: 80, of: 100, resetsAt: null } };
    },
    profile: async () => options.profile?.() ?? '',
    insights: async (account) => {
      const { followers } = await ask<{ followers: number }>(account, { path: '/figures' });
      return [{ measure: 'followers', post: null, value: followers }];
    },
  };
}
