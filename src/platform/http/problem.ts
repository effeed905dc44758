// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { CodedError } from '#kernel';
import { databaseAway, refusedAsData } from '../database/away.ts';
import { platformError, platformErrors } from '../errors.ts';
import type { Log } from '../log.ts';

// Faults of a request that the framework finds by itself, under our names; the others of its kind keep their status.
const BY_STATUS = {
  404: 'NOT_FOUND',
  413: 'CONTENT_TOO_LARGE',
  415: 'MEDIA_TYPE_UNSUPPORTED',
  429: 'RATE_LIMITED',
} as const;

/** Never the address itself: that of some pages is the key that opens them. */
const routeOf = ({ method, routeOptions }: FastifyRequest): string => `${method} ${routeOptions.url ?? '?'}`;

/** Whatever was thrown, as an error with a code; what nobody foresaw is logged. */
export function codedFrom(error: FastifyError, request: FastifyRequest, log: Log): CodedError {
  if (error instanceof CodedError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const faults = error.validation.map((fault) => `${fault.instancePath || '/'} ${fault.message}`);
    return platformError('REQUEST_INVALID', faults.join('; '));
  }
  if (databaseAway(error)) return platformError('DATABASE_AWAY', undefined, { cause: error });
  if (refusedAsData(error)) {
    log.warn({ request: request.id, at: routeOf(request), error: error.message }, 'the database refused a value');
    return platformError('REQUEST_INVALID', undefined, { cause: error });
  }
  const { statusCode } = error;
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return ofClient(error, statusCode);
  log.error({ request: request.id, at: routeOf(request), error: error.stack }, 'unexpected error');
  return platformError('UNEXPECTED', `richiesta ${request.id}`, { cause: error });
}

function ofClient(error: FastifyError, status: number): CodedError {
  const code = BY_STATUS[status as keyof typeof BY_STATUS];
  if (code !== undefined) return platformError(code, undefined, { cause: error });
  const entry = { ...platformErrors.REQUEST_UNREADABLE, status };
  return new CodedError('REQUEST_UNREADABLE', entry, error.message, { cause: error });
}

/** An error as RFC 9457 names its parts. */
export const problemFields = ({ code, status, message, hint, detail }: CodedError) => ({
  type: `urn:portavoce:error:${code}`,
  title: message,
  status,
  code,
  hint,
  ...(detail !== undefined && { detail }),
});

/** Answers with an error, in RFC 9457. */
export function problem(reply: FastifyReply, error: CodedError, instance: string): FastifyReply {
  return reply
    .code(error.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({ ...problemFields(error), instance });
}
