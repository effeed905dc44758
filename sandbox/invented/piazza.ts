// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, json } from '../town/call.ts';
import type { NetworkDefinition } from '../town/network.ts';
import { bearerOf, jsonOf, parametersOf, stranger, WrongBody } from '../town/parameters.ts';
import { holderOf, renewTokens } from '../town/tokens.ts';

const Comment = z.strictObject({ post: z.string(), under: z.string().optional(), text: z.string().min(1) });
const refuse = (status: number, why: string): Answer => json({ why }, status);

/** A network that does not exist: the kit is tried on it, and it shows how little one more takes. */
export const piazza: NetworkDefinition = {
  name: 'piazza',
  label: 'Piazza',
  ids: {
    first: 9_100_000_000_000_000_000n,
    post: (number) => `p${number}`,
    comment: (number) => `c${number}`,
    author: (number) => `u${number}`,
    message: (number) => `m${number}`,
  },
  secrets: ['clientSecret'],
  tokens: {
    access: { credential: 'accessToken', seconds: 3600 },
    refresh: { credential: 'refreshToken', seconds: null, rotates: true, reuse: 'logs-out' },
  },
  habits: { closing: 'deletes', banning: 'hides' },
  refusals: { 'rate-limited': () => refuse(429, 'slow down'), 'not-found': () => refuse(404, 'gone') },
  serverError: () => refuse(500, 'trouble'),
  ownFaults: { shout: { says: 'answers in capitals', after: (reply) => ({ ...reply, body: { DONE: true } }) } },
  kindOf: ({ method, path }) => (path[0] === 'token' ? 'aside' : method === 'GET' ? 'read' : 'write'),
  answer(call, stage) {
    const { world } = stage;
    if (call.path[0] === 'token') {
      const pair = renewTokens(piazza.tokens, stage, parametersOf(call).refresh);
      if (typeof pair === 'string') return refuse(400, pair);
      return json({ access: pair.access.value, refresh: pair.refresh?.value });
    }
    const account = holderOf(bearerOf(call), stage);
    if (typeof account === 'string') return refuse(401, account);
    const unknown = stranger(call.query, ['post']);
    if (unknown !== null) return refuse(400, `unknown parameter ${unknown}`);
    if (call.method === 'GET') {
      const comments = world.commentsOn(call.query.get('post') ?? '').filter(({ id }) => world.exists(id));
      return json({ comments: comments.map(({ id, text, hidden, held }) => ({ id, text, hidden, held })) });
    }
    const asked = jsonOf(call, Comment);
    if (asked instanceof WrongBody) return refuse(422, asked.why);
    const { post, under: parent = null, text } = asked;
    if (!world.exists(parent ?? post)) return refuse(404, 'gone');
    return {
      unchanged: () => json({ id: 'c0' }, 201),
      effect() {
        const from = world.self(account.id);
        const place = { account: account.id, kind: 'comment', post, parent } as const;
        return json({ id: world.write({ ...place, from, text, at: stage.now() }).id }, 201);
      },
    };
  },
  secretParameters: ['refresh'],
  webhook: null,
  screen: {
    can: ['comment', 'reply', 'mention', 'message', 'edit', 'delete', 'like'],
    colours: { main: '#5b2a6e', tint: '#f3ebf6' },
    words: { post: 'annuncio', posts: 'annunci', comment: 'commento', comments: 'commenti', reply: 'risposta' },
    hidden: { public: null, author: 'Lo vedi solo tu.' },
    held: 'In attesa di approvazione.',
    banned: 'Non puoi scrivere qui.',
  },
};
