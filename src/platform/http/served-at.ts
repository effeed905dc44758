// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Config } from '../config.ts';

/** Under which names the server answers, and from which pages it takes orders. */
export interface ServedAt {
  /** Where people find it: the public address, or the loopback one. */
  readonly url: string;
  /** `Host` headers that are ours, in small letters. */
  readonly hosts: ReadonlySet<string>;
  /** Origins of our own pages. */
  readonly origins: ReadonlySet<string>;
}

const WILDCARDS = ['0.0.0.0', '::'];
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** A name that a stranger's page can point here (DNS rebinding) must not pass for ours: the list is closed. */
export function servedAt(config: Pick<Config, 'host' | 'publicUrl'>, port: number): ServedAt {
  const bound = WILDCARDS.includes(config.host) ? [] : [inUrl(config.host)];
  if (config.publicUrl !== undefined) {
    const { origin, hostname, protocol } = new URL(config.publicUrl);
    const named = new URL(config.publicUrl).port || DEFAULT_PORTS[protocol];
    // The bound address: a proxy that does not pass the name on, a probe on the machine itself.
    const hosts = [...withPort(hostname, Number(named)), ...bound.flatMap((name) => withPort(name, port))];
    return { url: origin, hosts: new Set(hosts), origins: new Set([origin]) };
  }
  const names = [...bound, '127.0.0.1', 'localhost', '[::1]'];
  return {
    url: `http://${names[0]}:${port}`,
    hosts: new Set(names.flatMap((name) => withPort(name, port))),
    origins: new Set(names.map((name) => new URL(`http://${name}:${port}`).origin)),
  };
}

const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host).toLowerCase();

/** Clients leave a scheme's own port out. */
const withPort = (name: string, port: number): string[] =>
  Object.values(DEFAULT_PORTS).includes(port) ? [name, `${name}:${port}`] : [`${name}:${port}`];
