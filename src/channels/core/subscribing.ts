// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChannelError, ChannelFault } from '../port.ts';

/** Something that asking for notices needs, and that nobody has written down. `what`: Italian, as `manca …` goes on. */
export const lackingForNotices = (what: string): ChannelError => ({
  kind: 'not-possible',
  code: 'lacking-for-notices',
  message: `Per ricevere gli avvisi manca ${what}: va scritto fra i dati dell’applicazione.`,
});

/** The credentials of those names, none empty. `names`: each with what it is. Throws `ChannelFault`. */
export function neededForNotices<Name extends string>(
  credentials: Readonly<Record<string, string>>,
  names: Readonly<Record<Name, string>>,
): Readonly<Record<Name, string>> {
  const lacking = Object.entries<string>(names).find(([name]) => (credentials[name] ?? '') === '');
  if (lacking !== undefined) throw new ChannelFault(lackingForNotices(lacking[1]));
  return Object.fromEntries(Object.keys(names).map((name) => [name, credentials[name] ?? ''])) as Record<Name, string>;
}
