// SPDX-License-Identifier: AGPL-3.0-or-later
import { systemClock } from '#kernel';
import { servedAt, serverOf, silentLog } from '#platform';
import { routesPage } from '../routes-table.ts';
import { type Serving, serveAll } from '../serve.ts';
import type { ExitCode, Output } from './policy.ts';

const NOWHERE = {
  ...{ port: 0, host: '127.0.0.1', dataDir: '', databaseUrl: undefined, publicUrl: undefined },
  ...{ demo: false, startedAt: 0 },
};

/** The page of who may do what or, with `json`, one line for each route. Nothing is opened: routes are registered, never asked. */
export async function routes(json: boolean, out: Output): Promise<ExitCode> {
  const at = servedAt(NOWHERE, 1);
  const server = await serverOf({ log: silentLog, at, proxies: [] });
  const nothing = { ports: { url: at.url, clock: systemClock }, config: NOWHERE, log: silentLog };
  const table = await serveAll(server, nothing as unknown as Serving);
  await server.ready();
  const found = table();
  await server.close();
  if (json) for (const route of found) out.record({ ...route });
  else out.text(routesPage(found));
  return found.some(({ rule }) => rule === undefined) ? 1 : 0;
}
