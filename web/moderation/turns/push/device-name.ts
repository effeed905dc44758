// SPDX-License-Identifier: AGPL-3.0-or-later

// The first that is found counts: most browsers also call themselves by the names of others.
const BROWSERS = [
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS)\//],
  ['Safari', /Safari\//],
] as const;
const SYSTEMS = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['Linux', /Linux/],
] as const;

const nameIn = (names: readonly (readonly [string, RegExp])[], agent: string): string | undefined =>
  names.find(([, sign]) => sign.test(agent))?.[0];

/** What a person may call the device they hold, until they say better: «Chrome su Windows». */
export function deviceName(agent: string): string {
  const [browser, system] = [nameIn(BROWSERS, agent) ?? 'Browser', nameIn(SYSTEMS, agent)];
  return system === undefined ? browser : `${browser} su ${system}`;
}
