// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, type Call, json, type Reply } from '../town/call.ts';
import type { Asked, Stage } from '../town/network.ts';
import { bearerOf, stranger } from '../town/parameters.ts';
import { holderOf } from '../town/tokens.ts';
import type { Account } from '../town/writing.ts';
import { type Acting, block, create, remove, setHidden, unblock } from './acts.ts';
import * as lists from './lists.ts';
import * as messages from './messages.ts';
import { authorize, token } from './oauth.ts';
import { answerTo, invalid, type ProblemName } from './problems.ts';
import { accountShown, named, USER_FIELDS, userShown } from './render.ts';
import * as telling from './telling.ts';
import * as uploads from './uploads.ts';
import { ANALYTICS_PARAMETERS, analytics, usage } from './usage.ts';

type Answered = Reply | Asked | Promise<Reply | Asked>;

interface Asking extends Acting {
  /** What stood in the place of `:id`, in order. */
  readonly id: string;
  readonly target: string;
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly query?: readonly string[];
  /** True: with the application's own token, not a person's. */
  readonly byApp?: true;
  answer(asking: Asking): Answered;
}

const uploading = ({ call, stage, account }: Asking): uploads.Uploading => ({ call, stage, account: account.id });

/** Every address there is, with the query parameters that it knows. `:me` is the account itself. */
const ROUTES: readonly Route[] = [
  { method: 'POST', path: 'tweets', answer: create },
  {
    method: 'GET',
    path: 'tweets/search/recent',
    query: lists.SEARCH_PARAMETERS,
    answer: ({ call, stage }) => lists.search(call.query, stage, call.fault === 'search-shows-hidden'),
  },
  {
    method: 'GET',
    path: 'tweets/analytics',
    query: ANALYTICS_PARAMETERS,
    answer: ({ account, call, stage }) => analytics(account, call.query, stage),
  },
  {
    method: 'GET',
    path: 'tweets',
    query: lists.POSTS_PARAMETERS,
    answer: ({ call, stage }) => lists.posts(call.query, stage),
  },
  {
    method: 'GET',
    path: 'tweets/:id',
    query: lists.POST_PARAMETERS,
    answer: ({ id, call, stage }) => lists.onePost(id, call.query, stage),
  },
  { method: 'DELETE', path: 'tweets/:id', answer: (asking) => remove(asking.id, asking) },
  { method: 'PUT', path: 'tweets/:id/hidden', answer: (asking) => setHidden(asking.id, asking) },
  { method: 'GET', path: 'users/me', query: ['user.fields'], answer: me },
  {
    method: 'GET',
    path: 'users/:me/tweets',
    query: lists.OWN_TIMELINE_PARAMETERS,
    answer: ({ account, call, stage }) => lists.ownTimeline(account, call.query, stage),
  },
  {
    method: 'GET',
    path: 'users/:me/mentions',
    query: lists.TIMELINE_PARAMETERS,
    answer: ({ account, call, stage }) => lists.mentions(account, call.query, stage),
  },
  {
    method: 'GET',
    path: 'users/:me/blocking',
    query: ['max_results', 'pagination_token', 'user.fields'],
    answer: blocked,
  },
  { method: 'POST', path: 'users/:me/blocking', answer: block },
  { method: 'DELETE', path: 'users/:me/blocking/:id', answer: (asking) => unblock(asking.target, asking) },
  {
    method: 'GET',
    path: 'dm_events',
    query: messages.EVENTS_PARAMETERS,
    answer: ({ account, call, stage }) => messages.events(account, call.query, { stage, isAmong: () => true }),
  },
  {
    method: 'GET',
    path: 'dm_events/:id',
    query: messages.EVENT_PARAMETERS,
    answer: ({ account, id, call, stage }) => messages.event(account, id, { query: call.query, stage }),
  },
  {
    method: 'GET',
    path: 'dm_conversations/with/:id/dm_events',
    query: messages.EVENTS_PARAMETERS,
    answer: ({ account, id, call, stage }) =>
      messages.events(account, call.query, { stage, isAmong: ({ person }) => person.id === id }),
  },
  {
    method: 'GET',
    path: 'dm_conversations/:id/dm_events',
    query: messages.EVENTS_PARAMETERS,
    answer: ({ account, id, call, stage }) =>
      messages.events(account, call.query, { stage, isAmong: ({ conversation }) => conversation === id }),
  },
  {
    method: 'POST',
    path: 'dm_conversations/with/:id/messages',
    answer: (asking) => messages.send(asking.account, conversationWith(asking), asking),
  },
  {
    method: 'POST',
    path: 'dm_conversations/:id/messages',
    answer: (asking) => messages.send(asking.account, asking.id, asking),
  },
  { method: 'POST', path: 'media/upload/initialize', answer: (asking) => uploads.initialize(uploading(asking)) },
  { method: 'POST', path: 'media/upload/:id/append', answer: (asking) => uploads.append(asking.id, uploading(asking)) },
  {
    method: 'POST',
    path: 'media/upload/:id/finalize',
    answer: (asking) => uploads.finalize(asking.id, uploading(asking)),
  },
  {
    method: 'GET',
    path: 'media/upload',
    query: ['media_id', 'command'],
    answer: (asking) => uploads.status(uploading(asking)),
  },
  { method: 'POST', path: 'media/metadata', answer: (asking) => uploads.describe(uploading(asking)) },
  { method: 'GET', path: 'webhooks', query: ['webhook_config.fields'], byApp: true, answer: telling.webhooks },
  { method: 'POST', path: 'webhooks', byApp: true, answer: telling.register },
  { method: 'PUT', path: 'webhooks/:id', byApp: true, answer: telling.recheck },
  {
    method: 'GET',
    path: 'activity/subscriptions',
    query: ['max_results', 'pagination_token'],
    byApp: true,
    answer: telling.subscriptions,
  },
  { method: 'POST', path: 'activity/subscriptions', answer: telling.subscribe },
  { method: 'PUT', path: 'activity/subscriptions/:id', byApp: true, answer: telling.redirect },
  {
    method: 'GET',
    path: 'usage/tweets',
    query: ['days', 'usage.fields'],
    byApp: true,
    answer: ({ call, stage }) => usage(call.query, stage),
  },
];

