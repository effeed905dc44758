// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type Config, platformError } from '#platform';

/** The port to serve on; 0 becomes one that is free, because the sign-in library needs its address before it listens. */
export async function portFor(config: Config): Promise<number> {
  if (config.port !== 0) return config.port;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, config.host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

export async function listen(server: FastifyInstance, config: Config, port: number): Promise<void> {
  try {
    await server.listen({ host: config.host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw platformError('PORT_TAKEN', String(port), { cause: error });
    throw error;
  }
}

const HANG_UP_EVERY_MILLISECONDS = 50;

/**
 * Stops serving now. Open screens reconnect by themselves, also between the last farewell and the closing of the door: they
 * are hung up on until the door is closed.
 */
export async function endServing(server: FastifyInstance): Promise<void> {
  const hangUp = setInterval(() => server.server.closeAllConnections(), HANG_UP_EVERY_MILLISECONDS);
  try {
    await server.close();
  } finally {
    clearInterval(hangUp);
  }
}
