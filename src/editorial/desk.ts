// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Actor, Guard } from '#governance';
import type { EditorialPorts } from './ports.ts';

type Server = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>;

/** What the desk's routes share. */
export interface Desk {
  readonly server: Server;
  readonly ports: EditorialPorts;
  /** Who acts, or the guard's refusal. */
  readonly may: (request: FastifyRequest, body: string, act: Parameters<Guard['actor']>[2]) => Promise<Actor>;
}
