// SPDX-License-Identifier: AGPL-3.0-or-later

// What a browser holds while its person is at the provider: by it alone the answer is taken.

export const FLOW_SECONDS = 10 * 60;
const COOKIE = 'portavoce.provider';
const HELD = /^[A-Za-z0-9_-]{43}$/;

const isSafe = (url: string): boolean => url.startsWith('https:');
/** Where it can be, bound to this host alone: no neighbour under the same domain puts another in its place. */
const nameOf = (url: string): string => (isSafe(url) ? `__Host-${COOKIE}` : COOKIE);

/** Empty: what was held is over. Lax, since the way back begins at another site. */
export const cookieOf = (url: string, held: string): string =>
  [
    `${nameOf(url)}=${held}`,
    `Path=${isSafe(url) ? '/' : '/api/auth/provider'}`,
    `Max-Age=${held === '' ? 0 : FLOW_SECONDS}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isSafe(url) ? ['Secure'] : []),
  ].join('; ');

export function heldIn(cookies: string | undefined, url: string): string | undefined {
  const pairs = (cookies ?? '').split(';').map((one) => one.trim().split('='));
  const held = pairs.find(([name]) => name === nameOf(url))?.[1];
  return held !== undefined && HELD.test(held) ? held : undefined;
}
