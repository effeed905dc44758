// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Actor, Guard } from '#governance';
import type { RulebookPorts } from './ports.ts';

/** Below it lies everything that the desk asks of the rulebook. */
export const ROOT = '/api/bodies/:body/rulebook';

type Server = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>;

/** What the desk's routes share. */
export interface Desk {
  readonly server: Server;
  readonly ports: RulebookPorts;
  /** Who acts, or the guard's refusal. */
  readonly may: (request: FastifyRequest, body: string, act: Parameters<Guard['actor']>[2]) => Promise<Actor>;
}

/** A policy file to be kept, to the letter. */
export const sendFile = (reply: FastifyReply, name: string, text: string): FastifyReply =>
  reply
    .type('text/markdown; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Buffer.from(text, 'utf8'));
