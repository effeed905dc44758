// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { allow } from '#governance';
import { compared } from './compared.ts';
import { Comparison, ComparisonQuery, VersionDetail, VersionList } from './contract.ts';
import { type Desk, ROOT, sendFile } from './desk.ts';
import { fileNameOf, historyOf, nextVersion, versionDetail } from './history.ts';

const InBody = z.object({ body: z.string() });
const OneVersion = InBody.extend({ version: z.string().min(1).max(200) });

/** What was adopted, for every mandate of the body. */
export function versionRoutes({ server, ports, may }: Desk): void {
  const { database, clock } = ports;

  server.get(
    `${ROOT}/versions`,
    { ...allow('read'), schema: { params: InBody, response: { 200: VersionList } } },
    async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      const items = await database.inBody(body, (tx) => historyOf(tx, body, clock.now()));
      return { items, nextVersion: nextVersion(items.map(({ version }) => version)) };
    },
  );

  server.get(
    `${ROOT}/versions/:version`,
    { ...allow('read'), schema: { params: OneVersion, response: { 200: VersionDetail } } },
    async (request) => {
      const { body, version } = request.params;
      await may(request, body, 'read');
      return database.inBody(body, (tx) => versionDetail(tx, { body, version, now: clock.now() }));
    },
  );

  server.get(
    `${ROOT}/versions/:version/source`,
    { ...allow('read'), schema: { params: OneVersion } },
    async (request, reply) => {
      const { body, version } = request.params;
      await may(request, body, 'read');
      const { source } = await database.inBody(body, (tx) => versionDetail(tx, { body, version, now: clock.now() }));
      return sendFile(reply, fileNameOf(body, version), source);
    },
  );

  server.get(
    `${ROOT}/comparison`,
    { ...allow('read'), schema: { params: InBody, querystring: ComparisonQuery, response: { 200: Comparison } } },
    async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      return compared(ports, body, request.query);
    },
  );
}
