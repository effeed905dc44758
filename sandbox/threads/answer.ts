// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answered, askEdge, type Edges, type Question } from '../graph/edges.ts';
import { UnknownField, WrongParameter } from '../graph/nodes.ts';
import { refuseField, refuseWords } from '../graph/refusal.ts';
import type { Call } from '../town/call.ts';
import type { Stage } from '../town/network.ts';
import { parametersOf } from '../town/parameters.ts';
import { holderOf, type TokenFault } from '../town/tokens.ts';
import { containerEdges, containerNamed } from './containers.ts';
import { debugToken, dialog, exchangeToken, refreshToken, scopesOf, shortToken, tokenOf } from './login.ts';
import { type RefusalName, refuse } from './refusals.ts';
import { userEdges } from './user-edges.ts';
import { postEdges, replyEdges } from './writing-edges.ts';

const REFUSALS: Readonly<Record<TokenFault, RefusalName>> = {
  unknown: 'token-invalid',
  used: 'token-invalid',
  revoked: 'token-invalid',
  expired: 'token-expired',
  'password-changed': 'password-changed',
  'role-lost': 'role-lost',
};

/** The simulated interface of Threads: `/v1.0/…` and what signs in. */
export async function answer(call: Call, stage: Stage): Promise<Answered> {
  const parameters = parametersOf(call);
  const signing = signIn(call, stage);
  if (signing !== null) return signing;
  const [version, ...path] = call.path;
  if (version !== 'v1.0') return refuse('unknown-version');
  if (call.method === 'GET' && path.join('/') === 'debug_token') return debugToken(call, parameters, stage);
  const account = holderOf(tokenOf(call, parameters), stage);
  if (typeof account === 'string') return refuse(REFUSALS[account]);
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
  switch (`${call.method} ${call.path.join('/')}`) {
    case 'GET oauth/authorize':
      return dialog(parameters, stage);
    case 'POST oauth/access_token':
      return shortToken(parameters, stage);
    case 'GET access_token':
      return exchangeToken(call, parameters, stage);
    case 'GET refresh_access_token':
      return refreshToken(call, parameters, stage);
    default:
      return null;
  }
}

/** Whichever node is named. */
function ask(method: string, path: readonly string[], question: Question): Answered | Promise<Answered> {
  const { account, stage } = question;
  const [subject = '', edge = '', ...more] = path;
  if (more.length > 0) return refuse('unknown-path');
  const asked = <Subject>(edges: Edges<Subject>, subject: Subject) =>
    askEdge(edges, `${method} ${edge}`, { question, subject, scopes: scopesOf(account) });
  if (subject === 'me' || subject === account.id) return asked(userEdges, account);
  const container = containerNamed(subject, account, stage);
  if (container !== undefined) return asked(containerEdges, container);
  const writing = stage.world.writings.get(subject);
  if (writing === undefined || writing.account !== account.id || !stage.world.exists(writing.id)) return refuse('gone');
  if (writing.kind === 'comment') return asked(replyEdges, writing);
  return writing.kind === 'post' ? asked(postEdges, writing) : refuse('gone');
}
