// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where each public page lies; its data is at the same address with `.json`. */
export const addressOf = {
  policy: (body: string) => `/policy/${body}`,
  conduct: (body: string) => `/policy/${body}/netiquette`,
  internal: (body: string) => `/policy/${body}/interna`,
  accounts: (body: string) => `/policy/${body}/account`,
  hours: (body: string) => `/policy/${body}/orari-e-contatti`,
  versions: (body: string) => `/policy/${body}/versioni`,
  version: (body: string, version: string) => `/policy/${body}/versioni/${encodeURIComponent(version)}`,
} as const;

export const linksOf = (page: string) => ({ page, data: `${page}.json` });
