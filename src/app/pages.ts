// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { officialIn } from '#accounts';
import { open } from '#governance';
import type { Clock } from '#kernel';
import { type Config, type Database, DESK_POLICY, problem } from '#platform';
import type { PageSources } from '#rulebook';
import { pageError } from './errors.ts';
import { FILES_WHY } from './routes-table.ts';

const DESK = join(import.meta.dirname, '../../web/dist');
const A_YEAR_SECONDS = 31_536_000;
const FILES = open(FILES_WHY);

/** `/status`, the desk's files, and `security.txt`. Pages for citizens are their modules' own. */
export async function pageRoutes(
  server: FastifyInstance,
  { database, clock, config }: { readonly database: Database; readonly clock: Clock; readonly config: Config },
): Promise<void> {
  const security = securityText(config.securityContact, clock.now());
  server.get('/status', { ...open('dice soltanto se il banco è pronto') }, async (_request, reply) => {
    await database.pool.query('select 1');
    return reply.header('cache-control', 'no-store').send({ status: 200, title: 'OK' });
  });

  server.get('/.well-known/security.txt', { ...open('a chi scrivere per la sicurezza') }, async (request, reply) => {
    if (security === undefined) return problem(reply, pageError('NO_SECURITY_CONTACT'), request.id);
    return reply.type('text/plain; charset=utf-8').send(security);
  });

  if (!existsSync(DESK)) return;
  await server.register(async (scope) => {
    // The plugin registers its own routes, and lets nobody say anything of them.
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, ...FILES.config };
    });
    await scope.register(fastifyStatic, {
      root: DESK,
      index: false,
      // Names under assets/ carry the fingerprint of their content.
      setHeaders: (reply, path) => {
        const lasting = path.includes('/assets/');
        reply.header('cache-control', lasting ? `public, max-age=${A_YEAR_SECONDS}, immutable` : 'no-cache');
        // A worker goes by what its own script is served with.
        reply.header('content-security-policy', DESK_POLICY);
      },
    });
    for (const path of ['/accedi', '/benvenuto', '/banco', '/banco/*']) {
      scope.get(path, (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'));
    }
  });
}

/** The desk's own style sheets, whose names change at every build, and what the public pages add. */
export function publicStyles(): readonly string[] {
  const index = join(DESK, 'index.html');
  if (!existsSync(index)) return [];
  const sheets = readFileSync(index, 'utf8').matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"/g);
  return [...sheets].flatMap(([, href]) => href ?? []).concat('/policy.css', '/policy-print.css');
}

/** The official accounts of a body, in force or suspended, for the page that citizens read. */
export const officialAccounts: PageSources['accountsOf'] = officialIn;

/** RFC 9116; good for a year from the day of the start. Undefined where nobody was named to write to. */
export function securityText(contact: string | undefined, startedAt: Date): string | undefined {
  if (contact === undefined) return undefined;
  const expires = new Date(startedAt);
  expires.setUTCHours(0, 0, 0, 0);
  expires.setUTCFullYear(expires.getUTCFullYear() + 1);
  return `Contact: ${contact}\nPreferred-Languages: it, en\nExpires: ${expires.toISOString()}\n`;
}
