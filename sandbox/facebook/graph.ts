// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Call, html, json, type Reply } from '../call.ts';
import { pageOf } from './access.ts';
import { type FaultName, type Faults, isRefusal } from './faults.ts';
import { listComments, paged, renderPage, renderWriting, type Surroundings, select, UnknownField } from './nodes.ts';
import { type RefusalName, refuse, refuseField } from './refusals.ts';
import type { Page, World, Writing } from './world.ts';

/** A call as it came and what it was answered, kept so that both sides can be checked against Meta's own files. */
export interface Exchanged {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly answered: number | 'hang' | 'break';
  readonly body: unknown;
}

export interface GraphPorts {
  readonly world: World;
  readonly faults: Faults;
  readonly appSecret: string;
  readonly now: () => Date;
  readonly around: Surroundings;
  /** Percent of the allowance already used, as the headers will say. */
  readonly usage: () => number;
  readonly exchanged: (exchange: Exchanged) => void;
}

type Parameters = Readonly<Record<string, string>>;

/** What an authorised call asks, ready to be done or not: faults decide. */
interface Asked {
  readonly reply: () => Reply;
  /** Absent for reads. */
  readonly effect?: () => Reply;
}

/** The simulated Graph API: `/v26.0/…`. */
export function graphReply(call: Call, ports: GraphPorts): Reply {
  const parameters = { ...Object.fromEntries(call.query), ...Object.fromEntries(new URLSearchParams(call.body)) };
  const fault = ports.faults.take(call.method);
  const before = ports.world.changes();
  const plain = answered(call, parameters, { fault, ports });
  const reply = withUsage(plain, { ports, limited: fault === 'rate-limited' });
  const path = call.path.join('/');
  const { access_token: _token, appsecret_proof: _proof, ...shown } = parameters;
  const outcome = typeof reply === 'string' ? reply : reply.status;
  ports.exchanged({
    method: call.method,
    path,
    parameters: shown,
    answered: outcome,
    body: typeof reply === 'string' ? null : reply.body,
  });
  if (call.method !== 'GET') {
    const at = ports.now().toISOString();
    const effect = ports.world.changes() !== before;
    ports.world.recordCall({ at, method: call.method, path, parameters: shown, answered: outcome, effect });
  }
  return reply;
}

function answered(
  call: Call,
  parameters: Parameters,
  { fault, ports }: { fault: FaultName | null; ports: GraphPorts },
): Reply {
  const [version = '', ...path] = call.path;
  if (!/^v2[2-6]\.0$/.test(version)) return refuse('unknown-version');
  if (fault !== null && isRefusal(fault)) return refuse(fault);
  const page = pageOf(call, parameters, ports);
  if (typeof page === 'string') return refuse(page);
  try {
    const asked = ask({ method: call.method, path, parameters, page, ports });
    return typeof asked === 'string' ? refuse(asked) : carryOut(asked, fault);
  } catch (error) {
    if (error instanceof UnknownField) return refuseField(error.field, error.node);
    if (error instanceof SyntaxError) return refuseField(error.message, 'fields');
    throw error;
  }
}

function carryOut({ reply, effect = reply }: Asked, fault: FaultName | null): Reply {
  switch (fault) {
    case 'timeout-before-effect':
      return 'hang';
    case 'broken-before-effect':
      return 'break';
    case 'error-before-effect':
      return refuse('server-error');
    case 'success-without-effect':
      return reply();
  }
  const done = effect();
  switch (fault) {
    case 'timeout-after-effect':
      return 'hang';
    case 'broken-after-effect':
      return 'break';
    case 'error-after-effect':
      return refuse('server-error');
    case 'unreadable-after-effect':
      return html('<!doctype html><title>OK</title>');
    case 'no-id-after-effect':
      return json({ success: true });
    default:
      return done;
  }
}

interface Question {
  readonly method: string;
  readonly path: readonly string[];
  readonly parameters: Parameters;
  readonly page: Page;
  readonly ports: GraphPorts;
}

