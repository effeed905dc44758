// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Answered, askEdge, type Edges, type Question } from '../graph/edges.ts';
import { UnknownField, WrongParameter } from '../graph/nodes.ts';
import { refuseField, refuseWords } from '../graph/refusal.ts';
import { applicationEdge } from '../graph/subscriptions.ts';
import type { Call } from '../town/call.ts';
import type { Stage } from '../town/network.ts';
import { parametersOf } from '../town/parameters.ts';
import { callerOf, routeOf, scopesOf } from './access.ts';
import { accountEdges } from './account-edges.ts';
import { containerEdges, containerNamed } from './containers.ts';
import { inboxEdges, threadEdges, threadNamed } from './inbox.ts';
import { asPerson, debugToken, dialog, exchangeToken, facebookToken, instagramToken, refreshToken } from './login.ts';
import { refuse } from './refusals.ts';
import { SUBSCRIPTION_EDGES } from './subscription-edges.ts';
import { SUBJECT } from './webhook.ts';
import { commentEdges, mediaEdges } from './writing-edges.ts';

/** The simulated interface of Instagram, both its routes on one port: `/v26.0/…` and what signs in. */
export async function answer(call: Call, stage: Stage): Promise<Answered> {
  const parameters = parametersOf(call);
  const signing = signIn(call, stage);
  if (signing !== null) return signing;
  const [version = '', ...path] = call.path;
  if (!/^v2[2-6]\.0$/.test(version)) return refuse('unknown-version');
  const person = asPerson(call, path, { parameters, stage });
  if (person !== null) return person;
  const ofApplication = await applicationEdge(call, { path, parameters, stage }, SUBJECT);
  if (ofApplication !== null) return ofApplication;
  const account = callerOf(call, parameters, stage);
  if (typeof account === 'string') return refuse(account);
  try {
    return await ask(call.method, path, { account, parameters, stage, fault: call.fault });
  } catch (error) {
    if (error instanceof UnknownField) return refuseField(error.field, error.node);
    if (error instanceof WrongParameter) return refuseWords(error.message);
    if (error instanceof SyntaxError) return refuseField(error.message, 'fields');
    throw error;
  }
}

function signIn(call: Call, stage: Stage): Answered | null {
  const parameters = parametersOf(call);
  switch (`${call.method} ${call.path.join('/').replace(/^v2[2-6]\.0/, 'v')}`) {
    case 'GET v/dialog/oauth':
      return dialog(parameters, 'facebook-login', stage);
    case 'POST v/oauth/access_token':
    case 'GET v/oauth/access_token':
      return facebookToken(parameters, stage);
    case 'GET v/debug_token':
      return debugToken(call, parameters, stage);
    case 'GET oauth/authorize':
      return dialog(parameters, 'instagram-login', stage);
    case 'POST oauth/access_token':
      return instagramToken(parameters, stage);
    case 'GET access_token':
      return exchangeToken(call, parameters, stage);
    case 'GET refresh_access_token':
      return refreshToken(call, parameters, stage);
    default:
      return null;
  }
}

/** Whichever node is named. Through Facebook `me` is the linked Page, which has the inbox and nothing else here. */
function ask(method: string, path: readonly string[], question: Question): Answered | Promise<Answered> {
  const { account, stage } = question;
  const [subject = '', edge = '', ...more] = path;
  if (more.length > 0) return refuse('unknown-path');
  const asked = <Subject>(edges: Edges<Subject>, subject: Subject) =>
    askEdge(edges, `${method} ${edge}`, { question, subject, ...granted(question) });
  const route = routeOf(account);
  const isThroughFacebook = route === 'facebook-login';
  const own = { ...inboxEdges, ...SUBSCRIPTION_EDGES[route] };
  if (subject === 'me') return asked(isThroughFacebook ? own : { ...accountEdges, ...own }, account);
  if (subject === account.id) return asked(isThroughFacebook ? accountEdges : { ...accountEdges, ...own }, account);
  const container = containerNamed(subject, account, stage);
  if (container !== undefined) return asked(containerEdges, container);
  const thread = threadNamed(subject, account, stage);
  if (thread !== undefined) return asked(threadEdges, thread);
  const writing = stage.world.writings.get(subject);
  if (writing === undefined || writing.account !== account.id || !stage.world.exists(writing.id)) return refuse('gone');
  // What others published is theirs: of a mention there is nothing to ask but its place among the tags.
  if (writing.kind === 'mention' || stage.world.writings.get(writing.post)?.kind === 'mention') return refuse('gone');
  return asked(writing.kind === 'comment' ? commentEdges : mediaEdges, writing);
}

const granted = ({ account }: Question) => ({
  scopes: scopesOf(account),
  common: routeOf(account) === 'facebook-login' ? ['appsecret_proof'] : [],
});
