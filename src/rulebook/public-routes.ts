// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allBodies, type Guard, headersOf, open } from '#governance';
import { type Clock, CodedError } from '#kernel';
import { type Database, platformError, problem, type Tx } from '#platform';
import { addressOf, linksOf } from './pages/addresses.ts';
import { answerPublic, answerReserved, type Content } from './pages/answer.ts';
import { policyView } from './pages/clauses.ts';
import { directoryPage, missingPage } from './pages/html/directory-page.ts';
import type { Look } from './pages/html/frame.ts';
import { policyPage } from './pages/html/policy-page.ts';
import { type Asked, placeOf, publishedVersion } from './pages/load.ts';
import { externalPage, internalPage, type MakePage, PAGES_BELOW, type Page, type PageSources } from './pages/site.ts';

const SLUG = /^[a-z0-9-]{2,60}$/;
const CLAUSE_ID = /^[A-Z][A-Z0-9]{0,11}-\d{3}$/;
const DATA = '.json';

export interface PublicRoutes extends PageSources, Look {
  readonly database: Database;
  readonly clock: Clock;
  /** Knows who may read the internal part. */
  readonly guard: Guard;
}

/** What a reader asks for. */
interface Asking {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** As data instead of as a page. */
  readonly data: boolean;
}

type InBody = { Params: { body: string } };
type BelowBody = { Params: { body: string; page: string } };
type OneVersion = { Params: { body: string; version: string } };
type ClauseOfVersion = { Params: { body: string; version: string; clause: string } };

/** The pages for citizens, readable without scripts, each with its data beside it; and the internal part, for staff. */
export function publicRoutes(server: FastifyInstance, ports: PublicRoutes): void {
  const { database } = ports;
  // A page changes with the program too: none is older than this start of it.
  const startedAt = ports.clock.now();
  const site = { ...ports, startedAt };

  const directory = async (request: FastifyRequest, reply: FastifyReply, data: boolean) => {
    const bodies = await database.outside((tx) => allBodies(tx));
    const view = { bodies: bodies.map(({ slug, name }) => ({ slug, name, links: linksOf(addressOf.policy(slug)) })) };
    const page = { data: view, markup: (look: Look) => directoryPage(view, look) };
    return answerPublic(request, reply, contentOf(site, page, data));
  };
  const published = open('la policy dell’ente è una pagina per tutti');
  server.get('/', { ...published }, (request, reply) => directory(request, reply, false));
  server.get('/policy.json', { ...published }, (request, reply) => directory(request, reply, true));

  server.get<InBody>('/policy/:body', { ...published }, (request, reply) => {
    const [body, data] = named(request.params.body);
    return showPublic(site, { request, reply, data }, { body, make: externalPage });
  });

  const parted = open(
    'per tutti; la parte interna e i suoi punti solo a chi ha un incarico, agli altri come se non ci fosse',
  );
  server.get<BelowBody>('/policy/:body/:page', { ...parted }, async (request, reply) => {
    const { body } = request.params;
    const [name, data] = named(request.params.page);
    const asking = { request, reply, data };
    if (name === 'interna') return showInternal(site, asking, body);
    if (CLAUSE_ID.test(name) && !data) return leadTo(site, asking, { body, clause: name });
    const make = Object.hasOwn(PAGES_BELOW, name) ? PAGES_BELOW[name] : undefined;
    return make === undefined ? missing(site, asking) : showPublic(site, asking, { body, make });
  });

  server.get<OneVersion>('/policy/:body/versioni/:version', { ...published }, (request, reply) => {
    const [version, data] = named(request.params.version);
    return showPublic(site, { request, reply, data }, { body: request.params.body, make: versionPage(version) });
  });

  server.get<ClauseOfVersion>('/policy/:body/versioni/:version/:clause', { ...published }, (request, reply) => {
    return leadToVersion(site, { request, reply, data: false }, request.params);
  });
}

type Site = PublicRoutes & { readonly startedAt: Date };

/** The last part of an address, and whether it asks for data. */
const named = (last: string): readonly [name: string, data: boolean] =>
  last.endsWith(DATA) ? [last.slice(0, -DATA.length), true] : [last, false];

