// SPDX-License-Identifier: AGPL-3.0-or-later
import { applicationEdge } from '../graph/subscriptions.ts';
import type { Call, Reply } from '../town/call.ts';
import type { Asked, Stage, TokenHabits } from '../town/network.ts';
import { parametersOf, stranger } from '../town/parameters.ts';
import type { World } from '../town/world.ts';
import { callerOf } from './access.ts';
import type { Answered, Edges, Question } from './edges.ts';
import { threadEdges, threadNamed } from './inbox.ts';
import { accessToken, asPerson, debugToken, dialog, scopesOf } from './login.ts';
import { pageEdges } from './page-edges.ts';
import { refuse, refuseField, refuseParameter, refuseWords } from './refusals.ts';
import { UnknownField, WrongParameter } from './rendering.ts';
import { videoEdges, videoNamed } from './videos.ts';
import { SUBJECT } from './webhook.ts';
import { writingEdges } from './writing-edges.ts';

/** How Pages keep their tokens. */
export const TOKENS: TokenHabits = { access: { credential: 'pageToken', seconds: null } };

/** The simulated Graph API: `/v26.0/…`. */
export async function graphReply(call: Call, stage: Stage): Promise<Reply | Asked> {
  const parameters = parametersOf(call);
  const [version = '', ...path] = call.path;
  if (!/^v2[2-6]\.0$/.test(version)) return refuse('unknown-version');
  switch (path.join('/')) {
    case 'dialog/oauth':
      return dialog(parameters, stage);
    case 'oauth/access_token':
      return accessToken(parameters, stage);
    case 'debug_token':
      return debugToken(call, parameters, stage);
  }
  const ofApplication = await applicationEdge(call, { path, parameters, stage }, SUBJECT);
  if (ofApplication !== null) return ofApplication;
  const caller = callerOf(call, parameters, stage);
  if (caller === 'person') return asPerson(call, path, { parameters, stage, tokens: TOKENS });
  if (typeof caller === 'string') return refuse(caller);
  try {
    const asked = await ask(call.method, path, { page: caller, parameters, stage, fault: call.fault });
    return typeof asked === 'string' && asked !== 'hang' && asked !== 'break' ? refuse(asked) : asked;
  } catch (error) {
    if (error instanceof UnknownField) return refuseField(error.field, error.node);
    if (error instanceof WrongParameter) return refuseWords(error.message);
    if (error instanceof SyntaxError) return refuseField(error.message, 'fields');
    throw error;
  }
}

/** Whichever node is named. */
function ask(method: string, path: readonly string[], question: Question): Answered | Promise<Answered> {
  const { page, stage } = question;
  const [subject = '', edge = '', ...more] = path;
  if (more.length > 0) return 'unknown-path';
  const name = `${method} ${edge}`;
  if (subject === 'me' || subject === page.id) return asked(pageEdges, name, { question, subject: page });
  const thread = threadNamed(subject, page, stage);
  if (thread !== undefined) return asked(threadEdges, name, { question, subject: thread });
  const video = videoNamed(subject, page, stage);
  if (video !== undefined) return asked(videoEdges, name, { question, subject: video });
  const writing = stage.world.writings.get(fullId(subject, stage.world));
  if (writing === undefined || writing.account !== page.id || !stage.world.exists(writing.id)) return 'gone';
  return asked(writingEdges, name, { question, subject: writing });
}

/** What any call may say. */
const COMMON = ['access_token', 'appsecret_proof', 'fields', 'format'];

function asked<Subject>(
  edges: Edges<Subject>,
  name: string,
  { question, subject }: { question: Question; subject: Subject },
): Answered | Promise<Answered> {
  const edge = Object.hasOwn(edges, name) ? edges[name] : undefined;
  if (edge === undefined) return 'unknown-path';
  const unknown = stranger(question.parameters, [...COMMON, ...edge.known]);
  if (unknown !== null) return refuseParameter(unknown);
  if (!scopesOf(question.page).includes(edge.scope)) return 'permission-missing';
  return edge.answer(question, subject);
}

/** Meta also accepts the part after the last `_` alone. */
const fullId = (id: string, world: World): string =>
  id.includes('_') ? id : ([...world.writings.keys()].find((key) => key.endsWith(`_${id}`)) ?? id);
