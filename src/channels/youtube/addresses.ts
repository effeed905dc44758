// SPDX-License-Identifier: AGPL-3.0-or-later

/** Google answers each thing at another host; a simulated one answers all at its own. */
export interface Addresses {
  readonly authorize: string;
  readonly token: string;
  /** Tells what a token may do and until when. */
  readonly tokenInfo: string;
  readonly analytics: string;
  /** Where one asks to be told of a channel's videos. */
  readonly hub: string;
}

/** `baseUrl` as an account's configuration gives it: `https://www.googleapis.com`, or the simulated network's. */
export function addressesFrom(baseUrl: string): Addresses {
  const host = URL.parse(baseUrl)?.hostname ?? '';
  const isGoogle = host === 'googleapis.com' || host.endsWith('.googleapis.com');
  return isGoogle
    ? {
        authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
        token: 'https://oauth2.googleapis.com/token',
        tokenInfo: 'https://oauth2.googleapis.com/tokeninfo',
        analytics: 'https://youtubeanalytics.googleapis.com/v2/reports',
        hub: 'https://pubsubhubbub.appspot.com/subscribe',
      }
    : {
        authorize: `${baseUrl}/o/oauth2/v2/auth`,
        token: `${baseUrl}/token`,
        tokenInfo: `${baseUrl}/tokeninfo`,
        analytics: `${baseUrl}/v2/reports`,
        hub: `${baseUrl}/subscribe`,
      };
}