const versionPage =
  (version: string): MakePage =>
  async (tx, asked) => {
    const edition = await publishedVersion(tx, asked, version);
    const view = policyView(edition, 'external');
    return { data: view, markup: (look) => policyPage(view, look), modified: edition.changedAt };
  };

function contentOf(site: Site, page: Page, data: boolean): Content {
  const modified =
    page.modified === undefined ? undefined : new Date(Math.max(page.modified.getTime(), site.startedAt.getTime()));
  return data
    ? { type: 'application/json; charset=utf-8', text: JSON.stringify(page.data), modified }
    : { type: 'text/html; charset=utf-8', text: page.markup(site).markup, modified };
}

/** What the work finds in the body; undefined for no body's name, no policy, no such version. */
async function found<Result>(
  site: Site,
  body: string,
  work: (tx: Tx, asked: Asked) => Promise<Result>,
): Promise<Result | undefined> {
  // What is no body's name is not asked of the database.
  if (!SLUG.test(body)) return undefined;
  const asked = { body, now: site.clock.now(), demo: site.demo };
  try {
    return await site.database.inBody(body, (tx) => work(tx, asked));
  } catch (error) {
    if (error instanceof CodedError && (error.code === 'NO_POLICY' || error.code === 'VERSION_NOT_FOUND'))
      return undefined;
    throw error;
  }
}

function missing(site: Site, { request, reply, data }: Asking): FastifyReply {
  reply.header('cache-control', 'no-cache');
  if (data) return problem(reply, platformError('NOT_FOUND', request.url.slice(0, 200)), request.id);
  return reply.code(404).type('text/html; charset=utf-8').send(missingPage(site).markup);
}

async function showPublic(
  site: Site,
  asking: Asking,
  { body, make }: { readonly body: string; readonly make: MakePage },
): Promise<FastifyReply> {
  const page = await found(site, body, (tx, asked) => make(tx, asked, site));
  if (page === undefined) return missing(site, asking);
  return answerPublic(asking.request, asking.reply, contentOf(site, page, asking.data));
}

/** Whether whoever asks has a mandate in the body. */
const isStaff = ({ guard }: Site, request: FastifyRequest, body: string): Promise<boolean> =>
  guard.stillMay(headersOf(request), body, 'read');

/** To others the internal part is not there: nothing tells them that it is. */
async function showInternal(site: Site, asking: Asking, body: string): Promise<FastifyReply> {
  if (!(await isStaff(site, asking.request, body))) return missing(site, asking);
  const page = await found(site, body, (tx, asked) => internalPage(tx, asked, site));
  if (page === undefined) return missing(site, asking);
  return answerReserved(asking.reply, contentOf(site, page, asking.data));
}

const moved = (reply: FastifyReply, address: string): FastifyReply =>
  reply.header('cache-control', 'no-cache').redirect(address, 302);

interface CitedClause {
  readonly body: string;
  readonly clause: string;
}

/** To a clause, wherever it stands now: a number once cited goes on leading to its words. */
async function leadTo(site: Site, asking: Asking, { body, clause }: CitedClause): Promise<FastifyReply> {
  const place = await found(site, body, (tx, asked) => placeOf(tx, asked, clause));
  if (place === undefined) return missing(site, asking);
  if (place.part === 'internal') {
    if (!(await isStaff(site, asking.request, body))) return missing(site, asking);
    return moved(asking.reply, `${addressOf.internal(body)}#${clause}`);
  }
  const page = place.version === null ? addressOf.policy(body) : addressOf.version(body, place.version);
  return moved(asking.reply, `${page}#${clause}`);
}

async function leadToVersion(
  site: Site,
  asking: Asking,
  { body, clause, version }: CitedClause & { readonly version: string },
): Promise<FastifyReply> {
  const audience = await found(
    site,
    body,
    async (tx, asked) => (await publishedVersion(tx, asked, version)).compiled.clauses.get(clause)?.audience,
  );
  if (audience !== 'external') return missing(site, asking);
  return moved(asking.reply, `${addressOf.version(body, version)}#${clause}`);
}
