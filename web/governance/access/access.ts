// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import { FactorOffer, FactorView, RecoveryCodes, TokenMade, TokenPage, type TokenRequest } from '#governance/contract';
import { command, request } from '../../client/request.ts';

export const factorQuery = queryOptions({
  queryKey: ['second factor'],
  queryFn: ({ signal }) => request(FactorView, '/api/second-factor', { signal }),
});

export const offerFactor = (password: string) =>
  request(FactorOffer, '/api/second-factor/offer', { method: 'POST', body: { password } });
export const confirmFactor = (code: string) =>
  request(RecoveryCodes, '/api/second-factor/confirmation', { method: 'POST', body: { code } });
export const renewCodes = (code: string) =>
  request(RecoveryCodes, '/api/second-factor/codes', { method: 'POST', body: { code } });
export const removeFactor = (code: string) => command('/api/second-factor/removal', { body: { code } });

const tokens = (body: string) => `/api/bodies/${encodeURIComponent(body)}/tokens`;

export const tokensQuery = (body: string) =>
  queryOptions({
    queryKey: ['tokens', body],
    queryFn: ({ signal }) => request(TokenPage, tokens(body), { signal }),
  });
export const makeToken = (body: string, content: TokenRequest) =>
  request(TokenMade, tokens(body), { method: 'POST', body: content });
export const endToken = (body: string, id: string) =>
  request(TokenPage, `${tokens(body)}/${encodeURIComponent(id)}/end`, { method: 'POST', body: {} });
