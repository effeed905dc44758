// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  ResponseBodyError,
} from 'openid-client';
import type { Vault } from '#platform';
import { governanceError } from '../errors.ts';
import type { ProviderFault } from './contract.ts';
import type { StoredProvider } from './store.ts';

// The protocol, spoken by a certified library; here is what of it is ours to say.

const SKEW_SECONDS = 60;
const PATIENCE_SECONDS = 10;
/** How long what a provider says of itself is believed. */
const KEPT_MILLISECONDS = 10 * 60_000;

export const secretFor = (body: string): string => `sign-in provider ${body}`;

/** What only this attempt knows. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider says it saw, and how. */
export interface Seen {
  readonly subject: string;
  readonly email: string | undefined;
  readonly emailVerified: boolean;
  readonly acr: string | undefined;
  readonly amr: readonly string[];
  readonly idToken: string;
}

export interface OpenId {
  /** Where the browser goes to be seen. Throws PROVIDER_AWAY. */
  addressOf(provider: StoredProvider, attempt: Attempt & { readonly redirect: string }): Promise<URL>;
  /** What the answer says, once everything of it was found to hold; or what is wrong with it. */
  seen(provider: StoredProvider, attempt: Attempt & { readonly answer: URL }): Promise<Seen | ProviderFault>;
  /** Where a session at the provider ends; null where it has no such place, or does not answer. */
  leaving(provider: StoredProvider, hint: { readonly idToken: string; readonly back: string }): Promise<URL | null>;
}

/** Plain only on this machine itself. */
export function mayBeIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, search, hash, username } = new URL(issuer);
  const isWhole = search === '' && hash === '' && username === '';
  return isWhole && (protocol === 'https:' || (protocol === 'http:' && isHere(hostname)));
}

const isHere = (hostname: string): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);

export function openIdOf({ vault }: { readonly vault: Pick<Vault, 'open'> }): OpenId {
  const kept = new Map<string, { readonly at: number; readonly configuration: Promise<Configuration> }>();
  const asked = (provider: StoredProvider): Promise<Configuration> => {
    // Another secret, another client: nothing of an earlier one is used for it.
    const name = `${provider.body} ${provider.issuer} ${provider.client_id} ${provider.at.toISOString()}`;
    const known = kept.get(name);
    if (known !== undefined && performance.now() - known.at < KEPT_MILLISECONDS) return known.configuration;
    const configuration = configurationOf(provider, vault.open(provider.sealed_secret, secretFor(provider.body)));
    kept.set(name, { at: performance.now(), configuration });
    configuration.catch(() => kept.delete(name));
    return configuration;
  };
  return {
    addressOf: async (provider, { state, nonce, verifier, redirect }) => {
      const configuration = await asked(provider).catch((cause: unknown) => {
        throw governanceError('PROVIDER_AWAY', undefined, { cause });
      });
      return buildAuthorizationUrl(configuration, {
        ...{ redirect_uri: redirect, scope: 'openid email', state, nonce },
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(provider.acr_values.length > 0 && { acr_values: provider.acr_values.join(' ') }),
      });
    },
    seen: async (provider, { state, nonce, verifier, answer }) => {
      try {
        const checks = {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        };
        const tokens = await authorizationCodeGrant(await asked(provider), answer, checks);
        const claims = tokens.claims();
        if (claims === undefined || tokens.id_token === undefined) return 'risposta';
        const { sub, email, email_verified, acr, amr } = claims;
        return {
          ...{ subject: sub, email: textOf(email), emailVerified: email_verified === true, acr: textOf(acr) },
          amr: Array.isArray(amr) ? amr.filter((one) => typeof one === 'string') : [],
          idToken: tokens.id_token,
        };
      } catch (error) {
        return faultOf(error);
      }
    },
    leaving: async (provider, { idToken, back }) => {
      const configuration = await asked(provider).catch(() => null);
      if (configuration?.serverMetadata().end_session_endpoint === undefined) return null;
      return buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: back });
    },
  };
}

const textOf = (claim: unknown): string | undefined => (typeof claim === 'string' ? claim : undefined);

async function configurationOf({ issuer, client_id }: StoredProvider, secret: Buffer): Promise<Configuration> {
  const server = new URL(issuer);
  const plain = server.protocol === 'http:' && isHere(server.hostname);
  return discovery(server, client_id, { [clockTolerance]: SKEW_SECONDS }, ClientSecretBasic(secret.toString()), {
    timeout: PATIENCE_SECONDS,
    ...(plain && { execute: [allowInsecureRequests] }),
  });
}

/** Which kind of failure it was; nothing of what the provider said is told or kept. */
function faultOf(error: unknown): ProviderFault {
  if (error instanceof AuthorizationResponseError) return error.error === 'access_denied' ? 'annullato' : 'ricomincia';
  if (error instanceof ResponseBodyError) return error.error === 'invalid_grant' ? 'ricomincia' : 'risposta';
  const code = String((error as { readonly code?: unknown }).code ?? '');
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'orologio';
  // Not reached, not in time, or with an answer that is no answer.
  if (error instanceof TypeError || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM')
    return 'servizio';
  return 'risposta';
}
