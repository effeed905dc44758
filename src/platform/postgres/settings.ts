// SPDX-License-Identifier: AGPL-3.0-or-later

import { totalmem } from 'node:os';

export type ServerSettings = Readonly<Record<string, string>>;

/** What an acknowledged commit rests on. Said aloud although they are defaults, and not open to change. */
const DURABLE: ServerSettings = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

const MEGABYTE = 2 ** 20;
const LEAST_BUFFERED = 128;
const MOST_BUFFERED = 512;

/** An eighth of the memory that the machine, or its container, has: what is asked for again and again is then not copied each time. */
function buffered(): string {
  // 0, or more than there is, where nothing constrains it.
  const allowed = process.constrainedMemory() || totalmem();
  const eighth = Math.floor(Math.min(allowed, totalmem()) / 8 / MEGABYTE);
  return `${Math.min(MOST_BUFFERED, Math.max(LEAST_BUFFERED, eighth))}MB`;
}

const ORDINARY: ServerSettings = {
  shared_buffers: buffered(),
  max_connections: '50',
  max_wal_size: '512MB',
  wal_compression: 'on',
  // Containers often give 64 MB of /dev/shm, which is not enough for the default.
  dynamic_shared_memory_type: process.platform === 'win32' ? 'windows' : 'mmap',
  // Huge pages promised by the machine and refused by the container end in a bus error.
  huge_pages: 'off',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  logging_collector: 'off',
  log_line_prefix: '%m [%p] ',
  // Neither the row that a statement offended with nor the statement, which may carry a password or a citizen's words.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

export interface Listening {
  readonly host: string;
  readonly port: number;
}

const SOCKET: (host: string) => ServerSettings = (host) => ({
  listen_addresses: '',
  unix_socket_directories: host,
  unix_socket_permissions: '0700',
});

/** The server's `-c name=value` arguments. The network is never listened to, except Windows' own loopback. */
export function serverArguments({ host, port }: Listening, chosen: ServerSettings): string[] {
  const place = host.startsWith('/') ? SOCKET(host) : { listen_addresses: host };
  const all = { ...ORDINARY, ...chosen, ...DURABLE, ...place, port: String(port) };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
