// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow } from '#governance';
import { ImportedDocument, ImportQuery } from './contract.ts';
import { type Desk, ROOT } from './desk.ts';
import { nextVersion } from './history.ts';
import { importError } from './importing/errors.ts';
import { documentReader } from './read-document.ts';
import { versionsOf } from './store.ts';

const InBody = z.object({ body: z.string() });
const MOST_BYTES = 16 * 1024 * 1024;

/** A draft made of an existing document, for who writes the policy to look at; it is opened as any other text. */
export function importRoutes({ server, ports, may }: Desk): void {
  const readDocument = documentReader();
  server.register(async (scope) => {
    // What a document is, its bytes tell: browsers only guess from the name.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error: Error & { statusCode?: number; code?: string }) => {
      throw error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? importError('TOO_LARGE') : error;
    });
    // Before the document is received.
    scope.addHook('onRequest', async (request) => {
      await may(request, InBody.parse(request.params).body, 'write-policy');
    });
    scope.withTypeProvider<ZodTypeProvider>().post(
      `${ROOT}/imports`,
      {
        ...allow('write-policy'),
        bodyLimit: MOST_BYTES,
        schema: { params: InBody, querystring: ImportQuery, response: { 200: ImportedDocument } },
      },
      async (request) => {
        const { body } = request.params;
        const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
        const read = await readDocument({ bytes, name: request.query.name });
        const versions = await ports.database.inBody(body, (tx) => versionsOf(tx, body));
        const version = nextVersion(versions.map((known) => known.version));
        return { ...read, source: withHeader(read.source, { ente: body, versione: version }) };
      },
    );
  });
}

/** The draft with what the desk knows better than the document. */
const withHeader = (source: string, values: Readonly<Record<string, string>>): string =>
  Object.entries(values).reduce(
    (text, [key, value]) => text.replace(new RegExp(`^${key}: .*$`, 'm'), () => `${key}: ${value}`),
    source,
  );