const conversationWith = ({ account, id, stage }: Asking): string =>
  stage.world.conversationsOf(account.id).find(({ person }) => person.id === id)?.id ?? '';

function me({ account, call, stage }: Asking): Answer {
  return json({ data: accountShown(account, named(call.query.get('user.fields'), USER_FIELDS, 'user.fields'), stage) });
}

function blocked({ account, call, stage }: Asking): Answer {
  const { items, meta } = lists.paged(stage.world.bannedBy(account.id), call.query, {
    smallest: 1,
    usual: 100,
    largest: 1000,
  });
  return json({ ...(items.length > 0 && { data: items.map(userShown) }), meta });
}

/** The simulated X API: `/2/…`. */
export function apiReply(call: Call, stage: Stage): Answered {
  const [version, ...path] = call.path;
  if (version !== '2') return answerTo('unknown-path');
  if (path.join('/') === 'oauth2/authorize' && call.method === 'GET') return authorize(call, stage);
  if (path.join('/') === 'oauth2/token' && call.method === 'POST') return token(call, stage);
  const found = routeOf(call.method, path);
  if (found === null) return answerTo('unknown-path');
  const { route, names } = found;
  const account = callerOf(call, stage, route.byApp === true);
  if (typeof account === 'string') return answerTo(account);
  if (names.me !== undefined && names.me !== account.id) throw invalid('the id is not that of the authenticated user');
  const unknown = stranger(call.query, route.query ?? []);
  if (unknown !== null)
    throw invalid(`The query parameter [${unknown}] is not one of [${(route.query ?? []).join(',')}]`);
  return route.answer({ account, call, stage, id: names.id ?? '', target: names.id ?? '' });
}

/** Routes stand in order: what is named comes before what has any id. */
function routeOf(method: string, path: readonly string[]): { route: Route; names: Record<string, string> } | null {
  for (const route of ROUTES) {
    const parts = route.path.split('/');
    if (route.method !== method || parts.length !== path.length) continue;
    const isIt = parts.every((part, index) => part.startsWith(':') || part === path[index]);
    if (!isIt) continue;
    const named = parts.flatMap((part, index) => (part.startsWith(':') ? [[part.slice(1), path[index] ?? '']] : []));
    return { route, names: Object.fromEntries(named) };
  }
  return null;
}

function callerOf(call: Call, stage: Stage, byApp: boolean): Account | ProblemName {
  const given = bearerOf(call);
  const isApp = given !== undefined && given === stage.secrets.appToken;
  if (isApp !== byApp) return isApp || holds(given, stage) ? 'wrong-token' : 'unauthorized';
  const [first] = stage.world.accounts.values();
  if (isApp) return first ?? 'unauthorized';
  const account = holderOf(given, stage);
  if (typeof account !== 'string') return account;
  return account === 'role-lost' ? 'not-enrolled' : 'unauthorized';
}

const holds = (given: string | undefined, stage: Stage): boolean => typeof holderOf(given, stage) !== 'string';
