// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyReply } from 'fastify';
import { open } from '#governance';
import { CodedError, isId } from '#kernel';
import type { Html } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import { answerReferral, takeInCharge } from './answer.ts';
import { linkPath, opens } from './link.ts';
import {
  closedPage,
  type Look,
  MOST_CHARACTERS,
  MOST_SIGNED,
  noFilesPage,
  type OfficePageFacts,
  officePage,
  type Refused,
} from './office-page.ts';
import { onReferral } from './on-referral.ts';
import { answersOf, referralById } from './store.ts';
import { answerView } from './view.ts';

/** Turns of a key that is tried in the lock, from one address in a minute. */
const TRIES = {
  config: {
    ...open('la apre soltanto il collegamento riservato che ha l’ufficio').config,
    rateLimit: { max: 30, timeWindow: 60_000 },
  },
};
const SLUG = /^[a-z0-9-]{2,60}$/;
const PATH = '/uffici/:body/inoltri/:id/:token';

type AtPage = { Params: { body: string; id: string; token: string } };
type Place = AtPage['Params'];

/** Where an office answers without an account: pages without a script, opened by a link alone. */
export function officePages(scope: FastifyInstance, ports: ModerationPorts & { readonly look: Look }): void {
  scope.register(async (own) => {
    own.removeAllContentTypeParsers();
    own.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 64 * 1024 },
      (_, body, done) => done(null, new URLSearchParams(String(body))),
    );
    // Files are not even read.
    own.addContentTypeParser('*', (_request, _payload, done) => done(null, null));
    own.addHook('onRequest', async (_request, reply) => {
      // Without it a browser says of its own form that it comes from nowhere, and is refused.
      reply.header('referrer-policy', 'same-origin').header('x-robots-tag', 'noindex');
    });

    own.get<AtPage>(PATH, TRIES, async ({ params }, reply) => {
      const facts = await factsAt(ports, params);
      return facts === undefined ? closed(ports, reply) : show(reply, officePage(ports.look, facts));
    });

    own.post<AtPage>(`${PATH}/ricevuta`, TRIES, async ({ params }, reply) => {
      if ((await factsAt(ports, params)) === undefined) return closed(ports, reply);
      await takeInCharge(ports, { body: params.body, referral: params.id, from: { link: true, signed: '' } });
      return reply.redirect(pathOf(params), 303);
    });

    own.post<AtPage>(`${PATH}/risposta`, TRIES, async ({ params, body }, reply) => {
      const facts = await factsAt(ports, params);
      if (facts === undefined) return closed(ports, reply);
      if (!(body instanceof URLSearchParams)) return show(reply.code(415), noFilesPage(ports.look));
      const [text, signed] = [written(body, 'testo'), written(body, 'firma').slice(0, MOST_SIGNED)];
      const problem = problemOf(text);
      const refuse = (why: Refused['problem']) =>
        show(reply.code(422), officePage(ports.look, facts, { problem: why, text, signed }));
      if (problem !== null) return refuse(problem);
      const from = { link: true, signed } as const;
      const refusal = await refusalOf(answerReferral(ports, { body: params.body, referral: params.id, from, text }));
      return refusal === null ? reply.redirect(pathOf(params), 303) : refuse(refusal);
    });
  });
}

const pathOf = ({ body, id, token }: Place): string => `/uffici/${body}/inoltri/${id}/${encodeURIComponent(token)}`;

/** Browsers end lines of a form with both; what stands in no text is left out. */
const written = (form: URLSearchParams, field: string): string =>
  (form.get(field) ?? '').replaceAll('\r\n', '\n').replaceAll('\0', '').trim();

function problemOf(text: string): string | null {
  if (text === '') return 'Scrivete che cosa si può rispondere.';
  if (text.length > MOST_CHARACTERS) return `Il testo è troppo lungo: al massimo ${MOST_CHARACTERS} caratteri.`;
  return null;
}

/** Why it was refused, in words; null: it was not. */
async function refusalOf(answering: Promise<void>): Promise<string | null> {
  try {
    await answering;
    return null;
  } catch (error) {
    if (error instanceof CodedError && error.status < 500) return `${error.message}. ${error.hint}.`;
    throw error;
  }
}

const show = (reply: FastifyReply, page: Html): FastifyReply =>
  reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page.markup);

const closed = ({ look }: { readonly look: Look }, reply: FastifyReply): FastifyReply =>
  show(reply.code(404), closedPage(look));

/** What the link opens; undefined where it opens nothing, whatever the reason. */
async function factsAt(ports: ModerationPorts, { body, id, token }: Place): Promise<OfficePageFacts | undefined> {
  if (!SLUG.test(body) || !isId(id)) return undefined;
  const { vault, clock } = ports;
  return ports.database.inBody(body, async (tx) => {
    const referral = await referralById(tx, id);
    if (referral === undefined || !opens(vault, referral, { token, now: clock.now() })) return undefined;
    const { row, item, matter, shown, untouchable, edited, note } = await onReferral(ports, tx, referral);
    const answers = [];
    for (const answer of await answersOf(tx, [id])) answers.push(await answerView({ tx, vault }, answer));
    return {
      ...{ bodyName: matter.policy.bodyName, office: referral.office_name, number: Number(row.number) },
      ...{ network: item.network, writtenAt: item.written_at, handedAt: referral.at, words: shown, edited, note },
      permalink: item.kind === 'message' || matter.deleted || untouchable ? null : item.permalink,
      ...{ takenAt: referral.taken_at, answers, until: referral.link_until, path: linkPath(vault, referral) },
    };
  });
}
