// SPDX-License-Identifier: AGPL-3.0-or-later
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

export interface Endpoint {
  /** A socket directory, or 127.0.0.1 where there are no Unix sockets. */
  readonly host: string;
  readonly port: number;
}

const PROTOCOL_3 = 196_608;
const CANNOT_CONNECT_NOW = 'C57P03';
const ANSWER_WITHIN_MS = 2_000;

function startupMessage(user: string): Buffer {
  const body = Buffer.from(`user\0${user}\0database\0${user}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(head.length + body.length, 0);
  head.writeInt32BE(PROTOCOL_3, 4);
  return Buffer.concat([head, body]);
}

/**
 * True when the server answers a first message with anything but «starting up» or «shutting down». A refusal for
 * another reason (no free slot) also means that it is there.
 */
export function isAccepting({ host, port }: Endpoint, user: string): Promise<boolean> {
  const target = host.startsWith('/') ? { path: join(host, `.s.PGSQL.${port}`) } : { host, port };
  return new Promise((resolve) => {
    const socket = connect(target);
    const settle = (accepting: boolean) => {
      socket.destroy();
      resolve(accepting);
    };
    socket.setTimeout(ANSWER_WITHIN_MS, () => settle(false));
    socket.on('error', () => settle(false));
    socket.on('close', () => settle(false));
    socket.on('connect', () => socket.write(startupMessage(user)));
    socket.on('data', (answer) => settle(!answer.includes(CANNOT_CONNECT_NOW)));
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
