// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyReply } from 'fastify';
import { open } from '#governance';
import { CodedError } from '#kernel';
import type { Html } from '#platform';
import type { Look } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import { askOnPage } from '../review/ask.ts';
import { isCode } from './code.ts';
import { digestOf } from './issue.ts';
import { noStatementPage, statementPage, wordPage } from './page-html.ts';
import { type Found, findPage } from './page-view.ts';
import { bodyOfStatement } from './store.ts';

export type StatementPagePorts = ModerationPorts & Look;

type OneCode = { Params: { code: string } };

const FORM_BYTES = 16_384;
/** By address: codes cannot be guessed in any time, and nobody has reason to try many. */
const { rule } = open('la apre soltanto il codice che ha ricevuto l’autore').config;
const READING = { config: { rule, rateLimit: { max: 60, timeWindow: 60_000 } } };
const ASKING = { config: { rule, rateLimit: { max: 10, timeWindow: 60_000 } } };

/** The page of each statement, for who has its code; without scripts, never indexed, gone with its term. */
export function statementPages(root: FastifyInstance, ports: StatementPagePorts): void {
  root.register(async (server) => {
    server.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_BYTES },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    server.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex, nofollow, noarchive');
      // A browser under `no-referrer` sends a form without its origin; the code still goes to nobody else.
      reply.header('referrer-policy', 'same-origin');
    });

    server.get<OneCode>('/motivazioni/:code', READING, async (request, reply) => {
      const found = await ofCode(ports, request.params.code);
      return found === undefined ? missing(ports, reply) : send(reply, statementPage(found.page, ports));
    });

    server.post<OneCode>('/motivazioni/:code/riesame', ASKING, async (request, reply) => {
      const found = await ofCode(ports, request.params.code);
      if (found === undefined) return missing(ports, reply);
      const { ragioni } = (request.body ?? {}) as { readonly ragioni?: unknown };
      const words = typeof ragioni === 'string' ? ragioni.replaceAll('\r\n', '\n') : '';
      return ask(ports, reply, { found, words, from: request.ip });
    });
  });
}

async function ask(
  ports: StatementPagePorts,
  reply: FastifyReply,
  { found, words, from }: { readonly found: Found; readonly words: string; readonly from: string },
): Promise<FastifyReply> {
  const { statement, page } = found;
  try {
    const word = await ports.database.inBody(statement.body, (tx) => askOnPage(ports, tx, { statement, words, from }));
    if (word !== null) return send(reply, wordPage(page, word, ports));
    const opened = await ofCode(ports, page.code);
    return opened === undefined ? missing(ports, reply) : send(reply, statementPage(opened.page, ports));
  } catch (error) {
    if (!(error instanceof CodedError) || error.status >= 500) throw error;
    return send(reply.code(error.status), statementPage(page, ports, `${error.message}. ${error.hint}.`));
  }
}

async function ofCode(ports: StatementPagePorts, written: string): Promise<Found | undefined> {
  const code = written.toUpperCase();
  if (!isCode(code)) return undefined;
  const digest = digestOf(ports.vault, code);
  const body = await ports.database.outside((tx) => bodyOfStatement(tx, digest));
  if (body === undefined) return undefined;
  const now = ports.clock.now();
  return ports.database.inBody(body, (tx) => findPage(tx, { code, now, vault: ports.vault }));
}

const send = (reply: FastifyReply, page: Html): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(page.markup);

const missing = (look: Look, reply: FastifyReply): FastifyReply => send(reply.code(404), noStatementPage(look));