function ask(question: Question): Asked | RefusalName {
  const { path, page, parameters, ports } = question;
  const [subject = '', edge, ...more] = path;
  if (more.length > 0) return 'unknown-path';
  if (subject === 'me' || subject === page.id) return askPage(question, edge);
  const writing = ports.world.writings.get(fullId(subject, ports.world));
  if (writing === undefined || writing.page !== page.id || !ports.world.exists(writing.id)) return 'gone';
  const selection = select(parameters.fields ?? null);
  if (question.method === 'GET' && edge === undefined) {
    return { reply: () => json(renderWriting(writing, selection, ports.around)) };
  }
  if (question.method === 'GET' && edge === 'comments') {
    return { reply: () => json(listComments(writing, parameters, { selection, around: ports.around })) };
  }
  if (question.method === 'POST' && edge === 'comments') return askReply(writing, question);
  if (question.method === 'POST' && edge === undefined) return askUpdate(writing, question);
  if (question.method === 'DELETE' && edge === undefined) {
    const success = () => json({ success: true });
    return { reply: success, effect: () => also(success, () => ports.world.set(writing.id, 'deleted')) };
  }
  return 'unknown-path';
}

/** Meta also accepts the part after the last `_` alone. */
const fullId = (id: string, world: World): string =>
  id.includes('_') ? id : ([...world.writings.keys()].find((key) => key.endsWith(`_${id}`)) ?? id);

function askPage({ method, parameters, page, ports }: Question, edge: string | undefined): Asked | RefusalName {
  if (method !== 'GET') return 'unknown-path';
  if (edge === undefined) return { reply: () => json(renderPage(page, parameters.fields ?? null, ports.around)) };
  if (edge !== 'published_posts' && edge !== 'visitor_posts') return 'unknown-path';
  const own = edge === 'published_posts';
  const selection = select(parameters.fields ?? null);
  const posts = ports.world
    .postsOn(page.id)
    .filter((post) => ports.world.exists(post.id) && (post.from?.id === page.id) === own);
  return {
    reply: () =>
      json(
        paged(posts, parameters, {
          address: `${ports.around.graph}/${page.id}/${edge}`,
          one: (post) => renderWriting(post, selection, ports.around),
        }),
      ),
  };
}

function askReply(target: Writing, { parameters, page, ports }: Question): Asked | RefusalName {
  const text = parameters.message ?? '';
  if (text.trim() === '') return 'text-missing';
  const effect = () => {
    const parent = target.kind === 'comment' ? target.id : null;
    const from = { id: page.id, name: page.name };
    const { id } = ports.world.write({ page: page.id, post: target.post, parent, from, text, at: ports.now() });
    return json({ id });
  };
  return { reply: () => json({ id: `${target.post.split('_')[1]}_999999999999999` }), effect };
}

/** INVARIANT: as on the real network, a message sent here overwrites the writing, a citizen's too. */
function askUpdate(target: Writing, { parameters, page, ports }: Question): Asked | RefusalName {
  const { is_hidden: hide, message } = parameters;
  if (hide === undefined && message === undefined) return 'text-missing';
  if (hide !== undefined && target.from?.id === page.id) return 'not-allowed';
  const success = () => json({ success: true });
  return {
    reply: success,
    effect: () =>
      also(success, () => {
        if (message !== undefined) ports.world.edit(target.id, message);
        if (hide !== undefined && (hide === 'true') !== target.hidden) {
          ports.world.set(target.id, hide === 'true' ? 'hidden' : 'shown');
        }
      }),
  };
}

function also(reply: () => Reply, effect: () => void): Reply {
  effect();
  return reply();
}

const REGAIN_MINUTES = 7;

function withUsage(reply: Reply, { ports, limited }: { ports: GraphPorts; limited: boolean }): Reply {
  if (typeof reply === 'string') return reply;
  const call_count = limited ? 100 : ports.usage();
  const use = { call_count, total_cputime: 1, total_time: 1 };
  const regain = limited ? REGAIN_MINUTES : 0;
  const business = [{ type: 'pages', ...use, estimated_time_to_regain_access: regain }];
  const page = [...ports.world.pages.keys()][0] ?? '0';
  return {
    ...reply,
    headers: {
      ...reply.headers,
      'x-app-usage': JSON.stringify(use),
      'x-business-use-case-usage': JSON.stringify({ [page]: business }),
      'facebook-api-version': 'v26.0',
    },
  };
}
